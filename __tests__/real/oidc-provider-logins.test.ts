import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type JwtAlgorithm, parseJwt } from '../../emulator/jwt.js';
import { formOf, judge, listed, requestsOf, runStep, success } from '../../harness/jobs/login-job.js';
import { providerAsServer } from '../../harness/jobs/oidc-provider-job.js';
import { type RunningProvider, type SecretClient, startOidcProvider } from '../../harness/servers/oidc-provider.js';

/** The committed bundle at a certified server that is not part of this project. */

let provider: RunningProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
});
afterAll(() => provider.close());

const inputsOf = ({ clientId, clientSecret }: SecretClient) => ({ client_id: clientId, client_secret: clientSecret });
const at = (inputs: Record<string, string>) =>
  runStep([providerAsServer(provider)], { inputs: { platform: 'oauth2', ...inputs } });

const DISCOVERY = 'GET https://provider/.well-known/openid-configuration';
const LOGIN = 'POST https://provider/token';

const loggedInAs = (client: string) =>
  success({
    log: [
      `Logged in to the OAuth 2.0 server as ${client}; the token expires in 10 min (<time>).`,
      ...listed('Outputs: bearer_token, token_type, expires_in, expires_at.'),
      'Variables: BEARER_TOKEN.',
    ],
    variables: { BEARER_TOKEN: '<token>' },
    outputs: { bearer_token: '<token>', token_type: 'Bearer', expires_in: '600', expires_at: '<time>' },
  });

describe('Client credentials at oidc-provider', () => {
  const scope = 'api';

  test('A client secret in the body is accepted', async () => {
    const client = inputsOf(provider.clients.post);
    const job = await at({
      issuer: provider.issuer,
      ...client,
      scope,
      client_authentication: 'client_secret_post',
    });

    expect(judge(job)).toEqual(loggedInAs(client.client_id));
    expect(requestsOf(job)).toEqual([DISCOVERY, LOGIN]);
    expect(formOf(job)).toEqual({ grant_type: 'client_credentials', scope, ...client });
  });

  test.each(['issuer', 'token_url'])(
    'An id and a secret with special characters are accepted in the header, with the input %s',
    async (name) => {
      const address = name === 'issuer' ? provider.issuer : provider.tokenUrl;
      const job = await at({ [name]: address, ...inputsOf(provider.clients.basic), scope });

      expect(provider.clients.basic.clientSecret).toMatch(/^:\/\+% /);
      expect(judge(job)).toEqual(loggedInAs(provider.clients.basic.clientId));
      expect(formOf(job)).toEqual({ grant_type: 'client_credentials', scope });
    },
  );

  test.each<JwtAlgorithm>(['RS256', 'PS256', 'ES256', 'EdDSA'])(
    'A signed assertion with %s is accepted',
    async (alg) => {
      const { clientId: client_id, key } = provider.clients.signed[alg];
      const pem = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      const jwk = JSON.stringify({ ...key.privateKey.export({ format: 'jwk' }), alg, kid: key.kid });
      // An RSA key alone does not show that it is for PS256, and the server also accepts RS256.
      const signing_key = alg === 'PS256' ? jwk : pem;
      const job = await at({ issuer: provider.issuer, client_id, signing_key, scope });
      const { client_assertion = '', ...form } = formOf(job);
      // The JWK of PS256 contains its algorithm, and each text of a JWK is masked.
      const name = alg === 'PS256' ? client_id.replace(alg, '***') : client_id;

      expect(judge(job)).toEqual(loggedInAs(name));
      expect(form).toEqual({
        grant_type: 'client_credentials',
        scope,
        client_id,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      });
      expect(parseJwt(client_assertion)).toMatchObject({ header: { alg }, claims: { aud: provider.issuer } });
    },
  );

  test('A wrong secret is rejected after one login', async () => {
    const job = await at({
      issuer: provider.issuer,
      ...inputsOf(provider.clients.basic),
      client_secret: 'wrong secret',
    });
    const { log, ...verdict } = judge(job);

    expect(verdict).toEqual({ exitCode: 1, variables: {}, outputs: { error_code: 'invalid_client' }, problems: [] });
    expect(log).toEqual([
      expect.stringMatching(
        /^Error: The login to the OAuth 2\.0 server failed: the server answered 401: "invalid_client: client authentication failed"\. .* \(POST https:\/\/provider\/token\)$/,
      ),
    ]);
    expect(requestsOf(job)).toEqual([DISCOVERY, LOGIN]);
  });

  test('A key of another client is rejected', async () => {
    const { key } = provider.clients.signed.ES256;
    const signing_key = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const job = await at({ issuer: provider.issuer, client_id: 'signed EdDSA', signing_key });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'invalid_client' }, problems: [] });
  });
});

test('An issuer with a slash at the end is rejected as another issuer', async () => {
  const job = await at({ issuer: `${provider.issuer}/`, ...inputsOf(provider.clients.post) });

  expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'issuer_mismatch' }, problems: [] });
  expect(requestsOf(job)).toEqual([DISCOVERY]);
});

describe('A refresh token at oidc-provider', () => {
  test('A refresh token is accepted once, with `whoami`', async () => {
    const client = { ...inputsOf(provider.clients.refreshing), client_authentication: 'client_secret_post' };
    const refresh_token = await provider.issueRefreshToken();
    const first = await at({ issuer: provider.issuer, ...client, refresh_token, whoami: 'true' });
    const second = await at({ issuer: provider.issuer, ...client, refresh_token });

    expect(judge(first)).toMatchObject({
      exitCode: 0,
      outputs: { bearer_token: '<token>', user: '{"sub":"jane"}' },
      problems: [],
    });
    expect(requestsOf(first)).toEqual([DISCOVERY, LOGIN, 'GET https://provider/me']);
    // The new refresh token and the ID token are also masked.
    expect(first.tokens).toHaveLength(3);
    expect(first.tokens.map((token) => first.log.masker.mask(token))).toEqual(['***', '***', '***']);
    const { log, ...refused } = judge(second);
    expect(refused).toEqual({ exitCode: 1, variables: {}, outputs: { error_code: 'invalid_grant' }, problems: [] });
    expect(log.at(-1)).toMatch(
      / answered 400: "invalid_grant: grant request is invalid"\. The `refresh_token` is expired, /,
    );
    expect(requestsOf(second)).toEqual([DISCOVERY, LOGIN]);
  });
});
