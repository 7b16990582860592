import { ActionError } from '../errors.js';
import type { Decoding } from '../language/request.js';

/** Groups of four signs, the last one perhaps shorter: base64 with its padding or without, but with no wrong one. */
const groupsOf = (sign: string) => `(?:${sign}{4})*(?:${sign}{2}(?:==)?|${sign}{3}=?)?`;

/** How each decoding reads a text, and what it takes for one; blanks are left out before. */
const READERS: Readonly<Record<Decoding, { readonly form: RegExp; readonly encoding: BufferEncoding }>> = {
  base64: { form: new RegExp(`^(?:${groupsOf('[A-Za-z0-9+/]')}|${groupsOf('[A-Za-z0-9_-]')})$`), encoding: 'base64' },
  hex: { form: /^(?:[0-9A-Fa-f]{2})*$/, encoding: 'hex' },
};

/**
 * Decodes a text step by step; gives the bytes of every step, the last one last.
 *
 * @throws ActionError value_unsupported when a step's text is not what it decodes
 */
export function decode(text: string, decodings: readonly Decoding[], who: string): Buffer[] {
  const steps: Buffer[] = [];
  for (const decoding of decodings) {
    const { form, encoding } = READERS[decoding];
    const source = (steps.at(-1)?.toString('latin1') ?? text).replace(/\s/g, '');
    // Buffer reads as far as it can and says nothing of the rest.
    if (!form.test(source)) {
      throw new ActionError('value_unsupported', `${who} is no ${decoding}`);
    }
    steps.push(Buffer.from(source, encoding));
  }
  return steps;
}

/** The text that bytes are in UTF-8, if they are. */
export function textIn(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
