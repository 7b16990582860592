import { randomUUID } from 'node:crypto';
import { generateSigningKey, type JwtClaims, type SigningKey, signJwt } from '../../../emulator/jwt.js';
import { JWT_BEARER, keys } from '../../support/realm-logins.js';
import type { AnsweringRealm } from './emulated.js';
import { type Form, own, people, service, token, type Wrong } from './wrong-request.js';

const grant = {
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  client_id: 'granting',
  client_secret: 'granting-client-secret',
};
const exchange = { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', ...service };
const ACCESS = 'urn:ietf:params:oauth:token-type:access_token';

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

/** Wrong requests with an assertion, an ID token or a token exchange. */
export const WRONG_ASSERTIONS: readonly Wrong[] = [
  ...[{}, { client_id: 'signed' }, { client_id: 'workflow' }, { client_id: 'service' }].flatMap((id: Form) => {
    const as = `client_id ${id['client_id'] ?? 'left out'}`;
    const { client_assertion_type, ...untyped } = asserting('', id);
    return [
      token(`a type without an assertion (${as})`, { ...own, ...id, client_assertion_type }),
      token(`an assertion that is not a JWT (${as})`, asserting('text', id)),
      ...[{}, { client_assertion_type: 'saml' }].flatMap((type): Wrong[] => [
        [
          `a signed assertion of the type "${Object.values(type)}" (${as})`,
          (realm) =>
            realm.ask('token', { form: { ...untyped, ...type, client_assertion: signJwt(claimsFor(realm), rsa) } }),
        ],
        [
          `an ID token of the type "${Object.values(type)}" (${as})`,
          (realm, github) =>
            realm.ask('token', { form: { ...untyped, ...type, client_assertion: github.issueToken(realm.issuer) } }),
        ],
      ]),
    ];
  }),
  token('only the ID of a client with a key', { ...own, client_id: 'signed' }),
  token('only the ID of a client with an ID token', { ...own, client_id: 'workflow' }),
  token('a secret instead of a key', { ...own, client_id: 'signed', client_secret: 'secret' }),
  token('a secret instead of an ID token', { ...own, client_id: 'workflow', client_secret: 'secret' }),
  signed('for another audience', () => ({ aud: 'https://elsewhere.example.com' })),
  signed('for two audiences', ({ issuer }) => ({ aud: [issuer, 'https://elsewhere.example.com'] })),
  signed('that has expired', () => ({ iat: now() - 100, exp: now() - 60 })),
  signed('that is too old', () => ({ iat: now() - 100, exp: now() + 60 })),
  signed('from the future', () => ({ iat: now() + 100, exp: now() + 130 })),
  signed('without exp', () => ({ exp: undefined })),
  signed('without iat that lives too long', () => ({ iat: undefined, exp: now() + 600 })),
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
    'a signed assertion that was used before',
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
  granted('of an unknown subject', () => ({ sub: 'repo:o/r' })),
  granted('that has expired', () => ({ iat: now() - 400, nbf: now() - 400, exp: now() - 60 })),
  granted('of a client that must not use the grant', () => ({}), service),
  granted('of a public client', () => ({}), { client_id: 'dc-ui', client_secret: 'none' }),
  token('an exchange without a token', exchange),
  token('an exchange without a type', { ...exchange, subject_token: 'text' }),
  token('an exchange of a text', { ...exchange, subject_token: 'text', subject_token_type: ACCESS }),
  token('an exchange by a client that must not use it', { ...exchange, ...people }),
  [
    'an exchange of an ID token',
    ({ ask, issuer }, github) => {
      const subject_token_type = 'urn:ietf:params:oauth:token-type:id_token';
      return ask('token', { form: { ...exchange, subject_token: github.issueToken(issuer), subject_token_type } });
    },
  ],
];
