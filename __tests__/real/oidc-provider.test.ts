import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type JwtAlgorithm, signJwt } from '../../emulator/jwt.js';
import { type RunningProvider, startOidcProvider } from '../../harness/servers/oidc-provider.js';

let provider: RunningProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
});
afterAll(() => provider.close());

const machine = { grant_type: 'client_credentials', scope: 'api' };

async function requestToken(form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(provider.tokenUrl, { method: 'POST', headers, body: new URLSearchParams(form) });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

function basic(id: string, secret: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

function formEncode(text: string): string {
  return new URLSearchParams({ a: text }).toString().slice(2);
}

const token = { access_token: expect.any(String), expires_in: 600, token_type: 'Bearer', scope: 'api' };

describe('client credentials', () => {
  test('oidc-provider accepts a client secret in the form, and rejects a wrong secret', async () => {
    const { clientId: client_id, clientSecret: client_secret } = provider.clients.post;
    expect(await requestToken({ ...machine, client_id, client_secret })).toEqual({ status: 200, body: token });
    const rejected = await requestToken({ ...machine, client_id, client_secret: 'x' });
    expect(rejected).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  test('oidc-provider accepts Basic credentials only if each part is form-encoded', async () => {
    const { clientId, clientSecret } = provider.clients.basic;
    expect(clientSecret).toMatch(/^:\/\+% /);
    const right = basic(formEncode(clientId), formEncode(clientSecret));
    expect(await requestToken(machine, right)).toEqual({ status: 200, body: token });
    expect(await requestToken(machine, basic(formEncode(clientId), clientSecret))).toMatchObject({ status: 400 });
    expect(await requestToken(machine, basic(formEncode(clientId), 'x'))).toMatchObject({ status: 401 });
    expect(await requestToken(machine, basic(formEncode(clientId), formEncode('é')))).toMatchObject({ status: 400 });
  });

  test.each<JwtAlgorithm>(['RS256', 'PS256', 'ES256', 'EdDSA'])(
    'oidc-provider accepts an assertion signed with %s only once and only for its issuer',
    async (alg) => {
      const { clientId, key } = provider.clients.signed[alg];
      const exp = Math.floor(Date.now() / 1000) + 60;
      const claims = { iss: clientId, sub: clientId, aud: provider.issuer, jti: randomUUID(), exp };
      const form = (change: object) => ({
        ...machine,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: signJwt({ ...claims, ...change }, key),
      });
      const assertion = form({});
      expect(await requestToken(assertion)).toEqual({ status: 200, body: token });
      expect(await requestToken(assertion)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
      expect(await requestToken(form({ jti: randomUUID(), aud: 'x' }))).toMatchObject({ status: 401 });
    },
  );
});

test('oidc-provider publishes its endpoints and authentication methods', async () => {
  const document = await (await fetch(`${provider.issuer}/.well-known/openid-configuration`)).json();
  expect(document).toMatchObject({
    issuer: provider.issuer,
    token_endpoint: provider.tokenUrl,
    revocation_endpoint: `${provider.issuer}/token/revocation`,
    userinfo_endpoint: `${provider.issuer}/me`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'EdDSA'],
  });
});

describe('a refresh token', () => {
  const refresh = (refresh_token: string) => {
    const { clientId: client_id, clientSecret: client_secret } = provider.clients.refreshing;
    return requestToken({ grant_type: 'refresh_token', client_id, client_secret, refresh_token });
  };

  test('A refresh returns a new refresh token, and an access token that userinfo accepts', async () => {
    const first = await provider.issueRefreshToken();
    const { status, body } = await refresh(first);
    expect([status, Object.keys(body).sort()]).toEqual([
      200,
      ['access_token', 'expires_in', 'id_token', 'refresh_token', 'scope', 'token_type'],
    ]);
    expect(body.refresh_token).not.toBe(first);
    const headers = { authorization: `Bearer ${body.access_token}` };
    expect(await (await fetch(`${provider.issuer}/me`, { headers })).json()).toEqual({ sub: 'jane' });
    expect((await refresh(body.refresh_token)).status).toBe(200);
  });

  test('A refresh token that is used twice also invalidates the token of its first use', async () => {
    const first = await provider.issueRefreshToken();
    const { body } = await refresh(first);
    const rejected = { status: 400, body: { error: 'invalid_grant' } };
    expect(await refresh(first)).toMatchObject(rejected);
    expect(await refresh(body.refresh_token)).toMatchObject(rejected);
  });
});

test('A revoked access token is rejected', async () => {
  const { clientId: client_id, clientSecret: client_secret } = provider.clients.refreshing;
  const form = { grant_type: 'refresh_token', refresh_token: await provider.issueRefreshToken() };
  const { access_token: access } = (await requestToken({ ...form, client_id, client_secret })).body;
  const headers = { authorization: `Bearer ${access}` };
  const userinfoStatus = async () => (await fetch(`${provider.issuer}/me`, { headers })).status;
  expect(await userinfoStatus()).toBe(200);
  const body = new URLSearchParams({ token: access, client_id, client_secret });
  expect((await fetch(`${provider.issuer}/token/revocation`, { method: 'POST', body })).status).toBe(200);
  expect(await userinfoStatus()).toBe(401);
});
