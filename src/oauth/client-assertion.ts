import { SignJWT } from 'jose';
import type { SigningKey } from './credentials.js';

/** What a client assertion says; `audience` is the server's name for itself. */
export interface AssertionClaims {
  readonly clientId: string;
  readonly audience: string;
  readonly id: string;
  readonly now: Date;
}

/** How long, in seconds, an assertion may be presented: Keycloak's default for the most it takes. */
const LIFETIME = 60;

/**
 * Signs the assertion by which a client proves itself, for one request.
 *
 * This file alone imports jose, and is loaded when it is needed only.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-3
 */
export function signClientAssertion(claims: AssertionClaims, key: SigningKey, algorithm: string): Promise<string> {
  const seconds = Math.floor(claims.now.getTime() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: algorithm, ...(key.keyId === undefined ? {} : { kid: key.keyId }) })
    .setIssuer(claims.clientId)
    .setSubject(claims.clientId)
    .setAudience(claims.audience)
    .setJti(claims.id)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LIFETIME)
    .sign(key.key);
}

/** The algorithm to sign with: the first of the key's that the server takes, else the first of all (RFC 8414 section 2). */
export function chooseAlgorithm({ algorithms }: SigningKey, supported: readonly string[] | undefined): string {
  return algorithms.find((algorithm) => supported?.includes(algorithm)) ?? algorithms[0];
}
