import type { SecretEntry } from './settings-api.js';

/** The Secrets of the list, and where to find each. */
export interface Catalog {
  readonly entries: readonly SecretEntry[];
  readonly byKey: ReadonlyMap<string, SecretEntry>;
  readonly byId: ReadonlyMap<string, SecretEntry>;
  readonly byName: ReadonlyMap<string, readonly SecretEntry[]>;
}

/** Makes the catalog of a list. */
export function catalogOf(entries: readonly SecretEntry[]): Catalog {
  // The first of several entries with one key or ID has priority.
  const last = entries.toReversed();
  return {
    entries,
    byKey: new Map(last.map((entry) => [entry.key, entry])),
    byId: new Map(last.map((entry) => [entry.id, entry])),
    byName: groupBy(entries, ({ name }) => name),
  };
}

/** Finds Secrets by key, then by ID, then by name; by name only if the text is quoted. */
export function lookUp(text: string, isQuoted: boolean, { byKey, byId, byName }: Catalog): readonly SecretEntry[] {
  const byHandle = byKey.get(text) ?? byId.get(text);
  return isQuoted || byHandle === undefined ? (byName.get(text) ?? []) : [byHandle];
}

/** Groups items in their order; Node 20 has no `Map.groupBy`. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    group === undefined ? groups.set(keyOf(item), [item]) : group.push(item);
  }
  return groups;
}
