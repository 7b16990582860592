import { type KeyObject, X509Certificate } from 'node:crypto';
import type { ClientIdentity } from '../http/secure-context.js';
import { decodedText, unusableCertificate } from '../inputs/content.js';
import type { InputName } from '../inputs/inputs.js';
import { readPem } from './pem.js';

/** Certificates in the order in which TLS wants them: the client's own first, then each one's issuer. */
export interface Chain {
  readonly own: X509Certificate;
  readonly certificates: readonly X509Certificate[];
  /** Those that do not lead from the client's own to a root. */
  readonly unrelated: readonly X509Certificate[];
}

const CERTIFICATE = /^(?:X509 |TRUSTED )?CERTIFICATE$/;

/**
 * Reads certificates in PEM, whose lines are repaired, or one in DER. Each is looked at: OpenSSL takes a broken one without
 * a word, and a server is then not trusted for no visible reason.
 *
 * @throws ActionError certificate_unusable
 */
export function readCertificates(name: InputName, bytes: Buffer): X509Certificate[] {
  const { blocks, isCut } = readPem(decodedText(bytes));
  if (isCut) {
    throw unusableCertificate(name, 'holds a PEM block without its end: it was cut when it was copied');
  }
  if (blocks.some(({ label }) => label === 'PKCS7')) {
    const recipe = 'Convert it with `openssl pkcs7 -in file.p7b -print_certs -out file.pem`';
    throw unusableCertificate(name, 'is a PKCS#7 file', recipe);
  }
  const pems = blocks.filter(({ label }) => CERTIFICATE.test(label)).map(({ pem }) => pem);
  if (pems.length > 0) {
    return pems.map((pem, index) => parse(name, pem, `holds a certificate (${index + 1} of ${pems.length})`));
  }
  const [other] = blocks;
  if (other !== undefined) {
    throw unusableCertificate(name, `holds no certificate, but a block named ${other.label}`);
  }
  return [parse(name, bytes[0] === 0x30 ? bytes : undefined, 'holds something, neither PEM nor DER,')];
}

/**
 * Puts certificates into order around a key.
 *
 * OpenSSL tells of a key that does not fit only when it is of the same type; of another type, it connects without a certificate.
 *
 * @throws ActionError certificate_unusable
 */
export function orderChain(certificates: readonly X509Certificate[], key: KeyObject, name: InputName): Chain {
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (own === undefined) {
    const types = [...new Set(certificates.map(({ publicKey }) => publicKey.asymmetricKeyType))].join(', ');
    const differ = types === key.asymmetricKeyType ? '' : ` (key: ${key.asymmetricKeyType}, certificate: ${types})`;
    throw unusableCertificate(
      name,
      `holds no certificate for this private key: the key is that of another one${differ}`,
    );
  }
  const chain = [own];
  const rest = certificates.filter(({ fingerprint256 }) => fingerprint256 !== own.fingerprint256);
  for (let last = own; ; ) {
    const at = rest.findIndex((candidate) => isIssuedBy(last, candidate));
    const [issuer] = at < 0 ? [] : rest.splice(at, 1);
    if (issuer === undefined) {
      return { own, certificates: chain, unrelated: rest };
    }
    chain.push(issuer);
    last = issuer;
  }
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function parse(name: InputName, content: string | Buffer | undefined, what: string): X509Certificate {
  try {
    const certificate = new X509Certificate(content ?? '');
    // It is read at its first use only, and throws then.
    void certificate.publicKey;
    return certificate;
  } catch {
    throw unusableCertificate(name, `${what} that is no certificate, or a damaged one`);
  }
}

/** A client's certificate, ready for TLS, and the certificate itself for what is said of it. */
export interface LoadedIdentity {
  readonly identity: ClientIdentity;
  readonly own: X509Certificate;
  readonly notices: readonly string[];
}
