import { formatMinute } from '../json.js';
import type { AccessToken, Claims } from '../oauth/token.js';
import type { Log } from '../ports.js';
import type { LoginSettings } from '../settings/login.js';

/** Many jobs take longer than a token with such a lifetime is valid, in seconds. */
const SHORT_LIFETIME = 600;

/** Hardly any job ends within this lifetime, in seconds. Five minutes are the default of Keycloak. */
const VERY_SHORT_LIFETIME = 120;

/** The units of a duration, in seconds, each with the shortest duration that is written in it. */
const UNITS = [
  { from: 172_800, seconds: 86_400, unit: 'days' },
  { from: 7200, seconds: 3600, unit: 'h' },
  { from: 120, seconds: 60, unit: 'min' },
] as const;

/** Describes when a token expires, as the end of a sentence. */
export function lifetimeOf({ expiresAt, expiresIn = 0 }: Pick<AccessToken, 'expiresAt' | 'expiresIn'>): string {
  if (expiresAt === undefined) {
    return 'the expiry of the token is not known';
  }
  const { seconds, unit } = UNITS.find(({ from }) => expiresIn >= from) ?? { seconds: 1, unit: 's' };
  const time = formatMinute(expiresAt);
  const isSoon = expiresIn < 43_200;
  return `the token expires in ${Math.round(expiresIn / seconds)} ${unit} (${isSoon ? time.slice('2026-11-25 '.length) : time})`;
}

/** Prints a line about a token that expires soon: a later step would fail with an error that does not mention the expiry. */
export function noticeShortLifetime(
  { expiresIn }: Pick<AccessToken, 'expiresIn'>,
  log: Pick<Log, 'notice' | 'info'>,
): void {
  if (expiresIn !== undefined && expiresIn < SHORT_LIFETIME) {
    const print = expiresIn < VERY_SHORT_LIFETIME ? log.notice : log.info;
    print(
      'The token expires soon. Run the steps that use it directly after this one, or log in again before those steps.',
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
