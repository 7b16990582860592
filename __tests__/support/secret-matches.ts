import { parseSecretRequests } from '../../src/language/request.js';
import type { Match } from '../../src/secrets/match.js';
import { resolveRequests } from '../../src/secrets/resolve.js';
import type { SecretEntry } from '../../src/secrets/settings-api.js';

/** An entry of the list. */
export function entryOf(id: string, name: string): SecretEntry {
  return { id, key: `secret/Custom/${id}`, name, type: 'secret/Custom' };
}

/** What requests stand for, where Secrets of these names exist; their ids are numbers. */
export function matchesOf(text: string, names: readonly string[]): readonly Match[] {
  const entries = names.map((name, index) => entryOf(`${index}`, name));
  return resolveRequests(parseSecretRequests(text), entries).matches;
}

/** The same where one Secret is meant. */
export function matchOf(text: string, names: readonly string[]): Match {
  const [match, ...others] = matchesOf(text, names);
  if (match === undefined || others.length > 0) throw new Error(`${text} stands for ${others.length + 1} Secrets`);
  return match;
}
