import { SignJWT } from 'jose';
import type { SigningKey } from './credentials.js';

/** The claims of a client assertion; the audience is the server's name for itself. */
export interface AssertionClaims {
  readonly clientId: string | undefined;
  readonly audience: string;
  readonly id: string;
  readonly now: Date;
}

/** How long an assertion is valid, in seconds: Keycloak's default for the maximum. */
const LIFETIME = 60;

/**
 * Signs the assertion that authenticates a client in one request.
 *
 * Only this file imports jose; it is loaded on demand.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-3
 */
export function signClientAssertion(claims: AssertionClaims, key: SigningKey, algorithm: string): Promise<string> {
  const { clientId, audience, id, now } = claims;
  const issuedAt = Math.floor(now.getTime() / 1000);
  const payload: Readonly<Record<string, unknown>> = { iss: clientId, sub: clientId, aud: audience, jti: id };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: algorithm, ...(key.keyId === undefined ? {} : { kid: key.keyId }) })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME)
    .sign(key.key);
}

/** Chooses the key's first algorithm that the server accepts, or else the key's preferred one (RFC 8414 section 2). */
export function chooseAlgorithm({ algorithms }: SigningKey, supported: readonly string[] | undefined): string {
  return algorithms.find((algorithm) => supported?.includes(algorithm)) ?? algorithms[0];
}
