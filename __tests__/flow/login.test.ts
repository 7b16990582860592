import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { login } from '../../src/login/login.js';
import type { HttpResponse } from '../../src/ports.js';
import { answer, fakePorts, jwt, NOW, settingsOf } from '../support/fake-ports.js';

const SECONDS = NOW.getTime() / 1000;
const LOGIN = 'POST /auth/client/v2/chariot/login';

const answering = (response: HttpResponse) => fakePorts(() => Promise.resolve(response));

/** Ports of a run that must not send a request. */
const offline = () => fakePorts(() => Promise.reject(new Error('no request may be sent')));

/** Settings with a supplied token that is valid for so many seconds, with credentials or without. */
function settingsWith(left: number | undefined, credentials: boolean) {
  const bearer_token = left === undefined ? 'opaque-token' : jwt({ exp: SECONDS + left });
  return credentials ? settingsOf({ bearer_token }) : { ...settingsOf({ bearer_token }), credentials: undefined };
}

describe('login with credentials', () => {
  test('The credentials are sent once, and the token is returned with what revokes it', async () => {
    const ports = answering(answer({ access_token: 'new-token', expires_in: 600 }));

    await expect(login(settingsOf(), ports)).resolves.toEqual({
      kind: 'requested',
      metadata: settingsOf().metadata,
      credentials: settingsOf().credentials,
      token: {
        value: 'new-token',
        type: 'Bearer',
        claims: undefined,
        expiresIn: 600,
        expiresAt: new Date('2026-11-25T12:10:00.000Z'),
      },
    });
    expect(ports.requests()).toEqual([LOGIN]);
  });

  test('The tokens of a response are masked before a line about them is printed', async () => {
    const ports = answering(
      answer({ access_token: 'new-token', refresh_token: 'refresh-token', id_token: 'id-token' }),
    );

    await login(settingsOf(), ports);

    expect(ports.effects.map(({ did }) => did)).toEqual(['send', 'mask', 'info']);
    expect(ports.masked()).toEqual(['new-token', 'refresh-token', 'id-token']);
  });

  test('A line contains the client and the lifetime of the token, not the token', async () => {
    const ports = answering(answer({ access_token: 'new-token', expires_in: 600 }));

    await login(settingsOf({ url: 'https://chariot.example.com/apps' }), ports);

    expect(ports.said('info')).toEqual(['Logged in to Chariot as id; the token expires in 10 min (12:10 UTC).']);
  });

  test('A line says that the expiry is not known if the response contains none', async () => {
    const ports = answering(answer({ access_token: 'new-token' }));

    await login(settingsOf(), ports);

    expect(ports.said('info')).toEqual(['Logged in to Chariot as id; the expiry of the token is not known.']);
  });

  test.each<[string, unknown]>([
    ['of another type', { access_token: 'new-token', token_type: 'mac' }],
    ['with a line end', { access_token: 'new\r\ntoken' }],
  ])('A token %s is masked although it is rejected', async (_what, body) => {
    const ports = answering(answer(body));

    await expect(login(settingsOf(), ports)).rejects.toMatchObject({ code: 'response_invalid' });
    expect(ports.effects.map(({ did }) => did)).toEqual(['send', 'mask']);
    expect(ports.masked()).toEqual([(body as { access_token: string }).access_token]);
  });

  test.each<[string, HttpResponse, string]>([
    ['that rejects the credentials', answer({ error: 'invalid_client' }, { status: 401 }), 'invalid_client'],
    ['that is not available', answer('', { status: 503 }), 'server_failed'],
    ['that returns HTML', answer('<html>', { contentType: 'text/html' }), 'response_invalid'],
    [
      'that does not know the path',
      answer('404 page not found', { status: 404, contentType: 'text/plain' }),
      'endpoint_not_found',
    ],
  ])('A login at a server %s fails without another attempt', async (_what, response, code) => {
    const ports = answering(response);

    await expect(login(settingsOf(), ports)).rejects.toMatchObject({ code });
    expect(ports.requests()).toEqual([LOGIN]);
    expect(ports.said('info')).toEqual([]);
  });

  test('An error of the network is passed on unchanged', async () => {
    const error = new ActionError('server_unreachable', 'no such host');

    await expect(
      login(
        settingsOf(),
        fakePorts(() => Promise.reject(error)),
      ),
    ).rejects.toBe(error);
  });
});

describe('login with a supplied token', () => {
  // Chariot's leeway is 30 seconds.
  test.each<[string, number | undefined, { credentials: boolean }]>([
    ['that is valid beyond the leeway', 31, { credentials: true }],
    ['that is valid beyond the leeway, without credentials,', 31, { credentials: false }],
    ['that expires within the leeway, without credentials,', 30, { credentials: false }],
    ['that is valid for one second, without credentials,', 1, { credentials: false }],
    ['without an expiry', undefined, { credentials: true }],
    ['without an expiry, without credentials,', undefined, { credentials: false }],
  ])('A token %s is used without a request', async (_what, left, { credentials }) => {
    const ports = offline();
    const settings = settingsWith(left, credentials);
    const { token, kind } = await login(settings, ports);

    expect([token?.value, kind]).toEqual([settings.bearerToken, 'supplied']);
    expect(ports.said('info')).toEqual([expect.stringMatching(/^Using the supplied token: /)]);
    expect(ports.effects.map(({ did }) => did)).toEqual(left === undefined ? ['info'] : ['info', 'notice']);
  });

  test.each([
    ['that expires within the leeway', 30],
    ['that has just expired', 0],
    ['that expired long ago', -86_400],
  ])('A token %s is replaced by a login', async (_what, left) => {
    const ports = answering(answer({ access_token: 'new-token' }));
    const { token, kind } = await login(settingsWith(left, true), ports);

    expect([token?.value, kind]).toEqual(['new-token', 'requested']);
    expect(ports.requests()).toEqual([LOGIN]);
  });

  test('If the login fails, a token that expires within the leeway is not used instead', async () => {
    const ports = answering(answer('', { status: 503 }));

    await expect(login(settingsWith(30, true), ports)).rejects.toMatchObject({ code: 'server_failed' });
  });

  test.each([
    ['now', 0, '2026-11-25 12:00 UTC'],
    ['an hour ago', -3600, '2026-11-25 11:00 UTC'],
  ])('A token that expired %s, without credentials, is an error with the time', async (_when, left, expiry) => {
    const ports = offline();

    await expect(login(settingsWith(left, false), ports)).rejects.toMatchObject({
      code: 'token_expired',
      message: `The \`bearer_token\` expired at ${expiry}, and no credentials are set`,
    });
    expect(ports.effects).toEqual([]);
  });

  test('A token with less than a second left is used', async () => {
    const settings = settingsWith(0.9, false);
    const { token } = await login(settings, offline());

    expect(token?.value).toBe(settings.bearerToken);
  });
});
