import { createHash, randomUUID } from 'node:crypto';
import { hmacJwt, type JwtClaims, signJwt } from '../jwt.js';
import { dialectOf, type Realm, type RealmClient, type RealmUser } from './model.js';
import type { IssuedToken, RealmState, Session } from './state.js';

/** A request to a realm whose client is known. */
export interface ClientRequest {
  readonly realm: Realm;
  readonly state: RealmState;
  readonly issuer: string;
  readonly client: RealmClient;
  readonly form: URLSearchParams;
}

/** Whom tokens are for. */
export interface Subject {
  readonly user: RealmUser;
  readonly scope: readonly string[];
  /** Without one the token has no session that could end. */
  readonly session?: Session;
  /** Whether there is a refresh token beside the access token. */
  readonly refresh: boolean;
  /** Whether there is an ID token, where the scope alone does not say it. */
  readonly idToken?: boolean;
}

interface Minted {
  readonly use: IssuedToken['use'];
  readonly lifetimeSeconds: number;
}

/** Makes the body of a successful answer, with Keycloak's members in its order. Source: `AccessTokenResponse`. */
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
    // Written always; 0 also says of an offline token that it does not end.
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

/** Gives the id of a user, the same one each time. */
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
