import type { IncomingMessage } from 'node:http';
import { unusableAnswer } from './failure.js';

/** The largest body that is read: far more than any list of Secrets, far less than the memory of a runner. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** Returns the status of an answer; Node's type also describes received requests, which have none. */
export function statusOf({ statusCode = 0 }: IncomingMessage): number {
  return statusCode;
}

/**
 * Reads a body to its end, decompressed, and calls `onPart` for each part that arrives.
 *
 * The library's own `readBody` is not used: it only listens to `data` and `end`, so it never settles if the body is cut
 * short, and it has no limit (@actions/http-client 4.0.1).
 *
 * @throws ExplainedError if the body is cut short, larger than 10 MiB, damaged or not UTF-8
 */
export async function readBody(message: IncomingMessage, onPart = () => {}): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await bodyOf(message, onPart)) {
    size += chunk.length;
    if (size > BODY_LIMIT) {
      throw unusableAnswer(`the body is larger than ${BODY_LIMIT / 1024 / 1024} MiB`);
    }
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw unusableAnswer('the body is not UTF-8', { cause: error });
  }
}

/** Returns the parts of a body, decompressed. */
async function bodyOf(message: IncomingMessage, onPart: () => void): Promise<AsyncGenerator<Buffer>> {
  const parts = partsOf(message, onPart);
  const coding = message.headers['content-encoding']?.trim() || 'identity';
  return /^identity$/i.test(coding) ? parts : (await import('./content-coding.js')).decodeBody(parts, coding);
}

async function* partsOf(message: IncomingMessage, onPart: () => void): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of message) {
      onPart();
      yield chunk;
    }
  } catch (error) {
    throw unusableAnswer('the body was cut short', { cause: error, passes: true });
  }
}
