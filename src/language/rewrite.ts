import {
  firstOf,
  isQuoted,
  itemsOf,
  LONGEST_LINE,
  type Parses,
  readPipes,
  readWord,
  shareTarget,
  splitsOf,
  writeRequest,
  writeSelector,
} from './notation-parts.js';
import { correctionFor } from './target.js';

/** A quoted text at the start of a word, a comment, the end of a request, or any other character. */
const TOKEN = /(?<![^\s;,|=:>[])"(?:[^"\\]|\\.)*"|(?<comment>(?<![^\s;])#.*)|[;|]|[\s\S]/gu;

/** A part that authors write in this case is a target, not the name of a Secret. */
const isUpper = (text: string) => text === text.toUpperCase();

/**
 * Creates a function that rewrites a line that does not parse: its parts in another order, or without quotes and commas.
 *
 * The function returns one line for each request that does not parse, or undefined if it cannot rewrite all of them.
 */
export function createRewriter(parses: Parses): (lineText: string) => string[] | undefined {
  return (lineText) => {
    const wrong =
      lineText.length > LONGEST_LINE ? [] : requestsIn(lineText).filter((words) => !parses(words.join('|')));
    const lines = wrong.flatMap((words) => rewrite(words, parses) ?? [undefined]);
    const known = lines.filter((line) => line !== undefined);
    return known.length === 0 || known.length < lines.length ? undefined : known;
  };
}

/** Splits a line into requests, and each request at its bars. */
function requestsIn(lineText: string): string[][] {
  const requests = [['']];
  for (const { 0: token, groups } of lineText.matchAll(TOKEN)) {
    const words = requests.at(-1) ?? [];
    if (token === ';') {
      requests.push(['']);
    } else if (token === '|') {
      words.push('');
    } else if (groups?.['comment'] === undefined) {
      words.push(`${words.pop() ?? ''}${token}`);
    }
  }
  return requests.map((words) => words.map((word) => word.trim())).filter((words) => words.join('') !== '');
}

function rewrite(words: readonly string[], parses: Parses): string[] | undefined {
  const valid = (lines: readonly string[]) => (lines.length > 0 && lines.every(parses) ? [...lines] : undefined);
  const attempts = [listLines, paired, withBars, reordered, unquoted];
  return firstOf(attempts, (attempt) => firstOf(attempt(words), valid));
}

/** Rewrites `"a", "b"`. */
function listLines([head = '', ...words]: readonly string[]): string[][] {
  const items = itemsOf(head) ?? [];
  const pipes = shareTarget(readPipes(words), items.length);
  return [items.map((item) => writeRequest({ ...readWord(item), text: selectorOf(item) }, pipes))];
}

/** Rewrites `NAME | name`, `name | "NAME"` and `name | NAME | base64`. */
function reordered(words: readonly string[]): string[][] {
  const { decodings } = readPipes(words);
  const [first, second, ...others] = words.filter((word) => !decodings.includes(word));
  if (first === undefined || second === undefined || others.length > 0) {
    return [];
  }
  const forward = [first, second] as const;
  const backward = [isQuoted(second) ? selectorOf(second) : second, first] as const;
  return (isReversible(first, second) ? [forward, backward] : [forward]).map(([name, target]) => [
    [name, ...decodings, readWord(target.replace(/,$/, '')).text].join(' | '),
  ]);
}

/** Rewrites `name | base64 -> NAME`. */
function withBars(words: readonly string[]): string[][] {
  const text = words.join(' | ');
  return /[-=]>/.test(text) ? [[text.replace(/\s*[-=]>\s*/g, ' | ')]] : [];
}

/** Tells whether the second word is more likely the name: `apikey | MY-NAME` and `ghcr | docker` are not reversed. */
function isReversible(first: string, second: string): boolean {
  return !second.includes('@') && correctionFor(second) === undefined && (isUpper(first) || !isUpper(second));
}

/** Rewrites `"name" -> NAME` and `"NAME": "name"`. */
function paired([head = '', ...words]: readonly string[]): string[][] {
  if (words.length > 0 || !head.startsWith('"')) {
    return [];
  }
  return splitsOf(head).flatMap(({ parts: [left, right], sign, nameFirst }) => {
    const [name, other] = nameFirst ? [left, right] : [right, left];
    const target = readWord(other).text;
    const isClear = /\S/.test(sign) || (isUpper(target) && !target.includes('"'));
    const lines = [
      [selectorOf(name), target],
      ...(isReversible(readWord(name).text, target) ? [[selectorOf(other), readWord(name).text]] : []),
    ];
    return isClear ? lines.map((line) => [line.join(' | ')]) : [];
  });
}

/** Rewrites a name with a quote that is not closed, or with a quoted text that is not JSON. */
function unquoted([head = '', ...words]: readonly string[]): string[][] {
  const inner = /^"([^"]+)"?$/.exec(head)?.[1]?.trim() ?? '';
  return inner === '' ? [] : [[[writeSelector(inner), ...words].join(' | ')]];
}

/** Writes the name in a part: a name that needs no quotes has none. */
function selectorOf(written: string): string {
  const { text } = readWord(written);
  return text.includes('*') ? text : writeSelector(text);
}

/** Tells an author which lines to write. */
export function writeThese(lines: readonly string[]): string {
  const shown = lines.map((line) => `\`${line}\``);
  const last = shown.at(-1);
  return shown.length === 1 ? `write ${last}` : `write one line each: ${shown.slice(0, -1).join(', ')} and ${last}`;
}
