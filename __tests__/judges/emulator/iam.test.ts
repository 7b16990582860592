import { afterEach, describe, expect, test } from '@jest/globals';
import {
  exampleCredential,
  exampleDescartesLabs,
  exampleEarthOne,
  exampleLegacyCredential,
  type IamService,
  LEGACY_CLIENT_ID,
  type RunningIam,
  startIam,
  webPageText,
} from '../../../emulator/iam/index.js';
import { parseJwt } from '../../../emulator/jwt.js';

let iam: RunningIam;
afterEach(() => iam.close());

const HEADERS = { 'content-type': 'application/json', 'x-request-group': '0123456789abcdef0123456789abcdef' };
const { clientId: client_id, refreshToken: refresh_token } = exampleCredential;
const modern = { client_id, grant_type: 'refresh_token', refresh_token };
const legacy = {
  scope: 'openid name groups org email',
  client_id: LEGACY_CLIENT_ID,
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  target: LEGACY_CLIENT_ID,
  api_type: 'app',
  refresh_token: exampleLegacyCredential.refreshToken,
};

interface IamRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

async function requestToken(body: unknown, { method = 'POST', path = '/token', headers = HEADERS }: IamRequest = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(iam.url + path, { method, headers, ...(method === 'GET' ? {} : { body: text }) });
  const answer = await response.text();
  return { status: response.status, body: answer === '' ? '' : JSON.parse(answer) };
}

const jwt = expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);
describe('a token request', () => {
  test.each<[string, Partial<IamService>, object, object]>([
    ['A modern request returns an access token', {}, modern, { access_token: jwt }],
    ['A modern request can have a scope', {}, { ...modern, scope: 'openid email' }, { access_token: jwt }],
    ['A legacy request returns an ID token', {}, legacy, { id_token: jwt }],
    ['A legacy request can have another scope', {}, { ...legacy, scope: 'openid' }, { id_token: jwt }],
    [
      'An answer can contain both tokens',
      { tokenIn: ['id_token', 'access_token'] },
      modern,
      { id_token: jwt, access_token: jwt },
    ],
    ['An answer can contain no token', { tokenIn: [] }, modern, {}],
    ['EarthOne returns an access token', exampleEarthOne, modern, { access_token: jwt }],
    [
      'EarthOne treats the legacy client id like every other client id',
      { ...exampleEarthOne, credentials: [exampleLegacyCredential] },
      { ...modern, client_id: LEGACY_CLIENT_ID, refresh_token: exampleLegacyCredential.refreshToken },
      { access_token: jwt },
    ],
  ])('%s', async (...[, service, body, expected]) => {
    iam = await startIam(service);
    expect(await requestToken(body)).toEqual({ status: 200, body: expected });
    expect(iam.requests.map(({ route }) => route)).toEqual(['token']);
  });

  const revoked = { credentials: [{ ...exampleCredential, revoked: true }] };
  test.each<[string, Partial<IamService>, object, string]>([
    ['a wrong secret', {}, { ...modern, refresh_token: 'x' }, '401 Unauthorized'],
    ['an unknown client', {}, { ...modern, client_id: 'x' }, '401 Unauthorized'],
    ['a revoked credential', revoked, modern, '401 Unauthorized'],
    ['a client secret', {}, { ...modern, client_secret: 'x' }, '400 unknown member "client_secret"'],
    ['no refresh token', {}, { client_id, grant_type: 'refresh_token' }, '400 missing or wrong member "refresh_token"'],
    ['an empty scope', {}, { ...modern, scope: '' }, '400 missing or wrong member "scope"'],
    ['a list as scope', {}, { ...modern, scope: ['openid'] }, '400 missing or wrong member "scope"'],
    [
      'a modern client id and the legacy grant',
      {},
      { ...modern, grant_type: legacy.grant_type },
      '400 missing or wrong member "grant_type"',
    ],
    [
      'the legacy client id and the modern grant',
      {},
      { ...legacy, grant_type: 'refresh_token' },
      '400 missing or wrong member "grant_type"',
    ],
    [
      'the legacy client id and no target',
      {},
      { ...legacy, target: undefined },
      '400 missing or wrong member "target"',
    ],
    ['the legacy client id and no scope', {}, { ...legacy, scope: undefined }, '400 missing or wrong member "scope"'],
    ['the legacy client id and an assertion', {}, { ...legacy, assertion: 'x' }, '400 unknown member "assertion"'],
    ['legacy members at EarthOne', exampleEarthOne, legacy, '400 unknown member "target"'],
  ])('A token request with %s is rejected', async (...[, service, body, expected]) => {
    iam = await startIam(service);
    const { status, body: answer } = await requestToken(body);
    expect(`${status} ${answer.message}`).toBe(expected);
    expect(iam.issuedTokens).toEqual([]);
  });

  const { 'x-request-group': _, ...ungrouped } = HEADERS;
  test.each<[string, unknown, IamRequest, string]>([
    [
      'a form as body',
      `${new URLSearchParams(modern)}`,
      { headers: { ...HEADERS, 'content-type': 'application/x-www-form-urlencoded' } },
      '400 the content type is not application/json',
    ],
    ['a body that is not JSON', 'x', {}, '400 the body is not a JSON object'],
    ['a JSON list as body', [modern], {}, '400 the body is not a JSON object'],
    [
      'an Authorization header',
      modern,
      { headers: { ...HEADERS, authorization: 'Basic eDp5' } },
      '400 unexpected authorization header',
    ],
    ['no X-Request-Group', modern, { headers: ungrouped }, '400 X-Request-Group is not a UUID in hex'],
    [
      'dashes in X-Request-Group',
      modern,
      { headers: { ...HEADERS, 'x-request-group': '01234567-89ab-cdef-0123-456789abcdef' } },
      '400 X-Request-Group is not a UUID in hex',
    ],
    ['the method GET', modern, { method: 'GET' }, '405 Method Not Allowed'],
    ['a query', modern, { path: '/token?a=b' }, '400 unexpected query'],
    ['another path', modern, { path: '/token/' }, '404 undefined'],
  ])('A token request with %s is rejected', async (...[, body, request, expected]) => {
    iam = await startIam();
    const { status, body: answer } = await requestToken(body, request);
    expect(`${status} ${answer.message}`).toBe(expected);
  });
});

