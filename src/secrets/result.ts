import { ActionError } from '../errors.js';
import { fieldNotFound, readValue, type SecretValue, selectField } from '../formats/value.js';
import type { ResultName } from '../language/names.js';
import { formsOfBytes } from '../masking/forms.js';
import type { Ports } from '../ports.js';
import { quote } from '../untrusted-text.js';
import { decode, textIn } from './decode.js';
import type { Decrypted } from './decrypt.js';
import { type Match, nameOfMatch } from './match.js';
import { isPlain, maskValue } from './plain-fields.js';
import { describeSecret } from './settings-api.js';

/** What one match results in: the value that its line requests. */
export interface Result {
  readonly match: Match;
  readonly name: ResultName;
  /** The Secret, and the field if the line requests one, for messages. */
  readonly who: string;
  /** The value as text; undefined if it was decoded to bytes that are not text. */
  readonly value: SecretValue | undefined;
  /** The exact bytes, for a file. */
  readonly bytes: Buffer;
  readonly updatedAt: Date | undefined;
}

/**
 * Selects the field that a match requests, decodes it, and masks what the decoding reveals. Fields in `plain` stay
 * unmasked. Returns undefined if the field is optional and does not exist.
 *
 * @throws ActionError field_not_found, value_unsupported
 */
export function resultOf(
  { match, value, updatedAt }: Decrypted & Pick<Result, 'match'>,
  plain: readonly string[],
  ports: Ports,
): Result | undefined {
  const { field, request } = match;
  const secret = describeSecret(match);
  const who = field === undefined ? secret : `Field ${quote(field)} of ${secret}`;
  const selected = selectIn(value, match, secret);
  if (selected === undefined) {
    ports.log.notice(`\`secrets\`, line ${request.line}: ${who} does not exist; it is optional.`);
    return undefined;
  }
  const steps = decode(selected.text, request.decodings, who);
  const bytes = steps.at(-1) ?? Buffer.from(selected.text, 'utf8');
  const text = textIn(bytes);
  const decoded = steps.length === 0 ? selected : text === undefined ? undefined : readValue(text);
  if (!isPlain(field, plain)) {
    // The last step is the value itself, unless it is not text.
    ports.mask(steps.slice(0, decoded === undefined ? undefined : -1).flatMap(printable));
  }
  if (decoded !== undefined) {
    maskValue({ field, value: decoded }, plain, ports);
  }
  return { match, name: nameOfMatch(match), who, value: decoded, bytes, updatedAt };
}

/** Selects the field that a match requests; undefined only if it is optional. */
function selectIn(value: SecretValue, { field, request }: Match, secret: string): SecretValue | undefined {
  if (field === undefined) {
    return value;
  }
  const found = selectField(value, field);
  if (found === undefined && !request.optional) {
    throw fieldNotFound(value, field, secret);
  }
  return found;
}

/** Lists what a later step could print of bytes: their text, or the usual forms of bytes that are not text. */
function printable(bytes: Buffer): string[] {
  const text = textIn(bytes);
  return text === undefined ? formsOfBytes(bytes) : [text];
}

/**
 * Returns the text of a result, which a variable, an output or a line of a file can contain.
 *
 * @throws ActionError value_unsupported
 */
export function textValue({ value, who }: Pick<Result, 'value' | 'who'>): SecretValue {
  if (value === undefined) {
    throw new ActionError('value_unsupported', `${who} is not UTF-8 text after decoding; only \`@file\` accepts bytes`);
  }
  if ([value, ...(value.fields ?? [])].some(({ text }) => text.includes('\0'))) {
    const message = `${who} contains a NUL character, which no variable can contain; only \`@file\` accepts it`;
    throw new ActionError('value_unsupported', message);
  }
  return value;
}
