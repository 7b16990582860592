import { describe, expect, test } from '@jest/globals';
import { lifetimeOf, noticeShortLifetime, tokenState } from '../../../src/login/lifetime.js';
import { readSuppliedToken } from '../../../src/oauth/token.js';
import { jwt, NOW } from '../../support/fake-ports.js';

describe('noticeShortLifetime', () => {
  const linesFor = (expiresIn: number | undefined) => {
    const lines: string[] = [];
    const print = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
    noticeShortLifetime({ expiresIn }, { notice: print('notice'), info: print('info') });
    return lines;
  };
  const SOON =
    'The token expires soon. Run the steps that use it directly after this one, or log in again before those steps.';

  test.each([0, 119])('A token that is valid for %i s is a notice', (expiresIn) => {
    expect(linesFor(expiresIn)).toEqual([`notice: ${SOON}`]);
  });

  test.each([120, 300, 599])('A token that is valid for %i s is a plain line of the log', (expiresIn) => {
    expect(linesFor(expiresIn)).toEqual([`info: ${SOON}`]);
  });

  test.each([600, 3600, undefined])('A token that is valid for %j s has no line', (expiresIn) => {
    expect(linesFor(expiresIn)).toEqual([]);
  });
});

describe('lifetimeOf', () => {
  test.each<[expiresIn: number, expected: string]>([
    [0, '0 s (12:00 UTC)'],
    [119, '119 s (12:00 UTC)'],
    [120, '2 min (12:00 UTC)'],
    [300, '5 min (12:00 UTC)'],
    [3599, '60 min (12:00 UTC)'],
    [7200, '2 h (12:00 UTC)'],
    [43_199, '12 h (12:00 UTC)'],
    [43_200, '12 h (2026-11-25 12:00 UTC)'],
    [172_800, '2 days (2026-11-25 12:00 UTC)'],
  ])('A token that is valid for %i s expires in %s', (expiresIn, expected) => {
    expect(lifetimeOf({ expiresIn, expiresAt: NOW })).toBe(`the token expires in ${expected}`);
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
