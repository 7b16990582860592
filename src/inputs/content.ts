import { readFileSync } from 'node:fs';
import { ActionError, codeOf } from '../errors.js';
import { userPasswords } from '../masking/masks.js';
import { quote } from '../untrusted-text.js';
import { INPUTS, type InputDeclaration, type InputName, type Inputs, inputNames } from './inputs.js';

/** Whether the value of an input is a secret. */
export function isSecretInput(name: InputName, value: string): boolean {
  const { secret }: InputDeclaration = INPUTS[name];
  return secret === true || (secret === 'content' && isContent(value)) || (secret === 'key' && holdsPrivateKey(value));
}

/** Base64 that is too long to be taken for a path. */
const BASE64 = /^[A-Za-z0-9+/_-]{60,}={0,2}$/;

/**
 * Whether the value of an input is the thing itself, PEM, JSON or base64, and not the path of a file.
 *
 * In doubt it is: what is taken for a path may be shown.
 */
export function isContent(value: string): boolean {
  return value.includes('-----BEGIN ') || isJson(value) || decoded(value) !== undefined;
}

/** Whether the value of an input holds a private key in PEM, or in base64 of PEM. */
export function holdsPrivateKey(value: string): boolean {
  return isContent(value) && /PRIVATE KEY-----/.test(value + Buffer.from(compact(value), 'base64').toString('latin1'));
}

/**
 * The bytes that an input stands for: of the file at this path, or of its own text; base64 is decoded.
 *
 * @throws ActionError certificate_unusable
 */
export function readContent(name: InputName, value: string): Buffer {
  const bytes = isContent(value) ? Buffer.from(value) : readFile(name, value);
  return decoded(decodedText(bytes)) ?? bytes;
}

/** The bytes behind base64 of DER, of PEM or of a JWK; undefined for any other text. */
function decoded(text: string): Buffer | undefined {
  const base64 = compact(text);
  if (!BASE64.test(base64)) {
    return undefined;
  }
  const bytes = Buffer.from(base64, 'base64');
  // DER is a SEQUENCE; a damaged one begins with an M all the same.
  return base64.startsWith('M') || /^\s*(?:---|\{)/.test(decodedText(bytes)) ? bytes : undefined;
}

/** Whether a text is meant to be a JSON object, such as a JWK. */
export function isJson(text: string): boolean {
  return /^\s*\{/.test(text);
}

/** Bytes as text; PowerShell writes UTF-16 with a byte order mark when it redirects. */
export function decodedText(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

/** The error for a certificate, key or file that cannot be used; the reason completes "The input `x` …". */
export function unusableCertificate(name: InputName, reason: string, advice?: string): ActionError {
  return new ActionError('certificate_unusable', `The input \`${name}\` ${reason}`, { advice });
}

function readFile(name: InputName, path: string): Buffer {
  // A value that only may be a path is perhaps half of a key.
  const shown = /^[^\r\n]{1,250}\.[A-Za-z0-9]{1,10}$/.test(path) ? ` ${quote(path)}` : '';
  try {
    return readFileSync(path);
  } catch (error) {
    const forms = name === 'signing_key' ? 'neither PEM, base64 nor a JWK' : 'neither PEM nor base64';
    const reason = `is ${forms}, and the file${shown} cannot be read (${codeOf(error)})`;
    throw unusableCertificate(name, reason, 'A relative path starts at the workspace; is the file there in this job');
  }
}

function compact(text: string): string {
  return text.replace(/\\[nr]|\s/g, '');
}

/** Every text of the inputs that is a secret, and every `user:password` that an Authorization header would encode. */
export function secretsIn(inputs: Inputs): string[] {
  const given = inputNames().flatMap((name) => (inputs[name] === undefined ? [] : [{ name, text: inputs[name] }]));
  const secrets = given.filter(({ name, text }) => isSecretInput(name, text));
  const users = given.filter(({ name }) => name === 'client_id' || name === 'username');
  const pairs = userPasswords([...users, ...secrets].map(({ name, text }) => ({ path: [name], text })));
  return [...secrets.map(({ text }) => text), ...pairs];
}
