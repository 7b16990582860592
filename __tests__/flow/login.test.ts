import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { login } from '../../src/login/login.js';
import type { HttpResponse } from '../../src/ports.js';
import { answer, fakePorts, jwt, NOW, settingsOf } from '../support/fake-ports.js';

const SECONDS = NOW.getTime() / 1000;
const LOGIN = 'POST /auth/client/v2/chariot/login';

const answering = (response: HttpResponse) => fakePorts(() => Promise.resolve(response));

/** Ports of a run that must not ask anybody. */
const offline = () => fakePorts(() => Promise.reject(new Error('nothing may be asked')));

/** Settings with a token at hand that still lives so many seconds, and with credentials or without. */
function settingsWith(left: number | undefined, credentials: boolean) {
  const bearer_token = left === undefined ? 'opaque-at-hand' : jwt({ exp: SECONDS + left });
  return credentials ? settingsOf({ bearer_token }) : { ...settingsOf({ bearer_token }), credentials: undefined };
}

describe('a login', () => {
  test('sends the credentials once and gives the token', async () => {
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

  test('masks the token right behind the answer, before anything is said of it', async () => {
    const ports = answering(
      answer({ access_token: 'new-token', refresh_token: 'refresh-token', id_token: 'id-token' }),
    );

    await login(settingsOf(), ports);

    expect(ports.effects.map(({ did }) => did)).toEqual(['send', 'mask', 'info']);
    expect(ports.masked()).toEqual(['new-token', 'refresh-token', 'id-token']);
  });

  test('says where it logged in and how long the token lives, and not the token', async () => {
    const ports = answering(answer({ access_token: 'new-token', expires_in: 600 }));

    await login(settingsOf({ url: 'https://chariot.example.com/apps' }), ports);

    expect(ports.said('info')).toEqual([
      'Logged in to Chariot at https://chariot.example.com: the token is valid for 600 s, until 2026-11-25T12:10:00.000Z.',
    ]);
  });

  test('says so when nobody knows how long', async () => {
    const ports = answering(answer({ access_token: 'new-token' }));

    await login(settingsOf(), ports);

    expect(ports.said('info')).toEqual([
      'Logged in to Chariot at https://chariot.example.com: the expiry of the token is not known.',
    ]);
  });

  test.each<[string, unknown]>([
    ['is of another type', { access_token: 'new-token', token_type: 'mac' }],
    ['has a line end', { access_token: 'new\r\ntoken' }],
    ['has a broken life', { access_token: 'new-token', expires_in: 'soon' }],
  ])('masks a token also when it is refused since it %s', async (_what, body) => {
    const ports = answering(answer(body));

    await expect(login(settingsOf(), ports)).rejects.toMatchObject({ code: 'response_invalid' });
    expect(ports.effects.map(({ did }) => did)).toEqual(['send', 'mask']);
    expect(ports.masked()).toEqual([(body as { access_token: string }).access_token]);
  });

  test.each<[string, HttpResponse, string]>([
    ['wrong credentials', answer({ error: 'invalid_client' }, { status: 401 }), 'invalid_client'],
    ['a server in trouble', answer('', { status: 503 }), 'server_failed'],
    ['another server', answer('<html>', { contentType: 'text/html' }), 'response_invalid'],
    ['a wrong path', answer('404 page not found', { status: 404, contentType: 'text/plain' }), 'endpoint_not_found'],
  ])('is refused by %s, and not tried again', async (_what, response, code) => {
    const ports = answering(response);

    await expect(login(settingsOf(), ports)).rejects.toMatchObject({ code });
    expect(ports.requests()).toEqual([LOGIN]);
    expect(ports.said('info')).toEqual([]);
  });

  test('ends with the error of the network as it is', async () => {
    const error = new ActionError('server_unreachable', 'no such host');

    await expect(
      login(
        settingsOf(),
        fakePorts(() => Promise.reject(error)),
      ),
    ).rejects.toBe(error);
  });
});

describe('a token at hand', () => {
  // Chariot's leeway is 30 seconds.
  test.each<[string, number | undefined, { credentials: boolean }]>([
    ['lives longer than the leeway', 31, { credentials: true }],
    ['lives longer than the leeway and nothing else is given', 31, { credentials: false }],
    ['lives within the leeway, but nothing else is given', 30, { credentials: false }],
    ['lives one more second, but nothing else is given', 1, { credentials: false }],
    ['says nothing of its end', undefined, { credentials: true }],
    ['says nothing of its end and nothing else is given', undefined, { credentials: false }],
  ])('is used without a request when it %s', async (_what, left, { credentials }) => {
    const ports = offline();
    const settings = settingsWith(left, credentials);
    const { token, kind } = await login(settings, ports);

    expect([token?.value, kind]).toEqual([settings.bearerToken, 'supplied']);
    expect(ports.said('info')).toEqual([expect.stringMatching(/^Using the supplied token: /)]);
    expect(ports.effects.map(({ did }) => did)).toEqual(left === undefined ? ['info'] : ['info', 'notice']);
  });

  test.each([
    ['lives no longer than the leeway', 30],
    ['has just expired', 0],
    ['expired long ago', -86_400],
  ])('is replaced by a login when it %s', async (_what, left) => {
    const ports = answering(answer({ access_token: 'new-token' }));
    const { token, kind } = await login(settingsWith(left, true), ports);

    expect([token?.value, kind]).toEqual(['new-token', 'requested']);
    expect(ports.requests()).toEqual([LOGIN]);
  });

  test.each([
    ['now', 0, '2026-11-25T12:00:00.000Z'],
    ['an hour ago', -3600, '2026-11-25T11:00:00.000Z'],
  ])('that expired %s is an error which says when, where nothing else is given', async (_when, left, expiry) => {
    const ports = offline();

    await expect(login(settingsWith(left, false), ports)).rejects.toMatchObject({
      code: 'token_expired',
      message: `The \`bearer_token\` expired at ${expiry}, and no credentials are set`,
    });
    expect(ports.effects).toEqual([]);
  });

  test('with less than a second left is used to its end', async () => {
    const settings = settingsWith(0.9, false);
    const { token } = await login(settings, offline());

    expect(token?.value).toBe(settings.bearerToken);
  });
});
