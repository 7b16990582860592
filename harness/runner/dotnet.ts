/** The string rules of .NET that the runner leans on, where JavaScript's are others. */

// Char.IsWhiteSpace: with U+0085 and without U+FEFF, unlike \s.
const BLANK = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING_BLANKS = new RegExp(`^${BLANK}+`);
const TRAILING_BLANKS = new RegExp(`${BLANK}+$`);

/** The text without the blanks at its start: String.TrimStart. */
export const trimStart = (text: string): string => text.replace(LEADING_BLANKS, '');

/** The text without the blanks at both ends: String.Trim. */
export const trim = (text: string): string => trimStart(text).replace(TRAILING_BLANKS, '');

/** Whether nothing but blanks is in the text: String.IsNullOrWhiteSpace. */
export const isBlank = (text: string): boolean => trimStart(text) === '';

const startsWithMark = (text: string): boolean => /^\p{M}/u.test(text);

/**
 * Where a sign stands in a text by culture, or -1: String.IndexOf(string) without StringComparison.Ordinal.
 * A sign with a combining mark right behind it is another letter and not found. Which marks do so is up to the ICU
 * at hand; every mark is the strict reading.
 */
export function indexOfByCulture(text: string, sign: string, from = 0): number {
  const at = text.indexOf(sign, from);
  if (at < 0 || !startsWithMark(text.slice(at + sign.length))) return at;
  return indexOfByCulture(text, sign, at + 1);
}

/** The last place of a sign in a text by culture, or -1: String.LastIndexOf(string), see indexOfByCulture. */
export function lastIndexOfByCulture(text: string, sign: string, from = text.length): number {
  const at = text.lastIndexOf(sign, from);
  if (at < 0 || !startsWithMark(text.slice(at + sign.length))) return at;
  return at === 0 ? -1 : lastIndexOfByCulture(text, sign, at - 1);
}

function foldLetter(letter: string): string {
  const upper = letter.toUpperCase();
  // An ordinal comparison knows no ß = SS, and nothing outside ASCII equals an ASCII letter (ı, ſ).
  return upper.length !== letter.length || (letter > '\x7f' && upper <= '\x7f') ? letter : upper;
}

const foldCase = (text: string): string => text.replace(/./gsu, foldLetter);

/** Whether two names are the same without case: StringComparison.OrdinalIgnoreCase. */
export const isSameName = (one: string, other: string): boolean => foldCase(one) === foldCase(other);

/** Pairs as a Dictionary with StringComparer.OrdinalIgnoreCase keeps them: the first spelling, the last value. */
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
