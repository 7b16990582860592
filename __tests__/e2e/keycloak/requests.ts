import { randomUUID } from 'node:crypto';
import type { GitHubIdTokens } from '../../../emulator/github-id-tokens.js';
import { generateSigningKey, type JwtClaims, type SigningKey, signJwt } from '../../../emulator/jwt.js';
import { JWT_BEARER, keys } from '../../support/realm-logins.js';
import { type RealmAnswer, textOf } from '../../support/realm-requests.js';
import { basicOf, jane } from '../support/keycloak-place.js';
import type { AnsweringRealm } from './emulated.js';

/** One request, by what is wrong with it. */
export type Wrong = readonly [
  what: string,
  ask: (realm: AnsweringRealm, github: GitHubIdTokens) => Promise<RealmAnswer>,
];

type Form = Readonly<Record<string, string>>;

const service = { client_id: 'service', client_secret: 'service-client-secret' };
const people = { client_id: 'people', client_secret: 'people-client-secret' };
const granting = { client_id: 'granting', client_secret: 'granting-client-secret' };
const password = { grant_type: 'password', client_id: 'dc-ui', ...jane };
const own = { grant_type: 'client_credentials' };
const exchange = { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', ...service };
const ACCESS = 'urn:ietf:params:oauth:token-type:access_token';
const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', ...granting };

const token = (what: string, form: Form | string, headers: Form = {}): Wrong => [
  what,
  ({ ask }) => ask('token', { form, headers }),
];
const basic = (what: string, text: string): Wrong =>
  token(what, own, { authorization: `Basic ${Buffer.from(text).toString('base64')}` });

async function loggedIn({ ask }: AnsweringRealm, form: Form = {}): Promise<(member: string) => string> {
  const answer = await ask('token', { form: { ...password, scope: 'openid', ...form } });
  return (member) => textOf(answer, member);
}

const rsa = keys[0] as SigningKey;
const now = () => Math.floor(Date.now() / 1000);
const claimsFor = ({ issuer }: AnsweringRealm): JwtClaims => ({
  iss: 'signed',
  sub: 'signed',
  aud: issuer,
  jti: randomUUID(),
  iat: now(),
  exp: now() + 30,
});
const asserting = (assertion: string, more: Form = {}) => ({
  ...own,
  client_assertion_type: JWT_BEARER,
  client_assertion: assertion,
  ...more,
});
const signed = (what: string, claims: (realm: AnsweringRealm) => JwtClaims, more: Form = {}): Wrong => [
  `a signed assertion ${what}`,
  (realm) => realm.ask('token', { form: asserting(signJwt({ ...claimsFor(realm), ...claims(realm) }, rsa), more) }),
];
const signedBy =
  (key: SigningKey): Wrong[1] =>
  (realm) =>
    realm.ask('token', { form: asserting(signJwt(claimsFor(realm), key)) });
const federated = (what: string, claims: (realm: AnsweringRealm) => JwtClaims, more: Form = {}): Wrong => [
  `an ID token ${what}`,
  (realm, github) => realm.ask('token', { form: asserting(github.issueToken(realm.issuer, claims(realm)), more) }),
];
const granted = (what: string, claims: (realm: AnsweringRealm) => JwtClaims, more: Form = {}): Wrong => [
  `the grant of an ID token ${what}`,
  (realm, github) =>
    realm.ask('token', { form: { ...grant, assertion: github.issueToken(realm.issuer, claims(realm)), ...more } }),
];

/** Requests that are refused, or answered like one; what the emulator refuses and Keycloak overlooks is not among them. */
export const WRONG: readonly Wrong[] = [
  token('no grant_type', service),
  token('an unknown grant_type', { ...service, grant_type: 'magic' }),
  token('a parameter twice', `${new URLSearchParams({ ...own, ...service })}&grant_type=client_credentials`),
  token('no client', own),
  token('an unknown client', { ...own, ...service, client_id: 'nobody' }),
  token('a disabled client', { ...own, client_id: 'off', client_secret: 'off-client-secret' }),
  token('a wrong secret', { ...own, ...service, client_secret: 'wrong' }),
  token('no secret', { ...own, client_id: 'service' }),
  token('a wrong secret in the header', own, basicOf('service', 'wrong')),
  token('an unknown client in the header', own, basicOf('nobody', 'wrong')),
  basic('a header without a colon', 'service'),
  basic('a header with a colon too many', 'service:service:client'),
  basic('a header with a percent sign', 'service:100%'),
  token('a header that is no base64', own, { authorization: 'Basic ***' }),
  token('a Bearer header', own, { authorization: 'Bearer abc' }),
  token('a public client', { ...own, client_id: 'dc-ui' }),
  token('a client without a service account', { ...own, ...people }),
  token('an unknown scope', { ...own, ...service, scope: 'no-such-scope' }),
  token('a wrong user', { ...password, username: 'nobody' }),
  token('no username', { grant_type: 'password', client_id: 'dc-ui', password: 'x' }),
  token('no password', { grant_type: 'password', client_id: 'dc-ui', username: 'jane' }),
  token('a disabled user', { ...password, username: 'dora', password: 'password-of-dora' }),
  token('a disabled user with a wrong password', { ...password, username: 'dora', password: 'wrong' }),
  token('a user with something to do', { ...password, username: 'nora', password: 'password-of-nora' }),
  token('no direct access', { ...password, ...service }),
  token('a client that needs consent', { ...password, client_id: 'asking' }),
  token('an unknown scope of a user', { ...password, scope: 'no-such-scope' }),
  token('no refresh token', { grant_type: 'refresh_token', client_id: 'dc-ui' }),
  token('a text as refresh token', { grant_type: 'refresh_token', client_id: 'dc-ui', refresh_token: 'text' }),
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
  ...[{}, { client_id: 'signed' }, { client_id: 'workflow' }, { client_id: 'service' }].flatMap((id: Form) => {
    const as = `with client_id ${id['client_id'] ?? 'left out'}`;
    const { client_assertion_type, ...untyped } = asserting('', id);
    return [
      token(`a type without an assertion, ${as}`, { ...own, ...id, client_assertion_type }),
      token(`an assertion that is no JWT, ${as}`, asserting('text', id)),
      ...[{}, { client_assertion_type: 'saml' }].flatMap((type): Wrong[] => [
        [
          `a signed assertion of the type ${Object.values(type)}, ${as}`,
          (realm) =>
            realm.ask('token', { form: { ...untyped, ...type, client_assertion: signJwt(claimsFor(realm), rsa) } }),
        ],
        [
          `an ID token of the type ${Object.values(type)}, ${as}`,
          (realm, github) =>
            realm.ask('token', { form: { ...untyped, ...type, client_assertion: github.issueToken(realm.issuer) } }),
        ],
      ]),
    ];
  }),
  token('nothing but the id of a client with a key', { ...own, client_id: 'signed' }),
  token('nothing but the id of a client with an ID token', { ...own, client_id: 'workflow' }),
  token('a secret where a key is wanted', { ...own, client_id: 'signed', client_secret: 'secret' }),
  token('a secret where an ID token is wanted', { ...own, client_id: 'workflow', client_secret: 'secret' }),
  signed('for another audience', () => ({ aud: 'https://elsewhere.example.com' })),
  signed('for two audiences', ({ issuer }) => ({ aud: [issuer, 'https://elsewhere.example.com'] })),
  signed('that has expired', () => ({ iat: now() - 100, exp: now() - 60 })),
  signed('that is too old', () => ({ iat: now() - 100, exp: now() + 60 })),
  signed('of the future', () => ({ iat: now() + 100, exp: now() + 130 })),
  signed('without exp', () => ({ exp: undefined })),
  signed('without iat, far too long', () => ({ iat: undefined, exp: now() + 600 })),
  signed('without jti', () => ({ jti: undefined })),
  signed('without sub', () => ({ sub: undefined })),
  signed('of an unknown client', () => ({ iss: 'nobody', sub: 'nobody' })),
  signed('of a client with a secret', () => ({ iss: 'service', sub: 'service' })),
  signed('without sub and with client_id', () => ({ sub: undefined }), { client_id: 'signed' }),
  ...['service', 'people', 'workflow', 'dc-ui', 'nobody'].map((client_id) =>
    signed(`with client_id ${client_id}`, () => ({}), { client_id }),
  ),
  ['a signed assertion with an unknown key', signedBy(generateSigningKey('ES256', 'unknown'))],
  ['a signed assertion with another key', signedBy(generateSigningKey('ES256', 'key-ES256'))],
  [
    'a signed assertion for the second time',
    async (realm) => {
      const form = asserting(signJwt(claimsFor(realm), rsa));
      await realm.ask('token', { form });
      return realm.ask('token', { form });
    },
  ],
  federated('with another subject', () => ({ sub: 'repo:o/r' })),
  federated('of another issuer', () => ({ iss: 'https://elsewhere.example.com' })),
  federated('for another audience', () => ({ aud: 'https://elsewhere.example.com' })),
  federated('for two audiences', ({ issuer }) => ({ aud: [issuer, 'https://elsewhere.example.com'] })),
  federated('that has expired', () => ({ iat: now() - 400, nbf: now() - 400, exp: now() - 60 })),
  federated('that is too old', () => ({ iat: now() - 400, exp: now() + 60 })),
  federated('without jti', () => ({ jti: undefined })),
  ...['service', 'signed', 'dc-ui', 'nobody'].map((client_id) =>
    federated(`with client_id ${client_id}`, () => ({}), { client_id }),
  ),
  token('a grant without an assertion', grant),
  token('a grant of a text', { ...grant, assertion: 'text' }),
  granted('without iss', () => ({ iss: undefined })),
  granted('without sub', () => ({ sub: undefined })),
  granted('of another issuer', () => ({ iss: 'https://elsewhere.example.com' })),
  granted('for another audience', () => ({ aud: 'https://elsewhere.example.com' })),
  granted('of nobody', () => ({ sub: 'repo:o/r' })),
  granted('that has expired', () => ({ iat: now() - 400, nbf: now() - 400, exp: now() - 60 })),
  granted('at a client that may not', () => ({}), service),
  granted('at a public client', () => ({}), { client_id: 'dc-ui', client_secret: 'none' }),
  token('an exchange without a token', exchange),
  token('an exchange without a type', { ...exchange, subject_token: 'text' }),
  token('an exchange of a text', { ...exchange, subject_token: 'text', subject_token_type: ACCESS }),
  token('an exchange at a client that may not', { ...exchange, ...people }),
  [
    'an exchange of an ID token',
    ({ ask, issuer }, github) => {
      const subject_token_type = 'urn:ietf:params:oauth:token-type:id_token';
      return ask('token', { form: { ...exchange, subject_token: github.issueToken(issuer), subject_token_type } });
    },
  ],
  ['a logout without a token', ({ ask }) => ask('logout', { form: { client_id: 'dc-ui' } })],
  ['a logout by a text', ({ ask }) => ask('logout', { form: { client_id: 'dc-ui', refresh_token: 'text' } })],
  [
    'a logout by the token of another client',
    async (realm) =>
      realm.ask('logout', { form: { ...people, refresh_token: (await loggedIn(realm))('refresh_token') } }),
  ],
  [
    'a logout for the second time',
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
  token('a form that is called JSON', { ...own, ...service }, { 'content-type': 'application/json' }),
  [
    'a revocation that is called JSON',
    ({ ask }) =>
      ask('revoke', { form: { ...service, token: 'text' }, headers: { 'content-type': 'application/json' } }),
  ],
  ['a GET of the token endpoint', ({ ask }) => ask('token', { method: 'GET' })],
];
