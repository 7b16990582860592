import { ActionError } from '../errors.js';
import { attempt, isRecord, leavesOf, parseDocument } from '../json.js';
import { quote } from '../untrusted-text.js';

/** What the platform returns instead of a value that it does not decrypt. */
const HIDDEN = '********';

type Structure = Readonly<Record<string, unknown>>;

/** One field of a structured value; the names of nested objects are on its path, which has at least one name. */
export interface Field {
  readonly path: readonly string[];
  readonly text: string;
}

/** The value of a Secret: the text as the server returned it, and the fields if the text is a JSON object. */
export interface SecretValue {
  readonly text: string;
  readonly structure: Structure | undefined;
  readonly fields: readonly Field[] | undefined;
}

/** The words for a text that has half of a surrogate pair; Node would write another character instead. */
export const UNPAIRED_SURROGATE = 'contains an unpaired surrogate (invalid Unicode), which cannot be written to a file';

/** Joins the names on the path of a field by dots. */
export function pathName({ path }: Field): string {
  return path.join('.');
}

/** Lists the names of the first 20 fields for a message, never their texts. */
export function fieldNames(fields: readonly Field[]): string {
  const names = fields.slice(0, 20).map((field) => quote(pathName(field)));
  return names.join(', ');
}

/**
 * Reads a decrypted value: a string, number, boolean, object or array, or JSON in a string.
 *
 * The types and fields of Chariot's Secrets are not published. This code therefore does not depend on any name.
 */
export function readValue(value: unknown): SecretValue {
  const parsed = typeof value === 'string' ? objectIn(value) : value;
  const structure = isRecord(parsed) ? parsed : undefined;
  return { text: textOfJson(value), structure, fields: structure === undefined ? undefined : fieldsOf(structure) };
}

/** Returns every text of a value. */
export function textsOf(value: SecretValue): string[] {
  return [value.text, ...(value.fields ?? []).map((field) => field.text)];
}

/** Finds a field by its name, or by the names on its path, joined by dots; undefined if there is none, null if it is null. */
export function selectField(value: SecretValue, field: string): SecretValue | null | undefined {
  const found = memberAt(value.structure, field);
  return found && (found.member === null ? null : readValue(found.member));
}

/**
 * Rejects a value that the server did not decrypt, or that a file cannot contain.
 *
 * @throws ActionError secret_not_decrypted, value_unsupported
 */
export function checkValue(raw: unknown, value: SecretValue, who: string): void {
  const texts = textsOf(value);
  const isHidden = texts.flatMap((text) => [text, ...leavesOf(text)]).some((text) => text.trim() === HIDDEN);
  if (raw === null || isHidden) {
    const returned = raw === null ? 'without a value (null)' : 'with eight asterisks instead of the value';
    throw new ActionError('secret_not_decrypted', `${who} was returned ${returned}`);
  }
  if (!texts.every((text) => text.isWellFormed())) {
    throw new ActionError('value_unsupported', `${who} ${UNPAIRED_SURROGATE}`);
  }
}

/** Finds a member by its name or path. A whole name takes precedence over a path. The member is wrapped, because it can be null or undefined. */
function memberAt(value: unknown, field: string): { readonly member: unknown } | undefined {
  const structure = typeof value === 'string' ? objectIn(value) : value;
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
  return /^\s*[{/]/.test(text) ? attempt(() => parseDocument(text)) : undefined;
}

/** Lists the fields of a document; undefined if it has no members, or is nested too deeply for the stack. */
function fieldsOf(structure: Structure): Field[] | undefined {
  const fields = attempt(() => flatten(structure, [])) ?? [];
  return fields.length === 0 ? undefined : fields;
}

function flatten(value: Structure, path: readonly string[]): Field[] {
  return Object.entries(value).flatMap(([name, member]) =>
    isRecord(member) && Object.keys(member).length > 0
      ? flatten(member, [...path, name])
      : [{ path: [...path, name], text: textOfJson(member) }],
  );
}
