import { describe, expect, test } from '@jest/globals';
import { exampleProject, keyOf, type Setting, secret } from '../../../emulator/chariot/index.js';
import { failure, type Job, judge, LOGGED_IN, listed, requestsOf, runJob } from '../../../harness/jobs/chariot-job.js';

const GHCR = { server: 'ghcr.io', auth: { user: 'octocat', password: 'password of the octocat' } };
const DAY = 24 * 60 * 60;
const SETTINGS: Setting[] = [
  secret('ghcr', GHCR),
  secret('ghcr.server', 'a Secret whose name has a dot'),
  secret('train-a', 'value of train a'),
  secret('train-b c', 'value of train b'),
  secret('encoded', Buffer.from('{"inner":"value within"}').toString('base64')),
];
const SECRETS = ['password of the octocat', 'value of train a', 'value of train b', 'value within'];
const DECRYPTED = (count: number) =>
  `Decrypted ${count} Secret${count === 1 ? '' : 's'} of project "${exampleProject.id}".`;

const run = (secrets: string, inputs: Record<string, string> = {}) =>
  runJob({ settings: SETTINGS, inputs: { secrets, token_variable: 'none', ...inputs } });

/** The variables of a step that succeeded and showed no secret. */
function variablesOf(job: Job): Record<string, string> {
  const { exitCode, variables, problems, log } = judge(job, SECRETS);
  expect({ exitCode, problems, error: log.filter((line) => line.startsWith('Error')) }).toEqual({
    exitCode: 0,
    problems: [],
    error: [],
  });
  return variables;
}

