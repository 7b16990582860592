import { describe, expect, test } from '@jest/globals';
import {
  EMPTY_SECRET,
  EMPTY_VARIABLE,
  type ErrorLine,
  failure,
  judge,
  LOGGED_IN,
  listed,
  logOf,
  runJob,
  success,
  syntaxFailure,
  TOKEN_OUTPUTS,
} from '../../../harness/jobs/chariot-job.js';
import type { ErrorCode } from '../../../src/errors.js';

/** Wrong inputs of Chariot, two of each kind; the unit tests of inputs, settings and language contain the other messages. */

describe('A step with wrong inputs', () => {
  test.each<
    [what: string, inputs: Record<string, string>, failed: readonly [code: ErrorCode, error: string | ErrorLine]]
  >([
    [
      'no `url`',
      { url: '' },
      [
        'input_missing',
        {
          what: '`url` is required: the platform has no default address. Example: https://chariot.example.com.',
          advice: 'Set `url` in the `with:` of this step.',
          also: EMPTY_VARIABLE,
        },
      ],
    ],
    [
      'no credentials',
      { client_id: '', client_secret: '' },
      [
        'input_missing',
        {
          what: 'Either `client_id` and `client_secret`, `bearer_token`, or a client certificate is required: a login to Chariot needs credentials.',
          also: EMPTY_SECRET,
        },
      ],
    ],
    [
      'a `url` with a password',
      { url: 'https://user:password@chariot.example.com' },
      [
        'input_invalid',
        {
          what: 'The input `url` must not contain a user name or password.',
          advice: 'Set credentials in their own inputs.',
        },
      ],
    ],
    [
      'an ID with a control character',
      { project_id: 'a\u0007b' },
      ['input_invalid', 'The input `project_id` is not an ID: "a b" contains a character that IDs do not contain.'],
    ],
    [
      'a token with the word Bearer',
      { bearer_token: 'Bearer abcdef' },
      [
        'input_invalid',
        {
          what: 'The input `bearer_token` is not a bearer token: it contains a blank, or a character outside ASCII.',
          advice: 'Set only the token, without the word Bearer.',
        },
      ],
    ],
    [
      'a switch that is neither true nor false',
      { export_env: 'yes' },
      ['input_invalid', 'The input `export_env` must be true or false, not "yes".'],
    ],
    [
      'a `url` of plain http',
      { url: 'http://chariot.example.com' },
      [
        'endpoint_insecure',
        'The input `url` is "http://chariot.example.com": plain http exposes the credentials to everyone on the network path.',
      ],
    ],
    [
      'two owners',
      { user_id: 'me', secrets: 'db-password' },
      [
        'input_conflict',
        '`project_id` and `user_id` cannot be combined: a step fetches the Secrets of only one owner.',
      ],
    ],
    [
      'two inputs of another platform',
      { tenant: 'acme', scope: 'openid' },
      [
        'input_conflict',
        '`tenant`, `scope` and `platform: chariot` cannot be combined: this platform does not use `tenant` or `scope`.',
      ],
    ],
    [
      'a misspelled input',
      { exportenv: 'false' },
      ['input_invalid', 'The action has no input "exportenv" (did you mean `export_env`?).'],
    ],
    [
      'several unknown inputs, of which one is misspelled',
      { 'Export-Env': 'false', colour: 'red', paln: '' },
      [
        'input_invalid',
        'The action has no inputs "colour", "export-env" (did you mean `export_env`?), "paln" (did you mean `plan`?).',
      ],
    ],
    [
      'an input of another platform',
      { tenant: 'acme' },
      ['input_conflict', '`tenant` and `platform: chariot` cannot be combined: this platform does not use `tenant`.'],
    ],
  ])('The step fails before any request: %s', async (_what, inputs, failed) => {
    const job = await runJob({ inputs });

    expect(judge(job)).toEqual(failure(...failed));
    expect(job.requests).toEqual([]);
  });

  test.each<[what: string, secrets: string, failed: Parameters<typeof syntaxFailure>]>([
    ['a line without a Secret', '| NAME', [[1, '| NAME\n^'], 'the name of a Secret is missing here']],
    [
      'a second line without its closing quote',
      'ghcr\n"db-password',
      [[2, '"db-password\n^'], 'the closing quote is missing', 'Write `db-password`.'],
    ],
    [
      'an unknown sink',
      'ghcr | @dockr',
      [
        [1, 'ghcr | @dockr\n       ^'],
        '@dockr does not exist (did you mean @docker?); write @file, @dotenv, @env-file, @docker, @aws',
      ],
    ],
  ])('The error shows the place in `secrets`: %s', async (_what, secrets, failed) => {
    const job = await runJob({ inputs: { secrets } });

    expect(judge(job)).toEqual(syntaxFailure(...failed));
    expect(job.requests).toEqual([]);
  });
});

