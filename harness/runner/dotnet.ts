/** The string rules of .NET that the runner uses and that differ from those of JavaScript. */

// Char.IsWhiteSpace: with U+0085 and without U+FEFF, unlike \s.
const BLANK = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING_BLANKS = new RegExp(`^${BLANK}+`);
const TRAILING_BLANKS = new RegExp(`${BLANK}+$`);

/** Removes the blanks at the start of a text: String.TrimStart. */
export const trimStart = (text: string): string => text.replace(LEADING_BLANKS, '');

/** Removes the blanks at both ends of a text: String.Trim. */
export const trim = (text: string): string => trimStart(text).replace(TRAILING_BLANKS, '');

/** Whether a text consists only of blanks: String.IsNullOrWhiteSpace. */
export const isBlank = (text: string): boolean => trimStart(text) === '';

const startsWithMark = (text: string): boolean => /^\p{M}/u.test(text);

/**
 * Finds the first position of a sign in a text by culture, or -1: String.IndexOf(string) without StringComparison.Ordinal.
 *
 * A sign directly before a combining mark is a different letter, and is not found. Which marks combine depends on the version of
 * ICU; here, every mark combines, which is the strictest rule.
 */
export function indexOfByCulture(text: string, sign: string, from = 0): number {
  const at = text.indexOf(sign, from);
  if (at < 0 || !startsWithMark(text.slice(at + sign.length))) return at;
  return indexOfByCulture(text, sign, at + 1);
}

/** Finds the last position of a sign in a text by culture, or -1: String.LastIndexOf(string), see indexOfByCulture. */
export function lastIndexOfByCulture(text: string, sign: string, from = text.length): number {
  const at = text.lastIndexOf(sign, from);
  if (at < 0 || !startsWithMark(text.slice(at + sign.length))) return at;
  return at === 0 ? -1 : lastIndexOfByCulture(text, sign, at - 1);
}

function foldLetter(letter: string): string {
  const upper = letter.toUpperCase();
  // In an ordinal comparison, ß does not equal SS, and no other letter equals an ASCII letter (ı, ſ).
  return upper.length !== letter.length || (letter > '\x7f' && upper <= '\x7f') ? letter : upper;
}

const foldCase = (text: string): string => text.replace(/./gsu, foldLetter);

/** Whether two names are equal if case is ignored: StringComparison.OrdinalIgnoreCase. */
export const isSameName = (one: string, other: string): boolean => foldCase(one) === foldCase(other);

/** Collects pairs as a Dictionary with StringComparer.OrdinalIgnoreCase does: the first spelling, the last value. */
export function caselessMap(pairs: Iterable<readonly [string, string]>): Map<string, string> {
  const map = new Map<string, string>();
  const spellings = new Map<string, string>();
  for (const [name, value] of pairs) {
    const folded = foldCase(name);
    const spelling = spellings.get(folded) ?? name;
    spellings.set(folded, spelling);
    map.set(spelling, value);
  }
  return map;
}
