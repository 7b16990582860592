import { ActionError } from '../errors.js';
import { quote } from '../foreign-text.js';
import type { SecretRequest } from './request.js';
import { isKey, type SecretEntry } from './settings-api.js';

/** The most names that an error suggests. */
const SUGGESTIONS = 3;

/** A request whose Secret is known. */
export interface ResolvedRequest {
  readonly request: SecretRequest;
  readonly key: string;
}

/** Whether the request already holds the key of its Secret, so that no list is needed for it. */
export function givesKey(request: SecretRequest): boolean {
  return !request.quoted && isKey(request.selector);
}

/**
 * Finds the Secret of each request: by key, then by id, then by name; a quoted one by name only.
 *
 * @throws ActionError secret_not_found for all that are missing, secret_ambiguous
 */
export function resolveRequests(
  requests: readonly SecretRequest[],
  entries: readonly SecretEntry[],
): ResolvedRequest[] {
  const found = requests.map((request) => ({ request, key: findKey(request, entries) }));
  const missing = found.filter((item) => item.key === undefined).map((item) => item.request);
  if (missing.length > 0) {
    throw notFound(missing, entries);
  }
  return found.flatMap(({ request, key }) => (key === undefined ? [] : [{ request, key }]));
}

function findKey(request: SecretRequest, entries: readonly SecretEntry[]): string | undefined {
  if (givesKey(request)) {
    return request.selector;
  }
  const byHandle = request.quoted
    ? undefined
    : (entries.find((entry) => entry.key === request.selector) ??
      entries.find((entry) => entry.id === request.selector));
  if (byHandle !== undefined) {
    return byHandle.key;
  }
  const named = entries.filter((entry) => entry.name === request.selector);
  if (named.length > 1) {
    const ids = named.map((entry) => quote(entry.id)).join(', ');
    const message = `\`secrets\`, line ${request.line}: ${named.length} Secrets have the name ${quote(request.selector)}: ${ids}`;
    throw new ActionError('secret_ambiguous', message);
  }
  return named[0]?.key;
}

function notFound(missing: readonly SecretRequest[], entries: readonly SecretEntry[]): ActionError {
  const names = missing.map(({ selector, line }) => {
    const near = nearNames(selector, entries);
    const suggestion = near.length === 0 ? '' : ` (did you mean ${near.map(quote).join(' or ')}?)`;
    return `${quote(selector)} in line ${line}${suggestion}`;
  });
  const seen = `the server listed ${entries.length} Secret${entries.length === 1 ? '' : 's'}`;
  return new ActionError('secret_not_found', `No Secret was found for ${names.join(', ')}; ${seen}`);
}

/** The names that differ from a text in little but case, signs, or two letters in seven. */
export function nearNames(text: string, entries: readonly SecretEntry[]): string[] {
  const wanted = letters(text);
  const allowed = Math.max(1, Math.floor((wanted.length * 2) / 7));
  return [...new Set(entries.map((entry) => entry.name))]
    .map((name) => ({ name, distance: editDistance(wanted, letters(name)) }))
    .filter(({ name, distance }) => distance <= allowed || (wanted.length > 3 && letters(name).includes(wanted)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SUGGESTIONS)
    .map(({ name }) => name);
}

function letters(text: string): string {
  return text
    .slice(0, 100)
    .toLowerCase()
    .replace(/[\s_.-]/g, '');
}

/** Levenshtein's distance, one row of the table at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
