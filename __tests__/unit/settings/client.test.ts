import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { failureOf, settingsFrom } from '../../support/fake-ports.js';

const KEYCLOAK: Inputs = { platform: 'keycloak', url: 'h', tenant: 'acme' };
const CLIENT: Inputs = { client_id: 'i', client_secret: 's' };

describe('parseClient', () => {
  test.each<[what: string, inputs: Inputs, message: string]>([
    [
      'a secret without its client',
      { client_secret: 's' },
      '`client_id` is required: `client_secret` is set, and is used only with `client_id`.',
    ],
    [
      'a key without its client',
      { signing_key: 'k' },
      '`client_id` is required: `signing_key` is set, and is used only with `client_id`.',
    ],
    [
      'a certificate without its client',
      { client_authentication: 'tls_client_auth', certificate: 'c', private_key: 'k' },
      '`client_id` is required: `client_authentication: tls_client_auth` is set, and is used only with `client_id`.',
    ],
    [
      'a user without a client',
      { username: 'u', password: 'p' },
      '`client_id` is required: a client without a secret is identified by its ID only.',
    ],
    [
      'a refresh token without a client',
      { refresh_token: 'r' },
      '`client_id` is required: a client without a secret is identified by its ID only.',
    ],
    [
      'a client without its secret',
      { client_id: 'i' },
      'One of `client_secret`, `signing_key` and `client_authentication` is required: `client_id` alone does not authenticate a client.',
    ],
    [
      'a signed assertion without its key',
      { client_id: 'i', client_authentication: 'private_key_jwt' },
      '`signing_key` is required: `client_authentication: private_key_jwt` signs with this key.',
    ],
    [
      'Basic authentication without its secret',
      { client_id: 'i', client_authentication: 'client_secret_basic' },
      '`client_secret` is required: `client_authentication: client_secret_basic` is set.',
    ],
    [
      'TLS authentication without a certificate',
      { client_id: 'i', client_authentication: 'tls_client_auth' },
      '`pkcs12`, or `certificate` with `private_key`, is required: `client_authentication: tls_client_auth` is set.',
    ],
  ])('Inputs are missing: %s', (_what, inputs, message) => {
    expect(failureOf(() => settingsFrom({ ...KEYCLOAK, ...inputs }))).toEqual({ code: 'input_missing', message });
  });

  test('Client credentials without client authentication are a conflict', () => {
    const inputs = { ...KEYCLOAK, client_id: 'i', client_authentication: 'none' };

    expect(failureOf(() => settingsFrom(inputs))).toEqual({
      code: 'input_conflict',
      message:
        '`client_authentication: none` and `grant_type: client_credentials` cannot be combined: this grant is only for clients that authenticate.',
    });
  });

  test('An ID token needs an audience with `token_url`', () => {
    const inputs = { platform: 'oauth2', token_url: 'https://h/t', client_authentication: 'github_oidc' };

    expect(failureOf(() => settingsFrom(inputs))).toEqual({
      code: 'input_missing',
      message:
        '`id_token_audience` is required: with `token_url` alone there is no issuer to use as the default audience.',
    });
    expect(settingsFrom({ ...inputs, id_token_audience: 'a' }).credentials?.clientAuthentication).toEqual({
      method: 'github_oidc',
      idTokenAudience: 'a',
    });
  });

  test.each<[what: string, inputs: Inputs, expected: object]>([
    [
      'A secret is sent in the body to Keycloak',
      { ...KEYCLOAK, ...CLIENT },
      { negotiable: false, clientAuthentication: { method: 'client_secret_post', clientSecret: 's' } },
    ],
    [
      'A secret is sent in a header by default',
      { platform: 'oauth2', issuer: 'https://h', ...CLIENT },
      { negotiable: true, clientAuthentication: { method: 'client_secret_basic', clientSecret: 's' } },
    ],
    [
      'An authentication that is set is not negotiable',
      { platform: 'oauth2', issuer: 'https://h', ...CLIENT, client_authentication: 'client_secret_post' },
      { negotiable: false, clientAuthentication: { method: 'client_secret_post', clientSecret: 's' } },
    ],
    [
      'A user of DataClarity logs in with its public client',
      { ...KEYCLOAK, platform: 'dataclarity', username: 'u', password: 'p' },
      { clientId: 'dc-ui', clientAuthentication: { method: 'none' } },
    ],
    [
      'A workflow with an ID token needs no client ID',
      { ...KEYCLOAK, client_authentication: 'github_oidc' },
      {
        clientId: undefined,
        clientAuthentication: { method: 'github_oidc', idTokenAudience: 'https://h/realms/acme' },
      },
    ],
    [
      'A client with a certificate is identified by its ID',
      { ...KEYCLOAK, client_id: 'i', client_authentication: 'tls_client_auth', pkcs12: 'c.p12' },
      { clientId: 'i', clientAuthentication: { method: 'tls_client_auth' } },
    ],
  ])('%s', (_what, inputs, expected) => {
    expect(settingsFrom(inputs).credentials).toMatchObject(expected);
  });
});
