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

  describe('token_info_path together with credentials', () => {
    const given = { ...PAIR, token_info_path: FILE };
    const NOTHING = [undefined, 'token in EARTHONE_TOKEN', 'i'];
    const ofFile = ['a.b.c', '`jwt_token` of the file', 'i'];
    const same = { client_id: 'i', client_secret: 's', jwt_token: 'a.b.c' };
    const other = 'notice: The input `token_info_path` names a file with other credentials, so its token is not used.';

    test.each<[what: string, inputs: Inputs, around: Around, token: readonly unknown[], remarks: readonly string[]]>([
      ['used if the credentials are the same', given, file(same), ofFile, []],
      [
        'used if the file has the secret as a refresh token',
        given,
        file({ client_id: 'i', refresh_token: 's', jwt_token: 'a.b.c' }),
        ofFile,
        [],
      ],
      [
        'used if the credentials are in variables',
        { token_info_path: FILE },
        { ...file(same), ...variables({ CLIENT_ID: 'i', REFRESH_TOKEN: 's' }) },
        ofFile,
        [],
      ],
      ['not used if the client differs', given, file({ ...same, client_id: 'x' }), NOTHING, [other]],
      ['not used if the secret differs', given, file({ ...same, client_secret: 'x' }), NOTHING, [other]],
      ['not used if the refresh token differs', given, file({ ...same, refresh_token: 'x' }), NOTHING, [other]],
      [
        'not used if no header can contain it',
        given,
        file({ ...same, jwt_token: 'a b' }),
        [undefined, ...ofFile.slice(1)],
        [],
      ],
      [
        'not used if `bearer_token` is set',
        { ...given, bearer_token: 'd.e.f' },
        file(same),
        ['d.e.f', '`bearer_token`', 'i'],
        [],
      ],
      [
        'not used if the file does not exist, which is a warning',
        given,
        {},
        NOTHING,
        [
          'warning: The input `token_info_path` names a file that cannot be read: "/home/runner/token_info.json" (ENOENT). The step continues without the file.',
        ],
      ],
      [
        'not used if the file is not a JSON object, which is a warning',
        given,
        file([]),
        NOTHING,
        [
          'warning: The input `token_info_path` names a file that is not a token_info.json: its content is not a JSON object. The step continues without the file.',
        ],
      ],
    ])('The token of the file is %s', (...[, inputs, around, token, remarks]) => {
      const parsed = parse(inputs, around);

      expect({ pair: parsed.pair, token: parsed.token, remarks: parsed.remarks }).toEqual({
        pair: ['i', 's'],
        token,
        remarks,
      });
    });

    test('The secrets of the file are masked', () => {
      expect(parse(given, file({ ...same, client_secret: 'x' })).masked).toEqual(['s', 'x', 'a.b.c']);
    });

    test('The scope of the file is used only with the same credentials and without the input', () => {
      const scoped = (inputs: Inputs, more: object = {}) =>
        parse({ ...given, ...inputs }, file({ ...same, scope: ['a', 'b'], ...more })).scope;

      expect([scoped({}), scoped({ scope: 'c' }), scoped({}, { client_id: 'x' })]).toEqual(['a b', 'c', undefined]);
    });

    test.each<[what: string, inputs: Inputs, around: Around, absent: string]>([
      ['the ID is in an input', { client_id: 'i' }, {}, 'client_secret'],
      ['the ID is in a variable', {}, variables({ CLIENT_ID: 'i' }), 'client_secret'],
      ['the secret is in an input', { client_secret: 's' }, {}, 'client_id'],
      ['a refresh token is in an input', { refresh_token: 's' }, {}, 'client_id'],
      ['a token is also supplied', { client_id: 'i', bearer_token: 'd.e.f' }, {}, 'client_secret'],
    ])('Half of the credentials is an error if %s', (...[, inputs, around, absent]) => {
      expect(failureOf(() => parse({ token_info_path: FILE, ...inputs }, { ...file(same), ...around }))).toEqual({
        code: 'input_missing',
        message: `\`${absent}\` is required: the file in \`token_info_path\` does not complete credentials of inputs or variables.`,
      });
    });

    test('With `bearer_token` alone, the file provides the credentials, and an unreadable file is an error', () => {
      const inputs = { token_info_path: FILE, bearer_token: 'd.e.f' };

      expect(parse(inputs, file(same))).toMatchObject({ pair: ['i', 's'], token: ['d.e.f', '`bearer_token`', 'i'] });
      expect(failureOf(() => parse(inputs)).code).toBe('input_invalid');
    });

    test('A file that only a variable names is not read', () => {
      const { token, read } = parse(PAIR, { ...file(same), ...variables({ TOKEN_INFO_PATH: FILE }) });

      expect([token, read]).toEqual([NOTHING, []]);
    });
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
        message: 'The input `token_info` is not the text from the web page of the platform.',
      });
    },
  );

  test.each<[whole: string, other: string]>([
    ['token_info', 'client_id'],
    ['token_info', 'bearer_token'],
    ['token_info', 'token_info_path'],
    ['token_info', 'refresh_token'],
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
