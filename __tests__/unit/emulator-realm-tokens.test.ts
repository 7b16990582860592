import { createPublicKey } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseJwt, verifyJwt } from '../../emulator/jwt.js';
import { exampleFrontend, exampleUser, type Realm, type RunningRealm, startRealm } from '../../emulator/realm/index.js';
import { askRealm, askToken, inShort, textOf } from '../support/realm-requests.js';

let realm: RunningRealm;
let now: number;
afterEach(() => realm.close());

async function start(settings: Partial<Realm> = {}): Promise<void> {
  now = Date.now();
  realm = await startRealm({ now: () => now, ...settings });
}

const front = { client_id: 'example-frontend', client_secret: 'example-frontend-client-secret' };
const back = { client_id: 'example-backend', client_secret: 'example-backend-client-secret' };

/** Gives the tokens of a login of long ago. */
function logIn(...scope: string[]): Record<'access' | 'refresh' | 'id', string> {
  const answer = realm.logIn(exampleFrontend, exampleUser, scope);
  const { access_token: access, refresh_token: refresh, id_token: id } = answer;
  return { access: String(access), refresh: String(refresh), id: String(id) };
}

function refreshWith(token: string, more: object = front) {
  return askToken(realm, { grant_type: 'refresh_token', refresh_token: token, ...more });
}

function whoIs(token: string | undefined) {
  return askRealm(realm, 'userinfo', { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
}

describe('a revocation', () => {
  const revoke = (token: string, client: object = front) => askRealm(realm, 'revoke', { form: { token, ...client } });

  test('of an access token leaves its session', async () => {
    await start();
    const { access, refresh } = logIn('openid');
    expect((await whoIs(access)).status).toBe(200);
    expect(await revoke(access)).toMatchObject({ status: 200, body: '' });
    expect((await whoIs(access)).status).toBe(401);
    expect(inShort(await refreshWith(refresh))).toBe('200 success');
  });

  test.each<[Realm['release'], number]>([
    ['current', 1],
    // With `dc-ui` this logs people out of their browsers.
    ['old', 0],
  ])("of a refresh token by a %s server leaves %j of the user's other sessions", async (release, left) => {
    await start({ release });
    const [{ refresh, access }, other] = [logIn('openid'), logIn()];
    realm.logIn(exampleFrontend, { ...exampleUser, username: 'john' });
    expect(await revoke(refresh)).toMatchObject({ status: 200, body: '' });
    expect(realm.liveSessions()).toHaveLength(left + 1);
    expect((await whoIs(access)).status).toBe(401);
    expect((await refreshWith(other.refresh)).status).toBe(left === 1 ? 200 : 400);
    expect(inShort(await revoke(refresh))).toBe('200 invalid_token: Invalid token');
  });

  test('says what is wrong, an unknown token with status 200', async () => {
    await start();
    const { access, id } = logIn('openid');
    expect(inShort(await revoke('x'))).toBe('200 invalid_token: Invalid token');
    expect(inShort(await revoke(access, back))).toBe('400 invalid_request: Unmatching clients');
    expect(inShort(await revoke(id))).toBe('400 unsupported_token_type: Unsupported token type');
    expect(inShort(await askRealm(realm, 'revoke', { form: front }))).toBe('400 invalid_request: Token not provided');
    const hint = { ...front, token: access, token_type_hint: 'access_token' };
    expect((await askRealm(realm, 'revoke', { form: hint })).status).toBe(200);
  });
});

describe('userinfo', () => {
  test('names the user', async () => {
    await start();
    const { username, email } = exampleUser;
    const { status, body } = await whoIs(logIn('openid').access);
    const sub = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect([status, body]).toEqual([200, { sub, email_verified: true, preferred_username: username, email }]);
  });

  test('names the user of client credentials, who has no session', async () => {
    await start();
    const form = { ...back, grant_type: 'client_credentials', scope: 'openid' };
    const { body } = await whoIs(textOf(await askToken(realm, form), 'access_token'));
    expect(body).toMatchObject({ preferred_username: 'service-account-example-backend' });
  });

  const invalid = 'Bearer realm="example", error="invalid_token", error_description=';
  test.each<[string, Partial<Realm>, () => string | undefined, [number, string | null]]>([
    ['no token', {}, () => undefined, [401, 'Bearer realm="example"']],
    ['something else', {}, () => 'x', [401, `${invalid}"Token verification failed"`]],
    ['a refresh token', {}, () => logIn('openid').refresh, [401, `${invalid}"Token verification failed"`]],
    [
      'a token without openid',
      {},
      () => logIn().access,
      [403, 'Bearer realm="example", error="insufficient_scope", error_description="Missing openid scope"'],
    ],
    ['a token without openid, old', { release: 'old' }, () => logIn().access, [200, null]],
    [
      'a token of before the cut-off',
      { notBefore: Math.floor(Date.now() / 1000) + 60 },
      () => logIn('openid').access,
      [401, `${invalid}"Token verification failed"`],
    ],
    [
      'a token that outlives its session',
      { accessTokenLifetimeSeconds: 3600 },
      () => {
        const { access } = logIn('openid');
        now += 1_800_000;
        return access;
      },
      [401, `${invalid}"user_session_not_found"`],
    ],
    [
      'an expired token',
      {},
      () => {
        const { access } = logIn('openid');
        now += 300_000;
        return access;
      },
      [401, `${invalid}"Token verification failed"`],
    ],
  ])('of %s', async (...[, settings, token, expected]) => {
    await start(settings);
    const { status, headers } = await whoIs(token());
    expect([status, headers.get('www-authenticate')]).toEqual(expected);
  });
});

test('the published key verifies what the realm signs', async () => {
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
