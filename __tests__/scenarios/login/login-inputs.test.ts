import { describe, expect, test } from '@jest/globals';
import { failure, judge, runStep } from '../../../harness/jobs/login-job.js';
import type { ErrorCode } from '../../../src/errors.js';

/** Inputs of the other platforms that do not go together: one line, before any request; no server runs at all. */

type Row = readonly [inputs: Record<string, string>, code: ErrorCode, message: string];

const realm = { url: 'https://id.example.com', tenant: 'acme' };
const client = { client_id: 'a-client', client_secret: 'a-client-secret-of-it' };
const user = { username: 'jane', password: 'a password of hers' };

async function refuses([inputs, code, message]: Row) {
  expect(judge(await runStep([], { inputs }))).toEqual(failure(code, message));
}

describe('DataClarity and Keycloak', () => {
  test.each<Row>([
    [
      { platform: 'dataclarity', url: 'http://dataclarity.example.com', tenant: 'acme', ...user },
      'endpoint_insecure',
      'The input `url` is "http://dataclarity.example.com": over plain http everyone on the way can read the credentials.',
    ],
    [
      { platform: 'dataclarity', ...realm, tenant: 'a/b', ...user },
      'input_invalid',
      'The input `tenant` is not an id: "a/b" holds a character that no id has.',
    ],
    [
      { platform: 'keycloak', ...realm, tenant: 'a..b', ...client },
      'input_invalid',
      'The input `tenant` is not the name of a realm: "a..b" has ".." in it.',
    ],
    [
      { platform: 'keycloak', ...realm, url: 'https://id.example.com/realms/acme', ...client },
      'input_invalid',
      'The input `url` must end before /realms/; the name of the realm goes into `tenant`.',
    ],
    [
      { platform: 'dataclarity', ...realm, ...user, refresh_token: 'a-refresh-token-of-hers' },
      'input_conflict',
      'The input `refresh_token` is given, but a login by `username` does not use it.',
    ],
    [
      { platform: 'dataclarity', ...realm, username: 'jane' },
      'input_missing',
      'The input `password` is empty: the password grant needs it.',
    ],
    [
      { platform: 'keycloak', ...realm, ...user },
      'input_missing',
      'The input `client_id` is empty: a client without a secret is known by it alone.',
    ],
    [
      { platform: 'keycloak', ...realm, ...client, client_authentication: 'github_oidc' },
      'input_conflict',
      'The input `client_secret` is given, but a login by the client credentials grant with `client_authentication: github_oidc` does not use it.',
    ],
    [
      { platform: 'dataclarity', ...realm, ...client, grant_type: 'token_exchange' },
      'input_invalid',
      'The input `grant_type` must be one of client_credentials, password, refresh_token, not "token_exchange".',
    ],
    [
      { platform: 'keycloak', ...realm, ...client, project_id: 'p', secrets: 'db-password' },
      'input_conflict',
      'The input `project_id` is given, but `platform: keycloak` does not use it.',
    ],
  ])('%j', (...row) => refuses(row));
});

describe('any OAuth 2.0 server', () => {
  test.each<Row>([
    [{ platform: 'oauth2', ...client }, 'input_missing', 'There is no server to ask: give `issuer` or `token_url`.'],
    [
      { platform: 'oauth2', issuer: 'https://id.example.com', token_url: 'https://id.example.com/token', ...client },
      'input_conflict',
      'The inputs `issuer` and `token_url` are given, but the one gives the other.',
    ],
    [
      { platform: 'oauth2', token_url: 'https://id.example.com/token', client_authentication: 'github_oidc' },
      'input_missing',
      'The input `id_token_audience` is empty: with `token_url` alone nothing else tells whom the ID token is for.',
    ],
    [
      { platform: 'oauth2', token_url: 'https://id.example.com/token', ...client, whoami: 'true' },
      'input_conflict',
      '`whoami` is given, but with `token_url` alone nobody can be asked: give `issuer` in its place.',
    ],
    [
      { platform: 'oauth2', issuer: 'id.example.com', ...client },
      'input_invalid',
      'The input `issuer` must be the whole address, with https:// in front.',
    ],
    [
      { platform: 'oauth2', issuer: 'https://id.example.com', client_id: 'a-client', signing_key: 'not-a-key' },
      'certificate_unusable',
      // What is no path may be a damaged key.
      'The input `signing_key` is neither PEM, base64 nor a JWK, and the file cannot be read (ENOENT). A relative path starts at the workspace; is the file there in this job.',
    ],
  ])('%j', (...row) => refuses(row));
});

describe('Descartes Labs and EarthOne', () => {
  test.each<Row>([
    [
      { platform: 'descarteslabs' },
      'input_missing',
      'There is nothing to log in with: give `client_id` and `client_secret`, `token_info`, `token_info_path`, or `bearer_token`.',
    ],
    [
      { platform: 'earthone', token_info: 'eyJhIjoxfQ', client_id: 'a-client' },
      'input_conflict',
      'The inputs `token_info` and `client_id` are given, but the first holds all credentials by itself.',
    ],
    [
      { platform: 'descarteslabs', token_info: 'eyJhIjoxfQ' },
      'input_invalid',
      'The input `token_info` is not the text that the web page of the platform hands out; copy it whole.',
    ],
    [
      { platform: 'descarteslabs', ...client, write_token_info: 'true', token_variable: 'TOKEN' },
      'input_conflict',
      'The inputs `write_token_info` and `token_variable` are given, but a token in a variable would win over the file.',
    ],
    [
      { platform: 'descarteslabs', ...client, grant_type: 'password' },
      'input_invalid',
      'The input `grant_type` must be refresh_token, not "password".',
    ],
    [
      { platform: 'earthone', client_id: 'a-client' },
      'input_missing',
      'The input `client_secret` is empty: `client_id` is given, and one needs the other.',
    ],
  ])('%j', (...row) => refuses(row));
});
