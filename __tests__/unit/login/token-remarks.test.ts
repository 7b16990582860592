import { describe, expect, test } from '@jest/globals';
import { remarksOn } from '../../../src/login/token-response.js';
import type { Credentials, Grant } from '../../../src/oauth/credentials.js';
import { descarteslabs } from '../../../src/platforms/descarteslabs.js';
import { keycloak } from '../../../src/platforms/keycloak.js';

const asked = (grant: Grant, scope?: string): Credentials => ({
  clientId: 'c',
  grant,
  clientAuthentication: { method: 'client_secret_post', clientSecret: 's' },
  negotiable: false,
  scope,
  audience: undefined,
});
const byClient: Grant = { type: 'client_credentials' };
const byRefreshToken: Grant = { type: 'refresh_token', refreshToken: 'first' };

const ROTATED =
  'The server gave another `refresh_token`, which is not kept: if it takes each one only once, store a new one before the next run.';

test.each<[unknown, string | undefined, string | undefined]>([
  [{ scope: 'a b' }, 'b a', undefined],
  [{ scope: 'a' }, 'a b', 'a'],
  [{ scope: 'a b' }, 'a', 'a b'],
  [{ scope: 'A' }, 'a', 'A'],
  [{ scope: 'a' }, undefined, undefined],
  [{}, 'a', undefined],
  [{ scope: 'openid profile' }, 'openid', undefined],
  [{ scope: 'profile' }, 'openid', 'profile'],
  [{ scope: 'openid profile' }, 'openid email', 'openid profile'],
  [{ scope: ['a'] }, 'b', undefined],
  [null, 'a', undefined],
])('the scope of %j, asked for %j, is granted otherwise: %j', (body, scope, granted) => {
  const remarks =
    granted === undefined
      ? []
      : [`The server granted another scope than it was asked for: ${JSON.stringify(granted)}.`];

  expect(remarksOn(body, asked(byClient, scope), keycloak)).toEqual(remarks);
});

describe('another refresh token than the one shown', () => {
  test('is told, as the stored one may not serve again', () => {
    expect(remarksOn({ refresh_token: 'second' }, asked(byRefreshToken), keycloak)).toEqual([ROTATED]);
  });

  test.each([
    ['where it is the same', { refresh_token: 'first' }, byRefreshToken, keycloak],
    ['where there is none', {}, byRefreshToken, keycloak],
    ['where each one keeps its worth', { refresh_token: 'second' }, byRefreshToken, descarteslabs],
    ['where none was shown', { refresh_token: 'second' }, byClient, keycloak],
  ])('is not told %s', (...[, body, grant, platform]) => {
    expect(remarksOn(body, asked(grant), platform)).toEqual([]);
  });
});
