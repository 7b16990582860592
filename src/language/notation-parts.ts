import { isOneLine } from '../untrusted-text.js';

/** Whether a text is exactly one valid request. */
export type Parses = (line: string) => boolean;

/** The longest line that is compared with other notations: some of the work grows with the square of its length. */
export const LONGEST_LINE = 1000;

/** One part of a line without its quotes and its question mark. */
export interface Word {
  readonly text: string;
  readonly optional: boolean;
}

/** What follows the first bar of a line. */
export interface Pipes {
  readonly decodings: readonly string[];
  readonly target: string | undefined;
}

/** Two parts around a sign of the whole text; the sign decides which part is usually the name of the Secret. */
export interface SignSplit {
  readonly parts: readonly [left: string, right: string];
  readonly sign: string;
  readonly whole: string;
  readonly nameFirst: boolean;
}

/** A target as authors usually write it; a text in lower case is more likely a word of a name. */
export const UPPER_TARGET = /^[A-Z_][A-Z0-9_]*\*?(?:@[a-z-]+)?$|^@[a-z-]+$/;

/** A target in either case, or a decoding. */
export const TARGET = /^[A-Z_]\w*\*?(?:@[a-z-]+)?$|^@[a-z-]+$/i;

/** The signs of other notations. The signs that are least likely inside a name are first. */
const SIGNS: readonly (readonly [sign: string, nameFirst: boolean])[] = [
  ['=>', true],
  ['->', true],
  [':', true],
  ['=', false],
  [' ', true],
  ['\t', true],
];

/** A name that needs no quotes: no sign of the grammar, and not the form of a key, which is not looked up as a name. */
const BARE_NAME = /^(?!secret\/|["#])(?:[^|;*](?!\s#))*(?<![?\s])$/u;

const QUOTED = /^"((?:[^"\\]|\\.)*)"$|^'([^']*)'$/;

/** Characters that a message cannot contain unchanged; see `isOneLine`. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\s|(?<= ) |(?<=:):|(?<=#)#/gu;

/** Writes a name as a selector: as it is, or as a JSON string that has no unsafe characters. */
export function writeSelector(name: string): string {
  return BARE_NAME.test(name) && isOneLine(name) ? name : JSON.stringify(name).replace(UNSAFE, escapeUnits);
}

function escapeUnits(text: string): string {
  return text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Writes a request from its parts. */
export function writeRequest({ text, optional }: Word, { decodings, target }: Pipes): string {
  return [`${text}${optional ? '?' : ''}`, ...decodings, ...(target === undefined ? [] : [target])].join(' | ');
}

/** Reads what follows the first bar of a line. */
export function readPipes(words: readonly string[]): Pipes {
  const isDecoding = (word: string) => word === 'base64' || word === 'hex';
  return { decodings: words.filter(isDecoding), target: words.find((word) => !isDecoding(word)) };
}

/** Removes a NAME if more than one line would have it. */
export function shareTarget({ decodings, target }: Pipes, lines: number): Pipes {
  return { decodings, target: lines === 1 || target?.startsWith('@') === true ? target : undefined };
}

/** Lists the targets that a part can mean, the most likely first: as it is, a sink, with a star, or as a variable. */
export function targetsFor(part: string): (string | undefined)[] {
  if (part === '') {
    return [undefined];
  }
  const variable = part.replace(/[.-]/g, '_').toUpperCase();
  return /^[\w.@*-]+$/.test(part) ? [part, `@${part}`, `${part}_*`, variable, `${variable}_*`] : [];
}

/** Tells whether two texts differ only in case, blanks and punctuation. */
export function isSameWord(a: string, b: string): boolean {
  const letters = (word: string) => word.toLowerCase().replace(/[\s_.-]/g, '');
  return letters(a) === letters(b);
}

/** Removes the question mark at the end of a part, and quotes of either kind around the part. */
export function readWord(written: string): Word {
  const trimmed = written.trim();
  const optional = trimmed.endsWith('?');
  return { text: unquote(optional ? trimmed.slice(0, -1).trim() : trimmed), optional };
}

/** Tells whether a part is in quotes of either kind, perhaps before a question mark. */
export function isQuoted(written: string): boolean {
  return QUOTED.test(written.replace(/\s*\?$/, ''));
}

function unquote(text: string): string {
  const inner = QUOTED.exec(text);
  if (inner === null) {
    return text;
  }
  try {
    const name: unknown = JSON.parse(text);
    return String(name);
  } catch {
    return inner[1] ?? inner[2] ?? text;
  }
}

/** Reads a list: commas, perhaps in brackets, or a dash or `export` before one item; undefined for any other text. */
export function itemsOf(text: string): string[] | undefined {
  const undashed = text.replace(/^(?:-|export)\s+/, '');
  const list = /^\[(.*)\]$/.exec(undashed)?.[1] ?? undashed;
  const items = [...list.matchAll(/\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^,]+)\s*(?:,|$)/g)].flatMap(([, item = '']) =>
    item.trim() === '' ? [] : [item.trim()],
  );
  return list === text && !text.includes(',') ? undefined : items;
}

/** Splits a text at the first and the last place of each sign. */
export function splitsOf(text: string): SignSplit[] {
  return SIGNS.flatMap(([sign, nameFirst]) =>
    [...new Set([text.indexOf(sign), text.lastIndexOf(sign)])]
      .filter((at) => at > 0)
      .map((at): SignSplit => {
        const parts = [text.slice(0, at).trim(), text.slice(at + sign.length).trim()] as const;
        return { parts, sign, whole: text, nameFirst };
      }),
  );
}

/** Returns the first result that is not undefined. */
export function firstOf<T, R>(items: readonly T[], attempt: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = attempt(item);
    if (result !== undefined) {
      return result;
    }
  }
  return undefined;
}
