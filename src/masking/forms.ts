/** One way in which tools encode a text; `of` returns every spelling that must be masked. */
interface Form {
  readonly name: string;
  readonly of: (text: string) => readonly string[];
}

/** A derived form with fewer characters would hide more of the log than of the secret. */
export const SHORTEST = 8;

/**
 * The forms of a secret that GitHub's runner, or a runner with fewer encodings, does not mask on its own.
 *
 * The runner adds base64 of the whole text at three alignments. `echo "$V" | base64` also encodes a newline, so that for two of
 * three texts, none of these forms matches. Forms that are cut to whole groups of three bytes match whatever follows the text.
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

/** Returns the forms in which tools print bytes that are not valid text. */
export function formsOfBytes(bytes: Buffer): string[] {
  const groups = base64Groups(bytes);
  const forms = [...groups, ...groups.map(toBase64url), bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}

/** Returns every derived form of a text that differs from the text and is long enough to be masked. */
export function derivedForms(text: string): string[] {
  const wellFormed = text.toWellFormed();
  return FORMS.flatMap((form) => form.of(wellFormed)).filter((form) => form.length >= SHORTEST && form !== text);
}

/** Encodes the whole groups of three bytes in base64, at each alignment: the results are the same whatever precedes and follows the bytes. */
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

/** Go's encoder escapes these characters by default, and many command line tools are written in Go. */
function jsonHtml(text: string): string {
  return json(text).replace(/[<>&\u2028\u2029]/g, unicodeEscape);
}

function unicodeEscape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Tools differ in the case of the hex digits of an escape. */
function bothCases(text: string): string[] {
  const lower = text.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase());
  return [text, lower.replace(/(?<=\\u)[0-9a-f]{4}/g, (digits) => digits.toUpperCase())];
}

/** The characters for which bash writes a letter, each at the place of its letter. */
const ANSI_C_SIGNS = "\x07\b\t\n\v\f\r\x1b'\\";
const ANSI_C_LETTERS = "abtnvfrE'\\";

/**
 * Bash writes `$'…'` for what its locale cannot print. In the C locale, these are all characters that are not ASCII. In a UTF-8
 * locale, these are control characters, line separators and unassigned code points (measured with bash 5.2).
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
  const letter = ANSI_C_LETTERS[ANSI_C_SIGNS.indexOf(String.fromCharCode(byte))];
  return `\\${letter ?? byte.toString(8).padStart(3, '0')}`;
}