describe('A line of `secrets`', () => {
  test.each<[line: string, variables: Record<string, string>]>([
    ['"ghcr".server | NAME', { NAME: 'ghcr.io' }],
    ['train-* | T_*', { T_A: 'value of train a', T_B_C: 'value of train b' }],
    ['encoded | base64 | E', { E: '{"inner":"value within"}' }],
    ['"ghcr"', { GHCR: JSON.stringify(GHCR) }],
    ['ghcr.auth', { GHCR_AUTH: JSON.stringify(GHCR.auth) }],
    ['ghcr.*', { GHCR_SERVER: 'ghcr.io', GHCR_AUTH_USER: 'octocat', GHCR_AUTH_PASSWORD: GHCR.auth.password }],
    ['ghcr.auth.* | R_*', { R_USER: 'octocat', R_PASSWORD: GHCR.auth.password }],
    ['g*cr.auth.* | X_*', { X_H_USER: 'octocat', X_H_PASSWORD: GHCR.auth.password }],
    ['train-* | *', { A: 'value of train a', B_C: 'value of train b' }],
  ])('The line %s has its variables', async (line, variables) => {
    expect(variablesOf(await run(line))).toEqual(variables);
  });

  test('An optional line that finds nothing is a notice', async () => {
    const job = await run('no-such-secret?; tain-a?; ghcr.no-such-field?');

    expect(judge(job, SECRETS).log.slice(1, 5)).toEqual([
      'Notice: `secrets`, line 1: there is no Secret "no-such-secret"; it is optional.',
      'Notice: `secrets`, line 1: there is no Secret "tain-a" (did you mean "train-a"?); it is optional.',
      'Notice: `secrets`, line 1: Field "no-such-field" of Secret "ghcr" does not exist; it is optional.',
      `${DECRYPTED(1)} 0 of them have what the lines select.`,
    ]);
  });

  test('A step with an optional Secret that may not be read fails', async () => {
    const job = await runJob({
      settings: SETTINGS,
      inputs: { secrets: 'ghcr?' },
      faults: [['decrypt', { kind: 'answer', status: 403, headers: {}, body: '' }]],
    });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'permission_denied' } });
  });

  test('The error for a missing field contains near names', async () => {
    expect(judge(await run('ghcr.auth.pasword'), SECRETS)).toEqual(
      failure(
        'field_not_found',
        {
          what: 'Secret "ghcr" has 3 fields, but no field "auth.pasword" (did you mean "auth.password"?).',
          advice:
            'Write the name of an existing field. A plan with the line `*` lists the fields of each Secret. A `?` after the name makes the field optional.',
        },
        LOGGED_IN,
      ),
    );
  });

  test('The error for a text that is not base64 does not contain the text', async () => {
    expect(judge(await run('train-a | base64 | A'), SECRETS)).toEqual(
      failure(
        'value_unsupported',
        {
          what: 'Secret "train-a" is not base64.',
          advice: 'Remove `| base64` from the line to export the value as it is.',
        },
        LOGGED_IN,
      ),
    );
  });

  test('The error for a field that is not base64 names the field', async () => {
    expect(judge(await run('ghcr.* | base64 | G_*'), SECRETS)).toEqual(
      failure(
        'value_unsupported',
        {
          what: 'Field "server" of Secret "ghcr" is not base64.',
          advice: 'Remove `| base64` from the line to export the value as it is.',
        },
        LOGGED_IN,
      ),
    );
  });

  test('A pattern whose matches have the same name is rejected before any decryption', async () => {
    const settings = [secret('a-b', 'one of two'), secret('a b', 'two of two')];
    const job = await runJob({ settings, inputs: { secrets: 'a*' } });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'name_conflict' } });
    expect(requestsOf(job).filter((request) => request.includes('decrypt='))).toEqual([]);
  });

  test('A new name on the server cannot make a pattern change later steps', async () => {
    const settings = [secret('ld_preload', 'value of the attacker')];
    const job = await runJob({ settings, inputs: { secrets: 'ld* | *' } });
    const own = await runJob({ settings, inputs: { secrets: 'ld*' } });

    expect(judge(job)).toMatchObject({ exitCode: 0, variables: { _PRELOAD: 'value of the attacker' } });
    expect(judge(own)).toMatchObject({ exitCode: 1, outputs: { error_code: 'name_refused' }, variables: {} });
  });

  test('A new field on the server cannot make `.*` change later steps', async () => {
    const settings = [secret('app', { user: 'name of the user', path: 'value of the attacker' })];
    const job = await runJob({ settings, inputs: { secrets: 'app.* | *', token_variable: 'none' } });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'name_conflict' }, variables: {} });
    const others = [secret('app', { login: 'name of the user', path: 'value of the attacker' })];
    const second = await runJob({ settings: others, inputs: { secrets: 'app.* | *' } });
    expect(judge(second, ['value of the attacker'])).toEqual(
      failure(
        'name_refused',
        '`secrets`, line 1, field "path": the variable PATH would change how later steps run.',
        LOGGED_IN,
        DECRYPTED(1),
      ),
    );
  });

  test.each(['*', '** ', '*.*', '* | base64', '*?', '* | @file', '*.* | @dotenv'])(
    'The line %s is rejected before any request, since the server would name its variables',
    async (line) => {
      const job = await run(line);

      expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'name_refused' }, variables: {} });
      expect(judge(job).log.at(-1)).toContain('Write a prefix: `*');
      expect(job.requests).toEqual([]);
    },
  );

  test('The target * accepts the names of the server with one warning for each line', async () => {
    const job = await run('train-* | *; encoded\nghcr.auth.* | *@dotenv');
    const { exitCode, problems, log, variables } = judge(job, SECRETS);
    const warning = (line: number) =>
      `Warning: \`secrets\`, line ${line}: the server decides the names of these variables. A person who can rename a Secret or add a field can set other variables of later steps.`;

    expect({ exitCode, problems, variables: Object.keys(variables) }).toEqual({
      exitCode: 0,
      problems: [],
      variables: ['A', 'B_C', 'ENCODED'],
    });
    expect(log.filter((line) => line.startsWith('Warning'))).toEqual([warning(1), warning(2)]);
  });
});

test('A Secret is decrypted once, even if several lines use it', async () => {
  const job = await run('ghcr; ghcr.auth.user | USER_NAME; "ghcr".server | SERVER; ghcr.auth | @dotenv');

  expect(judge(job, SECRETS).problems).toEqual([]);
  expect(requestsOf(job).filter((request) => request.includes('decrypt='))).toHaveLength(1);
});

