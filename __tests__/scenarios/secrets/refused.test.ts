import { describe, expect, test } from '@jest/globals';
import {
  exampleExpired,
  exampleProject,
  exampleReader,
  type JsonValue,
  keyOf,
  secret,
} from '../../../emulator/chariot/index.js';
import {
  answered,
  answerLine,
  credentials,
  decryptFailed,
  type ErrorLine,
  failure,
  json,
  judge,
  LIST_FAILED,
  LOGGED_IN,
  LOGIN_FAILED,
  logOf,
  requestsOf,
  runJob,
} from '../../../harness/jobs/chariot-job.js';
import { outputOf } from '../../../harness/step-output.js';
import type { ErrorCode } from '../../../src/errors.js';

const VALUE = 'correct horse battery staple';
const one = secret('db-password', VALUE);
const settings = [one];
const DECRYPT_FAILED = decryptFailed(one);
const { id } = exampleProject;
const EXPIRY =
  'If this login worked before, create new client credentials in Chariot (Profile, Client Credentials): they expire after at most a year. If it never worked, check that `client_id` and `client_secret` are complete and belong to this Chariot.';

describe('A login that is rejected', () => {
  test('For a wrong client_secret, the whole line contains what failed, why, and what to do', async () => {
    const job = await runJob({ settings, inputs: { client_secret: 'wrong-client-secret', secrets: 'db-password' } });

    expect(judge(job, ['wrong-client-secret']).problems).toEqual([]);
    expect(logOf(job)).toEqual([
      'Error: The login to Chariot failed: the server answered 401: "invalid client credentials". ' +
        'If this login worked before, create new client credentials in Chariot (Profile, Client Credentials): they ' +
        'expire after at most a year. If it never worked, check that `client_id` and `client_secret` are complete and ' +
        'belong to this Chariot. ' +
        'See docs/troubleshooting.md#invalid_client (POST https://chariot/auth/client/v2/chariot/login, ' +
        'X-Request-ID "00000000-0000-4000-8000-000000000001")',
    ]);
    expect(job.requests).toHaveLength(1);
  });

  test('Expired credentials are an invalid client', async () => {
    const { clientId: client_id, clientSecret: client_secret } = exampleExpired;
    const job = await runJob({ inputs: { client_id, client_secret, project_id: '' } });

    expect(judge(job, [client_secret])).toEqual(
      failure(
        'invalid_client',
        answerLine(LOGIN_FAILED, answered(1, 401), `: "invalid client credentials". ${EXPIRY}`),
      ),
    );
  });

  test.each<[body: string, status: number, error: [code: ErrorCode, end: string]]>([
    [
      '{"error":"invalid_grant","error_description":"gone"}',
      400,
      ['invalid_grant', `: "invalid_grant: gone". ${EXPIRY}`],
    ],
    ['<!doctype html><p>Sign in</p>', 401, ['invalid_client', `. ${EXPIRY}`]],
  ])('A login that is answered %j with the status %i fails with its own error', async (body, status, [code, end]) => {
    const inputs = { project_id: '' };
    const job = await runJob({ inputs, faults: [['login', { kind: 'status', status, body }]] });

    expect(judge(job)).toEqual(failure(code, answerLine(LOGIN_FAILED, answered(1, status), `${end}`)));
    expect(job.requests).toHaveLength(1);
  });

  test('A path that Chariot does not have is answered 404 in plain text', async () => {
    const job = await runJob({ inputs: ({ url }) => ({ url: `${url}/wrong`, project_id: '' }) });
    const login = LOGIN_FAILED.replace('/auth', '/wrong/auth');

    expect(judge(job)).toEqual(
      failure('endpoint_not_found', answerLine(login, answered(1, 404), ': "404 page not found".')),
    );
  });
});

