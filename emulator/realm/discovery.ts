import { type Answer, json } from '../answers.js';
import { GRANTS } from './grants.js';
import { REALM_PATHS } from './routes.js';

/** Describes the realm. Source: OpenID Connect Discovery section 3; RFC 8414; Keycloak, `OIDCWellKnownProvider`. */
export function answerDiscovery(issuer: string): Answer {
  return json(200, {
    issuer,
    authorization_endpoint: `${issuer}/protocol/openid-connect/auth`,
    token_endpoint: issuer + REALM_PATHS.token,
    introspection_endpoint: `${issuer}${REALM_PATHS.token}/introspect`,
    userinfo_endpoint: issuer + REALM_PATHS.userinfo,
    end_session_endpoint: issuer + REALM_PATHS.logout,
    jwks_uri: issuer + REALM_PATHS.jwks,
    revocation_endpoint: issuer + REALM_PATHS.revoke,
    grant_types_supported: Object.keys(GRANTS),
    response_types_supported: ['code', 'none'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'EdDSA'],
  });
}
