import { SECRET_NAME } from './pem.js';

/** A text that a later step can print alone, and whether its key says that it is a secret, whatever it looks like. */
export type Part = { readonly text: string; readonly named: boolean };

/** No variable and no argument of a program is longer on Linux; with longer parts, a text could have masks of 100 MB. */
const LONGEST = 128 * 1024;

/** What separates the pairs of a line, apart from a line with only one pair. */
const SEPARATORS = [/;/, /[?&]/, /[,{}[\]]/, /\s+/];

/**
 * The other places of a secret in a line, each with a text without which it does not occur. No pattern reads a character more than
 * a few times, however long the line is.
 */
const PLACES: readonly (readonly [needs: string, pattern: RegExp])[] = [
  // What follows a word: `password x` in .netrc, whatever it looks like; `Bearer x` in a header.
  ['password', /^(?:(?:machine|login|account)\s+\S+\s+|default\s+)*(?<key>password)\s+(?<text>\S+)/g],
  ['', /(?:pass|pwd|token|secret|key|bearer|basic)[\w-]{0,30}["']?\s+(?<text>\S+)/gi],
  // A quoted text, which can contain separators. A quoted key has a separator after it.
  ['"', /\\.|"(?<text>(?:\\.|""|[^"\\])*)"?(?<isKey>\s*[:=])?/gs],
  ["'", /'(?<text>(?:'\\''|''|[^'])*)'?(?<isKey>\s*[:=])?/g],
  // Braces of ODBC.
  ['={', /=\{(?<text>[^{}]*)\}/g],
  // An item of a list in YAML that is not a pair, and the end of a quoted text of several lines.
  ['-', /^(?:-\s+)+(?![\w.-]+:\s)(?<text>.*)/g],
  ['', /^(?<text>[^"']+)["'][;,]?$/g],
  // An element of XML.
  ['<', /<(?<key>[^<>]*)>(?<text>[^<]+)/g],
  ['<!', /<!\[CDATA\[(?<text>[^\]]*)/g],
  // The user information of a URL, and its user alone, which can be a token; the password after `user/`, as Oracle writes it.
  ['@', /\/(?<text>[^\s/"<>]+)@/g],
  ['@', /\/\/(?<text>[^\s/"<>:@]+):(?=[^\s/"<>]*@)/g],
];

const XML_SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** How programs read a value: as it is, without escapes or doubled quotes, or decoded from a URL or XML. */
const READINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) =>
    text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code, sign) => sign ?? String.fromCharCode(Number(`0x${code}`))),
  (text) => text.replace(/'\\''|'"'"'|''/g, "'").replaceAll('""', '"'),
  unescaped,
  (text) => unescaped(text.replaceAll('+', ' ')),
  (text) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => XML_SIGNS[name] ?? ''),
];

/** Lists the values in a line, each as every program reads it. */
export function valuesIn(line: string): Part[] {
  const segments = new Set([line, ...SEPARATORS.flatMap((separator) => line.split(separator))]);
  const places = PLACES.flatMap(([needs, pattern]) =>
    line.includes(needs) ? Array.from(line.matchAll(pattern), ({ groups }) => groups ?? {}) : [],
  );
  const values = [
    ...[...segments].flatMap(pairsIn),
    ...itemsIn(line),
    // A line of an element of XML.
    ...(/&\w+;/.test(line) ? [{ text: line }] : []),
    ...places.filter(({ isKey }) => isKey === undefined),
  ];
  return values.flatMap(({ key = '', text = '' }) =>
    text.length > LONGEST ? [] : readingsOf(text).map((one) => ({ text: one, named: SECRET_NAME.test(key) })),
  );
}

function readingsOf(text: string): readonly string[] {
  return /[\\'"%+&]/.test(text) ? READINGS.map((read) => read(text)) : [text];
}

/** Reads the items of a list after a name, such as `tokens: [a, b]` or `TOKENS=a,b`. */
function itemsIn(line: string): { readonly key: string; readonly text: string }[] {
  const [start = '', key = ''] = /^\W*([\w.-]+)["']?\s*[=:]/.exec(line) ?? [];
  const items = start === '' ? [] : line.slice(start.length).split(/[,[\]]/);
  return items.length < 2 ? [] : items.map((item) => ({ key, text: item.trim() }));
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

function unescaped(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}
