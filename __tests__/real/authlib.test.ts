import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { keys, pem } from '../support/realm-logins.js';
import { basicOf } from './support/keycloak-place.js';
import {
  type OAuthServer,
  openServer,
  ROTATED,
  readObject,
  type ServerPlace,
  testLogins,
  testRefusals,
} from './support/oauth-server.js';
import { startPythonServer } from './support/python-oauth-server.js';

/** The committed bundle at a server that is built with Authlib. */

jest.setTimeout(60_000);

const jane = { username: 'jane', password: ' correct horse battery staple ' };
const machine = { grants: ['client_credentials'], scopes: ['read'] };
const users = { grants: ['password', 'refresh_token'], scopes: ['openid', 'read'] };
const basic = { client_id: 'basic', client_secret: 'basic-client-secret' };
const post = { client_id: 'post', client_secret: 'post-client-secret' };
const app = { client_id: 'app', client_secret: 'app-client-secret' };
const github = { client_id: 'github', client_secret: 'github-client-secret' };
const inBody = { client_authentication: 'client_secret_post' };
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** A secret that form-encoding changes, with a blank. */
const BLANK = ':/+% client secret';
const CLIENTS = [
  { ...machine, ...basic, method: 'client_secret_basic' },
  { ...machine, ...post, method: 'client_secret_post' },
  ...['client_secret_basic', 'client_secret_post'].map((method) => ({
    ...machine,
    client_id: `blank ${method}`,
    client_secret: BLANK,
    method,
  })),
  ...keys.map(({ alg, jwk }) => ({
    ...machine,
    client_id: `signed-${alg}`,
    method: 'private_key_jwt',
    jwks: { keys: [jwk] },
  })),
  { ...users, ...app, method: 'client_secret_post' },
  { ...users, client_id: 'public', method: 'none' },
  { grants: [JWT_BEARER], scopes: ['read'], ...github, method: 'client_secret_post' },
];

let place: ServerPlace<OAuthServer> | undefined;
beforeAll(async () => {
  place = await openServer((runner) =>
    startPythonServer({
      name: 'authlib',
      program: 'authlib_server.py',
      settings: (address) => ({
        ...address,
        clients: CLIENTS,
        user: { ...jane, name: 'Jane Doe' },
        trusted: { issuer: runner.issuer, subject: runner.subject, jwks: { keys: runner.keys() } },
      }),
      paths: { issuer: '', token: '/oauth/token', introspection: '/oauth/introspect' },
      watcher: basicOf(basic.client_id, basic.client_secret),
    }),
  );
});
afterAll(() => place?.close());
const at = (): ServerPlace<OAuthServer> => {
  if (place === undefined) throw new Error('The server of Authlib does not run.');
  return place;
};

/** Returns a refresh token of the user, as the pages of a login would. */
const refreshToken = async () =>
  String((await readObject(at().server.tokenUrl, { grant_type: 'password', ...jane, ...app }))['refresh_token']);

describe('Authlib', () => {
  testLogins(at, [
    {
      by: 'a client secret in the header, after a discovery at the path of RFC 8414',
      inputs: { ...basic, scope: 'read' },
      reported: { client_id: 'basic', scope: 'read' },
    },
    { by: 'a client secret in the body', inputs: { ...post, ...inBody }, reported: { client_id: 'post' } },
    {
      by: 'a client secret with a blank in the body',
      inputs: { client_id: 'blank client_secret_post', client_secret: BLANK, ...inBody },
      reported: { client_id: 'blank client_secret_post' },
    },
    ...(['RS256', 'ES256'] as const).map((alg) => ({
      by: `an assertion that is signed with ${alg} for the token endpoint`,
      inputs: () => ({
        client_id: `signed-${alg}`,
        signing_key: pem(alg),
        assertion_audience: at().server.tokenUrl,
      }),
      reported: { client_id: `signed-${alg}` },
    })),
    {
      by: 'a password and a client secret',
      inputs: { ...jane, ...app, ...inBody, scope: 'openid', whoami: 'true' },
      reported: { client_id: 'app', username: 'jane' },
      said: ['The token belongs to name "Jane Doe", sub "jane".'],
      user: '{"name":"Jane Doe","sub":"jane"}',
      revokes: 2,
    },
    {
      by: 'a password and a public client',
      inputs: { ...jane, client_id: 'public' },
      reported: { client_id: 'public', username: 'jane' },
      revokes: 2,
    },
    {
      by: 'a refresh token',
      inputs: async () => ({ ...app, ...inBody, refresh_token: await refreshToken() }),
      reported: { client_id: 'app', username: 'jane' },
      before: [ROTATED],
    },
    {
      by: 'the ID token of the workflow',
      inputs: { grant_type: 'jwt_bearer', ...github, ...inBody, scope: 'read' },
      reported: { client_id: 'github', username: 'jane', scope: 'read' },
    },
  ]);

  testRefusals(at, [
    {
      what: 'An assertion for the issuer',
      inputs: { client_id: 'signed-ES256', signing_key: pem('ES256') },
      code: 'invalid_client',
      said: `400: "invalid_client: Invalid claim: 'aud'".`,
    },
    {
      what: 'An algorithm that Authlib does not recommend',
      inputs: () => ({
        client_id: 'signed-EdDSA',
        signing_key: pem('EdDSA'),
        assertion_audience: at().server.tokenUrl,
      }),
      code: 'invalid_client',
      said: `400: "invalid_client: Algorithm of 'EdDSA' is not recommended".`,
    },
    {
      what: 'A client with another authentication',
      inputs: post,
      code: 'invalid_client',
      said: `401: "invalid_client: The client cannot authenticate with methods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none']".`,
    },
    {
      what: 'A client secret with a blank in the header, which Authlib does not decode,',
      inputs: { client_id: 'blank client_secret_basic', client_secret: BLANK },
      code: 'invalid_client',
      said: `401: "invalid_client: The client does not exist on this server."`,
    },
    {
      what: 'A wrong password',
      inputs: { ...jane, ...app, ...inBody, password: 'another-password' },
      code: 'invalid_request',
      said: `400: "invalid_request: Invalid 'username' or 'password' in request.".`,
    },
    {
      what: 'A token exchange, which Authlib does not support,',
      inputs: { ...basic, grant_type: 'token_exchange' },
      code: 'unsupported_grant_type',
      said: '400: "unsupported_grant_type".',
    },
    {
      what: 'A wrong path',
      inputs: () => ({ ...basic, issuer: '', token_url: `${at().server.issuer}/oauth/tokens` }),
      code: 'endpoint_not_found',
      said: '404; the page is titled "404 Not Found".',
    },
  ]);
});
