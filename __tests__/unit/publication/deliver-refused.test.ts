import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../../support/fake-ports.js';
import { publicationOf, type Values } from '../../support/fetched-run.js';
import { alreadyUsed } from '../../support/name-conflicts.js';

const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };
const S3 = { access_key: 'AKIA', secret_key: 'hunter-2' };
const AUTHS = (...hosts: string[]) => ({
  auths: Object.fromEntries(hosts.map((host) => [host, { username: 'u', password: 'hunter-2' }])),
});

describe('deliver: names of fields, which come from the server', () => {
  test.each<[string, string, { value: unknown; name: string }]>([
    ['change later steps', 'ld', { value: { preload: 'x' }, name: 'LD_PRELOAD' }],
    ['change later steps, also with a target', 'a | LD', { value: { preload: 'x' }, name: 'LD_PRELOAD' }],
    [
      'change later steps, also from a nested field',
      'a | git',
      { value: { ssh: { command: 'x' } }, name: 'git_SSH_COMMAND' },
    ],
    ['set a proxy', 'a', { value: { https_proxy: 'x' }, name: 'A_HTTPS_PROXY' }],
    ['be reserved by the runner', 'a | GITHUB', { value: { env: 'x' }, name: 'GITHUB_ENV' }],
    ['change programs that read the dotenv file', 'a | LD@dotenv', { value: { preload: 'x' }, name: 'LD_PRELOAD' }],
    [
      'change the container that reads the env file',
      'a | LD@env-file',
      { value: { preload: 'x' }, name: 'LD_PRELOAD' },
    ],
  ])('A field is rejected if its variable would %s', (_what, secrets, { value, name }) => {
    expect(failureOf(() => publicationOf({ secrets }, { ld: value, a: value }))).toEqual({
      code: 'name_refused',
      message: expect.stringMatching(new RegExp(`line 1, field ".+": .* ${name}\\b`)),
    });
  });

  test('With `export_env: false`, no field is rejected', () => {
    const values = { ld: { preload: 'x-1' }, path: 'x-2', home: 'x-3' };
    const { outputs, variables } = publicationOf({ secrets: 'ld\npath\nhome | @file', export_env: 'false' }, values);

    expect(outputs.map(([name]) => name)).toEqual(expect.arrayContaining(['ld', 'path', 'home']));
    expect(variables).toEqual([]);
  });
});

