import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A request as the server received it. */
export interface RecordedRequest {
  readonly method: string;
  /** The raw request target, not decoded. */
  readonly target: string;
  /** Names are in lower case. The values of a repeated header are joined with a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names and values alternately, as the client sent them. */
  readonly rawHeaders: readonly string[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The number of its TCP connection, from 1. */
  readonly connection: number;
  readonly requestId: string;
  /** The route of the platform that the path belongs to. Missing for an unknown path. */
  route?: string | undefined;
  /** Empty until the complete body has arrived. */
  body: string;
  /** The status of the answer. Missing until an answer begins. */
  status?: number;
}

/** The requests and connections of a server, and how many requests ran at the same time. */
export interface RequestLog {
  readonly requests: RecordedRequest[];
  connect(socket: Socket): void;
  arrive(message: IncomingMessage, response: ServerResponse): RecordedRequest;
  maxConcurrent(): number;
  connections(): number;
  disconnectAll(): void;
}

/** Creates an empty log. Calls `onEnd` for each request when its answer is complete or its connection closes. */
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
  const { method = '', url: target = '', rawHeaders, headersDistinct } = message;
  const requestId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const joined = Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')] as const);
  const headers = Object.fromEntries(joined);
  return { method, target, headers, rawHeaders, at: Date.now(), connection, requestId, body: '' };
}

// 'finish' is emitted before the client can send its next request, 'close' also if there was no answer.
function whenEnded(response: ServerResponse, action: () => void): void {
  let ended = false;
  const once = () => {
    if (!ended) action();
    ended = true;
  };
  response.once('finish', once);
  response.once('close', once);
}
