import { describe, expect, test } from '@jest/globals';
import { exampleProject, keyOf, secret } from '../../../emulator/chariot/index.js';
import {
  effectsOf,
  judge,
  LOGGED_IN,
  listed,
  PROJECT_URL,
  reportFiles,
  requestsOf,
  runJob,
  success,
  TOKEN_OUTPUTS,
} from '../../../harness/jobs/chariot-job.js';
import { outputOf } from '../../../harness/step-output.js';
import { DECRYPTED_1, decryptOf, LIST, LOGIN, ONE, one, PASSWORD } from '../../support/one-secret.js';

const [S3, REGISTRY] = [
  {
    access_key_id: 'AKIAIOSFODNN7EXAMPLE',
    secret_access_key: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
    endpoint_url: 'https://s3.example.com',
  },
  { server: 'ghcr.io', username: 'octocat', password: 'example-registry-password' },
];
const VALUES = [
  PASSWORD,
  ...Object.values(S3),
  ...Object.values(REGISTRY),
  JSON.stringify(S3),
  JSON.stringify(REGISTRY),
];

describe('A step with client credentials and three Secrets', () => {
  const inputs = { secrets: 'db-password | DATABASE_PASSWORD\ntraining-s3 # the bucket\nghcr.*' };
  const settings = exampleProject.settings;

  test('A step exports variables and outputs, and the log names them', async () => {
    const secrets = {
      DATABASE_PASSWORD: PASSWORD,
      'training-s3': JSON.stringify(S3),
      'ghcr-server': REGISTRY.server,
      'ghcr-username': REGISTRY.username,
      'ghcr-password': REGISTRY.password,
    };
    const variables = {
      CHARIOT_TOKEN: '<token>',
      DATABASE_PASSWORD: PASSWORD,
      TRAINING_S3: JSON.stringify(S3),
      GHCR_SERVER: REGISTRY.server,
      GHCR_USERNAME: REGISTRY.username,
      GHCR_PASSWORD: REGISTRY.password,
    };
    expect(judge(await runJob({ inputs }), VALUES)).toEqual(
      success({
        log: [
          LOGGED_IN,
          `Decrypted 3 Secrets of project "${exampleProject.id}".`,
          ...listed(
            `Outputs: bearer_token, token_type, expires_in, expires_at, ${Object.keys(secrets).join(', ')}, secrets.`,
          ),
          ...listed(`Variables: ${Object.keys(variables).join(', ')}.`),
        ],
        variables,
        outputs: { ...TOKEN_OUTPUTS, ...secrets, secrets: JSON.stringify(secrets) },
      }),
    );
  });

  test('A step sends one login, one list and one decryption for each Secret, over kept-alive connections', async () => {
    // Slow answers, so that a connection for each Secret is useful.
    const job = await runJob({ inputs, faults: [['all', { kind: 'latency', ms: 50 }]] });
    const decrypts = settings.slice(0, 3).map(decryptOf);

    expect(requestsOf(job).slice(0, 2)).toEqual([LOGIN, LIST]);
    expect(requestsOf(job).slice(2).sort()).toEqual(decrypts.sort());
    // The decrypts run side by side: one on the connection of the list, two on their own.
    expect(job.requests.slice(0, 2).map(({ connection }) => connection)).toEqual([1, 1]);
    expect(job.connections).toBe(3);
  });

  test('The credentials are in the body of the login, the token in a header, and nothing else about the user', async () => {
    const { requests, tokens } = await runJob({ inputs, settings });
    const [login, ...others] = requests;

    expect(login?.body).toBe('grant_type=client_credentials&client_id=example-writer&client_secret=Kq7-Wz4xT9.mVb2');
    expect(login?.headers).toEqual({
      accept: 'application/json',
      'accept-encoding': 'identity',
      connection: 'keep-alive',
      'content-length': '84',
      'content-type': 'application/x-www-form-urlencoded',
      host: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      'user-agent': 'bearer-login',
    });
    for (const { body, headers } of others) {
      expect(body).toBe('');
      // Without a body there is no length of one: RFC 9110 section 8.6.
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'authorization',
        'connection',
        'host',
        'user-agent',
      ]);
      expect(headers['authorization']).toBe(`Bearer ${tokens[0]}`);
    }
  });

  test('The order of effects is masks, state, outputs, variables, summary', async () => {
    const job = await runJob({
      inputs: { secrets: 'db-password' },
      settings: [one],
      env: { ...reportFiles, RUNNER_DEBUG: '1' },
    });

    expect(effectsOf(job)).toEqual([
      'masks',
      '::debug::POST https://chariot/auth/client/v2/chariot/login: 200 in <n> ms',
      'masks',
      'write GITHUB_STATE undo',
      LOGGED_IN,
      `::debug::GET ${PROJECT_URL}/: 200 in <n> ms`,
      `::debug::GET ${PROJECT_URL}/${keyOf(one)}: 200 in <n> ms`,
      'masks',
      DECRYPTED_1,
      'write GITHUB_STATE undo',
      ...Object.keys(ONE.outputs).map((name) => `write GITHUB_OUTPUT ${name}`),
      'write GITHUB_ENV CHARIOT_TOKEN',
      'write GITHUB_ENV DB_PASSWORD',
      'write GITHUB_STEP_SUMMARY <summary>',
      ...ONE.log.slice(2).map((line) => line.replace(/^##\[(group|endgroup)\]/, '::$1::')),
    ]);
  });

  test.each([
    ["GitHub's runner without debugging", { RUNNER_DEBUG: '' }, 0],
    ["GitHub's runner with debugging", { RUNNER_DEBUG: '1' }, 3],
    ['another runner, which has no common variable for debugging', { RUNNER_DEBUG: '', GITHUB_ACTIONS: '' }, 3],
  ])('On %s, the log has debug lines only if someone can see them', async (_runner, env, lines) => {
    const job = await runJob({ inputs: { secrets: 'db-password' }, settings: [one], env });

    expect(job.log.commands.filter(({ command }) => command === 'debug')).toHaveLength(lines);
  });

  test('Each value is masked as soon as it arrives, while other requests are pending', async () => {
    const two = [secret('fast', 'value of the fast one'), secret('slow', 'value of the slow one')] as const;
    const { printed, onStart } = outputOf('::add-mask::value of the fast one');
    const job = await runJob({
      inputs: { secrets: 'slow\nfast' },
      settings: two,
      faults: [['decrypt', { kind: 'held', until: printed }, { key: keyOf(two[1]) }]],
      onStart,
      env: { RUNNER_DEBUG: '1' },
    });

    expect(effectsOf(job).slice(5, 9)).toEqual([
      `::debug::GET ${PROJECT_URL}/${keyOf(two[0])}: 200 in <n> ms`,
      'masks',
      `::debug::GET ${PROJECT_URL}/${keyOf(two[1])}: 200 in <n> ms`,
      'masks',
    ]);
  });
});

describe('The inputs export_env and token_variable', () => {
  test('With `export_env: false` there are only outputs', async () => {
    const job = await runJob({ inputs: { secrets: 'db-password', export_env: 'false' } });

    expect(judge(job, [PASSWORD])).toEqual({
      ...ONE,
      log: [...ONE.log.slice(0, -1), 'Variables: none.'],
      variables: {},
    });
  });

  test.each([
    ['TOKEN', 'exports the token to that variable', { TOKEN: '<token>', DB_PASSWORD: PASSWORD }],
    ['none', 'exports the token to no variable', { DB_PASSWORD: PASSWORD }],
  ])('A step with `token_variable: %s` %s', async (token_variable, _effect, variables) => {
    const job = await runJob({ inputs: { secrets: 'db-password', token_variable } });

    expect(judge(job, [PASSWORD])).toEqual({
      ...ONE,
      log: [...ONE.log.slice(0, -1), ...listed(`Variables: ${Object.keys(variables).join(', ')}.`)],
      variables,
    });
  });
});
