import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../src/inputs.js';
import { chariot } from '../../src/platforms/chariot.js';
import { parseSettings } from '../../src/settings.js';

const LOGIN: Inputs = { url: 'chariot.example.com', client_id: 'id', client_secret: 'hunter2-secret' };

describe('settings', () => {
  test('of the least inputs are complete', () => {
    expect(parseSettings(LOGIN)).toEqual({
      platform: chariot,
      url: new URL('https://chariot.example.com'),
      bearerToken: undefined,
      credentials: {
        clientId: 'id',
        grant: { type: 'client_credentials' },
        clientAuthentication: { method: 'client_secret_post', clientSecret: 'hunter2-secret' },
      },
      owner: undefined,
      secretRequests: [],
      exportEnv: true,
      tokenVariable: 'CHARIOT_TOKEN',
      timeoutSeconds: 120,
      notices: [],
    });
  });

  test('with a token at hand need no credentials', () => {
    expect(parseSettings({ url: 'h', bearer_token: 'a.b.c' })).toMatchObject({
      bearerToken: 'a.b.c',
      credentials: undefined,
    });
  });

  test('with a token and credentials keep both', () => {
    const settings = parseSettings({ ...LOGIN, bearer_token: 'abc' });

    expect(settings.bearerToken).toBe('abc');
    expect(settings.credentials?.clientId).toBe('id');
  });

  test.each<[string, Inputs, unknown]>([
    ['a project', { project_id: 'p' }, { kind: 'project', id: 'p' }],
    ['an organization', { organization_id: 'o' }, { kind: 'organization', id: 'o' }],
    ['a user', { user_id: 'u' }, { kind: 'user', id: 'u' }],
  ])('of %s know whose Secrets are asked for', (_owner, inputs, owner) => {
    expect(parseSettings({ ...LOGIN, ...inputs, secrets: 'a' })).toMatchObject({
      owner,
      secretRequests: [{ selector: 'a', quoted: false, line: 1 }],
      notices: [],
    });
  });

  test('say so when an owner is given for nothing', () => {
    const notices = ['`project_id` is given, but `secrets` is empty: no Secret is fetched.'];

    expect(parseSettings({ ...LOGIN, project_id: 'p' }).notices).toEqual(notices);
    expect(parseSettings({ ...LOGIN, project_id: 'p', secrets: '# none\n\n' }).notices).toEqual(notices);
  });

  test.each<[string, Inputs, string | undefined]>([
    ['the name that is given', { token_variable: 'MY_TOKEN' }, 'MY_TOKEN'],
    ['none, when that is asked for', { token_variable: 'none' }, undefined],
    ['none, when nothing becomes a variable', { export_env: 'false' }, undefined],
    ['none of them, whatever name is given', { export_env: 'false', token_variable: 'MY_TOKEN' }, undefined],
  ])('have as the variable of the token %s', (_name, inputs, expected) => {
    expect(parseSettings({ ...LOGIN, ...inputs }).tokenVariable).toBe(expected);
  });
});

