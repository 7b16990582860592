import { describe, expect, test } from '@jest/globals';
import { exampleExpired, exampleProject, exampleReader, keyOf, secret } from '../../../emulator/chariot/index.js';
import {
  answered,
  decryptFailed,
  failure,
  judge,
  LIST_FAILED,
  LOGGED_IN,
  LOGIN_FAILED,
  logOf,
  requestsOf,
  runJob,
} from '../../../harness/jobs/chariot-job.js';
import type { ErrorCode } from '../../../src/errors.js';

const VALUE = 'correct horse battery staple';
const one = secret('db-password', VALUE);
const settings = [one];
const DECRYPT_FAILED = decryptFailed(one);
const { id } = exampleProject;
const EXPIRY =
  'Client credentials of Chariot expire after at most a year: if this login worked before, make new ones (Profile, Client Credentials).';

describe('the login', () => {
  test('with a wrong client_secret: the whole line says what happened and what to do', async () => {
    const job = await runJob({ settings, inputs: { client_secret: 'wrong-client-secret', secrets: 'db-password' } });

    expect(judge(job, ['wrong-client-secret']).problems).toEqual([]);
    expect(logOf(job)).toEqual([
      'Error: The login to Chariot failed: POST https://chariot/auth/client/v2/chariot/login answered 401 ' +
        '(X-Request-ID "00000000-0000-4000-8000-000000000001"): "invalid client credentials". ' +
        'Client credentials of Chariot expire after at most a year: if this login worked before, make new ones ' +
        '(Profile, Client Credentials). Check `client_id` and what proves it (`client_secret`, key or certificate): ' +
        'whole, of this platform and not expired. A workflow run from a fork or by Dependabot does not see the ' +
        'repository secrets. ' +
        'See docs/troubleshooting.md#invalid_client',
    ]);
    expect(job.requests).toHaveLength(1);
  });

  test('with expired credentials', async () => {
    const { clientId: client_id, clientSecret: client_secret } = exampleExpired;
    const job = await runJob({ inputs: { client_id, client_secret, project_id: '' } });

    expect(judge(job, [client_secret])).toEqual(
      failure('invalid_client', `${LOGIN_FAILED} ${answered(1, 401)}: "invalid client credentials". ${EXPIRY}`),
    );
  });

  test.each<[body: string, status: number, error: [code: ErrorCode, end: string]]>([
    [
      '{"error":"invalid_grant","error_description":"gone"}',
      400,
      ['invalid_grant', `: "invalid_grant: gone". ${EXPIRY}`],
    ],
    ['{"error":"unauthorized_client"}', 400, ['unauthorized_client', ': "unauthorized_client".']],
    ['{"error":"what?"}', 400, ['invalid_request', ': "what?".']],
    ['{"message":"no"}', 403, ['invalid_client', `: "no". ${EXPIRY}`]],
    ['{"error":{"code":7}}', 429, ['server_failed', '.']],
    ['{"error":"down"}', 500, ['server_failed', ': "down".']],
    ['', 503, ['server_failed', '.']],
    ['{}', 418, ['response_invalid', '.']],
    ['<!doctype html><p>Sign in</p>', 401, ['invalid_client', `. ${EXPIRY}`]],
  ])('that is answered %j with %i', async (body, status, [code, end]) => {
    const inputs = { project_id: '' };
    const job = await runJob({ inputs, faults: [['login', { kind: 'status', status, body }]] });

    expect(judge(job)).toEqual(failure(code, `${LOGIN_FAILED} ${answered(1, status)}${end}`));
    expect(job.requests).toHaveLength(1);
  });

  test('below a path that Chariot does not have: plain text and 404', async () => {
    const job = await runJob({ inputs: ({ url }) => ({ url: `${url}/wrong`, project_id: '' }) });
    const login = LOGIN_FAILED.replace('/auth', '/wrong/auth');

    expect(judge(job)).toEqual(failure('endpoint_not_found', `${login} ${answered(1, 404)}: "404 page not found".`));
  });
});