describe('Secrets that are rejected', () => {
  test('For a Reader, the message names the permission to decrypt and the roles that have it', async () => {
    const { clientId: client_id, clientSecret: client_secret } = exampleReader;
    const job = await runJob({ settings, inputs: { client_id, client_secret, secrets: 'db-password' } });
    const lack =
      'since the request requires the permission secret_decrypt (the roles Writer and Owner have it, Reader does not)';

    expect(judge(job, [client_secret, VALUE])).toEqual(
      failure(
        'permission_denied',
        answerLine(DECRYPT_FAILED, answered(4, 403), ` ${lack}: "missing permission secret_decrypt".`),
        LOGGED_IN.replace(credentials.client_id, client_id),
        `Decrypting Secret "${one.name}": answered 403. The server may not know the new token yet. Trying again once in 1 s.`,
      ),
    );
  });

  test('Without a role, the message names the permission to list', async () => {
    const { clientId: client_id, clientSecret: client_secret } = exampleReader;
    const clients = [{ ...exampleReader, roles: {} }];
    const job = await runJob({ tenant: { clients }, inputs: { client_id, client_secret, secrets: 'db-password' } });
    const lack = 'since the request requires the permission secret_list (the roles Reader, Writer and Owner have it)';

    expect(judge(job, [client_secret])).toEqual(
      failure(
        'permission_denied',
        answerLine(LIST_FAILED, answered(2, 403), ` ${lack}: "missing permission secret_list".`),
        LOGGED_IN.replace(credentials.client_id, client_id),
      ),
    );
  });

  test('A project that does not exist is an error of the owner', async () => {
    const job = await runJob({ inputs: { project_id: 'nowhere', secrets: 'db-password' } });
    const why = 'since project "nowhere" does not exist or these credentials have no access to it';

    expect(judge(job)).toEqual(
      failure(
        'owner_not_found',
        answerLine(LIST_FAILED.replaceAll(id, 'nowhere'), answered(2, 404), ` ${why}: "not found".`),
        LOGGED_IN,
      ),
    );
  });

  test.each<['list' | 'decrypt', number, ErrorLine]>([
    ['list', 500, answerLine(LIST_FAILED, answered(2, 500), ': "down".')],
    [
      'decrypt',
      429,
      answerLine(
        DECRYPT_FAILED,
        answered(3, 429),
        ': "down". The server limits the number of requests. Run the job again later, or run fewer jobs at the same time.',
      ),
    ],
  ])('A server that fails at the %s with %i is an error of the server', async (route, status, what) => {
    const fault = { kind: 'status', status, body: '{"error":"down"}' } as const;
    const job = await runJob({ settings, inputs: { secrets: 'db-password' }, faults: [[route, fault]] });

    expect(judge(job, [VALUE])).toEqual(failure('server_failed', what, LOGGED_IN));
  });

  test('A bearer_token that was revoked is invalid, with a list or without one', async () => {
    const bearer = { bearer_token: 'revoked-bearer-token', client_id: '', client_secret: '' };
    const atHand = 'Using the supplied token: the expiry of the token is not known.';
    const byName = await runJob({ inputs: { ...bearer, secrets: 'db-password' } });
    const byKey = await runJob({ inputs: { ...bearer, secrets: `${keyOf(one)} | A` } });

    expect(judge(byName, [bearer.bearer_token])).toEqual(
      failure('invalid_token', answerLine(LIST_FAILED, answered(1, 401), ': "invalid bearer token".'), atHand),
    );
    expect(judge(byKey, [bearer.bearer_token])).toEqual(
      failure(
        'invalid_token',
        answerLine(DECRYPT_FAILED.replace('db-password', keyOf(one)), answered(1, 401), ': "invalid bearer token".'),
        atHand,
      ),
    );
  });

  test('If one Secret fails, the value of another one is still masked', async () => {
    const two = [secret('good', 'value of the good one'), secret('bad', 'value of the bad one')] as const;
    const { printed, onStart } = outputOf('::add-mask::value of the good one');
    const job = await runJob({
      settings: two,
      inputs: { secrets: 'good; bad' },
      onStart,
      faults: [
        ['decrypt', { kind: 'held', until: printed }, { key: keyOf(two[1]) }],
        ['decrypt', { kind: 'status', status: 500 }, { key: keyOf(two[1]) }],
      ],
    });

    expect(judge(job, ['value of the good one'])).toMatchObject({ exitCode: 1, variables: {}, problems: [] });
    expect(job.log.masker.mask('value of the good one')).toBe('***');
  });
});

test('A bearer_token that the server rejects is not replaced by a login', async () => {
  const job = await runJob({ inputs: { bearer_token: 'revoked-bearer-token', secrets: 'ghcr' } });

  expect(judge(job, ['revoked-bearer-token']).outputs).toEqual({ error_code: 'invalid_token' });
  expect(requestsOf(job)).toHaveLength(1);
});

