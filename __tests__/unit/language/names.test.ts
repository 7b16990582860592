import { describe, expect, test } from '@jest/globals';
import { nameOfRequest, variableName } from '../../../src/language/names.js';
import { parseSecretRequests } from '../../../src/language/request.js';
import { nameOfMatch } from '../../../src/secrets/match.js';
import { parseTokenVariable } from '../../../src/settings/secrets.js';
import { failureOf } from '../../support/fake-ports.js';
import { matchesOf, matchOf } from '../../support/secret-matches.js';

describe('variableName', () => {
  test.each([
    ['db-password', 'DB_PASSWORD'],
    ['api key', 'API_KEY'],
    ['ghcr.password', 'GHCR_PASSWORD'],
    ['2fa', '_2FA'],
    ['0day', '_0DAY'],
    ['already_UPPER_1', 'ALREADY_UPPER_1'],
    ['größe', 'GR__E'],
    ['a😀b', 'A__B'],
    ['secret/Custom/2kFm', 'SECRET_CUSTOM_2KFM'],
    ['a\nB=c', 'A_B_C'],
  ])('The variable for the text %j is %s', (text, expected) => {
    expect(variableName(text)).toBe(expected);
  });
});

describe('nameOfRequest', () => {
  test.each([
    ['db-password', { output: 'db-password', variable: 'DB_PASSWORD', chosen: false }],
    ['api key', { output: 'api-key', variable: 'API_KEY', chosen: false }],
    ['ghcr.password', { output: 'ghcr-password', variable: 'GHCR_PASSWORD', chosen: false }],
    ['"ghcr".password', { output: 'ghcr-password', variable: 'GHCR_PASSWORD', chosen: false }],
    ['secret/Custom/2kFm', { output: 'secret-Custom-2kFm', variable: 'SECRET_CUSTOM_2KFM', chosen: false }],
    ['"größe"', { output: 'gr--e', variable: 'GR__E', chosen: false }],
    ['2fa', { output: '2fa', variable: '_2FA', chosen: false }],
    ['a_b-C?', { output: 'a_b-C', variable: 'A_B_C', chosen: false }],
    ['api key | My_Key', { output: 'My_Key', variable: 'My_Key', chosen: true }],
    ['ghcr.password | hex | PW@file', { output: 'PW', variable: 'PW', chosen: true }],
    ['A=B', { output: 'A-B', variable: 'A_B', chosen: false }],
    ['::add-mask::', { output: '--add-mask--', variable: '__ADD_MASK__', chosen: false }],
    ['"##[add-mask]x"', { output: '---add-mask-x', variable: '___ADD_MASK_X', chosen: false }],
    ['päss%0Awörd', { output: 'p-ss-0Aw-rd', variable: 'P_SS_0AW_RD', chosen: false }],
    ['a<<b', { output: 'a--b', variable: 'A__B', chosen: false }],
    ['n'.repeat(300), { output: 'n'.repeat(300), variable: 'N'.repeat(300), chosen: false }],
    [String.raw`"line one\nline two"`, { output: 'line-one-line-two', variable: 'LINE_ONE_LINE_TWO', chosen: false }],
    [
      String.raw`"a | b; \"c\" \\ # d*?"`,
      { output: 'a---b---c------d--', variable: 'A___B___C______D__', chosen: false },
    ],
    ['" blanks "', { output: '-blanks-', variable: '_BLANKS_', chosen: false }],
    ['ghcr.password | @file', { output: 'ghcr-password', variable: 'GHCR_PASSWORD', chosen: false }],
  ])('The request %s has its names', (text, expected) => {
    const [request] = parseSecretRequests(`\n${text}`);

    expect(request && nameOfRequest(request)).toEqual({ ...expected, who: 'line 2' });
  });
});

