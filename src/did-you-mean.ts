import { quote } from './untrusted-text.js';

/** The most names that an error suggests. */
const SUGGESTIONS = 3;

/** Suggests near names in the words of an error; returns an empty text if there are none. */
export function suggestion(text: string, names: readonly string[]): string {
  const near = nearNames(text, names);
  return near.length === 0 ? '' : ` (did you mean ${near.map(quote).join(' or ')}?)`;
}

/** Returns the names that are similar to a text: they differ in case, punctuation, or at most two edits in seven letters. */
export function nearNames(text: string, names: readonly string[]): string[] {
  const wanted = letters(text);
  const allowed = Math.max(1, Math.floor((wanted.length * 2) / 7));
  return [...new Set(names)]
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

/**
 * Counts the letters to insert, delete, replace or transpose between two texts, one row of the table at a time.
 *
 * No letter is edited twice (optimal string alignment), so the last two rows are enough.
 */
export function editDistance(a: string, b: string): number {
  const others = [...b];
  let above: number[] = [];
  let row = [...Array(others.length + 1).keys()];
  let previous: string | undefined;
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [column, other] of others.entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      const isSwap = letter === others[column - 1] && previous === other;
      const swapped = isSwap ? (above[column - 1] ?? 0) + 1 : replaced;
      next.push(Math.min(replaced, swapped, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    [above, row, previous] = [row, next, letter];
  }
  return row[others.length] ?? 0;
}
