import type { Security } from '../http/secure-context.js';
import type { Login } from '../login/login.js';
import type { RevocationMethod } from '../platforms/platform.js';
import type { Settings } from '../settings/settings.js';
import { type SavedClient, saveClient } from './client.js';

/** A token that is not ended: why, and when it ends by itself (ISO 8601). */
export interface NotRevoked {
  readonly reason: string;
  readonly expiresAt?: string;
}

/** All that it takes to end what a login began, as plain values for the state of a step. */
export interface Revocation {
  readonly platform: string;
  readonly steps: readonly [RevocationStep, ...RevocationStep[]];
  readonly client: SavedClient;
  /** How TLS is done; the authorities of `ca_certificate` are in a file of their own. */
  readonly security: Security;
  readonly authorities?: SavedFile;
  /** When the access token ends by itself (ISO 8601). */
  readonly expiresAt?: string;
}

/** One request: what it ends, where, and until when there is something to end (ISO 8601). */
export interface RevocationStep {
  readonly revokes: 'session' | 'refresh_token' | 'access_token';
  readonly url: string;
  readonly token: string;
  readonly expiresAt?: string;
}

/** A file, and what tells that it is still the same. */
export interface SavedFile {
  readonly path: string;
  /** SHA-256 in hex. */
  readonly digest: string;
}

/** What the post step shall do about a token. */
export type RevocationPlan = NotRevoked | Revocation;

/** Whether a token is to be ended by requests. */
export function isRevocation(end: RevocationPlan): end is Revocation {
  return 'steps' in end;
}

/**
 * Decides how the token of a login is ended; undefined where this step has begun nothing.
 *
 * The session of a refresh grant is its owner's: a logout would kill the stored refresh token, so only the access token
 * goes. A token at hand is its owner's, too.
 */
export function planRevocation(login: Login, settings: Settings, security: Security): RevocationPlan | undefined {
  const { token, fetched, metadata, credentials } = login;
  if (!fetched || token === undefined || metadata === undefined || credentials === undefined) {
    return undefined;
  }
  const expiry = token.expiresAt === undefined ? {} : { expiresAt: token.expiresAt.toISOString() };
  const { platform, revoke } = settings;
  if (!revoke) {
    return { reason: '`revoke` is false', ...expiry };
  }
  if (platform.revocation.by === 'nothing') {
    return { reason: platform.revocation.reason, ...expiry };
  }
  const [first, ...others] = stepsOf(login, platform.revocation.by);
  if (first === undefined) {
    return { reason: 'the server names no place to end it (revocation_endpoint)', ...expiry };
  }
  const { authorities: _, ...rest } = security;
  const client = saveClient(credentials, metadata);
  return {
    platform: platform.title,
    steps: [first, ...others],
    client,
    security: { ...rest, authorities: [] },
    ...expiry,
  };
}

function stepsOf(
  { token, metadata, refresh }: Login,
  by: Exclude<RevocationMethod['by'], 'nothing'>,
): RevocationStep[] {
  const { logoutEndpoint, revocationEndpoint } = metadata ?? {};
  const step = (revokes: RevocationStep['revokes'], url: URL, of: { value: string; expiresAt: Date | undefined }) => {
    const expiry = of.expiresAt === undefined ? {} : { expiresAt: of.expiresAt.toISOString() };
    return { revokes, url: url.href, token: of.value, ...expiry };
  };
  if (by === 'logout' && refresh !== undefined && logoutEndpoint !== undefined) {
    return [step('session', logoutEndpoint, refresh)];
  }
  if (revocationEndpoint === undefined || token === undefined) {
    return [];
  }
  const own = by === 'revocation' && refresh !== undefined ? [step('refresh_token', revocationEndpoint, refresh)] : [];
  return [...own, step('access_token', revocationEndpoint, token)];
}
