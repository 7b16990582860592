import { describe, expect, test } from '@jest/globals';
import { exampleProject, type JsonValue, type Setting, secret } from '../../../emulator/chariot/index.js';
import { failure, judge, LOGGED_IN, runJob, success, TOKEN_OUTPUTS } from '../../../harness/jobs/chariot-job.js';
import type { ErrorCode } from '../../../src/errors.js';

const VALUE = 'correct horse battery staple';

/** Runs a step that wants these Secrets, all with the same value. */
function want(secrets: string, ...names: string[]) {
  return runJob({ inputs: { secrets }, settings: names.map((name) => secret(name, VALUE)) });
}

/** The verdict on a step that gave out one Secret under these names. */
function given(variable: string, output: string, ...warnings: string[]) {
  return success({
    log: [
      LOGGED_IN,
      `Decrypted 1 Secret of project "${exampleProject.id}".`,
      ...warnings.map((warning) => `Warning: ${warning}`),
      `Outputs: bearer_token, token_type, expires_in, expires_at, ${output}, secrets.`,
      `Variables: CHARIOT_TOKEN, ${variable}.`,
    ],
    variables: { CHARIOT_TOKEN: '<token>', [variable]: VALUE },
    outputs: { ...TOKEN_OUTPUTS, [output]: VALUE, secrets: JSON.stringify({ [output]: VALUE }) },
  });
}

describe('a name that no variable can have is made one', () => {
  test.each([
    ['A=B', 'A_B', 'A-B'],
    ['api key', 'API_KEY', 'api-key'],
    ['2fa', '_2FA', '2fa'],
    ['::add-mask::', '__ADD_MASK__', '--add-mask--'],
    ['##[add-mask]x', '___ADD_MASK_X', '---add-mask-x'],
    ['päss%0Awörd', 'P_SS_0AW_RD', 'p-ss-0Aw-rd'],
    ['a<<b', 'A__B', 'a--b'],
    ['n'.repeat(300), 'N'.repeat(300), 'n'.repeat(300)],
  ])('%s', async (name, variable, output) => {
    expect(judge(await want(name.startsWith('#') ? JSON.stringify(name) : name, name), [VALUE])).toEqual(
      given(variable, output),
    );
  });

  test.each([
    ['line one\nline two', 'LINE_ONE_LINE_TWO', 'line-one-line-two'],
    ['a | b; "c" \\ # d*?', 'A___B___C______D__', 'a---b---c------d--'],
    [' blanks ', '_BLANKS_', '-blanks-'],
  ])('%j, quoted as a JSON string', async (name, variable, output) => {
    expect(judge(await want(JSON.stringify(name), name), [VALUE])).toEqual(given(variable, output));
  });

  test('or the Secret is named by its id, with a target', async () => {
    const setting = secret('line one\nline two', VALUE);
    const job = await runJob({ inputs: { secrets: `${setting.id} | TWO_LINES` }, settings: [setting] });

    expect(judge(job, [VALUE])).toEqual(given('TWO_LINES', 'TWO_LINES'));
  });

  test('unless no letter or digit is in it: then a target is needed', async () => {
    const refused = await want('日本', '日本');

    expect(judge(refused)).toEqual(
      failure('name_refused', '`secrets`, line 1: the name contains no ASCII letter or digit.'),
    );
    expect(refused.requests).toEqual([]);
    expect(judge(await want('日本 | JAPAN', '日本'), [VALUE])).toEqual(given('JAPAN', 'JAPAN'));
  });
});

describe('a variable that steers the programs of later steps', () => {
  test.each(['PATH', 'ld-preload', 'node options', 'Bash.Env', 'GITHUB_TOKEN', 'https_proxy'])(
    'is not made from the name %s, and no request is sent',
    async (name) => {
      const variable = name.toUpperCase().replace(/[^A-Z_]/g, '_');
      const job = await want(name, name);

      expect(judge(job)).toEqual(
        failure(
          'name_refused',
          name === 'node options'
            ? '`secrets`, line 1: the runner reserves the variable NODE_OPTIONS.'
            : `\`secrets\`, line 1: the variable ${variable} would change how later steps run.`,
        ),
      );
      expect(job.requests).toEqual([]);
    },
  );

  test.each(['PATH', 'GITHUB_TOKEN', 'LD_PRELOAD'])('may be a target, with a warning: %s', async (target) => {
    const job = await want(`db-password | ${target}`, 'db-password');
    const warning = `The variable ${target} changes how later steps run. Use another name unless this is intended.`;

    expect(judge(job, [VALUE])).toEqual(given(target, target, warning));
  });

  test.each(['NODE_OPTIONS', 'GITHUB_ENV', 'RUNNER_TEMP'])(
    'is no target when the runner keeps it: %s',
    async (target) => {
      const job = await want(`db-password | ${target}`, 'db-password');

      expect(judge(job)).toEqual(
        failure('name_refused', `\`secrets\`, line 1: the runner reserves the variable ${target}.`),
      );
      expect(job.requests).toEqual([]);
    },
  );

  test('is no variable with export_env: false, so that every name will do', async () => {
    const inputs = { secrets: 'PATH', export_env: 'false' };
    const job = await runJob({ inputs, settings: [secret('PATH', VALUE)] });

    expect(judge(job, [VALUE])).toMatchObject({ exitCode: 0, variables: {}, outputs: { PATH: VALUE }, problems: [] });
  });
});

