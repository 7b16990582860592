import { isUtf8 } from 'node:buffer';
import { leavesOf } from '../json.js';
import { SHORTEST } from './forms.js';
import { isPublicPem, pemRuns, SECRET_NAME } from './pem.js';

/** A text that a later step can print alone, and whether its key says that it is a secret, whatever it looks like. */
type Part = { readonly text: string; readonly named: boolean };

/** How many texts can be inside each other, for example a password in a URL in a `.env` file in base64. */
const DEPTH = 5;

/** No variable and no argument of a program is longer on Linux; with longer parts, a text could have masks of 100 MB. */
const LONGEST = 128 * 1024;

/** A short word, a date, an IP address or a reference to a variable: a log is full of them. */
const NO_SECRET =
  /^(?:\p{L}{1,11}|\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?|(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?|\$\{\w+\})$/u;

/** What separates the pairs of a line, apart from a line with only one pair. */
const SEPARATORS = [/;/, /[?&]/, /[,{}[\]]/, /\s+/];

/** The other places of a secret in a line. No pattern reads a character more than a few times, however long the line is. */
const PLACES = [
  // What follows a word: `password x` in .netrc, `Bearer x` in a header.
  /(?<key>pass|pwd|token|secret|key|bearer|basic)[\w-]{0,30}["']?\s+(?<text>\S+)/gi,
  // A quoted text, which can contain separators. A quoted key has a separator after it.
  /\\.|"(?<text>(?:\\.|[^"\\])*)"?(?<isKey>\s*[:=])?/gs,
  /'(?<text>(?:'\\''|''|[^'])*)'?(?<isKey>\s*[:=])?/g,
  // Braces of ODBC.
  /=\{(?<text>[^{}]*)\}/g,
  // An item of a list in YAML that is not a pair, and the end of a quoted text of several lines.
  /^(?:-\s+)+(?![\w.-]+:\s)(?<text>.*)/g,
  /^(?<text>[^"']+)["'][;,]?$/g,
  // An element of XML.
  /<(?<key>[^<>]*)>(?<text>[^<]+)/g,
  // The user information of a URL, and its user alone, which can be a token; the password after `user/`, as Oracle writes it.
  /\/(?<text>[^\s/"<>]+)@/g,
  /\/\/(?<text>[^\s/"<>:@]+):(?=[^\s/"<>]*@)/g,
];

const XML_SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** How programs read a value: as it is, without escapes or doubled quotes, or decoded from a URL or XML. */
const READINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) =>
    text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code, sign) => sign ?? String.fromCharCode(Number(`0x${code}`))),
  (text) => text.replace(/'\\''|'"'"'|''/g, "'"),
  unescaped,
  (text) => unescaped(text.replaceAll('+', ' ')),
  (text) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => XML_SIGNS[name] ?? ''),
];

/** Splits a text into its lines, without blanks at both ends. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim());
}

/**
 * Finds what a later step can print alone of a value: its lines, the leaves of JSON, the secret parts of other texts, and all
 * of these in base64. No text in `plain` is a part.
 */
export function contentsOf(value: string, plain: readonly string[] = []): Record<'parts' | 'lines', string[]> {
  const seen = new Set([value, ...plain]);
  const lines = new Set<string>();
  const found = [{ text: value, named: false, depth: 0 }];
  // The loop also reaches the parts that it finds.
  for (const { text, named, depth } of found) {
    const isJson = leavesOf(text).length > 0;
    const own = isJson ? linesOf(text) : printedLines(text);
    own.forEach(lines.add, lines);
    const places = depth < DEPTH ? new Set([text, ...(isJson ? [] : own)]) : [];
    for (const part of [...places].flatMap((place) => partsIn({ text: place, named }))) {
      if (!seen.has(part.text) && !isPublicPem(part.text)) {
        seen.add(part.text);
        found.push({ ...part, depth: depth + 1 });
      }
    }
  }
  return { parts: found.slice(1).map(({ text }) => text), lines: [...lines] };
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
  const values = /[\r\n]/.test(text) || !/[\s=:/"'<]/.test(text) ? [] : valuesIn(text);
  return [...runs, ...values, { text: decoded(text), named }].filter(
    (part) => part.text.length >= SHORTEST && (part.named || !NO_SECRET.test(part.text)),
  );
}

/** Lists the values in a line, each as every program reads it. */
function valuesIn(line: string): Part[] {
  const segments = new Set([line, ...SEPARATORS.flatMap((separator) => line.split(separator))]);
  const places = PLACES.flatMap((place) => Array.from(line.matchAll(place), ({ groups }) => groups ?? {}));
  const values = [...[...segments].flatMap(pairsIn), ...places.filter(({ isKey }) => isKey === undefined)];
  return values.flatMap(({ key = '', text = '' }) =>
    text.length > LONGEST ? [] : READINGS.map((read) => ({ text: read(text), named: SECRET_NAME.test(key) })),
  );
}

/** Reads a line, or a part of it, as a pair. The last of several values after colons can be a password, as in .pgpass. */
function pairsIn(segment: string): { readonly key: string; readonly text: string }[] {
  // The address of a URL is not a value.
  const [, key = '', sign, text = ''] = /^([^=:]*)([=:])[=:>]*\s*(?!\/\/)(.*)$/s.exec(segment.trim()) ?? [];
  const last = sign === ':' ? text.split(/(?<!\\):/).slice(-1) : [];
  const texts = /^["'`]/.test(text)
    ? text.split(text.charAt(0)).slice(1, 2)
    : [text, ...text.split(/\s[#;]/, 1), ...last];
  return texts.map((one) => ({ key, text: one }));
}

/** Decodes base64, also over several lines; returns an empty text for anything else, such as a token. */
function decoded(text: string): string {
  const bytes = Buffer.from(/^[\w+/=\s-]+$/.test(text) ? text : '', 'base64');
  const result = bytes.toString('utf8');
  return isUtf8(bytes) && !/[^\P{Cc}\t\r\n]/u.test(result) ? result : '';
}

function unescaped(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}
