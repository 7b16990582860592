import { keys, pem } from '../../support/realm-logins.js';
import { certificateOf, jane } from '../support/keycloak-place.js';

/** A login that is right, and what there is to see of it in Keycloak. */
export interface Login {
  readonly by: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly client: string;
  readonly user: string;
  /** What it is logged in to, where that is not the platform itself. */
  readonly as?: 'oauth2';
  /** What the log says before its line. */
  readonly before?: readonly string[];
  /** Whether it begins a session, and whether the post step says that it has ended that; else it ends a token. */
  readonly session?: 'logged out' | 'revoked';
  /** How many ID tokens of the workflow main and post ask for together. */
  readonly idTokens?: number;
}

const secret = 'service-client-secret';
const odd = { client_id: 'a:b/c d%+', client_secret: ':/%+ é' };
const people = { ...jane, client_id: 'people', client_secret: 'people-client-secret' };
const service = { client_id: 'service', client_secret: secret };
const workflow = { client_authentication: 'github_oidc' };
const ps256 = keys.find(({ alg }) => alg === 'PS256');
const serviceAccount = (client: string) => ({ client, user: `service-account-${client}` });
const signed = (alg: Parameters<typeof pem>[0]): Login => ({
  by: `a key for ${alg}`,
  inputs: { client_id: 'signed', signing_key: pem(alg), signing_key_id: `key-${alg}` },
  ...serviceAccount('signed'),
});

/** Those that both platforms have. */
export const EVERYWHERE: readonly Login[] = [
  {
    by: 'user and password, whose blanks at the ends count',
    inputs: { ...jane, client_id: 'dc-ui' },
    client: 'dc-ui',
    user: 'jane',
    session: 'logged out',
  },
  {
    by: 'user and password at a client with a secret',
    inputs: people,
    client: 'people',
    user: 'jane',
    session: 'logged out',
  },
  { by: 'a client secret', inputs: service, ...serviceAccount('service') },
  {
    by: 'a client secret in the header',
    inputs: { ...service, client_authentication: 'client_secret_basic' },
    ...serviceAccount('service'),
  },
  { by: 'an id and a secret of odd characters', inputs: odd, ...serviceAccount(odd.client_id) },
  {
    by: 'an id and a secret of odd characters in the header',
    inputs: { ...odd, client_authentication: 'client_secret_basic' },
    ...serviceAccount(odd.client_id),
  },
  {
    by: 'a client whose own login is a session, too',
    inputs: { client_id: 'service-with-session', client_secret: secret },
    ...serviceAccount('service-with-session'),
    session: 'logged out',
  },
  signed('RS256'),
  signed('ES256'),
  signed('EdDSA'),
  {
    by: 'a JWK that says it is for PS256',
    inputs: {
      client_id: 'signed',
      signing_key: JSON.stringify({ ...ps256?.privateKey.export({ format: 'jwk' }), alg: 'PS256', kid: 'key-PS256' }),
    },
    ...serviceAccount('signed'),
  },
  {
    by: 'a client certificate',
    inputs: { client_id: 'certified', client_authentication: 'tls_client_auth', ...certificateOf('certified') },
    ...serviceAccount('certified'),
    before: ['The client certificate is "CN=certified", valid until <time>.'],
  },
  { by: 'the ID token of the workflow alone', inputs: workflow, ...serviceAccount('workflow'), idTokens: 2 },
  {
    by: 'the ID token of the workflow and the id of its client',
    inputs: { ...workflow, client_id: 'workflow' },
    ...serviceAccount('workflow'),
    idTokens: 2,
  },
];

/** Those that DataClarity has not. */
export const NEWER: readonly Login[] = [
  {
    by: 'the ID token that stands for a user',
    inputs: { grant_type: 'jwt_bearer', client_id: 'granting', client_secret: 'granting-client-secret' },
    client: 'granting',
    user: 'jane',
    idTokens: 1,
  },
  {
    by: 'one ID token that stands for a user and one that proves the client',
    inputs: { ...workflow, grant_type: 'jwt_bearer' },
    client: 'workflow',
    user: 'jane',
    idTokens: 3,
  },
  {
    by: 'a client secret at the issuer',
    inputs: { platform: 'oauth2', ...service },
    as: 'oauth2',
    ...serviceAccount('service'),
  },
  {
    by: 'user and password at the issuer',
    inputs: { platform: 'oauth2', ...people },
    as: 'oauth2',
    client: 'people',
    user: 'jane',
    session: 'revoked',
  },
  {
    by: 'the ID token of the workflow at the issuer',
    inputs: { platform: 'oauth2', ...workflow },
    as: 'oauth2',
    ...serviceAccount('workflow'),
    idTokens: 2,
  },
];
