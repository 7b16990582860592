import { describe, expect, test } from '@jest/globals';
import { actionErrorOf, failureOf } from '../../support/fake-ports.js';
import { publicationOf, type Values } from '../../support/fetched-run.js';
import { alreadyUsed } from '../../support/name-conflicts.js';

const LOGIN = { server: 'ghcr.io', username: 'octocat', password: 'hunter-2' };
const S3 = { access_key: 'AKIA', secret_key: 'hunter-2' };
const AUTHS = (...hosts: string[]) => ({
  auths: Object.fromEntries(hosts.map((host) => [host, { username: 'u', password: 'hunter-2' }])),
});

describe('deliver: names of fields, which come from the server', () => {
  test.each<[string, string, { value: unknown; name: string }]>([
    ['change later steps', 'ld.*', { value: { preload: 'x' }, name: 'LD_PRELOAD' }],
    ['change later steps, also with a prefix', 'a.* | LD_*', { value: { preload: 'x' }, name: 'LD_PRELOAD' }],
    ['change later steps, also with the target *', 'a.* | *', { value: { path: 'x' }, name: 'PATH' }],
    [
      'change later steps, also from a nested field',
      'a.* | git*',
      { value: { _ssh: { command: 'x' } }, name: 'git_SSH_COMMAND' },
    ],
    [
      'change later steps, also from JSON in a text',
      'a.json.* | BASH_*',
      { value: { json: '{"env":"x"}' }, name: 'BASH_ENV' },
    ],
    ['set a proxy', 'a.*', { value: { https_proxy: 'x' }, name: 'A_HTTPS_PROXY' }],
    ['be reserved by the runner', 'a.* | GITHUB_*', { value: { env: 'x' }, name: 'GITHUB_ENV' }],
    ['lead a program to a file', 'a.* | LD_*@file', { value: { preload: 'x' }, name: 'LD_PRELOAD' }],
    ['change programs that read the dotenv file', 'a.* | LD_*@dotenv', { value: { preload: 'x' }, name: 'LD_PRELOAD' }],
    [
      'change the container that reads the env file',
      'a.* | LD_*@env-file',
      { value: { preload: 'x' }, name: 'LD_PRELOAD' },
    ],
  ])('A field is rejected if its variable would %s', (_what, secrets, { value, name }) => {
    expect(failureOf(() => publicationOf({ secrets }, { ld: value, a: value }))).toEqual({
      code: 'name_refused',
      message: expect.stringMatching(new RegExp(`line 1, .*field ".+": .* ${name}\\b`)),
    });
  });

  test('A field and the Secret that a pattern matched are rejected if only both together are such a name', () => {
    const values = { 'reg-ld': { preload: 'x' } };

    expect(failureOf(() => publicationOf({ secrets: 'reg-*.* | *' }, values))).toEqual({
      code: 'name_refused',
      message:
        '`secrets`, line 1, Secret "reg-ld", field "preload": the variable LD_PRELOAD would change how later steps run.',
    });
  });

  test('With `export_env: false`, no field is rejected', () => {
    const values = { ld: { preload: 'x-1' }, path: 'x-2', home: { x: 'x-3' } };
    const secrets = 'ld.*\nld.* | *\npath\nhome.* | NODE_*@file';
    const { outputs, variables } = publicationOf({ secrets, export_env: 'false' }, values);

    expect(outputs.map(([name]) => name)).toEqual(expect.arrayContaining(['ld-preload', 'PRELOAD', 'path', 'NODE_X']));
    expect(variables).toEqual([]);
  });
});

