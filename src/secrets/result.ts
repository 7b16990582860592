import { ActionError } from '../errors.js';
import { fieldNotFound, readValue, type SecretValue, selectField } from '../formats/value.js';
import type { ResultName } from '../language/names.js';
import { formsOfBytes } from '../masking/forms.js';
import type { Ports } from '../ports.js';
import { quote } from '../untrusted-text.js';
import { decode, textIn } from './decode.js';
import { type Match, nameOfMatch } from './match.js';
import { isPlain, maskValue } from './plain-fields.js';

/** What one match came to: the value that its line asks for, ready to go somewhere. */
export interface Result {
  readonly match: Match;
  readonly name: ResultName;
  /** The Secret, and the field if one was asked for, for messages. */
  readonly who: string;
  /** The value as text; undefined when it was decoded to bytes that are no text. */
  readonly value: SecretValue | undefined;
  /** The very bytes, for a file. */
  readonly bytes: Buffer;
  readonly updatedAt: Date | undefined;
}

/** A decrypted Secret together with one match that asks for it. */
export interface DecryptedMatch {
  readonly match: Match;
  readonly value: SecretValue;
  readonly updatedAt: Date | undefined;
}

/**
 * Takes the field of a value that a match asks for, decodes it, and masks what comes to light by that; undefined when the
 * field is optional and absent. Fields in `plain` stay unmasked.
 *
 * @throws ActionError field_not_found, value_unsupported
 */
export function resultOf(source: DecryptedMatch, plain: readonly string[], ports: Ports): Result | undefined {
  const { match, value, updatedAt } = source;
  const { entry, key, field, request } = match;
  const secret = `Secret ${quote(entry?.name ?? key)}`;
  const who = field === undefined ? secret : `Field ${quote(field)} of ${secret}`;
  const selected = field === undefined ? value : selectField(value, field);
  if (selected === undefined) {
    if (request.optional) {
      ports.log.notice(`\`secrets\`, line ${request.line}: ${who} does not exist; it is optional.`);
      return undefined;
    }
    throw fieldNotFound(value, field ?? '', secret);
  }
  const steps = decode(selected.text, request.decodings, who);
  const bytes = steps.at(-1) ?? Buffer.from(selected.text, 'utf8');
  const text = textIn(bytes);
  const decoded = steps.length === 0 ? selected : text === undefined ? undefined : readValue(text);
  maskDecoded({ field, steps, value: decoded }, plain, ports);
  return { match, name: nameOfMatch(match), who, value: decoded, bytes, updatedAt };
}

interface Decoded extends Pick<Result, 'value'> {
  readonly field: string | undefined;
  readonly steps: readonly Buffer[];
}

/** Masks what came to light on the way to a value, and the value but for its plain fields. */
function maskDecoded({ field, steps, value }: Decoded, plain: readonly string[], ports: Ports): void {
  if (isPlain(field, plain)) {
    return;
  }
  if (value === undefined) {
    ports.mask(steps.flatMap(printable));
  } else {
    ports.mask(steps.slice(0, -1).flatMap(printable));
    maskValue({ field, value }, plain, ports);
  }
}

/** What a later step could print of bytes: their text, or the forms for what is none. */
function printable(bytes: Buffer): string[] {
  const text = textIn(bytes);
  return text === undefined ? formsOfBytes(bytes) : [text];
}

/**
 * The text of a result, which a variable, an output or a line of a file can hold.
 *
 * @throws ActionError value_unsupported
 */
export function textValue({ value, who }: Pick<Result, 'value' | 'who'>): SecretValue {
  if (value === undefined) {
    throw new ActionError(
      'value_unsupported',
      `${who} is no text (UTF-8) when it is decoded; only \`@file\` takes bytes`,
    );
  }
  if (value.text.includes('\0') || value.fields?.some(({ text }) => text.includes('\0')) === true) {
    const message = `${who} holds a NUL character, which no variable can; only \`@file\` takes it`;
    throw new ActionError('value_unsupported', message);
  }
  return value;
}
