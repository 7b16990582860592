import { isRecord } from '../json.js';

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

/** A bearer token and what is known of it. */
export interface AccessToken {
  readonly value: string;
  /** `N_A` for what a token exchange gave that is no bearer token (RFC 8693 section 2.2.1). */
  readonly type: 'Bearer' | 'N_A';
  readonly claims: Claims | undefined;
  /** When it ends, by the server's answer, else by its own claim; undefined when neither says. */
  readonly expiresAt: Date | undefined;
  /** Seconds that it still lives. */
  readonly expiresIn: number | undefined;
}

/** The `b64token` of RFC 6750 section 2.1: anything else could not be sent in a header as it is. */
export function isBearerToken(text: string): boolean {
  return /^[A-Za-z0-9\-._~+/]+=*$/.test(text);
}

/** A token that was at hand, with what its own claims say. */
export function readSuppliedToken(value: string, now: Date): AccessToken {
  const claims = readClaims(value);
  const expiresAt = expiryOf(claims);
  const expiresIn = expiresAt === undefined ? undefined : secondsBetween(now, expiresAt);
  return { value, type: 'Bearer', claims, expiresAt, expiresIn };
}

function secondsBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / 1000);
}
