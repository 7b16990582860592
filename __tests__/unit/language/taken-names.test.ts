import { describe, expect, test } from '@jest/globals';
import { parseSecretRequests } from '../../../src/language/request.js';
import {
  checkNames,
  checkRequests,
  claimNames,
  type NameSettings,
  takenNames,
} from '../../../src/language/taken-names.js';
import type { Sink } from '../../../src/language/target.js';
import { nameOfMatch } from '../../../src/secrets/match.js';
import { failureOf } from '../../support/fake-ports.js';
import { matchesOf } from '../../support/secret-matches.js';

const settingsOf = (text: string, other: Partial<NameSettings> = {}): NameSettings => ({
  exportEnv: true,
  tokenVariable: 'CHARIOT_TOKEN',
  secretRequests: parseSecretRequests(text),
  ...other,
});

/** Checks the names of all requests, before any request is sent. */
const check = (text: string, other: Partial<NameSettings> = {}) => {
  return () => checkRequests(settingsOf(text, other));
};

describe('checkRequests: names that cannot be used together', () => {
  test.each<[string, string, string]>([
    ['one output twice', 'api key\napi-key | X\n"api key"', 'line 3: the output api-key is already used by line 1.'],
    [
      'one output twice, made of different names',
      'db-password\ndb password',
      'line 2: the output db-password is already used by line 1.',
    ],
    [
      'one variable twice in one line',
      'db-password; db.password | DB_PASSWORD',
      'line 1: the variable DB_PASSWORD is already used by another result of the same line.',
    ],
    ['one target twice in different case', 'a | NAME\nb | name', 'line 2: the output name is already used by line 1.'],
    ['one variable twice, made of different names', 'a.b\na_b', 'line 2: the variable A_B is already used by line 1.'],
    ['one output twice in different case', 'a | KEY\nKey', 'line 2: the output Key is already used by line 1.'],
    [
      'one output twice in one line',
      'a | K; b | K',
      'line 1: the output K is already used by another result of the same line.',
    ],
    ['one variable twice', 'api-key\napi.key | a1\napi_key', 'line 3: the variable API_KEY is already used by line 1.'],
    [
      'one variable twice in different case',
      'a | My_Key\nmy-key',
      'line 2: the variable MY_KEY is already used by line 1.',
    ],
    ['the variable of the token', 'chariot token', 'line 1: the variable CHARIOT_TOKEN is already used by the token.'],
    [
      'the variable of the token in another case',
      'a | Chariot_Token',
      'line 1: the variable Chariot_Token is already used by the token.',
    ],
    [
      'the variable of the token, for the path of a file',
      'a | CHARIOT_TOKEN@file',
      'line 1: the variable CHARIOT_TOKEN is already used by the token.',
    ],
    [
      'a variable of @docker that is also an output of the action',
      'a | DOCKER_CONFIG\nghcr | @docker',
      'line 1: the output DOCKER_CONFIG is already used by the action itself.',
    ],
    [
      'the other variable of @docker',
      'a | REGISTRY_AUTH_FILE\nghcr | @docker',
      'line 1: the variable REGISTRY_AUTH_FILE is already used by @docker.',
    ],
    [
      'a variable of @docker for a path, in another case',
      'ghcr | @docker\na | Registry_Auth_File@file',
      'line 2: the variable Registry_Auth_File is already used by @docker.',
    ],
    [
      'two @aws in one step',
      's3 | @aws\n\nb | @aws',
      'line 3: the variable AWS_ACCESS_KEY_ID is already used by line 1.',
    ],
    [
      'a variable of @aws',
      's3 | @aws\na | aws_secret_access_key',
      'line 2: the output aws_secret_access_key is already used by line 1.',
    ],
    [
      'the variable of @aws that is set even without a session token',
      'aws-session-token\ns3 | @aws',
      'line 2: the variable AWS_SESSION_TOKEN is already used by line 1.',
    ],
    [
      'one variable for a value and for the path of a file',
      'a\nb | A@file',
      'line 2: the variable A is already used by line 1.',
    ],
    [
      'one name in two lines of @dotenv',
      'db-a | @dotenv\nx | db_a@dotenv',
      'line 2: the line of @dotenv db_a is already used by line 1.',
    ],
    [
      'one name in two lines of @env-file',
      'a | X@env-file\nb | X@env-file',
      'line 2: the line of @env-file X is already used by line 1.',
    ],
  ])('It is a conflict to use %s', (_what, text, message) => {
    expect(failureOf(check(text))).toEqual({ code: 'name_conflict', message: `\`secrets\`, ${message}` });
  });

  test.each([
    ['two @docker, which are merged', 'a | @docker\nb | @docker'],
    ['a variable of @docker without @docker', 'a | REGISTRY_AUTH_FILE; docker-config | X'],
    ['a variable and a line of a file', 'a; a | @dotenv; a | @env-file'],
    ['lines of a file and the action’s own outputs', 'user | @dotenv; secrets | @env-file'],
    ['lines of a file and the token’s variable', 'chariot-token | @dotenv'],
    ['a region beside an @aws that may set one', 'a | AWS_REGION\nb | @aws'],
    ['similar names', 'a-b; a--b; ab; a-b2'],
  ])('It is no conflict to use %s', (_what, text) => {
    expect(check(text)).not.toThrow();
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
    'DOTENV',
    'ENV_FILE',
    'namespace',
    'all_acl_subjects',
    'all_owner_acl_subjects',
    'token_info',
    'error_code',
    'Secrets',
    'USER',
  ])("It is a conflict to use the action's own output %s", (name) => {
    const expected = {
      code: 'name_conflict',
      message: `\`secrets\`, line 1: the output ${name} is already used by the action itself.`,
    };

    expect(failureOf(check(name))).toEqual(expected);
    expect(failureOf(check(`x | ${name}`))).toEqual(expected);
    expect(failureOf(check(`x | ${name}@file`))).toEqual(expected);
  });
});

