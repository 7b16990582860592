import { type Case, chariot, fetching, realm } from './case.js';

const EMPTY = { client_secret: '' };

/** Inputs that are missing, misspelled, or wrong. */
export const inputs: readonly Case[] = [
  chariot('nothing given', { inputs: { client_id: '', ...EMPTY } }),
  chariot('repository secret missing', { inputs: EMPTY }),
  chariot('variable of the url missing', { inputs: { url: '' } }),
  chariot('typo in a needed input (`client_secrt`)', { inputs: { ...EMPTY, client_secrt: 'x-secret-of-the-client' } }),
  chariot("typo in an optional input (`exportenv: 'false'`)", { inputs: { exportenv: 'false' } }),
  chariot('an unknown input that is near no other', { inputs: { environment: 'staging' }, part: 'remarks' }),
  chariot('a misspelled input in nektos/act', {
    inputs: { exportenv: 'false' },
    env: { ACT: 'true' },
    part: 'remarks',
  }),
  chariot('two unknown inputs', { inputs: { exportenv: 'false', environment: 'staging' } }),
  fetching('`project_id` missing', 'db-password', { inputs: { project_id: '' } }),
  fetching('`project_id` and `user_id`', 'db-password', { inputs: { user_id: '2kFmuser' } }),
  fetching('a `project_id` with a slash', 'db-password', { inputs: { project_id: 'team/project' } }),
  chariot('`platform: keyclok`', { inputs: { platform: 'keyclok' } }),
  chariot('`project_id` on Keycloak', { inputs: { platform: 'keycloak', project_id: '2kCuhgrt' } }),
  realm('`secrets` on Keycloak', 'keycloak', { inputs: { secrets: 'db-password' } }),
  chariot('`export_env: yes`', { inputs: { export_env: 'yes' } }),
  chariot('`timeout_seconds: 1m`', { inputs: { timeout_seconds: '1m' } }),
  chariot('`token_variable: MY-TOKEN`', { inputs: { token_variable: 'MY-TOKEN' } }),
  chariot('`retries: 50`', { inputs: { retries: '50' } }),
  chariot('`url` is not a URL', { inputs: { url: 'https://chariot example.com' } }),
  chariot('`url` with a query', { inputs: { url: 'https://chariot.example.com/?tenant=1' } }),
  chariot('`url` with a user name', { inputs: { url: 'https://jane:secret-of-jane@chariot.example.com' } }),
  chariot('`url` with another scheme', { inputs: { url: 'ftp://chariot.example.com' } }),
  chariot('http', { inputs: { url: 'http://chariot.example.com' } }),
  realm('realm in the url', 'keycloak', {
    inputs: { url: 'https://id.example.com/realms/example', client_id: 'a', client_secret: 'b-client-secret' },
  }),
  realm('`tenant` missing, `realm:` given', 'keycloak', {
    inputs: { tenant: '', realm: 'example', client_id: 'a', client_secret: 'b-client-secret' },
  }),
  realm('`issuer` and `token_url` missing', 'oauth2', {
    inputs: { issuer: '', client_id: 'a', client_secret: 'b-secret' },
  }),
  realm('`issuer` with a query', 'oauth2', {
    inputs: { issuer: 'https://id.example.com?x=1', client_id: 'a', client_secret: 'b-secret' },
  }),
  realm('`token_url` without a scheme', 'oauth2', {
    inputs: { issuer: '', token_url: 'id.example.com/token', client_id: 'a', client_secret: 'b-secret' },
  }),
  realm('`client_id` alone', 'keycloak', { inputs: { client_id: 'example-backend' } }),
  realm('`password` without `username`', 'keycloak', { inputs: { client_id: 'a', password: 'password-of-jane' } }),
  realm('`username` without `password`', 'keycloak', { inputs: { client_id: 'a', username: 'jane' } }),
  realm('`username` and `refresh_token`', 'keycloak', {
    inputs: { client_id: 'a', username: 'jane', password: 'password-of-jane', refresh_token: 'a-refresh-token' },
  }),
  realm('`signing_key` and `client_secret`', 'keycloak', {
    inputs: { client_id: 'a', client_secret: 'b-client-secret', signing_key: 'key.pem' },
  }),
  realm('`client_authentication: none` with client credentials', 'keycloak', {
    inputs: { client_id: 'a', client_authentication: 'none' },
  }),
  realm('`grant_type: token_exchange` on Keycloak', 'keycloak', {
    inputs: { client_id: 'a', grant_type: 'token_exchange' },
  }),
  realm('`grant_type: device_code`', 'oauth2', { inputs: { client_id: 'a', grant_type: 'device_code' } }),
  realm('`id_token_audience` missing with `token_url`', 'oauth2', {
    inputs: {
      issuer: '',
      token_url: 'https://id.example.com/token',
      client_id: 'a',
      client_authentication: 'github_oidc',
    },
  }),
  realm('`whoami` with `token_url` alone', 'oauth2', {
    inputs: {
      issuer: '',
      token_url: 'https://id.example.com/token',
      client_id: 'a',
      client_secret: 'b-secret',
      whoami: 'true',
    },
  }),
  realm('`token_parameters` with a colon', 'oauth2', {
    inputs: { client_id: 'a', client_secret: 'b-client-secret', token_parameters: 'resource: https://api.example.com' },
  }),
  realm('`token_parameters` with a parameter that has an input', 'oauth2', {
    inputs: { client_id: 'a', client_secret: 'b-client-secret', token_parameters: 'audience=api' },
  }),
  chariot('`bearer_token` with the word Bearer', { inputs: { bearer_token: 'Bearer abc.def.ghi' } }),
];
