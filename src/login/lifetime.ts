import type { AccessToken, Claims } from '../oauth/token.js';
import type { Log } from '../ports.js';
import type { LoginSettings } from '../settings/login.js';

/** A job may well take longer than such a token lives, in seconds. */
const SHORT_LIFE = 600;

/** How long a token lives, as the end of a sentence. */
export function lifeOf(token: Pick<AccessToken, 'expiresAt' | 'expiresIn'>): string {
  return token.expiresAt === undefined
    ? 'how long the token lives is not known'
    : `the token lives ${token.expiresIn} s, until ${token.expiresAt.toISOString()}`;
}

/** Says that a token ends soon, since a later step would fail by that without a word about it. */
export function noticeShortLife({ expiresIn }: Pick<AccessToken, 'expiresIn'>, log: Pick<Log, 'notice'>): void {
  if (expiresIn !== undefined && expiresIn < SHORT_LIFE) {
    log.notice(
      `The token lives ${expiresIn} s, less than 10 minutes: put the steps that use it right behind this one, or log in once more before them.`,
    );
  }
}

/** What a token at hand is worth: enough life left, some, none, or made for another client. */
export type TokenState = 'good' | 'expiring' | 'expired' | 'foreign';

/**
 * Judges a token at hand by its own claims.
 *
 * Where it must be for one client, a token that does not say so, or not when it ends, is as good as another client's.
 */
export function tokenState(
  token: AccessToken,
  settings: Pick<LoginSettings, 'tokenAudience'> & { readonly leewaySeconds: number },
  now: Date,
): TokenState {
  const { tokenAudience, leewaySeconds } = settings;
  if (tokenAudience !== undefined && (token.expiresAt === undefined || !isFor(tokenAudience, token.claims))) {
    return 'foreign';
  }
  const left = (token.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime();
  if (left > leewaySeconds * 1000) {
    return 'good';
  }
  return left > 0 ? 'expiring' : 'expired';
}

/** Whether `aud` names the client: a text, or one of a list (RFC 7519 section 4.1.3). */
function isFor(clientId: string, claims: Claims | undefined): boolean {
  const audience = claims?.['aud'];
  return audience === clientId || (Array.isArray(audience) && audience.includes(clientId));
}
