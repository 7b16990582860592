import { describe, expect, test } from '@jest/globals';
import {
  exampleBackend,
  exampleDataClarity,
  exampleFrontend,
  exampleUser,
  type Realm,
} from '../../../emulator/realm/index.js';
import { askRealm, askToken, inShort, textOf } from '../../support/realm-requests.js';
import {
  advance,
  backend,
  frontend,
  logIn,
  outcome,
  password,
  realm,
  refreshWith,
  START,
  start,
  userinfo,
  WRONG_SECRET,
} from './realm-set-up.js';

function clientsInSessions(): readonly (readonly string[])[] {
  return realm.liveSessions().map(({ clients }) => clients);
}

describe('refresh', () => {
  test('A refresh returns new tokens of the same session, without a wider scope', async () => {
    await start();
    const { refresh } = logIn('openid', 'email');
    const id = realm.liveSessions()[0]?.id;
    const answer = await refreshWith(refresh, { ...frontend, scope: 'email profile' });
    expect(answer).toMatchObject({ status: 200, body: { session_state: id, scope: 'email' } });
    expect(textOf(answer, 'refresh_token')).not.toBe(refresh);
    expect(realm.issuedTokens()).toContain(textOf(answer, 'refresh_token'));
  });

  test('Without rotation, a refresh token can be used again', async () => {
    await start();
    const { refresh } = logIn();
    const outcomes = [inShort(await refreshWith(refresh)), inShort(await refreshWith(refresh))];
    expect(outcomes).toEqual(['200 success', '200 success']);
  });

  test('With rotation, using a refresh token again invalidates all tokens of the client', async () => {
    await start({ rotation: true });
    const { refresh } = logIn();
    const first = await refreshWith(refresh);
    expect(clientsInSessions()).toEqual([['example-frontend']]);
    const replay = '400 invalid_grant: Maximum allowed refresh token reuse exceeded';
    expect(inShort(await refreshWith(refresh))).toBe(replay);
    // The session remains, without the client. The new token is therefore invalid.
    expect(clientsInSessions()).toEqual([[]]);
    const lost = "400 invalid_grant: Session doesn't have required client";
    expect(inShort(await refreshWith(textOf(first, 'refresh_token')))).toBe(lost);
  });

  test('With rotation, each new refresh token can be used', async () => {
    await start({ rotation: true });
    let { refresh } = logIn();
    for (const _ of [1, 2, 3]) refresh = textOf(await refreshWith(refresh), 'refresh_token');
    expect(inShort(await refreshWith(refresh))).toBe('200 success');
  });

  const later = (ms: number) => () => advance(ms);
  const logOut = async (refresh: string) => {
    await askRealm(realm, 'logout', { form: { ...frontend, refresh_token: refresh } });
  };
  const disabled = { users: [{ ...exampleUser, disabled: true }] };
  const cutOff = { notBefore: START / 1000 + 60 };
  const invalid = (reason: string) => `400 invalid_grant: ${reason}`;
  test.each<[string, Partial<Realm>, (refresh: string) => void | Promise<void>, string]>([
    ['A refresh before the token expires succeeds', {}, later(1_799_000), '200 success'],
    ['A refresh after the token has expired fails', {}, later(1_800_000), invalid('Token is not active')],
    ['A refresh after a logout fails', {}, logOut, invalid('Session not active')],
    ['A refresh for a disabled user fails', disabled, later(0), invalid('User disabled')],
    ['A refresh with a token from before notBefore fails', cutOff, later(0), invalid('Stale token')],
  ])('%s', async (...[, settings, between, expected]) => {
    await start(settings);
    const user = settings.users?.[0] ?? exampleUser;
    const refresh = String(realm.logIn(exampleFrontend, user)['refresh_token']);
    await between(refresh);
    expect(inShort(await refreshWith(refresh))).toBe(expected);
  });

  const otherClient = "Invalid refresh token. Token client and authorized client don't match";
  test.each<[string, () => string, object, string]>([
    ['no token', () => '', frontend, '400 invalid_request: No refresh token'],
    ['an unknown token', () => 'x', frontend, invalid('Invalid refresh token')],
    ['an access token', () => logIn().access, frontend, invalid('Invalid refresh token')],
    ['a token of another client', () => logIn().refresh, backend, invalid(otherClient)],
  ])('A refresh with %s is rejected, and so is a logout', async (...[, token, client, expected]) => {
    await start();
    const text = token();
    const form = { ...client, ...(text === '' ? {} : { refresh_token: text }) };
    expect(await outcome({ grant_type: 'refresh_token', ...form })).toBe(expected);
    // A logout without a token is answered as in a browser.
    const page = '200 <html><body><h1>Logging out</h1></body></html>';
    expect(inShort(await askRealm(realm, 'logout', { form }))).toBe(text === '' ? page : expected);
  });
});

