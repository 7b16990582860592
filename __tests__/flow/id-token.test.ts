import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../src/inputs/inputs.js';
import { login } from '../../src/login/login.js';
import { idTokenRequestOf } from '../../src/oauth/id-token.js';
import type { HttpResponse, IdTokenRequest } from '../../src/ports.js';
import { parseSettings } from '../../src/settings/settings.js';
import { fakeSurroundings } from '../support/fake-environment.js';
import { answer, fakePorts, jwt } from '../support/fake-ports.js';

const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:o/r:ref:refs/heads/main',
  aud: 'https://h/realms/acme',
};
const ID_TOKEN = jwt(CLAIMS);
const RUNNER: IdTokenRequest = { url: 'https://runner.example.com/token?api-version=2.0', token: 'runner-token' };
const OIDC: Inputs = { platform: 'keycloak', url: 'https://h', tenant: 'acme', client_authentication: 'github_oidc' };
const LOGIN = 'POST /realms/acme/protocol/openid-connect/token';

interface World {
  readonly runner?: IdTokenRequest | undefined;
  readonly given?: HttpResponse;
  readonly answered?: HttpResponse;
}

/** Ports of a runner that gives this, and a server that answers that. */
function portsOf({
  runner = RUNNER,
  given = answer({ value: ID_TOKEN }),
  answered = answer({ access_token: 'a' }),
}: World) {
  const ports = fakePorts(({ url }) => Promise.resolve(url.host === 'runner.example.com' ? given : answered));
  return { ...ports, idTokenRequest: () => runner };
}

describe('an ID token', () => {
  test('is asked for where the runner says, for the issuer of the realm, and masked', async () => {
    const ports = portsOf({});
    await login(parseSettings(OIDC, fakeSurroundings()), ports);

    expect(ports.requests()).toEqual(['GET /token?api-version=2.0&audience=https%3A%2F%2Fh%2Frealms%2Facme', LOGIN]);
    expect(ports.effects[0]).toMatchObject({ request: { headers: { authorization: 'Bearer runner-token' } } });
    expect(ports.effects[1]).toMatchObject({ did: 'mask', texts: [ID_TOKEN] });
  });

  test.each<[string, Inputs, string]>([
    ['the audience that is given', { ...OIDC, id_token_audience: 'my audience' }, 'my+audience'],
    [
      'the issuer as it is written',
      { platform: 'oauth2', issuer: 'https://h/x/', client_authentication: 'github_oidc' },
      'https%3A%2F%2Fh%2Fx%2F',
    ],
  ])('is for %s', async (_what, inputs, audience) => {
    const metadata = answer({ issuer: 'https://h/x/', token_endpoint: 'https://h/token', access_token: 'a' });
    const ports = portsOf({ answered: metadata });
    await login(parseSettings(inputs, fakeSurroundings()), ports);

    expect(ports.requests().find((request) => request.startsWith('GET /token?'))).toBe(
      `GET /token?api-version=2.0&audience=${audience}`,
    );
  });

  test('is asked for anew for each use', async () => {
    const ports = portsOf({});
    await login(parseSettings({ ...OIDC, grant_type: 'jwt_bearer' }, fakeSurroundings()), ports);

    expect(ports.requests().filter((request) => request.startsWith('GET /token'))).toHaveLength(2);
  });

  test.each<[string, IdTokenRequest | undefined]>([
    ['gives none', undefined],
    ['gives a broken address', { url: 'no url', token: 't' }],
  ])('of a job whose runner %s is an error that names the permission', async (_what, runner) => {
    const ports = { ...portsOf({}), idTokenRequest: () => runner };

    await expect(login(parseSettings(OIDC, fakeSurroundings()), ports)).rejects.toMatchObject({
      code: 'id_token_unavailable',
      message: expect.stringContaining('`id-token: write`'),
    });
    expect(ports.requests()).toEqual([]);
  });

  test.each([
    ['http://runner.example.com/token', false],
    ['http://127.0.0.1:8080/token', true],
    ['https://runner.example.com/token', true],
  ])('is asked for at %s, with the token of the runner: %s', async (url, isAsked) => {
    const ports = { ...portsOf({}), idTokenRequest: () => ({ url, token: 't' }) };
    const done = await login(parseSettings(OIDC, fakeSurroundings()), ports).catch(({ code }) => code);

    expect(done === 'id_token_unavailable').toBe(!isAsked);
    expect(ports.requests().some((request) => request.startsWith('GET /token'))).toBe(isAsked);
  });

  test('is asked for by a request that is marked as one to the runner, and only by that one', async () => {
    const ports = portsOf({});
    await login(parseSettings(OIDC, fakeSurroundings()), ports);

    expect(ports.effects.flatMap((effect) => (effect.did === 'send' ? [effect.request.toRunner] : []))).toEqual([
      true,
      undefined,
    ]);
  });

  test.each<[string, HttpResponse, string]>([
    ['refuses', answer('', { status: 403 }), 'id_token_unavailable'],
    ['is in trouble', answer('', { status: 500 }), 'server_failed'],
    ['gives no value', answer({ count: 0 }), 'response_invalid'],
    ['gives no JSON', answer('<html>'), 'response_invalid'],
  ])('from a runner that %s is an error, and nobody else is asked', async (_what, given, code) => {
    const ports = portsOf({ given });

    await expect(login(parseSettings(OIDC, fakeSurroundings()), ports)).rejects.toMatchObject({ code });
    expect(ports.requests()).toHaveLength(1);
  });

  test('that is not trusted is shown by its claims, never itself', async () => {
    const refusal = answer({ error: 'invalid_client', error_description: 'Invalid token audience' }, { status: 400 });

    await expect(login(parseSettings(OIDC, fakeSurroundings()), portsOf({ answered: refusal }))).rejects.toMatchObject({
      code: 'invalid_client',
      advice: `The server expects another audience: usually exactly the address of the realm. The ID token of this workflow says iss "${CLAIMS.iss}", sub "${CLAIMS.sub}", aud "${CLAIMS.aud}": what the server trusts must be exactly these`,
      message: expect.not.stringContaining(ID_TOKEN),
    });
  });

  test('that was trusted, but presented before, is not explained by its claims', async () => {
    const refusal = answer({ error: 'invalid_client', error_description: 'Token reuse detected' }, { status: 400 });

    await expect(login(parseSettings(OIDC, fakeSurroundings()), portsOf({ answered: refusal }))).rejects.toMatchObject({
      advice: 'This token was presented before, and the server takes each only once',
    });
  });

  test.each<Inputs>([
    { client_authentication: 'github_oidc' },
    { grant_type: 'jwt_bearer' },
    { grant_type: 'token_exchange' },
  ])('for a token endpoint alone needs its audience named: %j', (inputs) => {
    const parse = () =>
      parseSettings({ platform: 'oauth2', token_url: 'https://h/token', ...inputs }, fakeSurroundings());

    expect(parse).toThrow(
      expect.objectContaining({ code: 'input_missing', message: expect.stringContaining('`id_token_audience`') }),
    );
  });
});

