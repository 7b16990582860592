import { keycloak } from './keycloak.js';
import type { Platform, Refusal } from './platform.js';

/** The errors for a wrong path, if the action adds `/auth` to `url`. */
const WITHOUT_PREFIX: readonly Refusal[] = [
  {
    error: 'Unable to find matching target resource method',
    code: 'endpoint_not_found',
    advice:
      'The server is a Keycloak without `/auth`. Use `platform: keycloak`, with `client_id: dc-ui` for the client of the platform',
  },
  {
    status: 404,
    code: 'endpoint_not_found',
    advice: 'No realm answers at `/auth` or at the path of `url`. Check the host',
  },
];

/**
 * DataClarity, whose login server is a Keycloak below `/auth`.
 *
 * Its page "API authentication" documents the prefix and the public client of its web pages, `dc-ui`. A client with a
 * secret belongs to the customer.
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
