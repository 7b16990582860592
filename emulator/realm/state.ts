import { randomBytes, randomUUID } from 'node:crypto';
import { generateSigningKey, type SigningKey } from '../jwt.js';
import type { Realm, RealmUser } from './model.js';

/** A user's session; a client is in it while it may still use its refresh token. */
export interface Session {
  readonly id: string;
  readonly user: RealmUser;
  readonly clients: Set<string>;
  /** Milliseconds since the epoch; an offline session has none. */
  expiresAt: number;
}

/** What the realm remembers of a token that it issued. */
export interface IssuedToken {
  readonly id: string;
  readonly use: 'access' | 'refresh' | 'id';
  readonly clientId: string;
  readonly user: RealmUser;
  readonly scope: readonly string[];
  /** Without one the token has no session, as one of client credentials. */
  readonly sessionId?: string;
  /** Unix seconds. */
  readonly issuedAt: number;
  /** Milliseconds since the epoch; infinite for an offline token. */
  readonly expiresAt: number;
}

/** All that changes in a realm. */
export interface RealmState {
  readonly key: SigningKey;
  readonly secret: Buffer;
  readonly sessions: Map<string, Session>;
  /** By the token's text. */
  readonly tokens: Map<string, IssuedToken>;
  /** Ids of refresh tokens that were used, and of access tokens that were revoked. */
  readonly spent: Set<string>;
  /** `jti` of each assertion that was taken. */
  readonly assertions: Set<string>;
  readonly failures: Map<string, { count: number; lockedUntil: number }>;
  /** Users whose password is being checked. */
  readonly checking: Set<string>;
}

let sharedKey: SigningKey | undefined;

/** Begins a realm without a session. */
export function createState(): RealmState {
  // An RSA key takes a moment, and no two realms are told apart by theirs.
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

/** Begins a session of a user. */
export function beginSession(realm: Realm, state: RealmState, user: RealmUser): Session {
  const expiresAt = realm.now() + realm.refreshTokenLifetimeSeconds * 1000;
  const session = { id: randomUUID(), user, clients: new Set<string>(), expiresAt };
  state.sessions.set(session.id, session);
  return session;
}

/** Finds a token's session while it lives. */
export function sessionOf(realm: Realm, state: RealmState, token: IssuedToken): Session | undefined {
  const session = state.sessions.get(token.sessionId ?? '');
  return session !== undefined && realm.now() < session.expiresAt ? session : undefined;
}
