import { isUtf8 } from 'node:buffer';
import { leavesOf } from '../json.js';
import { SHORTEST } from './forms.js';
import { isPublicPem, pemRuns } from './pem.js';
import { type Part, valuesIn } from './places.js';

/** How many texts can be inside each other, for example a password in a URL in a `.env` file in base64. */
const DEPTH = 5;

/** A text with more parts is not a usual document, but could keep this process busy for minutes. Leaves of JSON do not count. */
const MOST_PARTS = 10_000;

/** A short word, a date, an IP address or a reference to a variable: a log is full of them. */
const NO_SECRET =
  /^(?:\p{L}{1,11}|\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?|(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?|\$\{\w+\})$/u;

/** Splits a text into its lines, without blanks at both ends. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}

/** What a later step can print alone of a value, and whether there is more. */
export interface Contents {
  readonly parts: string[];
  readonly lines: string[];
  readonly isCut: boolean;
}

/**
 * Finds what a later step can print alone of a value: its lines, the leaves of JSON, the secret parts of other texts, and all
 * of these in base64. No text in `plain` is a part.
 */
export function contentsOf(value: string, plain: readonly string[] = []): Contents {
  const seen = new Set([value, ...plain]);
  const lines = new Set<string>();
  const found = [{ text: value, named: false, depth: 0 }];
  // The loop also reaches the parts that it finds.
  for (const { text, named, depth } of found) {
    const isJson = leavesOf(text).length > 0;
    const own = isJson ? linesOf(text) : printedLines(text);
    own.forEach(lines.add, lines);
    const places = depth < DEPTH ? new Set([text, ...(isJson ? [] : own)]) : [];
    for (const part of partsOf(places, { named, isFull: () => !isJson && found.length > MOST_PARTS })) {
      if (!seen.has(part.text) && !isPublicPem(part.text)) {
        seen.add(part.text);
        found.push({ ...part, depth: depth + 1 });
      }
    }
  }
  const parts = found.slice(1).map(({ text }) => text);
  return { parts, lines: [...lines], isCut: parts.length >= MOST_PARTS && leavesOf(value).length === 0 };
}

/** Lists the parts in places, one place after another, until there are enough. */
function* partsOf(places: Iterable<string>, { named, isFull }: { named: boolean; isFull: () => boolean }) {
  for (const text of places) {
    if (isFull()) {
      return;
    }
    yield* partsIn({ text, named });
  }
}

/** Splits a text also where `\n` is written in place of a newline, as `echo -e` prints it. */
function printedLines(text: string): string[] {
  return [text, ...text.split(/(?:\\r)?\\n/)].flatMap(linesOf);
}

/** Lists the parts of a line or of a whole text: every leaf of JSON, or what is long enough and not common in logs. */
function partsIn({ text, named }: Part): Part[] {
  const leaves = leavesOf(text);
  if (leaves.length > 0) {
    return leaves.map((leaf) => ({ text: leaf, named: true }));
  }
  const runs = pemRuns(text).map((run) => ({ text: run, named: true }));
  const values = /[\r\n]/.test(text) || !/[\s=:/"'<&%\\]/.test(text) ? [] : valuesIn(text);
  return [...runs, ...values, { text: decoded(text), named }].filter(
    (part) => part.text.length >= SHORTEST && (part.named || !NO_SECRET.test(part.text)),
  );
}

/** Decodes base64, also over several lines; returns an empty text for anything else, such as a token. */
function decoded(text: string): string {
  const bytes = Buffer.from(/^[\w+/=\s-]+$/.test(text) ? text : '', 'base64');
  const result = isUtf8(bytes) ? bytes.toString('utf8') : '';
  return /[^\P{Cc}\t\r\n]/u.test(result) ? '' : result;
}
