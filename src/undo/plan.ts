import type { Security } from '../http/secure-context.js';
import type { Login } from '../login/login.js';
import { type IssuedLogin, metadataSource } from '../login/requested.js';
import type { RefreshToken } from '../login/token-response.js';
import type { OwnFolder } from '../machine/own-folder.js';
import { type Documents, NO_ENDPOINT } from '../oauth/discovery.js';
import { type SavedClient, saveClient } from '../oauth/saved-client.js';
import type { RevocationMethod } from '../platforms/platform.js';
import type { Settings } from '../settings/settings.js';

/** A token that is not revoked: the reason, and when the token expires (ISO 8601). */
interface NotRevoked {
  readonly reason: string;
  readonly expiresAt: string | undefined;
  readonly steps?: undefined;
}

/** Everything that the post step needs to revoke what a login created, as plain values for the state of a step. */
export interface Revocation {
  /** The platform's name, for messages. */
  readonly platform: string;
  readonly steps: readonly [RevocationStep, ...RevocationStep[]];
  /** The documents of the issuer to read first, if main found no endpoint. */
  readonly documents?: Documents | undefined;
  readonly client: SavedClient;
  /** The TLS settings; the authorities of `ca_certificate` are in a folder of the step instead, with their SHA-256 in hex. */
  readonly security: Security;
  readonly authorities?: { readonly folder: OwnFolder; readonly digest: string };
  /** When the access token expires (ISO 8601). */
  readonly expiresAt: string | undefined;
}

/** One request: what it revokes, its URL, and when the token expires (ISO 8601). */
export interface RevocationStep {
  readonly revokes: 'session' | 'refresh_token' | 'access_token';
  /** Undefined if only one of the documents can contain the endpoint. */
  readonly url: string | undefined;
  readonly token: string;
  readonly expiresAt: string | undefined;
}

/** What the post step does about a token. */
export type RevocationPlan = NotRevoked | Revocation;

/**
 * Plans how the token of a login is revoked; undefined if this step did not request a token.
 *
 * A supplied token belongs to its owner. So does the session of a refresh grant: a logout would invalidate the stored refresh
 * token, so only the access token is revoked.
 */
export function planRevocation(login: Login | IssuedLogin, settings: Settings): RevocationPlan | undefined {
  if (login.kind !== 'requested') {
    return undefined;
  }
  const expiresAt = login.token?.expiresAt?.toISOString();
  const { platform, revoke, security } = settings;
  if (!revoke) {
    return { reason: '`revoke` is false', expiresAt };
  }
  if (platform.revocation.by === 'nothing') {
    return { reason: platform.revocation.reason, expiresAt };
  }
  const [first, ...others] = stepsOf(login, platform.revocation.by);
  if (first === undefined) {
    return { reason: NO_ENDPOINT, expiresAt };
  }
  const { signingAlgorithms, unread = [] } = login.metadata;
  return {
    platform: platform.title,
    steps: [first, ...others],
    documents: first.url === undefined ? { ...metadataSource(settings), urls: unread } : undefined,
    client: saveClient(login.credentials, signingAlgorithms),
    security: { ...security, authorities: [] },
    expiresAt,
  };
}

function stepsOf(
  { token, metadata, refresh }: IssuedLogin,
  by: Exclude<RevocationMethod['by'], 'nothing'>,
): RevocationStep[] {
  const { logoutEndpoint, revocationEndpoint, unread = [] } = metadata;
  const step = (revokes: RevocationStep['revokes'], url: URL | undefined, of: RefreshToken): RevocationStep[] => {
    return [{ revokes, url: url?.href, token: of.value, expiresAt: of.expiresAt?.toISOString() }];
  };
  if (by === 'logout' && refresh !== undefined && logoutEndpoint !== undefined) {
    return step('session', logoutEndpoint, refresh);
  }
  if (revocationEndpoint === undefined && unread.length === 0) {
    return [];
  }
  return [
    ...(by === 'revocation' && refresh !== undefined ? step('refresh_token', revocationEndpoint, refresh) : []),
    ...(token === undefined ? [] : step('access_token', revocationEndpoint, token)),
  ];
}