describe('wrong combinations are refused, and the message names the inputs', () => {
  test.each<[string, Inputs, { code: string; names: string[] }]>([
    ['no address', { client_id: 'i', client_secret: 's' }, { code: 'input_missing', names: ['url'] }],
    [
      'nothing to log in with',
      { url: 'h' },
      { code: 'input_missing', names: ['client_id', 'client_secret', 'bearer_token'] },
    ],
    [
      'a client without its secret',
      { url: 'h', client_id: 'i' },
      { code: 'input_missing', names: ['client_id', 'client_secret'] },
    ],
    [
      'a secret without its client',
      { url: 'h', client_secret: 's' },
      { code: 'input_missing', names: ['client_id', 'client_secret'] },
    ],
    [
      'the same beside a token',
      { url: 'h', bearer_token: 't', client_id: 'i' },
      { code: 'input_missing', names: ['client_id', 'client_secret'] },
    ],
    [
      'Secrets without an owner',
      { ...LOGIN, secrets: 'a' },
      { code: 'input_missing', names: ['secrets', 'project_id', 'organization_id', 'user_id'] },
    ],
    [
      'two owners',
      { ...LOGIN, secrets: 'a', project_id: 'p', user_id: 'u' },
      { code: 'input_conflict', names: ['project_id', 'user_id'] },
    ],
    [
      'two owners and no Secrets',
      { ...LOGIN, organization_id: 'o', user_id: 'u' },
      { code: 'input_conflict', names: ['organization_id', 'user_id'] },
    ],
    [
      'three owners',
      { ...LOGIN, secrets: 'a', project_id: 'p', organization_id: 'o', user_id: 'u' },
      { code: 'input_conflict', names: ['project_id', 'organization_id', 'user_id'] },
    ],
    ['a broken id', { ...LOGIN, secrets: 'a', project_id: '../x' }, { code: 'input_invalid', names: ['project_id'] }],
    [
      'a broken list of Secrets',
      { ...LOGIN, project_id: 'p', secrets: '| X' },
      { code: 'input_invalid', names: ['secrets'] },
    ],
    [
      'two Secrets for one variable',
      { ...LOGIN, project_id: 'p', secrets: 'a | X\nb | x' },
      { code: 'name_conflict', names: ['secrets'] },
    ],
    [
      'the variable of the token for a Secret',
      { ...LOGIN, project_id: 'p', secrets: 'chariot token' },
      { code: 'name_conflict', names: ['secrets'] },
    ],
    [
      'a name that takes over later steps',
      { ...LOGIN, project_id: 'p', secrets: 'path' },
      { code: 'name_refused', names: ['secrets'] },
    ],
    [
      'no name for a variable',
      { ...LOGIN, token_variable: 'MY-TOKEN' },
      { code: 'input_invalid', names: ['token_variable'] },
    ],
    [
      'a variable of the runner',
      { ...LOGIN, token_variable: 'GITHUB_PATH' },
      { code: 'input_invalid', names: ['token_variable'] },
    ],
    ['no boolean', { ...LOGIN, export_env: 'yes' }, { code: 'input_invalid', names: ['export_env'] }],
    ['another one', { ...LOGIN, allow_http: 'yes' }, { code: 'input_invalid', names: ['allow_http'] }],
    ['no time', { ...LOGIN, timeout_seconds: '0' }, { code: 'input_invalid', names: ['timeout_seconds'] }],
    ['plain http', { ...LOGIN, url: 'http://h' }, { code: 'endpoint_insecure', names: ['url'] }],
  ])('%s', (_what, inputs, { code, names }) => {
    const message = expect.stringMatching(new RegExp(names.map((name) => `(?=.*\`${name}\`)`).join('')));

    expect(() => parseSettings(inputs)).toThrow(expect.objectContaining({ code, message }));
  });
});

describe('a secret input', () => {
  test.each(['Bearer abc.def', '"abc"', 'abc def', 'abc\n', 'ä', '=', 'a=b', '***;'])(
    'bearer_token cannot be %j, and the message does not show it',
    (token) => {
      const parse = () => parseSettings({ url: 'h', bearer_token: token });

      expect(parse).toThrow(
        expect.objectContaining({
          code: 'input_invalid',
          message:
            'The input `bearer_token` is not a bearer token: give the token alone, without the word Bearer, quotes or blanks.',
        }),
      );
    },
  );

  test.each<Inputs>([
    { client_id: 'id' },
    { url: 'ftp://h', client_id: 'id' },
    { url: 'http://h', client_id: 'id' },
    { url: 'h' },
    { url: 'h', client_id: 'id', timeout_seconds: 'x' },
    { url: 'h', client_id: 'id', secrets: 'a' },
    { url: 'h', client_id: 'id', token_variable: '?' },
  ])('is in no message: %j', (inputs) => {
    const parse = () => parseSettings({ ...inputs, client_secret: 'hunter2-secret', bearer_token: 'token-at-hand' });

    expect(parse).toThrow();
    expect(parse).not.toThrow(/hunter2-secret|token-at-hand/);
  });
});
