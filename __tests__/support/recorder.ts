import { createServer } from 'node:http';
import { listenOn } from '../../harness/servers/listening.js';

/** A server of somebody else, with everything that it has received, as one text. */
export interface Recorder {
  readonly url: string;
  readonly received: () => string;
  readonly close: () => Promise<void>;
}

/** Starts a server that records each request, and answers it with an empty JSON object; it opens no tunnel. */
export async function startRecorder(): Promise<Recorder> {
  let received = '';
  const server = createServer((request, response) => {
    received += `${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n`;
    request.on('data', (chunk: Buffer) => {
      received += chunk;
    });
    request.on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  });
  server.on('connect', (request, socket) => {
    received += `${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n`;
    socket.end('HTTP/1.1 403 No\r\n\r\n');
  });
  const { port, close } = await listenOn(server, '127.0.0.1', []);
  return { url: `http://127.0.0.1:${port}`, received: () => received, close };
}

/** Lists those secrets that a recorder has received in plain text or in base64, as in a header of RFC 7617. */
export function receivedOf(secrets: readonly string[], { received }: Recorder): string[] {
  const text = received();
  const decoded = [...text.matchAll(/[A-Za-z0-9+/]{8,}={0,2}/g)].map(([base64]) =>
    Buffer.from(base64, 'base64').toString(),
  );
  const whole = [text, decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25')), ...decoded].join('\n');
  return secrets.filter((secret) => whole.includes(secret)).map((secret) => `the other server received ${secret}`);
}
