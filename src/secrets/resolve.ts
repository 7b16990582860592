import { ActionError } from '../errors.js';
import type { SecretRequest } from '../language/request.js';
import { isListing, isPattern } from '../language/stars.js';
import { quote } from '../untrusted-text.js';
import { type Catalog, catalogOf, lookUp } from './catalog.js';
import { type Match, parsePattern } from './match.js';
import { isNotationInField, type KnownSecrets, missingError } from './missing.js';
import { isKey, type SecretEntry } from './settings-api.js';

/** The most Secrets that one line may match. */
const MOST_MATCHES = 1000;

/** What the requests name, and which optional requests name nothing. */
interface Resolution {
  readonly matches: readonly Match[];
  readonly absent: readonly SecretRequest[];
}

/** Tells whether a request contains the key of its Secret, so that it needs no list. */
export function givesKey(request: SecretRequest): boolean {
  return keyIn(request) !== undefined;
}

/**
 * Finds the Secrets of each request by key, then by id, then by name; quoted selectors by name only. A name that is the
 * whole selector has priority over a name with a field.
 *
 * @throws ActionError secret_not_found for all missing Secrets and all lines in another notation, secret_ambiguous, input_invalid for too many matches
 */
export function resolveRequests(requests: readonly SecretRequest[], known: KnownSecrets, plan = false): Resolution {
  const catalog = catalogOf(known.entries);
  const found = requests.map((request) => ({ request, matches: matchesOf(request, catalog, plan) }));
  const absent = found.filter(({ matches }) => matches.length === 0).map(({ request }) => request);
  const lookups = found.map(({ request, matches }) => ({ request, isFound: matches.length > 0 }));
  const error = lookups.every(({ isFound }) => isFound) ? undefined : missingError(lookups, known);
  if (error !== undefined) {
    throw error;
  }
  return { matches: found.flatMap(({ matches }) => matches), absent };
}

function matchesOf(request: SecretRequest, catalog: Catalog, plan: boolean): Match[] {
  const { entries } = catalog;
  const byKey = keyIn(request);
  if (byKey !== undefined) {
    const entry = catalog.byKey.get(byKey.key);
    return [{ request, ...byKey, entry, starred: undefined, byPattern: false }];
  }
  const byPattern = isPattern(request);
  for (const { text, field } of splits(request)) {
    const found = byPattern
      ? findPattern(text, entries)
      : lookUp(text, request.quoted, catalog).map((entry) => ({ entry, starred: undefined }));
    if (found.length > 0 && field !== undefined && isNotationInField(request, field, entries)) {
      return [];
    }
    if (found.length > 0) {
      checkCount(text, request, found);
      // A listing shows Secrets with one name by their IDs.
      if (!isListing(request, plan)) {
        checkUnique(request, found);
      }
      return found.map(({ entry, starred }) => ({ request, entry, key: entry.key, field, starred, byPattern }));
    }
  }
  return [];
}

/** What may be the name in a selector, and the field after it. */
interface Split {
  readonly text: string;
  readonly field: string | undefined;
}

/** Lists the whole selector, then the selector split at its last dot, at the dot before that, and so on. */
function splits({ selector, quoted, field }: SecretRequest): Split[] {
  // A field contains no star, so only the dots after the last star can end a name.
  const dots = quoted ? [] : [...selector.matchAll(/\.(?!.*\*)/g)].map(({ index }) => index).reverse();
  return [
    { text: selector, field },
    ...dots.map((dot) => ({ text: selector.slice(0, dot), field: selector.slice(dot + 1) })),
  ];
}

type Found = Pick<Match, 'starred'> & { readonly entry: SecretEntry };

function findPattern(text: string, entries: readonly SecretEntry[]): Found[] {
  const match = parsePattern(text);
  return entries.flatMap((entry) => {
    const found = match(entry.name);
    return found === undefined ? [] : [{ entry, ...found }];
  });
}

function checkCount(text: string, { line }: SecretRequest, found: readonly Found[]): void {
  if (found.length > MOST_MATCHES) {
    const message = `\`secrets\`, line ${line}: ${quote(text)} matches ${found.length} Secrets, but the limit is ${MOST_MATCHES}`;
    throw new ActionError('input_invalid', message);
  }
}

function checkUnique({ line }: SecretRequest, found: readonly Found[]): void {
  for (const { name } of found.map(({ entry }) => entry)) {
    const ids = found.flatMap(({ entry }) => (entry.name === name ? [quote(entry.id)] : []));
    if (ids.length > 1) {
      const message = `\`secrets\`, line ${line}: ${ids.length} Secrets have the name ${quote(name)}: ${ids.join(', ')}`;
      throw new ActionError('secret_ambiguous', message);
    }
  }
}

/** Finds the key in a selector, and the field after it; IDs contain no dots. */
function keyIn({ quoted, selector }: SecretRequest): Pick<Match, 'key' | 'field'> | undefined {
  const slash = selector.lastIndexOf('/');
  const dot = selector.indexOf('.', slash);
  const key = dot < 0 ? selector : selector.slice(0, dot);
  if (quoted || !isKey(key) || selector.includes('*')) {
    return undefined;
  }
  return { key, field: dot < 0 ? undefined : selector.slice(dot + 1) };
}