describe('logout', () => {
  test('A logout ends one session, and returns 204 again if it is repeated', async () => {
    await start();
    const [{ refresh, access }] = [logIn('openid'), logIn()];
    const form = { ...frontend, refresh_token: refresh };
    for (const _ of [1, 2]) {
      const { status, body } = await askRealm(realm, 'logout', { form });
      expect([status, body, realm.liveSessions().length]).toEqual([204, '', 1]);
    }
    expect((await userinfo(access)).status).toBe(401);
  });

  test('A logout ends an offline session after a day', async () => {
    await start();
    const { refresh } = logIn('offline_access');
    advance(86_400_000);
    expect(realm.liveSessions()).toHaveLength(1);
    const { status } = await askRealm(realm, 'logout', { form: { ...frontend, refresh_token: refresh } });
    expect([status, realm.liveSessions()]).toEqual([204, []]);
  });

  test('A logout without the secret of the client is rejected', async () => {
    await start();
    const form = { client_id: 'example-frontend', refresh_token: logIn().refresh };
    expect(inShort(await askRealm(realm, 'logout', { form }))).toBe(WRONG_SECRET);
    expect(realm.liveSessions()).toHaveLength(1);
  });
});

test('A public client logs in and out with its id alone', async () => {
  await start(exampleDataClarity);
  const answer = await askToken(realm, { client_id: 'dc-ui', ...password });
  expect(inShort(answer)).toBe('200 success');
  const form = { client_id: 'dc-ui', refresh_token: textOf(answer, 'refresh_token') };
  expect((await askRealm(realm, 'logout', { form })).status).toBe(204);
});

test('A login without a request creates a session that expires', async () => {
  await start({ clients: [exampleBackend] });
  realm.logIn(exampleBackend, exampleUser);
  const id = expect.any(String);
  expect(realm.liveSessions()).toEqual([{ id, username: exampleUser.username, clients: ['example-backend'] }]);
  advance(1_800_000);
  expect(realm.liveSessions()).toEqual([]);
});

describe('revocation', () => {
  const revoke = (token: string, client: object = frontend) =>
    askRealm(realm, 'revoke', { form: { token, ...client } });

  test('The revocation of an access token does not end its session', async () => {
    await start();
    const { access, refresh } = logIn('openid');
    expect((await userinfo(access)).status).toBe(200);
    expect(await revoke(access)).toMatchObject({ status: 200, body: '' });
    expect((await userinfo(access)).status).toBe(401);
    expect(inShort(await refreshWith(refresh))).toBe('200 success');
  });

  test.each<[string, Realm['release'], number]>([
    ['A current server ends only the session of a revoked refresh token', 'current', 1],
    // With the client `dc-ui` this also logs users out of their browsers.
    ["An old server ends all of the user's sessions when a refresh token is revoked", 'old', 0],
  ])('%s', async (_title, release, left) => {
    await start({ release });
    const [{ refresh, access }, other] = [logIn('openid'), logIn()];
    realm.logIn(exampleFrontend, { ...exampleUser, username: 'john' });
    expect(await revoke(refresh)).toMatchObject({ status: 200, body: '' });
    expect(realm.liveSessions()).toHaveLength(left + 1);
    expect((await userinfo(access)).status).toBe(401);
    expect((await refreshWith(other.refresh)).status).toBe(left === 1 ? 200 : 400);
    expect(inShort(await revoke(refresh))).toBe('200 invalid_token: Invalid token');
  });

  test('A revocation that fails names the reason, with status 200 for an unknown token', async () => {
    await start();
    const { access, id } = logIn('openid');
    expect(inShort(await revoke('x'))).toBe('200 invalid_token: Invalid token');
    expect(inShort(await revoke(access, backend))).toBe('400 invalid_request: Unmatching clients');
    expect(inShort(await revoke(id))).toBe('400 unsupported_token_type: Unsupported token type');
    const noToken = await askRealm(realm, 'revoke', { form: frontend });
    expect(inShort(noToken)).toBe('400 invalid_request: Token not provided');
    const hint = { ...frontend, token: access, token_type_hint: 'access_token' };
    expect((await askRealm(realm, 'revoke', { form: hint })).status).toBe(200);
  });
});
