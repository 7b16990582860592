import { answerError, type Exchange } from '../answers.js';
import { isRecord } from '../json.js';
import { type Credentials, GRANT_TYPES, type Grant } from '../oauth/credentials.js';
import { type AccessToken, isBearerToken, readSuppliedToken } from '../oauth/token.js';
import type { Platform } from '../platforms/platform.js';
import { quote } from '../untrusted-text.js';

/** Every secret that an answer to a login may hold, good or not, to be masked before anything looks at it. */
export function tokenSecrets(body: unknown): string[] {
  const named = isRecord(body) ? [body['access_token'], body['refresh_token'], body['id_token']] : [];
  return named.filter((value) => typeof value === 'string');
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
  const atHand = { ...readSuppliedToken(value, now), type };
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

/** What an answer tells beside its token: another scope than the one asked for, another refresh token than the one shown. */
export function remarksOn(body: unknown, { scope, grant }: Credentials, platform: Platform): string[] {
  const granted = grantedScope(body, scope);
  const renewed = isRecord(body) ? body['refresh_token'] : undefined;
  const isRotated =
    grant.type === 'refresh_token' &&
    platform.reusesRefreshToken !== true &&
    typeof renewed === 'string' &&
    renewed !== grant.refreshToken;
  return [
    ...(granted === undefined ? [] : [`The server granted another scope than it was asked for: ${quote(granted)}.`]),
    ...(isRotated ? [ROTATED] : []),
  ];
}

// RFC 6749 section 6: a server may replace it, and may then refuse the old one. Keycloak always answers another one.
const ROTATED =
  'The server gave another `refresh_token`, which is not kept: if it takes each one only once, store a new one before the next run.';

/**
 * The scope that a server granted, where it is another than the one asked for (RFC 6749 section 3.3); the order means nothing.
 *
 * `openid` alone asks for a protocol, not for a right (OpenID Connect Core section 3.1.2.1): servers add their defaults to it.
 */
function grantedScope(body: unknown, asked: string | undefined): string | undefined {
  const granted = isRecord(body) ? body['scope'] : undefined;
  if (asked === undefined || typeof granted !== 'string') {
    return undefined;
  }
  const partsOf = (scope: string) => scope.split(/\s+/).filter(Boolean).sort();
  const isSame = partsOf(granted).join(' ') === partsOf(asked).join(' ');
  return isSame || (asked === 'openid' && partsOf(granted).includes('openid')) ? undefined : granted;
}
