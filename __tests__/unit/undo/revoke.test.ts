import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';
import { DEFAULT_SECURITY } from '../../../src/http/secure-context.js';
import type { Revocation } from '../../../src/undo/plan.js';
import {
  buildRevocationRequest,
  describeResult,
  type RevocationResult,
  readRevocationAnswer,
  revokeAll,
} from '../../../src/undo/revoke.js';
import { answer, fakePorts, NOW } from '../../support/fake-ports.js';

const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
const ACCESS = { revokes: 'access_token', url: 'https://h/revoke', token: 'access-1', expiresAt: at(1) } as const;
const REFRESH = { revokes: 'refresh_token', url: 'https://h/revoke', token: 'refresh-1' } as const;
const SESSION = { revokes: 'session', url: 'https://h/logout', token: 'refresh-1' } as const;
const ending = (...[first, ...others]: Revocation['steps']): Revocation => ({
  platform: 'Keycloak',
  steps: [first, ...others],
  client: { method: 'client_secret_basic', clientId: 'i d', clientSecret: 's:1' },
  security: DEFAULT_SECURITY,
  expiresAt: at(1),
});
const offline = () => fakePorts(() => Promise.reject(new Error('nothing may be asked')));

describe('a request', () => {
  test.each([
    [ACCESS, 'token=access-1&token_type_hint=access_token'],
    [REFRESH, 'token=refresh-1&token_type_hint=refresh_token'],
    [SESSION, 'refresh_token=refresh-1'],
  ])('for %j has this body, and the client in its header', async (step, body) => {
    const ports = offline();
    const request = await buildRevocationRequest(step, ending(step), ports);

    expect(request).toMatchObject({ method: 'POST', url: new URL(step.url), body, repeat: 'always' });
    expect(request.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from('i+d:s%3A1').toString('base64')}`,
    });
    expect(ports.masked()).toEqual(['i+d:s%3A1']);
  });
});

describe('the steps of an end', () => {
  test('are asked in order, each whatever came of the one before', async () => {
    const ports = fakePorts(({ body }) =>
      body?.includes('refresh')
        ? Promise.reject(new ActionError('server_unreachable', 'no way'))
        : Promise.resolve(answer('')),
    );
    const results = await revokeAll(ending(REFRESH, ACCESS), ports);

    expect(results.map(({ how }) => how)).toEqual(['failed', 'ended']);
    expect(ports.requests()).toEqual(['POST /revoke', 'POST /revoke']);
  });

  test.each([0, -1])('are not asked for what has expired (%i ms)', async (ms) => {
    await expect(revokeAll(ending({ ...ACCESS, expiresAt: at(ms) }), offline())).resolves.toEqual([{ how: 'expired' }]);
  });

  test('never throw, also with a key that is none', async () => {
    const client = { method: 'private_key_jwt', key: 'no key', audience: 'a', algorithms: ['RS256'] } as const;

    expect(await revokeAll({ ...ending(ACCESS), client }, offline())).toMatchObject([{ how: 'failed' }]);
  });
});

describe('an answer', () => {
  const request = { method: 'POST', url: new URL('https://h/revoke'), headers: {}, purpose: 'Revoking' } as const;

  test.each<[number, unknown, RevocationResult['how']]>([
    [200, '', 'ended'],
    [204, '', 'ended'],
    [200, { error: 'invalid_token' }, 'gone'],
    [400, { error: 'invalid_token' }, 'gone'],
    [400, { error: 'invalid_grant' }, 'gone'],
    [401, '', 'gone'],
    [404, { error: 'not_found' }, 'gone'],
    [404, '<html>', 'unsupported'],
    [400, { error: 'unsupported_token_type' }, 'unsupported'],
    [401, { error: 'invalid_client' }, 'failed'],
    [401, { error: 'unauthorized_client' }, 'failed'],
    [400, { error: 'invalid_request' }, 'failed'],
    [403, '', 'failed'],
    [429, '', 'failed'],
    [500, '', 'failed'],
  ])('%i %j means %s', (status, body, how) => {
    expect(readRevocationAnswer(request, answer(body, { status })).how).toBe(how);
  });
});

describe('what is said of it', () => {
  const error = new ActionError('server_failed', 'why');
  const failed: RevocationResult = { how: 'failed', error };
  const not = `The token was not ended, since the server does not end such tokens; it stays valid until ${at(1)}.`;
  const warning = {
    sentence: `The token of this step could not be ended, and stays valid until ${at(1)}`,
    failed: true,
    error,
  };
  const [ended, gone, expired, unsupported] = (['ended', 'gone', 'expired', 'unsupported'] as const).map((how) => ({
    how,
  }));

  test.each<[(RevocationResult | undefined)[], unknown]>([
    [[ended], 'The token of this step was ended.'],
    [[gone, ended], 'The token of this step was ended.'],
    [[ended, gone], 'The token of this step was ended.'],
    [[ended, unsupported], 'The token of this step was ended.'],
    [[gone, expired], 'The token of this step was ended already.'],
    [[expired], 'The token of this step had expired.'],
    [[unsupported], not],
    [[failed, ended], warning],
    [[ended, failed], warning],
  ])('%j', (results, expected) => {
    const whole = typeof expected === 'string' ? { sentence: expected, failed: false } : expected;
    expect(describeResult(ending(ACCESS), results as RevocationResult[])).toEqual(whole);
  });

  test('a session is called one', () => {
    expect(describeResult(ending(SESSION), [{ how: 'ended' }]).sentence).toBe('The session of this step was ended.');
    expect(describeResult(ending({ ...SESSION, expiresAt: at(2) }), [failed]).sentence).toBe(
      `The session of this step could not be ended, and stays valid until ${at(2)}`,
    );
  });
});
