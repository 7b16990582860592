import { answerError, type Exchange } from '../answers.js';
import { isRecord } from '../json.js';
import { type Credentials, GRANT_TYPES, type Grant } from '../oauth/credentials.js';
import { type AccessToken, isBearerToken, readSuppliedToken } from '../oauth/token.js';
import type { Platform } from '../platforms/platform.js';
import { quote } from '../untrusted-text.js';

/** Lists every secret that the response to a login may contain, to be masked before anything else reads the response. */
export function tokenSecrets(body: unknown): string[] {
  const named = isRecord(body) ? [body['access_token'], body['refresh_token'], body['id_token']] : [];
  return named.filter((value) => typeof value === 'string');
}

/**
 * Reads the response of a token endpoint.
 *
 * `token_type` and `expires_in` may be missing, but must be valid if present. A token of a type other than Bearer cannot be
 * used (RFC 6749 section 7.1).
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
  const unlimited = { ...readSuppliedToken(value, now), type };
  const lifetime = parseLifetime(members['expires_in'], exchange);
  return lifetime === undefined
    ? unlimited
    : { ...unlimited, expiresIn: lifetime, expiresAt: new Date(now.getTime() + lifetime * 1000) };
}

/** The refresh token of a session that a login started. */
export interface RefreshToken {
  readonly value: string;
  /** Undefined if the server does not return an expiry, or if the token does not expire. */
  readonly expiresAt: Date | undefined;
}

/**
 * Reads the refresh token of a session that this login started; undefined after a refresh grant, whose session is older.
 *
 * `refresh_expires_in` is a member of Keycloak, in seconds; 0 means that the token does not expire.
 */
export function refreshTokenOf(body: unknown, { now, grant }: TokenContext): RefreshToken | undefined {
  const { refresh_token: value, refresh_expires_in: seconds } = isRecord(body) ? body : {};
  if (typeof value !== 'string' || value === '' || grant === 'refresh_token') {
    return undefined;
  }
  const expires = typeof seconds === 'number' && seconds > 0 && seconds < 1e12;
  return { value, expiresAt: expires ? new Date(now.getTime() + seconds * 1000) : undefined };
}

/** What the meaning of a response depends on. */
interface TokenContext {
  readonly platform: Platform;
  readonly now: Date;
  readonly grant: Grant['type'];
}

/** Only Bearer tokens can be used, but a token exchange may return a token that is not an access token (N_A). */
function parseType(type: unknown, isExchange: boolean, exchange: Exchange): AccessToken['type'] {
  const text = typeof type === 'string' ? type : JSON.stringify(type);
  if (text.toLowerCase() === 'bearer') {
    return 'Bearer';
  }
  if (isExchange && text.toLowerCase() === 'n_a') {
    return 'N_A';
  }
  throw answerError('response_invalid', exchange, { what: `with a token of the type ${quote(text)}, not Bearer` });
}

/** Reads a number of seconds; some servers return a string instead of a number (RFC 6749 section 5.1). */
function parseLifetime(value: unknown, exchange: Exchange): number | undefined {
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) {
    return undefined;
  }
  const seconds = Number(typeof value === 'string' ? value : JSON.stringify(value));
  // The last moment that a Date can hold is 8.64e12 s after 1970.
  if (Number.isNaN(seconds) || seconds < 0 || seconds > 1e12) {
    throw answerError('response_invalid', exchange, { what: 'with an expires_in that is not a number of seconds' });
  }
  return Math.floor(seconds);
}

/** Describes what a user should know about a response: a scope or a refresh token that differs from the one sent. */
export function responseRemarks(body: unknown, { scope, grant }: Credentials, platform: Platform): string[] {
  const granted = grantedScope(body, scope);
  const renewed = isRecord(body) ? body['refresh_token'] : undefined;
  const isRotated =
    grant.type === 'refresh_token' &&
    platform.reusesRefreshToken !== true &&
    typeof renewed === 'string' &&
    renewed !== grant.refreshToken;
  return [
    ...(granted === undefined
      ? []
      : [`The server granted a different scope than the requested one: ${quote(granted)}.`]),
    ...(isRotated ? [ROTATED] : []),
  ];
}

// RFC 6749 section 6: a server may replace the refresh token, and may then reject the old one. Keycloak always returns another.
const ROTATED =
  'The server returned a new `refresh_token`, which is not stored. If the server accepts each refresh token only once, store a new one before the next run.';

/**
 * Returns the granted scope if it differs from the requested one in more than the order (RFC 6749 section 3.3).
 *
 * `openid` alone requests a protocol, not a permission (OpenID Connect Core section 3.1.2.1): servers add their defaults.
 */
function grantedScope(body: unknown, requested: string | undefined): string | undefined {
  const granted = isRecord(body) ? body['scope'] : undefined;
  if (requested === undefined || typeof granted !== 'string') {
    return undefined;
  }
  const partsOf = (scope: string) => scope.split(/\s+/).filter(Boolean).sort();
  const isSame = partsOf(granted).join(' ') === partsOf(requested).join(' ');
  return isSame || (requested === 'openid' && partsOf(granted).includes('openid')) ? undefined : granted;
}
