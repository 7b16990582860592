/** The most characters of a foreign text that are printed. */
const LIMIT = 300;

/** How `clean` takes secrets out of a text; the masker gives it. */
export type Redact = (text: string) => string;

/**
 * Makes a text of a server safe to print: one line, no workflow command in it, none of our secrets, at most 300 characters.
 *
 * A lone CR ends a line for the runner and `##[` starts a command anywhere in a line (actions/runner ActionCommand.cs,
 * OutputManager.cs). Secrets are taken out before the cut, which could leave the half of one, and on both sides of the
 * cleaning, which could hide one or put one together.
 */
export function clean(text: string, redact: Redact): string {
  const safe = redact(oneLine(redact(text)));
  return safe.length > LIMIT ? `${safe.slice(0, LIMIT).toWellFormed()}…` : safe;
}

/** A foreign name in quotes for a message of ours, safe to print; a very long one is cut in the middle. */
export function quote(name: string): string {
  const line = oneLine(name);
  return `"${line.length > 120 ? `${line.slice(0, 80).toWellFormed()}…${line.slice(-20).toWellFormed()}` : line}"`;
}

/** Control, format and line characters become blanks; what could start a workflow command is broken up. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/:(?=:)/g, ': ')
    .replace(/#(?=#\[)/g, '# ')
    .trim();
}
