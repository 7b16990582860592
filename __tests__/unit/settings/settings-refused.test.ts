import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { parseSettings } from '../../../src/settings/settings.js';
import { fakeSurroundings } from '../../support/fake-environment.js';

const LOGIN: Inputs = { url: 'chariot.example.com', client_id: 'id', client_secret: 'hunter2-secret' };

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
    ['no boolean for a plan', { ...LOGIN, plan: 'yes' }, { code: 'input_invalid', names: ['plan'] }],
    ['no boolean for the summary', { ...LOGIN, summary: '1' }, { code: 'input_invalid', names: ['summary'] }],
    ['no days', { ...LOGIN, rotate_after_days: '-1' }, { code: 'input_invalid', names: ['rotate_after_days'] }],
    ['a century', { ...LOGIN, rotate_after_days: '36501' }, { code: 'input_invalid', names: ['rotate_after_days'] }],
    ['more than a day', { ...LOGIN, timeout_seconds: '86401' }, { code: 'input_invalid', names: ['timeout_seconds'] }],
    ['no time', { ...LOGIN, timeout_seconds: '0' }, { code: 'input_invalid', names: ['timeout_seconds'] }],
    ['plain http', { ...LOGIN, url: 'http://h' }, { code: 'endpoint_insecure', names: ['url'] }],
  ])('%s', (_what, inputs, { code, names }) => {
    const message = expect.stringMatching(new RegExp(names.map((name) => `(?=.*\`${name}\`)`).join('')));

    expect(() => parseSettings(inputs, fakeSurroundings())).toThrow(expect.objectContaining({ code, message }));
  });
});

describe('a secret input', () => {
  test.each(['Bearer abc.def', '"abc"', 'abc def', 'abc\n', 'ä', '=', 'a=b', '***;'])(
    'bearer_token cannot be %j, and the message does not show it',
    (token) => {
      const parse = () => parseSettings({ url: 'h', bearer_token: token }, fakeSurroundings());

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
    const parse = () =>
      parseSettings({ ...inputs, client_secret: 'hunter2-secret', bearer_token: 'token-at-hand' }, fakeSurroundings());

    expect(parse).toThrow();
    expect(parse).not.toThrow(/hunter2-secret|token-at-hand/);
  });
});
