import type { Duplex } from 'node:stream';
import { type Answer, typed } from '../answers.js';
import type { RecordedRequest } from './request-log.js';

const ONLY_ONCE = ['authorization', 'content-length', 'content-type', 'host', 'transfer-encoding'];
const OTHER_CREDENTIALS = ['cookie', 'proxy-authorization', 'x-api-key', 'x-auth-token'];

/** Rejects a request that a client of the documented interfaces never has a reason to send. Source: RFC 9110, RFC 9112. */
export function refuseMessage(request: RecordedRequest): Answer | undefined {
  const problem = findProblem(request);
  return problem === undefined ? undefined : typed(400, 'text/plain', `400 Bad Request: ${problem}`);
}

/** Rejects bytes that are not HTTP. Node has no response object for these, so this writes to the socket. */
export function refuseBytes(socket: Duplex): void {
  const head = ['HTTP/1.1 400 Bad Request', 'Content-Type: text/plain', 'Content-Length: 15', 'Connection: close'];
  const requestId = 'X-Request-ID: 00000000-0000-4000-8000-000000000000';
  if (socket.writable) socket.end(`${[...head, requestId].join('\r\n')}\r\n\r\n400 Bad Request`);
  else socket.destroy();
}

function findProblem({ method, target, headers, rawHeaders }: RecordedRequest): string | undefined {
  if (!target.startsWith('/')) return 'the request target is not in origin form';
  if (target.includes('#')) return 'the request target has a fragment';
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const repeated = ONLY_ONCE.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (repeated !== undefined) return `repeated header ${repeated}`;
  const unexpected = OTHER_CREDENTIALS.find((name) => names.includes(name));
  if (unexpected !== undefined) return `unexpected header ${unexpected}`;
  const announced = headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  return announced && ['GET', 'HEAD'].includes(method) ? `a body in a ${method} request` : undefined;
}
