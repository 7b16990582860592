import { ActionError } from '../errors.js';

/** A line of the input `secrets`, and the place up to which it is read. */
export interface Scanner {
  readonly text: string;
  readonly line: number;
  at: number;
}

/** Tells whether a comment or the end of the line is reached; a `#` starts a comment only after a blank or a semicolon. */
export function isDone({ text, at }: Scanner): boolean {
  return at >= text.length || (text[at] === '#' && (at === 0 || /[\s;]/.test(text.charAt(at - 1))));
}

/** Reads what a sticky pattern matches at the current place; the text may be empty. */
export function scan(scanner: Scanner, pattern: RegExp): string {
  pattern.lastIndex = scanner.at;
  const found = pattern.exec(scanner.text)?.[0] ?? '';
  scanner.at += found.length;
  return found;
}

/** The longest line that an error shows. A part of a longer line could be a part of a secret, and no mask hides that. */
const LONGEST_SHOWN = 120;

/** Makes the error for a place in the line, which its excerpt shows with a caret. */
export function problem(scanner: Scanner, at: number, what: string): ActionError {
  // In a log, `##[` starts a command anywhere in a line, and `::` at its start. The length stays, for the caret.
  const line = scanner.text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll('##[', '# [')
    .replaceAll('::', ': ');
  const { length } = [...line.slice(0, at)];
  const message = `\`secrets\`, line ${scanner.line}, column ${length + 1}: ${what}`;
  const excerpt = line.length > LONGEST_SHOWN ? undefined : `${line}\n${' '.repeat(length)}^`;
  const title = 'A line of the input secrets is invalid';
  const advice = 'Correct this line. docs/secrets.md describes what a line can contain';
  return new ActionError('input_invalid', message, { excerpt, title, advice });
}