describe('checkRequests: a name without an ASCII letter or digit', () => {
  test.each([
    '"ключ"',
    '"---"',
    '"😀"',
    'db | __',
    'db | _@file',
    '"---" | @dotenv',
    'ключ | @env-file',
    'ключ.ж | @file',
  ])('The name in the line %s is rejected', (text) => {
    expect(failureOf(check(text))).toEqual({
      code: 'name_refused',
      message: '`secrets`, line 1: the name contains no ASCII letter or digit.',
    });
  });

  test.each(['ключ1', '"---" | X', 'ключ | @docker', 'ключ | @aws', 'ключ | K@dotenv', '7'])(
    'The name in the line %s contains a letter or digit',
    (text) => {
      expect(check(text)).not.toThrow();
    },
  );
});

describe('checkRequests with `export_env: false`', () => {
  const outputsOnly = { exportEnv: false, tokenVariable: undefined };

  test.each(['api-key; api_key', 'path; ld-preload', 'a | REGISTRY_AUTH_FILE; b | @docker', 'x | NODE_OPTIONS'])(
    'The variables of the line %s do not matter',
    (text) => {
      expect(check(text, outputsOnly)).not.toThrow();
      expect(check(text)).toThrow();
    },
  );

  test.each([
    ['a | KEY; key', 'the output key is already used by another result of the same line.'],
    ['a | @aws; b | @aws', 'the output AWS_ACCESS_KEY_ID is already used by another result of the same line.'],
    ['a-b | @file; a_b | @file', 'the file A_B is already used by another result of the same line.'],
    ['a-b | @dotenv; a_b | @dotenv', 'the line of @dotenv A_B is already used by another result of the same line.'],
  ])('The line %s is still a conflict', (text, message) => {
    expect(failureOf(check(text, outputsOnly))).toEqual({
      code: 'name_conflict',
      message: `\`secrets\`, line 1: ${message}`,
    });
  });

  test('A line of a file still cannot have a name that changes how later steps run', () => {
    expect(failureOf(check('path | @dotenv', outputsOnly)).code).toBe('name_refused');
  });
});

