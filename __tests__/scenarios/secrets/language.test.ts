import { describe, expect, test } from '@jest/globals';
import { exampleProject, keyOf, type Setting, secret } from '../../../emulator/chariot/index.js';
import { failure, type Job, judge, LOGGED_IN, requestsOf, runJob } from '../../../harness/jobs/chariot-job.js';

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

/** The variables of a step that did well and showed nothing. */
function variablesOf(job: Job): Record<string, string> {
  const { exitCode, variables, problems, log } = judge(job, SECRETS);
  expect({ exitCode, problems, error: log.filter((line) => line.startsWith('Error')) }).toEqual({
    exitCode: 0,
    problems: [],
    error: [],
  });
  return variables;
}

describe('a line of `secrets`', () => {
  test.each<[line: string, variables: Record<string, string>]>([
    ['ghcr.auth.password | PASSWORD', { PASSWORD: 'password of the octocat' }],
    ['ghcr.auth', { GHCR_AUTH_USER: 'octocat', GHCR_AUTH_PASSWORD: 'password of the octocat' }],
    ['ghcr.server | NAME', { NAME: 'a Secret whose name has a dot' }],
    ['"ghcr".server | NAME', { NAME: 'ghcr.io' }],
    ['train-*', { TRAIN_A: 'value of train a', TRAIN_B_C: 'value of train b' }],
    ['train-* | T_*', { T_A: 'value of train a', T_B_C: 'value of train b' }],
    ['encoded | base64 | E', { E_INNER: 'value within' }],
    ['no-such-secret?', {}],
    ['ghcr.no-such-field?', {}],
    ['no-such-* ?; train-a', { TRAIN_A: 'value of train a' }],
    ['# nothing; nothing', {}],
  ])('%s', async (line, variables) => {
    expect(variablesOf(await run(line))).toEqual(variables);
  });

  test('that is optional and finds nothing is a notice', async () => {
    const job = await run('no-such-secret?; ghcr.no-such-field?');

    expect(judge(job, SECRETS).log.slice(1, 4)).toEqual([
      'Notice: `secrets`, line 1: there is no Secret "no-such-secret"; it is optional.',
      DECRYPTED(1),
      'Notice: `secrets`, line 1: Field "no-such-field" of Secret "ghcr" does not exist; it is optional.',
    ]);
  });

  test('that may not be read is an error, optional or not', async () => {
    const job = await runJob({
      settings: SETTINGS,
      inputs: { secrets: 'ghcr?' },
      faults: [['decrypt', { kind: 'answer', status: 403, headers: {}, body: '' }]],
    });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'permission_denied' } });
  });

  test('with a field that is not there names the ones that are near', async () => {
    expect(judge(await run('ghcr.auth.pasword'), SECRETS)).toEqual(
      failure(
        'field_not_found',
        'Secret "ghcr" has 3 fields, but no field "auth.pasword" (did you mean "auth.password"?).',
        LOGGED_IN,
        DECRYPTED(1),
      ),
    );
  });

  test('that is not base64 is an error without the value', async () => {
    expect(judge(await run('train-a | base64 | A'), SECRETS)).toEqual(
      failure('value_unsupported', 'Secret "train-a" is not base64.', LOGGED_IN, DECRYPTED(1)),
    );
  });

  test('whose matches have one name is refused before any of them is decrypted', async () => {
    const settings = [secret('a-b', 'one of two'), secret('a b', 'two of two')];
    const job = await runJob({ settings, inputs: { secrets: 'a*' } });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'name_conflict' } });
    expect(requestsOf(job).filter((request) => request.includes('decrypt='))).toEqual([]);
  });

  test('of a pattern cannot be made one that steers later steps by a new name on the server', async () => {
    const settings = [secret('ld_preload', 'value of the attacker')];
    const job = await runJob({ settings, inputs: { secrets: '*' } });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'name_refused' }, variables: {} });
  });
});

test('each Secret is decrypted once, however many lines use it', async () => {
  const job = await run('ghcr; ghcr.auth.user | USER_NAME; "ghcr".server | SERVER; ghcr.auth | @dotenv');

  expect(judge(job, SECRETS).problems).toEqual([]);
  expect(requestsOf(job).filter((request) => request.includes('decrypt='))).toHaveLength(1);
});

