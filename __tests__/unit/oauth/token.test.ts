import { describe, expect, test } from '@jest/globals';
import { expiryOf, isBearerToken, readClaims, readSuppliedToken } from '../../../src/oauth/token.js';
import { jwt, NOW } from '../../support/fake-ports.js';

const IN_AN_HOUR = NOW.getTime() / 1000 + 3600;

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
    [1e12, '+033658-09-27T01:46:40.000Z'],
    ['1764072000', '2025-11-25T12:00:00.000Z'],
  ])('The claim exp %j is the time %s', (exp, expected) => {
    expect(expiryOf({ exp })?.toISOString()).toBe(expected);
  });

  test.each<[unknown]>([[undefined], [null], ['never'], [0], [-1], [Number.NaN], [1e12 + 1], [true], [{}]])(
    'The claim exp %p is not a time',
    (exp) => {
      expect(expiryOf({ exp })).toBeUndefined();
    },
  );

  test('Without the claim exp there is no expiry', () => {
    expect([expiryOf({}), expiryOf(undefined)]).toEqual([undefined, undefined]);
  });
});

describe('readSuppliedToken', () => {
  test.each<[string, string, [number | undefined, string | undefined]]>([
    ['A token expires at the time in its claim', jwt({ exp: IN_AN_HOUR }), [3600, '2026-11-25T13:00:00.000Z']],
    [
      'A fraction in the claim is kept in the time and cut off in the seconds',
      jwt({ exp: IN_AN_HOUR + 0.5 }),
      [3600, '2026-11-25T13:00:00.500Z'],
    ],
    ['A token may be expired', jwt({ exp: IN_AN_HOUR - 7200 }), [-3600, '2026-11-25T11:00:00.000Z']],
    ['A token without the claim has no known expiry', jwt({ sub: 'x' }), [undefined, undefined]],
    ['A token that is not a JWT has no known expiry', 'opaque', [undefined, undefined]],
  ])('%s', (_what, value, expected) => {
    const token = readSuppliedToken(value, NOW);

    expect(token.value).toBe(value);
    expect([token.expiresIn, token.expiresAt?.toISOString()]).toEqual(expected);
  });

  test('A supplied token contains its claims', () => {
    expect(readSuppliedToken(jwt({ sub: 'x' }), NOW).claims).toEqual({ sub: 'x' });
    expect(readSuppliedToken('opaque', NOW).claims).toBeUndefined();
  });
});

describe('isBearerToken', () => {
  const visible = Array.from({ length: 0x7e - 0x21 + 1 }, (_, index) => String.fromCharCode(0x21 + index));

  test('A token may contain every character from ! to ~, alone and together', () => {
    expect(visible.filter((character) => !isBearerToken(character))).toEqual([]);
    expect(isBearerToken(visible.join(''))).toBe(true);
  });

  test.each(['', ' ', 'a b', ' a', 'a ', 'a\n', 'a\t', 'a\u0000', 'a\u007f', 'ä', 'a\u2028'])(
    'The text %j cannot be sent as a bearer token',
    (text) => {
      expect(isBearerToken(text)).toBe(false);
    },
  );
});
