import { keys, pem } from '../../support/realm-logins.js';
import { certificateOf, jane } from '../support/keycloak-place.js';

/** A successful login, and its effects in Keycloak. */
export interface Login {
  /** The credentials, as the rest of a title after "A login with". */
  readonly by: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly client: string;
  readonly user: string;
  /** The platform that the log names, if it is not the platform itself. */
  readonly as?: 'oauth2';
  /** The lines of the log before the line about the login. */
  readonly before?: readonly string[];
  /** How the post step ends the session of the login; undefined if the login has none, and the token is revoked. */
  readonly session?: 'logged out' | 'revoked';
  /** The number of ID tokens that main and post request together. */
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

/** The logins that both platforms support. */
export const EVERYWHERE: readonly Login[] = [
  {
    by: 'a user and a password with blanks at both ends',
    inputs: { ...jane, client_id: 'dc-ui' },
    client: 'dc-ui',
    user: 'jane',
    session: 'logged out',
  },
  {
    by: 'a user and a password at a client with a secret',
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
  { by: 'a client ID and a secret of unusual characters', inputs: odd, ...serviceAccount(odd.client_id) },
  {
    by: 'a client ID and a secret of unusual characters in the header',
    inputs: { ...odd, client_authentication: 'client_secret_basic' },
    ...serviceAccount(odd.client_id),
  },
  {
    by: 'a service account that has a session',
    inputs: { client_id: 'service-with-session', client_secret: secret },
    ...serviceAccount('service-with-session'),
    session: 'logged out',
  },
  signed('RS256'),
  signed('ES256'),
  signed('EdDSA'),
  {
    by: 'a JWK for PS256',
    inputs: {
      client_id: 'signed',
      signing_key: JSON.stringify({ ...ps256?.privateKey.export({ format: 'jwk' }), alg: 'PS256', kid: 'key-PS256' }),
    },
    ...serviceAccount('signed'),
  },
  {
    by: 'a client certificate',
    inputs: { client_id: 'certified', client_authentication: 'tls_client_auth', ...certificateOf('release machine') },
    ...serviceAccount('certified'),
    before: ['The client certificate is "CN=release machine", valid until <time>.'],
  },
  { by: 'the ID token of the workflow alone', inputs: workflow, ...serviceAccount('workflow'), idTokens: 2 },
  {
    by: 'the ID token of the workflow and its client ID',
    inputs: { ...workflow, client_id: 'workflow' },
    ...serviceAccount('workflow'),
    idTokens: 2,
  },
];

/** The logins that DataClarity does not support. */
export const NEWER: readonly Login[] = [
  {
    by: 'the ID token of a user',
    inputs: { grant_type: 'jwt_bearer', client_id: 'granting', client_secret: 'granting-client-secret' },
    client: 'granting',
    user: 'jane',
    idTokens: 1,
  },
  {
    by: 'an ID token of a user and one of the client',
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
    by: 'a user and a password at the issuer',
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
