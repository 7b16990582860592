import { indexOfByCulture, lastIndexOfByCulture } from './dotnet.js';

/** One encoding of a secret that is also masked; an empty result masks nothing (ValueEncoders.cs). */
export type ValueEncoder = (value: string) => string;

const base64 = (value: string, shift: number): string => {
  const bytes = Buffer.from(value, 'utf8');
  return bytes.subarray(bytes.length > shift ? shift : 0).toString('base64');
};

// Newtonsoft also escapes these three characters; JSON.stringify does not.
const jsonEscape: ValueEncoder = (value) =>
  JSON.stringify(value)
    .slice(1, -1)
    .replace(/[\u0085\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

// Uri.EscapeDataString follows RFC 3986 and also escapes !'()*; encodeURIComponent does not.
const uriEscape: ValueEncoder = (value) =>
  encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const XML_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['&', '&amp;'],
]);
const xmlEscape: ValueEncoder = (value) => value.replace(/[<>"'&]/g, (sign) => XML_ENTITIES.get(sign) ?? sign);

const withoutQuotes: ValueEncoder = (value) =>
  value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '';

const unlessShort = (section: string): string => (section.length >= 6 ? section : '');

// PowerShell prints a command with & in two colors, so a secret appears in two parts. `includes` is ordinal, but the position is
// found by culture: before a combining mark, the position is -1, and the runner cuts the text as this code does.
const beforeAmpersand: ValueEncoder = (value) => {
  if (value.includes('&+')) return unlessShort(value.slice(0, indexOfByCulture(value, '&+') + 2));
  return unlessShort(value.slice(0, lastIndexOfByCulture(value, '&') + 1));
};

// The first letter after &+ has a separate color and is skipped.
const afterAmpersand: ValueEncoder = (value) => {
  if (value.includes('&+')) return unlessShort(value.slice(indexOfByCulture(value, '&+') + 3));
  return value.includes('&') ? unlessShort(value.slice(lastIndexOfByCulture(value, '&') + 1)) : '';
};

/** The encoders of the runner, in the order in which the runner registers them: HostContext.cs. */
export const valueEncoders: readonly ValueEncoder[] = [
  (value) => base64(value, 0),
  (value) => base64(value, 1),
  (value) => base64(value, 2),
  (value) => value.replaceAll('"', '\\"'),
  (value) => value.replaceAll("'", "''"),
  jsonEscape,
  uriEscape,
  xmlEscape,
  withoutQuotes,
  beforeAmpersand,
  afterAmpersand,
];