describe('A Secret that does not exist', () => {
  const names = ['db-password', 'DB_PASSWORD_OLD', 'ghcr', 'train-1'].map((name) => secret(name, VALUE));
  const CORRECT = 'Correct these lines as suggested.';
  const LISTED = 'the server listed 4 Secrets: "DB_PASSWORD_OLD", "db-password", "ghcr", "train-1"';

  test.each([
    ['# first\nDB Password', '"DB Password" in line 2 (did you mean "db-password" or "DB_PASSWORD_OLD"?)'],
    [
      'ghcr\ntrain-2\ntrian-1',
      '"train-2" in line 2 (did you mean "train-1"?), "trian-1" in line 3 (did you mean "train-1"?)',
    ],
  ])('The error for %j names the line and near names', async (secrets, missing) => {
    const job = await runJob({ settings: names, inputs: { secrets } });

    expect(judge(job, [VALUE])).toEqual(
      failure(
        'secret_not_found',
        { what: `No Secret was found for ${missing}; ${LISTED}.`, advice: CORRECT },
        LOGGED_IN,
      ),
    );
    expect(requestsOf(job)).toEqual([
      'POST /auth/client/v2/chariot/login',
      'GET /api/identity/v2/settings/project/<project>/?sort=name&desc=false',
    ]);
  });

  test('One error shows the line to write for each line in another notation, and lists all names', async () => {
    const secrets = 'db-password -> PW\nX="ghcr.password"?\n["ghcr", "train-1"]\nnothing\noptional?';
    const job = await runJob({ settings: names, inputs: { secrets } });

    expect(judge(job, [VALUE])).toEqual(
      failure(
        'secret_not_found',
        'No Secret was found for "db-password -> PW" in line 1 (write `db-password | PW`), ' +
          '"X="ghcr.password"?" in line 2 (write `ghcr.password? | X`), ' +
          '"["ghcr", "train-1"]" in line 3 (write one line each: `ghcr` and `train-1`), ' +
          `"nothing" in line 4; ${LISTED}.`,
        LOGGED_IN,
      ),
    );
    expect(requestsOf(job)).toHaveLength(2);
  });

  test('Near names are shown without the commands in them', async () => {
    const job = await runJob({
      settings: [secret('db-\r::add-mask::db', VALUE), secret('db-::add-mask::d##[', VALUE)],
      inputs: { secrets: '"db-::add-mask::dc"' },
    });

    expect(judge(job, [VALUE])).toEqual(
      failure(
        'secret_not_found',
        {
          what:
            'No Secret was found for "db-: :add-mask: :dc" in line 1 (did you mean "db- : :add-mask: :db" or "db-: :add-mask: :d# #["?); ' +
            'the server listed 2 Secrets: "db- : :add-mask: :db", "db-: :add-mask: :d# #[".',
          advice: CORRECT,
        },
        LOGGED_IN,
      ),
    );
    expect(job.log.masks).not.toContain('db');
  });

  test('For two Secrets with the same name, the error lists their ids', async () => {
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
});

describe('An answer that cannot be used', () => {
  test.each<[JsonValue, string]>([
    [null, 'without a value (null)'],
    [{ server: 'ghcr.io', password: '********' }, 'with eight asterisks instead of the value'],
  ])('The value %j was withheld by the server', async (value, what) => {
    const job = await runJob({ settings: [secret('db-password', value)], inputs: { secrets: 'db-password' } });

    expect(judge(job)).toEqual(
      failure('secret_not_decrypted', `Secret "db-password" was returned ${what}.`, LOGGED_IN),
    );
  });

  const REQUESTS = { login: [LOGIN_FAILED, 1], list: [LIST_FAILED, 2], decrypt: [DECRYPT_FAILED, 3] } as const;
  const NO_VALUE = 'with JSON that has no `value`, neither at the top level nor in `data`';
  const OTHER = '{"_key":"secret/Custom/other","value":"value of another"}';
  test.each<[route: 'login' | 'list' | 'decrypt', body: string, what: string]>([
    ['login', '{"token":"x"}', 'without a token (access_token)'],
    ['login', '{"access_token":"with-a\\r\\nheader: x"}', 'with a token that cannot be sent in a header'],
    ['list', '{"data":{}}', `with JSON that has no list in \`data\``],
    [
      'list',
      '{"data":[{"_type":"secret/A","name":"a","_id":"i","_key":"secret/../i"}]}',
      `with a Secret that has no valid \`_id\`, \`_key\` or \`name\``,
    ],
    ['decrypt', '[{"value":"x"}]', NO_VALUE],
    ['decrypt', OTHER, 'with another Secret than the requested one'],
  ])('The answer to the %s request is invalid: %s', async (route, body, what) => {
    const [start, number] = REQUESTS[route];
    const job = await runJob({ settings, inputs: { secrets: 'db-password' }, faults: [[route, json(body)]] });

    expect(judge(job, ['value of another'])).toEqual(
      failure(
        'response_invalid',
        answerLine(start, answered(number, 200), ` ${what}.`),
        ...(route === 'login' ? [] : [LOGGED_IN]),
      ),
    );
  });
});