describe('nameOfMatch', () => {
  test.each([
    ['by name', 'api key', 'api key', { output: 'api-key', variable: 'API_KEY', chosen: false }],
    ['by id, whose name is the id', '0', 'api key', { output: '0', variable: '_0', chosen: false }],
    ['by a target', 'api key | K', 'api key', { output: 'K', variable: 'K', chosen: true }],
  ])('A match %s has the names of its request', (_how, text, ...[name, expected]) => {
    expect(nameOfMatch(matchOf(text, [name]))).toEqual({ ...expected, who: 'line 1' });
  });

  test.each([
    ['those of the Secret', 'train-*', 'train-a.b', { output: 'train-a-b', variable: 'TRAIN_A_B' }],
    ['those of the Secret, with a digit first', '*', '2fa', { output: '2fa', variable: '_2FA' }],
    ['those of the Secret, if two stars match', '*r*n', 'train', { output: 'train', variable: 'TRAIN' }],
    [
      'those of the Secret and the field',
      'train-*.user',
      'train-a',
      { output: 'train-a-user', variable: 'TRAIN_A_USER' },
    ],
    ['made of the target', 'train-* | T_*', 'train-a b', { output: 'T_A_B', variable: 'T_A_B' }],
    ['made of the target in its case', 'train-* | my*', 'train-2fa', { output: 'my2FA', variable: 'my2FA' }],
    ['made of the target alone', 'train* | T_*', 'train', { output: 'T_', variable: 'T_' }],
    ['made of the target without the field', 't-*.user | T_*', 't-a', { output: 'T_A', variable: 'T_A' }],
    ['made of the target before a sink', 't-* | T_*@file', 't-a', { output: 'T_A', variable: 'T_A' }],
    ['made of text in any script', 't-* | T_*', 't-größe', { output: 'T_GR__E', variable: 'T_GR__E' }],
  ])(
    'The names of a pattern are %s, and never chosen by the workflow as a whole',
    (_how, text, ...[name, expected]) => {
      expect(nameOfMatch(matchOf(text, [name]))).toEqual({
        ...expected,
        chosen: false,
        who: `line 1, Secret "${name}"`,
      });
    },
  );

  test.each<[string, string, string[], { output: string; variable: string }]>([
    ['the selector', 'ghcr.*', ['ghcr'], { output: 'ghcr-auth-user-name', variable: 'GHCR_AUTH_USER_NAME' }],
    [
      'the selector with a field',
      'pg.deep.*',
      ['pg'],
      { output: 'pg-deep-auth-user-name', variable: 'PG_DEEP_AUTH_USER_NAME' },
    ],
    ['a quoted name', '"2 fa".*', ['2 fa'], { output: '2-fa-auth-user-name', variable: '_2_FA_AUTH_USER_NAME' }],
    [
      'the Secret that a pattern matched',
      'reg-*.*',
      ['reg-a'],
      { output: 'reg-a-auth-user-name', variable: 'REG_A_AUTH_USER_NAME' },
    ],
    ['the target', 'pg.* | Main_*', ['pg'], { output: 'Main_AUTH_USER_NAME', variable: 'Main_AUTH_USER_NAME' }],
    [
      'the target and what the pattern matched',
      'reg-*.* | R_*',
      ['reg-a'],
      { output: 'R_A_AUTH_USER_NAME', variable: 'R_A_AUTH_USER_NAME' },
    ],
    ['the ID before `.*`', '0.*', ['pg'], { output: '0-auth-user-name', variable: '_0_AUTH_USER_NAME' }],
    [
      'the key before `.*`',
      'secret/Custom/0.*',
      ['pg'],
      { output: 'secret-Custom-0-auth-user-name', variable: 'SECRET_CUSTOM_0_AUTH_USER_NAME' },
    ],
    ['the field alone', 'pg.* | *', ['pg'], { output: 'AUTH_USER_NAME', variable: 'AUTH_USER_NAME' }],
  ])('The names of a field of `.*` are made of %s', (_what, text, ...[names, expected]) => {
    const path = ['auth', 'user name'];

    expect(nameOfMatch(matchOf(text, names), path)).toMatchObject({ ...expected, chosen: false });
  });

  test('The target * accepts the text that the star matched as the whole name', () => {
    expect(nameOfMatch(matchOf('* | *', ['2fa code']))).toEqual({
      output: '_2FA_CODE',
      variable: '_2FA_CODE',
      chosen: false,
      who: 'line 1, Secret "2fa code"',
    });
  });

  test('Each match of a pattern has its own names', () => {
    const matches = matchesOf('train-* | TRAIN_*', ['train-a', 'other', 'train-b']);

    expect(matches.map((match) => nameOfMatch(match).variable)).toEqual(['TRAIN_A', 'TRAIN_B']);
  });
});

describe('parseTokenVariable', () => {
  test.each<[string | undefined, string | undefined]>([
    [undefined, 'CHARIOT_TOKEN'],
    ['none', undefined],
    ['MY_TOKEN', 'MY_TOKEN'],
    ['None', 'None'],
    ['GITHUB_TOKEN', 'GITHUB_TOKEN'],
    ['PATH', 'PATH'],
    ['_', '_'],
  ])('The input `token_variable` %j leads to the variable %s', (value, expected) => {
    expect(parseTokenVariable(value, 'CHARIOT_TOKEN')).toBe(expected);
  });

  test.each(['MY-TOKEN', '1TOKEN', 'A B', 'A=B', 'A\n', 'TÖKEN', 'NODE_OPTIONS', 'github_env', 'RUNNER_TEMP'])(
    'The input `token_variable` rejects %j',
    (value) => {
      expect(failureOf(() => parseTokenVariable(value, 'CHARIOT_TOKEN'))).toEqual({
        code: 'input_invalid',
        message: `The input \`token_variable\` must not be "${value.trim()}".`,
      });
    },
  );
});
