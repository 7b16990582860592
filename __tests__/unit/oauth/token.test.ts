import { describe, expect, test } from '@jest/globals';
import { expiryOf, readClaims } from '../../../src/oauth/token.js';
import { jwt } from '../../support/fake-ports.js';

describe('readClaims', () => {
  test('Claims are read without verifying the signature', () => {
    expect(readClaims(jwt({ sub: 'Jürgen', exp: 1 }))).toEqual({ sub: 'Jürgen', exp: 1 });
  });

  const part = (text: string) => Buffer.from(text).toString('base64url');

  test.each([
    ['a word', 'opaque-token'],
    ['two parts', `${part('{}')}.${part('{}')}`],
    ['four parts', `a.${part('{}')}.c.d`],
    ['an empty part', 'a..c'],
    ['incomplete JSON', `a.${part('{"a":')}.c`],
    ['a JSON array', `a.${part('["a"]')}.c`],
    ['a number', `a.${part('1')}.c`],
    ['null', `a.${part('null')}.c`],
    ['an empty text', ''],
  ])('A token of %s has no claims', (_kind, token) => {
    expect(readClaims(token)).toBeUndefined();
  });
});

describe('expiryOf', () => {
  test.each([
    [1_764_072_000, '2025-11-25T12:00:00.000Z'],
    [1_764_072_000.25, '2025-11-25T12:00:00.250Z'],
    [1, '1970-01-01T00:00:01.000Z'],
    [8.64e12, '+275760-09-13T00:00:00.000Z'],
  ])('The claim exp %d is the time %s', (exp, expected) => {
    expect(expiryOf({ exp })?.toISOString()).toBe(expected);
  });

  test.each<[unknown]>([[undefined], [null], ['1764072000'], [0], [-1], [Number.NaN], [8.64e12 + 1], [true], [{}]])(
    'The claim exp %p is not a time',
    (exp) => {
      expect(expiryOf({ exp })).toBeUndefined();
    },
  );

  test('Without the claim exp there is no expiry', () => {
    expect([expiryOf({}), expiryOf(undefined)]).toEqual([undefined, undefined]);
  });
});