describe('the fields of a structured Secret', () => {
  /** Runs a step whose only Secret has these fields. */
  function withFields(secrets: string, fields: { [name: string]: JsonValue }) {
    return runJob({
      inputs: { secrets },
      settings: [secret('ghcr', fields), secret('ld', fields), secret('plain', VALUE)],
    });
  }

  test('are variables by the names on their path, arrays as JSON', async () => {
    const fields = { 'a b': { C: 'value of the first' }, list: ['value of', 'the second'] };

    expect(judge(await withFields('ghcr', fields), ['value of the first', 'the second']).variables).toEqual({
      CHARIOT_TOKEN: '<token>',
      GHCR_A_B_C: 'value of the first',
      GHCR_LIST: '["value of","the second"]',
    });
  });

  type Wanted = [secrets: string, fields: { [name: string]: JsonValue }];
  test.each<[rule: string, wanted: Wanted, error: [code: ErrorCode, what: string]]>([
    [
      'two may not make one variable',
      ['ghcr', { 'a-b': 'value of one', a_b: 'value of the other' }],
      ['name_conflict', 'line 1, field "a_b": the variable GHCR_A_B is already used by line 1, field "a-b".'],
    ],
    [
      'none may make a variable that steers later steps',
      ['ld', { preload: 'a value of it' }],
      ['name_refused', 'line 1, field "preload": the variable LD_PRELOAD would change how later steps run.'],
    ],
    [
      'not behind a target either, since the end of the name comes from the server',
      ['ghcr | LD', { preload: 'a value of it' }],
      ['name_refused', 'line 1, field "preload": the variable LD_PRELOAD would change how later steps run.'],
    ],
    [
      'none may make the variable of another line',
      ['ghcr\nplain | GHCR_PASSWORD', { password: 'a value of it' }],
      ['name_conflict', 'line 2: the variable GHCR_PASSWORD is already used by line 1, field "password".'],
    ],
  ])('%s', async (_rule, [secrets, fields], [code, message]) => {
    const job = await withFields(secrets, fields);
    const decrypted = `Decrypted ${secrets.includes('\n') ? '2 Secrets' : '1 Secret'} of project "${exampleProject.id}".`;

    expect(judge(job, Object.values(fields).map(String))).toEqual(
      failure(code, `\`secrets\`, ${message}`, LOGGED_IN, decrypted),
    );
  });
});

describe('two results with one name are refused before any request', () => {
  test.each([
    ['db-password\ndb password', 'line 2: the output db-password is already used by line 1.'],
    [
      'db-password; db.password | DB_PASSWORD',
      'line 1: the variable DB_PASSWORD is already used by another result of the same line.',
    ],
    ['a | NAME\nb | name', 'line 2: the output name is already used by line 1.'],
    ['a.b\na_b', 'line 2: the variable A_B is already used by line 1.'],
    ['chariot-token', 'line 1: the variable CHARIOT_TOKEN is already used by the token.'],
    ['db-password | Chariot_Token', 'line 1: the variable Chariot_Token is already used by the token.'],
    ['claims', 'line 1: the output claims is already used by the action itself.'],
    ['secrets | Error_Code', 'line 1: the output Error_Code is already used by the action itself.'],
  ])('%j', async (secrets, message) => {
    const job = await want(secrets);

    expect(judge(job)).toEqual(failure('name_conflict', `\`secrets\`, ${message}`));
    expect(job.requests).toEqual([]);
  });

  test('the token and a Secret, by token_variable', async () => {
    const job = await runJob({ inputs: { token_variable: 'DB_PASSWORD', secrets: 'db-password' } });

    expect(judge(job)).toEqual(
      failure('name_conflict', '`secrets`, line 1: the variable DB_PASSWORD is already used by the token.'),
    );
  });
});

test('an exact name, id or key wins in this order: key, id, name', async () => {
  const byId = secret('first', 'value found by the id');
  const byName: Setting = { ...secret(byId.id, 'value found by the name'), type: 'secret/Other' };
  const settings = [byId, byName];
  const secrets = `${byId.id} | UNQUOTED\n"${byId.id}" | QUOTED`;
  const job = await runJob({ inputs: { secrets }, settings });

  expect(judge(job, ['value found by the id', 'value found by the name']).variables).toEqual({
    CHARIOT_TOKEN: '<token>',
    UNQUOTED: 'value found by the id',
    QUOTED: 'value found by the name',
  });
});
