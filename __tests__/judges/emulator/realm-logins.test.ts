import { describe, expect, test } from '@jest/globals';
import { parseJwt } from '../../../emulator/jwt.js';
import {
  exampleBackend,
  exampleDataClarity,
  exampleDcUi,
  exampleFrontend,
  exampleKeycloak,
  exampleUser,
  type Realm,
} from '../../../emulator/realm/index.js';
import { askToken, inShort, textOf } from '../../support/realm-requests.js';
import { advance, frontend, login, machine, outcome, password, realm, seconds, start } from './realm-set-up.js';
import { until } from './until.js';

const REFUSED = 'invalid_grant: Invalid user credentials';
const DISABLED = '400 invalid_grant: Account disabled';
const jwt = expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);
const uuid = expect.stringMatching(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);

describe('rejected logins', () => {
  const old = { release: 'old' } as const;
  const wrong = { ...login, password: 'x' };
  const { password: _password, ...withoutPassword } = login;
  const { username: _username, ...withoutUsername } = wrong;
  const user = (change: object) => ({ users: [{ ...exampleUser, ...change }] });
  const front = (change: object) => ({ clients: [{ ...exampleFrontend, ...change }] });
  const back = (change: object) => ({ clients: [{ ...exampleBackend, ...change }] });
  const refusedAccount = (reason: string) => `401 unauthorized_client: ${reason} to retrieve service account`;
  const noDirectAccess = '400 unauthorized_client: Client not allowed for direct access grants';
  const noAccount = '401 invalid_request: The associated service account for the client does not exist';
  const disabledAccount = "401 invalid_request: User 'service-account-example-backend' disabled";
  const toDo = '400 invalid_grant: Account is not fully set up';

  test.each<[string, Partial<Realm>, Record<string, string>, string]>([
    ['A wrong password', {}, wrong, `400 ${REFUSED}`],
    ['A missing password', {}, withoutPassword, `400 ${REFUSED}`],
    ['An unknown user', {}, { ...login, username: 'x' }, `400 ${REFUSED}`],
    ['A wrong password on an old server', old, wrong, `401 ${REFUSED}`],
    ['An unknown user on an old server', old, { ...login, username: 'x' }, `401 ${REFUSED}`],
    ['A disabled user', user({ disabled: true }), login, DISABLED],
    ['A disabled user with a wrong password', user({ disabled: true }), wrong, `400 ${REFUSED}`],
    [
      'A disabled user with a wrong password on an old server',
      { ...user({ disabled: true }), ...old },
      wrong,
      DISABLED,
    ],
    ['A user with a required action', user({ requiredAction: 'UPDATE_PASSWORD' }), login, toDo],
    ['A user with a required action and a wrong password', user({ requiredAction: 'x' }), wrong, `400 ${REFUSED}`],
    ['A missing user name', {}, withoutUsername, '401 invalid_request: Missing parameter: username'],
    ['A client without direct access grants', front({ directAccess: false }), login, noDirectAccess],
    [
      'A client that requires consent',
      front({ consentRequired: true }),
      login,
      '400 invalid_client: Client requires user consent',
    ],
    ['An unknown scope', {}, { ...login, scope: 'openid x' }, '400 invalid_scope: Invalid scopes: openid x'],
    [
      'A public client with the grant client_credentials',
      back({ authentication: { kind: 'none' } }),
      { client_id: 'example-backend', grant_type: 'client_credentials' },
      refusedAccount('Public client not allowed'),
    ],
    [
      'A client without a service account',
      {},
      { ...frontend, grant_type: 'client_credentials' },
      refusedAccount('Client not enabled'),
    ],
    ['A disabled service account', back({ serviceAccount: 'disabled' }), machine, disabledAccount],
    ['A missing service account', back({ serviceAccount: 'missing' }), machine, noAccount],
    ['An unknown grant', {}, { ...frontend, grant_type: 'x' }, '400 unsupported_grant_type: Unsupported grant_type'],
    ['A missing grant', {}, frontend, '400 invalid_request: Missing form parameter: grant_type'],
    ['A realm that requires TLS', { tlsRequired: true }, login, '403 invalid_request: HTTPS required'],
    ['A disabled realm', { disabled: true }, login, '403 access_denied: Realm not enabled'],
  ])('%s makes a login fail', async (...[, settings, form, expected]) => {
    await start(settings);
    expect(await outcome(form)).toBe(expected);
    expect([realm.issuedTokens(), realm.liveSessions()]).toEqual([[], []]);
  });
});

