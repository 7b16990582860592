import { connect, type Socket } from 'node:net';
import tls, { type TlsOptions } from 'node:tls';
import { type Listening, listenOn } from './listening.js';

/** A TLS server that decrypts and forwards to a plain server, as a load balancer does. */
export interface TlsFront extends Listening {
  /** The subject of the client certificate of each connection, in order; empty if there was none. */
  readonly clients: readonly string[];
}

/** Starts the TLS server on all addresses of this machine. */
export async function startTlsFront(target: number, options: TlsOptions): Promise<TlsFront> {
  const clients: string[] = [];
  const upstreams: Socket[] = [];
  const server = tls.createServer(options, (client) => {
    const { subject } = client.getPeerCertificate();
    clients.push(subject?.CN?.toString() ?? '');
    const upstream = connect(target, '127.0.0.1');
    upstreams.push(upstream);
    client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  server.on('tlsClientError', () => undefined);
  return { ...(await listenOn(server, '0.0.0.0', upstreams)), clients };
}
