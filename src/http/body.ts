import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { cutShort, ExplainedError, unusableAnswer } from './failure.js';

/** The largest body that is read: far more than any list of Secrets, far less than the memory of a runner. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** Returns the status of an answer; Node's type also describes received requests, which have none. */
export function statusOf({ statusCode = 0 }: IncomingMessage): number {
  return statusCode;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body to its end, decompressed, and calls `onPart` for each part that arrives.
 *
 * The library's own `readBody` is not used: it only listens to `data` and `end`, so it never settles if the body is cut
 * short, and it has no limit (@actions/http-client 4.0.1).
 *
 * @throws ExplainedError if the body is cut short, larger than 10 MiB, damaged or not UTF-8
 */
export async function readBody(message: IncomingMessage, onPart = () => {}): Promise<string> {
  const coding = message.headers['content-encoding']?.trim() || 'identity';
  const body = /^identity$/i.test(coding)
    ? message
    : (await import('./content-coding.js')).decodeBody(message, coding, onPart);
  const bytes = await collect(body, onPart);
  try {
    return utf8.decode(bytes);
  } catch (error) {
    throw unusableAnswer('the body is not UTF-8', { cause: error });
  }
}

/** Collects the parts of a body by events: an async iterator makes several promises for each part. */
function collect(body: Readable, onPart: () => void): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const fail = (error?: unknown) => reject(error instanceof ExplainedError ? error : cutShort(error));
    body.on('data', (part: Buffer) => {
      onPart();
      size += part.length;
      parts.push(part);
      if (size > BODY_LIMIT) {
        body.destroy(unusableAnswer(`the body is larger than ${BODY_LIMIT / 1024 / 1024} MiB`));
      }
    });
    body.on('end', () => resolve(Buffer.concat(parts)));
    body.on('error', fail);
    // Only for a body without its end: an error takes time to make.
    body.on('close', () => void (body.readableEnded || fail()));
  });
}
