import { randomBytes, randomUUID } from 'node:crypto';
import { generateSigningKey, type SigningKey } from '../jwt.js';
import type { RecordedRequest } from '../server/request-log.js';
import type { Realm, RealmUser } from './model.js';

/** A user's session. A client belongs to the session as long as it may use its refresh token. */
export interface Session {
  readonly id: string;
  readonly user: RealmUser;
  readonly clients: Set<string>;
  /** Milliseconds since the epoch. Infinite for an offline session. */
  expiresAt: number;
}

/** The data that the realm keeps about a token that it issued. */
export interface IssuedToken {
  readonly id: string;
  readonly use: 'access' | 'refresh' | 'id';
  readonly clientId: string;
  readonly user: RealmUser;
  readonly scope: readonly string[];
  /** Missing if the token has no session, as with client credentials. */
  readonly sessionId?: string;
  /** Unix seconds. */
  readonly issuedAt: number;
  /** Milliseconds since the epoch. Infinite for an offline token. */
  readonly expiresAt: number;
}

/** The mutable state of a realm. */
export interface RealmState {
  readonly key: SigningKey;
  readonly secret: Buffer;
  readonly sessions: Map<string, Session>;
  /** Issued tokens by their text. */
  readonly tokens: Map<string, IssuedToken>;
  /** The ids of used refresh tokens and of revoked access tokens. */
  readonly spent: Set<string>;
  /** The use and the `jti` of each accepted assertion. */
  readonly assertions: Set<string>;
  readonly failures: Map<string, { count: number; lockedUntil: number }>;
  /** The names of users whose password is being checked. */
  readonly checking: Set<string>;
}

/** A request to an endpoint of a realm. */
export interface EndpointRequest {
  readonly realm: Realm;
  readonly state: RealmState;
  /** The realm's URL, which depends on the host name that the client used. */
  readonly issuer: string;
  readonly request: RecordedRequest;
}

let sharedKey: SigningKey | undefined;

/** Creates the state of a realm without sessions and tokens. */
export function createState(): RealmState {
  // Realms share one key, because an RSA key takes about 100 ms to generate.
  sharedKey ??= generateSigningKey('RS256', randomUUID());
  return {
    key: sharedKey,
    secret: randomBytes(32),
    sessions: new Map(),
    tokens: new Map(),
    spent: new Set(),
    assertions: new Set(),
    failures: new Map(),
    checking: new Set(),
  };
}

/** Creates a session of a user. */
export function beginSession(realm: Realm, state: RealmState, user: RealmUser): Session {
  const expiresAt = realm.now() + realm.refreshTokenLifetimeSeconds * 1000;
  const session = { id: randomUUID(), user, clients: new Set<string>(), expiresAt };
  state.sessions.set(session.id, session);
  return session;
}

/** Returns the session of a token, or undefined if the token has none or the session has expired. */
export function sessionOf(realm: Realm, state: RealmState, token: IssuedToken): Session | undefined {
  const session = state.sessions.get(token.sessionId ?? '');
  return session !== undefined && realm.now() < session.expiresAt ? session : undefined;
}
