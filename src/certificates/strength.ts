import type { ActionError } from '../errors.js';
import { readIdentity } from '../http/secure-context.js';
import { unusableCertificate } from '../inputs/content.js';
import { quote } from '../untrusted-text.js';
import type { LoadedIdentity, Sources } from './chain.js';

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
