import { expect, test } from '@jest/globals';
import { exampleProject, keyOf, secret } from '../../../emulator/chariot/index.js';
import { type JobOptions, judge, runJob, runPost } from '../../../harness/jobs/chariot-job.js';
import { outputOf } from '../../../harness/step-output.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';

const VALUES = { 'db-password': 'value of the database', 'api-key': 'value of the api key' };
type Name = keyof typeof VALUES;

const jobFolder = temporaryFolder();

/** One of the two steps: its Secret, in its own variable, the token in another. */
function step(name: Name, token_variable: string, options: Pick<JobOptions, 'env' | 'faults' | 'onStart'> = {}) {
  return runJob({
    ...options,
    jobFolder: jobFolder(),
    settings: Object.entries(VALUES).map(([known, value]) => secret(known, value)),
    inputs: { secrets: `${name} | VALUE_OF_STEP`, token_variable },
  });
}

/** The part of a verdict that belongs to one step. */
const own = (value: string, token: string) => ({
  exitCode: 0,
  variables: { [token]: '<token>', VALUE_OF_STEP: value },
  outputs: { VALUE_OF_STEP: value, secrets: JSON.stringify({ VALUE_OF_STEP: value }) },
  problems: [],
});

test('Two steps one after another have their own variables, and their post steps succeed', async () => {
  const first = await step('db-password', 'FIRST_TOKEN');
  const second = await step('api-key', 'SECOND_TOKEN', { env: Object.fromEntries(first.variables) });

  expect(judge(first, Object.values(VALUES))).toMatchObject(own(VALUES['db-password'], 'FIRST_TOKEN'));
  expect(judge(second, Object.values(VALUES))).toMatchObject(own(VALUES['api-key'], 'SECOND_TOKEN'));
  for (const { state } of [second, first]) {
    expect(judge(await runPost({ jobFolder: jobFolder(), state }))).toMatchObject({ exitCode: 0, problems: [] });
  }
});

test('Two steps at the same time have their own variables', async () => {
  // Both steps are logged in before either goes on.
  const outputs = [outputOf('Logged in'), outputOf('Logged in')] as const;
  const faults = [['list', { kind: 'held', until: Promise.all(outputs.map(({ printed }) => printed)) }]] as const;
  const [first, second] = await Promise.all([
    step('db-password', 'FIRST_TOKEN', { faults, onStart: outputs[0].onStart }),
    step('api-key', 'SECOND_TOKEN', { faults, onStart: outputs[1].onStart }),
  ]);

  expect(judge(first, Object.values(VALUES))).toMatchObject(own(VALUES['db-password'], 'FIRST_TOKEN'));
  expect(judge(second, Object.values(VALUES))).toMatchObject(own(VALUES['api-key'], 'SECOND_TOKEN'));
});

test('A step that fails does not affect a step at the same time', async () => {
  // The other step goes on only after the failure.
  const failing = runJob({ jobFolder: jobFolder(), inputs: { secrets: 'no-such-secret' } });
  const faults = [['list', { kind: 'held', until: failing }]] as const;
  const [failed, good] = await Promise.all([failing, step('api-key', 'TOKEN', { faults })]);

  expect(judge(failed)).toMatchObject({ exitCode: 1, variables: {}, problems: [] });
  expect(judge(good, Object.values(VALUES))).toMatchObject(own(VALUES['api-key'], 'TOKEN'));
});

test('The token of one step can be supplied to the next', async () => {
  const setting = secret('api-key', VALUES['api-key']);
  const first = await runJob({ jobFolder: jobFolder(), inputs: { project_id: '' } });
  const second = await runJob({
    jobFolder: jobFolder(),
    settings: [setting],
    inputs: (chariot) => ({
      bearer_token: chariot.issueToken({ clientId: 'x', clientSecret: 'y', roles: { [exampleProject.id]: 'Writer' } }),
      secrets: `${keyOf(setting)} | API_KEY`,
    }),
  });

  expect(judge(first).exitCode).toBe(0);
  expect(judge(second, [VALUES['api-key']]).variables).toEqual({
    CHARIOT_TOKEN: '<token>',
    API_KEY: VALUES['api-key'],
  });
});
