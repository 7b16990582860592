import type { Credentials } from './credentials.js';
import { quote } from './foreign-text.js';
import { isRecord } from './json.js';
import type { Platform } from './platforms/platform.js';

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
