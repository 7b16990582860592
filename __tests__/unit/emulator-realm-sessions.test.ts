import { afterEach, describe, expect, test } from '@jest/globals';
import {
  exampleBackend,
  exampleFrontend,
  exampleUser,
  type Realm,
  type RunningRealm,
  startRealm,
} from '../../emulator/realm/index.js';
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

function clientsInSessions(): readonly (readonly string[])[] {
  return realm.liveSessions().map(({ clients }) => clients);
}

function whoIs(token: string | undefined) {
  return askRealm(realm, 'userinfo', { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
}

describe('a refresh', () => {
  test('gives new tokens of the same session, never of a wider scope', async () => {
    await start();
    const { refresh } = logIn('openid', 'email');
    const id = realm.liveSessions()[0]?.id;
    const answer = await refreshWith(refresh, { ...front, scope: 'email profile' });
    expect(answer).toMatchObject({ status: 200, body: { session_state: id, scope: 'email' } });
    expect(textOf(answer, 'refresh_token')).not.toBe(refresh);
    expect(realm.issuedTokens()).toContain(textOf(answer, 'refresh_token'));
  });

  test('may be done again without rotation', async () => {
    await start();
    const { refresh } = logIn();
    expect([inShort(await refreshWith(refresh)), inShort(await refreshWith(refresh))]).toEqual([
      '200 success',
      '200 success',
    ]);
  });

  test('with rotation ends it all when it is done again', async () => {
    await start({ rotation: true });
    const { refresh } = logIn();
    const first = await refreshWith(refresh);
    expect(clientsInSessions()).toEqual([['example-frontend']]);
    const replay = '400 invalid_grant: Maximum allowed refresh token reuse exceeded';
    expect(inShort(await refreshWith(refresh))).toBe(replay);
    // The session stays listed, without the client; the fresh token is lost with it.
    expect(clientsInSessions()).toEqual([[]]);
    const lost = "400 invalid_grant: Session doesn't have required client";
    expect(inShort(await refreshWith(textOf(first, 'refresh_token')))).toBe(lost);
  });

  test('with rotation goes on with each new token', async () => {
    await start({ rotation: true });
    let { refresh } = logIn();
    for (const _ of [1, 2, 3]) refresh = textOf(await refreshWith(refresh), 'refresh_token');
    expect(inShort(await refreshWith(refresh))).toBe('200 success');
  });

  const later = (ms: number) => () => {
    now += ms;
  };
  const logOut = async (refresh: string) => {
    await askRealm(realm, 'logout', { form: { ...front, refresh_token: refresh } });
  };
  test.each<[string, Partial<Realm>, (refresh: string) => void | Promise<void>, string]>([
    ['in time', {}, later(1_799_000), '200 success'],
    ['too late', {}, later(1_800_000), '400 invalid_grant: Token is not active'],
    ['after a logout', {}, logOut, '400 invalid_grant: Session not active'],
    [
      'of a user who is off',
      { users: [{ ...exampleUser, disabled: true }] },
      later(0),
      '400 invalid_grant: User disabled',
    ],
    [
      'of before the cut-off',
      { notBefore: Math.floor(Date.now() / 1000) + 60 },
      later(0),
      '400 invalid_grant: Stale token',
    ],
  ])('%s', async (...[, settings, between, expected]) => {
    await start(settings);
    const user = settings.users?.[0] ?? exampleUser;
    const refresh = String(realm.logIn(exampleFrontend, user)['refresh_token']);
    await between(refresh);
    expect(inShort(await refreshWith(refresh))).toBe(expected);
  });

  test.each<[string, () => string, object, string]>([
    ['no token', () => '', front, '400 invalid_request: No refresh token'],
    ['something else', () => 'x', front, '400 invalid_grant: Invalid refresh token'],
    ['an access token', () => logIn().access, front, '400 invalid_grant: Invalid refresh token'],
    [
      'another client',
      () => logIn().refresh,
      back,
      "400 invalid_grant: Invalid refresh token. Token client and authorized client don't match",
    ],
  ])('is refused with %s, and so is a logout', async (...[, token, client, expected]) => {
    await start();
    const text = token();
    const form = { ...client, ...(text === '' ? {} : { refresh_token: text }) };
    expect(inShort(await askToken(realm, { grant_type: 'refresh_token', ...form }))).toBe(expected);
    // A logout without a token is one of a browser.
    const page = '200 <html><body><h1>Logging out</h1></body></html>';
    expect(inShort(await askRealm(realm, 'logout', { form }))).toBe(text === '' ? page : expected);
  });
});

describe('a logout', () => {
  test('ends the one session, and says 204 as often as it is asked', async () => {
    await start();
    const [{ refresh, access }] = [logIn('openid'), logIn()];
    const form = { ...front, refresh_token: refresh };
    for (const _ of [1, 2]) {
      const { status, body } = await askRealm(realm, 'logout', { form });
      expect([status, body, realm.liveSessions().length]).toEqual([204, '', 1]);
    }
    expect((await whoIs(access)).status).toBe(401);
  });

  test('takes an expired token too', async () => {
    await start();
    const { refresh } = logIn('offline_access');
    now += 86_400_000;
    expect(realm.liveSessions()).toHaveLength(1);
    const { status } = await askRealm(realm, 'logout', { form: { ...front, refresh_token: refresh } });
    expect([status, realm.liveSessions()]).toEqual([204, []]);
  });

  test('needs the client', async () => {
    await start();
    const form = { client_id: 'example-frontend', refresh_token: logIn().refresh };
    const refused = '401 unauthorized_client: Invalid client or Invalid client credentials';
    expect(inShort(await askRealm(realm, 'logout', { form }))).toBe(refused);
    expect(realm.liveSessions()).toHaveLength(1);
  });
});

test('a login by hand is a session like any other', async () => {
  await start({ clients: [exampleBackend] });
  realm.logIn(exampleBackend, exampleUser);
  const id = expect.any(String);
  expect(realm.liveSessions()).toEqual([{ id, username: exampleUser.username, clients: ['example-backend'] }]);
  now += 1_800_000;
  expect(realm.liveSessions()).toEqual([]);
});
