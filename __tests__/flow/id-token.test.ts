import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../src/inputs/inputs.js';
import { login } from '../../src/login/login.js';
import { idTokenRequestOf } from '../../src/machine/environment.js';
import type { HttpResponse, IdTokenRequest } from '../../src/ports.js';
import { fakeEnvironment } from '../support/fake-environment.js';
import { answer, fakePorts, jwt, settingsFrom } from '../support/fake-ports.js';

const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:o/r:ref:refs/heads/main',
  aud: 'https://h/realms/acme',
};
const ID_TOKEN = jwt(CLAIMS);
const RUNNER: IdTokenRequest = { url: 'https://runner.example.com/token?api-version=2.0', token: 'runner-token' };
const OIDC: Inputs = { platform: 'keycloak', url: 'https://h', tenant: 'acme', client_authentication: 'github_oidc' };
const FOR_REALM = 'GET /token?api-version=2.0&audience=https%3A%2F%2Fh%2Frealms%2Facme';
const LOGIN = 'POST /realms/acme/protocol/openid-connect/token';

interface World {
  readonly runner?: IdTokenRequest | undefined;
  readonly given?: HttpResponse;
  readonly answered?: HttpResponse;
}

/** Ports with a runner that returns `given` and a server that returns `answered`. */
function portsOf({
  runner = RUNNER,
  given = answer({ value: ID_TOKEN }),
  answered = answer({ access_token: 'a' }),
}: World) {
  const ports = fakePorts(({ url }) => Promise.resolve(url.host === 'runner.example.com' ? given : answered));
  return { ...ports, idTokenRequest: () => runner };
}

