import { parseSecretRequests } from '../../src/language/request.js';
import type { Match } from '../../src/secrets/match.js';
import { resolveRequests } from '../../src/secrets/resolve.js';
import type { SecretEntry } from '../../src/secrets/settings-api.js';

/** Creates an entry of the list of Secrets. */
export function entryOf(id: string, name: string): SecretEntry {
  return { id, key: `secret/Custom/${id}`, name, type: 'secret/Custom', updatedAt: undefined };
}

/** Resolves requests in a project with Secrets of these names; their IDs are numbers. */
export function matchesOf(text: string, names: readonly string[]): readonly Match[] {
  const entries = names.map((name, index) => entryOf(`${index}`, name));
  return resolveRequests(parseSecretRequests(text), { entries, isMasked: () => false }).matches;
}

/** Resolves a request that selects exactly one Secret. */
export function matchOf(text: string, names: readonly string[]): Match {
  const [match, ...others] = matchesOf(text, names);
  if (match === undefined || others.length > 0) throw new Error(`${text} does not select exactly one Secret.`);
  return match;
}
