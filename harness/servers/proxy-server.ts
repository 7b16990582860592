import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { connect, type Socket } from 'node:net';
import type { TLSSocket, TlsOptions } from 'node:tls';
import { type Listening, listenOn } from './listening.js';

/** A request that a proxy received. */
export interface Asked {
  readonly method: string;
  readonly target: string;
  /** The user and the password of `Proxy-Authorization`. */
  readonly login: string | undefined;
}

/** How a proxy differs from one that works. */
export interface ProxyBehavior {
  /** The nth response instead of a tunnel: a status, or none at all (`hang`); the last value also applies to later requests. */
  readonly answers?: readonly (number | 'hang' | undefined)[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly tls?: TlsOptions;
}

/** A running proxy that resolves every host to this machine. */
export interface ProxyServer extends Listening {
  readonly asked: readonly Asked[];
  /** The subject of the client certificate of each TLS connection; undefined if there was none. */
  readonly clients: readonly (string | undefined)[];
}

/** Starts a proxy that opens tunnels and forwards requests of plain http. */
export async function startProxy({ answers = [], headers = {}, tls }: ProxyBehavior = {}): Promise<ProxyServer> {
  const asked: Asked[] = [];
  const upstreams: Socket[] = [];
  const answerTo = (request: IncomingMessage) => {
    const [, base64 = ''] = /^Basic (.*)$/.exec(request.headers['proxy-authorization'] ?? '') ?? [];
    const login = base64 === '' ? undefined : Buffer.from(base64, 'base64').toString();
    asked.push({ method: request.method ?? '', target: request.url ?? '', login });
    return answers[Math.min(asked.length, answers.length) - 1];
  };
  const forward = (request: IncomingMessage, response: ServerResponse) => {
    const answer = answerTo(request);
    if (answer === 'hang') return;
    if (answer !== undefined) return void response.writeHead(answer, headers).end();
    const { port, pathname, search } = new URL(request.url ?? '');
    const { 'proxy-authorization': _login, ...rest } = request.headers;
    const outgoing = http.request({
      host: '127.0.0.1',
      port,
      method: request.method,
      path: pathname + search,
      headers: rest,
    });
    outgoing.on('response', (came) => came.pipe(response.writeHead(came.statusCode ?? 502, came.headers)));
    request.pipe(outgoing);
  };
  const server = tls === undefined ? http.createServer(forward) : https.createServer(tls, forward);
  server.on('connect', (request, client: Socket) => {
    client.on('error', () => undefined);
    const answer = answerTo(request);
    if (answer === 'hang') return;
    if (answer !== undefined) {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      return void client.end(`HTTP/1.1 ${answer} No\r\n${lines.join('')}Content-Length: 0\r\n\r\n`);
    }
    const upstream = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstreams.push(upstream);
    upstream.on('error', () => client.destroy());
  });
  const clients: (string | undefined)[] = [];
  server.on('secureConnection', (socket: TLSSocket) =>
    clients.push(socket.getPeerCertificate().subject?.CN?.toString()),
  );
  return { ...(await listenOn(server, '127.0.0.1', upstreams)), asked, clients };
}
