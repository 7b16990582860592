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
  const wanted = lettersOf(text);
  const allowed = Math.max(1, Math.floor((wanted.length * 2) / 7));
  return [...new Set(names)]
    .map((name) => ({ name, distance: editDistance(wanted, lettersOf(name), allowed) }))
    .filter(({ name, distance }) => distance <= allowed || (wanted.length > 3 && lettersOf(name).includes(wanted)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SUGGESTIONS)
    .map(({ name }) => name);
}

function lettersOf(text: string): string {
  return text
    .slice(0, 100)
    .toLowerCase()
    .replace(/[\s_.-]/g, '');
}

/**
 * Counts the letters to insert, delete, replace or transpose between two texts, one row of the table at a time. Counts no
 * further as soon as the number is certainly larger than `most`.
 *
 * No letter is edited twice (optimal string alignment), so the last two rows are enough.
 */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  const others = [...b];
  let above: number[] = [];
  let row = [...Array(others.length + 1).keys()];
  let previous = '';
  for (const letter of a) {
    [above, row] = [row, nextRow([above, row], [previous, letter], others)];
    previous = letter;
    if (Math.min(...above, ...row) > most) {
      break;
    }
  }
  return row[others.length] ?? 0;
}

/** Computes the row below two rows, for the last two letters of one text and all letters of the other. */
function nextRow([above, row]: readonly number[][], [previous, letter]: readonly string[], others: readonly string[]) {
  const next = [(row?.[0] ?? 0) + 1];
  for (const [column, other] of others.entries()) {
    const replaced = (row?.[column] ?? 0) + (letter === other ? 0 : 1);
    const isSwap = letter === others[column - 1] && previous === other;
    const swapped = isSwap ? (above?.[column - 1] ?? 0) + 1 : replaced;
    next.push(Math.min(replaced, swapped, (row?.[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
  }
  return next;
}
