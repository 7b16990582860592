import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { failureOf, settingsFrom } from '../../support/fake-ports.js';

const KEYCLOAK: Inputs = { platform: 'keycloak', url: 'h', tenant: 'acme' };
const DATACLARITY: Inputs = { ...KEYCLOAK, platform: 'dataclarity' };
const CHARIOT: Inputs = { url: 'h' };
const CLIENT: Inputs = { client_id: 'i', client_secret: 's' };
const USER: Inputs = { username: 'u', password: 'p' };

/** What is wrong, the inputs, and the message after its code. */
type Row = readonly [what: string, inputs: Inputs, message: string];

describe('parseLogin', () => {
  test.each<Row>([
    [
      'Chariot without credentials',
      CHARIOT,
      'Either `client_id` and `client_secret`, `bearer_token`, or a client certificate is required: a login to Chariot needs credentials.',
    ],
    [
      'Keycloak without credentials',
      KEYCLOAK,
      'Either `client_id` and `client_secret`, `client_authentication: github_oidc`, or `bearer_token` is required: a login to Keycloak needs credentials.',
    ],
    [
      'DataClarity without credentials',
      DATACLARITY,
      'Either `username` and `password`, `client_id` and `client_secret`, or `bearer_token` is required: a login to DataClarity needs credentials.',
    ],
    [
      'a user without a password',
      { ...DATACLARITY, username: 'u' },
      '`password` is required: the password grant uses it.',
    ],
    [
      'a password without a user',
      { ...KEYCLOAK, password: 'p', client_id: 'i' },
      '`username` is required: `password` is set, and is used only with `username`.',
    ],
    [
      'a password without a user, for a client with a secret',
      { ...KEYCLOAK, ...CLIENT, password: 'p' },
      '`username` is required: `password` is set, and is used only with `username`.',
    ],
    [
      'client credentials without a client, although a token is supplied',
      { ...CHARIOT, bearer_token: 't', client_id: 'i' },
      '`client_secret` is required: `client_id` alone does not authenticate a client.',
    ],
  ])('Inputs are missing: %s', (_what, inputs, message) => {
    expect(failureOf(() => settingsFrom(inputs))).toEqual({ code: 'input_missing', message });
  });

  test.each<Row>([
    [
      'a user and a refresh token',
      { ...DATACLARITY, ...USER, refresh_token: 'r' },
      '`refresh_token` and `username` cannot be combined: this login does not use `refresh_token`.',
    ],
    [
      'a user and client credentials',
      { ...KEYCLOAK, ...CLIENT, grant_type: 'client_credentials', username: 'u' },
      '`username` and `grant_type: client_credentials` cannot be combined: this login does not use `username`.',
    ],
    [
      'a secret and a key',
      { ...KEYCLOAK, ...CLIENT, signing_key: 'k' },
      '`signing_key` and `client_secret` cannot be combined: this login does not use `signing_key`.',
    ],
    [
      'a secret and the ID of a key',
      { ...KEYCLOAK, ...CLIENT, signing_key_id: 'k' },
      '`signing_key_id` and `client_secret` cannot be combined: this login does not use `signing_key_id`.',
    ],
    [
      'a secret and an ID token',
      { ...KEYCLOAK, ...CLIENT, client_authentication: 'github_oidc' },
      '`client_secret` and `client_authentication: github_oidc` cannot be combined: this login does not use `client_secret`.',
    ],
    [
      'a secret and the audience of an ID token',
      { ...KEYCLOAK, ...CLIENT, id_token_audience: 'a' },
      '`id_token_audience` and `client_secret` cannot be combined: this login does not use `id_token_audience`.',
    ],
    [
      'a grant, an authentication, and an input of neither',
      { ...KEYCLOAK, ...CLIENT, grant_type: 'jwt_bearer', client_authentication: 'client_secret_post', username: 'u' },
      '`username`, `grant_type: jwt_bearer` and `client_authentication: client_secret_post` cannot be combined: this login does not use `username`.',
    ],
  ])('Inputs exclude each other: %s', (_what, inputs, message) => {
    expect(failureOf(() => settingsFrom(inputs))).toEqual({ code: 'input_conflict', message });
  });

  test.each<[grant: string, inputs: Inputs, expected: object]>([
    ['client_credentials', CLIENT, { type: 'client_credentials' }],
    ['password', { ...USER, client_id: 'i' }, { type: 'password', username: 'u', password: 'p' }],
    ['refresh_token', { ...CLIENT, refresh_token: 'r' }, { type: 'refresh_token', refreshToken: 'r' }],
    [
      'jwt_bearer',
      { ...CLIENT, grant_type: 'jwt_bearer' },
      { type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', idTokenAudience: 'https://h/realms/acme' },
    ],
  ])('The inputs choose the grant %s', (_grant, inputs, expected) => {
    expect(settingsFrom({ ...KEYCLOAK, ...inputs }).credentials?.grant).toEqual(expected);
  });

  test.each(['Bearer abc.def', 'abc def', 'abc\n', 'abc\t', 'ä', '\u007f'])(
    'The value %j is rejected as a bearer token, and the message does not show it',
    (token) => {
      expect(failureOf(() => settingsFrom({ ...CHARIOT, bearer_token: token }))).toEqual({
        code: 'input_invalid',
        message: 'The input `bearer_token` is not a bearer token: it contains a blank, or a character outside ASCII.',
      });
    },
  );

  test('A supplied token may contain every visible character of ASCII', () => {
    const bearer_token = String.fromCharCode(...Array.from({ length: 94 }, (_, index) => 0x21 + index));

    expect(settingsFrom({ ...CHARIOT, bearer_token }).bearerToken).toBe(bearer_token);
  });

  test('A supplied token needs no credentials', () => {
    expect(settingsFrom({ ...CHARIOT, bearer_token: 'a.b.c' })).toMatchObject({
      bearerToken: 'a.b.c',
      credentials: undefined,
    });
  });

  test('A supplied token and credentials are both kept', () => {
    expect(settingsFrom({ ...CHARIOT, ...CLIENT, bearer_token: 'abc' })).toMatchObject({
      bearerToken: 'abc',
      credentials: { clientId: 'i' },
    });
  });

  test('A client certificate is enough on Chariot, but not on Keycloak', () => {
    const certificate = { certificate: 'c.pem', private_key: 'k.pem' };

    expect(settingsFrom({ ...CHARIOT, ...certificate }).credentials).toBeUndefined();
    expect(failureOf(() => settingsFrom({ ...KEYCLOAK, ...certificate })).code).toBe('input_missing');
  });
});
