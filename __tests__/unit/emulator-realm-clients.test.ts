import { afterEach, describe, expect, test } from '@jest/globals';
import {
  exampleBackend,
  exampleDataClarity,
  exampleDcUi,
  exampleKeycloak,
  exampleUser,
  type Realm,
  type RunningRealm,
  startRealm,
} from '../../emulator/realm/index.js';
import { askRealm, askToken, inShort, readAnswer, textOf } from '../support/realm-requests.js';

let realm: RunningRealm;
afterEach(() => realm.close());

const machine = { grant_type: 'client_credentials' };
const inForm = { client_id: 'example-backend', client_secret: 'example-backend-client-secret' };
const WRONG_SECRET = '401 unauthorized_client: Invalid client or Invalid client credentials';
const WRONG_CLIENT = '401 invalid_client: Invalid client or Invalid client credentials';

function basic(text: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(text).toString('base64')}` };
}

describe('a client secret in the form', () => {
  test.each<[string, Partial<Realm>, Record<string, string>, string]>([
    ['right', {}, inForm, '200 success'],
    ['wrong', {}, { ...inForm, client_secret: 'x' }, WRONG_SECRET],
    ['none', {}, { client_id: 'example-backend' }, WRONG_SECRET],
    [
      'wrong, old',
      { release: 'old' },
      { ...inForm, client_secret: 'x' },
      '401 unauthorized_client: Invalid client secret',
    ],
    [
      'none, old',
      { release: 'old' },
      { client_id: 'example-backend' },
      '401 unauthorized_client: Client secret not provided in request',
    ],
    ['unknown client', {}, { ...inForm, client_id: 'x' }, WRONG_CLIENT],
    ['disabled client', { clients: [{ ...exampleBackend, disabled: true }] }, inForm, WRONG_CLIENT],
    ['no client', {}, {}, WRONG_CLIENT],
    ['no client, old', { release: 'old' }, {}, '400 invalid_client: Missing client_id parameter'],
  ])('%s', async (...[, settings, form, expected]) => {
    realm = await startRealm(settings);
    expect(inShort(await askToken(realm, { ...machine, ...form }))).toBe(expected);
  });
});

describe('a client secret in a header', () => {
  const odd = { ...exampleBackend, clientId: 'a b', authentication: { kind: 'secret', secret: ':/+% é' } } as const;
  const encoded = 'a+b:%3A%2F%2B%25+%C3%A9';
  const unexpected = '400 unauthorized_client: Unexpected error when authenticating client';

  test.each<[string, string]>([
    [encoded, '200 success'],
    ['a%20b:%3A%2F%2B%25%20%C3%A9', '200 success'],
    [`a+b:%3A/%2B%25+é`, '200 success'],
    ['a b:%3A%2F+%25+%C3%A9', WRONG_SECRET],
    ['a b::/+% é', unexpected],
    ['a b:x:y', WRONG_SECRET],
    ['a b:%', unexpected],
    ['a b', WRONG_CLIENT],
    ['x:y', WRONG_CLIENT],
  ])('%s', async (text, expected) => {
    realm = await startRealm({ clients: [odd] });
    expect(inShort(await askToken(realm, machine, basic(text)))).toBe(expected);
  });

  test('that is none at all is overlooked; an old server asks for one, unless the form has a client', async () => {
    const clients = [exampleBackend, { ...exampleDcUi, clientId: 'ui' }];
    const headers = { authorization: 'Negotiate x' };
    const person = { grant_type: 'password', username: exampleUser.username, password: exampleUser.password };
    realm = await startRealm({ clients });
    expect(inShort(await askToken(realm, machine, headers))).toBe(WRONG_CLIENT);
    await realm.close();
    realm = await startRealm({ clients, release: 'old' });
    const { status, headers: answered, body } = await askToken(realm, machine, headers);
    expect([status, answered.get('www-authenticate'), body]).toEqual([401, 'Basic realm="example"', '']);
    expect(inShort(await askToken(realm, { ...person, client_id: 'ui' }, headers))).toBe('200 success');
  });
});

test('a public client needs its id alone', async () => {
  realm = await startRealm(exampleDataClarity);
  const { username, password } = exampleUser;
  const form = { client_id: 'dc-ui', grant_type: 'password', username, password };
  const answer = await askToken(realm, form);
  expect(inShort(answer)).toBe('200 success');
  const logout = { client_id: 'dc-ui', refresh_token: textOf(answer, 'refresh_token') };
  expect((await askRealm(realm, 'logout', { form: logout })).status).toBe(204);
});

describe('what no client has a reason to send is refused', () => {
  const form = `${new URLSearchParams({ ...machine, ...inForm })}`;
  const header = basic('example-backend:example-backend-client-secret');
  test.each<[string, { form: string; headers?: Record<string, string>; query?: string }, string]>([
    ['two authentications', { form, headers: header }, '400 400 Bad Request: two client authentications'],
    ['another parameter', { form: `${form}&username=x` }, '400 400 Bad Request: unknown parameter "username"'],
    ['an empty parameter', { form: `${form}&scope=` }, '400 400 Bad Request: empty parameter "scope"'],
    ['half an escape', { form: `${form}&scope=%2` }, '400 400 Bad Request: malformed parameters'],
    ['a query', { form, query: '?x=1' }, '400 400 Bad Request: unexpected query'],
    [
      'JSON',
      { form, headers: { 'content-type': 'application/json' } },
      '400 invalid_request: Missing form parameter: grant_type',
    ],
    ['a parameter twice', { form: `${form}&scope=email&scope=profile` }, '400 invalid_request: duplicated parameter'],
    ['a wrong secret twice', { form: `${form.replace(/secret=[^&]+/, 'secret=x')}&client_secret=y` }, WRONG_SECRET],
  ])('%s', async (...[, { form: body, headers, query = '' }, expected]) => {
    realm = await startRealm();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const url = `${realm.issuer}/protocol/openid-connect/token${query}`;
    const answer = await readAnswer(await fetch(url, { method: 'POST', headers: { ...type, ...headers }, body }));
    expect(inShort(answer)).toBe(expected);
    expect(realm.issuedTokens()).toEqual([]);
  });

  test('another method', async () => {
    realm = await startRealm();
    expect(inShort(await askRealm(realm, 'token'))).toBe('405 HTTP 405 Method Not Allowed');
    expect(inShort(await askRealm(realm, 'userinfo', { form: 'a=b' }))).toBe('405 HTTP 405 Method Not Allowed');
  });
});

describe('the place of a request', () => {
  const missing = '404 Unable to find matching target resource method';
  const page = '404 <html><body><h1>Resource not found</h1></body></html>';
  const token = '/protocol/openid-connect/token';
  test.each<[Partial<Realm>, string, string]>([
    [{}, `/realms/example${token}`, '200 success'],
    [{}, `/auth/realms/example${token}`, missing],
    [{}, `/realms/x${token}`, '404 Realm does not exist'],
    [{}, '/realms/example/x', missing],
    [{}, '/', missing],
    [{ name: 'two words' }, `/realms/two%20words${token}`, '200 success'],
    [{ prefix: '/auth' }, `/auth/realms/example${token}`, '200 success'],
    [{ prefix: '/auth' }, `/realms/example${token}`, page],
    [{ prefix: '/auth' }, `/auth/realms/x${token}`, '404 Realm does not exist'],
  ])('of %j: %s', async (settings, path, expected) => {
    realm = await startRealm(settings);
    const body = new URLSearchParams({ ...machine, ...inForm });
    const answer = await readAnswer(await fetch(realm.url + path, { method: 'POST', body }));
    expect(inShort(answer)).toBe(expected);
    if (expected === page) expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  test.each<[Partial<Realm>, string, number]>([
    [{}, '/realms/example/.well-known/openid-configuration', 200],
    [{}, '/.well-known/oauth-authorization-server/realms/example', 200],
    [{}, '/.well-known/oauth-authorization-server/realms/x', 404],
    [{}, '/.well-known/openid-configuration/realms/example', 404],
    [{ release: 'old' }, '/.well-known/oauth-authorization-server/realms/example', 404],
    [{ prefix: '/auth' }, '/auth/.well-known/oauth-authorization-server/realms/example', 404],
    [exampleDataClarity, '/auth/realms/example-tenant/.well-known/openid-configuration', 200],
    [{ name: 'two words' }, '/realms/two%20words/.well-known/openid-configuration', 200],
  ])('of a discovery document of %j: %s', async (settings, path, status) => {
    realm = await startRealm(settings);
    const response = await fetch(realm.url + path);
    expect(response.status).toBe(status);
    if (status === 404) return expect(response.headers.get('content-type')).toBe('application/json');
    const base = realm.issuer;
    expect(await response.json()).toMatchObject({
      issuer: base,
      token_endpoint: `${base}/protocol/openid-connect/token`,
      userinfo_endpoint: `${base}/protocol/openid-connect/userinfo`,
      end_session_endpoint: `${base}/protocol/openid-connect/logout`,
      revocation_endpoint: `${base}/protocol/openid-connect/revoke`,
      jwks_uri: `${base}/protocol/openid-connect/certs`,
      token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
    });
    expect(base).toBe(
      realm.url +
        path.replace('/.well-known/openid-configuration', '').replace('/.well-known/oauth-authorization-server', ''),
    );
  });

  test('a fault of one endpoint leaves the others alone', async () => {
    realm = await startRealm(exampleKeycloak);
    realm.setFault('token', { kind: 'status', status: 503 }, { first: 1 });
    expect((await askRealm(realm, 'discovery')).status).toBe(200);
    expect((await askToken(realm, { ...machine, ...inForm })).status).toBe(503);
    expect((await askToken(realm, { ...machine, ...inForm })).status).toBe(200);
  });
});
