import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { ActionError } from '../errors.js';
import { readIdentity } from '../http/secure-context.js';
import { decodeText, type FileReader, readContent, unusableCertificate } from '../inputs/content.js';
import type { Ports } from '../ports.js';
import { checkStrength, type LoadedIdentity, orderChain, type Sources, weaknessIn } from './chain.js';
import { pemOf } from './pem.js';
import type { Pkcs12Content } from './pkcs12.js';
import type { ClientCertificateInput } from './tls-inputs.js';

const SOURCES: Sources = { certificate: 'pkcs12', key: 'pkcs12' };

/**
 * The object identifiers of a key in PKCS#12, with and without encryption (RFC 7292 appendix D), as DER.
 *
 * Node uses the first key and ignores the others. The keys are encrypted, but usually not the list of them.
 */
const KEY_BAG = /\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01[\x01\x02]/g;

/** The texts of OpenSSL (crypto/pkcs12, as Node 20 and 24 return them) and of node-forge for a wrong password. */
const WRONG_PASSWORD = /mac verify failure|bad decrypt|invalid password/i;

/** OpenSSL's texts for files that node-forge may read; Node 20 reports "mac absent" if only encryption protects a file. */
const FOR_FORGE = /unsupported|mac absent|unable to load certificate/i;

/**
 * Reads a PKCS#12 file with Node, and with node-forge only what Node does not support.
 *
 * Node is first: it supports more formats and every password, and is twenty times as fast.
 *
 * @throws ActionError certificate_unusable
 */
export async function loadPkcs12(
  { pkcs12, password }: ClientCertificateInput & { form: 'pkcs12' },
  { readFile, mask }: FileReader,
): Promise<LoadedIdentity> {
  const bytes = readContent('pkcs12', pkcs12, readFile);
  checkForm(bytes);
  const base64 = bytes.toString('base64');
  mask([base64]);
  const identity = { form: 'pkcs12', pkcs12: base64, passphrase: password } as const;
  try {
    return { identity, own: readIdentity(identity), unrelated: [] };
  } catch (error) {
    const fault = String(error);
    if (WRONG_PASSWORD.test(fault) || !FOR_FORGE.test(fault)) {
      throw explainFault(fault, password);
    }
    return convert(await readByForge(bytes, password, fault), mask);
  }
}

/** Rejects files of other formats that are often set. */
function checkForm(bytes: Buffer): void {
  if (decodeText(bytes).includes('-----BEGIN ')) {
    throw unusableCertificate('pkcs12', 'is PEM', 'Set `certificate` and `private_key` instead');
  }
  if (bytes.subarray(0, 4).toString('hex') === 'feedfeed') {
    const recipe =
      'Convert it with `keytool -importkeystore -srckeystore old.jks -destkeystore new.p12 -deststoretype pkcs12`';
    throw unusableCertificate('pkcs12', 'is a Java keystore', recipe);
  }
  const keys = bytes.toString('latin1').match(KEY_BAG)?.length ?? 0;
  if (keys > 1) {
    throw unusableCertificate('pkcs12', `contains ${keys} private keys`, 'Set a file with only one private key');
  }
}

async function readByForge(bytes: Buffer, password: string | undefined, fault: string): Promise<Pkcs12Content> {
  try {
    // Loaded on demand: 600 kB that few runs need.
    const { readLegacyPkcs12 } = await import('./pkcs12.js');
    return readLegacyPkcs12(bytes, password);
  } catch (error) {
    throw explainFault(`${fault} ${error}`, password);
  }
}

function convert({ privateKeys: [der], certificates }: Pkcs12Content, mask: Ports['mask']): LoadedIdentity {
  if (der === undefined) {
    throw unusableCertificate('pkcs12', 'contains no private key', EXPORT);
  }
  if (certificates.length === 0) {
    throw unusableCertificate('pkcs12', 'contains no certificate', EXPORT);
  }
  const privateKey = pemOf('PRIVATE KEY', der);
  mask([privateKey]);
  const all = certificates.map((each) => new X509Certificate(each));
  const { own, certificates: chain, unrelated } = orderChain(all, createPrivateKey(privateKey), SOURCES);
  // As Node does: it trusts the other certificates of a PKCS#12 file as roots for the server.
  const authorities = [...chain.slice(1), ...unrelated].map(String);
  const identity = { form: 'pem', certificate: chain.join(''), privateKey, authorities } as const;
  return checkStrength({ identity, own, unrelated: [] }, SOURCES);
}

const EXPORT = 'Export the private key together with its certificate';

/** Explains a text of OpenSSL, after which one of node-forge may follow: what Node reports is more specific. */
function explainFault(fault: string, password: string | undefined): ActionError {
  const weakness = weaknessIn(fault, SOURCES);
  if (weakness !== undefined) {
    return weakness;
  }
  if (/unable to load private key/i.test(fault)) {
    return unusableCertificate('pkcs12', 'contains no private key', EXPORT);
  }
  if (/unable to load certificate/i.test(fault)) {
    return unusableCertificate('pkcs12', 'contains no certificate for its private key', EXPORT);
  }
  if (WRONG_PASSWORD.test(fault)) {
    return password === undefined
      ? unusableCertificate('pkcs12', 'needs a password', 'Set `pkcs12_password`')
      : unusableCertificate('pkcs12', 'cannot be opened: the password in `pkcs12_password` is wrong');
  }
  if (FOR_FORGE.test(fault)) {
    const recipe =
      'Convert it with OpenSSL 3: `openssl pkcs12 -legacy -in old.p12 -nodes -out all.pem && openssl pkcs12 -export -in all.pem -out new.p12`, then delete all.pem';
    return unusableCertificate('pkcs12', 'uses an encryption that neither Node nor node-forge supports', recipe);
  }
  const advice = 'PKCS#12 is binary: set a path, or the file in base64';
  return unusableCertificate('pkcs12', 'is not a PKCS#12 file, or is damaged', advice);
}
