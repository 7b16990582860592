import { keycloak } from './keycloak.js';
import { keycloakRefusals, otherPlatformRefusals } from './keycloak-refusals.js';
import type { Platform } from './platform.js';

/** Any server of OAuth 2.0 (RFC 6749) or OpenID Connect. */
export const oauth2: Platform = {
  ...keycloak,
  title: 'the OAuth 2.0 server',
  server: { by: 'issuer' },
  inputs: ['issuer', 'token_url', ...keycloak.inputs.filter((name) => name !== 'url' && name !== 'tenant')],
  grants: [...keycloak.grants, 'token_exchange'],
  secretMethod: 'discovered',
  tokenVariable: 'BEARER_TOKEN',
  // Many of these servers are Keycloaks, but their users set neither `url` nor `tenant`.
  refusals: [...keycloakRefusals, ...otherPlatformRefusals],
  revocation: { by: 'revocation' },
};
