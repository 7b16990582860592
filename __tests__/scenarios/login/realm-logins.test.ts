import { describe, expect, test } from '@jest/globals';
import { type JwtAlgorithm, parseJwt } from '../../../emulator/jwt.js';
import { exampleDcUi, exampleUser } from '../../../emulator/realm/index.js';
import { formOf, judge, requestsOf } from '../../../harness/jobs/login-job.js';
import { addressOf, stepOn, withRealm } from '../../../harness/jobs/realm-job.js';
import {
  backend,
  changes,
  frontend,
  JWT_BEARER,
  keys,
  loggedIn,
  pem,
  runningRealms,
  user,
} from '../../support/realm-logins.js';

/** Each usual login at DataClarity and Keycloak, on the committed bundle: what it sends, prints and exports. */

const realms = runningRealms();
const { login } = realms;
const DATACLARITY_LOGIN = 'POST https://realm/auth/realms/example-tenant/protocol/openid-connect/token';
const WITH_ID_TOKEN = 'with the ID token of this workflow';
const KEYCLOAK_LOGIN = 'POST https://realm/realms/example/protocol/openid-connect/token';

describe('A login at DataClarity', () => {
  test('User and password are sent for the client dc-ui', async () => {
    const job = await login('dataclarity', user);

    expect(judge(job)).toEqual(loggedIn('dataclarity', { who: `as ${user.username}` }));
    expect(requestsOf(job)).toEqual([DATACLARITY_LOGIN]);
    expect(formOf(job)).toEqual({ grant_type: 'password', ...user, client_id: 'dc-ui' });
  });

  test('A refresh token is sent for the client dc-ui', async () => {
    const { refresh_token } = realms.of('dataclarity').realm.logIn(exampleDcUi, exampleUser);
    const job = await login('dataclarity', { refresh_token: String(refresh_token) });

    // Keycloak returns a new refresh token after each refresh.
    const before = [
      'The server returned a new `refresh_token`, which is not stored. If the server accepts each refresh token only once, store a new one before the next run.',
    ];

    expect(judge(job)).toEqual(loggedIn('dataclarity', { who: 'as dc-ui', before }));
    expect(formOf(job)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: '<token of https://realm>',
      client_id: 'dc-ui',
    });
  });

  test('Client credentials of another client are sent', async () => {
    const job = await login('dataclarity', backend);

    expect(judge(job)).toEqual(loggedIn('dataclarity'));
    expect(formOf(job)).toEqual({ grant_type: 'client_credentials', ...backend });
  });
});

