import { answerError, type Exchange } from '../answers.js';
import { isRecord, secondsIn } from '../json.js';
import { type Credentials, GRANT_TYPES, type Grant } from '../oauth/credentials.js';
import { type AccessToken, isBearerToken, readSuppliedToken } from '../oauth/token.js';
import type { Platform } from '../platforms/platform.js';
import { quote } from '../untrusted-text.js';

/** The longest token, in characters: no variable of Linux can contain a longer one, and its masks would take minutes. */
const LONGEST_TOKEN = 128 * 1024;

function isToken(member: unknown): member is string {
  return typeof member === 'string' && member !== '' && member.length <= LONGEST_TOKEN;
}

/** Lists every secret that the response to a login may contain, to be masked before anything else reads the response. */
export function tokenSecrets(body: unknown): string[] {
  const named = isRecord(body) ? [body['access_token'], body['refresh_token'], body['id_token']] : [];
  return named.filter(isToken);
}

/** What a server issued in its response to a login. */
export interface IssuedTokens {
  readonly token: AccessToken | undefined;
  /** The refresh token of a session that the login started; undefined after a refresh grant, whose session is older. */
  readonly refresh: RefreshToken | undefined;
}

/** The refresh token of a session that a login started. */
export interface RefreshToken {
  readonly value: string;
  /** Undefined if the server does not return an expiry, or if the token does not expire. */
  readonly expiresAt: Date | undefined;
}

/** What the meaning of a response depends on. */
interface TokenContext {
  readonly platform: Platform;
  readonly now: Date;
  readonly grant: Grant['type'];
}

/**
 * Reads what a server issued, also in a response that `parseTokenResponse` rejects.
 *
 * A lifetime that is not a number of seconds is unknown. `refresh_expires_in` is a member of Keycloak; 0 means that the
 * token does not expire.
 */
export function issuedTokens(body: unknown, { platform, now, grant }: TokenContext): IssuedTokens {
  const members = isRecord(body) ? body : {};
  const { expires_in, refresh_token, refresh_expires_in } = members;
  const after = (seconds: number) => new Date(now.getTime() + Math.floor(seconds) * 1000);
  const value = platform.tokenFields.map((field) => members[field]).find(isToken);
  const lifetime = secondsIn(expires_in);
  const known = lifetime === undefined ? {} : { expiresIn: Math.floor(lifetime), expiresAt: after(lifetime) };
  const left = secondsIn(refresh_expires_in) ?? 0;
  const isOwn = isToken(refresh_token) && grant !== 'refresh_token';
  return {
    token: value === undefined ? undefined : { ...readSuppliedToken(value, now), ...known },
    refresh: isOwn ? { value: refresh_token, expiresAt: left > 0 ? after(left) : undefined } : undefined,
  };
}

/**
 * Reads the token in the response of a token endpoint.
 *
 * `token_type` may be missing. A token of a type other than Bearer cannot be used (RFC 6749 section 7.1).
 *
 * @throws ActionError response_invalid
 */
export function parseTokenResponse(body: unknown, exchange: Exchange, context: TokenContext): AccessToken {
  const { platform, grant } = context;
  const { token } = issuedTokens(body, context);
  if (token === undefined) {
    throw answerError('response_invalid', exchange, { what: `without a token (${platform.tokenFields.join(', ')})` });
  }
  if (!isBearerToken(token.value)) {
    throw answerError('response_invalid', exchange, { what: 'with a token that cannot be sent in a header' });
  }
  const members = isRecord(body) ? body : {};
  const isExchange = grant === GRANT_TYPES.token_exchange;
  if (isExchange && typeof members['issued_token_type'] !== 'string') {
    throw answerError('response_invalid', exchange, { what: 'without an issued_token_type' });
  }
  return { ...token, type: parseType(members['token_type'] ?? 'Bearer', isExchange, exchange) };
}

/** Only Bearer tokens can be used, but a token exchange may return a token that is not an access token (N_A). */
function parseType(type: unknown, isExchange: boolean, exchange: Exchange): AccessToken['type'] {
  const text = typeof type === 'string' ? type : JSON.stringify(type);
  const name = text.trim().toLowerCase();
  // Apigee returns BearerToken.
  if (name === 'bearer' || name === 'bearertoken') {
    return 'Bearer';
  }
  if (isExchange && name === 'n_a') {
    return 'N_A';
  }
  throw answerError('response_invalid', exchange, { what: `with a token of the type ${quote(text)}, not Bearer` });
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
