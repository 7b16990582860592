import { describe, expect, test } from '@jest/globals';
import { type JsonValue, secret } from '../../../emulator/chariot/index.js';
import {
  answered,
  decryptFailed,
  failure,
  json,
  judge,
  LIST_FAILED,
  LOGGED_IN,
  LOGIN_FAILED,
  runJob,
} from '../../../harness/jobs/chariot-job.js';

const VALUE = 'correct horse battery staple';
const one = secret('db-password', VALUE);
const settings = [one];
const DECRYPT_FAILED = decryptFailed(one);

test.each<[JsonValue, string]>([
  ['********', 'with eight asterisks instead of the value'],
  [' ********\n', 'with eight asterisks instead of the value'],
  [null, 'without a value (null)'],
  [{ server: 'ghcr.io', password: '********' }, 'with eight asterisks instead of the value'],
  ['{"a":{"b":"********"}}', 'with eight asterisks instead of the value'],
])('a value that was kept back is an error: %j', async (value, what) => {
  const job = await runJob({ settings: [secret('db-password', value)], inputs: { secrets: 'db-password' } });

  expect(judge(job)).toEqual(failure('secret_not_decrypted', `Secret "db-password" was returned ${what}.`, LOGGED_IN));
});

describe('an answer that is not as documented', () => {
  const run = (route: 'login' | 'list' | 'decrypt', body: string) =>
    runJob({ settings, inputs: { secrets: 'db-password' }, faults: [[route, json(body)]] });

  test.each([
    ['{"token":"x"}', 'without a token (access_token)'],
    ['[]', 'without a token (access_token)'],
    ['{"access_token":""}', 'without a token (access_token)'],
    ['{"access_token":"with-a\\r\\nheader: x"}', 'with a token that cannot be sent in a header'],
    ['{"access_token":"token-of-a-kind","token_type":"mac"}', 'with a token that is no Bearer token but "mac"'],
    ['{"access_token":"token-of-a-kind","expires_in":"soon"}', 'with an expires_in that is no number of seconds'],
    ['{"access_token":"token-of-a-kind","expires_in":-1}', 'with an expires_in that is no number of seconds'],
  ])('of the login: %s', async (body, what) => {
    expect(judge(await run('login', body), ['token-of-a-kind'])).toEqual(
      failure('response_invalid', `${LOGIN_FAILED} ${answered(1, 200)} ${what}.`),
    );
  });

  test.each([
    ['{}', 'with JSON that has no list in `data`'],
    ['{"data":{}}', 'with JSON that has no list in `data`'],
    ['{"data":[{"_type":"secret/A","name":"a"}]}', 'with a Secret that has no valid `_id`, `_key` or `name`'],
    [
      '{"data":[{"_type":"secret/A","name":"a","_id":"i","_key":"secret/../i"}]}',
      'with a Secret that has no valid `_id`, `_key` or `name`',
    ],
  ])('of the list: %s', async (body, what) => {
    expect(judge(await run('list', body))).toEqual(
      failure('response_invalid', `${LIST_FAILED} ${answered(2, 200)} ${what}.`, LOGGED_IN),
    );
  });

  test.each([
    ['{}', 'with JSON that has no `value`, neither at the top level nor in `data`'],
    ['[{"value":"x"}]', 'with JSON that has no `value`, neither at the top level nor in `data`'],
    ['{"_key":"secret/Custom/other","value":"value of another"}', 'with another Secret than the requested one'],
  ])('of the decryption: %s', async (body, what) => {
    const job = await run('decrypt', body);

    expect(judge(job, ['value of another'])).toEqual(
      failure('response_invalid', `${DECRYPT_FAILED} ${answered(3, 200)} ${what}.`, LOGGED_IN),
    );
  });
});
