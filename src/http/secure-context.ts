import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls, { type SecureContext } from 'node:tls';

/** The client's certificate with its key; every member is a text, so that it can be kept in the state of a step. */
export type ClientIdentity =
  | {
      readonly form: 'pem';
      /** Its own certificate first, then those that lead to the root. */
      readonly certificate: string;
      readonly privateKey: string;
      readonly passphrase?: string;
      /** Certificates of a PKCS#12 file that Node would trust as roots, had it read the file. */
      readonly authorities: readonly string[];
    }
  | { readonly form: 'pkcs12'; readonly pkcs12: string; readonly passphrase?: string };

/** All that decides how TLS connections are made. */
export interface Security {
  readonly identity?: ClientIdentity;
  /** Certificates, in PEM, that are trusted beside the public roots. */
  readonly authorities: readonly string[];
  readonly verify: boolean;
}

/** TLS as this runner does it when nothing is said. */
export const DEFAULT_SECURITY: Security = { authorities: [], verify: true };

/**
 * Makes a function that gives the one TLS context of a run, made at its first use: it is dear with roots of our own.
 *
 * @param extraCaCerts the value of NODE_EXTRA_CA_CERTS
 */
export function contextOf({ identity, authorities }: Security, extraCaCerts?: string): () => SecureContext {
  let context: SecureContext | undefined;
  return () => {
    context ??= tls.createSecureContext({
      ...credentialsOf(identity),
      ...rootsOf([...authorities, ...(identity?.form === 'pem' ? identity.authorities : [])], extraCaCerts),
    });
    return context;
  };
}

/** The certificate in a PKCS#12 file that belongs to its key. @throws Error of OpenSSL, whose texts say what is wrong */
export function readPkcs12(pkcs12: Buffer, passphrase: string | undefined): X509Certificate {
  const context = tls.createSecureContext({ pfx: pkcs12, ...(passphrase === undefined ? {} : { passphrase }) });
  // Not in Node's documents, but there since Node 10, and the only way without a reader of PKCS#12 of one's own.
  return new X509Certificate(context.context.getCertificate());
}

function credentialsOf(identity: ClientIdentity | undefined): tls.SecureContextOptions {
  if (identity === undefined) {
    return {};
  }
  const secret = identity.passphrase === undefined ? {} : { passphrase: identity.passphrase };
  return identity.form === 'pkcs12'
    ? { pfx: Buffer.from(identity.pkcs12, 'base64'), ...secret }
    : { cert: identity.certificate, key: identity.privateKey, ...secret };
}

/** `ca` replaces Node's own roots, so they are given again: also those of NODE_EXTRA_CA_CERTS. */
function rootsOf(own: readonly string[], extraCaCerts: string | undefined): tls.SecureContextOptions {
  return own.length === 0 ? {} : { ca: [...defaultRoots(extraCaCerts), ...own] };
}

function defaultRoots(extraCaCerts: string | undefined): readonly string[] {
  // Node 20 does not have it.
  const all: typeof tls.getCACertificates | undefined = tls.getCACertificates;
  return all === undefined ? [...tls.rootCertificates, ...extraRoots(extraCaCerts)] : all('default');
}

function extraRoots(path: string | undefined): string[] {
  try {
    return path ? [readFileSync(path, 'utf8')] : [];
  } catch {
    // Node itself warns of a file that it cannot read, and goes on.
    return [];
  }
}

/** Every secret in it, to be masked before it is saved and after it is read again. */
export function securitySecrets({ identity }: Security): string[] {
  if (identity === undefined) {
    return [];
  }
  const { passphrase = '' } = identity;
  return [identity.form === 'pem' ? identity.privateKey : identity.pkcs12, passphrase].filter((text) => text !== '');
}
