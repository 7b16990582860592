import { expect, test } from '@jest/globals';
import { lifeOf, noticeShortLife } from '../../../src/login/lifetime.js';
import { refreshTokenOf } from '../../../src/login/token-response.js';
import { keycloak } from '../../../src/platforms/keycloak.js';
import { NOW } from '../../support/fake-ports.js';

test.each([
  [0, 1],
  [599, 1],
  [600, 0],
  [3600, 0],
  [undefined, 0],
])('a token of %j s gives %i notices', (expiresIn, count) => {
  const said: string[] = [];
  noticeShortLife({ expiresIn }, { notice: (message) => void said.push(message) });

  expect(said).toHaveLength(count);
  expect(said.join()).toMatch(
    count === 0 ? /^$/ : new RegExp(`^The token lives ${expiresIn} s, less than 10 minutes: `),
  );
});

test('how long a token lives is said, or that nobody knows', () => {
  expect(lifeOf({ expiresIn: 60, expiresAt: NOW })).toBe('the token lives 60 s, until 2026-11-25T12:00:00.000Z');
  expect(lifeOf({ expiresIn: undefined, expiresAt: undefined })).toBe('how long the token lives is not known');
});

test.each<[unknown, string | undefined, unknown]>([
  [{ refresh_token: 'r', refresh_expires_in: 60 }, 'password', ['r', '2026-11-25T12:01:00.000Z']],
  [{ refresh_token: 'r', refresh_expires_in: 0 }, 'password', ['r', undefined]],
  [{ refresh_token: 'r' }, 'client_credentials', ['r', undefined]],
  [{ refresh_token: 'r', refresh_expires_in: 60 }, 'refresh_token', undefined],
  [{ refresh_token: '' }, 'password', undefined],
  [{ refresh_token: 1 }, 'password', undefined],
  [null, 'password', undefined],
])('the session of the answer %j to %s is %j', (body, grant, expected) => {
  const context = { platform: keycloak, now: NOW, grant: grant as 'password' };
  const refresh = refreshTokenOf(body, context);

  expect(refresh && [refresh.value, refresh.expiresAt?.toISOString()]).toEqual(expected);
});
