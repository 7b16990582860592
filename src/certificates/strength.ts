import { readIdentity } from '../http/secure-context.js';
import { unusableCertificate } from '../inputs/content.js';
import { quote } from '../untrusted-text.js';
import type { LoadedIdentity, Sources } from './chain.js';

/** What OpenSSL rejects at the security level of Node 24 (`ssl_security_cert`), by the words in its error. */
const WEAK: readonly (readonly [fault: RegExp, input: keyof Sources, reason: string])[] = [
  [/ee key too small/i, 'key', 'contains a key that is too short for TLS: RSA needs 2048 bits or more'],
  [/ca key too small/i, 'certificate', 'contains an authority whose key is too short for TLS'],
  [/ca md too weak/i, 'certificate', 'contains a certificate whose signature is too weak for TLS'],
];

const REPLACE = 'Create a new key and certificate: RSA with 2048 bits or more, or EC, signed with SHA-256';

/** Makes the error for a key or certificate that OpenSSL rejects as too weak; returns undefined for any other fault. */
export function weaknessIn(fault: string, sources: Sources) {
  const [, input, reason = ''] = WEAK.find(([pattern]) => pattern.test(fault)) ?? [];
  return input && unusableCertificate(sources[input], reason, REPLACE);
}

/** Loads a client certificate as TLS does, so that a weak key is found before any request. @throws ActionError certificate_unusable */
export function checkStrength(loaded: LoadedIdentity, sources: Sources): LoadedIdentity {
  try {
    readIdentity(loaded.identity);
    return loaded;
  } catch (error) {
    const fault = error instanceof Error ? error.message : '';
    throw weaknessIn(fault, sources) ?? unusableCertificate(sources.key, `is rejected by OpenSSL (${quote(fault)})`);
  }
}