describe('deliver: one name for two results', () => {
  test.each<[string, string, { values: Values; message: string }]>([
    [
      'two fields of one Secret have the same name',
      'a',
      {
        values: { a: { 'b.c': '1', b: { c: '2' } } },
        message: alreadyUsed('line 1, field "b.c"', 'variable A_B_C', 'another result of the same line'),
      },
    ],
    [
      'two fields make the same variable',
      'a',
      {
        values: { a: { 'x-y': '1', x_y: '2' } },
        message: alreadyUsed('line 1, field "x_y"', 'variable A_X_Y', 'line 1, field "x-y"'),
      },
    ],
    [
      'a field and another Secret have the same name',
      'a\na.user | X\na_user',
      {
        values: { a: { user: '1' }, a_user: '2' },
        message: alreadyUsed('line 3', 'variable A_USER', 'line 1, field "user"'),
      },
    ],
    [
      'a field and another Secret differ only in case',
      'a | My\nb | MY_USER',
      {
        values: { a: { user: '1' }, b: '2' },
        message: alreadyUsed('line 2', 'variable MY_USER', 'line 1, field "user"'),
      },
    ],
    [
      'a field and a file have the same name',
      'a\nb | A_X@file',
      { values: { a: { x: '1' }, b: '2' }, message: alreadyUsed('line 2', 'variable A_X', 'line 1, field "x"') },
    ],
    [
      'a field and the token have the same name',
      'my',
      {
        values: { my: { token: '1' } },
        message: alreadyUsed('line 1, field "token"', 'variable MY_TOKEN', 'the token'),
      },
    ],
    [
      'a field and a variable of @aws have the same name',
      's3 | @aws\naws',
      {
        values: { s3: S3, aws: { 'session token': 'x' } },
        message: alreadyUsed('line 2, field "session token"', 'variable AWS_SESSION_TOKEN', 'line 1'),
      },
    ],
    [
      'two lines of one file have the same name',
      'a | K@dotenv\nb | K_X@dotenv',
      { values: { a: { x: '1' }, b: '2' }, message: alreadyUsed('line 2', 'line of @dotenv K_X', 'line 1, field "x"') },
    ],
    [
      'two Secrets are for one registry',
      'a | @docker\nb | @docker',
      {
        values: { a: AUTHS('quay.io', 'ghcr.io'), b: { ...LOGIN, server: 'https://GHCR.io/v2/' } },
        message: alreadyUsed('line 2', 'registry "ghcr.io"', 'line 1'),
      },
    ],
    [
      'two Secrets of one line are for one registry',
      'r-* | @docker',
      {
        values: { 'r-1': LOGIN, 'r-2': LOGIN },
        message: alreadyUsed('line 1, Secret "r-2"', 'registry "ghcr.io"', 'line 1, Secret "r-1"'),
      },
    ],
  ])('It is a conflict if %s', (_what, secrets, { values, message }) => {
    const plan = () => publicationOf({ secrets, token_variable: 'MY_TOKEN' }, values);

    expect(failureOf(plan)).toEqual({ code: 'name_conflict', message });
  });

  test.each<[string, string, { values: Values; outputs: string[] }]>([
    [
      'a variable and lines of the same name',
      'a\na | A@dotenv\na | A@env-file',
      { values: { a: '1' }, outputs: ['a', 'dotenv', 'env_file', 'secrets'] },
    ],
    [
      'two registries',
      'a | @docker\nb | @docker',
      { values: { a: AUTHS('quay.io'), b: LOGIN }, outputs: ['docker_config'] },
    ],
    [
      'one Secret with one registry twice',
      'a | @docker',
      { values: { a: AUTHS('ghcr.io', 'https://ghcr.io/v2/') }, outputs: ['docker_config'] },
    ],
  ])('It is no conflict to have %s', (_what, secrets, { values, outputs }) => {
    const names = publicationOf({ secrets }, values).outputs.map(([name]) => name);

    expect(names).toEqual(['bearer_token', 'token_type', ...outputs]);
  });

  test.each<[string, string, { values: Values; message: string }]>([
    [
      'two files of the same name',
      'a.b | @file\na_b | @file',
      { values: { 'a.b': '1', a_b: '2' }, message: alreadyUsed('line 2', 'file A_B', 'line 1') },
    ],
    [
      'two lines of a file of the same name',
      'a | K@dotenv\nb | K_X@dotenv',
      { values: { a: { x: '1' }, b: '2' }, message: alreadyUsed('line 2', 'line of @dotenv K_X', 'line 1, field "x"') },
    ],
    [
      'two outputs of the same name',
      's3 | @aws\naws_session_token',
      {
        values: { s3: S3, aws_session_token: '2' },
        message: alreadyUsed('line 2', 'output aws_session_token', 'line 1'),
      },
    ],
  ])('With `export_env: false` it is a conflict to have %s', (_what, secrets, { values, message }) => {
    expect(failureOf(() => publicationOf({ secrets, export_env: 'false' }, values)).message).toBe(message);
  });
});

describe('deliver: values that only @file accepts', () => {
  const NUL = 'contains a NUL character, which no variable can contain; only `@file` accepts it';
  const BYTES = 'is not UTF-8 text after decoding; only `@file` accepts bytes';

  test.each(['', '| K', '| K@dotenv', '| K@env-file', '| @docker', '| @aws'])(
    'The target %j rejects them',
    (target) => {
      const refusalOf = (start: string, value: unknown) =>
        failureOf(() => publicationOf({ secrets: `a${start} ${target}` }, { a: value }));

      expect(refusalOf('', 'hunter\0')).toEqual({ code: 'value_unsupported', message: `Secret "a" ${NUL}` });
      expect(refusalOf('', { x: 'hunter\0' }).message).toBe(`Secret "a" ${NUL}`);
      expect(refusalOf(' | hex', 'c3')).toEqual({ code: 'value_unsupported', message: `Secret "a" ${BYTES}` });
      expect(refusalOf(' | hex', '6100').message).toBe(`Secret "a" ${NUL}`);
      expect(refusalOf('.x', { x: 'hunter\0' }).message).toBe(`Field "x" of Secret "a" ${NUL}`);
    },
  );
});
