import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { ActionError } from '../errors.js';
import { readPkcs12 } from '../http/secure-context.js';
import { decodedText, readContent, unusableCertificate } from '../inputs/content.js';
import type { Ports } from '../ports.js';
import { type LoadedIdentity, orderChain } from './chain.js';
import { pemOf } from './pem.js';
import type { Pkcs12Content } from './pkcs12.js';
import type { ClientCertificateInput } from './tls-inputs.js';

type Pkcs12Input = ClientCertificateInput & { form: 'pkcs12' };

const RECIPE =
  'Convert it with OpenSSL 3: `openssl pkcs12 -legacy -in old.p12 -nodes -out all.pem && openssl pkcs12 -export -in all.pem -out new.p12`, then delete all.pem';

/** What OpenSSL says of a file (crypto/pkcs12, as Node 20 and 24 hand it on), and what it means. */
const FAULTS: readonly (readonly [text: RegExp, fault: 'password' | 'unsupported' | 'no-key' | 'no-certificate'])[] = [
  [/mac verify failure|bad decrypt/i, 'password'],
  // "mac absent" is what Node 20 says of a file that is protected by nothing but its encryption.
  [/unsupported|mac absent/i, 'unsupported'],
  [/Unable to load private key/i, 'no-key'],
  [/Unable to load certificate/i, 'no-certificate'],
];

/**
 * Reads a PKCS#12 file: by Node itself, and by node-forge only where Node calls it unsupported.
 *
 * Node's reader comes first: it knows more kinds, every password, and is twenty times as fast.
 *
 * @throws ActionError certificate_unusable
 */
export async function loadPkcs12({ pkcs12, password }: Pkcs12Input, mask: Ports['mask']): Promise<LoadedIdentity> {
  const bytes = readContent('pkcs12', pkcs12);
  checkForm(bytes);
  const base64 = bytes.toString('base64');
  mask([base64]);
  const passphrase = password === undefined ? {} : { passphrase: password };
  try {
    const own = readPkcs12(bytes, password);
    return { identity: { form: 'pkcs12', pkcs12: base64, ...passphrase }, own, notices: [] };
  } catch (error) {
    const fault = FAULTS.find(([text]) => text.test(String(error)))?.[1];
    if (fault === 'password') {
      throw wrongPassword(password);
    }
    if (fault === 'no-key') {
      throw unusableCertificate('pkcs12', 'holds no private key', 'Export it together with its key');
    }
    if (fault === undefined) {
      throw unusableCertificate(
        'pkcs12',
        'is no PKCS#12 file, or a damaged one',
        'It is binary: give it as a path, or in base64',
      );
    }
    return loadByForge(bytes, { password, fault }, mask);
  }
}

/** What is often given in place of a PKCS#12 file. */
function checkForm(bytes: Buffer): void {
  if (decodedText(bytes).includes('-----BEGIN ')) {
    throw unusableCertificate('pkcs12', 'is PEM', 'Give it in `certificate` and `private_key`');
  }
  if (bytes.subarray(0, 4).toString('hex') === 'feedfeed') {
    const recipe =
      'Convert it with `keytool -importkeystore -srckeystore old.jks -destkeystore new.p12 -deststoretype pkcs12`';
    throw unusableCertificate('pkcs12', 'is a Java keystore', recipe);
  }
}

interface Attempted {
  readonly password: string | undefined;
  readonly fault: 'unsupported' | 'no-certificate';
}

async function loadByForge(
  bytes: Buffer,
  { password, fault }: Attempted,
  mask: Ports['mask'],
): Promise<LoadedIdentity> {
  const { privateKeys, certificates } = await readByForge(bytes, { password, fault });
  const [der] = privateKeys;
  if (der === undefined) {
    throw unusableCertificate('pkcs12', 'holds no private key', 'Export it together with its key');
  }
  if (certificates.length === 0) {
    throw unusableCertificate('pkcs12', 'holds no certificate', 'Export it together with its certificate');
  }
  const privateKey = pemOf('PRIVATE KEY', der);
  mask([privateKey]);
  const key = createPrivateKey(privateKey);
  const chain = orderChain(
    certificates.map((each) => new X509Certificate(each)),
    key,
    'pkcs12',
  );
  // Node trusts the other certificates of a PKCS#12 file as roots for the server: the same here.
  const authorities = [...chain.certificates.slice(1), ...chain.unrelated].map(String);
  const certificate = chain.certificates.join('');
  return { identity: { form: 'pem', certificate, privateKey, authorities }, own: chain.own, notices: [] };
}

async function readByForge(bytes: Buffer, { password, fault }: Attempted): Promise<Pkcs12Content> {
  try {
    // A file of its own in dist/, which webpack shall not take into the bundle: 600 kB that hardly anybody needs.
    const { readLegacyPkcs12 } = await import(/* webpackIgnore: true */ './pkcs12.js');
    return readLegacyPkcs12(bytes, password ?? '');
  } catch (error) {
    if (fault === 'no-certificate') {
      throw unusableCertificate(
        'pkcs12',
        'holds no certificate for its private key',
        'Export the key together with its certificate',
      );
    }
    throw /invalid password/i.test(String(error))
      ? wrongPassword(password)
      : unusableCertificate('pkcs12', 'is encrypted in a way that neither Node nor node-forge knows', RECIPE);
  }
}

function wrongPassword(password: string | undefined): ActionError {
  return password === undefined
    ? unusableCertificate('pkcs12', 'needs a password', 'Give it in `pkcs12_password`')
    : unusableCertificate('pkcs12', 'cannot be opened: the password in `pkcs12_password` is wrong');
}
