import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type Chariot,
  exampleExpired,
  exampleProject,
  exampleWriter,
  keyOf,
  secret,
  startChariot,
} from '../../../emulator/chariot/index.js';

const LOGIN = '/auth/client/v2/chariot/login';
const ME = '/api/identity/v2/users/me/';
const PROJECT = `/api/identity/v2/settings/project/${exampleProject.id}`;
const ENTRY = `${PROJECT}/${keyOf(secret('db-password', 'correct horse battery staple'))}`;
const ENCODED_KEY = `${PROJECT}/${encodeURIComponent(ENTRY.slice(PROJECT.length + 1))}`;

let chariot: Chariot;
afterEach(() => chariot.close());

async function send(path: string, init: RequestInit = {}) {
  const response = await fetch(chariot.url + path, { redirect: 'manual', ...init });
  const { status, headers } = response;
  return { status, type: headers.get('content-type'), location: headers.get('location'), body: await response.text() };
}

function login(fields: Record<string, string>) {
  return send(LOGIN, { method: 'POST', body: new URLSearchParams(fields) });
}

const good = {
  client_id: 'example-writer',
  client_secret: exampleWriter.clientSecret,
  grant_type: 'client_credentials',
};
const expired = { ...good, client_id: exampleExpired.clientId, client_secret: exampleExpired.clientSecret };

describe('login', () => {
  test('A login returns a working token, and no token_type by default', async () => {
    chariot = await startChariot();
    const answer = await login(good);
    expect(answer).toMatchObject({ status: 200, type: 'application/json' });
    expect(JSON.parse(answer.body)).toEqual({ access_token: chariot.issuedTokens[0], expires_in: 3600 });
    const authorization = `bearer ${chariot.issuedTokens[0]}`;
    expect(await send(ME, { headers: { authorization } })).toMatchObject({ status: 200 });
  });

  test('A login returns a JWT and a token_type if the tenant is configured that way', async () => {
    chariot = await startChariot({ tokenFormat: 'jwt', tokenType: 'Bearer', now: () => 1_700_000_000_500 });
    const { access_token: token, ...rest } = JSON.parse((await login(good)).body);
    expect(rest).toEqual({ expires_in: 3600, token_type: 'Bearer' });
    const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
    expect(claims).toEqual({ sub: expect.any(String), iat: 1_700_000_000, exp: 1_700_003_600, name: 'Service User' });
    expect(await send(ME, { headers: { authorization: `Bearer ${token}` } })).toMatchObject({ status: 200 });
  });

  test.each<[string, Record<string, string>, string]>([
    ['a wrong secret', { ...good, client_secret: 'no' }, '401 invalid client credentials'],
    ['an unknown client', { ...good, client_id: 'no' }, '401 invalid client credentials'],
    ['expired credentials', expired, '401 invalid client credentials'],
    ['another grant', { ...good, grant_type: 'password' }, '400 unsupported grant_type'],
    ['a scope', { ...good, scope: 'x' }, '400 unknown parameter "scope"'],
    ['no grant', { client_id: 'a', client_secret: 'b' }, '400 missing parameter "grant_type"'],
  ])('A login with %s is rejected', async (_name, fields, expected) => {
    chariot = await startChariot();
    const { status, type, body } = await login(fields);
    expect(`${status} ${JSON.parse(body).error}`).toBe(expected);
    expect(type).toBe('application/json');
    expect(chariot.issuedTokens).toEqual([]);
  });
});

