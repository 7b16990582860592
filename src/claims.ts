import { isRecord } from './json.js';

/** The claims of a token, as they stand in it: nobody has verified them. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads the claims of a JWT without verifying it; undefined for a token that is none.
 *
 * A bearer token is opaque to its client (RFC 6749 section 1.4): what stands in it may serve as a hint only.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-7.2
 */
export function readClaims(token: string): Claims | undefined {
  const parts = token.split('.');
  const payload = parts[1];
  if (parts.length !== 3 || payload === undefined) {
    return undefined;
  }
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return isRecord(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

/** The moment of the claim `exp`, which may have a fraction (RFC 7519 section 4.1.4). */
export function expiryOf(claims: Claims | undefined): Date | undefined {
  const seconds = claims?.['exp'];
  // The last moment that a Date can hold, in seconds.
  return typeof seconds === 'number' && seconds > 0 && seconds <= 8.64e12 ? new Date(seconds * 1000) : undefined;
}
