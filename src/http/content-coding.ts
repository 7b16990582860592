import { pipeline, type Transform } from 'node:stream';
import { quote } from '../untrusted-text.js';
import { ExplainedError, unusableAnswer } from './failure.js';

/** Makes a stream that decompresses a body, whose first byte is known. */
type Decoder = (zlib: typeof import('node:zlib'), first: number | undefined) => Transform;

const gunzip: Decoder = (zlib) => zlib.createGunzip();

/** The content codings that the action reads (RFC 9110 section 8.4.1). */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['br', (zlib) => zlib.createBrotliDecompress()],
  // Some servers send deflate without the header of zlib (RFC 1950), whose first byte always ends in 8.
  ['deflate', (zlib, first = 0) => ((first & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw())],
]);

/**
 * Decompresses a body part by part, so that a reader can stop at any size.
 *
 * @throws ExplainedError if the coding is unknown, or the body is damaged
 */
export async function* decodeBody(body: AsyncGenerator<Buffer>, coding: string): AsyncGenerator<Buffer> {
  const decoder = DECODERS.get(coding.toLowerCase());
  if (decoder === undefined) {
    throw unusableAnswer(`the body is compressed in a way that the action does not support (${quote(coding)})`);
  }
  const first = await body.next();
  // Servers also name a coding for an empty body.
  if (first.done === true) {
    return;
  }
  const whole = async function* () {
    yield first.value;
    yield* body;
  };
  // Loaded on demand: no request accepts a coding, so few bodies have one.
  const zlib = await import('node:zlib');
  try {
    yield* pipeline(whole, decoder(zlib, first.value[0]), () => {});
  } catch (error) {
    const damaged = `the body is damaged: it cannot be decompressed (${quote(coding)})`;
    throw error instanceof ExplainedError ? error : unusableAnswer(damaged, { cause: error });
  }
}
