import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { failureOf, settingsFrom } from '../../support/fake-ports.js';

const CHARIOT: Inputs = { url: 'h', client_id: 'i', client_secret: 's' };
const KEYCLOAK: Inputs = { ...CHARIOT, platform: 'keycloak', tenant: 'acme' };
const EARTHONE: Inputs = { platform: 'earthone', client_id: 'i', client_secret: 's' };
const OAUTH2: Inputs = { platform: 'oauth2', token_url: 'https://h/t', client_id: 'i', client_secret: 's' };

describe('parsePlatform', () => {
  test.each<[input: keyof Inputs, platform: string, inputs: Inputs]>([
    ['tenant', 'chariot', { ...CHARIOT, tenant: 't' }],
    ['scope', 'chariot', { ...CHARIOT, scope: 'x' }],
    ['username', 'chariot', { ...CHARIOT, username: 'u' }],
    ['write_token_info', 'chariot', { ...CHARIOT, write_token_info: 'true' }],
    ['secrets', 'keycloak', { ...KEYCLOAK, secrets: 'a' }],
    ['project_id', 'keycloak', { ...KEYCLOAK, project_id: 'p' }],
    ['issuer', 'keycloak', { ...KEYCLOAK, issuer: 'https://h' }],
    ['url', 'oauth2', { ...OAUTH2, url: 'h' }],
    ['audience', 'earthone', { ...EARTHONE, audience: 'x' }],
    ['token_parameters', 'earthone', { ...EARTHONE, token_parameters: 'a=b' }],
  ])('The input %s is rejected on %s', (input, platform, inputs) => {
    expect(failureOf(() => settingsFrom(inputs))).toEqual({
      code: 'input_conflict',
      message: `\`${input}\` and \`platform: ${platform}\` cannot be combined: this platform does not use \`${input}\`.`,
    });
  });

  test('All inputs of another platform are in one error', () => {
    expect(failureOf(() => settingsFrom({ ...CHARIOT, tenant: 't', scope: 'x', username: 'u' }))).toEqual({
      code: 'input_conflict',
      message:
        '`tenant`, `username`, `scope` and `platform: chariot` cannot be combined: this platform does not use `tenant` or `username` or `scope`.',
    });
  });

  test('A switch of another platform that is off is accepted', () => {
    expect(settingsFrom({ ...CHARIOT, write_token_info: 'false' }).tokenInfoFile).toBeUndefined();
  });

  test.each<[what: string, inputs: Inputs, message: string]>([
    [
      'An unknown platform',
      { ...CHARIOT, platform: 'charriot' },
      'The input `platform` must be one of chariot, dataclarity, descarteslabs, earthone, keycloak, oauth2, not "charriot".',
    ],
    [
      'An unknown grant',
      { ...KEYCLOAK, grant_type: 'implicit' },
      'The input `grant_type` must be one of client_credentials, password, refresh_token, jwt_bearer, not "implicit".',
    ],
    [
      'A grant of another platform',
      { ...KEYCLOAK, platform: 'dataclarity', grant_type: 'token_exchange' },
      'The input `grant_type` must be one of client_credentials, password, refresh_token, not "token_exchange".',
    ],
    [
      'A grant on a platform with a single one',
      { ...EARTHONE, grant_type: 'password' },
      'The input `grant_type` must be refresh_token, not "password".',
    ],
    [
      'A client authentication of another platform',
      { ...EARTHONE, client_authentication: 'client_secret_post' },
      'The input `client_authentication` must be none, not "client_secret_post".',
    ],
  ])('%s is rejected', (_what, inputs, message) => {
    expect(failureOf(() => settingsFrom(inputs))).toEqual({ code: 'input_invalid', message });
  });
});

describe('parseOptions', () => {
  test.each<[name: keyof Inputs, value: string, expected: object]>([
    ['export_env', 'false', { exportEnv: false }],
    ['plain_fields', 'server, username', { plainFields: ['server', 'username'] }],
    ['rotate_after_days', '90', { rotateAfterDays: 90 }],
    ['rotate_after_days', '36500', { rotateAfterDays: 36_500 }],
    ['plan', 'true', { plan: true }],
    ['revoke', 'false', { revoke: false }],
    ['token_cache', 'true', { tokenCache: true }],
    ['whoami', 'true', { whoami: true }],
    ['summary', 'false', { summary: false }],
    ['timeout_seconds', '86400', { timeoutSeconds: 86_400 }],
    ['retries', '20', { retries: 20 }],
  ])('The input `%s: %s` is read', (name, value, expected) => {
    expect(settingsFrom({ ...CHARIOT, [name]: value })).toMatchObject(expected);
  });

  const boolean = 'true or false';
  test.each<[name: keyof Inputs, value: string, expected: string]>([
    ...(['export_env', 'allow_http', 'plan', 'summary', 'revoke', 'token_cache', 'whoami', 'tls_verify'] as const).map(
      (name): [keyof Inputs, string, string] => [name, 'yes', boolean],
    ),
    ['summary', '1', boolean],
    ['rotate_after_days', '-1', 'a whole number from 0 to 36500'],
    ['rotate_after_days', '36501', 'a whole number from 0 to 36500'],
    ...['0', '-1', '1.5', '1e3', '86401', 'a minute'].map((value): [keyof Inputs, string, string] => [
      'timeout_seconds',
      value,
      'a whole number from 1 to 86400',
    ]),
    ['leeway_seconds', '-1', 'a whole number from 0 to 86400'],
    ['retries', '21', 'a whole number from 0 to 20'],
  ])('The input `%s: %s` is rejected', (name, value, expected) => {
    expect(failureOf(() => settingsFrom({ ...CHARIOT, [name]: value }))).toEqual({
      code: 'input_invalid',
      message: `The input \`${name}\` must be ${expected}, not "${value}".`,
    });
  });
});
