import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type Chariot,
  exampleExpired,
  exampleProject,
  exampleWriter,
  keyOf,
  secret,
  startChariot,
} from '../../emulator/chariot/index.js';

const LOGIN = '/auth/client/v2/chariot/login';
const ME = '/api/identity/v2/users/me/';
const PROJECT = `/api/identity/v2/settings/project/${exampleProject.id}`;
const KEY = keyOf(secret('db-password', 'correct horse battery staple'));
const NOT_FOUND = { status: 404, type: 'text/plain', body: '404 page not found' };

let chariot: Chariot;
afterEach(() => chariot.close());

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(chariot.url + path, { redirect: 'manual', ...init });
  const { status, headers } = response;
  return { status, type: headers.get('content-type'), location: headers.get('location'), body: await response.text() };
}

function login(fields: Record<string, string>) {
  return ask(LOGIN, { method: 'POST', body: new URLSearchParams(fields) });
}

const good = {
  client_id: 'example-writer',
  client_secret: exampleWriter.clientSecret,
  grant_type: 'client_credentials',
};
const expired = { ...good, client_id: exampleExpired.clientId, client_secret: exampleExpired.clientSecret };

describe('login', () => {
  test('gives a token that works, and no token_type', async () => {
    chariot = await startChariot();
    const answer = await login(good);
    expect(answer).toMatchObject({ status: 200, type: 'application/json' });
    expect(JSON.parse(answer.body)).toEqual({ access_token: chariot.issuedTokens[0], expires_in: 3600 });
    const authorization = `bearer ${chariot.issuedTokens[0]}`;
    expect(await ask(ME, { headers: { authorization } })).toMatchObject({ status: 200 });
  });

  test('gives a JWT with a type where the tenant says so', async () => {
    chariot = await startChariot({ tokenFormat: 'jwt', tokenType: 'Bearer', now: () => 1_700_000_000_500 });
    const { access_token: token, ...rest } = JSON.parse((await login(good)).body);
    expect(rest).toEqual({ expires_in: 3600, token_type: 'Bearer' });
    const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
    expect(claims).toEqual({ sub: expect.any(String), iat: 1_700_000_000, exp: 1_700_003_600, name: 'Service User' });
    expect(await ask(ME, { headers: { authorization: `Bearer ${token}` } })).toMatchObject({ status: 200 });
  });

  test.each<[string, Record<string, string>, string]>([
    ['a wrong secret', { ...good, client_secret: 'no' }, '401 invalid client credentials'],
    ['an unknown client', { ...good, client_id: 'no' }, '401 invalid client credentials'],
    ['expired credentials', expired, '401 invalid client credentials'],
    ['another grant', { ...good, grant_type: 'password' }, '400 unsupported grant_type'],
    ['a scope', { ...good, scope: 'x' }, '400 unknown parameter "scope"'],
    ['no grant', { client_id: 'a', client_secret: 'b' }, '400 missing parameter "grant_type"'],
  ])('refuses %s', async (_name, fields, expected) => {
    chariot = await startChariot();
    const { status, type, body } = await login(fields);
    expect(`${status} ${JSON.parse(body).error}`).toBe(expected);
    expect(type).toBe('application/json');
    expect(chariot.issuedTokens).toEqual([]);
  });
});

