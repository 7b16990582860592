import { type Answer, json } from '../answers.js';
import { bearerError } from './errors.js';
import { GRANTS } from './grants/index.js';
import { idOf } from './issue.js';
import { dialectOf } from './model.js';
import { REALM_PATHS } from './routes.js';
import { type EndpointRequest, sessionOf } from './state.js';

const BEARER = /^bearer ([\w.~+/-]+=*)$/i;

/** Returns the realm's metadata. Source: OpenID Connect Discovery section 3; RFC 8414; Keycloak, `OIDCWellKnownProvider`. */
export function answerDiscovery({ realm, issuer, request }: EndpointRequest): Answer {
  const isOpenid = request.target.endsWith(REALM_PATHS.discovery);
  const revocation_endpoint = issuer + REALM_PATHS.revoke;
  const document = {
    issuer,
    authorization_endpoint: `${issuer}/protocol/openid-connect/auth`,
    token_endpoint: issuer + REALM_PATHS.token,
    introspection_endpoint: `${issuer}${REALM_PATHS.token}/introspect`,
    userinfo_endpoint: issuer + REALM_PATHS.userinfo,
    end_session_endpoint: issuer + REALM_PATHS.logout,
    jwks_uri: issuer + REALM_PATHS.jwks,
    ...(isOpenid && realm.other?.revocationIn !== undefined ? {} : { revocation_endpoint }),
    grant_types_supported: Object.keys(GRANTS),
    response_types_supported: ['code', 'none'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'EdDSA'],
  };
  return rejectOtherMethods(request.method) ?? json(200, document);
}

/** Returns the realm's public key. Source: RFC 7517 section 5. */
export function answerJwks({ state, request }: EndpointRequest): Answer {
  return rejectOtherMethods(request.method) ?? json(200, { keys: [state.key.jwk] });
}

/** Returns the owner of an access token. Source: OpenID Connect Core section 5.3; Keycloak, `UserInfoEndpoint`. */
export function answerUserinfo({ realm, state, request }: EndpointRequest): Answer {
  const wrongMethod = rejectOtherMethods(request.method);
  if (wrongMethod !== undefined) return wrongMethod;
  const refuse = (status: number, error: string, description: string) =>
    bearerError(status, { realm: realm.name, error, error_description: description });
  const [, text] = BEARER.exec(request.headers['authorization'] ?? '') ?? [];
  if (text === undefined) return bearerError(401, { realm: realm.name });
  const token = state.tokens.get(text);
  const expired = token === undefined || realm.now() >= token.expiresAt || token.issuedAt < realm.notBefore;
  if (expired || token.use !== 'access' || state.spent.has(token.id)) {
    return refuse(401, 'invalid_token', 'Token verification failed');
  }
  if (dialectOf(realm).userinfoNeedsOpenid && !token.scope.includes('openid')) {
    return refuse(403, 'insufficient_scope', 'Missing openid scope');
  }
  if (token.sessionId !== undefined && sessionOf(realm, state, token)?.clients.has(token.clientId) !== true) {
    return refuse(401, 'invalid_token', dialectOf(realm).endedSession);
  }
  const { username, email } = token.user;
  return json(200, { sub: idOf(token.user), email_verified: true, preferred_username: username, email });
}

function rejectOtherMethods(method: string): Answer | undefined {
  return method === 'GET' ? undefined : json(405, { error: 'HTTP 405 Method Not Allowed' });
}
