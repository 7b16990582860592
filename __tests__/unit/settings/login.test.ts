import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { parseSettings } from '../../../src/settings/settings.js';
import { fakeSurroundings } from '../../support/fake-environment.js';
import { failureOf } from '../../support/fake-ports.js';

const KEYCLOAK: Inputs = { platform: 'keycloak', url: 'h', tenant: 'acme' };
const DATACLARITY: Inputs = { ...KEYCLOAK, platform: 'dataclarity' };
const OAUTH2: Inputs = { platform: 'oauth2', token_url: 'https://h/t' };
const CHARIOT: Inputs = { url: 'h', client_id: 'i', client_secret: 's' };

/** Inputs, the code of their refusal, and the inputs that the message names. */
type Row = readonly [Inputs, string, readonly string[]];

describe('a login is refused before any request, and the message names the inputs', () => {
  test.each<Row>([
    [{ ...KEYCLOAK }, 'input_missing', ['client_id', 'client_secret', 'bearer_token']],
    [{ ...KEYCLOAK, client_id: 'i' }, 'input_missing', ['client_secret', 'signing_key']],
    [{ ...KEYCLOAK, client_secret: 's' }, 'input_missing', ['client_id', 'client_secret']],
    [{ ...KEYCLOAK, username: 'u', client_id: 'i' }, 'input_missing', ['password']],
    [{ ...KEYCLOAK, password: 'p', client_id: 'i' }, 'input_missing', ['username', 'password']],
    [{ ...KEYCLOAK, username: 'u', password: 'p' }, 'input_missing', ['client_id']],
    [{ ...KEYCLOAK, refresh_token: 'r' }, 'input_missing', ['client_id']],
    [{ ...DATACLARITY }, 'input_missing', ['username', 'password', 'bearer_token']],
    [
      { ...DATACLARITY, username: 'u', password: 'p', refresh_token: 'r' },
      'input_conflict',
      ['username', 'refresh_token'],
    ],
    [
      { ...KEYCLOAK, client_id: 'i', client_secret: 's', grant_type: 'client_credentials', username: 'u' },
      'input_conflict',
      ['username', 'grant_type: client_credentials'],
    ],
    [{ ...KEYCLOAK, client_id: 'i', client_secret: 's', signing_key: 'k' }, 'input_conflict', ['signing_key']],
    [
      { ...KEYCLOAK, client_id: 'i', client_secret: 's', client_authentication: 'github_oidc' },
      'input_conflict',
      ['client_secret', 'client_authentication: github_oidc'],
    ],
    [
      { ...KEYCLOAK, client_id: 'i', client_secret: 's', id_token_audience: 'a' },
      'input_conflict',
      ['id_token_audience'],
    ],
    [{ ...KEYCLOAK, client_id: 'i', client_secret: 's', signing_key_id: 'k' }, 'input_conflict', ['signing_key_id']],
    [{ ...KEYCLOAK, client_id: 'i', client_authentication: 'private_key_jwt' }, 'input_missing', ['signing_key']],
    [{ ...KEYCLOAK, client_id: 'i', client_authentication: 'client_secret_basic' }, 'input_missing', ['client_secret']],
    [{ ...KEYCLOAK, client_id: 'i', client_authentication: 'none' }, 'input_conflict', ['client_authentication: none']],
    [{ ...KEYCLOAK, client_id: 'i', client_secret: 's', grant_type: 'implicit' }, 'input_invalid', ['grant_type']],
    [
      { ...KEYCLOAK, client_id: 'i', client_secret: 's', grant_type: 'token_exchange' },
      'input_invalid',
      ['grant_type'],
    ],
    [
      { ...KEYCLOAK, client_id: 'i', client_authentication: 'tls_client_auth' },
      'input_missing',
      ['client_authentication: tls_client_auth', 'pkcs12', 'certificate', 'private_key'],
    ],
    [{ ...KEYCLOAK, client_id: 'i', client_secret: 's', password: 'p' }, 'input_missing', ['username', 'password']],
    [{ platform: 'earthone', token_info: 'e30', bearer_token: 't' }, 'input_conflict', ['token_info', 'bearer_token']],
    [{ ...CHARIOT, platform: 'charriot' }, 'input_invalid', ['platform']],
    [{ ...CHARIOT, tenant: 't' }, 'input_conflict', ['tenant', 'platform: chariot']],
    [{ ...CHARIOT, scope: 'x' }, 'input_conflict', ['scope', 'platform: chariot']],
    [{ ...CHARIOT, username: 'u' }, 'input_conflict', ['username', 'platform: chariot']],
    [{ ...CHARIOT, write_token_info: 'true' }, 'input_conflict', ['write_token_info', 'platform: chariot']],
    [{ ...CHARIOT, leeway_seconds: '-1' }, 'input_invalid', ['leeway_seconds']],
    [
      { ...KEYCLOAK, client_id: 'i', client_secret: 's', secrets: 'a' },
      'input_conflict',
      ['secrets', 'platform: keycloak'],
    ],
    [{ ...KEYCLOAK, client_id: 'i', client_secret: 's', project_id: 'p' }, 'input_conflict', ['project_id']],
    [{ ...KEYCLOAK, client_id: 'i', client_secret: 's', issuer: 'https://h' }, 'input_conflict', ['issuer']],
    [{ ...OAUTH2, client_id: 'i', client_secret: 's', url: 'h' }, 'input_conflict', ['url', 'platform: oauth2']],
    [{ platform: 'earthone', client_id: 'i', client_secret: 's', audience: 'x' }, 'input_conflict', ['audience']],
    [
      { platform: 'earthone', client_id: 'i', client_secret: 's', grant_type: 'password' },
      'input_invalid',
      ['grant_type'],
    ],
    [
      { platform: 'earthone', client_id: 'i', client_secret: 's', client_authentication: 'client_secret_post' },
      'input_invalid',
      ['client_authentication'],
    ],
  ])('%j', (inputs, code, names) => {
    const failure = failureOf(() => parseSettings(inputs, fakeSurroundings()));

    expect(failure.code).toBe(code);
    for (const name of names) expect(failure.message).toContain(`\`${name}\``);
  });

  test('and never shows a secret', () => {
    const secrets = {
      client_secret: 'hunter-1',
      password: 'hunter-2',
      refresh_token: 'hunter-3',
      signing_key: 'hunter-4',
    };

    for (const platform of ['keycloak', 'dataclarity', 'descarteslabs', 'oauth2', 'chariot']) {
      expect(failureOf(() => parseSettings({ platform, ...secrets }, fakeSurroundings())).message).not.toContain(
        'hunter',
      );
    }
  });
});

