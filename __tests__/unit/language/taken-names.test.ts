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
import { alreadyUsed } from '../../support/name-conflicts.js';
import { matchesOf } from '../../support/secret-matches.js';

const settingsOf = (text: string, other: Partial<NameSettings> = {}): NameSettings => ({
  exportEnv: true,
  plan: false,
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
    ['one output twice', 'api key\napi-key | X\n"api key"', alreadyUsed('line 3', 'output api-key', 'line 1')],
    [
      'one output twice, made of different names',
      'db-password\ndb password',
      alreadyUsed('line 2', 'output db-password', 'line 1'),
    ],
    [
      'one variable twice in one line',
      'db-password; db.password | DB_PASSWORD',
      alreadyUsed('line 1', 'variable DB_PASSWORD', 'another result of the same line'),
    ],
    ['one target twice in different case', 'a | NAME\nb | name', alreadyUsed('line 2', 'output name', 'line 1')],
    ['one variable twice, made of different names', 'a.b\na_b', alreadyUsed('line 2', 'variable A_B', 'line 1')],
    ['one output twice in different case', 'a | KEY\nKey', alreadyUsed('line 2', 'output Key', 'line 1')],
    [
      'one output twice in one line',
      'a | K; b | K',
      alreadyUsed('line 1', 'output K', 'another result of the same line'),
    ],
    ['one variable twice', 'api-key\napi.key | a1\napi_key', alreadyUsed('line 3', 'variable API_KEY', 'line 1')],
    ['one variable twice in different case', 'a | My_Key\nmy-key', alreadyUsed('line 2', 'variable MY_KEY', 'line 1')],
    ['the variable of the token', 'chariot token', alreadyUsed('line 1', 'variable CHARIOT_TOKEN', 'the token')],
    [
      'the variable of the token in another case',
      'a | Chariot_Token',
      alreadyUsed('line 1', 'variable Chariot_Token', 'the token'),
    ],
    [
      'the variable of the token, for the path of a file',
      'a | CHARIOT_TOKEN@file',
      alreadyUsed('line 1', 'variable CHARIOT_TOKEN', 'the token'),
    ],
    [
      'a variable of @docker that is also an output of the action',
      'a | DOCKER_CONFIG\nghcr | @docker',
      alreadyUsed('line 1', 'output DOCKER_CONFIG', 'the action itself'),
    ],
    [
      'the other variable of @docker',
      'a | REGISTRY_AUTH_FILE\nghcr | @docker',
      alreadyUsed('line 1', 'variable REGISTRY_AUTH_FILE', '@docker'),
    ],
    [
      'a variable of @docker for a path, in another case',
      'ghcr | @docker\na | Registry_Auth_File@file',
      alreadyUsed('line 2', 'variable Registry_Auth_File', '@docker'),
    ],
    ['two @aws in one step', 's3 | @aws\n\nb | @aws', alreadyUsed('line 3', 'variable AWS_ACCESS_KEY_ID', 'line 1')],
    [
      'a variable of @aws',
      's3 | @aws\na | aws_secret_access_key',
      alreadyUsed('line 2', 'output aws_secret_access_key', 'line 1'),
    ],
    [
      'the variable of @aws that is set even without a session token',
      'aws-session-token\ns3 | @aws',
      alreadyUsed('line 2', 'variable AWS_SESSION_TOKEN', 'line 1'),
    ],
    [
      'one variable for a value and for the path of a file',
      'a\nb | A@file',
      alreadyUsed('line 2', 'variable A', 'line 1'),
    ],
    [
      'one name in two lines of @dotenv',
      'db-a | @dotenv\nx | db_a@dotenv',
      alreadyUsed('line 2', 'line of @dotenv db_a', 'line 1'),
    ],
    [
      'one name in two lines of @env-file',
      'a | X@env-file\nb | X@env-file',
      alreadyUsed('line 2', 'line of @env-file X', 'line 1'),
    ],
  ])('It is a conflict to use %s', (_what, text, message) => {
    expect(failureOf(check(text))).toEqual({ code: 'name_conflict', message });
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
    ['a | KEY; key', 'output key'],
    ['a | @aws; b | @aws', 'output AWS_ACCESS_KEY_ID'],
    ['a-b | @file; a_b | @file', 'file A_B'],
    ['a-b | @dotenv; a_b | @dotenv', 'line of @dotenv A_B'],
  ])('The line %s is still a conflict', (text, what) => {
    expect(failureOf(check(text, outputsOnly))).toEqual({
      code: 'name_conflict',
      message: alreadyUsed('line 1', what, 'another result of the same line'),
    });
  });

  test('A file can have the name of a variable that changes how later steps run', () => {
    expect(check('path | @file', outputsOnly)).not.toThrow();
  });

  test('A line of a file still cannot have a name that changes how later steps run', () => {
    expect(failureOf(check('path | @dotenv', outputsOnly)).code).toBe('name_refused');
  });
});

