import { expect, test } from '@jest/globals';
import { exampleProject, secret } from '../../../emulator/chariot/index.js';
import { judge, LOGGED_IN, listed, logOf, runJob, TOKEN_OUTPUTS } from '../../../harness/jobs/chariot-job.js';

const COPY = '##[group]Copy the lines that you need into `secrets`';
const END = '##[endgroup]';

test('A plan with the line * shows what is there, and exports nothing', async () => {
  const job = await runJob({ inputs: { secrets: '*', plan: 'true' } });
  const verdict = judge(job);

  expect(verdict).toMatchObject({ exitCode: 0, variables: {}, outputs: {}, problems: [] });
  expect(verdict.log).toEqual([
    LOGGED_IN,
    `Decrypted 3 Secrets of project "${exampleProject.id}".`,
    'This is a plan: nothing is exported.',
    ...listed(`Outputs would be: ${Object.keys(TOKEN_OUTPUTS).join(', ')}.`),
    'Variables would be: CHARIOT_TOKEN.',
    '##[group]Secrets: 3',
    expect.stringMatching(/^Secret +Type +Fields +Changed +Variable$/),
    expect.stringMatching(/^"db-password" +Custom +- +.*DB_PASSWORD$/),
    expect.stringMatching(/^"ghcr" +ContainerRegistry +server, username, password +.*GHCR$/),
    expect.stringMatching(/^"training-s3" +S3 +access_key_id, secret_access_key, region, endpoint_url +.*TRAINING_S3$/),
    END,
    COPY,
    'db-password',
    'ghcr # ghcr.*: server, username, password',
    'training-s3 # training-s3.*: access_key_id, secret_access_key, region, endpoint_url',
    END,
  ]);
});

test('The lines of a plan are valid as they are, also for names that the grammar or later steps give a meaning', async () => {
  const names = ['a | b', 'path', 'twin', 'twin', 'docker_config', '"', 'x.*', '::error::no'];
  const settings = names.map((name, index) => secret(name, `value-${index}-${'x'.repeat(8)}`));
  const plan = await runJob({ settings, inputs: { secrets: '*', plan: 'true' } });
  const log = logOf(plan);
  const secrets = log.slice(log.indexOf(COPY) + 1, log.lastIndexOf(END)).join('\n');
  const job = await runJob({ settings, inputs: { secrets } });

  expect(judge(plan).problems).toEqual([]);
  expect([job.exitCode, logOf(job).filter((line) => /^(?:Error|Warning)/.test(line))]).toEqual([0, []]);
  expect(new Set(job.variables.values())).toEqual(new Set([...job.tokens, ...settings.map(({ value }) => value)]));
});
