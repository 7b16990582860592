/** The most characters of a foreign text that are printed. */
const TEXT_LIMIT = 300;

/** How `clean` takes secrets out of a text; the masker gives it. */
export type Redact = (text: string) => string;

/**
 * Makes a text of a server safe to print: one line, no workflow command in it, none of our secrets, at most 300 characters.
 *
 * A lone CR ends a line for the runner and `##[` starts a command anywhere in a line (actions/runner ActionCommand.cs,
 * OutputManager.cs). Secrets are taken out before the cut, which could leave the half of one, and on both sides of the
 * cleaning, which could hide one or put one together.
 */
export function sanitize(text: string, redact: Redact): string {
  const safe = redact(oneLine(redact(text)));
  return safe.length > TEXT_LIMIT ? `${safe.slice(0, TEXT_LIMIT).toWellFormed()}…` : safe;
}

/** Private-use characters around a foreign name that must be cleaned or cut before it is shown. */
const OPEN = '\u{f0000}';

const CLOSE = '\u{f0001}';

const MARKED = /\u{f0000}([^\u{f0000}\u{f0001}]*)\u{f0001}/gu;

/** The longest name that is shown whole. */
const NAME_LIMIT = 120;

/**
 * A foreign name in quotes for a message of ours.
 *
 * One that must be cleaned or cut stays as it is, between marks: a secret in it can only be taken out before that, and
 * that is the edge's business (`reveal`).
 */
export function quote(name: string): string {
  const isPlain = oneLine(name) === name && name.length <= NAME_LIMIT;
  return isPlain ? `"${name}"` : `"${OPEN}${name.replace(/[\u{f0000}\u{f0001}]/gu, '')}${CLOSE}"`;
}

/** Makes a message of ours fit to be shown: our secrets taken out, its foreign names cleaned and cut. */
export function revealQuotes(message: string, redact: Redact): string {
  const shown = message.replace(MARKED, (_, name: string) => cutName(redact(oneLine(redact(name)))));
  return redact(shown);
}

function cutName(name: string): string {
  return name.length > NAME_LIMIT ? `${name.slice(0, 80).toWellFormed()}…${name.slice(-20).toWellFormed()}` : name;
}

/** Control, format and line characters become blanks; what could start a workflow command is broken up. */
export function oneLine(text: string): string {
  // Most texts are harmless, and the tables of Unicode are slow to load.
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text) && !/::|##\[/.test(text)) {
    return text;
  }
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/:(?=:)/g, ': ')
    .replace(/#(?=#\[)/g, '# ')
    .trim();
}