describe('checkRequests: names that come only from the server', () => {
  const REJECTED: [string, string, string][] = [
    ['* ', '* | APP_*', '* | *'],
    ['x\n**', '* | APP_*', '* | *'],
    ['*.*', '*.* | APP_*', '*.* | *'],
    ['***.*', '*.* | APP_*', '*.* | *'],
    ['*?', '*? | APP_*', '*? | *'],
    ['*.* ?', '*.*? | APP_*', '*.*? | *'],
    ['* | base64', '* | base64 | APP_*', '* | base64 | *'],
    ['*.*? | hex | base64', '*.*? | hex | base64 | APP_*', '*.*? | hex | base64 | *'],
    ['* | @file', '* | APP_*@file', '* | *@file'],
    ['*.* | hex | @file', '*.* | hex | APP_*@file', '*.* | hex | *@file'],
    ['* | @dotenv', '* | APP_*@dotenv', '* | *@dotenv'],
    ['*.* | @env-file', '*.* | APP_*@env-file', '*.* | *@env-file'],
  ];

  test.each(REJECTED)('The line %j is rejected, and the error shows a prefix and the target *', (text, ...shown) => {
    const line = text.split('\n').length;

    expect(check(text)).toThrow(
      expect.objectContaining({
        code: 'name_refused',
        message: `\`secrets\`, line ${line}: the names of its variables would come only from the server.`,
        advice: [`Write a prefix: \`${shown[0]}\`. To accept the names of the server unchanged, write \`${shown[1]}\``],
      }),
    );
  });

  test.each(REJECTED)('Both lines that the error of %j shows are accepted', (_text, ...shown) => {
    for (const line of shown) expect(check(line)).not.toThrow();
  });

  test.each([
    ['a character of the name that the workflow contains', 'a*; *a; *-*'],
    ['the name of a field that the workflow contains', '*.password'],
    ['the name of a Secret whose fields are selected', 'pg.*; "*".*; secret/Custom/x.*'],
    ['a prefix', '* | A*; *.* | _*@file'],
    ['the fixed names of @docker', '* | @docker'],
    ['the fixed names of @aws', '* | @aws'],
  ])('A line is accepted if its names contain %s', (_what, text) => {
    for (const line of text.split('; ')) expect(check(line)).not.toThrow();
  });

  test.each<[string, Partial<NameSettings>]>([
    ['with `export_env: false`', { exportEnv: false }],
    ['in a plan', { plan: true }],
  ])('A line whose names are those of outputs is accepted %s', (_how, other) => {
    for (const line of ['*', '**', '*.*', '* | base64', '*?', '* | @file']) expect(check(line, other)).not.toThrow();
  });

  test.each(['* | @dotenv', '*.* | @env-file', '** | hex | @dotenv'])(
    'With `export_env: false`, the line %s is rejected, since a later step reads its names from the file',
    (line) => {
      expect(failureOf(check(line, { exportEnv: false })).code).toBe('name_refused');
      expect(check(line, { exportEnv: false, plan: true })).not.toThrow();
    },
  );
});

describe('checkNames: the names of patterns', () => {
  const checkNamed = (text: string, names: readonly string[]) => () =>
    checkNames(
      matchesOf(text, names).map((match) => ({ sink: match.request.sink, name: nameOfMatch(match) })),
      settingsOf(text),
    );

  test('A pattern has no names before it is matched', () => {
    expect(check('* | X*\n* | X*\npath*\npath.*\nuser.* | X*')).not.toThrow();
  });

  const conflict = (...names: Parameters<typeof alreadyUsed>) => ({
    code: 'name_conflict',
    message: alreadyUsed(...names),
  });
  const refused = (line: string, variable: string) => ({
    code: 'name_refused',
    message: `\`secrets\`, ${line}: the variable ${variable} would change how later steps run.`,
  });

  test.each<[string, string[], ReturnType<typeof refused>]>([
    ['a-*', ['a-x', 'a-X'], conflict('line 1, Secret "a-X"', 'output a-X', 'line 1, Secret "a-x"')],
    ['a-* | A*\naz | az', ['a-z', 'az'], conflict('line 2', 'output az', 'line 1, Secret "a-z"')],
    ['* | @aws', ['a', 'b'], conflict('line 1, Secret "b"', 'variable AWS_ACCESS_KEY_ID', 'line 1, Secret "a"')],
    ['p*', ['path'], refused('line 1, Secret "path"', 'PATH')],
    ['x-* | LD_*', ['x-preload'], refused('line 1, Secret "x-preload"', 'LD_PRELOAD')],
    ['x-* | NODE_*@dotenv', ['x-options'], refused('line 1, Secret "x-options"', 'NODE_OPTIONS')],
    ['x-* | user*', ['x-'], conflict('line 1, Secret "x-"', 'output user', 'the action itself')],
  ])('The matches of %s on the names %j are checked', (text, names, failure) => {
    expect(failureOf(checkNamed(text, names))).toEqual(failure);
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
    ['A value without a sink claims an output and a variable', undefined, ['output OUT', 'variable VAR']],
    ['`@file` claims a variable, an output and a file', 'file', ['variable VAR', 'output OUT', 'file VAR']],
    ['`@dotenv` claims a line', 'dotenv', ['line of @dotenv VAR']],
    ['`@env-file` claims a line', 'env-file', ['line of @env-file VAR']],
    [
      '`@aws` claims a variable and an output for each of its variables',
      'aws',
      ['variable PART_1', 'output PART-1', 'variable PART_2', 'output PART-2'],
    ],
    ['`@docker` claims its registries', 'docker', ['registry PART_1', 'registry PART_2']],
  ])('%s', (_what, sink, expected) => {
    expect(claimed(sink)).toEqual(expected);
  });

  test('A registry needs no letter or digit', () => {
    const taken = takenNames(settingsOf(''));
    const part = { ...name, variable: '"é"' };

    expect(() => claimNames(taken, { sink: 'docker', name, parts: [part] })).not.toThrow();
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
