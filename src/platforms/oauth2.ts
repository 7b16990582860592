import { keycloak } from './keycloak.js';
import type { Platform } from './platform.js';

/** Any server of OAuth 2.0 (RFC 6749) or OpenID Connect. */
export const oauth2: Platform = {
  title: 'the OAuth 2.0 server',
  server: { by: 'issuer' },
  inputs: ['issuer', 'token_url', ...keycloak.inputs.filter((name) => name !== 'url' && name !== 'tenant')],
  grants: [...keycloak.grants, 'token_exchange'],
  clientAuthentications: keycloak.clientAuthentications,
  secretMethod: 'discovered',
  tokenRequest: { format: 'form' },
  tokenFields: ['access_token'],
  tokenVariable: 'BEARER_TOKEN',
  leewaySeconds: 30,
  loginInputs: keycloak.loginInputs,
  // Many of these servers are Keycloaks; what speaks of its realms does not fit here.
  refusals: keycloak.refusals.filter(({ advice }) => !/`tenant`|`\/auth`|`url`/.test(advice)),
  revocation: { by: 'revocation' },
  whoami: keycloak.whoami,
};
