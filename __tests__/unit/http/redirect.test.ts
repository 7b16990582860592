import { describe, expect, test } from '@jest/globals';
import { redirectTarget } from '../../../src/http/redirect.js';
import type { HttpRequest } from '../../../src/ports.js';
import { failureOf } from '../../support/fake-ports.js';

const get: HttpRequest = { method: 'GET', url: new URL('https://h.example/a/b?c=1'), headers: {}, purpose: 'It' };

describe('redirectTarget', () => {
  test.each([
    ['/d', 'https://h.example/d'],
    ['d?e=1', 'https://h.example/a/d?e=1'],
    ['https://h.example/d', 'https://h.example/d'],
    ['https://h.example:443/d', 'https://h.example/d'],
  ])('A redirect to %s, within the origin, is followed', (location, expected) => {
    expect(redirectTarget(get, location, 0).href).toBe(expected);
  });

  const OTHER = 'which is another origin';
  const NONE = 'which is missing or not a URL';
  test.each<[where: string, location: string | undefined, what: string]>([
    ['another host', 'https://other.example/d?t=1', `"https://other.example/d", ${OTHER}`],
    ['a host below it', 'https://x.h.example/d', `"https://x.h.example/d", ${OTHER}`],
    ['another port', 'https://h.example:8443/d', `"https://h.example:8443/d", ${OTHER}`],
    ['another scheme', 'http://h.example/d', `"http://h.example/d", ${OTHER}`],
    ['another host without a scheme', '//other.example/d', `"https://other.example/d", ${OTHER}`],
    ['a file', 'file:///etc/passwd', `"file:/etc/passwd", ${OTHER}`],
    ['another host with a user', 'https://h.example@other.example/d', `"https://other.example/d", ${OTHER}`],
    ['a broken address', 'https://[', `an address, ${NONE}`],
    ['an empty address', '', `an address, ${NONE}`],
    ['no address', undefined, `an address, ${NONE}`],
  ])('A redirect to %s is refused', (_where, location, what) => {
    expect(failureOf(() => redirectTarget(get, location, 0))).toEqual({
      code: 'redirect_refused',
      message: `It failed: GET https://h.example/a/b redirects to ${what}`,
    });
  });

  test('A redirect of a POST is refused, even within the origin', () => {
    const post = { ...get, method: 'POST', body: 'client_secret=s' } as const;

    expect(failureOf(() => redirectTarget(post, '/d', 0))).toEqual({
      code: 'redirect_refused',
      message:
        'It failed: POST https://h.example/a/b redirects to "https://h.example/d", but the action never sends credentials to a second address',
    });
  });

  test('The fifth redirect is followed, and the sixth is refused', () => {
    expect(redirectTarget(get, '/d', 4).pathname).toBe('/d');
    expect(failureOf(() => redirectTarget(get, '/d', 5)).message).toMatch(
      /"https:\/\/h\.example\/d", after 5 redirects$/,
    );
  });
});
