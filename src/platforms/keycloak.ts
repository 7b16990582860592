import { keycloakRefusals, realmRefusals } from './keycloak-refusals.js';
import type { Platform } from './platform.js';

/** Keycloak 17 or newer, or an older one whose `url` ends in `/auth`. */
export const keycloak: Platform = {
  title: 'Keycloak',
  server: { by: 'tenant', prefix: '' },
  inputs: [
    'url',
    'tenant',
    'username',
    'password',
    'refresh_token',
    'scope',
    'audience',
    'token_parameters',
    'signing_key',
    'signing_key_password',
    'signing_key_id',
    'assertion_audience',
    'id_token_audience',
  ],
  grants: ['client_credentials', 'password', 'refresh_token', 'jwt_bearer'],
  clientAuthentications: [
    'client_secret_post',
    'client_secret_basic',
    'tls_client_auth',
    'private_key_jwt',
    'github_oidc',
    'none',
  ],
  secretMethod: 'client_secret_post',
  tokenRequest: { format: 'form' },
  tokenFields: ['access_token'],
  tokenVariable: 'KEYCLOAK_TOKEN',
  leewaySeconds: 30,
  loginInputs: '`client_id` and `client_secret`, `client_authentication: github_oidc`, or `bearer_token`',
  refusals: [...keycloakRefusals, ...realmRefusals],
  // Not by revocation of the refresh token: an old Keycloak then ends all sessions of the user at this client.
  revocation: { by: 'logout' },
  whoami: {
    from: 'endpoint',
    shown: ['preferred_username', 'email', 'name', 'sub'],
    scope: 'openid',
    permission: 'the scope `openid`',
  },
};
