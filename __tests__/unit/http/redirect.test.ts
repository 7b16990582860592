import { describe, expect, test } from '@jest/globals';
import { redirectTarget } from '../../../src/http/redirect.js';
import type { HttpRequest } from '../../../src/ports.js';
import { failureOf } from '../../support/fake-ports.js';

const get: HttpRequest = { method: 'GET', url: new URL('https://h.example/a/b?c=1'), headers: {}, purpose: 'It' };

describe('a redirect', () => {
  test.each([
    ['/d', 'https://h.example/d'],
    ['d?e=1', 'https://h.example/a/d?e=1'],
    ['https://h.example/d', 'https://h.example/d'],
    ['https://h.example:443/d', 'https://h.example/d'],
  ])('to %s within the origin is followed', (location, expected) => {
    expect(redirectTarget(get, location, 0).href).toBe(expected);
  });

  test.each([
    ['another host', 'https://other.example/d'],
    ['a host below it', 'https://x.h.example/d'],
    ['another port', 'https://h.example:8443/d'],
    ['another scheme', 'http://h.example/d'],
    ['another host, without its scheme', '//other.example/d'],
    ['no server at all', 'file:///etc/passwd'],
    ['a user of the host', 'https://h.example@other.example/d'],
    ['no address', 'https://['],
    ['nowhere', undefined],
  ])('to %s is refused', (_where, location) => {
    expect(failureOf(() => redirectTarget(get, location, 0)).code).toBe('redirect_refused');
  });

  test('of a POST is refused, also within the origin', () => {
    const post = { ...get, method: 'POST', body: 'client_secret=s' } as const;

    expect(failureOf(() => redirectTarget(post, '/d', 0)).code).toBe('redirect_refused');
  });
});