describe('the Secrets', () => {
  test('to a Reader: the message names the permission to decrypt and the roles that have it', async () => {
    const { clientId: client_id, clientSecret: client_secret } = exampleReader;
    const job = await runJob({ settings, inputs: { client_id, client_secret, secrets: 'db-password' } });
    const lack =
      'since the request requires the permission secret_decrypt (the roles Writer and Owner have it, Reader has not)';

    expect(judge(job, [client_secret, VALUE])).toEqual(
      failure(
        'permission_denied',
        `${DECRYPT_FAILED} ${answered(4, 403)} ${lack}: "missing permission secret_decrypt".`,
        LOGGED_IN,
        `Decrypting Secret "${one.name}": the server answered 403 and may not know the new token yet. Trying once more in 1 s.`,
      ),
    );
  });

  test('to somebody without a role: the message names the permission to list', async () => {
    const { clientId: client_id, clientSecret: client_secret } = exampleReader;
    const clients = [{ ...exampleReader, roles: {} }];
    const job = await runJob({ tenant: { clients }, inputs: { client_id, client_secret, secrets: 'db-password' } });
    const lack = 'since the request requires the permission secret_list (the roles Reader, Writer and Owner have it)';

    expect(judge(job, [client_secret])).toEqual(
      failure(
        'permission_denied',
        `${LIST_FAILED} ${answered(2, 403)} ${lack}: "missing permission secret_list".`,
        LOGGED_IN,
      ),
    );
  });

  test('of a project that does not exist', async () => {
    const job = await runJob({ inputs: { project_id: 'nowhere', secrets: 'db-password' } });
    const why = 'since project "nowhere" does not exist or these credentials have no access to it';

    expect(judge(job)).toEqual(
      failure(
        'owner_not_found',
        `${LIST_FAILED.replaceAll(id, 'nowhere')} ${answered(2, 404)} ${why}: "not found".`,
        LOGGED_IN,
      ),
    );
  });

  test.each(['list', 'decrypt'] as const)('when the server fails: 500, 503 and 429 at the %s', async (route) => {
    for (const status of [500, 503, 429]) {
      const fault = { kind: 'status', status, body: '{"error":"down"}' } as const;
      const job = await runJob({ settings, inputs: { secrets: 'db-password' }, faults: [[route, fault]] });
      const [what, number] = route === 'list' ? [LIST_FAILED, 2] : [DECRYPT_FAILED, 3];

      expect(judge(job, [VALUE])).toEqual(
        failure('server_failed', `${what} ${answered(number, status)}: "down".`, LOGGED_IN),
      );
    }
  });

  test('with a bearer_token that was revoked', async () => {
    const bearer = { bearer_token: 'revoked-bearer-token', client_id: '', client_secret: '' };
    const atHand = 'Using the bearer token at hand: how long the token lives is not known.';
    const byName = await runJob({ inputs: { ...bearer, secrets: 'db-password' } });
    const byKey = await runJob({ inputs: { ...bearer, secrets: `${keyOf(one)} | A` } });

    expect(judge(byName, [bearer.bearer_token])).toEqual(
      failure('invalid_token', `${LIST_FAILED} ${answered(1, 401)}: "invalid bearer token".`, atHand),
    );
    expect(judge(byKey, [bearer.bearer_token])).toEqual(
      failure(
        'invalid_token',
        `${DECRYPT_FAILED.replace('db-password', keyOf(one))} ${answered(1, 401)}: "invalid bearer token".`,
        atHand,
      ),
    );
  });

  test('one of which fails, mask the other all the same', async () => {
    const two = [secret('good', 'value of the good one'), secret('bad', 'value of the bad one')] as const;
    const job = await runJob({
      settings: two,
      inputs: { secrets: 'good; bad' },
      faults: [
        ['decrypt', { kind: 'latency', ms: 200 }, { key: keyOf(two[1]) }],
        ['decrypt', { kind: 'status', status: 500 }, { key: keyOf(two[1]) }],
      ],
    });

    expect(judge(job, ['value of the good one'])).toMatchObject({ exitCode: 1, variables: {}, problems: [] });
    expect(job.log.masker.mask('value of the good one')).toBe('***');
  });
});

test('a bearer_token is not replaced by a login when the server refuses it', async () => {
  const job = await runJob({ inputs: { bearer_token: 'revoked-bearer-token', secrets: 'ghcr' } });

  expect(judge(job, ['revoked-bearer-token']).outputs).toEqual({ error_code: 'invalid_token' });
  expect(requestsOf(job)).toHaveLength(1);
});
