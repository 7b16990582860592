import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../src/inputs/inputs.js';
import type { HttpResponse } from '../../src/ports.js';
import { openSession } from '../../src/session/session.js';
import { answer, fakePorts, jwt, NOW, settingsFrom } from '../support/fake-ports.js';

const TOKEN = jwt({ sub: 's', exp: NOW.getTime() / 1000 + 3600, name: 'Ada' });
const CHARIOT: Inputs = { url: 'https://h', bearer_token: TOKEN, whoami: 'true' };
const KEYCLOAK: Inputs = {
  platform: 'keycloak',
  url: 'https://h',
  tenant: 'acme',
  bearer_token: TOKEN,
  whoami: 'true',
};

const answering = (response: HttpResponse) => fakePorts(() => Promise.resolve(response));

describe('openSession with `whoami: true`', () => {
  test.each<[string, Inputs, string]>([
    ['Chariot has the endpoint users/me, with a slash at the end', CHARIOT, 'GET /api/identity/v2/users/me/'],
    ['Keycloak has the endpoint userinfo', KEYCLOAK, 'GET /realms/acme/protocol/openid-connect/userinfo'],
    [
      'DataClarity has the endpoint userinfo below /auth',
      { ...KEYCLOAK, platform: 'dataclarity' },
      'GET /auth/realms/acme/protocol/openid-connect/userinfo',
    ],
  ])('%s', async (_title, inputs, request) => {
    const ports = answering(answer({ id: 'u-1', email: 'ada@example.com', roles: ['secret'] }));
    const { user } = await openSession(settingsFrom(inputs), ports);

    expect(user).toEqual({ id: 'u-1', email: 'ada@example.com', roles: ['secret'] });
    expect(ports.requests()).toEqual([request]);
    expect(ports.effects).toContainEqual(
      expect.objectContaining({
        request: expect.objectContaining({ headers: { accept: 'application/json', authorization: `Bearer ${TOKEN}` } }),
      }),
    );
  });

  test('One line contains the members of the user that the platform lists, and no others', async () => {
    const ports = answering(answer({ id: 'u-1', email: 'ada@example.com', roles: ['a role'], name: '' }));
    await openSession(settingsFrom(CHARIOT), ports);

    expect(ports.said('info').at(-1)).toBe('The token belongs to id "u-1", email "ada@example.com".');
  });

  test('A user without these members is reported as a user without a name', async () => {
    const ports = answering(answer({}));
    await openSession(settingsFrom(CHARIOT), ports);

    expect(ports.said('info').at(-1)).toBe("The platform did not return a name for the token's owner.");
  });

  test('With `whoami: false`, no request is sent and there is no user', async () => {
    const ports = answering(answer({}));
    const { user } = await openSession(settingsFrom({ ...CHARIOT, whoami: 'false' }), ports);

    expect([user, ports.requests()]).toEqual([undefined, []]);
  });

  test('On Descartes Labs, the user is read from the claims without a request', async () => {
    const ports = answering(answer({}));
    const inputs = { platform: 'descarteslabs', bearer_token: TOKEN, whoami: 'true' };
    const { user } = await openSession(settingsFrom(inputs), ports);

    expect(user).toMatchObject({ name: 'Ada' });
    expect(ports.requests()).toEqual([]);
    expect(ports.said('info').at(-1)).toBe('The token belongs to name "Ada", sub "s".');
  });

  test('On Descartes Labs, a token without claims is an error', async () => {
    const inputs = { platform: 'descarteslabs', bearer_token: 'opaque', whoami: 'true' };

    await expect(openSession(settingsFrom(inputs), answering(answer({})))).rejects.toMatchObject({
      code: 'invalid_token',
    });
  });

  test.each<[string, Inputs, HttpResponse, string]>([
    ['The status 401 of Chariot', CHARIOT, answer({ error: 'invalid bearer token' }, { status: 401 }), 'invalid_token'],
    ['The status 403 of Chariot', CHARIOT, answer({}, { status: 403 }), 'permission_denied'],
    [
      'The status 403 of Keycloak',
      KEYCLOAK,
      answer({ error: 'insufficient_scope' }, { status: 403 }),
      'insufficient_scope',
    ],
    ['The status 503', KEYCLOAK, answer('', { status: 503 }), 'server_failed'],
    ['A response that is a list', KEYCLOAK, answer([]), 'response_invalid'],
    ['The response of a login, which contains tokens', KEYCLOAK, answer({ access_token: 't' }), 'response_invalid'],
  ])('%s is an error', async (...[, inputs, response, code]) => {
    await expect(openSession(settingsFrom(inputs), answering(response))).rejects.toMatchObject({
      code,
    });
  });

  test('After the status 403 of Keycloak, the facts name the missing scope', async () => {
    await expect(openSession(settingsFrom(KEYCLOAK), answering(answer({}, { status: 403 })))).rejects.toMatchObject({
      facts: [expect.stringContaining('`openid`')],
    });
  });

  test('The user is requested at the same time as the Secrets', async () => {
    const inputs = { ...CHARIOT, project_id: 'p', secrets: 'secret/Custom/a | A; secret/Custom/b | B' };
    let open = 0;
    let most = 0;
    const ports = fakePorts(async ({ url }) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      const id = url.pathname.split('/').at(-1);
      return answer(url.pathname.endsWith('/me/') ? { id: 'u' } : { _key: `secret/Custom/${id}`, value: 'v' });
    });
    const { fetched, user } = await openSession(settingsFrom(inputs), ports);

    expect([fetched.results.length, user, most]).toEqual([2, { id: 'u' }, 3]);
  });
});

describe('The scope openid', () => {
  const LOGIN = { platform: 'keycloak', url: 'https://h', tenant: 'acme', client_id: 'i', client_secret: 's' };
  const scopeOf = (inputs: Inputs) => settingsFrom({ ...LOGIN, ...inputs }).credentials?.scope;

  test.each<[string, Inputs, string | undefined]>([
    ['The scope openid is requested with `whoami: true`', { whoami: 'true' }, 'openid'],
    ['The scope openid is not requested without `whoami`', {}, undefined],
    ['The scope openid is not added to the input `scope`', { whoami: 'true', scope: 'email' }, 'email'],
    ['The scope openid is not added to a refresh grant', { whoami: 'true', refresh_token: 'r' }, undefined],
  ])('%s', (_title, inputs, expected) => {
    expect(scopeOf(inputs)).toBe(expected);
  });
});

test('`whoami: true` with `token_url` alone is rejected before any request', () => {
  const inputs = { platform: 'oauth2', token_url: 'https://h/t', bearer_token: TOKEN, whoami: 'true' };

  expect(() => settingsFrom(inputs)).toThrow(expect.objectContaining({ code: 'input_conflict' }));
});

test('`whoami: true` is an error if the metadata of the issuer contains no userinfo_endpoint', async () => {
  const inputs = { platform: 'oauth2', issuer: 'https://h', bearer_token: TOKEN, whoami: 'true' };
  const ports = answering(answer({ issuer: 'https://h', token_endpoint: 'https://h/t' }));

  await expect(openSession(settingsFrom(inputs), ports)).rejects.toMatchObject({
    code: 'input_invalid',
  });
});
