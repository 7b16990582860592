import { loggedIn, people, service, type Wrong } from './wrong-request.js';

/** Wrong requests with refresh tokens, logouts, revocations and requests for userinfo. */
export const WRONG_TOKENS: readonly Wrong[] = [
  [
    'an access token as refresh token',
    async (realm) =>
      realm.ask('token', {
        form: {
          grant_type: 'refresh_token',
          client_id: 'dc-ui',
          refresh_token: (await loggedIn(realm))('access_token'),
        },
      }),
  ],
  [
    'a refresh token of another client',
    async (realm) =>
      realm.ask('token', {
        form: { grant_type: 'refresh_token', ...people, refresh_token: (await loggedIn(realm))('refresh_token') },
      }),
  ],
  [
    'a wider scope for a refresh token',
    async (realm) =>
      realm.ask('token', {
        form: {
          grant_type: 'refresh_token',
          client_id: 'dc-ui',
          refresh_token: (await loggedIn(realm, { scope: 'email' }))('refresh_token'),
          scope: 'offline_access',
        },
      }),
  ],
  [
    'a refresh token after its logout',
    async (realm) => {
      const form = { client_id: 'dc-ui', refresh_token: (await loggedIn(realm))('refresh_token') };
      await realm.ask('logout', { form });
      return realm.ask('token', { form: { grant_type: 'refresh_token', ...form } });
    },
  ],
  ['a logout without a token', ({ ask }) => ask('logout', { form: { client_id: 'dc-ui' } })],
  ['a logout with a text', ({ ask }) => ask('logout', { form: { client_id: 'dc-ui', refresh_token: 'text' } })],
  [
    'a logout with the token of another client',
    async (realm) =>
      realm.ask('logout', { form: { ...people, refresh_token: (await loggedIn(realm))('refresh_token') } }),
  ],
  [
    'a repeated logout',
    async (realm) => {
      const form = { client_id: 'dc-ui', refresh_token: (await loggedIn(realm))('refresh_token') };
      await realm.ask('logout', { form });
      return realm.ask('logout', { form });
    },
  ],
  ['a revocation without a token', ({ ask }) => ask('revoke', { form: service })],
  ['a revocation of a text', ({ ask }) => ask('revoke', { form: { ...service, token: 'text' } })],
  [
    'a revocation with a wrong secret',
    ({ ask }) => ask('revoke', { form: { ...service, client_secret: 'x', token: 'x' } }),
  ],
  ...(['access_token', 'refresh_token'] as const).map(
    (member): Wrong => [
      `a revocation of the ${member} of another client`,
      async (realm) => realm.ask('revoke', { form: { ...people, token: (await loggedIn(realm))(member) } }),
    ],
  ),
  [
    'a revocation of an ID token',
    async (realm) => realm.ask('revoke', { form: { client_id: 'dc-ui', token: (await loggedIn(realm))('id_token') } }),
  ],
  [
    'a revocation after the logout',
    async (realm) => {
      const of = await loggedIn(realm);
      await realm.ask('logout', { form: { client_id: 'dc-ui', refresh_token: of('refresh_token') } });
      return realm.ask('revoke', { form: { client_id: 'dc-ui', token: of('access_token') } });
    },
  ],
  ['userinfo without a token', ({ ask }) => ask('userinfo')],
  ['userinfo with a text', ({ ask }) => ask('userinfo', { headers: { authorization: 'Bearer text' } })],
  [
    'userinfo without the scope openid',
    async (realm) => {
      const of = await loggedIn(realm, { scope: 'email' });
      return realm.ask('userinfo', { headers: { authorization: `Bearer ${of('access_token')}` } });
    },
  ],
  [
    'userinfo after the logout',
    async (realm) => {
      const of = await loggedIn(realm);
      await realm.ask('logout', { form: { client_id: 'dc-ui', refresh_token: of('refresh_token') } });
      return realm.ask('userinfo', { headers: { authorization: `Bearer ${of('access_token')}` } });
    },
  ],
  [
    'userinfo after the revocation of the refresh token',
    async (realm) => {
      const of = await loggedIn(realm);
      await realm.ask('revoke', { form: { client_id: 'dc-ui', token: of('refresh_token') } });
      return realm.ask('userinfo', { headers: { authorization: `Bearer ${of('access_token')}` } });
    },
  ],
  [
    'a refresh token after its revocation',
    async (realm) => {
      const of = await loggedIn(realm);
      await realm.ask('revoke', { form: { client_id: 'dc-ui', token: of('refresh_token') } });
      const form = { grant_type: 'refresh_token', client_id: 'dc-ui', refresh_token: of('refresh_token') };
      return realm.ask('token', { form });
    },
  ],
  [
    'userinfo after the revocation of the access token',
    async (realm) => {
      const of = await loggedIn(realm);
      await realm.ask('revoke', { form: { client_id: 'dc-ui', token: of('access_token') } });
      return realm.ask('userinfo', { headers: { authorization: `Bearer ${of('access_token')}` } });
    },
  ],
  ...['email', 'openid', 'profile openid'].map(
    (scope): Wrong => [
      `the scope ${scope} for a refresh token of all`,
      async (realm) =>
        realm.ask('token', {
          form: {
            grant_type: 'refresh_token',
            client_id: 'dc-ui',
            refresh_token: (await loggedIn(realm, { scope: 'openid' }))('refresh_token'),
            scope,
          },
        }),
    ],
  ),
];