test('No list is requested if every line contains a key', async () => {
  const [ghcr, , train] = SETTINGS as [Setting, Setting, Setting];
  const job = await run(`${keyOf(ghcr)}.auth.user | USER_NAME; ${keyOf(train)} | TRAIN`);

  expect(variablesOf(job)).toEqual({ USER_NAME: 'octocat', TRAIN: 'value of train a' });
  expect(requestsOf(job).filter((request) => request.includes('sort='))).toEqual([]);
});

describe('The input plain_fields', () => {
  test('Plain fields stay readable, and the rest of the Secret is masked', async () => {
    const job = await run('ghcr.*', { plain_fields: 'server, auth.user' });
    const later = (text: string) => job.log.masker.mask(text);

    expect(variablesOf(job)).toMatchObject({ GHCR_SERVER: 'ghcr.io' });
    expect([later('ghcr.io'), later('octocat'), later('password of the octocat')]).toEqual([
      'ghcr.io',
      'octocat',
      '***',
    ]);
  });

  test('Without plain_fields everything is masked', async () => {
    const job = await run('ghcr');

    expect(job.log.masker.mask('ghcr.io octocat')).toBe('*** ***');
  });

  test('A decoded plain field stays readable, without a notice', async () => {
    const inner = Buffer.from('{"host":"in-plain-conf"}').toString('base64');
    const settings = [secret('g', { conf: inner, password: 'value of the other' })];
    const inputs = { secrets: 'g.conf | base64 | C', plain_fields: 'conf', token_variable: 'none' };
    const job = await runJob({ settings, inputs });

    expect(job.log.masker.mask('in-plain-conf')).toBe('in-plain-conf');
    expect(judge(job, ['value of the other']).log.filter((line) => line.startsWith('Notice'))).toEqual([]);
    expect(job.summary).toContain('not masked, a plain field');
  });

  test('A plain field that no Secret has is a notice', async () => {
    const job = await run('ghcr', { plain_fields: 'servr' });

    expect(judge(job, SECRETS).log).toContain(
      'Notice: `plain_fields` contains "servr", which is not a field of these Secrets.',
    );
  });
});

test('With rotate_after_days there is a warning about Secrets that are unchanged for longer', async () => {
  const now = Math.floor(Date.now() / 1000);
  const old = { ...secret('old', 'value of the old'), updatedAt: now - 91 * DAY };
  const young = { ...secret('young', 'value of the young'), updatedAt: now - 89 * DAY };
  const inputs = { secrets: 'old; young; old | AGAIN', rotate_after_days: '90' };
  const job = await runJob({ settings: [old, young], inputs });

  expect(judge(job).log.filter((line) => line.startsWith('Warning'))).toEqual([
    'Warning: Rotate these Secrets, which are unchanged for more than 90 days: "old" (91 days).',
  ]);
});

describe('The input plan', () => {
  const secrets = 'ghcr; train-a | @file; train-* | @dotenv';

  test('A plan shows everything and exports nothing, not even the token', async () => {
    const job = await run(secrets, { plan: 'true' });
    const { log, ...rest } = judge(job, SECRETS);

    expect(rest).toEqual({ exitCode: 0, variables: {}, outputs: {}, problems: [] });
    expect(job.leftovers).toEqual([]);
    expect(log.slice(2)).toEqual([
      'This is a plan: nothing is exported.',
      ...listed('Outputs would be: bearer_token, token_type, expires_in, expires_at, ghcr, train-a, dotenv, secrets.'),
      ...listed('Variables would be: GHCR, TRAIN_A.'),
      'Files below RUNNER_TEMP would be: 2, removed when the job ends.',
    ]);
  });

  test('A plan sends the same requests as the run', async () => {
    const [plan, real] = await Promise.all([run(secrets, { plan: 'true' }), run(secrets)]);

    expect(requestsOf(plan).sort()).toEqual(requestsOf(real).sort());
  });

  test('A plan fails like the run', async () => {
    const job = await run('ghcr | @aws', { plan: 'true' });

    expect(judge(job, SECRETS)).toMatchObject({ exitCode: 1, outputs: { error_code: 'value_unsupported' } });
  });
});
