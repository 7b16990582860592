import { nearNames } from '../did-you-mean.js';
import { ActionError } from '../errors.js';
import { isPattern, type SecretRequest } from '../language/request.js';
import { quote } from '../untrusted-text.js';
import { type Match, parsePattern } from './match.js';
import { isKey, type SecretEntry } from './settings-api.js';

/** The most Secrets that one line may match. */
const MOST_MATCHES = 1000;

/** What the requests name, and which optional ones name nothing. */
export interface Resolution {
  readonly matches: readonly Match[];
  readonly absent: readonly SecretRequest[];
}

/** Whether the request already holds the key of its Secret, so that no list is needed for it. */
export function givesKey(request: SecretRequest): boolean {
  return keyIn(request) !== undefined;
}

/**
 * Finds the Secrets of each request: by key, then by id, then by name; a quoted one by name only. A whole selector wins
 * over a name with a field.
 *
 * @throws ActionError secret_not_found for all that are missing, secret_ambiguous, input_invalid for too many matches
 */
export function resolveRequests(requests: readonly SecretRequest[], entries: readonly SecretEntry[]): Resolution {
  const found = requests.map((request) => ({ request, matches: matchesOf(request, entries) }));
  const absent = found.filter(({ matches }) => matches.length === 0).map(({ request }) => request);
  const missing = absent.filter(({ optional }) => !optional);
  if (missing.length > 0) {
    throw notFound(missing, entries);
  }
  return { matches: found.flatMap(({ matches }) => matches), absent };
}

function matchesOf(request: SecretRequest, entries: readonly SecretEntry[]): Match[] {
  const byKey = keyIn(request);
  if (byKey !== undefined) {
    const entry = entries.find(({ key }) => key === byKey.key);
    return [{ request, byPattern: false, ...byKey, ...(entry === undefined ? {} : { entry }) }];
  }
  const find = isPattern(request) ? findPattern : findOne;
  for (const { text, field } of splits(request)) {
    const matches = find({ request, text, entries });
    if (matches.length > 0) {
      return matches.map((match) => ({ ...match, ...(field === undefined ? {} : { field }) }));
    }
  }
  return [];
}

/** A selector whole, then without the part behind its last dot, the last but one, and so on. */
function splits({ selector, quoted, field }: SecretRequest): { text: string; field?: string }[] {
  if (quoted) {
    return [{ text: selector, ...(field === undefined ? {} : { field }) }];
  }
  const dots = [...selector.matchAll(/\./g)].map(({ index }) => index).reverse();
  return [{ text: selector }, ...dots.map((dot) => ({ text: selector.slice(0, dot), field: selector.slice(dot + 1) }))];
}

interface Search {
  readonly request: SecretRequest;
  readonly text: string;
  readonly entries: readonly SecretEntry[];
}

function findOne({ request, text, entries }: Search): Match[] {
  const byHandle = request.quoted
    ? undefined
    : (entries.find(({ key }) => key === text) ?? entries.find(({ id }) => id === text));
  const found = byHandle === undefined ? entries.filter(({ name }) => name === text) : [byHandle];
  checkUnique(request, found);
  return found.map((entry) => ({ request, entry, key: entry.key, byPattern: false }));
}

function findPattern({ request, text, entries }: Search): Match[] {
  const match = parsePattern(text);
  const matches = entries.flatMap((entry): Match[] => {
    const found = match(entry.name);
    return found === undefined ? [] : [{ request, entry, key: entry.key, byPattern: true, ...found }];
  });
  if (matches.length > MOST_MATCHES) {
    const message = `\`secrets\`, line ${request.line}: ${quote(text)} matches ${matches.length} Secrets, the limit is ${MOST_MATCHES}`;
    throw new ActionError('input_invalid', message);
  }
  const found = matches.flatMap(({ entry }) => entry ?? []);
  const namesakes = found.filter(({ name }, index) => found.findIndex((other) => other.name === name) !== index);
  for (const { name } of namesakes) {
    checkUnique(
      request,
      found.filter((entry) => entry.name === name),
    );
  }
  return matches;
}

/** The key in a selector, and the field behind it: ids have no dots. */
function keyIn({ quoted, selector }: SecretRequest): { key: string; field?: string } | undefined {
  const slash = selector.lastIndexOf('/');
  const dot = selector.indexOf('.', slash);
  const key = dot < 0 ? selector : selector.slice(0, dot);
  if (quoted || !isKey(key) || selector.includes('*')) {
    return undefined;
  }
  return dot < 0 ? { key } : { key, field: selector.slice(dot + 1) };
}

function checkUnique(request: SecretRequest, found: readonly SecretEntry[]): void {
  if (found.length > 1) {
    const ids = found.map(({ id }) => quote(id)).join(', ');
    const name = quote(found[0]?.name ?? '');
    const message = `\`secrets\`, line ${request.line}: ${found.length} Secrets have the name ${name}: ${ids}`;
    throw new ActionError('secret_ambiguous', message);
  }
}

function notFound(missing: readonly SecretRequest[], entries: readonly SecretEntry[]): ActionError {
  const known = entries.map(({ name }) => name);
  const names = missing.map(({ selector, line }) => {
    const near = nearNames(selector, known);
    const suggestion = near.length === 0 ? '' : ` (did you mean ${near.map(quote).join(' or ')}?)`;
    return `${quote(selector)} in line ${line}${suggestion}`;
  });
  const seen = `the server listed ${entries.length} Secret${entries.length === 1 ? '' : 's'}`;
  return new ActionError('secret_not_found', `No Secret was found for ${names.join(', ')}; ${seen}`);
}