describe('routing', () => {
  const pageNotFound = { status: 404, type: 'text/plain', body: '404 page not found' };
  const settingNotFound = { status: 404, body: '{"error":"not found"}' };
  const invalid = (problem: string) => ({ status: 400, body: JSON.stringify({ error: problem }) });
  test.each<[string, string, object]>([
    ['A login path with a trailing slash redirects', `POST ${LOGIN}/`, { status: 307, location: LOGIN }],
    ['GET of the login path with a trailing slash is not found', `GET ${LOGIN}/`, pageNotFound],
    ['GET of the login path is not allowed', `GET ${LOGIN}`, { status: 405, body: '405 method not allowed' }],
    ['PUT of the login path is not allowed', `PUT ${LOGIN}`, { status: 405 }],
    ['The root path is not found', 'GET /', pageNotFound],
    ['Another service is not found', 'GET /api/zzz/v2/users/me/', pageNotFound],
    ['The path of the service alone is not found', 'GET /api/identity', pageNotFound],
    ["The token's owner is returned as JSON", `GET ${ME}`, { status: 200, type: 'application/json' }],
    ['`users/me` without a trailing slash redirects', `GET ${ME.slice(0, -1)}`, { status: 301, location: ME }],
    ['`users/me` with a query is rejected', `GET ${ME}?x=1`, invalid('unknown parameter "x"')],
    ['POST of users/me is not allowed', `POST ${ME}`, { status: 405 }],
    ['`users/me` with two trailing slashes is not found', `GET ${ME}/`, pageNotFound],
    ['An unknown path of the service is not found', 'GET /api/identity/v2/zzz', pageNotFound],
    ['An unknown kind of owner is not found', `GET ${PROJECT.replace('project/', 'team/')}/`, pageNotFound],
    ['Settings without an owner id are not found', 'GET /api/identity/v2/settings/project/', pageNotFound],
    [
      'A list without a trailing slash redirects and keeps its query',
      `GET ${PROJECT}?sort=name&desc=false`,
      { status: 301, location: `${PROJECT}/?sort=name&desc=false` },
    ],
    ['A list without a query is returned', `GET ${PROJECT}/`, { status: 200 }],
    ['DELETE of a setting is not allowed', `DELETE ${ENTRY}`, { status: 405 }],
    ['An unknown project has no settings', 'GET /api/identity/v2/settings/project/unknown/', settingNotFound],
    [
      'A user with the id of a project has no settings',
      `GET ${PROJECT.replace('project/', 'user/')}/`,
      settingNotFound,
    ],
    ['A key with a trailing slash is not found', `GET ${ENTRY}/?decrypt=true`, settingNotFound],
    ['An unknown key is not found', `GET ${ENTRY}x?decrypt=true`, { status: 404, type: 'application/json' }],
    ['A key with encoded slashes is not found', `GET ${ENCODED_KEY}?decrypt=true`, pageNotFound],
    ['A key with another encoded letter is found', `GET ${ENTRY.replace('/C', '/%43')}?decrypt=true`, { status: 200 }],
    ['An unknown value of decrypt is rejected', `GET ${ENTRY}?decrypt=yes`, { status: 400 }],
    ['A repeated decrypt is rejected', `GET ${ENTRY}?decrypt=true&decrypt=true`, { status: 400 }],
    [
      'An unknown parameter of a list is rejected',
      `GET ${PROJECT}/?limit=25`,
      { status: 400, type: 'application/json' },
    ],
    ['A repeated sort is rejected', `GET ${PROJECT}/?sort=name&sort=name`, invalid('repeated parameter "sort"')],
    ['An unknown value of sort is rejected', `GET ${PROJECT}/?sort=_id`, invalid('invalid value of parameter "sort"')],
    ['A malformed escape is rejected', `GET ${PROJECT}/?sort=%zz`, invalid('malformed parameters')],
  ])('%s', async (_title, request, expected) => {
    chariot = await startChariot();
    const authorization = `Bearer ${chariot.issueToken(exampleWriter)}`;
    const [method = '', path = ''] = request.split(' ');
    const headers = path.startsWith(LOGIN) ? undefined : { authorization };
    expect(await send(path, { method, ...(headers && { headers }) })).toMatchObject(expected);
  });
});

describe('the bearer token', () => {
  const rejected = { status: 401, type: 'application/json', body: '{"error":"invalid bearer token"}' };

  test('A token is rejected from the moment its lifetime has passed', async () => {
    let now = 0;
    chariot = await startChariot({ now: () => now, tokenLifetimeSeconds: 60 });
    const headers = { authorization: `Bearer ${chariot.issueToken(exampleWriter)}` };
    now = 59_999;
    expect(await send(ME, { headers })).toMatchObject({ status: 200 });
    now = 60_000;
    expect(await send(ME, { headers })).toMatchObject(rejected);
  });

  test.each([
    ['no Authorization header', undefined],
    ['no token', 'Bearer'],
    ['an empty token', 'Bearer '],
    ['an unknown token', 'Bearer wrong'],
    ['another scheme', 'Basic TOKEN'],
    ['no scheme', 'TOKEN'],
    ['two spaces before the token', 'Bearer  TOKEN'],
    ['text after the token', 'Bearer TOKEN x'],
  ])('A request with %s is rejected on each path of the service', async (_name, pattern) => {
    chariot = await startChariot();
    const authorization = pattern?.replace('TOKEN', chariot.issueToken(exampleWriter));
    const headers = authorization === undefined ? {} : { authorization };
    for (const path of [ME, `${PROJECT}/`, '/api/identity/v2/zzz', ME.slice(0, -1)])
      expect(await send(path, { headers })).toMatchObject(rejected);
    const elsewhere = { status: 404, type: 'text/plain', body: '404 page not found' };
    expect(await send('/api/zzz/', { headers })).toMatchObject(elsewhere);
  });
});
