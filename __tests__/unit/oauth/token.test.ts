import { describe, expect, test } from '@jest/globals';
import { expiryOf, readClaims } from '../../../src/oauth/token.js';
import { jwt } from '../../support/fake-ports.js';

describe('the claims of a token', () => {
  test('are read without a look at its signature', () => {
    expect(readClaims(jwt({ sub: 'Jürgen', exp: 1 }))).toEqual({ sub: 'Jürgen', exp: 1 });
  });

  const part = (text: string) => Buffer.from(text).toString('base64url');

  test.each([
    ['a word', 'opaque-token'],
    ['two parts', `${part('{}')}.${part('{}')}`],
    ['four parts', `a.${part('{}')}.c.d`],
    ['an empty part', 'a..c'],
    ['no JSON', `a.${part('{"a":')}.c`],
    ['JSON that is no object', `a.${part('["a"]')}.c`],
    ['a number', `a.${part('1')}.c`],
    ['null', `a.${part('null')}.c`],
    ['nothing', ''],
  ])('are unknown of %s', (_kind, token) => {
    expect(readClaims(token)).toBeUndefined();
  });
});

describe('the end of a token by its claim exp', () => {
  test.each([
    [1_764_072_000, '2025-11-25T12:00:00.000Z'],
    [1_764_072_000.25, '2025-11-25T12:00:00.250Z'],
    [1, '1970-01-01T00:00:01.000Z'],
    [8.64e12, '+275760-09-13T00:00:00.000Z'],
  ])('%d is %s', (exp, expected) => {
    expect(expiryOf({ exp })?.toISOString()).toBe(expected);
  });

  test.each<[unknown]>([[undefined], [null], ['1764072000'], [0], [-1], [Number.NaN], [8.64e12 + 1], [true], [{}]])(
    '%p is unknown',
    (exp) => {
      expect(expiryOf({ exp })).toBeUndefined();
    },
  );

  test('is unknown without claims', () => {
    expect([expiryOf({}), expiryOf(undefined)]).toEqual([undefined, undefined]);
  });
});
