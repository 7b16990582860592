import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { listenOn } from './listening.js';

/** A place where a site answers: a request with this start of its method and target, and the usual answer. */
export interface Place<Name extends string> {
  readonly name: Name;
  readonly at: { test(request: string): boolean };
  /** The usual answer as JSON text. */
  readonly body: (origin: string) => string;
}

/** What a server does with a request, or with a new connection, instead of its usual answer. */
export type Act = (socket: Socket, usual: Buffer) => void;

/** How a server misbehaves. */
export interface Misconduct<Name extends string> {
  /** The place whose requests meet `act`, and from which request on, counted from 1. */
  readonly place?: Name | undefined;
  readonly act?: Act | undefined;
  /** Meets each connection before its first byte; returns whether requests are still read. */
  readonly greet?: ((socket: Socket) => boolean) | undefined;
}

/** A request that a server received. */
export interface ReceivedRequest<Name extends string> {
  readonly place: Name | undefined;
  readonly method: string;
  readonly target: string;
  readonly head: string;
  readonly body: string;
}

/** A server that sends any bytes at any time; what it does can change while it runs. */
export interface HostileServer<Name extends string> {
  readonly origin: string;
  readonly requests: ReceivedRequest<Name>[];
  misconduct: Misconduct<Name>;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** Writes an answer of HTTP/1.1; `lines` are its status line and headers, without its length. */
export function answerOf(body: string | Buffer, lines: readonly string[] = OK): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([headOf([...lines, `Content-Length: ${bytes.length}`]), bytes]);
}

/** Writes the head of an answer; each character is one byte. */
export const headOf = (lines: readonly string[]) => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');

/** The usual status line and header. */
export const OK = ['HTTP/1.1 200 OK', 'Content-Type: application/json'] as const;

/** Starts a server with these places; any other request is answered with 404. With an identity, it speaks TLS. */
export async function startHostileServer<Name extends string>(
  places: readonly Place<Name>[],
  identity?: { readonly cert: string; readonly key: string },
): Promise<HostileServer<Name>> {
  const requests: ReceivedRequest<Name>[] = [];
  const onSocket = (socket: Socket) => {
    socket.on('error', () => undefined);
    if (hostile.misconduct.greet?.(socket) === false) return;
    readRequests(socket, (request) => {
      const place = places.find(({ at }) => at.test(`${request.method} ${request.target}`));
      requests.push({ ...request, place: place?.name });
      const usual = place === undefined ? answerOf('{}', NOT_FOUND) : answerOf(place.body(hostile.origin));
      const { act, place: harmed } = hostile.misconduct;
      if (act !== undefined && place !== undefined && place.name === harmed) act(socket, usual);
      else socket.write(usual);
    });
  };
  const server: Server = identity === undefined ? createServer(onSocket) : createTlsServer(identity, onSocket);
  const { port, connections, close } = await listenOn(server, '127.0.0.1', []);
  const origin = `${identity === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  const hostile: HostileServer<Name> = { origin, requests, misconduct: {}, connections, close };
  return hostile;
}

const NOT_FOUND = ['HTTP/1.1 404 Not Found', 'Content-Type: application/json'];

type ParsedRequest = Omit<ReceivedRequest<string>, 'place'>;

/** Reads the requests of the action, which always have a length. */
function readRequests(socket: Socket, onRequest: (request: ParsedRequest) => void): void {
  let left = '';
  socket.on('data', (bytes: Buffer) => {
    left += bytes.toString('latin1');
    for (;;) {
      const end = left.indexOf('\r\n\r\n');
      if (end === -1) return;
      const head = left.slice(0, end);
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (left.length < end + 4 + length) return;
      const body = left.slice(end + 4, end + 4 + length);
      left = left.slice(end + 4 + length);
      const [method = '', target = ''] = head.split(' ', 2);
      onRequest({ method, target, head, body });
    }
  });
}