describe('A login at Keycloak', () => {
  test('A scope is sent, and a line says if the server grants a different one', async () => {
    const job = await login('keycloak', { ...backend, scope: 'email' });
    const before = ['The server granted a different scope than the requested one: "email profile".'];

    expect(judge(job)).toEqual(loggedIn('keycloak', { before }));
    expect(formOf(job)).toEqual({ grant_type: 'client_credentials', scope: 'email', ...backend });
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['A client secret in the body', backend, { grant_type: 'client_credentials', ...backend }],
    [
      'A client secret in the header',
      { ...backend, client_authentication: 'client_secret_basic' },
      { grant_type: 'client_credentials' },
    ],
    [
      'An id and a secret in the header that need form encoding',
      { client_id: 'a:b/c', client_secret: ':/+% é', client_authentication: 'client_secret_basic' },
      { grant_type: 'client_credentials' },
    ],
    [
      'A user and a password of a client with a secret',
      { ...frontend, ...user },
      { grant_type: 'password', ...user, ...frontend },
    ],
  ])('%s can log in', async (_what, inputs, form) => {
    const job = await login('keycloak', inputs);
    const { username, client_id } = inputs;

    expect(judge(job)).toEqual(loggedIn('keycloak', { who: `as ${username ?? client_id}` }));
    expect(requestsOf(job)).toEqual([KEYCLOAK_LOGIN]);
    expect(formOf(job)).toEqual(form);
  });

  test.each<JwtAlgorithm>(['RS256', 'PS256', 'ES256', 'EdDSA'])('A signed assertion with %s is sent', async (alg) => {
    // An RSA key alone does not show that it is for PS256.
    const key = keys.find((one) => one.alg === alg);
    const jwk = JSON.stringify({ ...key?.privateKey.export({ format: 'jwk' }), alg, kid: `key-${alg}` });
    const job = await login('keycloak', { client_id: `signed-${alg}`, signing_key: alg === 'PS256' ? jwk : pem(alg) });
    const { client_assertion = '', ...form } = formOf(job);
    // The JWK of PS256 contains its algorithm, and each text of a JWK is masked.
    const name = alg === 'PS256' ? 'signed-***' : `signed-${alg}`;

    expect(judge(job)).toEqual(loggedIn('keycloak', { who: `as ${name}` }));
    expect(form).toEqual({
      grant_type: 'client_credentials',
      client_id: `signed-${alg}`,
      client_assertion_type: JWT_BEARER,
    });
    expect(parseJwt(client_assertion)).toMatchObject({
      header: { alg },
      claims: { iss: `signed-${alg}`, sub: `signed-${alg}`, aud: realms.of('keycloak').realm.issuer },
    });
  });

  test.each([
    ['alone', {}, WITH_ID_TOKEN],
    ['with a client id', { client_id: 'trusting' }, 'as trusting'],
  ])('The ID token of the workflow %s is sent', async (_what, id, who) => {
    const job = await login('keycloak', { client_authentication: 'github_oidc', ...id }, true);
    const [idToken = ''] = realms.of('keycloak').github.issuedTokens.slice(-1);

    expect(judge(job)).toEqual(loggedIn('keycloak', { who }));
    expect(requestsOf(job)).toEqual([expect.stringMatching(/^GET https:\/\/runner\/.*audience=http/), KEYCLOAK_LOGIN]);
    expect(formOf(job)).toEqual({
      grant_type: 'client_credentials',
      ...id,
      client_assertion_type: JWT_BEARER,
      client_assertion: '<token of https://runner>',
    });
    expect(parseJwt(idToken)?.claims['aud']).toBe(realms.of('keycloak').realm.issuer);
  });

  test('With `jwt_bearer`, the login is for the user that is linked to the ID token', async () => {
    const client = { ...backend, client_id: 'granting' };
    const job = await login('keycloak', { grant_type: 'jwt_bearer', ...client }, true);

    expect(judge(job)).toEqual(loggedIn('keycloak', { who: 'as granting' }));
    expect(formOf(job)).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: '<token of https://runner>',
      ...client,
    });
    expect(JSON.parse(job.outputs.get('claims') ?? '')).toMatchObject({ preferred_username: user.username });
  });

  test('With `jwt_bearer` and `github_oidc`, two different ID tokens are sent', async () => {
    const inputs = { grant_type: 'jwt_bearer', client_authentication: 'github_oidc' };
    const job = await login('keycloak', inputs, true);
    const { assertion, client_assertion } = Object.fromEntries(new URLSearchParams(job.requests.at(-1)?.body));

    expect(judge(job)).toEqual(loggedIn('keycloak', { who: WITH_ID_TOKEN }));
    expect(job.requests.map(({ server }) => server)).toEqual(['https://runner', 'https://runner', 'https://realm']);
    expect(assertion).not.toBe(client_assertion);
  });

  test('A blank in the name of a realm is %20 in its issuer', () =>
    withRealm('keycloak', { ...changes, name: 'my realm' }, async (own) => {
      const inputs = { ...addressOf('keycloak', own.realm), client_authentication: 'github_oidc' };
      const job = await stepOn(own, { inputs, idToken: true });
      const [idToken = ''] = own.github.issuedTokens;

      expect(judge(job)).toEqual(loggedIn('keycloak', { who: WITH_ID_TOKEN }));
      expect(parseJwt(idToken)?.claims['aud']).toMatch(/\/realms\/my%20realm$/);
    }));

  test('A realm below another path is found', async () => {
    const { realm } = realms.of('dataclarity');
    const job = await stepOn(realms.of('dataclarity'), {
      inputs: { platform: 'keycloak', url: realm.baseUrl, tenant: 'example-tenant', ...backend },
    });

    expect(judge(job)).toMatchObject({ exitCode: 0, problems: [] });
    expect(requestsOf(job)).toEqual([DATACLARITY_LOGIN]);
  });
});
