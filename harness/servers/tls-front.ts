import { type AddressInfo, connect, type Socket } from 'node:net';
import tls, { type TlsOptions } from 'node:tls';

/** A TLS server that decrypts and forwards to a plain server, as a load balancer does. */
export interface TlsFront {
  readonly port: number;
  /** The subject of the client certificate of each connection, in order; empty if there was none. */
  readonly clients: readonly string[];
  /** The number of connections so far, including failed handshakes. */
  connections(): number;
  close(): Promise<void>;
}

/** Starts the TLS server on all addresses of this machine. */
export async function startTlsFront(target: number, options: TlsOptions): Promise<TlsFront> {
  const clients: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = tls.createServer(options, (client) => {
    const { subject } = client.getPeerCertificate();
    clients.push(subject?.CN?.toString() ?? '');
    const upstream = connect(target, '127.0.0.1');
    sockets.add(upstream);
    client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    clients,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
