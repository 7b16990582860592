import { ActionError } from './errors.js';
import { quote } from './foreign-text.js';
import type { InputName } from './inputs.js';
import type { Surroundings } from './surroundings.js';

/**
 * The text that an input stands for: itself, its base64, or a file at its path; masked as soon as it is there.
 *
 * `begins` tells the wanted text from the other two.
 *
 * @throws ActionError input_invalid when there is no such file
 */
export function textOrFile(
  { name, value, begins }: { readonly name: InputName; readonly value: string; readonly begins: RegExp },
  { readFile, mask }: Surroundings,
): string {
  if (begins.test(value)) {
    return value;
  }
  const decoded = /^[A-Za-z0-9+/_=\s-]{32,}$/.test(value) ? Buffer.from(value, 'base64').toString('utf8') : '';
  if (begins.test(decoded)) {
    mask([decoded]);
    return decoded;
  }
  const text = readNamedFile(value, `The input \`${name}\``, readFile);
  mask([text]);
  return text;
}

/** Reads a file; `who` is the input or variable that names it, as a message starts. @throws ActionError input_invalid */
export function readNamedFile(path: string, who: string, readFile: Surroundings['readFile']): string {
  try {
    return readFile(path);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new ActionError('input_invalid', `${who} names a file that cannot be read: ${quote(path)} (${why}).`, {
      cause: error,
    });
  }
}
