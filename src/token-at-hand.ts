import type { Claims } from './claims.js';
import type { LoginSettings } from './login-settings.js';
import type { AccessToken } from './token-response.js';

/** What a token at hand is worth: enough life left, some, none, or made for another client. */
export type Worth = 'good' | 'expiring' | 'expired' | 'foreign';

/**
 * Judges a token at hand by its own claims.
 *
 * Where it must be for one client, a token that does not say so, or not when it ends, is as good as another client's.
 */
export function judgeTokenAtHand(
  token: AccessToken,
  settings: Pick<LoginSettings, 'tokenAudience'> & { readonly leewaySeconds: number },
  now: Date,
): Worth {
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
