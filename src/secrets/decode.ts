import { ActionError } from '../errors.js';
import type { Decoding } from '../language/request.js';

/** Groups of four characters, of which the last may be shorter: base64 with correct padding or without padding. */
const groupsOf = (character: string) => `(?:${character}{4})*(?:${character}{2}(?:==)?|${character}{3}=?)?`;

/** How each decoding reads a text, and which texts it accepts; blanks are removed before. */
const READERS: Readonly<Record<Decoding, { readonly form: RegExp; readonly encoding: BufferEncoding }>> = {
  base64: { form: new RegExp(`^(?:${groupsOf('[A-Za-z0-9+/]')}|${groupsOf('[A-Za-z0-9_-]')})$`), encoding: 'base64' },
  hex: { form: /^(?:[0-9A-Fa-f]{2})*$/, encoding: 'hex' },
};

/**
 * Decodes a text step by step, and returns the bytes of every step in order.
 *
 * @throws ActionError value_unsupported if a step cannot decode its text
 */
export function decode(text: string, decodings: readonly Decoding[], who: string): Buffer[] {
  const steps: Buffer[] = [];
  for (const decoding of decodings) {
    const { form, encoding } = READERS[decoding];
    const source = (steps.at(-1)?.toString('latin1') ?? text).replace(/\s/g, '');
    // Buffer decodes as much as it can and ignores the rest.
    if (!form.test(source)) {
      const advice = `Remove \`| ${decoding}\` from the line to export the value as it is`;
      throw new ActionError('value_unsupported', `${who} is not ${decoding}`, { advice });
    }
    steps.push(Buffer.from(source, encoding));
  }
  return steps;
}

/** Reads bytes as UTF-8; returns undefined if they are not. */
export function textIn(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
