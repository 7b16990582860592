import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { type Around, fakeEnvironment } from '../../support/fake-environment.js';
import { failureOf, settingsFrom } from '../../support/fake-ports.js';

const PAIR: Inputs = { client_id: 'i', client_secret: 's' };
const FILE = '/home/runner/token_info.json';
const PASTED = Buffer.from('{"client_id":"p-i","client_secret":"p-s"}').toString('base64url');

const variables = (values: Readonly<Record<string, string>>): Around => ({
  variables: Object.fromEntries(Object.entries(values).map(([name, value]) => [`EARTHONE_${name}`, value])),
});
const file = (value: unknown): Around => ({ files: { [FILE]: JSON.stringify(value) } });
const parse = (inputs: Inputs, around: Around = {}) => {
  const environment = fakeEnvironment(around);
  const settings = settingsFrom({ platform: 'earthone', ...inputs }, environment);
  const { credentials, bearerToken, suppliedTokenName, tokenAudience, remarks } = settings;
  const grant = credentials?.grant;
  const secret = grant?.type === 'refresh_token' ? grant.refreshToken : undefined;
  return {
    pair: [credentials?.clientId, secret],
    scope: credentials?.scope,
    token: [bearerToken, suppliedTokenName, tokenAudience],
    remarks: remarks.map(({ level, text }) => `${level}: ${text}`),
    masked: environment.masked,
    read: environment.read,
  };
};

describe('parseStoredLogin', () => {
  test.each<[what: string, inputs: Inputs, around: Around, pair: readonly [string, string]]>([
    ['inputs', PAIR, {}, ['i', 's']],
    ['variables', {}, variables({ CLIENT_ID: 'v-i', CLIENT_SECRET: 'v-s' }), ['v-i', 'v-s']],
    ['inputs before variables', PAIR, variables({ CLIENT_ID: 'v-i', CLIENT_SECRET: 'v-s' }), ['i', 's']],
    ['an input and a variable', { client_id: 'i' }, variables({ CLIENT_SECRET: 'v-s' }), ['i', 'v-s']],
    ['a refresh token instead of a secret', { client_id: 'i', refresh_token: 'r' }, {}, ['i', 'r']],
    ['a refresh token in a variable', { client_id: 'i' }, variables({ REFRESH_TOKEN: 'v-r' }), ['i', 'v-r']],
    ['the text from the web page', { token_info: PASTED }, {}, ['p-i', 'p-s']],
    [
      'the text from the web page before variables',
      { token_info: PASTED },
      variables({ CLIENT_ID: 'v' }),
      ['p-i', 'p-s'],
    ],
    [
      'a file that an input names',
      { token_info_path: FILE },
      file({ client_id: 'f-i', client_secret: 'f-s' }),
      ['f-i', 'f-s'],
    ],
    [
      'a file that a variable names',
      {},
      { ...file({ client_id: 'f-i', refresh_token: 'f-r' }), ...variables({ TOKEN_INFO_PATH: FILE }) },
      ['f-i', 'f-r'],
    ],
  ])('The credentials come from %s', (...[, inputs, around, pair]) => {
    expect(parse(inputs, around).pair).toEqual(pair);
  });

  test.each<[what: string, inputs: Inputs, around: Around, expected: readonly unknown[]]>([
    ['the input', { bearer_token: 'a.b.c' }, {}, ['a.b.c', '`bearer_token`', undefined]],
    ['the variable', {}, variables({ TOKEN: 'a.b.c' }), ['a.b.c', 'token in EARTHONE_TOKEN', undefined]],
    [
      'a file',
      { token_info_path: FILE },
      file({ client_id: 'f-i', jwt_token: 'a.b.c' }),
      ['a.b.c', '`jwt_token` of the file', 'f-i'],
    ],
    [
      'the input before the variable',
      { bearer_token: 'a.b.c' },
      variables({ TOKEN: 'd.e.f' }),
      ['a.b.c', '`bearer_token`', undefined],
    ],
  ])('The supplied token comes from %s', (...[, inputs, around, token]) => {
    expect(parse(inputs, around).token).toEqual(token);
  });

  test.each<[what: string, inputs: Inputs, around: Around]>([
    ['an input contains credentials', PAIR, variables({ TOKEN: 'a.b.c' })],
    ['a variable contains no usable token', PAIR, variables({ TOKEN: 'not a token' })],
    [
      'a file contains no usable token',
      { token_info_path: FILE },
      file({ client_id: 'i', client_secret: 's', jwt_token: 'a b' }),
    ],
    [
      'the text from the web page contains one',
      { token_info: Buffer.from('{"client_id":"i","client_secret":"s","jwt_token":"a.b.c"}').toString('base64url') },
      {},
    ],
  ])('No token is supplied if %s', (_what, inputs, around) => {
    expect(parse(inputs, around).token[0]).toBeUndefined();
  });

  test.each<[what: string, inputs: Inputs, scope: string | undefined]>([
    ['of the file', { token_info_path: FILE }, 'a b'],
    ['of the input, if it is set', { token_info_path: FILE, scope: 'c' }, 'c'],
    ['of the input, with the text from the web page', { token_info: PASTED, scope: 'c' }, 'c'],
  ])('The scope is that %s', (_what, inputs, scope) => {
    expect(parse(inputs, file({ client_id: 'i', client_secret: 's', scope: ['a', 'b'] })).scope).toBe(scope);
  });

  test('A file is not read if variables contain credentials, which is a warning', () => {
    const around = { ...file({}), ...variables({ CLIENT_ID: 'v-i', CLIENT_SECRET: 'v-s' }) };
    const { read, remarks } = parse({ token_info_path: FILE }, around);

    expect(read).toEqual([]);
    expect(remarks).toEqual([
      'warning: `token_info_path` is not read: credentials are in variables such as EARTHONE_CLIENT_ID, and a file is never combined with other sources.',
    ]);
  });

  test('A secret and a refresh token that differ are a warning, in the words of the Python client', () => {
    const { pair, remarks } = parse({ ...PAIR, refresh_token: 'r' });

    expect(pair).toEqual(['i', 'r']);
    expect(remarks).toEqual([
      'warning: Authentication token mismatch: both the client secret and the refresh token are provided but differ in value; the refresh token will be used for authentication.',
    ]);
    expect(parse({ ...PAIR, refresh_token: 's' }).remarks).toEqual([]);
  });

  test.each<[what: string, inputs: Inputs, around: Around, masked: readonly string[]]>([
    ['variables', {}, variables({ CLIENT_ID: 'i', CLIENT_SECRET: 'v-s', TOKEN: 'a b' }), ['v-s', 'a b']],
    [
      'a file',
      { token_info_path: FILE },
      file({ client_id: 'i', client_secret: 'f-s', refresh_token: 'f-r', jwt_token: 't' }),
      ['f-s', 'f-r', 't'],
    ],
    ['the text from the web page', { token_info: PASTED }, {}, ['p-s']],
  ])('The secrets of %s are masked', (...[, inputs, around, masked]) => {
    expect(parse(inputs, around).masked).toEqual(masked);
  });

  test.each<[what: string, inputs: Inputs, message: string]>([
    [
      'nothing',
      {},
      'Either `client_id` and `client_secret`, `token_info`, `token_info_path`, or `bearer_token` is required: a login to EarthOne needs credentials.',
    ],
    [
      'only an ID',
      { client_id: 'i' },
      '`client_secret` is required: `client_id` and `client_secret` are used only together.',
    ],
    [
      'only a secret',
      { client_secret: 's' },
      '`client_id` is required: `client_id` and `client_secret` are used only together.',
    ],
    [
      'only a refresh token',
      { refresh_token: 'r' },
      '`client_id` is required: `client_id` and `client_secret` are used only together.',
    ],
  ])('Credentials are missing if %s is set', (_what, inputs, message) => {
    expect(failureOf(() => parse(inputs))).toEqual({ code: 'input_missing', message });
  });

  test.each(['e30', 'eyJhIjoxfQ', 'not base64!', Buffer.from('{"client_id":"i"}').toString('base64url')])(
    'The text %s is not from the web page',
    (token_info) => {
      expect(failureOf(() => parse({ token_info }))).toEqual({
        code: 'input_invalid',
        message: 'The input `token_info` is not the text from the web page of the platform. Copy the complete text.',
      });
    },
  );

  test.each<[whole: string, other: string]>([
    ['token_info', 'client_id'],
    ['token_info', 'bearer_token'],
    ['token_info', 'token_info_path'],
    ['token_info_path', 'client_secret'],
    ['token_info_path', 'refresh_token'],
    ['token_info_path', 'bearer_token'],
  ])('`%s` and `%s` exclude each other', (whole, other) => {
    expect(failureOf(() => parse({ [whole]: 'x', [other]: 'y' }))).toEqual({
      code: 'input_conflict',
      message: `\`${whole}\` and \`${other}\` cannot be combined: \`${whole}\` contains all credentials.`,
    });
  });
});

