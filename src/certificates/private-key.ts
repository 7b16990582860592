import { createPrivateKey, type KeyObject } from 'node:crypto';
import { type ActionError, codeOf } from '../errors.js';
import { decodedText, unusableCertificate } from '../inputs/content.js';
import type { InputName } from '../inputs/inputs.js';
import { pemOf, readPem } from './pem.js';

/** A private key as TLS takes it, and the same as an object. */
export interface PrivateKey {
  readonly pem: string;
  readonly key: KeyObject;
}

/** Where a key comes from, and the password that may open it. */
export interface KeySource {
  readonly name: InputName;
  readonly passwordName: InputName;
  readonly password: string | undefined;
}

/** What stands where a key should, and what to do about it. */
const STRANGERS: readonly (readonly [label: RegExp, reason: string, advice: string])[] = [
  [/^OPENSSH PRIVATE KEY$/, 'is a key of OpenSSH', 'Convert a copy of it with `ssh-keygen -p -m PEM -f copy`'],
  [/PUBLIC KEY$/, 'is a public key', 'The private one is needed'],
  [/CERTIFICATE/, 'holds a certificate and no private key', 'The private key that belongs to it is needed'],
];

/** Whether the label of a PEM block is that of a private key. */
export function isPrivateKey(label: string): boolean {
  return label.endsWith('PRIVATE KEY');
}

/**
 * Reads a private key: PEM, whose lines are repaired, or DER.
 *
 * @param onText is called with the key's text before anything looks at it
 * @throws ActionError certificate_unusable, input_missing
 */
export function readPrivateKey(bytes: Buffer, source: KeySource, onText: (text: string) => void): PrivateKey {
  const { blocks, isCut } = readPem(decodedText(bytes));
  const keys = blocks.filter(({ label }) => isPrivateKey(label));
  const [only] = keys;
  if (isCut) {
    throw unusableCertificate(source.name, 'holds a PEM block without its end: it was cut when it was copied');
  }
  const stranger = STRANGERS.find(([label]) => blocks.some((block) => label.test(block.label)));
  if (stranger !== undefined && (only === undefined || stranger[0].test(only.label))) {
    throw unusableCertificate(source.name, stranger[1], stranger[2]);
  }
  if (keys.length > 1) {
    throw unusableCertificate(source.name, `holds ${keys.length} private keys, and which one is meant cannot be told`);
  }
  if (only === undefined) {
    // As it stands in the file; what is made of it below is written anew.
    onText(pemOf('PRIVATE KEY', bytes));
  }
  const pem = only === undefined ? fromDer(bytes, source) : only.pem;
  if (pem === undefined) {
    throw unusableCertificate(source.name, 'holds a PEM block that is damaged: not base64');
  }
  onText(pem);
  return { pem, key: open(pem, source) };
}

function open(pem: string, source: KeySource): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...passphraseOf(source) });
  } catch (error) {
    throw keyProblem(error, source);
  }
}

/** A key of PKCS#8, PKCS#1 or SEC 1, written as PEM; only the first can be encrypted. */
function fromDer(bytes: Buffer, source: KeySource): string {
  for (const type of bytes[0] === 0x30 ? (['pkcs8', 'pkcs1', 'sec1'] as const) : []) {
    try {
      return createPrivateKey({ key: bytes, format: 'der', type }).export({ type: 'pkcs8', format: 'pem' }).toString();
    } catch (error) {
      if (MISSING.test(codeOf(error))) {
        return pemOf('ENCRYPTED PRIVATE KEY', bytes);
      }
    }
  }
  throw unusableCertificate(source.name, 'holds no private key, neither in PEM nor in DER');
}

/** How Node says that a key is encrypted and has no password. */
const MISSING = /INTERRUPTED_OR_CANCELLED|MISSING_PASSPHRASE/;

/** The codes of OpenSSL 3 as Node gives them; a missing password and a wrong one differ here only. */
function keyProblem(error: unknown, { name, passwordName, password }: KeySource): ActionError {
  const code = codeOf(error);
  if (password === undefined && (MISSING.test(code) || /BAD_DECRYPT/.test(code))) {
    return unusableCertificate(name, 'is an encrypted key, and no password is given', `Give it in \`${passwordName}\``);
  }
  if (/EVP_UNSUPPORTED/.test(code)) {
    const recipe =
      'Encrypt it anew with `openssl pkcs8 -topk8 -in old.pem -out new.pem` of OpenSSL 1, or of 3 with `-provider legacy -provider default`';
    return unusableCertificate(name, 'is encrypted in a way that OpenSSL 3 does not know any more', recipe);
  }
  return /BAD_DECRYPT|EMPTY_PASSPHRASE/.test(code)
    ? unusableCertificate(name, `cannot be decrypted: the password in \`${passwordName}\` is wrong`)
    : unusableCertificate(name, `holds no private key that can be read (${code})`);
}

function passphraseOf({ password }: KeySource) {
  return password === undefined ? {} : { passphrase: password };
}
