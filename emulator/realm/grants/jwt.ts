import { type Answer, json } from '../../answers.js';
import { type JwtClaims, parseJwt } from '../../jwt.js';
import { type AssertionRules, findAssertionProblem, isSignedBy } from '../clients/assertion.js';
import { isAnswer, oauthError } from '../errors.js';
import { type ClientRequest, grantScope, tokenAnswer } from '../issue.js';
import type { IdentityProvider, RealmClient, RealmUser } from '../model.js';
import { REALM_PATHS } from '../routes.js';

/**
 * Exchanges another issuer's token for a token of the realm's user who is linked to its subject.
 * Source: RFC 7523 section 2.1; Keycloak, `JWTAuthorizationGrantType`.
 */
export function answerJwtGrant(request: ClientRequest): Answer {
  const user = findUser(request);
  if (typeof user === 'string') return oauthError(400, 'invalid_grant', user);
  const scope = grantScope(request);
  // This grant returns no refresh token, and Keycloak does not keep its session.
  return isAnswer(scope) ? scope : json(200, tokenAnswer(request, { user, scope, refresh: false }));
}

/** Finds the user who is linked to a subject of an identity provider. */
export function findLinkedUser(request: ClientRequest, alias: string, claims: JwtClaims): RealmUser | undefined {
  return request.realm.users.find(({ links = {} }) => claims['sub'] !== undefined && links[alias] === claims['sub']);
}

function findUser(request: ClientRequest): RealmUser | string {
  const { realm, state, client } = request;
  const assertion = request.form.get('assertion');
  if (assertion === null) return 'Missing parameter:assertion';
  const jwt = parseJwt(assertion);
  if (jwt === undefined) return 'The provided assertion is not a valid JWT';
  const problem = findClientProblem(client);
  if (problem !== undefined) return problem;
  const missing = ['iss', 'sub'].find((name) => jwt.claims[name] === undefined);
  if (missing !== undefined) return `Missing claim: ${missing}`;
  const provider = realm.identityProviders.find(({ issuer }) => issuer === jwt.claims['iss']);
  if (provider === undefined) return 'No Identity Provider for provided issuer';
  if (client.jwtGrant?.includes(provider.alias) !== true) return 'Identity Provider is not allowed for the client';
  if (!isSignedBy(jwt, provider.keys())) return 'Invalid signature';
  const wrong = findAssertionProblem(state, jwt.claims, rulesOf(request, provider));
  return wrong ?? findLinkedUser(request, provider.alias, jwt.claims) ?? 'User not found';
}

function findClientProblem({ authentication, jwtGrant }: RealmClient): string | undefined {
  if (authentication.kind === 'none') return 'Public client not allowed to use authorization grant';
  return jwtGrant === undefined ? 'JWT Authorization Grant is not supported for the requested client' : undefined;
}

function rulesOf({ realm, issuer }: ClientRequest, { assertionReuse = false }: IdentityProvider): AssertionRules {
  return {
    audiences: [issuer, issuer + REALM_PATHS.token],
    now: Math.floor(realm.now() / 1000),
    clockSkewSeconds: 0,
    longestSeconds: 300,
    use: 'grant',
    reuse: assertionReuse,
  };
}
