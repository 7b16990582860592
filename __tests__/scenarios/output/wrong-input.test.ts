import { describe, expect, test } from '@jest/globals';
import { failure, judge, runJob, syntaxFailure } from '../../../harness/jobs/chariot-job.js';
import type { ErrorCode } from '../../../src/errors.js';

/** Wrong inputs of Chariot, two of each kind; the unit tests of inputs, settings and language contain the other messages. */

describe('A step with wrong inputs', () => {
  test.each<[what: string, inputs: Record<string, string>, failed: readonly [code: ErrorCode, message: string]]>([
    [
      'no `url`',
      { url: '' },
      [
        'input_missing',
        '`url` is required: the platform has no default address. Example: https://chariot.example.com.',
      ],
    ],
    [
      'no credentials',
      { client_id: '', client_secret: '' },
      [
        'input_missing',
        'Either `client_id` and `client_secret`, `bearer_token`, or a client certificate is required: a login to Chariot needs credentials.',
      ],
    ],
    [
      'a `url` with a password',
      { url: 'https://user:password@chariot.example.com' },
      [
        'input_invalid',
        'The input `url` must not contain a user name or password. Set credentials in their own inputs.',
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
        'The input `bearer_token` is not a bearer token. Set only the token, without the word Bearer, quotes or blanks.',
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
      'an input of another platform',
      { tenant: 'acme' },
      ['input_conflict', '`tenant` and `platform: chariot` cannot be combined: this platform does not use `tenant`.'],
    ],
  ])('The step fails before any request: %s', async (_what, inputs, failed) => {
    const job = await runJob({ inputs });

    expect(judge(job)).toEqual(failure(...failed));
    expect(job.requests).toEqual([]);
  });

  test.each<[what: string, secrets: string, failed: readonly [line: number, excerpt: string, reason: string]]>([
    ['a line without a Secret', '| NAME', [1, '| NAME\n^', 'the name of a Secret is missing here']],
    [
      'a second line without its closing quote',
      'ghcr\n"db-password',
      [2, '"db-password\n^', 'the closing quote is missing'],
    ],
    [
      'an unknown sink',
      'ghcr | @dockr',
      [
        1,
        'ghcr | @dockr\n       ^',
        '@dockr is not a sink (did you mean @docker?); write @file, @dotenv, @env-file, @docker, @aws',
      ],
    ],
  ])('The error shows the place in `secrets`: %s', async (_what, secrets, failed) => {
    const job = await runJob({ inputs: { secrets } });

    expect(judge(job)).toEqual(syntaxFailure(...failed));
    expect(job.requests).toEqual([]);
  });
});
