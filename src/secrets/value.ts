import { ActionError } from '../errors.js';
import { isRecord, leavesOf, parseJson } from '../json.js';

/** What the platform shows in place of a value that it does not give out. */
const HIDDEN = '********';

/** One field of a structured value; nested objects are on its path. */
export interface Field {
  readonly path: readonly string[];
  readonly text: string;
}

/** The value of a Secret: the text as the server gave it, and its fields when it is a JSON object. */
export interface SecretValue {
  readonly text: string;
  readonly fields: readonly Field[] | undefined;
}

/**
 * Reads a decrypted value: a string, number, boolean, object or array, or JSON in a string.
 *
 * The types and shapes of Chariot's Secrets are not published, so nothing here knows a field by its name.
 */
export function readValue(value: unknown): SecretValue {
  const text = textOf(value);
  const structure = typeof value === 'string' ? objectIn(value) : value;
  return { text, fields: isRecord(structure) ? fieldsOf(structure) : undefined };
}

/** Every text of a value that is a secret. */
export function textsOf(value: SecretValue): string[] {
  return [value.text, ...(value.fields ?? []).map((field) => field.text)];
}

/**
 * Refuses what no later step could use: a value kept back by the server, or one that no variable can hold.
 *
 * @throws ActionError secret_not_decrypted, value_unsupported
 */
export function checkValue(raw: unknown, value: SecretValue, who: string): void {
  if (raw === null) {
    throw new ActionError('secret_not_decrypted', `${who} was answered without a value (null)`);
  }
  if (
    textsOf(value)
      .flatMap((text) => [text, ...leavesOf(text)])
      .some((text) => text.trim() === HIDDEN)
  ) {
    throw new ActionError('secret_not_decrypted', `${who} was answered with eight asterisks in place of the value`);
  }
  if (textsOf(value).some((text) => text.includes('\0'))) {
    throw new ActionError('value_unsupported', `${who} holds a NUL character, which no variable can`);
  }
  if (textsOf(value).some((text) => !text.isWellFormed())) {
    throw new ActionError('value_unsupported', `${who} holds half a character (a lone surrogate), which no file can`);
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function objectIn(text: string): unknown {
  if (!/^\s*\{/.test(text)) {
    return undefined;
  }
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** A document too deep to be walked is a text like any other. */
function fieldsOf(structure: Readonly<Record<string, unknown>>): Field[] | undefined {
  try {
    const fields = flatten(structure, []);
    return fields.length === 0 ? undefined : fields;
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

function flatten(value: Readonly<Record<string, unknown>>, path: readonly string[]): Field[] {
  return Object.entries(value).flatMap(([name, member]) =>
    isRecord(member) && Object.keys(member).length > 0
      ? flatten(member, [...path, name])
      : [{ path: [...path, name], text: textOf(member) }],
  );
}
