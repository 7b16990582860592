import { exampleExpired } from '../../emulator/chariot/index.js';
import { exampleCredential, exampleLegacyCredential } from '../../emulator/iam/index.js';
import { exampleBackend, exampleFrontend, exampleUser } from '../../emulator/realm/index.js';
import { type Case, chariot, fetching, python, realm } from './case.js';
import { jwt, otherJwt } from './tokens.js';

const backend = { client_id: exampleBackend.clientId, client_secret: 'example-backend-client-secret' };
const frontend = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };
const user = { username: exampleUser.username, password: exampleUser.password };
const federated = { client_id: 'example-backend', client_authentication: 'github_oidc' };
const { clientId, refreshToken } = exampleCredential;

/** An answer of the token endpoint with an error of OAuth. */
export const oauthError = (status: number, error: string, error_description: string) =>
  ({
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error, error_description }),
  }) as const;

/** A login to Keycloak whose answer is an error of OAuth. */
const refused = (name: string, inputs: Record<string, string>, [error, said]: readonly [string, string]) =>
  realm(name, 'keycloak', { inputs, faults: [['token', oauthError(400, error, said)]] });

/** Logins that a server or the job refuses. */
export const login: readonly Case[] = [
  chariot('wrong secret', { inputs: { client_secret: 'wrong-client-secret' } }),
  chariot('expired credentials', {
    inputs: { client_id: exampleExpired.clientId, client_secret: exampleExpired.clientSecret },
  }),
  chariot('expired token', {
    inputs: { client_id: '', client_secret: '', bearer_token: jwt({ exp: 1_700_000_000 }) },
  }),
  fetching('a token that the server does not know', 'db-password', {
    inputs: { client_id: '', client_secret: '', bearer_token: 'a-token-of-nobody' },
  }),
  realm('Keycloak, wrong secret', 'keycloak', { inputs: { ...backend, client_secret: 'another-client-secret' } }),
  realm('Keycloak, unknown client', 'keycloak', { inputs: { ...backend, client_id: 'exmaple-backend' } }),
  realm('wrong password', 'keycloak', { inputs: { ...frontend, ...user, password: 'the wrong password' } }),
  realm('an account that is not fully set up', 'keycloak', {
    realm: { users: [{ ...exampleUser, requiredAction: 'UPDATE_PASSWORD' }] },
    inputs: { ...frontend, ...user },
  }),
  realm('a disabled user', 'keycloak', {
    realm: { users: [{ ...exampleUser, disabled: true }] },
    inputs: { ...frontend, ...user },
  }),
  realm('DataClarity, wrong password', 'dataclarity', { inputs: { ...user, password: 'the wrong password' } }),
  realm('a wrong refresh token', 'keycloak', { inputs: { ...frontend, refresh_token: 'a-wrong-refresh-token' } }),
  refused('a refresh token that was used before', { ...frontend, refresh_token: 'a-used-refresh-token' }, [
    'invalid_grant',
    'Maximum allowed refresh token reuse exceeded',
  ]),
  realm('client credentials switched off', 'keycloak', { inputs: frontend }),
  realm('the password grant switched off', 'keycloak', { inputs: { ...backend, ...user } }),
  refused('an unreadable client', backend, ['unauthorized_client', 'Unexpected error when authenticating client']),
  refused('a client that may not use the grant', backend, ['unauthorized_client', 'Client not allowed']),
  realm('a client without a service account', 'keycloak', {
    realm: { clients: [{ ...exampleBackend, serviceAccount: 'disabled' }] },
    inputs: backend,
  }),
  refused('a user who must consent', backend, ['invalid_client', 'Client requires user consent']),
  refused('a grant that the server does not have', backend, ['unsupported_grant_type', 'Unsupported grant_type']),
  realm('an unknown scope', 'keycloak', { inputs: { ...backend, scope: 'no-such-scope' } }),
  realm('a scope that `whoami` added', 'keycloak', {
    inputs: { ...backend, whoami: 'true' },
    faults: [['token', oauthError(400, 'invalid_scope', 'openid is not allowed')]],
  }),
  realm('an unknown audience', 'oauth2', {
    inputs: { ...backend, audience: 'api' },
    faults: [['token', oauthError(400, 'invalid_target', 'unknown audience')]],
  }),
  realm('access denied', 'oauth2', {
    inputs: backend,
    faults: [['token', oauthError(403, 'access_denied', 'policy of the organization')]],
  }),
  realm('an invalid request', 'oauth2', {
    inputs: backend,
    faults: [['token', oauthError(400, 'invalid_request', 'missing parameter: tenant')]],
  }),
  realm('oauth2, a client that is registered for another method', 'oauth2', {
    inputs: backend,
    faults: [['token', oauthError(401, 'invalid_client', 'client authentication failed')]],
  }),
  realm('a disabled realm', 'keycloak', { realm: { disabled: true }, inputs: backend }),
  realm('a realm that requires TLS', 'keycloak', { realm: { tlsRequired: true }, inputs: backend }),
  realm('`whoami` without the scope `openid`', 'keycloak', { inputs: { ...backend, scope: 'email', whoami: 'true' } }),
  realm('`whoami` with a token that the realm does not know', 'keycloak', {
    inputs: { bearer_token: otherJwt, whoami: 'true' },
  }),
  chariot('`whoami` without the permission', {
    inputs: { whoami: 'true' },
    faults: [['me', { kind: 'status', status: 403 }]],
  }),
  realm('no permission for ID tokens', 'keycloak', { inputs: federated }),
  realm('`github_oidc` in act', 'keycloak', { inputs: federated, env: { ACT: 'true' } }),
  realm('an ID token that the realm does not trust', 'keycloak', { inputs: federated, idToken: true }),
  realm('an ID token that the runner refuses', 'keycloak', {
    inputs: federated,
    idToken: true,
    env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'another-request-token' },
  }),
  realm('an address for ID tokens without https', 'keycloak', {
    inputs: federated,
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: 'http://runner.example.com/',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a-request-token',
    },
  }),
  realm('an ID token that was presented before', 'keycloak', {
    inputs: federated,
    idToken: true,
    faults: [['token', oauthError(400, 'invalid_client', 'Token reuse detected')]],
  }),
  realm('clocks that differ', 'keycloak', {
    inputs: federated,
    idToken: true,
    faults: [['token', oauthError(400, 'invalid_client', 'Token is not active')]],
  }),
  chariot('a clock that is 30 minutes behind', {
    inputs: { client_secret: 'wrong-client-secret' },
    faults: [
      [
        'login',
        {
          kind: 'answer',
          status: 401,
          headers: {
            'content-type': 'application/json',
            date: new Date(Date.now() + 30 * 60_000).toUTCString(),
          },
          body: '{"error":"invalid client credentials"}',
        },
      ],
    ],
  }),
  python('Descartes Labs, wrong client secret', 'descarteslabs', {
    step: () => ({ inputs: { client_id: clientId, client_secret: 'a-wrong-client-secret' } }),
  }),
  python('Descartes Labs, nothing given', 'descarteslabs', { step: () => ({}) }),
  python('EarthOne, `client_secret` missing', 'earthone', { step: () => ({ inputs: { client_id: clientId } }) }),
  python('`token_info` that is cut', 'descarteslabs', {
    step: () => ({ inputs: { token_info: 'eyJjbGllbnRfaWQiOiJ' } }),
  }),
  python('`token_info` and `client_id`', 'descarteslabs', {
    step: () => ({ inputs: { token_info: 'eyJjbGllbnRfaWQiOiJ', client_id: clientId } }),
  }),
  python('`token_info_path` of no file', 'descarteslabs', {
    step: () => ({ inputs: { token_info_path: 'token_info.json' } }),
  }),
  python('`whoami` with a token without claims', 'descarteslabs', {
    step: () => ({ inputs: { bearer_token: 'an-opaque-token', whoami: 'true' } }),
  }),
  python('`write_token_info` without credentials', 'descarteslabs', {
    step: (iam) => ({ inputs: { bearer_token: iam.issueToken(exampleCredential), write_token_info: 'true' } }),
  }),
  python('a token of another client', 'descarteslabs', {
    step: (iam) => ({ inputs: { bearer_token: iam.issueToken(exampleLegacyCredential), client_id: clientId } }),
  }),
  python('`write_token_info` and `token_variable`', 'earthone', {
    step: () => ({
      inputs: { client_id: clientId, client_secret: refreshToken, write_token_info: 'true', token_variable: 'TOKEN' },
    }),
  }),
];