describe('what a token exchange gives', () => {
  const EXCHANGE: Inputs = {
    platform: 'oauth2',
    token_url: 'https://h/exchange',
    grant_type: 'token_exchange',
    id_token_audience: 'https://h',
  };

  test.each<[unknown, unknown]>([
    [{ access_token: 'a', issued_token_type: 'urn:x', token_type: 'Bearer' }, 'Bearer'],
    [{ access_token: 'a', issued_token_type: 'urn:x', token_type: 'n_a' }, 'N_A'],
  ])('%j is of the type %s', async (body, type) => {
    await expect(
      login(parseSettings(EXCHANGE, fakeSurroundings()), portsOf({ answered: answer(body) })),
    ).resolves.toMatchObject({
      token: { type },
    });
  });

  test.each<unknown>([{ access_token: 'a' }, { access_token: 'a', issued_token_type: 'urn:x', token_type: 'mac' }])(
    '%j is refused',
    async (body) => {
      await expect(
        login(parseSettings(EXCHANGE, fakeSurroundings()), portsOf({ answered: answer(body) })),
      ).rejects.toMatchObject({
        code: 'response_invalid',
      });
    },
  );

  test('is the only way to a token of no type', async () => {
    await expect(
      login(
        parseSettings(OIDC, fakeSurroundings()),
        portsOf({ answered: answer({ access_token: 'a', token_type: 'N_A' }) }),
      ),
    ).rejects.toMatchObject({ code: 'response_invalid' });
  });
});

describe('where the runner gives out ID tokens', () => {
  const variables = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-token' };

  test('is in two variables, of which the token is masked', () => {
    const surroundings = fakeSurroundings({ variables });

    expect(idTokenRequestOf(surroundings)).toEqual({ url: 'https://runner', token: 'runner-token' });
    expect(surroundings.masked).toEqual(['runner-token']);
  });

  test.each(Object.keys(variables))('is nowhere without %s', (name) => {
    expect(idTokenRequestOf(fakeSurroundings({ variables: { ...variables, [name]: '' } }))).toBeUndefined();
  });
});
