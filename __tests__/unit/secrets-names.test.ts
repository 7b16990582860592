import { describe, expect, test } from '@jest/globals';
import {
  checkTargets,
  claim,
  fieldVariable,
  outputName,
  parseTokenVariable,
  variableName,
  variableOf,
} from '../../src/secrets/names.js';
import { isVariableName, parseSecretRequests } from '../../src/secrets/request.js';
import { failureOf } from '../support/fake-ports.js';

const first = (text: string) => {
  const [request] = parseSecretRequests(text);
  if (request === undefined) throw new Error('no request');
  return request;
};

describe('the variable for', () => {
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
  ])('the text %j is %s', (text, expected) => {
    expect(variableName(text)).toBe(expected);
  });

  test.each<[string, string[], string]>([
    ['GHCR', ['password'], 'GHCR_PASSWORD'],
    ['GHCR', ['auth', 'user name'], 'GHCR_AUTH_USER_NAME'],
    ['MyName', ['2fa'], 'MyName_2FA'],
    ['GHCR', ['größe'], 'GHCR_GR__E'],
  ])('%s and the field %j is %s', (base, path, expected) => {
    expect(fieldVariable(base, path)).toBe(expected);
  });
});

describe('the names of a request', () => {
  test.each([
    ['db-password', { output: 'db-password', variable: 'DB_PASSWORD' }],
    ['api key', { output: 'api-key', variable: 'API_KEY' }],
    ['ghcr.password', { output: 'ghcr-password', variable: 'GHCR_PASSWORD' }],
    ['"größe"', { output: 'gr--e', variable: 'GR__E' }],
    ['2fa', { output: '2fa', variable: '_2FA' }],
    ['api key | My_Key', { output: 'My_Key', variable: 'My_Key' }],
  ])('%s', (text, expected) => {
    expect({ output: outputName(first(text)), variable: variableOf(first(text)) }).toEqual(expected);
  });
});

describe('names that cannot be used together', () => {
  const check = (text: string, tokenVariable?: string) => () =>
    checkTargets(parseSecretRequests(text), { exportEnv: true, tokenVariable });

  test.each<[string, string, string]>([
    [
      'two outputs',
      'api key; api-key | X; "api key"',
      'line 1: the output api-key is taken already by another Secret in this line',
    ],
    ['two outputs that differ in case', 'a | KEY\nKey', 'line 2: the output Key is taken already by line 1'],
    ['two variables', 'api-key\napi.key | a1\napi_key', 'line 3: the variable API_KEY is taken already by line 1'],
    [
      'two variables that differ in case',
      'a | My_Key\nmy-key',
      'line 2: the variable MY_KEY is taken already by line 1',
    ],
    ['the variable of the token', 'chariot token', 'line 1: the variable CHARIOT_TOKEN is taken already by the token'],
    ['the variable of the token in another case', 'a | Chariot_Token', 'taken already by the token'],
  ])('%s', (_what, text, expected) => {
    expect(check(text, 'CHARIOT_TOKEN')).toThrow(expect.objectContaining({ code: 'name_conflict' }));
    expect(check(text, 'CHARIOT_TOKEN')).toThrow(expected);
  });

  test.each([
    'bearer_token',
    'token_type',
    'expires_in',
    'expires_at',
    'claims',
    'user',
    'secrets',
    'docker_config',
    'dotenv',
    'env_file',
    'namespace',
    'all_acl_subjects',
    'all_owner_acl_subjects',
    'token_info',
    'error_code',
    'Secrets',
    'USER',
  ])("the action's own output %s", (name) => {
    const expected = {
      code: 'name_conflict',
      message: `\`secrets\`, line 1: the output ${name} is one of the action's own.`,
    };

    expect(check(name)).toThrow(expect.objectContaining(expected));
    expect(check(`x | ${name}`)).toThrow(expect.objectContaining(expected));
  });

  test.each([
    ['"ключ"', '"ключ"'],
    ['"---"', '"---"'],
    ['"😀"', '"😀"'],
    ['db | __', '"__"'],
  ])('a name without a letter or digit of ASCII, as %s gives it', (text, name) => {
    expect(failureOf(check(text))).toEqual({
      code: 'name_refused',
      message: `\`secrets\`, line 1: no letter or digit of ${name} can be in a name.`,
    });
  });

  test('without variables only outputs count', () => {
    const outputsOnly = (text: string) => () =>
      checkTargets(parseSecretRequests(text), { exportEnv: false, tokenVariable: undefined });

    expect(outputsOnly('api-key; api_key')).not.toThrow();
    expect(outputsOnly('a | KEY; key')).toThrow('the output key is taken already');
  });

  test('a claim on a free name takes it', () => {
    const taken = new Map<string, string>();

    claim(taken, { kind: 'variable', name: 'A', key: 'A', who: 'line 1' });

    expect(taken).toEqual(new Map([['A', 'line 1']]));
  });
});

describe('the variable of the token', () => {
  test.each<[string | undefined, string | undefined]>([
    [undefined, 'CHARIOT_TOKEN'],
    ['none', undefined],
    ['MY_TOKEN', 'MY_TOKEN'],
    ['None', 'None'],
    ['GITHUB_TOKEN', 'GITHUB_TOKEN'],
    ['PATH', 'PATH'],
  ])('is from the input %j: %s', (value, expected) => {
    expect(parseTokenVariable(value, 'CHARIOT_TOKEN')).toBe(expected);
  });

  test.each(['MY-TOKEN', '1TOKEN', 'A B', 'A=B', 'TÖKEN', 'NODE_OPTIONS', 'github_env', 'RUNNER_TEMP'])(
    'is never %j',
    (value) => {
      expect(failureOf(() => parseTokenVariable(value, 'CHARIOT_TOKEN'))).toEqual({
        code: 'input_invalid',
        message: `The input \`token_variable\` cannot be "${value.replace('\n', ' ')}": give the name of a variable, or none.`,
      });
    },
  );
});

test.each([
  ['A', true],
  ['_', true],
  ['a_1', true],
  ['', false],
  ['1a', false],
  ['a-b', false],
  ['ä', false],
  ['a\n', false],
])('%j can be the name of a variable: %s', (text, expected) => {
  expect(isVariableName(text)).toBe(expected);
});
