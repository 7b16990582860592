import { describe, expect, test } from '@jest/globals';
import { failure, judge, runJob, syntaxFailure } from '../../../harness/jobs/chariot-job.js';
import type { ErrorCode } from '../../../src/errors.js';

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
      'There is nothing to log in with: give `client_id` and `client_secret`, `bearer_token`, or a client certificate.',
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
      `The input \`timeout_seconds\` must be a whole number from 1 to 86400, not "${timeout_seconds}".`,
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
  const one = 'write NAME, NAME@file, NAME@dotenv, NAME@env-file, @docker, @aws, or the decodings base64 and hex';
  test.each<[secrets: string, caret: string, what: string]>([
    ['| NAME', '| NAME\n^', 'the name of a Secret is missing here'],
    ['db-password |', 'db-password |\n             ^', 'the target is missing after "|"'],
    ['db-password |; ghcr', 'db-password |; ghcr\n             ^', 'the target is missing after "|"'],
    ['ghcr\n\ndb-password | 2FA', 'db-password | 2FA\n              ^', `"2FA" is not a target; ${one}`],
    ['db-password | MY-NAME', 'db-password | MY-NAME\n              ^', `"MY-NAME" is not a target; ${one}`],
    ['"db-password', '"db-password\n^', 'the closing quote is missing'],
    ['"a\\x"', '"a\\x"\n^', 'a quoted name is a JSON string: write a backslash as \\\\ and a quote as \\"'],
    ['""', '""\n^', 'the name is empty'],
    ['"a" b', '"a" b\n    ^', 'after a quoted name, only ".field", "?", "|", ";" or a comment is allowed'],
    ['a | A@folder', 'a | A@folder\n     ^', 'there is no @folder'],
    ['a | A@docker', 'a | A@docker\n     ^', '@docker does not accept a NAME before it'],
    [
      'a | A | hex',
      'a | A | hex\n      ^',
      'nothing is allowed after the target; write decodings (base64, hex) before it',
    ],
    ['a | Base64', 'a | Base64\n    ^', '"Base64" would be the name of a variable; write the decoding as base64'],
    [
      'a | base64url',
      'a | base64url\n    ^',
      '"base64url" would be the name of a variable; the decoding base64 also reads base64url',
    ],
    ['a | docker', 'a | docker\n    ^', '"docker" would be the name of a variable; did you mean @docker?'],
    ['a | A_*', 'a | A_*\n^', 'a target with * requires exactly one * in the selector, outside quotes'],
    ['a-* | A', 'a-* | A\n^', 'a selector with * can match many Secrets: end its target with *, or omit the target'],
  ])('%j', async (secrets, caret, what) => {
    const line = secrets.split('\n').indexOf(caret.split('\n')[0] ?? '') + 1;
    const job = await runJob({ inputs: { secrets } });

    expect(judge(job)).toEqual(syntaxFailure(line, caret, what));
    expect(job.requests).toEqual([]);
  });

  test.each([
    ['rotate_after_days', '-1', 'must be a whole number from 0 to 36500, not "-1"'],
    ['plan', 'yes', 'must be true or false, not "yes"'],
    ['summary', '1', 'must be true or false, not "1"'],
  ])('%s %j', (name, value, what) => refuses({ [name]: value }, ['input_invalid', `The input \`${name}\` ${what}.`]));
});
