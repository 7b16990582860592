import { pipeline, type Transform } from 'node:stream';
import { quote } from '../untrusted-text.js';
import { ExplainedError, unusableAnswer } from './failure.js';

type Zlib = typeof import('node:zlib');

/** Makes a stream that removes one coding from a body, whose first byte is known. */
type Decoder = (zlib: Zlib, first: number | undefined) => Transform;

const gunzip: Decoder = (zlib) => zlib.createGunzip();

/** The content codings that the action reads (RFC 9110 section 8.4.1). */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['br', (zlib) => zlib.createBrotliDecompress()],
  // Some servers send deflate without the header of zlib (RFC 1950), whose first byte always ends in 8.
  ['deflate', (zlib, first = 0) => ((first & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw())],
]);

/** As many codings as curl accepts for one body: each needs memory of its own. */
const MOST_CODINGS = 5;

/**
 * Removes the codings in `Content-Encoding` from a body, the last one first, part by part: a reader can stop at any size.
 *
 * @throws ExplainedError if a coding is unknown, or the body is damaged
 */
export async function* decodeBody(body: AsyncIterable<Buffer>, header: string): AsyncGenerator<Buffer> {
  const codings = header.toLowerCase().split(/[\s,]+/);
  const decoders = codings.flatMap((name) => (name === '' || name === 'identity' ? [] : [DECODERS.get(name)]));
  // Loaded on demand: no request accepts a coding, so few bodies have one.
  const zlib = await import('node:zlib');
  try {
    yield* decoders.reduceRight<AsyncIterable<Buffer>>((coded, decoder) => {
      if (decoder === undefined || decoders.length > MOST_CODINGS) {
        throw unusableAnswer(`the body is compressed in a way that the action does not support (${quote(header)})`);
      }
      return decode(coded, (first) => decoder(zlib, first));
    }, body);
  } catch (error) {
    const damaged = `the body is damaged: it cannot be decompressed (${quote(header)})`;
    throw error instanceof ExplainedError ? error : unusableAnswer(damaged, { cause: error });
  }
}

async function* decode(coded: AsyncIterable<Buffer>, decoder: (first: number | undefined) => Transform) {
  const parts = coded[Symbol.asyncIterator]();
  const first = await parts.next();
  // Servers also name a coding for an empty body.
  if (first.done !== true) {
    const whole = async function* () {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => parts };
    };
    yield* pipeline(whole, decoder(first.value[0]), () => {});
  }
}