test('a switch of another platform that is off is no conflict', () => {
  expect(parseSettings({ ...CHARIOT, write_token_info: 'false' }, fakeSurroundings()).tokenInfoFile).toBeUndefined();
});

test.each<[Inputs, number]>([
  [CHARIOT, 30],
  [{ ...CHARIOT, leeway_seconds: '0' }, 0],
  [{ platform: 'descarteslabs', client_id: 'i', client_secret: 's' }, 500],
])('the leeway of %j is %d', (inputs, expected) => {
  expect(parseSettings(inputs, fakeSurroundings()).leewaySeconds).toBe(expected);
});

test.each<[Inputs, string]>([
  [{ ...DATACLARITY, username: 'u', password: 'p' }, 'DATACLARITY_TOKEN'],
  [{ ...KEYCLOAK, bearer_token: 'b' }, 'KEYCLOAK_TOKEN'],
  [{ ...OAUTH2, bearer_token: 'b' }, 'BEARER_TOKEN'],
  [{ platform: 'descarteslabs', bearer_token: 'b' }, 'DESCARTESLABS_TOKEN'],
  [{ platform: 'earthone', bearer_token: 'b' }, 'EARTHONE_TOKEN'],
])('the token of %j goes into %s', (inputs, expected) => {
  expect(parseSettings(inputs, fakeSurroundings()).tokenVariable).toBe(expected);
});
