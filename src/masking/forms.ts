/** One way in which tools write a text anew; `of` gives every spelling that must be masked. */
interface Form {
  readonly name: string;
  readonly of: (text: string) => readonly string[];
}

/** A derived form shorter than this would hide more of the log than of the secret. */
export const SHORTEST = 8;

/**
 * The forms of a secret that GitHub's runner does not mask by itself, or that weaker runners do not.
 *
 * The runner adds base64 of the text at three alignments, but whole: `echo "$V" | base64` encodes a newline behind it
 * and matches none of them for two texts of three. Cut to whole groups of three bytes they match whatever follows.
 */
export const FORMS: readonly Form[] = [
  { name: 'base64 at three alignments', of: (text) => base64Groups(Buffer.from(text, 'utf8')) },
  { name: 'base64url at three alignments', of: (text) => base64Groups(Buffer.from(text, 'utf8')).map(toBase64url) },
  { name: 'hex', of: (text) => [hex(text), hex(text).toUpperCase()] },
  { name: 'form encoding', of: (text) => bothCases(formEncoded(text)) },
  { name: 'URI encoding', of: (text) => bothCases(encodeURIComponent(text)) },
  { name: 'URI encoding, strict', of: (text) => bothCases(strictUri(text)) },
  { name: 'URI encoding that keeps slashes', of: (text) => bothCases(strictUri(text).replaceAll('%2F', '/')) },
  { name: 'JSON', of: (text) => [json(text)] },
  { name: 'JSON in JSON', of: (text) => [json(json(text))] },
  { name: 'JSON in ASCII', of: (text) => bothCases(jsonAscii(text)) },
  { name: 'JSON safe for HTML', of: (text) => [jsonHtml(text)] },
  { name: 'bash under set -x', of: (text) => [text.replaceAll("'", String.raw`'\''`), ...ansiC(text)] },
];

/** The forms in which bytes that are no text can be printed. */
export function formsOfBytes(bytes: Buffer): string[] {
  const groups = base64Groups(bytes);
  const forms = [...groups, ...groups.map(toBase64url), bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}

/** Every derived form of a text that differs from it and is long enough to be masked. */
export function derivedForms(text: string): string[] {
  const wellFormed = text.toWellFormed();
  return FORMS.flatMap((form) => form.of(wellFormed)).filter((form) => form.length >= SHORTEST && form !== text);
}

/** The whole groups of three bytes in base64, whatever stands before the bytes and behind them. */
function base64Groups(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const whole = Math.floor((bytes.length - shift) / 3) * 3;
    return whole > 0 ? bytes.subarray(shift, shift + whole).toString('base64') : '';
  });
}

function toBase64url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}

function hex(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex');
}

function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function strictUri(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${hex(sign).toUpperCase()}`);
}

function json(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function jsonAscii(text: string): string {
  return json(text).replace(/[\u0080-\uffff]/g, unicodeEscape);
}

/** Go's encoder writes these signs as escapes unless told otherwise, and most command line tools are written in Go. */
function jsonHtml(text: string): string {
  return json(text).replace(/[<>&\u2028\u2029]/g, unicodeEscape);
}

function unicodeEscape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Tools differ in the case of the hex digits of an escape. */
function bothCases(text: string): string[] {
  const escaped = /%[0-9A-F]{2}|\\u[0-9a-f]{4}/g;
  return [
    text,
    text.replace(escaped, (found) =>
      found.startsWith('%') ? found.toLowerCase() : `\\u${found.slice(2).toUpperCase()}`,
    ),
  ];
}

const ANSI_C: Readonly<Record<number, string>> = {
  7: 'a',
  8: 'b',
  9: 't',
  10: 'n',
  11: 'v',
  12: 'f',
  13: 'r',
  27: 'E',
  39: "'",
  92: '\\',
};

/**
 * Bash writes `$'…'` for what its locale cannot print: in the C locale everything beyond ASCII, in a UTF-8 locale control
 * characters, line separators and code points without a character (bash 5.2, tried).
 */
function ansiC(text: string): string[] {
  if (/^[\x20-\x7e]*$/.test(text)) {
    return [];
  }
  return [/[^\x20-\x7e]|['\\]/gu, /[\p{Cc}\p{Cn}\p{Zl}\p{Zp}'\\]/gu].map((escaped) =>
    text.replace(escaped, (sign) => Array.from(Buffer.from(sign, 'utf8'), ansiCByte).join('')),
  );
}

function ansiCByte(byte: number): string {
  return `\\${ANSI_C[byte] ?? byte.toString(8).padStart(3, '0')}`;
}
