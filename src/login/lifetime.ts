import type { AccessToken, Claims } from '../oauth/token.js';
import type { Log } from '../ports.js';
import type { LoginSettings } from '../settings/login.js';

/** Many jobs take longer than a token with such a lifetime is valid, in seconds. */
const SHORT_LIFETIME = 600;

/** Describes how long a token is valid, as the end of a sentence. */
export function lifetimeOf(token: Pick<AccessToken, 'expiresAt' | 'expiresIn'>): string {
  return token.expiresAt === undefined
    ? 'the expiry of the token is not known'
    : `the token is valid for ${token.expiresIn} s, until ${token.expiresAt.toISOString()}`;
}

/** Prints a notice about a token that expires soon: a later step would fail with an error that does not mention the expiry. */
export function noticeShortLifetime({ expiresIn }: Pick<AccessToken, 'expiresIn'>, log: Pick<Log, 'notice'>): void {
  if (expiresIn !== undefined && expiresIn < SHORT_LIFETIME) {
    log.notice(
      `The token is valid for ${expiresIn} s, less than 10 minutes. Run the steps that use the token directly after this one, or log in again before those steps.`,
    );
  }
}

/** Whether a supplied token is valid beyond the leeway, within the leeway, expired, or issued for another client. */
type TokenState = 'good' | 'expiring' | 'expired' | 'unrelated';

/**
 * Judges a supplied token by its own claims.
 *
 * If the token must be for one client, a token without that audience or without an expiry counts as issued for another one.
 */
export function tokenState(
  token: AccessToken,
  settings: Pick<LoginSettings, 'tokenAudience'> & { readonly leewaySeconds: number },
  now: Date,
): TokenState {
  const { tokenAudience, leewaySeconds } = settings;
  if (tokenAudience !== undefined && (token.expiresAt === undefined || !isFor(tokenAudience, token.claims))) {
    return 'unrelated';
  }
  const left = (token.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime();
  if (left > leewaySeconds * 1000) {
    return 'good';
  }
  return left > 0 ? 'expiring' : 'expired';
}

/** Tells whether the claim `aud` names the client; the claim is a text or a list (RFC 7519 section 4.1.3). */
function isFor(clientId: string, claims: Claims | undefined): boolean {
  const audience = claims?.['aud'];
  return audience === clientId || (Array.isArray(audience) && audience.includes(clientId));
}
