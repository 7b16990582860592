import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, jest } from '@jest/globals';
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

/** The committed bundle at django-oauth-toolkit. */

jest.setTimeout(60_000);

const jane = { username: 'jane', password: ' correct horse battery staple ' };
const machine = { client_id: 'machine', client_secret: ':/+% machine client secret' };
const app = { client_id: 'app', client_secret: 'app-client-secret' };
const inBody = { client_authentication: 'client_secret_post' };
const CLIENTS = [
  { ...machine, client_type: 'confidential', authorization_grant_type: 'client-credentials' },
  { ...app, client_type: 'confidential', authorization_grant_type: 'password' },
  { client_id: 'public', client_secret: '', client_type: 'public', authorization_grant_type: 'password' },
];

let place: ServerPlace<OAuthServer> | undefined;
beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  place = await openServer(() =>
    startPythonServer({
      name: 'django-oauth-toolkit',
      program: 'django_server.py',
      settings: ({ port }) => ({ port, key, clients: CLIENTS, user: jane }),
      paths: { issuer: '/o', token: '/token/', introspection: '/introspect/' },
      watcher: basicOf(machine.client_id, machine.client_secret),
    }),
  );
});
afterAll(() => place?.close());
const at = (): ServerPlace<OAuthServer> => {
  if (place === undefined) throw new Error('django-oauth-toolkit does not run.');
  return place;
};

/** Returns a refresh token of the user, as the pages of a login would. */
const refreshToken = async () =>
  String(
    (await readObject(at().server.tokenUrl, { grant_type: 'password', scope: 'openid', ...jane, ...app }))[
      'refresh_token'
    ],
  );

describe('django-oauth-toolkit', () => {
  testLogins(at, [
    {
      by: 'a client secret in the header',
      inputs: { ...machine, scope: 'read' },
      reported: { client_id: 'machine', scope: 'read' },
    },
    { by: 'a client secret in the body', inputs: { ...machine, ...inBody }, reported: { client_id: 'machine' } },
    {
      by: 'two resources (RFC 8707)',
      inputs: { ...machine, token_parameters: 'resource=https://one.example\nresource=https://two.example' },
      reported: { client_id: 'machine', aud: ['https://one.example', 'https://two.example'] },
    },
    {
      by: 'a password and a client secret',
      inputs: { ...jane, ...app, scope: 'openid', whoami: 'true' },
      reported: { client_id: 'app', username: 'jane' },
      said: ['The token belongs to sub "1".'],
      user: '{"sub":"1"}',
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
      inputs: async () => ({ ...app, refresh_token: await refreshToken(), whoami: 'true' }),
      reported: { client_id: 'app', username: 'jane' },
      before: [ROTATED],
      said: ['The token belongs to sub "1".'],
      user: '{"sub":"1"}',
    },
  ]);

  testRefusals(at, [
    {
      what: 'A wrong client secret',
      inputs: { ...machine, client_secret: 'another-secret' },
      code: 'invalid_client',
      said: '401: "invalid_client". The client is unknown to the server, disabled, or must use another client authentication. Check `client_id`.',
    },
    {
      what: 'A wrong password',
      inputs: { ...jane, ...app, password: 'another-password' },
      code: 'invalid_grant',
      said: '400: "invalid_grant: Invalid credentials given.". Either `username` or `password` is wrong',
    },
    {
      what: 'An unknown scope',
      inputs: { ...machine, scope: 'none' },
      code: 'invalid_scope',
      said: '400: "invalid_scope". ',
    },
    {
      what: 'A resource that is no address, in JSON with the media type of a web page,',
      inputs: { ...machine, token_parameters: 'resource=none' },
      code: 'invalid_target',
      said: `400: "invalid_target: The resource 'none' is not a valid resource indicator: it must be an absolute URI with a scheme and host.".`,
    },
    ...['token_exchange', 'jwt_bearer'].map((grant_type) => ({
      what: `The grant ${grant_type}, which django-oauth-toolkit does not support,`,
      inputs: { ...machine, grant_type },
      code: 'unsupported_grant_type',
      said: '400: "unsupported_grant_type".',
    })),
    {
      what: 'A wrong path',
      inputs: () => ({ ...machine, issuer: '', token_url: `${at().server.issuer}/token` }),
      code: 'endpoint_not_found',
      said: '404; the page is titled "Not Found".',
    },
  ]);
});
