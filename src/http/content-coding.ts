import type { IncomingMessage } from 'node:http';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { quote } from '../untrusted-text.js';
import { cutShort, ExplainedError, unusableAnswer } from './failure.js';

/** Makes a stream that decompresses a body, whose first byte is known. */
type Decoder = (first: number | undefined) => Transform;

/** The content codings that the action reads (RFC 9110 section 8.4.1). */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['br', () => createBrotliDecompress()],
  // Some servers send deflate without the header of zlib (RFC 1950), whose first byte always ends in 8.
  ['deflate', (first = 0) => ((first & 0x0f) === 8 ? createInflate() : createInflateRaw())],
]);

/**
 * Decompresses a body part by part, so that a reader can stop at any size. Calls `onPart` for each part that arrives.
 *
 * This module is loaded on demand: no request accepts a coding, so few bodies have one.
 *
 * The stream fails with an ExplainedError if the coding is unknown, or the body is damaged or cut short.
 */
export function decodeBody(message: IncomingMessage, coding: string, onPart: () => void): Readable {
  return Readable.from(decodedParts(partsOf(message, onPart), coding));
}

async function* partsOf(message: IncomingMessage, onPart: () => void): AsyncGenerator<Buffer> {
  try {
    for await (const part of message) {
      onPart();
      yield part;
    }
  } catch (error) {
    throw cutShort(error);
  }
}

async function* decodedParts(body: AsyncGenerator<Buffer>, coding: string): AsyncGenerator<Buffer> {
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
  try {
    yield* pipeline(whole, decoder(first.value[0]), () => {});
  } catch (error) {
    const damaged = `the body is damaged: it cannot be decompressed (${quote(coding)})`;
    throw error instanceof ExplainedError ? error : unusableAnswer(damaged, { cause: error });
  }
}
