import { describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '../../src/errors.js';
import { failure, judge, runJob } from '../support/chariot-job.js';

type Row = readonly [code: ErrorCode, message: string];

/** Runs a step with these changes to good inputs: it must fail with the message before any request. */
async function refuses(inputs: Record<string, string>, [code, message]: Row) {
  const job = await runJob({ inputs });

  expect(judge(job)).toEqual(failure(code, message));
  expect(job.requests).toEqual([]);
}

describe('url', () => {
  const notAUrl: Row = ['input_invalid', 'The input `url` is not a URL; write it as https://chariot.example.com.'];
  test.each<[value: string, row: Row]>([
    [
      '',
      [
        'input_missing',
        'The input `url` is empty: it is the address of the platform, such as https://chariot.example.com.',
      ],
    ],
    ['chariot example com', notAUrl],
    ['https://', notAUrl],
    ['https://https://chariot.example.com', notAUrl],
    ['ftp://chariot.example.com', ['input_invalid', 'The input `url` must start with https://, not "ftp://".']],
    [
      'https://user:password@chariot.example.com',
      ['input_invalid', 'The input `url` must not hold a user name or password; give credentials in their own inputs.'],
    ],
    ...['https://chariot.example.com/?a=b', 'https://chariot.example.com/#a'].map((url): [string, Row] => [
      url,
      [
        'input_invalid',
        'The input `url` must not have a query or a fragment; give only the address, such as https://chariot.example.com.',
      ],
    ]),
    [
      'http://chariot.example.com',
      [
        'endpoint_insecure',
        'The input `url` is "http://chariot.example.com": over plain http everyone on the way can read the credentials.',
      ],
    ],
  ])('%j', (url, row) => refuses({ url }, row));
});

describe('credentials', () => {
  test('none at all', () =>
    refuses({ client_id: '', client_secret: '' }, [
      'input_missing',
      'There is nothing to log in with: give `client_id` and `client_secret`, or `bearer_token`.',
    ]));

  test('client_secret alone', () =>
    refuses({ client_id: '' }, [
      'input_missing',
      'The input `client_id` is empty: `client_secret` is given, and one needs the other.',
    ]));

  test('client_id alone', () =>
    refuses({ client_secret: '' }, [
      'input_missing',
      'The input `client_secret` is empty: `client_id` is given, and one needs the other.',
    ]));

  test.each(['Bearer abcdef', '"abcdef"', 'abc def'])('bearer_token %j', (bearer_token) =>
    refuses({ bearer_token }, [
      'input_invalid',
      'The input `bearer_token` is not a bearer token: give the token alone, without the word Bearer, quotes or blanks.',
    ]),
  );
});

describe('switches and numbers', () => {
  test.each(['export_env', 'allow_http'])('%s that is neither true nor false', (name) =>
    refuses({ [name]: 'yes' }, ['input_invalid', `The input \`${name}\` must be true or false, not "yes".`]),
  );

  test.each(['0', '-1', '1.5', '1e3', '86401', 'a minute'])('timeout_seconds %j', (timeout_seconds) =>
    refuses({ timeout_seconds }, [
      'input_invalid',
      `The input \`timeout_seconds\` must be a whole number of seconds from 1 to 86400, not "${timeout_seconds}".`,
    ]),
  );

  test.each(['NODE_OPTIONS', 'GITHUB_ENV', 'MY TOKEN', '2FA'])('token_variable %j', (token_variable) =>
    refuses({ token_variable }, [
      'input_invalid',
      `The input \`token_variable\` cannot be "${token_variable}": give the name of a variable, or none.`,
    ]),
  );
});

describe('owner', () => {
  test('none, although Secrets are wanted', () =>
    refuses({ project_id: '', secrets: 'db-password' }, [
      'input_missing',
      '`secrets` is given, but not whose: give `project_id`, `organization_id` or `user_id`.',
    ]));

  test('two', () =>
    refuses({ user_id: 'me', secrets: 'db-password' }, [
      'input_conflict',
      'The inputs `project_id` and `user_id` are given, but Secrets have one owner.',
    ]));

  test.each(['a/b', 'a?b', 'a#b', '..', '.', 'a\u0007b'])('%j, which no id is', (project_id) =>
    refuses({ project_id }, [
      'input_invalid',
      `The input \`project_id\` is not an id: "${project_id.replace('\u0007', ' ')}" holds a character that no id has.`,
    ]),
  );
});

describe('secrets', () => {
  const notYet = 'not supported yet; put a name that holds';
  const target = 'a target is the name of a variable: ASCII letters, digits and "_", no digit first, not';
  test.each<[secrets: string, where: string, what: string]>([
    ['| NAME', 'line 1, column 1', 'a Secret is missing before "|"'],
    ['db-password |', 'line 1, column 14', 'the target is missing after "|"'],
    ['db-password |; ghcr', 'line 1, column 14', 'the target is missing after "|"'],
    ['ghcr\n\ndb-password | 2FA', 'line 3, column 15', `${target} "2FA"`],
    ['db-password | MY-NAME', 'line 1, column 15', `${target} "MY-NAME"`],
    ['"db-password', 'line 1, column 1', 'the closing quote is missing'],
    ['"a\\x"', 'line 1, column 1', 'a quoted name is written as in JSON: a backslash as \\\\, a quote as \\"'],
    ['""', 'line 1, column 1', 'the name is empty'],
    ['"a" b', 'line 1, column 5', 'only "|", ";" or a comment may stand here'],
    ['train-*', 'line 1, column 7', `wildcards are ${notYet} "*" in quotes`],
    ['db-password?', 'line 1, column 12', `optional Secrets are ${notYet} "?" in quotes`],
    ...['a | base64 | A', 'a | A@file', 'a | @docker', 'a | A_*'].map((line): [string, string, string] => [
      line,
      'line 1, column 5',
      'files, wildcards and decoding are not supported yet; a target is one NAME',
    ]),
  ])('%j', (secrets, where, what) => refuses({ secrets }, ['input_invalid', `\`secrets\`, ${where}: ${what}.`]));
});
