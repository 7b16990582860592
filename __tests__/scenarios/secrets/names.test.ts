import { describe, expect, test } from '@jest/globals';
import { exampleProject, type JsonValue, type Setting, secret } from '../../../emulator/chariot/index.js';
import {
  failure,
  judge,
  LOGGED_IN,
  listed,
  runJob,
  success,
  TOKEN_OUTPUTS,
} from '../../../harness/jobs/chariot-job.js';
import type { ErrorCode } from '../../../src/errors.js';

const VALUE = 'correct horse battery staple';

/** Runs a step that wants these Secrets, all with the same value. */
function want(secrets: string, ...names: string[]) {
  return runJob({ inputs: { secrets }, settings: names.map((name) => secret(name, VALUE)) });
}

/** The verdict on a step that exported one Secret under these names. */
function exported(variable: string, output: string, ...warnings: string[]) {
  return success({
    log: [
      LOGGED_IN,
      `Decrypted 1 Secret of project "${exampleProject.id}".`,
      ...warnings.map((warning) => `Warning: ${warning}`),
      ...listed(`Outputs: bearer_token, token_type, expires_in, expires_at, ${output}, secrets.`),
      ...listed(`Variables: CHARIOT_TOKEN, ${variable}.`),
    ],
    variables: { CHARIOT_TOKEN: '<token>', [variable]: VALUE },
    outputs: { ...TOKEN_OUTPUTS, [output]: VALUE, secrets: JSON.stringify({ [output]: VALUE }) },
  });
}

describe('A name that no variable can have', () => {
  test.each([
    ['::add-mask::', '__ADD_MASK__', '--add-mask--'],
    ['"line one\\nline two"', 'LINE_ONE_LINE_TWO', 'line-one-line-two'],
  ])('The Secret %s gets a variable and an output', async (secrets, variable, output) => {
    const name = secrets.startsWith('"') ? JSON.parse(secrets) : secrets;

    expect(judge(await want(secrets, name), [VALUE])).toEqual(exported(variable, output));
  });

  test('A Secret can be named by its id, with a target', async () => {
    const setting = secret('line one\nline two', VALUE);
    const job = await runJob({ inputs: { secrets: `${setting.id} | TWO_LINES` }, settings: [setting] });

    expect(judge(job, [VALUE])).toEqual(exported('TWO_LINES', 'TWO_LINES'));
  });

  test('A name without an ASCII letter or digit requires a target', async () => {
    const refused = await want('日本', '日本');

    expect(judge(refused)).toEqual(
      failure('name_refused', '`secrets`, line 1: the name contains no ASCII letter or digit.'),
    );
    expect(refused.requests).toEqual([]);
    expect(judge(await want('日本 | JAPAN', '日本'), [VALUE])).toEqual(exported('JAPAN', 'JAPAN'));
  });
});

describe('A variable that changes how later steps run', () => {
  test.each([
    ['ld-preload', 'the variable LD_PRELOAD would change how later steps run'],
    ['node options', 'the runner reserves the variable NODE_OPTIONS'],
  ])('No variable that changes later steps is made of the name %s, and no request is sent', async (name, why) => {
    const job = await want(name, name);

    expect(judge(job)).toEqual(failure('name_refused', `\`secrets\`, line 1: ${why}.`));
    expect(job.requests).toEqual([]);
  });

  // Each of these runs a program of the Secret's author in a later step, for example `tar` or `make`.
  const RUNS_PROGRAMS =
    'TAR_OPTIONS ZIPOPT GOCACHEPROG CARGO_ENCODED_RUSTFLAGS GCC_EXEC_PREFIX COMPILER_PATH RM LD AS YACC CLOUDSDK_PYTHON';
  test.each(RUNS_PROGRAMS.split(' '))('A Secret with the name %s sets no variable through a `*`', async (name) => {
    const job = await want('* | *', name);

    expect(judge(job)).toEqual(
      failure(
        'name_refused',
        `\`secrets\`, line 1, Secret "${name}": the variable ${name} would change how later steps run.`,
        LOGGED_IN,
      ),
    );
    expect(job.requests.filter(({ target }) => target.includes('decrypt'))).toEqual([]);
  });

  test('A `*` without a prefix is refused before any request', async () => {
    const job = await want('*', 'any');

    expect(job.outputs.get('error_code')).toBe('name_refused');
    expect(judge(job).log).toEqual([expect.stringContaining('`* | APP_*`')]);
    expect(job.requests).toEqual([]);
  });

  test.each(['PATH', 'GITHUB_TOKEN'])('The target %s is accepted with a warning', async (target) => {
    const job = await want(`db-password | ${target}`, 'db-password');
    const warning = `The variable ${target} changes how later steps run. Use another name unless this is intended.`;

    expect(judge(job, [VALUE])).toEqual(exported(target, target, warning));
  });

  test.each(['NODE_OPTIONS', 'GITHUB_ENV'])(
    'The target %s is rejected, since the runner reserves it',
    async (target) => {
      const job = await want(`db-password | ${target}`, 'db-password');

      expect(judge(job)).toEqual(
        failure('name_refused', `\`secrets\`, line 1: the runner reserves the variable ${target}.`),
      );
      expect(job.requests).toEqual([]);
    },
  );

  test('With `export_env: false` every name is accepted', async () => {
    const inputs = { secrets: 'PATH', export_env: 'false' };
    const job = await runJob({ inputs, settings: [secret('PATH', VALUE)] });

    expect(judge(job, [VALUE])).toMatchObject({ exitCode: 0, variables: {}, outputs: { PATH: VALUE }, problems: [] });
  });
});

