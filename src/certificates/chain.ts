import { type KeyObject, X509Certificate } from 'node:crypto';
import type { ActionError } from '../errors.js';
import { type ClientIdentity, readIdentity } from '../http/secure-context.js';
import { unusableCertificate } from '../inputs/content.js';
import type { InputName } from '../inputs/inputs.js';
import { quote } from '../untrusted-text.js';
import { readBlocks } from './pem.js';

/** The inputs that contain a client certificate and its key. */
export interface Sources {
  readonly certificate: InputName;
  readonly key: InputName;
}

/** Certificates in the order of TLS: the client's own first, then the issuer of each. */
interface Chain {
  readonly own: X509Certificate;
  readonly certificates: readonly X509Certificate[];
  /** Certificates that are not part of the chain. */
  readonly unrelated: readonly X509Certificate[];
}

/** A client certificate that is ready for TLS, and the certificates that the log describes. */
export interface LoadedIdentity extends Pick<Chain, 'own' | 'unrelated'> {
  readonly identity: ClientIdentity;
}

const CERTIFICATE = /^(?:X509 |TRUSTED )?CERTIFICATE$/;

/**
 * Reads certificates in PEM, whose lines are repaired, or one certificate in DER.
 *
 * Each certificate is parsed here: OpenSSL ignores a damaged one silently, and a server is then untrusted without a reason.
 *
 * @throws ActionError certificate_unusable
 */
export function readCertificates(name: InputName, bytes: Buffer): X509Certificate[] {
  const blocks = readBlocks(name, bytes);
  const found = blocks.filter(({ label }) => CERTIFICATE.test(label));
  const [other] = blocks;
  if (blocks.some(({ label }) => label === 'PKCS7')) {
    const recipe = 'Convert it with `openssl pkcs7 -in file.p7b -print_certs -out file.pem`';
    throw unusableCertificate(name, 'is a PKCS#7 file', recipe);
  }
  if (found.length > 0) {
    return found.map(({ pem }, index) =>
      parse(name, pem, `contains a damaged certificate (${index + 1} of ${found.length})`),
    );
  }
  if (other !== undefined) {
    throw unusableCertificate(name, `contains no certificate, but a block named ${other.label}`);
  }
  return [parse(name, bytes, 'contains no certificate in PEM or DER, or a damaged one')];
}

function parse(name: InputName, content: string | Buffer | undefined, reason: string): X509Certificate {
  try {
    if (content !== undefined) {
      const certificate = new X509Certificate(content);
      // Node parses the key at its first use only, and throws then.
      void certificate.publicKey;
      return certificate;
    }
  } catch {
    // The reason below is more specific than OpenSSL's.
  }
  throw unusableCertificate(name, reason);
}

/**
 * Orders certificates, starting with the one that belongs to a key.
 *
 * OpenSSL reports a key of another certificate only if both are of the same type; otherwise it connects without a certificate.
 *
 * @throws ActionError certificate_unusable
 */
export function orderChain(certificates: readonly X509Certificate[], key: KeyObject, sources: Sources): Chain {
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (own === undefined) {
    const types = [...new Set(certificates.map(({ publicKey }) => publicKey.asymmetricKeyType))].join(', ');
    const differ = types === key.asymmetricKeyType ? '' : ` (key: ${key.asymmetricKeyType}, certificate: ${types})`;
    const { certificate: name, key: keyName } = sources;
    const which = keyName === name ? 'this private key' : `the key in \`${keyName}\``;
    const reason = `contains no certificate for ${which}, which belongs to another certificate${differ}`;
    throw unusableCertificate(name, reason, 'Set a certificate and a key that were created together');
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

/**
 * Makes the error for a key or certificate that OpenSSL rejects as too weak; returns undefined for any other fault.
 *
 * At the security level of Node 24, an RSA key needs 2048 bits. The client's own certificate is `ee`, one of its chain is
 * `ca` (OpenSSL ssl_security_cert).
 */
export function weaknessIn(fault: string, { certificate, key }: Sources): ActionError | undefined {
  const [reason, which] = /\b(ee|ca) (?:key too small|md too weak)/i.exec(fault) ?? [];
  const what = which === 'ee' ? 'a key that is' : 'a certificate whose key or signature is';
  const advice = 'Create a new key and certificate: RSA with 2048 bits or more, or EC, signed with SHA-256';
  const text = `contains ${what} too weak for TLS (${quote(reason ?? '')})`;
  return reason === undefined ? undefined : unusableCertificate(which === 'ee' ? key : certificate, text, advice);
}

/** Loads a client certificate as TLS does, so that a weak key is found before any request. @throws ActionError certificate_unusable */
export function checkStrength(loaded: LoadedIdentity, sources: Sources): LoadedIdentity {
  try {
    readIdentity(loaded.identity);
    return loaded;
  } catch (error) {
    const reason = `cannot be used for TLS (${quote(String(error))})`;
    throw weaknessIn(String(error), sources) ?? unusableCertificate(sources.certificate, reason);
  }
}
