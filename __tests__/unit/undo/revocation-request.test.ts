import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';
import { DEFAULT_SECURITY } from '../../../src/http/secure-context.js';
import type { Revocation } from '../../../src/undo/plan.js';
import {
  buildRevocationRequest,
  describeResults,
  type RevocationResult,
  readRevocationAnswer,
  revokeAll,
} from '../../../src/undo/revocation-request.js';
import { quoteWords } from '../../../src/untrusted-text.js';
import { answer, fakePorts, NOW } from '../../support/fake-ports.js';

const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
const ACCESS = { revokes: 'access_token', url: 'https://h/revoke', token: 'access-1', expiresAt: at(1) } as const;
const REFRESH = { ...ACCESS, revokes: 'refresh_token', token: 'refresh-1', expiresAt: undefined } as const;
const SESSION = { ...REFRESH, revokes: 'session', url: 'https://h/logout' } as const;
const revocationOf = (...steps: Revocation['steps']): Revocation => ({
  platform: 'Keycloak',
  steps,
  client: { clientId: 'i d', authentication: { method: 'client_secret_basic', clientSecret: 's:1' } },
  security: DEFAULT_SECURITY,
  expiresAt: at(1),
});
const offline = () => fakePorts(() => Promise.reject(new Error('no request may be sent')));

