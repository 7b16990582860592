import { nearNames, suggestion } from '../did-you-mean.js';
import { ActionError, type LineResult } from '../errors.js';
import { pathName, type SecretValue } from '../formats/value.js';
import { correctionsFor } from '../language/notation.js';
import type { Find } from '../language/notation-lines.js';
import { writeSelector } from '../language/notation-parts.js';
import { parseSecretRequests, type SecretRequest } from '../language/request.js';
import { writeThese } from '../language/rewrite.js';
import { isOneLine, quote } from '../untrusted-text.js';
import { createFinder, MOST_COMPARED } from './finder.js';
import type { SecretEntry } from './settings-api.js';

/** The Secrets that the server listed, and whether a mask hides a text. */
export interface KnownSecrets {
  readonly entries: readonly SecretEntry[];
  readonly isMasked: (text: string) => boolean;
}

/** A request, and whether a Secret was found for it. */
export interface Lookup {
  readonly request: SecretRequest;
  readonly isFound: boolean;
}

/** The most Secrets, and the most requests, that an error names: the runner cuts it at 4096 characters (ExecutionContext.cs). */
const [MOST_NAMES, MOST_NAMED] = [10, 20];

/** The longest line that an error shows; a longer line needs more than one look to copy. */
const LONGEST_SHOWN = 300;

/**
 * Makes the one error for all requests that select nothing: the required ones, and those in another notation.
 *
 * A `?` makes a missing Secret optional, but does not suppress the error for a line in another notation.
 */
export function missingError(lookups: readonly Lookup[], known: KnownSecrets): ActionError | undefined {
  const find = createFinder(known.entries);
  let left = Math.max(1, Math.floor(MOST_COMPARED / Math.max(1, known.entries.length)));
  const looked = lookups.map(({ request, isFound }): LineResult & { readonly words: string } => {
    const { line, text, selector } = request;
    const lines = isFound ? undefined : correctedLines(request, find);
    if (lines !== undefined) {
      const words = `${quote(text)} in line ${line} (${writeThese(lines)})`;
      return { line, text, result: 'written in another notation', isWrong: true, instead: lines, words };
    }
    if (isFound || request.optional) {
      return { line, text, result: isFound ? 'found' : 'optional, not there', isWrong: false, instead: [], words: '' };
    }
    const entries = left > 0 ? known.entries : [];
    left -= 1;
    const words = `${quote(selector)} in line ${line}${adviceFor(request, entries)}`;
    return { line, text, result: 'no such Secret', isWrong: true, instead: nearLines(request, entries), words };
  });
  const missing = looked.filter(({ isWrong }) => isWrong);
  const unnamed = missing.length > MOST_NAMED ? [`and ${missing.length - MOST_NAMED} more`] : [];
  const named = [...missing.slice(0, MOST_NAMED).map(({ words }) => words), ...unnamed].join(', ');
  const message = `No Secret was found for ${named}; ${describeList(known)}`;
  const advice = missing.every(({ instead }) => instead.length > 0) ? 'Correct these lines as suggested' : [];
  const title = `${missing.length} of ${looked.length} requested Secrets not found`;
  return missing.length === 0
    ? undefined
    : new ActionError('secret_not_found', message, { title, advice, lines: looked });
}

/** Writes a line again with the nearest name, if a log can show that. */
function nearLines({ selector, quoted, text }: SecretRequest, entries: readonly SecretEntry[]): string[] {
  const names = entries.map(({ name }) => name);
  const [near] = nearNames(selector, names);
  const written = quoted ? JSON.stringify(selector) : selector;
  const line = near === undefined ? text : text.replace(written, () => writeSelector(near));
  return line !== text && isShown(line) ? [line] : [];
}