describe('paths', () => {
  test.each([
    ['POST', `${LOGIN}/`, { status: 307, location: LOGIN }],
    ['GET', `${LOGIN}/`, NOT_FOUND],
    ['GET', LOGIN, { status: 405, body: '405 method not allowed' }],
    ['PUT', LOGIN, { status: 405 }],
    ['GET', '/', NOT_FOUND],
    ['GET', '/api/zzz/v2/users/me/', NOT_FOUND],
    ['GET', '/api/identity', NOT_FOUND],
    ['GET', ME, { status: 200, type: 'application/json' }],
    ['GET', ME.slice(0, -1), { status: 301, location: ME }],
    ['GET', `${ME}?x=1`, { status: 400, body: '{"error":"unknown parameter \\"x\\""}' }],
    ['POST', ME, { status: 405 }],
    ['GET', `${ME}/`, NOT_FOUND],
    ['GET', '/api/identity/v2/zzz', NOT_FOUND],
    ['GET', `/api/identity/v2/settings/team/${exampleProject.id}/`, NOT_FOUND],
    ['GET', '/api/identity/v2/settings/project/', NOT_FOUND],
    ['GET', `${PROJECT}?sort=name&desc=false`, { status: 301, location: `${PROJECT}/?sort=name&desc=false` }],
    ['GET', `${PROJECT}/`, { status: 200 }],
    ['DELETE', `${PROJECT}/${KEY}`, { status: 405 }],
    ['GET', '/api/identity/v2/settings/project/nobody/', { status: 404, body: '{"error":"not found"}' }],
    ['GET', PROJECT.replace('project/', 'user/').concat('/'), { status: 404, body: '{"error":"not found"}' }],
    ['GET', `${PROJECT}/${KEY}/?decrypt=true`, { status: 404, body: '{"error":"not found"}' }],
    ['GET', `${PROJECT}/${KEY}x?decrypt=true`, { status: 404, type: 'application/json' }],
    ['GET', `${PROJECT}/${encodeURIComponent(KEY)}?decrypt=true`, NOT_FOUND],
    ['GET', `${PROJECT}/${KEY.replace('C', '%43')}?decrypt=true`, { status: 200 }],
    ['GET', `${PROJECT}/${KEY}?decrypt=yes`, { status: 400 }],
    ['GET', `${PROJECT}/${KEY}?decrypt=true&decrypt=true`, { status: 400 }],
    ['GET', `${PROJECT}/?limit=25`, { status: 400, type: 'application/json' }],
    ['GET', `${PROJECT}/?sort=name&sort=name`, { status: 400, body: '{"error":"repeated parameter \\"sort\\""}' }],
    ['GET', `${PROJECT}/?sort=_id`, { status: 400, body: '{"error":"invalid value of parameter \\"sort\\""}' }],
    ['GET', `${PROJECT}/?sort=%zz`, { status: 400, body: '{"error":"malformed parameters"}' }],
  ])('%s %s', async (method, path, expected) => {
    chariot = await startChariot();
    const authorization = `Bearer ${chariot.issueToken(exampleWriter)}`;
    const headers = path.startsWith(LOGIN) ? undefined : { authorization };
    expect(await ask(path, { method, ...(headers && { headers }) })).toMatchObject(expected);
  });
});

describe('the bearer token', () => {
  const refused = { status: 401, type: 'application/json', body: '{"error":"invalid bearer token"}' };

  test('lives as long as it was issued for', async () => {
    let now = 0;
    chariot = await startChariot({ now: () => now, tokenLifetimeSeconds: 60 });
    const headers = { authorization: `Bearer ${chariot.issueToken(exampleWriter)}` };
    now = 59_999;
    expect(await ask(ME, { headers })).toMatchObject({ status: 200 });
    now = 60_000;
    expect(await ask(ME, { headers })).toMatchObject(refused);
  });

  test.each([
    undefined,
    'Bearer',
    'Bearer ',
    'Bearer wrong',
    'Basic TOKEN',
    'TOKEN',
    'Bearer  TOKEN',
    'Bearer TOKEN x',
  ])('is refused as %j, on any path of the service', async (pattern) => {
    chariot = await startChariot();
    const authorization = pattern?.replace('TOKEN', chariot.issueToken(exampleWriter));
    const headers = authorization === undefined ? {} : { authorization };
    for (const path of [ME, `${PROJECT}/`, '/api/identity/v2/zzz', ME.slice(0, -1)])
      expect(await ask(path, { headers })).toMatchObject(refused);
    expect(await ask('/api/zzz/', { headers })).toMatchObject(NOT_FOUND);
  });
});
