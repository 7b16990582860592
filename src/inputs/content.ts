import { ActionError } from '../errors.js';
import { codeOf } from '../json.js';
import { userPasswords } from '../masking/masks.js';
import type { Ports } from '../ports.js';
import { quote } from '../untrusted-text.js';
import { INPUTS, type InputDeclaration, type InputName, type Inputs, inputNames } from './inputs.js';
import { secretTokenParameters } from './token-parameters.js';

/** Tells whether the value of an input is a secret. */
export function isSecretInput(name: InputName, value: string): boolean {
  const { secret }: InputDeclaration = INPUTS[name];
  return secret === true || (secret === 'content' && isContent(value)) || (secret === 'key' && hasPrivateKey(value));
}

/** Base64 that is too long for a path. */
const BASE64 = /^[A-Za-z0-9+/_-]{60,}={0,2}$/;

/**
 * Tells whether the value of an input is the content itself (PEM, JSON or base64) and not the path of a file.
 *
 * In doubt the value is content, since messages may show a path.
 */
export function isContent(value: string): boolean {
  return value.includes('-----BEGIN ') || isJson(value) || decodeBase64(value) !== undefined;
}

function hasPrivateKey(value: string): boolean {
  return isContent(value) && /PRIVATE KEY-----/.test(value + Buffer.from(compact(value), 'base64').toString('latin1'));
}

/** How the files that inputs name are read, and their secrets masked. */
export interface FileReader {
  /** Reads the bytes of a file. @throws Error of the file system */
  readonly readFile: (path: string) => Buffer;
  readonly mask: Ports['mask'];
}

/**
 * Reads the bytes of the file at this path, or those of the value itself if it is content; base64 is decoded.
 *
 * @throws ActionError certificate_unusable
 */
export function readContent(name: InputName, value: string, readFile: FileReader['readFile']): Buffer {
  const bytes = isContent(value) ? Buffer.from(value) : readNamedFile(name, value, readFile);
  return decodeBase64(decodeText(bytes)) ?? bytes;
}

/** Decodes base64 of DER, of PEM or of a JWK; returns undefined for any other text. */
function decodeBase64(text: string): Buffer | undefined {
  const base64 = compact(text);
  if (!BASE64.test(base64)) {
    return undefined;
  }
  const bytes = Buffer.from(base64, 'base64');
  // DER is a SEQUENCE, so its base64 starts with an M, even if the rest is damaged.
  return base64.startsWith('M') || /^\s*(?:---|\{)/.test(decodeText(bytes)) ? bytes : undefined;
}

/** Tells whether a text looks like a JSON object, such as a JWK. */
export function isJson(text: string): boolean {
  return /^\s*\{/.test(text);
}

/** Decodes UTF-8, or UTF-16 with a byte order mark, which PowerShell writes when it redirects. */
export function decodeText(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

/** Makes the error for a certificate, key or file that cannot be used; the reason completes "The input `x` …". */
export function unusableCertificate(name: InputName, reason: string, advice?: string): ActionError {
  return new ActionError('certificate_unusable', `The input \`${name}\` ${reason}`, { advice });
}

function readNamedFile(name: InputName, path: string, readFile: FileReader['readFile']): Buffer {
  // A value that does not look like a path may be part of a key.
  const shown = /^[^\r\n]{1,250}\.[A-Za-z0-9]{1,10}$/.test(path) ? ` ${quote(path)}` : '';
  try {
    return readFile(path);
  } catch (error) {
    const forms = name === 'signing_key' ? 'PEM, base64 or a JWK' : 'PEM or base64';
    const reason = `is not ${forms}, and the file${shown} cannot be read (${codeOf(error)})`;
    throw unusableCertificate(name, reason, 'Relative paths start at the workspace; check that this job has the file');
  }
}

function compact(text: string): string {
  return text.replace(/\\[nr]|\s/g, '');
}

/** Lists every secret value of the inputs, and every `user:password` that an Authorization header would encode. */
export function secretsIn(inputs: Inputs): string[] {
  const values = inputNames().flatMap((name) => (inputs[name] === undefined ? [] : [{ name, text: inputs[name] }]));
  const secrets = values.filter(({ name, text }) => isSecretInput(name, text));
  const users = values.filter(({ name }) => name === 'client_id' || name === 'username');
  const pairs = userPasswords([...users, ...secrets].map(({ name, text }) => ({ path: [name], text })));
  return [...secrets.map(({ text }) => text), ...pairs, ...secretTokenParameters(inputs.token_parameters ?? '')];
}
