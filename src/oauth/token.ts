import { attempt, isRecord, timeIn } from '../json.js';

/** The claims of a token. They are not verified. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads the claims of a JWT without verifying it; returns undefined for any other token.
 *
 * A bearer token is opaque to its client (RFC 6749 section 1.4), so its claims are only a hint.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-7.2
 */
export function readClaims(token: string): Claims | undefined {
  const [, payload, ...rest] = token.split('.');
  if (payload === undefined || rest.length !== 1) {
    return undefined;
  }
  const claims: unknown = attempt(() => JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return isRecord(claims) ? claims : undefined;
}

/** Reads the claim `exp`, which may have a fraction (RFC 7519 section 4.1.4). */
export function expiryOf(claims: Claims | undefined): Date | undefined {
  return timeIn(claims?.['exp']);
}

/** A bearer token and what is known about it. */
export interface AccessToken {
  readonly value: string;
  /** `N_A` for a result of a token exchange that is not a bearer token (RFC 8693 section 2.2.1). */
  readonly type: 'Bearer' | 'N_A';
  readonly claims: Claims | undefined;
  /** The expiry in the server's response, or else in the claim `exp`; undefined if both are absent. */
  readonly expiresAt: Date | undefined;
  /** The seconds until the token expires. */
  readonly expiresIn: number | undefined;
}

/**
 * Tells whether a header can contain a token unchanged: it has visible ASCII characters only.
 *
 * Servers issue such tokens (RFC 6749 appendix A.12), and not only a `b64token` (RFC 6750 section 2.1).
 */
export function isBearerToken(text: string): boolean {
  return /^[!-~]+$/.test(text);
}

/** Describes a supplied token by its own claims. */
export function readSuppliedToken(value: string, now: Date): AccessToken {
  const claims = readClaims(value);
  const expiresAt = expiryOf(claims);
  const expiresIn = expiresAt === undefined ? undefined : Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  return { value, type: 'Bearer', claims, expiresAt, expiresIn };
}
