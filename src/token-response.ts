import { answerError, type Exchange } from './answers.js';
import { type Claims, expiryOf, readClaims } from './claims.js';
import { GRANT_TYPES, type Grant } from './credentials.js';
import { quote } from './foreign-text.js';
import { isRecord } from './json.js';
import type { Platform } from './platforms/platform.js';

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

/** Every secret that an answer to a login may hold, good or not, to be masked before anything looks at it. */
export function secretsOf(body: unknown): string[] {
  const named = isRecord(body) ? [body['access_token'], body['refresh_token'], body['id_token']] : [];
  return named.filter((value) => typeof value === 'string');
}

/** A token that was at hand, with what its own claims say. */
export function tokenAtHand(value: string, now: Date): AccessToken {
  const claims = readClaims(value);
  const expiresAt = expiryOf(claims);
  const expiresIn = expiresAt === undefined ? undefined : secondsBetween(now, expiresAt);
  return { value, type: 'Bearer', claims, expiresAt, expiresIn };
}

/**
 * Reads the answer of a token endpoint: tolerant in what may be absent, strict in what is there.
 *
 * `token_type` and `expires_in` may be missing; a type other than Bearer may not be used (RFC 6749 section 7.1).
 *
 * @throws ActionError response_invalid
 */
export function parseTokenResponse(body: unknown, exchange: Exchange, context: TokenContext): AccessToken {
  const { platform, now, grant } = context;
  const members = isRecord(body) ? body : {};
  const value = platform.tokenFields.map((field) => members[field]).find((member) => typeof member === 'string');
  if (value === undefined || value === '') {
    throw answerError('response_invalid', exchange, { what: `without a token (${platform.tokenFields.join(', ')})` });
  }
  if (!isBearerToken(value)) {
    throw answerError('response_invalid', exchange, { what: 'with a token that cannot be sent in a header' });
  }
  const isExchange = grant === GRANT_TYPES.token_exchange;
  if (isExchange && typeof members['issued_token_type'] !== 'string') {
    throw answerError('response_invalid', exchange, { what: 'without an issued_token_type' });
  }
  const type = parseType(members['token_type'] ?? 'Bearer', isExchange, exchange);
  const atHand = { ...tokenAtHand(value, now), type };
  const lifetime = parseLifetime(members['expires_in'], exchange);
  return lifetime === undefined
    ? atHand
    : { ...atHand, expiresIn: lifetime, expiresAt: new Date(now.getTime() + lifetime * 1000) };
}

/** The refresh token of a session that a login has begun. */
export interface RefreshToken {
  readonly value: string;
  /** Undefined when the server does not say, and for one that does not end. */
  readonly expiresAt: Date | undefined;
}

/** Reads it; the session of a refresh grant is older than this login. `refresh_expires_in` is Keycloak's, with 0 for never. */
export function refreshTokenOf(body: unknown, { now, grant }: TokenContext): RefreshToken | undefined {
  const { refresh_token: value, refresh_expires_in: seconds } = isRecord(body) ? body : {};
  if (typeof value !== 'string' || value === '' || grant === 'refresh_token') {
    return undefined;
  }
  const lives = typeof seconds === 'number' && seconds > 0 && seconds < 1e12;
  return { value, expiresAt: lives ? new Date(now.getTime() + seconds * 1000) : undefined };
}

/** What the reading of a token depends on beside its answer. */
export interface TokenContext {
  readonly platform: Platform;
  readonly now: Date;
  readonly grant: Grant['type'];
}

/** A type other than Bearer may not be used, but a token exchange may give what is no access token at all. */
function parseType(type: unknown, isExchange: boolean, exchange: Exchange): AccessToken['type'] {
  const text = typeof type === 'string' ? type : JSON.stringify(type);
  if (text.toLowerCase() === 'bearer') {
    return 'Bearer';
  }
  if (isExchange && text.toLowerCase() === 'n_a') {
    return 'N_A';
  }
  throw answerError('response_invalid', exchange, { what: `with a token that is no Bearer token but ${quote(text)}` });
}

/** Seconds, as a number or in a string (RFC 6749 section 5.1 has a number; some servers write a string). */
function parseLifetime(value: unknown, exchange: Exchange): number | undefined {
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) {
    return undefined;
  }
  const seconds = Number(typeof value === 'string' ? value : JSON.stringify(value));
  // The last moment that a Date can hold is 8.64e12 s after 1970.
  if (Number.isNaN(seconds) || seconds < 0 || seconds > 1e12) {
    throw answerError('response_invalid', exchange, { what: 'with an expires_in that is no number of seconds' });
  }
  return Math.floor(seconds);
}

function secondsBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / 1000);
}
