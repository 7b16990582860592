import { quote } from './untrusted-text.js';

/** The most names that an error suggests. */
const SUGGESTIONS = 3;

/** Suggests near names in the words of an error; returns an empty text if there are none. */
export function suggestion(text: string, names: readonly string[]): string {
  const near = nearNames(text, names);
  return near.length === 0 ? '' : ` (did you mean ${near.map(quote).join(' or ')}?)`;
}

/** Returns the names that are similar to a text: they differ in case, punctuation, or at most two letters in seven. */
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

/** Computes Levenshtein's distance, one row of the table at a time. */
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