describe('checkNames: the names of patterns', () => {
  const checkNamed = (text: string, names: readonly string[]) => () =>
    checkNames(
      matchesOf(text, names).map((match) => ({ sink: match.request.sink, name: nameOfMatch(match) })),
      settingsOf(text),
    );

  test('A pattern has no names before it is matched', () => {
    expect(check('* | X*\n* | X*\npath*')).not.toThrow();
  });

  test.each<[string, string[], { code: string; message: string }]>([
    [
      'a-*',
      ['a-x', 'a-X'],
      {
        code: 'name_conflict',
        message: 'line 1, Secret "a-X": the output a-X is already used by line 1, Secret "a-x".',
      },
    ],
    [
      'a-* | A*\naz | az',
      ['a-z', 'az'],
      { code: 'name_conflict', message: 'line 2: the output az is already used by line 1, Secret "a-z".' },
    ],
    [
      '* | @aws',
      ['a', 'b'],
      {
        code: 'name_conflict',
        message: 'line 1, Secret "b": the variable AWS_ACCESS_KEY_ID is already used by line 1, Secret "a".',
      },
    ],
    [
      'p*',
      ['path'],
      {
        code: 'name_refused',
        message: 'line 1, Secret "path": the variable PATH would change how later steps run.',
      },
    ],
    [
      'x-* | LD_*',
      ['x-preload'],
      {
        code: 'name_refused',
        message: 'line 1, Secret "x-preload": the variable LD_PRELOAD would change how later steps run.',
      },
    ],
    [
      'x-* | NODE_*@dotenv',
      ['x-options'],
      {
        code: 'name_refused',
        message: 'line 1, Secret "x-options": the variable NODE_OPTIONS would change how later steps run.',
      },
    ],
    [
      'x-* | user*',
      ['x-'],
      {
        code: 'name_conflict',
        message: `line 1, Secret "x-": the output user is already used by the action itself.`,
      },
    ],
  ])('The matches of %s on the names %j are checked', (text, names, { code, message }) => {
    expect(failureOf(checkNamed(text, names))).toEqual({ code, message: `\`secrets\`, ${message}` });
  });

  test('Patterns without common names are accepted', () => {
    expect(checkNamed('a-* | X_*\nb-* | Y_*\nb-*', ['a-z', 'b-z', 'b-y'])).not.toThrow();
  });
});

describe('claimNames', () => {
  const name = { output: 'out', variable: 'VAR', chosen: true, who: 'line 1' };
  const parts = [
    { output: 'part-1', variable: 'PART_1', chosen: true, who: 'line 1' },
    { output: 'part-2', variable: 'PART_2', chosen: true, who: 'line 1' },
  ];

  /** What a result claims, by kind and name. */
  function claimed(sink: Sink | undefined): string[] {
    const taken = takenNames(settingsOf(''));
    claimNames(taken, { sink, name, parts });
    return [...taken.by].filter(([, who]) => who === 'line 1').map(([key]) => key);
  }

  test.each<[string, Sink | undefined, string[]]>([
    [
      'A value without a sink claims its output and a variable for each field',
      undefined,
      ['output OUT', 'variable PART_1', 'variable PART_2'],
    ],
    ['`@file` claims a variable, an output and a file', 'file', ['variable VAR', 'output OUT', 'file VAR']],
    ['`@dotenv` claims a line for each field', 'dotenv', ['line of @dotenv PART_1', 'line of @dotenv PART_2']],
    ['`@env-file` claims a line for each field', 'env-file', ['line of @env-file PART_1', 'line of @env-file PART_2']],
    [
      '`@aws` claims a variable and an output for each of its variables',
      'aws',
      ['variable PART_1', 'output PART-1', 'variable PART_2', 'output PART-2'],
    ],
    ['`@docker` claims its registries', 'docker', ['registry PART_1', 'registry PART_2']],
  ])('%s', (_what, sink, expected) => {
    expect(claimed(sink)).toEqual(expected);
  });

  test.each<Sink | undefined>([undefined, 'file', 'dotenv', 'env-file', 'aws', 'docker'])(
    'The same claim a second time is a conflict, with the sink %s',
    (sink) => {
      const taken = takenNames(settingsOf(''));
      const claims = { sink, name, parts };
      claimNames(taken, claims);

      expect(failureOf(() => claimNames(taken, claims)).code).toBe('name_conflict');
    },
  );
});
