import { describe, expect, test } from '@jest/globals';
import { secret } from '../../../emulator/chariot/index.js';
import {
  answered,
  decryptFailed,
  failure,
  judge,
  LOGGED_IN,
  PROJECT_URL,
  requestsOf,
  runJob,
} from '../../../harness/jobs/chariot-job.js';

const VALUE = 'correct horse battery staple';
const one = secret('db-password', VALUE);
const settings = [one];
const DECRYPT_FAILED = decryptFailed(one);

describe('a Secret that is not there', () => {
  const names = ['db-password', 'DB_PASSWORD_OLD', 'ghcr', 'train-1'].map((name) => secret(name, VALUE));
  test.each([
    ['db-pasword', '"db-pasword" in line 1 (did you mean "db-password"?)'],
    ['# first\nDB Password', '"DB Password" in line 2 (did you mean "db-password" or "DB_PASSWORD_OLD"?)'],
    ['mailgun', '"mailgun" in line 1'],
    ['ghcr\ntrain-2\ntrian-1', '"train-2" in line 2 (did you mean "train-1"?), "trian-1" in line 3'],
    ['secret/Custom/wrong | X\nmailgun', '"mailgun" in line 2'],
  ])('%j', async (secrets, missing) => {
    const job = await runJob({ settings: names, inputs: { secrets } });

    expect(judge(job, [VALUE])).toEqual(
      failure('secret_not_found', `No Secret was found for ${missing}; the server listed 4 Secrets.`, LOGGED_IN),
    );
    expect(requestsOf(job)).toHaveLength(2);
  });

  test('in an empty project', async () => {
    const job = await runJob({ settings: [], inputs: { secrets: 'db-password' } });

    expect(judge(job).log[1]).toMatch(/for "db-password" in line 1; the server listed 0 Secrets\. /);
  });

  test('although a setting that is no Secret has its name', async () => {
    const job = await runJob({ inputs: { secrets: 'default-branch' } });

    expect(judge(job).log[1]).toMatch(/for "default-branch" in line 1; the server listed 3 Secrets\. /);
  });

  test('by its key', async () => {
    const job = await runJob({ inputs: { secrets: 'secret/Custom/wrong | X' } });
    const what = `Decrypting Secret "secret/Custom/wrong" failed: GET ${PROJECT_URL}/secret/Custom/wrong`;

    expect(judge(job)).toEqual(failure('secret_not_found', `${what} ${answered(2, 404)}: "not found".`, LOGGED_IN));
  });

  test('any more, when its turn comes', async () => {
    const fault = { kind: 'status', status: 404, body: '{"error":"not found"}' } as const;
    const job = await runJob({ settings, inputs: { secrets: 'db-password' }, faults: [['decrypt', fault]] });
    const why =
      'although the Secret is in the list: it was deleted meanwhile, or this happens since the request requires the permission secret_decrypt (the roles Writer and Owner have it, Reader has not)';

    expect(judge(job, [VALUE])).toEqual(
      failure('secret_not_found', `${DECRYPT_FAILED} ${answered(3, 404)} ${why}: "not found".`, LOGGED_IN),
    );
  });

  test('suggests names without the commands in them', async () => {
    const job = await runJob({
      settings: [secret('db-\r::add-mask::db', VALUE), secret('db-::add-mask::d##[', VALUE)],
      inputs: { secrets: '"db-::add-mask::dc"' },
    });

    expect(judge(job, [VALUE])).toEqual(
      failure(
        'secret_not_found',
        'No Secret was found for "db-: :add-mask: :dc" in line 1 (did you mean "db- : :add-mask: :db" or "db-: :add-mask: :d# #["?); the server listed 2 Secrets.',
        LOGGED_IN,
      ),
    );
    expect(job.log.masks).not.toContain('db');
  });
});

test('two Secrets with one name: their ids are listed', async () => {
  const two = [one, { ...secret('db-password', 'another value'), type: 'secret/Other' }] as const;
  const job = await runJob({ settings: two, inputs: { secrets: 'db-password' } });

  expect(judge(job, [VALUE, 'another value'])).toEqual(
    failure(
      'secret_ambiguous',
      `\`secrets\`, line 1: 2 Secrets have the name "db-password": "${two[0].id}", "${two[1].id}".`,
      LOGGED_IN,
    ),
  );
});
