import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { JwtAlgorithm } from '../../emulator/jwt.js';
import { judge } from '../../harness/jobs/login-job.js';
import { keys, pem } from '../support/realm-logins.js';
import { type Hydra, type HydraClient, startHydra } from './support/hydra.js';
import { openServer, ROTATED, type ServerPlace, testLogins, testRefusals } from './support/oauth-server.js';

/** The committed bundle at Ory Hydra. */

jest.setTimeout(60_000);

const machine = { grant_types: ['client_credentials'], scope: 'read', audience: ['https://api.example.com'] };
const basic = { client_id: 'basic', client_secret: 'Basic:/+% $ecret' };
const post = { client_id: 'post', client_secret: 'post-client-secret' };
const browser: HydraClient = {
  client_id: 'browser',
  client_secret: 'browser-client-secret',
  token_endpoint_auth_method: 'client_secret_post',
  grant_types: ['authorization_code', 'refresh_token'],
  scope: 'openid offline',
  redirect_uris: ['http://127.0.0.1/callback'],
};
const CLIENTS: readonly HydraClient[] = [
  { ...machine, ...basic, token_endpoint_auth_method: 'client_secret_basic' },
  { ...machine, ...post, token_endpoint_auth_method: 'client_secret_post' },
  // Hydra supports no EdDSA.
  ...keys
    .filter(({ alg }) => alg !== 'EdDSA')
    .map(({ alg, jwk }) => ({
      ...machine,
      client_id: `signed-with-${alg.slice(0, 2)}`,
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: alg,
      jwks: { keys: [jwk] },
    })),
  browser,
  {
    client_id: 'github',
    client_secret: 'github-client-secret',
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['urn:ietf:params:oauth:grant-type:jwt-bearer'],
    scope: 'read',
  },
];

let place: ServerPlace<Hydra> | undefined;
beforeAll(async () => {
  place = await openServer((github) => startHydra(CLIENTS, github));
});
afterAll(() => place?.close());
const at = (): ServerPlace<Hydra> => {
  if (place === undefined) throw new Error('Hydra does not run.');
  return place;
};

const jwtBearer = {
  grant_type: 'jwt_bearer',
  scope: 'read',
  client_id: 'github',
  client_secret: 'github-client-secret',
  client_authentication: 'client_secret_post',
};
const signed = (alg: JwtAlgorithm) => {
  const key = keys.find((one) => one.alg === alg);
  // An RSA key alone does not show that it is for PS256.
  const jwk = JSON.stringify({ ...key?.privateKey.export({ format: 'jwk' }), alg, kid: key?.kid });
  return { client_id: `signed-with-${alg.slice(0, 2)}`, signing_key: alg === 'PS256' ? jwk : pem(alg) };
};

describe('Ory Hydra', () => {
  testLogins(at, [
    { by: 'a client secret in the header', inputs: basic, reported: { client_id: 'basic' } },
    {
      by: 'a client secret in the body',
      inputs: { ...post, scope: 'read', client_authentication: 'client_secret_post' },
      reported: { client_id: 'post', scope: 'read' },
    },
    {
      by: 'an audience',
      inputs: { ...basic, audience: 'https://api.example.com' },
      reported: { aud: ['https://api.example.com'] },
    },
    ...(['RS256', 'PS256', 'ES256'] as const).map((alg) => ({
      by: `an assertion that is signed with ${alg} for the token endpoint`,
      inputs: () => ({ ...signed(alg), assertion_audience: at().server.tokenUrl }),
      reported: { client_id: `signed-with-${alg.slice(0, 2)}` },
    })),
    {
      by: 'a refresh token',
      inputs: async () => ({
        client_id: browser.client_id,
        client_secret: browser.client_secret ?? '',
        client_authentication: 'client_secret_post',
        refresh_token: await at().server.issueRefreshToken(browser),
      }),
      reported: { client_id: 'browser', sub: 'jane' },
      before: [ROTATED],
    },
    {
      by: 'the ID token of the workflow',
      inputs: () => ({ ...jwtBearer, id_token_audience: at().server.tokenUrl }),
      reported: { client_id: 'github', scope: 'read', sub: 'repo:octo-org/octo-repo:ref:refs/heads/main' },
    },
  ]);

  test('The input `whoami` returns the userinfo of the user', async () => {
    const { main, server } = at();
    const { client_id, client_secret = '' } = browser;
    const refresh_token = await server.issueRefreshToken(browser);
    const client_authentication = 'client_secret_post';
    const job = await main({ client_id, client_secret, client_authentication, refresh_token, whoami: 'true' });

    expect(judge(job).log).toContain('The token belongs to sub "jane".');
    expect(JSON.parse(job.outputs.get('user') ?? '')).toMatchObject({ sub: 'jane', aud: ['browser'] });
  });

  const CLIENT_FAILED =
    'invalid_client: Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).';
  const MALFORMED =
    'invalid_request: The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.';
  testRefusals(at, [
    {
      what: 'An assertion for the issuer',
      inputs: signed('ES256'),
      code: 'invalid_client',
      said: `401: "${CLIENT_FAILED} Claim 'audience' from 'client_assertion' must match the authorization server's token endpoint 'https://server/oauth2/token'."`,
    },
    {
      what: 'A wrong client secret',
      inputs: { ...basic, client_secret: 'another-secret' },
      code: 'invalid_client',
      said: `401: "${CLIENT_FAILED}". The client is unknown to the server, disabled, or must use another client authentication. Check \`client_id\`.`,
    },
    {
      what: 'A client with another authentication',
      inputs: { ...basic, client_authentication: 'client_secret_post' },
      code: 'invalid_client',
      said: `401: "${CLIENT_FAILED} The OAuth 2.0 Client supports client authentication method 'client_secret_basic', but method 'client_secret_post' was requested.`,
    },
    {
      what: 'A scope that the client may not have',
      inputs: { ...basic, scope: 'none' },
      code: 'invalid_scope',
      said: `400: "invalid_scope: The requested scope is invalid, unknown, or malformed. The OAuth 2.0 Client is not allowed to request scope 'none'."`,
    },
    {
      what: 'An audience that the client may not have',
      inputs: { ...basic, audience: 'none' },
      code: 'invalid_request',
      said: `400: "${MALFORMED} Requested audience 'none' has not been whitelisted by the OAuth 2.0 Client."`,
    },
    {
      what: 'A password, which Hydra does not support,',
      inputs: { ...basic, username: 'jane', password: 'a-password' },
      code: 'invalid_request',
      said: `400: "${MALFORMED} Make sure that the various parameters are correct`,
    },
    {
      what: 'A token exchange, which Hydra does not support,',
      inputs: { ...basic, grant_type: 'token_exchange' },
      code: 'invalid_request',
      said: `400: "${MALFORMED} Make sure that the various parameters are correct`,
    },
    {
      what: 'A wrong path',
      inputs: () => ({ ...basic, issuer: '', token_url: `${at().server.issuer}/oauth2/tokens` }),
      code: 'endpoint_not_found',
      said: '404: "404 page not found". Check `issuer` or `token_url`',
    },
  ]);
});