describe('The fields of a structured Secret', () => {
  /** Runs a step whose only Secret has these fields. */
  function withFields(secrets: string, fields: { [name: string]: JsonValue }) {
    return runJob({
      inputs: { secrets },
      settings: [secret('ghcr', fields), secret('ld', fields), secret('plain', VALUE)],
    });
  }

  test('Fields become variables by the names on their path, and arrays become JSON', async () => {
    const fields = { 'a b': { C: 'value of the first' }, list: ['value of', 'the second'] };

    expect(judge(await withFields('ghcr.*', fields), ['value of the first', 'the second']).variables).toEqual({
      CHARIOT_TOKEN: '<token>',
      GHCR_A_B_C: 'value of the first',
      GHCR_LIST: '["value of","the second"]',
    });
  });

  type Wanted = [secrets: string, fields: { [name: string]: JsonValue }];
  test.each<[rule: string, wanted: Wanted, error: [code: ErrorCode, what: string]]>([
    [
      'Two fields cannot have the same variable',
      ['ghcr.*', { 'a-b': 'value of one', a_b: 'value of the other' }],
      ['name_conflict', 'line 1, field "a_b": the variable GHCR_A_B is already used by line 1, field "a-b".'],
    ],
    [
      'A field cannot change how later steps run, even with a prefix',
      ['ghcr.* | LD_*', { preload: 'a value of it' }],
      ['name_refused', 'line 1, field "preload": the variable LD_PRELOAD would change how later steps run.'],
    ],
    [
      'A field without an ASCII letter or digit is selected alone',
      ['ghcr.*', { '---': 'a value of it' }],
      [
        'name_refused',
        'line 1: field "---" of Secret "ghcr" has no ASCII letter or digit in a part of its name. Instead of `.*`, write one line for each field. For this field, write "ghcr.--- | NAME".',
      ],
    ],
  ])('%s', async (_rule, [secrets, fields], [code, message]) => {
    const job = await withFields(secrets, fields);
    // A name without a letter or digit is rejected before the fields are counted as results.
    const decrypted = '---' in fields ? [] : [`Decrypted 1 Secret of project "${exampleProject.id}".`];

    const [what = '', advice] = message.split(/(?<=of its name\.) /);

    expect(judge(job, Object.values(fields).map(String))).toEqual(
      failure(code, { what: `\`secrets\`, ${what}`, advice }, LOGGED_IN, ...decrypted),
    );
  });
});

describe('Two results with the same name are rejected before any request', () => {
  test.each([
    ['db-password\ndb password', 'line 2: the output db-password is already used by line 1.'],
    ['chariot-token', 'line 1: the variable CHARIOT_TOKEN is already used by the token.'],
  ])('The lines %j would use one name twice, and are rejected before any request', async (secrets, message) => {
    const job = await want(secrets);

    expect(judge(job)).toEqual(failure('name_conflict', `\`secrets\`, ${message}`));
    expect(job.requests).toEqual([]);
  });

  test('A Secret with the name in `token_variable` is rejected before any request', async () => {
    const job = await runJob({ inputs: { token_variable: 'DB_PASSWORD', secrets: 'db-password' } });

    expect(judge(job)).toEqual(
      failure('name_conflict', '`secrets`, line 1: the variable DB_PASSWORD is already used by the token.'),
    );
  });
});

test('A key has priority over an id, and an id over a name', async () => {
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