describe('brute-force detection', () => {
  const bruteForce = { failures: 2, lockSeconds: 60 };
  const refused = `400 ${REFUSED}`;

  test('Too many wrong passwords lock a user for a while, with the error of a wrong password', async () => {
    await start({ bruteForce });
    const outcomes: string[] = [];
    for (const word of ['x', exampleUser.password, 'x', 'x', exampleUser.password]) {
      outcomes.push(await outcome({ ...login, password: word }));
    }
    expect(outcomes).toEqual([refused, '200 success', refused, refused, refused]);
    expect(realm.failuresOf(exampleUser.username)).toBe(2);
    advance(59_999);
    expect(await outcome(login)).toBe(refused);
    advance(1);
    expect(await outcome(login)).toBe('200 success');
    expect(realm.failuresOf(exampleUser.username)).toBe(0);
  });

  /** Sends four logins at once. Their passwords are checked when only `waiting` of them have no answer yet. */
  async function logInAtOnce(settings: Partial<Realm>, waiting: number): Promise<readonly string[]> {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await start({ whileChecking: () => gate, ...settings });
    const answers = [1, 2, 3, 4].map(() => askToken(realm, login).then(inShort));
    const unanswered = () => realm.requests.filter(({ status }) => status === undefined).length;
    await until(() => realm.requests.length === 4 && unanswered() <= waiting);
    open();
    return Promise.all(answers);
  }

  test('Of four simultaneous logins one succeeds, and none is counted as a failure', async () => {
    const answers = await logInAtOnce({ bruteForce }, 1);
    expect(answers.toSorted()).toEqual(['200 success', refused, refused, refused]);
    expect(realm.failuresOf(exampleUser.username)).toBe(0);
  });

  test('By default, four simultaneous logins succeed', async () => {
    expect(await logInAtOnce({}, 4)).toEqual(Array(4).fill('200 success'));
  });
});

describe('successful logins', () => {
  const bearer = { token_type: 'Bearer', 'not-before-policy': 0 };
  test.each<[string, Partial<Realm>, Record<string, string>, Record<string, unknown>]>([
    [
      'A login at DataClarity is answered as in its documentation',
      exampleDataClarity,
      { client_id: 'dc-ui', ...password },
      {
        access_token: jwt,
        expires_in: 1800,
        refresh_expires_in: 1800,
        refresh_token: jwt,
        token_type: 'bearer',
        'not-before-policy': 0,
        session_state: uuid,
        scope: 'profile email',
      },
    ],
    [
      'A login with a password and openid also returns an ID token',
      {},
      { ...login, scope: 'openid' },
      {
        access_token: jwt,
        expires_in: 300,
        refresh_expires_in: 1800,
        refresh_token: jwt,
        token_type: 'Bearer',
        id_token: jwt,
        'not-before-policy': 0,
        session_state: uuid,
        scope: 'openid profile email',
      },
    ],
    [
      'An offline session has a refresh token that does not expire',
      {},
      { ...login, scope: 'offline_access' },
      {
        access_token: jwt,
        expires_in: 300,
        refresh_expires_in: 0,
        refresh_token: jwt,
        ...bearer,
        session_state: uuid,
        scope: 'offline_access profile email',
      },
    ],
    [
      'Client credentials return no refresh token and no session by default',
      { notBefore: 1_700_000_000 },
      machine,
      {
        access_token: jwt,
        expires_in: 300,
        refresh_expires_in: 0,
        token_type: 'Bearer',
        'not-before-policy': 1_700_000_000,
        scope: 'profile email',
      },
    ],
    [
      'Client credentials return a refresh token and a session if configured',
      { clients: [{ ...exampleBackend, serviceAccountRefresh: true }], scopes: ['api'] },
      { ...machine, scope: 'api' },
      {
        access_token: jwt,
        expires_in: 300,
        refresh_expires_in: 1800,
        refresh_token: jwt,
        ...bearer,
        session_state: uuid,
        scope: 'api profile email',
      },
    ],
  ])('%s', async (...[, settings, form, expected]) => {
    await start(settings);
    const { status, body, headers } = await askToken(realm, form);
    expect([status, body]).toEqual([200, expected]);
    expect(Object.keys(Object(body))).toEqual(Object.keys(expected));
    expect([headers.get('cache-control'), headers.get('pragma')]).toEqual(['no-store', 'no-cache']);
    expect(realm.liveSessions()).toHaveLength('session_state' in expected ? 1 : 0);
    expect(realm.requests.map(({ route }) => route)).toEqual(['token']);
  });

  test.each<[string, Partial<Realm>, string]>([
    ['DataClarity', exampleDataClarity, 'HS256'],
    ['Keycloak', exampleKeycloak, 'RS256'],
  ])('An access token of %s contains its owner, its client and its lifetime', async (_name, settings, alg) => {
    await start({ ...settings, clients: [exampleDcUi] });
    const answer = await askToken(realm, { client_id: 'dc-ui', ...password });
    const token = parseJwt(textOf(answer, 'access_token'));
    expect(token?.header).toMatchObject({ alg, typ: 'JWT' });
    const times = { iat: seconds(), exp: seconds() + Number(settings.accessTokenLifetimeSeconds) };
    const who = { azp: 'dc-ui', aud: 'account', preferred_username: exampleUser.username, sub: uuid };
    expect(token?.claims).toMatchObject({ iss: realm.issuer, ...times, ...who });
  });
});
