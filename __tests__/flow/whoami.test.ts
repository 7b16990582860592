import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../src/inputs/inputs.js';
import type { HttpResponse } from '../../src/ports.js';
import { openSession } from '../../src/session/session.js';
import { parseSettings } from '../../src/settings/settings.js';
import { fakeSurroundings } from '../support/fake-environment.js';
import { answer, fakePorts, jwt, NOW } from '../support/fake-ports.js';

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

describe('whom a token belongs to', () => {
  test.each<[string, Inputs, string]>([
    ['users/me, with its slash', CHARIOT, 'GET /api/identity/v2/users/me/'],
    ['userinfo', KEYCLOAK, 'GET /realms/acme/protocol/openid-connect/userinfo'],
    [
      'userinfo below /auth',
      { ...KEYCLOAK, platform: 'dataclarity' },
      'GET /auth/realms/acme/protocol/openid-connect/userinfo',
    ],
  ])('is asked at %s', async (_what, inputs, request) => {
    const ports = answering(answer({ id: 'u-1', email: 'ada@example.com', roles: ['secret'] }));
    const { user } = await openSession(parseSettings(inputs, fakeSurroundings()), ports);

    expect(user).toEqual({ id: 'u-1', email: 'ada@example.com', roles: ['secret'] });
    expect(ports.requests()).toEqual([request]);
    expect(ports.effects).toContainEqual(
      expect.objectContaining({
        request: expect.objectContaining({ headers: { accept: 'application/json', authorization: `Bearer ${TOKEN}` } }),
      }),
    );
  });

  test('is said in one line, of the few members that are meant for it', async () => {
    const ports = answering(answer({ id: 'u-1', email: 'ada@example.com', roles: ['a role'], name: '' }));
    await openSession(parseSettings(CHARIOT, fakeSurroundings()), ports);

    expect(ports.said('info').at(-1)).toBe('The token belongs to id "u-1", email "ada@example.com".');
  });

  test('may be somebody of whom nothing is known', async () => {
    const ports = answering(answer({}));
    await openSession(parseSettings(CHARIOT, fakeSurroundings()), ports);

    expect(ports.said('info').at(-1)).toBe("The platform did not return a name for the token's owner.");
  });

  test('is not asked unless that is wanted', async () => {
    const ports = answering(answer({}));
    const { user } = await openSession(parseSettings({ ...CHARIOT, whoami: 'false' }, fakeSurroundings()), ports);

    expect([user, ports.requests()]).toEqual([undefined, []]);
  });

  test('stands in the claims on Descartes Labs', async () => {
    const ports = answering(answer({}));
    const inputs = { platform: 'descarteslabs', bearer_token: TOKEN, whoami: 'true' };
    const { user } = await openSession(parseSettings(inputs, fakeSurroundings()), ports);

    expect(user).toMatchObject({ name: 'Ada' });
    expect(ports.requests()).toEqual([]);
    expect(ports.said('info').at(-1)).toBe('The token belongs to name "Ada", sub "s".');
  });

  test('cannot be told of a token without claims there', async () => {
    const inputs = { platform: 'descarteslabs', bearer_token: 'opaque', whoami: 'true' };

    await expect(openSession(parseSettings(inputs, fakeSurroundings()), answering(answer({})))).rejects.toMatchObject({
      code: 'invalid_token',
    });
  });

  test.each<[string, Inputs, HttpResponse, string]>([
    ['401', CHARIOT, answer({ error: 'invalid bearer token' }, { status: 401 }), 'invalid_token'],
    ['403 of Chariot', CHARIOT, answer({}, { status: 403 }), 'permission_denied'],
    ['403 of OpenID', KEYCLOAK, answer({ error: 'insufficient_scope' }, { status: 403 }), 'insufficient_scope'],
    ['503', KEYCLOAK, answer('', { status: 503 }), 'server_failed'],
    ['a list', KEYCLOAK, answer([]), 'response_invalid'],
  ])('is an error after %s', async (...[, inputs, response, code]) => {
    await expect(openSession(parseSettings(inputs, fakeSurroundings()), answering(response))).rejects.toMatchObject({
      code,
    });
  });

  test('names the scope after a 403', async () => {
    await expect(
      openSession(parseSettings(KEYCLOAK, fakeSurroundings()), answering(answer({}, { status: 403 }))),
    ).rejects.toMatchObject({
      advice: expect.stringContaining('`openid`'),
    });
  });

  test('is asked beside the Secrets, not before them', async () => {
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
    const { fetched, user } = await openSession(parseSettings(inputs, fakeSurroundings()), ports);

    expect([fetched.results.length, user, most]).toEqual([2, { id: 'u' }, 3]);
  });
});

describe('the scope openid', () => {
  const LOGIN = { platform: 'keycloak', url: 'https://h', tenant: 'acme', client_id: 'i', client_secret: 's' };
  const scopeOf = (inputs: Inputs) => parseSettings({ ...LOGIN, ...inputs }, fakeSurroundings()).credentials?.scope;

  test.each<[string, Inputs, string | undefined]>([
    ['is asked for where whoami needs it', { whoami: 'true' }, 'openid'],
    ['is not asked for without whoami', {}, undefined],
    ['is not added to a scope that is given', { whoami: 'true', scope: 'email' }, 'email'],
    ['is not added to a refresh', { whoami: 'true', refresh_token: 'r' }, undefined],
  ])('%s', (_what, inputs, expected) => {
    expect(scopeOf(inputs)).toBe(expected);
  });
});

test('whoami with `token_url` alone is refused before any request', () => {
  const inputs = { platform: 'oauth2', token_url: 'https://h/t', bearer_token: TOKEN, whoami: 'true' };

  expect(() => parseSettings(inputs, fakeSurroundings())).toThrow(expect.objectContaining({ code: 'input_conflict' }));
});

test('whoami at an issuer without userinfo is an error', async () => {
  const inputs = { platform: 'oauth2', issuer: 'https://h', bearer_token: TOKEN, whoami: 'true' };
  const ports = answering(answer({ issuer: 'https://h', token_endpoint: 'https://h/t' }));

  await expect(openSession(parseSettings(inputs, fakeSurroundings()), ports)).rejects.toMatchObject({
    code: 'input_invalid',
  });
});
