import { ActionError } from '../errors.js';
import { readValue, type SecretValue, selectField } from '../formats/value.js';
import type { ResultName } from '../language/names.js';
import { fileTarget } from '../language/stars.js';
import { formsOfBytes } from '../masking/forms.js';
import type { Ports } from '../ports.js';
import { quote } from '../untrusted-text.js';
import { decode, textIn } from './decode.js';
import type { Decrypted } from './decrypt.js';
import { lineOfField, type Match, nameOfMatch } from './match.js';
import { fieldNotFound, OPTIONAL_ADVICE } from './missing.js';
import { isPlain, maskValue } from './plain-fields.js';
import { describeSecret } from './settings-api.js';

/** One value that a line requests. */
export interface Result {
  readonly match: Match;
  readonly name: ResultName;
  /** The Secret, and the field if the line requests one, for messages. */
  readonly who: string;
  /** The path of the requested field from the top of its Secret; undefined for the whole Secret. */
  readonly field: string | undefined;
  /** The value as text; undefined if it was decoded to bytes that are not text. */
  readonly value: SecretValue | undefined;
  /** The exact bytes, for a file. */
  readonly bytes: Buffer;
  readonly updatedAt: Date | undefined;
}

/** A value that a match selects: the whole Secret, a field, or one of the fields of `.*`. */
interface Selected {
  readonly value: SecretValue;
  /** The path below what the selector names; empty without `.*`. */
  readonly path: readonly string[];
}

/**
 * Selects the values that a match requests, decodes them, and masks what the decoding reveals. Fields in `plain` stay
 * unmasked. Returns nothing if the field is optional and does not exist.
 *
 * @throws ActionError field_not_found, name_refused, value_unsupported
 */
export function selectResults(
  source: Decrypted & Pick<Result, 'match'>,
  plain: readonly string[],
  ports: Ports,
): Result[] {
  return selectIn(source, ports).map((selected) => resultOf(source, selected, { plain, ports }));
}

function resultOf(
  { match, updatedAt }: Decrypted & Pick<Result, 'match'>,
  { value: selected, path }: Selected,
  { plain, ports }: { readonly plain: readonly string[]; readonly ports: Ports },
): Result {
  const field = fieldName(match, path);
  const who = describe(match, field);
  const steps = decode(selected.text, match.request.decodings, who);
  const bytes = steps.at(-1) ?? Buffer.from(selected.text, 'utf8');
  const text = textIn(bytes);
  const value = steps.length === 0 ? selected : text === undefined ? undefined : readValue(text);
  if (!isPlain(field, plain)) {
    // The last step is the value itself, unless it is not text.
    ports.mask(steps.slice(0, value === undefined ? undefined : -1).flatMap(printable));
  }
  if (value !== undefined) {
    maskValue({ field, value }, plain, ports);
  }
  return { match, name: nameOfMatch(match, path), who, field, value, bytes, updatedAt };
}

/** The path of a field from the top of its Secret; undefined for the whole Secret. */
function fieldName({ field }: Match, path: readonly string[]): string | undefined {
  const names = field === undefined ? path : [field, ...path];
  return names.length === 0 ? undefined : names.join('.');
}

function describe(match: Match, field: string | undefined): string {
  return field === undefined ? describeSecret(match) : `Field ${quote(field)} of ${describeSecret(match)}`;
}

/** The values that a match selects; none if an optional field does not exist or is null. */
function selectIn({ match, value }: Decrypted & Pick<Result, 'match'>, { log }: Ports): Selected[] {
  const { field, request } = match;
  const found = field === undefined ? value : selectField(value, field);
  if (found !== undefined && found !== null) {
    return request.allFields ? fieldsOf(match, found, log) : [{ value: found, path: [] }];
  }
  const who = describe(match, field);
  if (request.optional) {
    log.notice(
      `\`secrets\`, line ${request.line}: ${who} ${found === null ? 'is null' : 'does not exist'}; it is optional.`,
    );
    return [];
  }
  throw found === null
    ? new ActionError('field_not_found', `${who} is null, so it has no value`, { advice: OPTIONAL_ADVICE })
    : fieldNotFound(value, field ?? '', { ...request, who: describeSecret(match) });
}

/** Every field of a value; a null field has an empty text. */
function fieldsOf(match: Match, { fields }: SecretValue, log: Ports['log']): Selected[] {
  const { line } = match.request;
  const who = describe(match, match.field);
  if (fields === undefined) {
    const advice = match.byPattern ? 'Exclude this Secret from the pattern, or remove the `.*`' : 'Remove the `.*`';
    const message = `\`secrets\`, line ${line}: ${who} has no fields, so its value is one text`;
    throw new ActionError('field_not_found', message, { advice });
  }
  const unnamed = fields.find(({ path }) => path.some((part) => !/[A-Za-z0-9]/.test(part)));
  if (unnamed !== undefined) {
    const field = quote(fieldName(match, unnamed.path) ?? '');
    const message = `\`secrets\`, line ${line}: field ${field} of ${describeSecret(match)} has no ASCII letter or digit in a part of its name`;
    const advice = `Instead of \`.*\`, write one line for each field. For this field, write ${quote(lineOfField(match, unnamed.path))}`;
    throw new ActionError('name_refused', message, { advice });
  }
  const empty = fields.flatMap(({ path, text }) => (text === '' ? [quote(path.join('.'))] : []));
  if (empty.length > 0) {
    log.notice(`\`secrets\`, line ${line}: these fields of ${who} are empty: ${empty.join(', ')}.`);
  }
  return fields.map(({ path, text }) => ({ value: { text, structure: undefined, fields: undefined }, path }));
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
export function textValue({ match, value, who }: Pick<Result, 'match' | 'value' | 'who'>): SecretValue {
  const advice = `Only a file can contain it: write \`| ${fileTarget(match.request)}\``;
  if (value === undefined) {
    throw new ActionError('value_unsupported', `${who} is not UTF-8 text after decoding`, { advice });
  }
  if (value.text.includes('\0')) {
    throw new ActionError('value_unsupported', `${who} contains a NUL character, which no variable can contain`, {
      advice,
    });
  }
  return value;
}
