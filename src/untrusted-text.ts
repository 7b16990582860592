import { wordsOfChallenge } from './server-words.js';

/** Replaces our own secrets in the first `most` characters of a text; the masker provides it. */
export type Redact = (text: string, most?: number) => string;

/** The most characters of an untrusted text that are read: far more than are shown, and few enough to be searched at once. */
const READ_LIMIT = 10_000;

/**
 * Makes an untrusted text safe to show: one line, no workflow command, none of our secrets, cut by `cut`.
 *
 * It is the only function that shows untrusted text. Secrets are removed from the raw text, because cleaning can split one,
 * and from the cleaned text, because cleaning can join the parts of one. Both happen before the cut, which could leave half
 * of one.
 */
export function show(text: string, redact: Redact, cut: (line: string) => string): string {
  const redacted = redact(text, READ_LIMIT);
  const line = oneLine(redacted);
  return cut(line === text && redacted === text ? line : redact(line));
}

/** Private-use characters around an untrusted text in a message. The first one names the kind of the text. */
const [NAME, WORDS, ADDRESS, CLOSE] = ['\u{f0000}', '\u{f0001}', '\u{f0002}', '\u{f0003}'];

const MARKS = /[\u{f0000}-\u{f0003}]/gu;

const MARKED = /([\u{f0000}-\u{f0002}])([^\u{f0000}-\u{f0003}]*)\u{f0003}/gu;

/** The most characters of a name that is shown whole, and of the words of a server. */
const [NAME_LIMIT, WORDS_LIMIT] = [120, 300];

/** The most characters of an address of a request that are shown; a server can name a much longer one in its metadata. */
export const LONGEST_ADDRESS = 300;

/**
 * Writes an untrusted name into a message; a name that is longer than `limit` is cut.
 *
 * A text that must be cleaned or cut stays unchanged between two marks: a secret in it can be removed only before that, and
 * only the edge knows the secrets (`reveal`).
 */
export function untrusted(name: string, limit = NAME_LIMIT): string {
  return name.length <= limit && isOneLine(name) ? name : mark(NAME, name);
}

/** Writes an untrusted name into a message, in quotes. */
export function quote(name: string): string {
  return `"${untrusted(name)}"`;
}

/** Writes the words of a server into a message, in quotes; up to 300 characters of them are shown. */
export function quoteWords(words: string): string {
  return mark(WORDS, words);
}

/** Writes an address of a server into a message, in quotes, without its user info, query and fragment. */
export function quoteAddress(address: string): string {
  return `"${mark(ADDRESS, address)}"`;
}

/** Makes a message safe to print: shows the untrusted texts in it, and removes our own secrets. */
export function reveal(message: string, redact: Redact): string {
  const shown = message.replace(MARKED, (_, kind: string, text: string) => {
    if (kind === WORDS) {
      return JSON.stringify(
        show(text, redact, (line) => cutWords(redact(oneLine(wordsOfChallenge(line).join(': ') || line)))),
      );
    }
    return show(text, redact, kind === ADDRESS ? (line) => cutName(bareAddress(line)) : cutName);
  });
  return redact(shown);
}

/** Marks a text of a kind. Twice the limit, so that a secret at the limit stays whole: `show` then finds it. */
function mark(kind: string, text: string): string {
  return `${kind}${text.slice(0, 2 * READ_LIMIT).replace(MARKS, '')}${CLOSE}`;
}

function cutWords(words: string): string {
  return words.length > WORDS_LIMIT ? `${words.slice(0, WORDS_LIMIT).toWellFormed()}…` : words;
}

function cutName(name: string): string {
  return name.length > NAME_LIMIT ? `${name.slice(0, 80).toWellFormed()}…${name.slice(-20).toWellFormed()}` : name;
}

/** Cuts out whole characters (not UTF-16 units) and keeps the last quarter, since long names often differ at their end. */
export function cutMiddle(text: string, limit: number): string {
  const characters = [...text];
  const end = Math.floor(limit / 4);
  return characters.length > limit
    ? [...characters.slice(0, limit - end - 1), '…', ...characters.slice(-end)].join('')
    : text;
}

/** The rest of an address may be a login, or the state of a session that another server started. */
function bareAddress(address: string): string {
  return address.replace(/[?#].*/s, '').replace(/^([a-z][a-z0-9+.-]*:[\\/]*|[\\/]{2,})[^\\/]*@/i, '$1');
}

/** Tells whether a message can contain a text unchanged. */
export function isOneLine(text: string): boolean {
  return oneLine(text) === text;
}

/**
 * Replaces control, format and line characters by blanks, and breaks up what could start a workflow command.
 *
 * For the runner, a lone CR ends a line, and `##[` starts a command anywhere in a line (actions/runner ActionCommand.cs,
 * OutputManager.cs).
 */
function oneLine(text: string): string {
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

/** Writes a text as the start of a sentence. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
