import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { ActionError } from '../errors.js';
import { unusableCertificate } from '../inputs/content.js';
import type { InputName } from '../inputs/inputs.js';
import { codeOf } from '../json.js';
import type { Ports } from '../ports.js';
import { pemOf, readBlocks } from './pem.js';

/** A private key in the text form that TLS accepts, and as an object. */
interface PrivateKey {
  readonly pem: string;
  readonly key: KeyObject;
}

/** The input that a key comes from, and the password that decrypts the key. */
interface KeySource {
  readonly name: InputName;
  readonly passwordName: InputName;
  readonly password: string | undefined;
}

/** PEM blocks that are set instead of a private key, and what to do about them. */
const NOT_PRIVATE_KEYS: readonly (readonly [label: RegExp, reason: string, advice: string])[] = [
  [/^OPENSSH PRIVATE KEY$/, 'is a key of OpenSSH', 'Convert a copy of it with `ssh-keygen -p -m PEM -f copy`'],
  [/PUBLIC KEY$/, 'is a public key', 'Set the private key that belongs to it'],
  [/CERTIFICATE/, 'contains a certificate and no private key', 'Set the private key that belongs to the certificate'],
];

/** Tells whether the label of a PEM block is that of a private key. */
export function isPrivateKey(label: string): boolean {
  return label.endsWith('PRIVATE KEY');
}

/**
 * Reads a private key: PEM, whose lines are repaired, or DER. The key is masked before anything else uses it.
 *
 * @throws ActionError certificate_unusable
 */
export function readPrivateKey(bytes: Buffer, source: KeySource, mask: Ports['mask']): PrivateKey {
  const blocks = readBlocks(source.name, bytes);
  const [only, ...others] = blocks.filter(({ label }) => isPrivateKey(label));
  const mistake = NOT_PRIVATE_KEYS.find(([label]) => blocks.some((block) => label.test(block.label)));
  if (mistake !== undefined && (only === undefined || mistake[0].test(only.label))) {
    throw unusableCertificate(source.name, mistake[1], mistake[2]);
  }
  if (others.length > 0) {
    throw unusableCertificate(source.name, `contains ${others.length + 1} private keys`, 'Set only one private key');
  }
  if (only === undefined) {
    // The bytes of the file; the PEM that is made of them below may be encoded differently.
    mask([pemOf('PRIVATE KEY', bytes)]);
  }
  const pem = only === undefined ? convertDer(bytes, source) : only.pem;
  if (pem === undefined) {
    throw unusableCertificate(source.name, 'contains a damaged PEM block, whose body is not base64');
  }
  mask([pem]);
  try {
    return { pem, key: createPrivateKey({ key: pem, passphrase: source.password }) };
  } catch (error) {
    throw explainKey(codeOf(error), pem, source);
  }
}

/** Converts a key of PKCS#8, PKCS#1 or SEC 1 from DER to PEM; only PKCS#8 can be encrypted. */
function convertDer(bytes: Buffer, source: KeySource): string {
  for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
    try {
      return createPrivateKey({ key: bytes, format: 'der', type }).export({ type: 'pkcs8', format: 'pem' }).toString();
    } catch (error) {
      if (NO_PASSWORD.test(codeOf(error))) {
        return pemOf('ENCRYPTED PRIVATE KEY', bytes);
      }
    }
  }
  throw unusableCertificate(source.name, 'contains no private key in PEM or DER');
}

/** The codes of Node for an encrypted key without a password. */
const NO_PASSWORD = /INTERRUPTED_OR_CANCELLED|MISSING_PASSPHRASE/;

/** Explains a code of OpenSSL 3 as Node returns it; only the code tells a missing password from a wrong one. */
function explainKey(code: string, pem: string, { name, passwordName, password }: KeySource): ActionError {
  if (password === undefined && (NO_PASSWORD.test(code) || /BAD_DECRYPT/.test(code))) {
    return unusableCertificate(name, 'is an encrypted key, and its password is not set', `Set \`${passwordName}\``);
  }
  if (/EVP_UNSUPPORTED/.test(code)) {
    const recipe =
      'Encrypt it again with `openssl pkcs8 -topk8 -in old.pem -out new.pem` of OpenSSL 1, or of OpenSSL 3 with `-provider legacy -provider default`';
    return unusableCertificate(name, 'uses an encryption that OpenSSL 3 no longer supports', recipe);
  }
  // A wrong password can decrypt to garbage, which OpenSSL then reports with any other code.
  return /BAD_DECRYPT|EMPTY_PASSPHRASE/.test(code) || pem.includes('ENCRYPTED')
    ? unusableCertificate(name, `cannot be decrypted: the password in \`${passwordName}\` is wrong`)
    : unusableCertificate(name, `contains no readable private key (${code})`);
}
