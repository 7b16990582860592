import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls, { type SecureContext } from 'node:tls';

/** The client's certificate with its key; every member is text, so that it can be saved in the state of a step. */
export type ClientIdentity =
  | {
      readonly form: 'pem';
      /** The client's certificate first, then those that lead to the root. */
      readonly certificate: string;
      readonly privateKey: string;
      readonly passphrase?: string | undefined;
      /** The other certificates of a PKCS#12 file: if Node reads such a file, it trusts them as roots. */
      readonly authorities: readonly string[];
    }
  | { readonly form: 'pkcs12'; readonly pkcs12: string; readonly passphrase?: string | undefined };

/** The settings of TLS connections. */
export interface Security {
  readonly identity?: ClientIdentity | undefined;
  /** Certificates, in PEM, that are trusted in addition to the public roots. */
  readonly authorities: readonly string[];
  readonly verify: boolean;
}

/** TLS if no input changes it. */
export const DEFAULT_SECURITY: Security = { authorities: [], verify: true };

/**
 * Makes a function that returns a TLS context, created on first use: a context with our own roots is expensive.
 *
 * @param extraCaCerts the value of NODE_EXTRA_CA_CERTS
 */
export function contextOf(security: Omit<Security, 'verify'>, extraCaCerts?: string): () => SecureContext {
  const { identity, authorities } = security;
  let context: SecureContext | undefined;
  return () => {
    context ??= tls.createSecureContext({
      ...credentialsOf(identity),
      // As curl does. Otherwise OpenSSL accepts an authority only if its root is also known. Every root of Node is its own
      // issuer, so nothing changes for these. Without `authorities`, the strict rule applies also to NODE_EXTRA_CA_CERTS and
      // to the chain in a PKCS#12 file. Node 20.18 and 22.9 added the option.
      allowPartialTrustChain: authorities.length > 0,
      ca: rootsOf([...authorities, ...(identity?.form === 'pem' ? identity.authorities : [])], extraCaCerts),
    });
    return context;
  };
}

/** Reads the certificate that TLS presents for an identity. @throws Error of OpenSSL, whose text contains the reason */
export function readIdentity(identity: ClientIdentity): X509Certificate {
  // Without roots, which take time to load.
  const context = tls.createSecureContext({ ...credentialsOf(identity), ca: [] });
  // Not documented, but in Node since version 10; the only other way is our own PKCS#12 reader.
  return new X509Certificate(context.context.getCertificate());
}

function credentialsOf(identity: ClientIdentity | undefined): tls.SecureContextOptions {
  if (identity === undefined) {
    return {};
  }
  const { passphrase } = identity;
  return identity.form === 'pkcs12'
    ? { pfx: Buffer.from(identity.pkcs12, 'base64'), passphrase }
    : { cert: identity.certificate, key: identity.privateKey, passphrase };
}

/** Adds Node's roots and those of NODE_EXTRA_CA_CERTS to our own, which would replace them otherwise. */
function rootsOf(own: readonly string[], extraCaCerts: string | undefined): string[] | undefined {
  return own.length === 0 ? undefined : [...defaultRoots(extraCaCerts), ...own];
}

function defaultRoots(extraCaCerts: string | undefined): readonly string[] {
  // Node 20 does not have this function.
  const all: typeof tls.getCACertificates | undefined = tls.getCACertificates;
  if (all !== undefined) {
    return all('default');
  }
  try {
    return extraCaCerts ? [...tls.rootCertificates, readFileSync(extraCaCerts, 'utf8')] : tls.rootCertificates;
  } catch {
    // Node itself only warns if it cannot read this file.
    return tls.rootCertificates;
  }
}

/** Lists the secrets of a client certificate, to be masked before they are saved and after they are restored. */
export function securitySecrets({ identity }: Security): string[] {
  if (identity === undefined) {
    return [];
  }
  const { passphrase } = identity;
  const key = identity.form === 'pem' ? identity.privateKey : identity.pkcs12;
  return passphrase ? [key, passphrase] : [key];
}
