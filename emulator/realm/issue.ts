import { createHash, randomUUID } from 'node:crypto';
import type { Answer } from '../answers.js';
import { hmacJwt, type JwtClaims, signJwt } from '../jwt.js';
import { oauthError } from './errors.js';
import { dialectOf, type Realm, type RealmClient, type RealmUser } from './model.js';
import type { IssuedToken, RealmState, Session } from './state.js';

/** A request to a realm, with the client that it comes from. */
export interface ClientRequest {
  readonly realm: Realm;
  readonly state: RealmState;
  readonly issuer: string;
  readonly client: RealmClient;
  readonly form: URLSearchParams;
}

/** The user, the scope and the session of new tokens, and which tokens to issue. */
export interface Subject {
  readonly user: RealmUser;
  readonly scope: readonly string[];
  /** Missing if the tokens have no session. */
  readonly session?: Session;
  /** Whether to issue a refresh token in addition to the access token. */
  readonly refresh: boolean;
  /** Whether to issue an ID token. Default: if the scope contains `openid`. */
  readonly idToken?: boolean;
}

interface Minted {
  readonly use: IssuedToken['use'];
  readonly lifetimeSeconds: number;
}

const DEFAULT_SCOPES = ['profile', 'email'];
const OPTIONAL_SCOPES = ['openid', 'offline_access'];

/** Returns the granted scope: the requested and the default scopes. Returns an error for an unknown scope. */
export function grantScope({ realm, form }: ClientRequest): readonly string[] | Answer {
  const scope = form.get('scope') ?? '';
  const requested = scope.split(' ').filter((part) => part !== '');
  const known = [...DEFAULT_SCOPES, ...OPTIONAL_SCOPES, ...realm.scopes];
  if (requested.some((part) => !known.includes(part)))
    return oauthError(400, 'invalid_scope', `Invalid scopes: ${scope}`);
  return [...new Set([...requested, ...DEFAULT_SCOPES])];
}

/** Returns the scope of a refresh: the requested part of the token's scope, and the default scopes. RFC 6749 section 6. */
export function narrowScope({ form }: ClientRequest, granted: readonly string[]): readonly string[] {
  const requested = form.get('scope')?.split(' ');
  return requested === undefined
    ? granted
    : granted.filter((part) => requested.includes(part) || DEFAULT_SCOPES.includes(part));
}

/** Issues tokens and makes the body of the answer, with Keycloak's order of members. Source: `AccessTokenResponse`. */
export function tokenAnswer(request: ClientRequest, subject: Subject): Readonly<Record<string, unknown>> {
  const { realm } = request;
  const { scope, session } = subject;
  const offline = scope.includes('offline_access');
  const refreshSeconds = offline ? Number.POSITIVE_INFINITY : realm.refreshTokenLifetimeSeconds;
  const access = { use: 'access', lifetimeSeconds: realm.accessTokenLifetimeSeconds } as const;
  const refresh = { use: 'refresh', lifetimeSeconds: refreshSeconds } as const;
  session?.clients.add(request.client.clientId);
  if (session !== undefined) session.expiresAt = realm.now() + refreshSeconds * 1000;
  return {
    access_token: mint(request, subject, access),
    expires_in: realm.accessTokenLifetimeSeconds,
    // Keycloak always sends this member. 0 means no refresh token, or an offline token, which does not expire.
    refresh_expires_in: subject.refresh && !offline ? realm.refreshTokenLifetimeSeconds : 0,
    ...(subject.refresh ? { refresh_token: mint(request, subject, refresh) } : {}),
    token_type: dialectOf(realm).tokenType,
    ...((subject.idToken ?? scope.includes('openid'))
      ? { id_token: mint(request, subject, { ...access, use: 'id' }) }
      : {}),
    'not-before-policy': realm.notBefore,
    ...(session === undefined ? {} : { session_state: session.id }),
    scope: scope.join(' '),
  };
}

/** Returns the id of a user, which is derived from the user's name. */
export function idOf({ username }: RealmUser): string {
  const hex = createHash('sha256').update(username).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function mint(request: ClientRequest, subject: Subject, { use, lifetimeSeconds }: Minted): string {
  const { realm, state, client } = request;
  const token: IssuedToken = {
    id: randomUUID(),
    use,
    clientId: client.clientId,
    user: subject.user,
    scope: subject.scope,
    ...(subject.session === undefined ? {} : { sessionId: subject.session.id }),
    issuedAt: Math.floor(realm.now() / 1000),
    expiresAt: realm.now() + lifetimeSeconds * 1000,
  };
  const hmac = use === 'refresh' || (use === 'access' && realm.accessTokenAlgorithm === 'HS256');
  const claims = claimsOf(token, request.issuer);
  const text = hmac ? hmacJwt(claims, state.secret) : signJwt(claims, state.key);
  state.tokens.set(text, token);
  return text;
}

function claimsOf(token: IssuedToken, issuer: string): JwtClaims {
  const { id, use, clientId, user, scope, sessionId, issuedAt, expiresAt } = token;
  const audience = { access: 'account', refresh: issuer, id: clientId }[use];
  const types = { access: 'Bearer', refresh: Number.isFinite(expiresAt) ? 'Refresh' : 'Offline', id: 'ID' };
  const profile = { preferred_username: user.username, email: user.email };
  return {
    ...(Number.isFinite(expiresAt) ? { exp: Math.floor(expiresAt / 1000) } : {}),
    iat: issuedAt,
    jti: id,
    iss: issuer,
    aud: audience,
    sub: idOf(user),
    typ: types[use],
    azp: clientId,
    ...(sessionId === undefined ? {} : { sid: sessionId }),
    scope: scope.join(' '),
    ...(use === 'refresh' ? {} : profile),
  };
}
