import { nearNames } from '../did-you-mean.js';
import { ActionError } from '../errors.js';
import { isRecord, leavesOf, parseJson } from '../json.js';
import { quote } from '../untrusted-text.js';

/** What the platform shows in place of a value that it does not give out. */
const HIDDEN = '********';

type Structure = Readonly<Record<string, unknown>>;

/** One field of a structured value; nested objects are on its path. */
export interface Field {
  readonly path: readonly string[];
  readonly text: string;
}

/** The value of a Secret: the text as the server gave it, and its fields when it is a JSON object. */
export interface SecretValue {
  readonly text: string;
  readonly structure: Structure | undefined;
  readonly fields: readonly Field[] | undefined;
}

/**
 * Reads a decrypted value: a string, number, boolean, object or array, or JSON in a string.
 *
 * The types and shapes of Chariot's Secrets are not published, so nothing here knows a field by its name.
 */
export function readValue(value: unknown): SecretValue {
  const parsed = typeof value === 'string' ? objectIn(value) : value;
  const structure = isRecord(parsed) ? parsed : undefined;
  return { text: textOfJson(value), structure, fields: structure === undefined ? undefined : fieldsOf(structure) };
}

/** Every text of a value. */
export function textsOf(value: SecretValue): string[] {
  return [value.text, ...(value.fields ?? []).map((field) => field.text)];
}

/**
 * Finds a field by its name, or by the names on its path with dots between; undefined when there is none.
 */
export function selectField(value: SecretValue, field: string): SecretValue | undefined {
  const found = memberAt(value.structure, field);
  return found === undefined ? undefined : readValue(found.member);
}

/** The error for a field that does not exist. */
export function fieldNotFound(value: SecretValue, field: string, who: string): ActionError {
  const names = (value.fields ?? []).map(({ path }) => path.join('.'));
  const near = nearNames(field, names);
  const suggestion = near.length === 0 ? '' : ` (did you mean ${near.map(quote).join(' or ')}?)`;
  const count = `${names.length} field${names.length === 1 ? '' : 's'}`;
  const seen = value.fields === undefined ? 'is a single value' : `has ${count}, and none is ${quote(field)}`;
  return new ActionError('field_not_found', `${who} ${seen}${suggestion}`);
}

/**
 * Refuses a value that the server kept back, or that no file could hold.
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
  if (textsOf(value).some((text) => !text.isWellFormed())) {
    throw new ActionError('value_unsupported', `${who} holds half a character (a lone surrogate), which no file can`);
  }
}

/** A whole name wins over a path; found members are wrapped, since one may be null. */
function memberAt(structure: unknown, field: string): { readonly member: unknown } | undefined {
  if (!isRecord(structure)) {
    return undefined;
  }
  if (Object.hasOwn(structure, field)) {
    return { member: structure[field] };
  }
  for (const { index } of field.matchAll(/\./g)) {
    const name = field.slice(0, index);
    const found = Object.hasOwn(structure, name) ? memberAt(structure[name], field.slice(index + 1)) : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function textOfJson(value: unknown): string {
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

/** A document too deep to be walked, or without members, is a text like any other. */
function fieldsOf(structure: Structure): Field[] | undefined {
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

function flatten(value: Structure, path: readonly string[]): Field[] {
  return Object.entries(value).flatMap(([name, member]) =>
    isRecord(member) && Object.keys(member).length > 0
      ? flatten(member, [...path, name])
      : [{ path: [...path, name], text: textOfJson(member) }],
  );
}
