import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { chariot } from '../../../src/platforms/chariot.js';
import { parseSettings } from '../../../src/settings/settings.js';
import { fakeSurroundings } from '../../support/fake-environment.js';

const LOGIN: Inputs = { url: 'chariot.example.com', client_id: 'id', client_secret: 'hunter2-secret' };

describe('settings', () => {
  test('of the least inputs are complete', () => {
    expect(parseSettings(LOGIN, fakeSurroundings())).toEqual({
      platform: chariot,
      url: new URL('https://chariot.example.com'),
      issuer: undefined,
      metadata: {
        tokenEndpoint: new URL('https://chariot.example.com/auth/client/v2/chariot/login'),
        userEndpoint: new URL('https://chariot.example.com/api/identity/v2/users/me/'),
      },
      bearerToken: undefined,
      suppliedTokenName: '`bearer_token`',
      tokenAudience: undefined,
      credentials: {
        clientId: 'id',
        grant: { type: 'client_credentials' },
        clientAuthentication: { method: 'client_secret_post', clientSecret: 'hunter2-secret' },
        negotiable: false,
        scope: undefined,
        audience: undefined,
      },
      leewaySeconds: 30,
      whoami: false,
      tokenInfoFile: undefined,
      warnings: [],
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
      tls: { client: undefined, authorities: undefined, verify: true },
      timeoutSeconds: 120,
      retries: 5,
      notices: [],
    });
  });

  test.each<[keyof Inputs, string, object]>([
    ['export_env', 'false', { exportEnv: false }],
    ['plain_fields', 'server, username', { plainFields: ['server', 'username'] }],
    ['rotate_after_days', '90', { rotateAfterDays: 90 }],
    ['rotate_after_days', '36500', { rotateAfterDays: 36_500 }],
    ['plan', 'true', { plan: true }],
    ['summary', 'false', { summary: false }],
    ['timeout_seconds', '86400', { timeoutSeconds: 86_400 }],
  ])('take %s: %s', (name, value, expected) => {
    expect(parseSettings({ ...LOGIN, [name]: value }, fakeSurroundings())).toMatchObject(expected);
  });

  test('with a token at hand need no credentials', () => {
    expect(parseSettings({ url: 'h', bearer_token: 'a.b.c' }, fakeSurroundings())).toMatchObject({
      bearerToken: 'a.b.c',
      credentials: undefined,
    });
  });

  test('with a token and credentials keep both', () => {
    const settings = parseSettings({ ...LOGIN, bearer_token: 'abc' }, fakeSurroundings());

    expect(settings.bearerToken).toBe('abc');
    expect(settings.credentials?.clientId).toBe('id');
  });

  test.each<[string, Inputs, unknown]>([
    ['a project', { project_id: 'p' }, { kind: 'project', id: 'p' }],
    ['an organization', { organization_id: 'o' }, { kind: 'organization', id: 'o' }],
    ['a user', { user_id: 'u' }, { kind: 'user', id: 'u' }],
  ])('of %s know whose Secrets are asked for', (_owner, inputs, owner) => {
    expect(parseSettings({ ...LOGIN, ...inputs, secrets: 'a' }, fakeSurroundings())).toMatchObject({
      owner,
      secretRequests: [{ selector: 'a', quoted: false, line: 1 }],
      notices: [],
    });
  });

  test('say so when an owner is given for nothing', () => {
    const notices = ['`project_id` is given, but `secrets` is empty: no Secret is fetched.'];

    expect(parseSettings({ ...LOGIN, project_id: 'p' }, fakeSurroundings()).notices).toEqual(notices);
    expect(parseSettings({ ...LOGIN, project_id: 'p', secrets: '# none\n\n' }, fakeSurroundings()).notices).toEqual(
      notices,
    );
  });

  test.each<[string, Inputs, string | undefined]>([
    ['the name that is given', { token_variable: 'MY_TOKEN' }, 'MY_TOKEN'],
    ['none, when that is asked for', { token_variable: 'none' }, undefined],
    ['none, when nothing becomes a variable', { export_env: 'false' }, undefined],
    ['none of them, whatever name is given', { export_env: 'false', token_variable: 'MY_TOKEN' }, undefined],
  ])('have as the variable of the token %s', (_name, inputs, expected) => {
    expect(parseSettings({ ...LOGIN, ...inputs }, fakeSurroundings()).tokenVariable).toBe(expected);
  });
});
