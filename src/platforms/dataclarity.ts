import { keycloak } from './keycloak.js';
import type { Platform } from './platform.js';

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
  publicClient: 'dc-ui',
  tokenVariable: 'DATACLARITY_TOKEN',
  loginInputs: '`username` and `password`, `client_id` and `client_secret`, or `bearer_token`',
  noRevocation: 'this version does not log out of DataClarity yet',
};