describe('deliver: one name for two results', () => {
  test.each<[string, string, { values: Values; message: string }]>([
    [
      'two fields of one Secret have the same name',
      'a.*',
      {
        values: { a: { 'b.c': '1', b: { c: '2' } } },
        message: alreadyUsed('line 1, field "b.c"', 'output a-b-c', 'another result of the same line'),
      },
    ],
    [
      'two fields make the same variable',
      'a.*',
      {
        values: { a: { 'x-y': '1', x_y: '2' } },
        message: alreadyUsed('line 1, field "x_y"', 'variable A_X_Y', 'line 1, field "x-y"'),
      },
    ],
    [
      'a field and another Secret have the same name',
      'a.*\na.user | X\na_user',
      {
        values: { a: { user: '1' }, a_user: '2' },
        message: alreadyUsed('line 3', 'variable A_USER', 'line 1, field "user"'),
      },
    ],
    [
      'a field and another Secret differ only in case',
      'a.* | My_*\nb | MY_USER',
      {
        values: { a: { user: '1' }, b: '2' },
        message: alreadyUsed('line 2', 'output MY_USER', 'line 1, field "user"'),
      },
    ],
    [
      'a field and a file have the same name',
      'a.*\nb | A_X@file',
      { values: { a: { x: '1' }, b: '2' }, message: alreadyUsed('line 2', 'variable A_X', 'line 1, field "x"') },
    ],
    [
      'a field and the token have the same name',
      'my.*',
      {
        values: { my: { token: '1' } },
        message: alreadyUsed('line 1, field "token"', 'variable MY_TOKEN', 'the token'),
      },
    ],
    [
      'a field and a variable of @aws have the same name',
      's3 | @aws\naws.*',
      {
        values: { s3: S3, aws: { 'session token': 'x' } },
        message: alreadyUsed('line 2, field "session token"', 'variable AWS_SESSION_TOKEN', 'line 1'),
      },
    ],
    [
      'two lines of one file have the same name',
      'a.* | K_*@dotenv\nb | K_X@dotenv',
      { values: { a: { x: '1' }, b: '2' }, message: alreadyUsed('line 2', 'line of @dotenv K_X', 'line 1, field "x"') },
    ],
    [
      'a field has the name of an output of the action',
      'a.* | error_*',
      {
        values: { a: { code: '1' } },
        message: alreadyUsed('line 1, field "code"', 'output error_CODE', 'the action itself'),
      },
    ],
    [
      'two fields are the same file',
      'a.* | A_*@file',
      {
        values: { a: { 'x-y': '1', x_y: '2' } },
        message: alreadyUsed('line 1, field "x_y"', 'variable A_X_Y', 'line 1, field "x-y"'),
      },
    ],
    [
      'two Secrets have the same matched text and field together',
      'r-*.* | R_*',
      {
        values: { 'r-a': { b_c: '1' }, 'r-a_b': { c: '2' } },
        message: alreadyUsed(
          'line 1, Secret "r-a_b", field "c"',
          'output R_A_B_C',
          'line 1, Secret "r-a", field "b_c"',
        ),
      },
    ],
    [
      'a Secret and a field of the target * have the same name',
      'a.* | *\nuser-name',
      {
        values: { a: { 'user name': '1' }, 'user-name': '2' },
        message: alreadyUsed('line 2', 'variable USER_NAME', 'line 1, field "user name"'),
      },
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
      'a.* | K_*@dotenv\nb | K_X@dotenv',
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
  const NUL = 'contains a NUL character, which no variable can contain';
  const BYTES = 'is not UTF-8 text after decoding';
  const ADVICE = 'Only a file can contain it: write `| NAME@file`';

  const refusalOf = (secrets: string, value: unknown) => {
    const { code, message, advice } = actionErrorOf(() => publicationOf({ secrets }, { a: value }));
    return { code, message, advice };
  };
  const refusal = (message: string, advice = [ADVICE]) => ({ code: 'value_unsupported', message, advice });

  test.each(['', '| K', '| K@dotenv', '| K@env-file', '| @docker', '| @aws'])(
    'The target %j rejects them',
    (target) => {
      expect(refusalOf(`a ${target}`, 'hunter\0')).toEqual(refusal(`Secret "a" ${NUL}`));
      expect(refusalOf(`a | hex ${target}`, 'c3')).toEqual(refusal(`Secret "a" ${BYTES}`));
      expect(refusalOf(`a | hex ${target}`, '6100')).toEqual(refusal(`Secret "a" ${NUL}`));
      expect(refusalOf(`a.x ${target}`, { x: 'hunter\0' })).toEqual(refusal(`Field "x" of Secret "a" ${NUL}`));
    },
  );

  test.each(['', '| K_*', '| *', '| K_*@dotenv', '| @env-file'])(
    'The target %j rejects a field of `.*` that contains one, and names the field',
    (target) => {
      const ofFields = ['Only a file can contain it: write `| NAME_*@file`'];

      expect(refusalOf(`a.* ${target}`, { x: { y: 'hunter\0' } })).toEqual(
        refusal(`Field "x.y" of Secret "a" ${NUL}`, ofFields),
      );
      expect(refusalOf(`a.* | hex ${target}`, { x: 'c3' })).toEqual(
        refusal(`Field "x" of Secret "a" ${BYTES}`, ofFields),
      );
    },
  );
});