describe('parseTokenInfoFile', () => {
  const written = (inputs: Inputs, around: Around = {}) =>
    settingsFrom({ platform: 'earthone', write_token_info: 'true', ...inputs }, fakeEnvironment(around));

  test('The file is in the folder of the step, and replaces the variable of the token', () => {
    const { tokenInfoFile, tokenVariable } = written(PAIR);

    expect(tokenVariable).toBeUndefined();
    expect(tokenInfoFile).toEqual({
      path: '/runner/_temp/bearer-login-1/token_info.json',
      variable: 'EARTHONE_TOKEN_INFO_PATH',
      stale: undefined,
      rivals: [],
    });
  });

  test('The variables that the Python client prefers to the file are listed', () => {
    const env = { EARTHONE_TOKEN: 'a.b.c', EARTHONE_CLIENT_ID: 'v', CLIENT_SECRET: 'w' };

    expect(written(PAIR, { variables: env }).tokenInfoFile).toMatchObject({
      stale: 'EARTHONE_TOKEN',
      rivals: ['EARTHONE_CLIENT_ID', 'CLIENT_SECRET'],
    });
  });

  test('A file without credentials is an error', () => {
    expect(failureOf(() => written({ bearer_token: 't' }))).toEqual({
      code: 'input_missing',
      message:
        '`client_id` with `client_secret` is required: `write_token_info` is set, and the file must contain both to be refreshed.',
    });
  });

  test('A file and a variable for the token are a conflict', () => {
    expect(failureOf(() => written({ ...PAIR, token_variable: 'TOKEN' }))).toEqual({
      code: 'input_conflict',
      message:
        '`write_token_info` and `token_variable` cannot be combined: the Python client would use the token in the variable instead of the file.',
    });
    expect(written({ ...PAIR, token_variable: 'none' }).tokenInfoFile).toEqual({
      path: '/runner/_temp/bearer-login-1/token_info.json',
      variable: 'EARTHONE_TOKEN_INFO_PATH',
      rivals: [],
      stale: undefined,
    });
  });
});
