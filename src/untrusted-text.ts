/** The most characters of an untrusted text that are printed. */
const TEXT_LIMIT = 300;

/** Removes our own secrets from a text; the masker provides it. */
export type Redact = (text: string) => string;

/**
 * Makes a text of a server safe to print: one line, no workflow command, none of our secrets, at most 300 characters.
 *
 * For the runner, a lone CR ends a line, and `##[` starts a command anywhere in a line (actions/runner ActionCommand.cs,
 * OutputManager.cs). Secrets are removed before the cut, which could leave half of one. They are removed before and after
 * the cleaning, which can split a secret or join its parts.
 */
export function sanitize(text: string, redact: Redact): string {
  const safe = redact(oneLine(redact(text)));
  return safe.length > TEXT_LIMIT ? `${safe.slice(0, TEXT_LIMIT).toWellFormed()}…` : safe;
}

/** Private-use characters around an untrusted name that must be cleaned or cut before it is printed. */
const OPEN = '\u{f0000}';

const CLOSE = '\u{f0001}';

const MARKED = /\u{f0000}([^\u{f0000}\u{f0001}]*)\u{f0001}/gu;

/** The most characters of a name that is printed whole. */
const NAME_LIMIT = 120;

/**
 * Quotes an untrusted name for a message.
 *
 * A name that must be cleaned or cut stays unchanged between two marks. A secret in it can be removed only before that,
 * and only the edge knows the secrets (`revealQuotes`).
 */
export function quote(name: string): string {
  const isPlain = oneLine(name) === name && name.length <= NAME_LIMIT;
  return isPlain ? `"${name}"` : `"${OPEN}${name.replace(/[\u{f0000}\u{f0001}]/gu, '')}${CLOSE}"`;
}

/** Makes a message safe to print: removes our secrets, and cleans and cuts the names that `quote` marked. */
export function revealQuotes(message: string, redact: Redact): string {
  const shown = message.replace(MARKED, (_, name: string) => cutName(redact(oneLine(redact(name)))));
  return redact(shown);
}

function cutName(name: string): string {
  return name.length > NAME_LIMIT ? `${name.slice(0, 80).toWellFormed()}…${name.slice(-20).toWellFormed()}` : name;
}

/** Replaces control, format and line characters by blanks, and breaks up what could start a workflow command. */
export function oneLine(text: string): string {
  // Most texts need no change, and the Unicode tables of a regular expression load slowly.
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text) && !/::|##\[/.test(text)) {
    return text;
  }
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/:(?=:)/g, ': ')
    .replace(/#(?=#\[)/g, '# ')
    .trim();
}
