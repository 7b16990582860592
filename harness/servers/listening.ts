import type { AddressInfo, Server, Socket } from 'node:net';

/** A server that listens on a free port. */
export interface Listening {
  readonly port: number;
  /** The number of connections so far, including failed handshakes. */
  connections(): number;
  close(): Promise<void>;
}

/** Lets a server listen on a free port; `sockets` are other connections that it closes. */
export async function listenOn(server: Server, host: string, sockets: Iterable<Socket>): Promise<Listening> {
  const accepted: Socket[] = [];
  server.on('connection', (socket: Socket) => void accepted.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => accepted.length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of [...accepted, ...sockets]) socket.destroy();
      }),
  };
}