describe('buildRevocationRequest', () => {
  test.each([
    ['an access token', ACCESS, 'token=access-1&token_type_hint=access_token', 'Revoking the token of Keycloak'],
    ['a refresh token', REFRESH, 'token=refresh-1&token_type_hint=refresh_token', 'Revoking the token of Keycloak'],
    ['a session', SESSION, 'refresh_token=refresh-1', 'The logout from Keycloak'],
  ])(
    'The revocation request for %s contains the token in its body and the client in a header',
    async (...[, step, body, purpose]) => {
      const ports = offline();
      const request = await buildRevocationRequest(step, revocationOf(step), ports);

      expect(request).toEqual({
        method: 'POST',
        url: new URL(step.url),
        headers: expect.anything(),
        body,
        repeat: 'always',
        purpose,
      });
      expect(request.headers).toEqual({
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from('i+d:s%3A1').toString('base64')}`,
      });
      expect(ports.masked()).toEqual(['i+d:s%3A1']);
    },
  );
});

test('Each try of a request with a signed assertion has a new assertion', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const authentication = {
    method: 'private_key_jwt',
    key,
    audience: 'a',
    algorithm: 'ES256',
    keyId: undefined,
  } as const;
  const revocation = { ...revocationOf(ACCESS), client: { clientId: 'i', authentication } };
  const ids = ['id-1', 'id-2'];
  const ports = { ...offline(), newId: () => ids.shift() ?? '' };
  const first = await buildRevocationRequest(ACCESS, revocation, ports);
  const second = await first.renew?.();
  const idIn = ({ body = '' }: { readonly body?: string | undefined } = {}) => {
    const [, claims = ''] = new URLSearchParams(body).get('client_assertion')?.split('.') ?? [];
    return JSON.parse(Buffer.from(claims, 'base64url').toString()).jti;
  };

  expect([idIn(first), idIn(second)]).toEqual(['id-1', 'id-2']);
});

describe('revokeAll', () => {
  test('A step that fails does not prevent the next one', async () => {
    const ports = fakePorts(({ body }) =>
      body?.includes('refresh')
        ? Promise.reject(new ActionError('server_unreachable', 'not reachable'))
        : Promise.resolve(answer('')),
    );
    const results = await revokeAll(revocationOf(REFRESH, ACCESS), ports);

    expect(results.map((result) => result.is)).toEqual(['failed', 'revoked']);
    expect(ports.requests()).toEqual(['POST /revoke', 'POST /revoke']);
  });

  test.each([0, -1])('No request is sent for a token with %i ms left', async (ms) => {
    await expect(revokeAll(revocationOf({ ...ACCESS, expiresAt: at(ms) }), offline())).resolves.toEqual([
      { is: 'expired' },
    ]);
  });

  const DOCUMENTS = { issuer: 'https://h', verified: true, mutual: false, urls: ['https://h/one', 'https://h/two'] };
  const located = (...steps: Revocation['steps']) => ({ ...revocationOf(...steps), documents: DOCUMENTS });
  const document = (members: object) => answer({ issuer: 'https://h', token_endpoint: 'https://h/token', ...members });

  test.each<[what: string, one: object, two: object, requests: readonly string[], is: string]>([
    [
      'in the first document',
      { revocation_endpoint: 'https://h/r' },
      {},
      ['GET /one', 'POST /r', 'POST /r'],
      'revoked',
    ],
    [
      'in the second document',
      {},
      { revocation_endpoint: 'https://h/r' },
      ['GET /one', 'GET /two', 'POST /r', 'POST /r'],
      'revoked',
    ],
    ['in no document', {}, {}, ['GET /one', 'GET /two'], 'unsupported'],
    [
      'on another host over plain http',
      { revocation_endpoint: 'http://x/r' },
      {},
      ['GET /one', 'GET /two'],
      'unsupported',
    ],
  ])('If the endpoint is %s, the documents are read once for all steps', async (...[, one, two, requests, is]) => {
    const ports = fakePorts(async ({ method, url }) =>
      method === 'POST' ? answer('') : document(url.pathname === '/one' ? one : two),
    );
    const results = await revokeAll(located({ ...REFRESH, url: undefined }, { ...ACCESS, url: undefined }), ports);

    expect(results.map((result) => result.is)).toEqual([is, is]);
    expect(ports.requests()).toEqual(requests);
  });

  test('A document of another issuer is not used, and no token is sent', async () => {
    const ports = fakePorts(async () => document({ issuer: 'https://x', revocation_endpoint: 'https://x/r' }));
    const results = await revokeAll(located({ ...ACCESS, url: undefined }), ports);

    expect(results.map(({ is }) => is)).toEqual(['unsupported']);
    expect(ports.requests()).toEqual(['GET /one', 'GET /two']);
  });

  test('A document that cannot be read is an error, and no token is sent', async () => {
    const ports = fakePorts(async () => answer({ error: 'no' }, { status: 500 }));

    await expect(revokeAll(located({ ...ACCESS, url: undefined }), ports)).rejects.toMatchObject({
      said: 'no',
    });
    expect(ports.requests()).toEqual(['GET /one']);
  });

  test('No document is read if all tokens have expired', async () => {
    const expired = { ...ACCESS, url: undefined, expiresAt: at(0) };

    await expect(revokeAll(located(expired, expired), offline())).resolves.toEqual([
      { is: 'expired' },
      { is: 'expired' },
    ]);
  });

  test('The documents are read if one of two tokens is still valid', async () => {
    const ports = fakePorts(async ({ method }) =>
      method === 'POST' ? answer('') : document({ revocation_endpoint: 'https://h/r' }),
    );
    const steps = [
      { ...REFRESH, url: undefined, expiresAt: at(0) },
      { ...ACCESS, url: undefined },
    ] as const;

    await expect(revokeAll(located(...steps), ports)).resolves.toEqual([{ is: 'expired' }, { is: 'revoked' }]);
    expect(ports.requests()).toEqual(['GET /one', 'POST /r']);
  });

  test('A token with 1 ms left is revoked', async () => {
    const ports = fakePorts(() => Promise.resolve(answer('')));

    await expect(revokeAll(revocationOf(ACCESS), ports)).resolves.toEqual([{ is: 'revoked' }]);
  });

  test('A key that cannot be read is a failure, not an exception', async () => {
    const authentication = {
      method: 'private_key_jwt',
      key: 'not a key',
      audience: 'a',
      algorithm: 'RS256',
      keyId: undefined,
    } as const;
    const revocation = { ...revocationOf(ACCESS), client: { clientId: 'i', authentication } };

    await expect(revokeAll(revocation, offline())).resolves.toMatchObject([{ is: 'failed' }]);
  });

  test('A URL that is not valid is a failure without a request', async () => {
    const ports = offline();

    await expect(revokeAll(revocationOf({ ...ACCESS, url: 'h' }), ports)).resolves.toMatchObject([
      { is: 'failed', error: { code: 'internal_error' } },
    ]);
    expect(ports.requests()).toEqual([]);
  });
});

describe('readRevocationAnswer', () => {
  const request = { method: 'POST', url: new URL('https://h/revoke'), headers: {}, purpose: 'Revoking' } as const;

  test.each<[number, unknown, RevocationResult['is']]>([
    [200, '', 'revoked'],
    [204, '', 'revoked'],
    [200, { error: 'invalid_token' }, 'invalid'],
    [400, { error: 'invalid_token' }, 'invalid'],
    [400, { error: 'invalid_grant' }, 'invalid'],
    [401, '', 'invalid'],
    [404, { error: 'not_found' }, 'invalid'],
    [404, '<html>', 'unsupported'],
    [400, { error: 'unsupported_token_type' }, 'unsupported'],
    [401, { error: 'invalid_client' }, 'failed'],
    [401, { error: 'unauthorized_client' }, 'failed'],
    [400, { error: 'invalid_request' }, 'failed'],
    [403, '', 'failed'],
    [403, '<html>', 'failed'],
    [429, '', 'failed'],
    [500, '', 'failed'],
  ])('Status %i with the body %j means %s', (status, body, expected) => {
    expect(readRevocationAnswer(request, answer(body, { status })).is).toBe(expected);
  });

  test.each([
    ['does not know the client', 401, { error: 'invalid_client' }, { error: { code: 'unauthorized_client' } }],
    ['fails', 500, '', { error: { code: 'server_failed' } }],
    ['has no such page', 404, '<html>', { reason: 'the server does not revoke tokens of this kind' }],
  ])('The result of a server that %s contains why', (...[, status, body, expected]) => {
    expect(readRevocationAnswer(request, answer(body, { status }))).toMatchObject(expected);
  });
});

describe('describeResults', () => {
  const error = new ActionError('server_failed', 'Why', { said: `${'x'.repeat(300)}y` });
  const failed = { is: 'failed', error } as const;
  const revoked = { is: 'revoked' } as const;
  const invalid = { is: 'invalid' } as const;
  const expired = { is: 'expired' } as const;
  const reason = 'the server does not revoke tokens of this kind';
  const unsupported = { is: 'unsupported', reason } as const;
  const not = `The token was not revoked, because the server does not revoke tokens of this kind. It stays valid until 2026-11-25 12:00 UTC.`;
  const said = quoteWords(`${'x'.repeat(300)}y`);
  const failure = `The token of this step could not be revoked and stays valid until 2026-11-25 12:00 UTC. Why: ${said}.`;

  test.each<[string, RevocationResult[], string]>([
    ['A revoked token is reported as revoked', [revoked], 'The token of this step was revoked.'],
    ['One revoked token is enough: invalid, revoked', [invalid, revoked], 'The token of this step was revoked.'],
    ['One revoked token is enough: revoked, invalid', [revoked, invalid], 'The token of this step was revoked.'],
    [
      'One revoked token is enough: revoked, unsupported',
      [revoked, unsupported],
      'The token of this step was revoked.',
    ],
    [
      'An invalid token is reported as already revoked',
      [invalid, expired],
      'The token of this step was already revoked.',
    ],
    ['An expired token is reported as expired', [expired], 'The token of this step had expired.'],
    ['A server without revocation is reported', [unsupported], not],
    ['A failure wins over a success after it', [failed, revoked], failure],
    ['A failure wins over a success before it', [revoked, failed], failure],
  ])('%s', (_title, results, expected) => {
    expect(describeResults(revocationOf(ACCESS), results)).toEqual({ line: expected, failed: expected === failure });
  });

  test.each<[RevocationResult, string]>([
    [revoked, 'The session of this step was logged out.'],
    [invalid, 'The session of this step was already logged out.'],
    [expired, 'The session of this step had expired.'],
    [
      failed,
      `The session of this step could not be logged out and stays valid until 2026-11-25 12:05 UTC. Why: ${said}.`,
    ],
  ])('For a session, the line for %j is about a session', (result, line) => {
    const session = { ...SESSION, expiresAt: at(5 * 60_000) };

    expect(describeResults(revocationOf(session), [result]).line).toBe(line);
  });

  test('A token without an expiry stays valid until it expires', () => {
    const { line } = describeResults({ ...revocationOf(ACCESS), expiresAt: undefined }, [unsupported]);

    expect(line).toMatch(/ It stays valid until it expires\.$/);
  });
});
