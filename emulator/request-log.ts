import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** One request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  /** The raw request target, nothing decoded. */
  readonly target: string;
  /** Lower-case names; a repeated header's values are joined by a comma and a blank. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The number of the TCP connection it came on, from 1. */
  readonly connection: number;
  readonly requestId: string;
  /** The route of the platform that the path belongs to. */
  route?: string | undefined;
  /** Empty until all of it has arrived. */
  body: string;
  /** The status that was sent; missing while nothing was. */
  status?: number;
}

/** The memory of a server: its requests, its connections and how many requests ran at once. */
export interface RequestLog {
  readonly requests: RecordedRequest[];
  connect(socket: Socket): void;
  arrive(message: IncomingMessage, response: ServerResponse): RecordedRequest;
  maxConcurrent(): number;
  connections(): number;
  disconnectAll(): void;
}

/** Begins an empty log; `onEnd` hears of each request whose answer has ended, or whose connection has. */
export function createRequestLog(onEnd: (request: RecordedRequest) => void): RequestLog {
  const requests: RecordedRequest[] = [];
  const numbers = new WeakMap<Socket, number>();
  const open = new Set<Socket>();
  let [connections, concurrent, maxConcurrent] = [0, 0, 0];
  return {
    requests,
    connect(socket) {
      numbers.set(socket, ++connections);
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    },
    arrive(message, response) {
      const request = record(message, numbers.get(message.socket) ?? 0, requests.length + 1);
      requests.push(request);
      maxConcurrent = Math.max(maxConcurrent, ++concurrent);
      whenEnded(response, () => {
        concurrent--;
        if (response.headersSent) request.status = response.statusCode;
        onEnd(request);
      });
      return request;
    },
    maxConcurrent: () => maxConcurrent,
    connections: () => connections,
    disconnectAll() {
      for (const socket of open) socket.destroy();
    },
  };
}

function record(message: IncomingMessage, connection: number, number: number): RecordedRequest {
  const { method = '', url: target = '', rawHeaders } = message;
  const requestId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const headers = joinHeaders(rawHeaders);
  return { method, target, headers, rawHeaders, at: Date.now(), connection, requestId, body: '' };
}

function joinHeaders(rawHeaders: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    const value = rawHeaders[index + 1] ?? '';
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}

// 'finish' comes before the client can send its next request, 'close' also when there was no answer.
function whenEnded(response: ServerResponse, action: () => void): void {
  let ended = false;
  const once = () => {
    if (!ended) action();
    ended = true;
  };
  response.once('finish', once);
  response.once('close', once);
}
