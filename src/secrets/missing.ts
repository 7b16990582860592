import { nearNames, suggestion } from '../did-you-mean.js';
import { ActionError } from '../errors.js';
import { correctionsFor, type Find } from '../language/notation.js';
import { writeSelector } from '../language/notation-parts.js';
import { parseSecretRequests, type SecretRequest } from '../language/request.js';
import { writeThese } from '../language/rewrite.js';
import { isOneLine, quote } from '../untrusted-text.js';
import { parsePattern } from './match.js';
import type { SecretEntry } from './settings-api.js';

/** The Secrets that the server listed, and whether a mask hides a text. */
export interface KnownSecrets {
  readonly entries: readonly SecretEntry[];
  readonly isMasked: (text: string) => boolean;
}

/** The most Secrets of which an error lists all names. */
const MOST_NAMES = 10;

/** The longest line that an error shows; a longer line needs more than one look to copy. */
const LONGEST_SHOWN = 300;

/**
 * Makes the one error for all requests that select nothing: the required ones, and those in another notation.
 *
 * A `?` makes a missing Secret optional, but does not suppress the error for a line in another notation.
 */
export function missingError(absent: readonly SecretRequest[], known: KnownSecrets): ActionError | undefined {
  const find = createFinder(known.entries);
  const mostSuggestions = Math.max(1, Math.floor(MOST_COMPARED / Math.max(1, known.entries.length)));
  const missing = absent.flatMap((request, index) => {
    const lines = correctedLines(request, find);
    if (lines !== undefined) {
      return [`${quote(request.text)} in line ${request.line} (${writeThese(lines)})`];
    }
    const { optional, selector, line } = request;
    return optional
      ? []
      : [`${quote(selector)} in line ${line}${adviceFor(request, index < mostSuggestions ? known.entries : [])}`];
  });
  const message = `No Secret was found for ${missing.join(', ')}; ${describeList(known)}`;
  return missing.length === 0 ? undefined : new ActionError('secret_not_found', message);
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
  const isShown = (line: string) => line.length <= LONGEST_SHOWN && isOneLine(line);
  return lines?.every(isShown) === true ? lines : undefined;
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

/** The most comparisons of a part of a line with a name: a second of work, enough for 30 lines and 1,000 Secrets. */
const MOST_COMPARED = 300_000;

/** The fewest letters and digits of a part that can be near a name, and the most by which the lengths may differ. */
const [LEAST_NEAR, MOST_MORE] = [3, 2];

/** The most fields on a path that are tried: each is a comparison with every name. */
const MOST_FIELDS = 10;

/** Creates a function that finds the selector for a part of a line, as an exact Secret or as a near name. */
function createFinder(entries: readonly SecretEntry[]): Find {
  const names = entries.map(({ name }) => name);
  const handles = new Set(entries.flatMap(({ id, key }) => [id, key]));
  const known = new Set(names);
  const exact = (text: string) => {
    if (text.endsWith('.*')) {
      return undefined;
    }
    if (text.includes('*')) {
      return names.some((name) => parsePattern(text)(name) !== undefined) ? text : undefined;
    }
    return handles.has(text) ? text : known.has(text) ? writeSelector(text) : undefined;
  };
  let left = MOST_COMPARED;
  // A suggestion may also be a longer name that contains the text; a line to copy may not.
  const near = (text: string) => {
    const isNear = (name: string) => Math.abs(name.length - text.length) <= MOST_MORE;
    const isTooShort = text.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_NEAR;
    left -= isTooShort ? 0 : names.length;
    return (isTooShort || left < 0 ? [] : nearNames(text, names)).filter(isNear).map(writeSelector)[0];
  };
  const found = new Map<string, string | undefined>();
  return (part) => {
    if (!found.has(part)) {
      found.set(part, inSplits(part, exact) ?? inSplits(part, near));
    }
    return found.get(part);
  };
}

/** Looks up the whole text, then the text before its last dot, before the dot before that, and so on. */
function inSplits(part: string, look: Find): string | undefined {
  const dots = [...part.matchAll(/\./g)]
    .map(({ index }) => index)
    .reverse()
    .slice(0, MOST_FIELDS);
  for (const end of [part.length, ...dots]) {
    const field = part.slice(end);
    const selector = /\*(?!$)|[^.]\*/.test(field) ? undefined : look(part.slice(0, end));
    if (selector !== undefined) {
      return `${selector}${field}`;
    }
  }
  return undefined;
}
