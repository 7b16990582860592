import { afterEach, describe, expect, test } from '@jest/globals';
import { parseJwt } from '../../emulator/jwt.js';
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
import { askToken, textOf } from '../support/realm-requests.js';

let realm: RunningRealm;
afterEach(() => realm.close());

const client = { client_id: 'example-frontend', client_secret: 'example-frontend-client-secret' };
const password = { grant_type: 'password', username: exampleUser.username, password: exampleUser.password };
const login = { ...client, ...password };
const backend = { client_id: 'example-backend', client_secret: 'example-backend-client-secret' };
const machine = { ...backend, grant_type: 'client_credentials' };
const jwt = expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);
const uuid = expect.stringMatching(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);

describe('a successful answer', () => {
  test.each<[string, Partial<Realm>, Record<string, string>, Record<string, unknown>]>([
    [
      'DataClarity, as its page shows it',
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
      'a password, with openid',
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
      'an offline session',
      {},
      { ...login, scope: 'offline_access' },
      {
        access_token: jwt,
        expires_in: 300,
        refresh_expires_in: 0,
        refresh_token: jwt,
        token_type: 'Bearer',
        'not-before-policy': 0,
        session_state: uuid,
        scope: 'offline_access profile email',
      },
    ],
    [
      'client credentials',
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
      'client credentials with a refresh token',
      { clients: [{ ...exampleBackend, serviceAccountRefresh: true }], scopes: ['api'] },
      { ...machine, scope: 'api' },
      {
        access_token: jwt,
        expires_in: 300,
        refresh_expires_in: 1800,
        refresh_token: jwt,
        token_type: 'Bearer',
        'not-before-policy': 0,
        session_state: uuid,
        scope: 'api profile email',
      },
    ],
  ])('of %s', async (...[, settings, form, expected]) => {
    realm = await startRealm(settings);
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
  ])('of %s holds a token that says whose it is', async (_name, settings, alg) => {
    realm = await startRealm({ ...settings, clients: [exampleDcUi] });
    const answer = await askToken(realm, { client_id: 'dc-ui', ...password });
    const token = parseJwt(textOf(answer, 'access_token'));
    expect(token?.header).toMatchObject({ alg, typ: 'JWT' });
    const times = {
      iat: expect.any(Number),
      exp: Number(token?.claims['iat']) + Number(settings.accessTokenLifetimeSeconds),
    };
    const who = { azp: 'dc-ui', aud: 'account', preferred_username: exampleUser.username, sub: uuid };
    expect(token?.claims).toMatchObject({ iss: realm.issuer, ...times, ...who });
  });
});
