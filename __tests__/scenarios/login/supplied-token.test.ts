import { expect, test } from '@jest/globals';
import { type Chariot, exampleProject, exampleWriter, secret } from '../../../emulator/chariot/index.js';
import { failure, judge, LOGGED_IN, listed, requestsOf, runJob } from '../../../harness/jobs/chariot-job.js';

const VALUE = 'correct horse battery staple';
const LOGIN = 'POST /auth/client/v2/chariot/login';
const settings = [secret('db-password', VALUE)];
const jwt = { tokenFormat: 'jwt' } as const;

/** The inputs of a step with a supplied token, with client credentials or without. */
const tokenOnly = (seconds: number) => (chariot: Chariot) => ({
  bearer_token: chariot.issueToken(exampleWriter, seconds),
  client_id: '',
  client_secret: '',
  secrets: 'db-password',
});
const tokenWithCredentials = (seconds: number) => (chariot: Chariot) => ({
  bearer_token: chariot.issueToken(exampleWriter, seconds),
  secrets: 'db-password',
});

test('An opaque `bearer_token` is used as it is, without a login', async () => {
  const job = await runJob({ settings, inputs: tokenOnly(600) });

  expect(judge(job, [VALUE])).toEqual({
    exitCode: 0,
    log: [
      'Using the supplied token: the expiry of the token is not known.',
      `Decrypted 1 Secret of project "${exampleProject.id}".`,
      ...listed('Outputs: bearer_token, token_type, db-password, secrets.'),
      ...listed('Variables: CHARIOT_TOKEN, DB_PASSWORD.'),
    ],
    variables: { CHARIOT_TOKEN: '<token>', DB_PASSWORD: VALUE },
    outputs: {
      bearer_token: '<token>',
      token_type: 'Bearer',
      'db-password': VALUE,
      secrets: `{"db-password":"${VALUE}"}`,
    },
    problems: [],
  });
  expect(requestsOf(job)).not.toContain(LOGIN);
  expect(job.requests.map(({ headers }) => headers['authorization'])).toEqual([
    `Bearer ${job.tokens[0]}`,
    `Bearer ${job.tokens[0]}`,
  ]);
});

test('The lifetime of a JWT is printed and exported', async () => {
  const job = await runJob({ settings, inputs: tokenOnly(86_400), tenant: jwt });
  const left = Number(job.outputs.get('expires_in'));

  expect(judge(job, [VALUE]).log[0]).toBe('Using the supplied token: the token expires in 24 h (<time>).');
  expect(left).toBeGreaterThan(86_300);
  expect(left).toBeLessThanOrEqual(86_400);
});

test('A JWT that is valid for long enough is used although there are credentials', async () => {
  const job = await runJob({ settings, inputs: tokenWithCredentials(600), tenant: jwt });

  expect(judge(job, [VALUE]).problems).toEqual([]);
  expect(job.variables.get('CHARIOT_TOKEN')).toBe(job.tokens[0]);
  expect(requestsOf(job)).not.toContain(LOGIN);
});

test.each([20, -5])('With credentials, a JWT with %i s left is replaced by a login', async (seconds) => {
  const job = await runJob({ settings, inputs: tokenWithCredentials(seconds), tenant: jwt });

  expect(judge(job, [VALUE])).toMatchObject({ exitCode: 0, problems: [], log: { 0: LOGGED_IN } });
  expect(job.variables.get('CHARIOT_TOKEN')).toBe(job.tokens[1]);
  expect(requestsOf(job)[0]).toBe(LOGIN);
});

test('Without credentials, a JWT with 20 s left is used', async () => {
  const job = await runJob({ settings, inputs: tokenOnly(20), tenant: jwt });

  expect(judge(job, [VALUE])).toMatchObject({ exitCode: 0, problems: [] });
  expect(job.variables.get('CHARIOT_TOKEN')).toBe(job.tokens[0]);
});

test('Without credentials, an expired JWT is an error with the time and without a request', async () => {
  const job = await runJob({ settings, inputs: tokenOnly(-5), tenant: jwt });

  expect(judge(job, [VALUE])).toEqual(
    failure('token_expired', 'The `bearer_token` expired at <time>, and no credentials are set.'),
  );
  expect(job.requests).toEqual([]);
});
