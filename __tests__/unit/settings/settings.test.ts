import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { chariot } from '../../../src/platforms/chariot.js';
import { parseSettings } from '../../../src/settings/settings.js';
import { fakeEnvironment } from '../../support/fake-environment.js';
import { failureIn, failureOf, settingsFrom } from '../../support/fake-ports.js';

const LOGIN: Inputs = { url: 'chariot.example.com', client_id: 'id', client_secret: 'hunter2-secret' };
const OAUTH2: Inputs = { platform: 'oauth2', token_url: 'https://h/t', client_id: 'i', client_secret: 's' };
const KEYCLOAK: Inputs = { platform: 'keycloak', url: 'h', tenant: 'acme', client_id: 'i', client_secret: 's' };

describe('parseSettings', () => {
  test('The settings of the fewest inputs are complete', async () => {
    expect(await parseSettings(LOGIN, fakeEnvironment())).toEqual({
      platform: chariot,
      url: new URL('https://chariot.example.com'),
      issuer: undefined,
      metadata: {
        tokenEndpoint: new URL('https://chariot.example.com/auth/client/v2/chariot/login'),
        userEndpoint: new URL('https://chariot.example.com/api/identity/v2/users/me/'),
      },
      assertionAudience: 'https://chariot.example.com/auth/client/v2/chariot/login',
      bearerToken: undefined,
      suppliedTokenName: '`bearer_token`',
      tokenAudience: undefined,
      credentials: {
        clientId: 'id',
        grant: { type: 'client_credentials' },
        clientAuthentication: { method: 'client_secret_post', clientSecret: 'hunter2-secret' },
        negotiable: false,
        parameters: [],
        scope: undefined,
        audience: undefined,
      },
      leewaySeconds: 30,
      whoami: false,
      tokenInfoFile: undefined,
      owner: undefined,
      secretRequests: [],
      exportEnv: true,
      tokenVariable: 'CHARIOT_TOKEN',
      plainFields: [],
      rotateAfterDays: 0,
      plan: false,
      revoke: true,
      tokenCache: false,
      summary: true,
      security: { authorities: [], verify: true },
      timeoutSeconds: 120,
      retries: 5,
      remarks: [],
    });
  });

  test('The settings contain the content of a certificate that an input names', async () => {
    const failure = await failureIn(parseSettings({ ...LOGIN, ca_certificate: 'ca.pem' }, fakeEnvironment()));

    expect(failure).toEqual({
      code: 'certificate_unusable',
      message: 'The input `ca_certificate` is not PEM or base64, and the file "ca.pem" cannot be read (ENOENT)',
    });
  });

  test('TLS without verification is a warning, after the remarks about other inputs', async () => {
    const inputs = { ...LOGIN, project_id: 'p', tls_verify: 'false' };
    const { security, remarks } = await parseSettings(inputs, fakeEnvironment());

    expect(security.verify).toBe(false);
    expect(remarks).toEqual([
      { level: 'notice', text: '`project_id` is set, but `secrets` is empty: no Secret is fetched.' },
      {
        level: 'warning',
        text: '`tls_verify` is false: anyone on the network path can read and change all traffic.',
      },
    ]);
  });

  test.each<[platform: string, leeway: number, inputs: Inputs]>([
    ['Chariot', 30, LOGIN],
    ['Chariot with `leeway_seconds: 0`', 0, { ...LOGIN, leeway_seconds: '0' }],
    ['Descartes Labs', 500, { platform: 'descarteslabs', client_id: 'i', client_secret: 's' }],
  ])('The leeway of %s is %d s', (_platform, leeway, inputs) => {
    expect(settingsFrom(inputs).leewaySeconds).toBe(leeway);
  });

  test.each<[platform: string, variable: string, inputs: Inputs]>([
    ['dataclarity', 'DATACLARITY_TOKEN', { url: 'h', tenant: 'acme' }],
    ['keycloak', 'KEYCLOAK_TOKEN', { url: 'h', tenant: 'acme' }],
    ['oauth2', 'BEARER_TOKEN', { token_url: 'https://h/t' }],
    ['descarteslabs', 'DESCARTESLABS_TOKEN', {}],
    ['earthone', 'EARTHONE_TOKEN', {}],
  ])('The default variable for a token of %s is %s', (platform, variable, inputs) => {
    expect(settingsFrom({ ...inputs, platform, bearer_token: 'b' }).tokenVariable).toBe(variable);
  });

  test.each<[what: string, inputs: Inputs, code: string]>([
    ['An invalid list of Secrets', { secrets: '| X' }, 'input_invalid'],
    ['Two Secrets for one variable', { secrets: 'a | X\nb | x' }, 'name_conflict'],
    ['A Secret for the variable of the token', { secrets: 'chariot token' }, 'name_conflict'],
    ['A Secret whose name changes later steps', { secrets: 'path' }, 'name_refused'],
  ])('%s leads to an error about `secrets`', (_what, inputs, code) => {
    expect(failureOf(() => settingsFrom({ ...LOGIN, project_id: 'p', ...inputs }))).toEqual({
      code,
      message: expect.stringContaining('`secrets`'),
    });
  });

  test('`whoami` with `token_url` is a conflict', () => {
    expect(failureOf(() => settingsFrom({ ...OAUTH2, whoami: 'true' }))).toEqual({
      code: 'input_conflict',
      message: '`whoami` and `token_url` cannot be combined: `whoami` needs an issuer.',
    });
  });

  test.each<[what: string, inputs: Inputs, scope: string | undefined]>([
    ['`whoami` requests the scope openid', { whoami: 'true' }, 'openid'],
    ['`whoami` keeps a scope that is set', { whoami: 'true', scope: 'a b' }, 'a b'],
    ['`whoami` does not widen the scope of a refresh', { whoami: 'true', refresh_token: 'r' }, undefined],
    ['A login without `whoami` requests no scope', {}, undefined],
  ])('%s', (_what, inputs, scope) => {
    expect(settingsFrom({ ...KEYCLOAK, ...inputs }).credentials?.scope).toBe(scope);
  });
});

describe('The errors of parseSettings', () => {
  const secrets = {
    client_secret: 'hunter-1',
    password: 'hunter-2',
    refresh_token: 'hunter-3',
    signing_key: 'hunter-4',
    bearer_token: 'hunter-5',
  };

  test.each(['keycloak', 'dataclarity', 'descarteslabs', 'oauth2', 'chariot'])(
    'No error of %s shows a secret',
    (platform) => {
      expect(failureOf(() => settingsFrom({ platform, ...secrets })).message).not.toContain('hunter');
    },
  );

  test.each<[what: string, inputs: Inputs]>([
    ['a missing url', { client_id: 'id' }],
    ['a wrong scheme', { url: 'ftp://h', client_id: 'id' }],
    ['plain http', { url: 'http://h', client_id: 'id' }],
    ['a missing client', { url: 'h' }],
    ['a wrong number', { url: 'h', client_id: 'id', timeout_seconds: 'x' }],
    ['Secrets without an owner', { url: 'h', client_id: 'id', secrets: 'a' }],
    ['a wrong variable', { url: 'h', client_id: 'id', token_variable: '?' }],
  ])('An error about %s shows no secret', (_what, inputs) => {
    const { message } = failureOf(() =>
      settingsFrom({ ...inputs, client_secret: 'hunter2-secret', bearer_token: 'a-supplied-token' }),
    );

    expect(message).not.toMatch(/hunter2-secret|a-supplied-token/);
  });
});