describe('A step with unknown inputs', () => {
  const EXPORTED = [
    ...listed('Outputs: bearer_token, token_type, expires_in, expires_at.'),
    'Variables: CHARIOT_TOKEN.',
  ];

  test.each<[runner: string, env: Record<string, string>]>([
    ['Forgejo', { FORGEJO_ACTIONS: 'true' }],
    ['Gitea', { GITEA_ACTIONS: 'true' }],
  ])('A misspelled input is a warning on the runner of %s', async (_runner, env) => {
    const job = await runJob({ inputs: { project_id: '', exportenv: 'false' }, env });

    expect(judge(job)).toEqual(
      success({
        log: [
          'Warning: The action ignores the unknown input "exportenv" (did you mean `export_env`?).',
          LOGGED_IN,
          ...EXPORTED,
        ],
        variables: { CHARIOT_TOKEN: '<token>' },
        outputs: TOKEN_OUTPUTS,
      }),
    );
  });

  test.each<[what: string, inputs: Record<string, string>, warning: string]>([
    ['not near a known one', { colour: 'red' }, 'The action ignores the unknown input "colour".'],
    ['empty', { exportenv: '' }, 'The action ignores the unknown input "exportenv" (did you mean `export_env`?).'],
  ])("An unknown input is a warning on GitHub's runner if it is %s", async (_what, inputs, warning) => {
    const job = await runJob({ inputs: { project_id: '', ...inputs } });

    expect([job.exitCode, ...logOf(job)]).toEqual([0, `Warning: ${warning}`, LOGGED_IN, ...EXPORTED]);
  });

  test('The inputs of a composite action that the runner of Forgejo passes on are one warning', async () => {
    const inputs = { project_id: '', 'client-secret': 'the-secret-of-the-team', environment: 'test', clientid: 'team' };
    const job = await runJob({ inputs, env: { FORGEJO_ACTIONS: 'true' } });

    expect([job.exitCode, ...logOf(job)]).toEqual([
      0,
      'Warning: The action ignores the unknown inputs "client-secret" (did you mean `client_secret`?), "clientid" (did you mean `client_id`?), "environment".',
      LOGGED_IN,
      ...EXPORTED,
    ]);
    expect(job.log.masker.mask('the-secret-of-the-team')).toBe('***');
  });

  test('The value of a misspelled secret is masked in the error and in later steps', async () => {
    const secret = 'the-secret-under-a-wrong-name';
    const job = await runJob({ inputs: { client_secret: '', client_secert: secret } });

    expect(judge(job, [secret])).toEqual(
      failure('input_invalid', 'The action has no input "client_secert" (did you mean `client_secret`?).'),
    );
    expect(job.log.masker.mask(`printed later: ${secret}`)).toBe('printed later: ***');
  });

  test('The warning about a misspelled input is printed before the error about the missing one', async () => {
    const job = await runJob({
      inputs: { client_secret: '', client_secert: 'the-secret-under-a-wrong-name' },
      env: { FORGEJO_ACTIONS: 'true' },
    });

    expect(judge(job, ['the-secret-under-a-wrong-name'])).toEqual(
      failure(
        'input_missing',
        {
          what: '`client_secret` is required: `client_id` alone does not authenticate a client.',
          advice: 'Set `client_secret` in the `with:` of this step.',
          also: EMPTY_SECRET,
        },
        'Warning: The action ignores the unknown input "client_secert" (did you mean `client_secret`?).',
      ),
    );
  });
});