/** Suggests near names for a request that selects nothing, or how to write `ghcr.pass*` and names that start with `ghcr.`. */
export function adviceFor({ selector, allFields }: SecretRequest, entries: readonly SecretEntry[]): string {
  const names = entries.map(({ name }) => name);
  const parent = selector.includes('*') ? names.find((name) => selector.startsWith(`${name}.`)) : undefined;
  if (parent !== undefined) {
    return ` ("*" matches no part of a field; for every field, write \`${writeSelector(parent)}.*\`)`;
  }
  if (!allFields || !names.some((name) => name.startsWith(`${selector}.`))) {
    return suggestion(selector, names);
  }
  const pattern = writeSelector(selector) === selector ? `write \`${selector}*\`, or ` : 'write ';
  return ` (".*" means fields; for the names that start with ${quote(`${selector}.`)}, ${pattern}one line for each name)`;
}

/** Signs of another notation that hardly occur in the name of a field, unlike those of `auths.https://host`. */
const SIGN_IN_FIELD = /[-=]>|,\s|\s(?:[A-Z_][A-Z0-9_]*\*?(?:@[a-z-]+)?|@[a-z-]+)$/;

/** Tells whether what seems to be a field is another notation after the name of a field, as in `ghcr.password -> X`. */
export function isNotationInField(request: SecretRequest, field: string, entries: readonly SecretEntry[]): boolean {
  return !request.quoted && SIGN_IN_FIELD.test(field) && correctedLines(request, createFinder(entries)) !== undefined;
}

function correctedLines({ text }: SecretRequest, find: Find): readonly string[] | undefined {
  const lines = correctionsFor(text, find, isOneRequest);
  return lines?.every(isShown) === true ? lines : undefined;
}

function isShown(line: string): boolean {
  return line.length <= LONGEST_SHOWN && isOneLine(line);
}

function isOneRequest(line: string): boolean {
  try {
    return parseSecretRequests(line).length === 1;
  } catch {
    return false;
  }
}

/** Describes the list. A name that a mask hides would be shown as `***`, so it is left out. */
function describeList({ entries, isMasked }: KnownSecrets): string {
  const count = `the server listed ${entries.length} Secret${entries.length === 1 ? '' : 's'}`;
  const shown = entries.length > MOST_NAMES ? [] : entries.filter(({ name }) => !isMasked(name));
  const names = [...new Set(shown.map(({ name }) => quote(name)))].join(', ');
  const separator = shown.length < entries.length ? ', among them ' : ': ';
  return names === '' ? count : `${count}${separator}${names}`;
}

/** What to do about a field without a value. */
export const OPTIONAL_ADVICE = 'A `?` after the name makes the field optional';

/** The line of `secrets` that requests a field. */
interface FieldRequest {
  /** The Secret, for messages. */
  readonly who: string;
  readonly line: number;
  readonly text: string;
}

/** Writes a line again with the nearest field, if a log can show that. */
function nearFieldLines(text: string, field: string, names: readonly string[]): string[] {
  const [near] = nearNames(field, names);
  return near !== undefined && isOneLine(near) ? [text.replace(`.${field}`, () => `.${near}`)] : [];
}

const FIELDS_ADVICE = 'Write the name of an existing field. A plan with the line `*` lists the fields of each Secret';

/** Creates the error for a field that does not exist. */
export function fieldNotFound(value: SecretValue, field: string, { who, line, text }: FieldRequest): ActionError {
  const names = (value.fields ?? []).map(pathName);
  const seen = `has ${names.length} field${names.length === 1 ? '' : 's'}, but no field ${quote(field)}${suggestion(field, names)}`;
  const isSingle = value.fields === undefined;
  return new ActionError('field_not_found', `${who} ${isSingle ? 'is a single value without fields' : seen}`, {
    advice: [isSingle ? 'Remove the field from the line to export the whole value' : FIELDS_ADVICE, OPTIONAL_ADVICE],
    lines: [{ line, text, result: 'no such field', isWrong: true, instead: nearFieldLines(text, field, names) }],
  });
}
