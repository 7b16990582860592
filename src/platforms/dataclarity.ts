import { keycloak } from './keycloak.js';
import type { Platform, Refusal } from './platform.js';

/** What a wrong path looks like where the action itself puts `/auth` in front. */
const WITHOUT_PREFIX: readonly Refusal[] = [
  {
    error: 'Unable to find matching target resource method',
    code: 'endpoint_not_found',
    advice:
      'There is a Keycloak without `/auth`: use `platform: keycloak`, with `client_id: dc-ui` for the client of the platform',
  },
  {
    status: 404,
    code: 'endpoint_not_found',
    advice: 'Nothing of a Keycloak is there, neither at `/auth` nor where `url` leads; is the host right',
  },
];

/**
 * DataClarity, whose server of logins is a Keycloak below `/auth`.
 *
 * Its page "API authentication" gives the prefix and the public client of its own pages, `dc-ui`; a client with a secret
 * is the customer's own.
 */
export const dataclarity: Platform = {
  ...keycloak,
  title: 'DataClarity',
  server: { by: 'tenant', prefix: '/auth' },
  grants: ['client_credentials', 'password', 'refresh_token'],
  refusals: [...WITHOUT_PREFIX, ...keycloak.refusals],
  publicClient: 'dc-ui',
  tokenVariable: 'DATACLARITY_TOKEN',
  loginInputs: '`username` and `password`, `client_id` and `client_secret`, or `bearer_token`',
};