describe('login with an ID token', () => {
  test('The ID token is requested from the runner for the issuer of the realm, and masked', async () => {
    const ports = portsOf({});
    await login(settingsFrom(OIDC), ports);

    expect(ports.requests()).toEqual(['GET /token?api-version=2.0&audience=https%3A%2F%2Fh%2Frealms%2Facme', LOGIN]);
    expect(ports.effects[0]).toMatchObject({ request: { headers: { authorization: 'Bearer runner-token' } } });
    expect(ports.effects[1]).toMatchObject({ did: 'mask', texts: [ID_TOKEN] });
  });

  test.each<[string, Inputs, string]>([
    [
      'The audience of the ID token is the input `id_token_audience`',
      { ...OIDC, id_token_audience: 'my audience' },
      'my+audience',
    ],
    [
      'The audience of the ID token is the issuer, character by character',
      { platform: 'oauth2', issuer: 'https://h/x/', client_authentication: 'github_oidc' },
      'https%3A%2F%2Fh%2Fx%2F',
    ],
  ])('%s', async (_title, inputs, audience) => {
    const metadata = answer({ issuer: 'https://h/x/', token_endpoint: 'https://h/token', access_token: 'a' });
    const ports = portsOf({ answered: metadata });
    await login(settingsFrom(inputs), ports);

    expect(ports.requests().find((request) => request.startsWith('GET /token?'))).toBe(
      `GET /token?api-version=2.0&audience=${audience}`,
    );
  });

  test('A new ID token is requested for each use', async () => {
    const ports = portsOf({});
    await login(settingsFrom({ ...OIDC, grant_type: 'jwt_bearer' }), ports);

    expect(ports.requests()).toEqual([FOR_REALM, FOR_REALM, LOGIN]);
  });

  test.each<[string, IdTokenRequest | undefined]>([
    ['has no address for ID tokens', undefined],
    ['has an invalid address for ID tokens', { url: 'no url', token: 't' }],
  ])('If the runner %s, the error is about the ID token', async (_what, runner) => {
    const ports = { ...portsOf({}), idTokenRequest: () => runner };

    await expect(login(settingsFrom(OIDC), ports)).rejects.toMatchObject({
      code: 'id_token_unavailable',
      message: 'This job cannot request an ID token: the runner provides no address for ID tokens',
    });
    expect(ports.requests()).toEqual([]);
  });

  test.each([
    ['http://runner.example.com/token', false],
    ['http://127.0.0.1:8080/token', true],
    ['https://runner.example.com/token', true],
  ])('Whether the token of the runner is sent to %s: %s', async (url, isAsked) => {
    const ports = { ...portsOf({}), idTokenRequest: () => ({ url, token: 't' }) };
    const done = await login(settingsFrom(OIDC), ports).catch(({ code }) => code);

    expect(done === 'id_token_unavailable').toBe(!isAsked);
    expect(ports.requests().some((request) => request.startsWith('GET /token'))).toBe(isAsked);
  });

  test('Only the request for the ID token is marked as a request to the runner', async () => {
    const ports = portsOf({});
    await login(settingsFrom(OIDC), ports);

    expect(ports.effects.flatMap((effect) => (effect.did === 'send' ? [effect.request.toRunner] : []))).toEqual([
      true,
      undefined,
    ]);
  });

  test.each<[string, HttpResponse, string]>([
    ['rejects the request', answer('', { status: 403 }), 'id_token_unavailable'],
    ['is not available', answer('', { status: 500 }), 'server_failed'],
    ['returns no value', answer({ count: 0 }), 'response_invalid'],
    ['returns HTML', answer('<html>'), 'response_invalid'],
  ])('If the runner %s, the login fails without another request', async (_what, given, code) => {
    const ports = portsOf({ given });

    await expect(login(settingsFrom(OIDC), ports)).rejects.toMatchObject({ code });
    expect(ports.requests()).toEqual([FOR_REALM]);
  });

  test('If the server does not trust the ID token, the advice contains its claims, not the token', async () => {
    const refusal = answer({ error: 'invalid_client', error_description: 'Invalid token audience' }, { status: 400 });

    await expect(login(settingsFrom(OIDC), portsOf({ answered: refusal }))).rejects.toMatchObject({
      code: 'invalid_client',
      advice: ['The server expects another audience, usually the exact address of the realm'],
      also: [
        `The ID token of this workflow contains iss "${CLAIMS.iss}", sub "${CLAIMS.sub}", aud "${CLAIMS.aud}": the server must trust exactly these values. \`id_token_audience\` sets aud`,
      ],
      message: expect.not.stringContaining(ID_TOKEN),
    });
  });

  test('If the ID token was presented before, the advice does not contain its claims', async () => {
    const refusal = answer({ error: 'invalid_client', error_description: 'Token reuse detected' }, { status: 400 });

    await expect(login(settingsFrom(OIDC), portsOf({ answered: refusal }))).rejects.toMatchObject({
      advice: ['This token was presented before, and the server accepts each token only once. Run the job again'],
      also: [],
    });
  });

  test.each<Inputs>([
    { client_authentication: 'github_oidc' },
    { grant_type: 'jwt_bearer' },
    { grant_type: 'token_exchange' },
  ])('With `token_url` alone, `id_token_audience` is required for %j', (inputs) => {
    const parse = () => settingsFrom({ platform: 'oauth2', token_url: 'https://h/token', ...inputs });

    expect(parse).toThrow(
      expect.objectContaining({ code: 'input_missing', message: expect.stringContaining('`id_token_audience`') }),
    );
  });
});

describe('login with a token exchange', () => {
  const EXCHANGE: Inputs = {
    platform: 'oauth2',
    token_url: 'https://h/exchange',
    grant_type: 'token_exchange',
    id_token_audience: 'https://h',
  };

  test.each<[unknown, unknown]>([
    [{ access_token: 'a', issued_token_type: 'urn:x', token_type: 'Bearer' }, 'Bearer'],
    [{ access_token: 'a', issued_token_type: 'urn:x', token_type: 'n_a' }, 'N_A'],
  ])('The token in the response %j is of the type %s', async (body, type) => {
    await expect(login(settingsFrom(EXCHANGE), portsOf({ answered: answer(body) }))).resolves.toMatchObject({
      token: { type },
    });
  });
});

describe('idTokenRequestOf', () => {
  const variables = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-token' };

  test('Address and token are read from two variables, and the token is masked', () => {
    const environment = fakeEnvironment({ variables });

    expect(idTokenRequestOf(environment)).toEqual({ url: 'https://runner', token: 'runner-token' });
    expect(environment.masked).toEqual(['runner-token']);
  });

  test.each(Object.keys(variables))('There is no address without the variable %s', (name) => {
    expect(idTokenRequestOf(fakeEnvironment({ variables: { ...variables, [name]: '' } }))).toBeUndefined();
  });
});