describe('a token', () => {
  const claimsOf = (token: string) => parseJwt(token)?.claims;

  test.each<[string, Partial<IamService>, unknown]>([
    ['the client id as audience', {}, client_id],
    ['a list of audiences if configured', { audienceAsList: true }, [client_id, 'other']],
  ])('A token has its lifetime, its claims, and %s', async (_name, service, aud) => {
    const now = 1_700_000_000_500;
    iam = await startIam({ ...service, now: () => now, tokenLifetimeSeconds: 600 });
    const { body } = await requestToken(modern);
    const times = { iat: 1_700_000_000, exp: 1_700_000_600 };
    expect(claimsOf(body.access_token)).toEqual({ ...exampleCredential.claims, aud, ...times });
    expect(iam.issuedTokens).toEqual([body.access_token]);
  });

  test('A token that is issued without a request can have other claims', async () => {
    iam = await startIam();
    const claims = claimsOf(iam.issueToken(exampleCredential, { exp: 1, aud: 'x' }));
    expect(claims).toMatchObject({ sub: exampleCredential.claims['sub'], exp: 1, aud: 'x' });
  });
});

test('The text of the web page is the credential as JSON in base64url', async () => {
  iam = await startIam(exampleDescartesLabs);
  const text = webPageText(exampleCredential, iam.url);
  expect(text).toMatch(/^[\w-]+$/);
  const { client_secret, revoke_url, ...rest } = JSON.parse(Buffer.from(text, 'base64url').toString());
  expect([client_secret, new URL(revoke_url).origin]).toEqual([refresh_token, iam.url]);
  expect(rest).toEqual({ client_id, id: expect.any(String), name: 'ci' });
});

test('A fault can apply to one token request', async () => {
  iam = await startIam();
  iam.setFault('token', { kind: 'status', status: 429 }, { first: 1 });
  expect([(await requestToken(modern)).status, (await requestToken(modern)).status]).toEqual([429, 200]);
});
