import { createPublicKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { parseJwt, verifyJwt } from '../../../emulator/jwt.js';
import { exampleDataClarity, exampleKeycloak, exampleUser, type Realm } from '../../../emulator/realm/index.js';
import { askRealm, askToken, inShort, readAnswer, textOf } from '../../support/realm-requests.js';
import { advance, backend, logIn, machine, realm, START, start, userinfo, WRONG_SECRET } from './realm-set-up.js';

describe('the strictness of the token endpoint', () => {
  const form = `${new URLSearchParams(machine)}`;
  const basic = Buffer.from(`${backend.client_id}:${backend.client_secret}`).toString('base64');
  const header = { authorization: `Basic ${basic}` };
  const twoSecrets = `${form.replace(/secret=[^&]+/, 'secret=x')}&client_secret=y`;
  const json = { 'content-type': 'application/json' };
  const rejected = (problem: string) => `400 400 Bad Request: ${problem}`;
  const duplicated = '400 invalid_request: duplicated parameter';
  const noGrant = '400 invalid_request: Missing form parameter: grant_type';
  test.each<[string, { form: string; headers?: Record<string, string>; query?: string }, string]>([
    ['two client authentications', { form, headers: header }, rejected('two client authentications')],
    ['an unknown parameter', { form: `${form}&username=x` }, rejected('unknown parameter "username"')],
    ['an empty parameter', { form: `${form}&scope=` }, rejected('empty parameter "scope"')],
    ['a malformed escape', { form: `${form}&scope=%2` }, rejected('malformed parameters')],
    ['a query', { form, query: '?x=1' }, rejected('unexpected query')],
    ['the content type of JSON', { form, headers: json }, noGrant],
    ['a repeated parameter', { form: `${form}&scope=email&scope=profile` }, duplicated],
    ['two wrong secrets', { form: twoSecrets }, WRONG_SECRET],
  ])('A realm rejects a token request with %s', async (...[, { form: body, headers, query = '' }, expected]) => {
    await start();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const url = `${realm.issuer}/protocol/openid-connect/token${query}`;
    const answer = await readAnswer(await fetch(url, { method: 'POST', headers: { ...type, ...headers }, body }));
    expect(inShort(answer)).toBe(expected);
    expect(realm.issuedTokens()).toEqual([]);
  });

  test('A request with a method that an endpoint does not support is rejected', async () => {
    await start();
    expect(inShort(await askRealm(realm, 'token'))).toBe('405 HTTP 405 Method Not Allowed');
    expect(inShort(await askRealm(realm, 'userinfo', { form: 'a=b' }))).toBe('405 HTTP 405 Method Not Allowed');
  });
});

describe('paths', () => {
  const missing = '404 Unable to find matching target resource method';
  const noRealm = '404 Realm does not exist';
  const page = '404 <html><body><h1>Resource not found</h1></body></html>';
  const token = '/protocol/openid-connect/token';
  const auth = { prefix: '/auth' } as const;
  const words = { name: 'two words' };
  test.each<[string, Partial<Realm>, string, string]>([
    ['The token endpoint is below the name of the realm', {}, `/realms/example${token}`, '200 success'],
    ['A server without a prefix does not know /auth', {}, `/auth/realms/example${token}`, missing],
    ['An unknown realm is not found', {}, `/realms/x${token}`, noRealm],
    ['An unknown path of a realm is not found', {}, '/realms/example/x', missing],
    ['A path below the token endpoint is not found', {}, `/realms/example${token}/x`, missing],
    ['The root path of a realm server is not found', {}, '/', missing],
    ['The name of a realm is percent-decoded', words, `/realms/two%20words${token}`, '200 success'],
    ['A server with a prefix answers below it', auth, `/auth/realms/example${token}`, '200 success'],
    ['A path outside the prefix is an HTML page', auth, `/realms/example${token}`, page],
    ['An unknown realm below a prefix is not found', auth, `/auth/realms/x${token}`, noRealm],
  ])('%s', async (...[, settings, path, expected]) => {
    await start(settings);
    const answer = await readAnswer(
      await fetch(realm.url + path, { method: 'POST', body: new URLSearchParams(machine) }),
    );
    expect(inShort(answer)).toBe(expected);
    if (expected === page) expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  const openid = '/.well-known/openid-configuration';
  const rfc8414 = '/.well-known/oauth-authorization-server';
  test.each<[string, Partial<Realm>, string, number]>([
    ['Metadata is at the path of OpenID Connect', {}, `/realms/example${openid}`, 200],
    ['Metadata is at the path of RFC 8414', {}, `${rfc8414}/realms/example`, 200],
    ['An unknown realm has no metadata', {}, `${rfc8414}/realms/x`, 404],
    ['Metadata is not at a mixed path', {}, `${openid}/realms/example`, 404],
    ['An old server has no path of RFC 8414', { release: 'old' }, `${rfc8414}/realms/example`, 404],
    ['A server with a prefix has no path of RFC 8414', auth, `/auth${rfc8414}/realms/example`, 404],
    ['DataClarity has metadata below its prefix', exampleDataClarity, `/auth/realms/example-tenant${openid}`, 200],
    ['Metadata contains an encoded realm name', words, `/realms/two%20words${openid}`, 200],
  ])('%s', async (...[, settings, path, status]) => {
    await start(settings);
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
    expect(base).toBe(realm.url + path.replace(openid, '').replace(rfc8414, ''));
  });

  test('A fault of one endpoint does not affect the other endpoints', async () => {
    await start(exampleKeycloak);
    realm.setFault('token', { kind: 'status', status: 503 }, { first: 1 });
    expect((await askRealm(realm, 'discovery')).status).toBe(200);
    expect((await askToken(realm, machine)).status).toBe(503);
    expect((await askToken(realm, machine)).status).toBe(200);
  });
});

describe('userinfo', () => {
  test('`userinfo` returns the user of an access token', async () => {
    await start();
    const { username, email } = exampleUser;
    const { status, body } = await userinfo(logIn('openid').access);
    const sub = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect([status, body]).toEqual([200, { sub, email_verified: true, preferred_username: username, email }]);
  });

  test('`userinfo` returns the service account of client credentials, which have no session', async () => {
    await start();
    const form = { ...machine, scope: 'openid' };
    const { body } = await userinfo(textOf(await askToken(realm, form), 'access_token'));
    expect(body).toMatchObject({ preferred_username: 'service-account-example-backend' });
  });

  const challenge = (error: string, reason: string) =>
    `Bearer realm="example", error="${error}", error_description="${reason}"`;
  const unverified = challenge('invalid_token', 'Token verification failed');
  const later = (ms: number) => () => {
    const { access } = logIn('openid');
    advance(ms);
    return access;
  };
  const cutOff = { notBefore: START / 1000 + 60 };
  const longToken = { accessTokenLifetimeSeconds: 3600 };
  const noOpenid = challenge('insufficient_scope', 'Missing openid scope');
  const noSession = challenge('invalid_token', 'user_session_not_found');
  test.each<[string, Partial<Realm>, () => string | undefined, [number, string | null]]>([
    ['`userinfo` rejects a request without a token', {}, () => undefined, [401, 'Bearer realm="example"']],
    ['`userinfo` rejects an unknown token', {}, () => 'x', [401, unverified]],
    ['`userinfo` rejects a refresh token', {}, () => logIn('openid').refresh, [401, unverified]],
    ['`userinfo` rejects a token without openid', {}, () => logIn().access, [403, noOpenid]],
    [
      '`userinfo` of an old server accepts a token without openid',
      { release: 'old' },
      () => logIn().access,
      [200, null],
    ],
    ['`userinfo` rejects a token that was issued before notBefore', cutOff, later(0), [401, unverified]],
    ['`userinfo` rejects a token whose session has expired', longToken, later(1_800_000), [401, noSession]],
    ['`userinfo` rejects an expired token', {}, later(300_000), [401, unverified]],
  ])('%s', async (...[, settings, token, expected]) => {
    await start(settings);
    const { status, headers } = await userinfo(token());
    expect([status, headers.get('www-authenticate')]).toEqual(expected);
  });
});

test('The published key verifies the tokens that the realm signs', async () => {
  await start();
  const { keys } = Object((await askRealm(realm, 'jwks')).body);
  const { access, id } = logIn('openid');
  for (const text of [access, id]) {
    const jwt = parseJwt(text);
    expect(jwt && verifyJwt(jwt, keys[0])).toBe(true);
    expect(jwt && verifyJwt({ ...jwt, signedText: `${jwt.signedText}x` }, keys[0])).toBe(false);
  }
  expect(createPublicKey({ key: keys[0], format: 'jwk' }).asymmetricKeyDetails?.modulusLength).toBe(2048);
});