test('no list is asked for when every line gives a key', async () => {
  const [ghcr, , train] = SETTINGS as [Setting, Setting, Setting];
  const job = await run(`${keyOf(ghcr)}.auth.user | USER_NAME; ${keyOf(train)} | TRAIN`);

  expect(variablesOf(job)).toEqual({ USER_NAME: 'octocat', TRAIN: 'value of train a' });
  expect(requestsOf(job).filter((request) => request.includes('sort='))).toEqual([]);
});

describe('plain_fields', () => {
  test('stay readable, while the rest of the Secret is masked', async () => {
    const job = await run('ghcr', { plain_fields: 'server, auth.user' });
    const later = (text: string) => job.log.masker.mask(text);

    expect(variablesOf(job)).toMatchObject({ GHCR_SERVER: 'ghcr.io' });
    expect([later('ghcr.io'), later('octocat'), later('password of the octocat')]).toEqual([
      'ghcr.io',
      'octocat',
      '***',
    ]);
  });

  test('without it, all are masked', async () => {
    const job = await run('ghcr');

    expect(job.log.masker.mask('ghcr.io octocat')).toBe('*** ***');
  });

  test('that is decoded stays readable, and nobody says that it is masked or that it is not there', async () => {
    const inner = Buffer.from('{"host":"in-plain-conf"}').toString('base64');
    const settings = [secret('g', { conf: inner, password: 'value of the other' })];
    const inputs = { secrets: 'g.conf | base64 | C', plain_fields: 'conf', token_variable: 'none' };
    const job = await runJob({ settings, inputs });

    expect(job.log.masker.mask('in-plain-conf')).toBe('in-plain-conf');
    expect(judge(job, ['value of the other']).log.filter((line) => line.startsWith('Notice'))).toEqual([]);
    expect(job.summary).toContain('not&nbsp;masked,&nbsp;a&nbsp;plain&nbsp;field');
  });

  test('that no Secret has is a notice, since a misspelt one changes nothing', async () => {
    const job = await run('ghcr', { plain_fields: 'servr' });

    expect(judge(job, SECRETS).log).toContain(
      'Notice: `plain_fields` contains "servr", which is not a field of these Secrets.',
    );
  });
});

test('rotate_after_days warns about Secrets that were not changed for longer', async () => {
  const now = Math.floor(Date.now() / 1000);
  const old = { ...secret('old', 'value of the old'), updatedAt: now - 91 * DAY };
  const young = { ...secret('young', 'value of the young'), updatedAt: now - 89 * DAY };
  const inputs = { secrets: 'old; young; old | AGAIN', rotate_after_days: '90' };
  const job = await runJob({ settings: [old, young], inputs });

  expect(judge(job).log.filter((line) => line.startsWith('Warning'))).toEqual([
    'Warning: Rotate these Secrets, which are unchanged for more than 90 days: "old" (91 days).',
  ]);
});

describe('plan', () => {
  const secrets = 'ghcr; train-a | @file; train-* | @dotenv';

  test('shows everything and exports nothing, the token neither', async () => {
    const job = await run(secrets, { plan: 'true' });
    const { log, ...rest } = judge(job, SECRETS);

    expect(rest).toEqual({ exitCode: 0, variables: {}, outputs: {}, problems: [] });
    expect(job.leftovers).toEqual([]);
    expect(log.slice(2)).toEqual([
      'This is a plan: nothing is exported.',
      'Outputs would be: bearer_token, token_type, expires_in, expires_at, ghcr, train-a, dotenv, secrets.',
      'Variables would be: GHCR_SERVER, GHCR_AUTH_USER, GHCR_AUTH_PASSWORD, TRAIN_A.',
      'Files below RUNNER_TEMP would be: 2, removed when the job ends.',
    ]);
  });

  test('makes the same requests', async () => {
    const [plan, real] = await Promise.all([run(secrets, { plan: 'true' }), run(secrets)]);

    expect(requestsOf(plan).sort()).toEqual(requestsOf(real).sort());
  });

  test('fails as the step itself would', async () => {
    const job = await run('ghcr | @aws', { plan: 'true' });

    expect(judge(job, SECRETS)).toMatchObject({ exitCode: 1, outputs: { error_code: 'value_unsupported' } });
  });
});
