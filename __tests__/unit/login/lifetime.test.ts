import { describe, expect, test } from '@jest/globals';
import { lifetimeOf, noticeShortLifetime, tokenState } from '../../../src/login/lifetime.js';
import { readSuppliedToken } from '../../../src/oauth/token.js';
import { jwt, NOW } from '../../support/fake-ports.js';

describe('noticeShortLifetime', () => {
  const noticesFor = (expiresIn: number | undefined) => {
    const notices: string[] = [];
    noticeShortLifetime({ expiresIn }, { notice: (message) => void notices.push(message) });
    return notices;
  };

  test.each([0, 599])('A token that is valid for %i s is a notice', (expiresIn) => {
    expect(noticesFor(expiresIn)).toEqual([
      `The token is valid for ${expiresIn} s, less than 10 minutes. Run the steps that use the token directly after this one, or log in again before those steps.`,
    ]);
  });

  test.each([600, 3600, undefined])('A token that is valid for %j s is not a notice', (expiresIn) => {
    expect(noticesFor(expiresIn)).toEqual([]);
  });
});

describe('lifetimeOf', () => {
  test('The lifetime contains seconds and the expiry', () => {
    expect(lifetimeOf({ expiresIn: 60, expiresAt: NOW })).toBe(
      'the token is valid for 60 s, until 2026-11-25T12:00:00.000Z',
    );
  });

  test('A lifetime that is not known is described as such', () => {
    expect(lifetimeOf({ expiresIn: undefined, expiresAt: undefined })).toBe('the expiry of the token is not known');
  });
});

describe('tokenState', () => {
  const exp = NOW.getTime() / 1000;
  const stateOf = (claims: object | undefined, tokenAudience?: string) =>
    tokenState(
      readSuppliedToken(claims === undefined ? 'opaque' : jwt(claims), NOW),
      { tokenAudience, leewaySeconds: 30 },
      NOW,
    );

  test.each<[string, object | undefined, ReturnType<typeof stateOf>]>([
    ['A token with 31 s left is good with a leeway of 30 s', { exp: exp + 31 }, 'good'],
    ['A token with 30 s left is expiring with a leeway of 30 s', { exp: exp + 30 }, 'expiring'],
    ['A token with less than a second left is expiring', { exp: exp + 0.5 }, 'expiring'],
    ['A token with no time left is expired', { exp }, 'expired'],
    ['A token without an expiry is good', {}, 'good'],
    ['A token that is not a JWT is good', undefined, 'good'],
  ])('%s', (_title, claims, expected) => {
    expect(stateOf(claims)).toBe(expected);
  });

  test.each<[string, object | undefined, ReturnType<typeof stateOf>]>([
    ['A token for the client is good', { exp: exp + 31, aud: 'me' }, 'good'],
    ['A token for the client and others is good', { exp: exp + 31, aud: ['you', 'me'] }, 'good'],
    ['A token for another client is unrelated', { exp: exp + 31, aud: 'you' }, 'unrelated'],
    ['A token for a list of other clients is unrelated', { exp: exp + 31, aud: ['you'] }, 'unrelated'],
    ['A token without an audience is unrelated', { exp: exp + 31 }, 'unrelated'],
    ['A token for the client without an expiry is unrelated', { aud: 'me' }, 'unrelated'],
    ['A token that is not a JWT is unrelated to a client', undefined, 'unrelated'],
    ['A token for the client that expired is expired', { exp, aud: 'me' }, 'expired'],
  ])('%s', (_title, claims, expected) => {
    expect(stateOf(claims, 'me')).toBe(expected);
  });
});
