import type { IncomingMessage } from 'node:http';

/** The largest body that is read: far above any list of Secrets, far below what would fill a runner's memory. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** A body that cannot be used, with the reason as the end of a sentence that starts with the request. */
export class UnreadableBody extends Error {
  /** Whether it ended too early, which another try may cure. */
  readonly isCut: boolean = false;
}

class CutBody extends UnreadableBody {
  override readonly isCut = true;
}

/**
 * Reads a body to its end.
 *
 * The library's own `readBody` listens to `data` and `end` only, so it never settles on a body cut short, and knows no
 * limit (@actions/http-client 4.0.1). `onPart` is called with each part that comes.
 *
 * @throws UnreadableBody when it is cut short, larger than 10 MiB, compressed or not UTF-8
 */
export async function readBody(message: IncomingMessage, onPart = () => {}): Promise<string> {
  const encoding = message.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity') {
    throw new UnreadableBody('was compressed, although that was not asked for');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message) {
      onPart();
      size += chunk.length;
      if (size > BODY_LIMIT) {
        throw new UnreadableBody(`was larger than ${BODY_LIMIT / 1024 / 1024} MiB`);
      }
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof UnreadableBody ? error : new CutBody('was cut short', { cause: error });
  }
  return decodeUtf8(Buffer.concat(chunks));
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnreadableBody('was not UTF-8', { cause: error });
  }
}
