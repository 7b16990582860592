import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePattern } from '../../../src/secrets/match.js';

describe('parsePattern', () => {
  test.each<[string, string, object | undefined]>([
    ['ab', 'ab', {}],
    ['ab', 'abc', undefined],
    ['*', '', { starred: '' }],
    ['*', 'a*b', { starred: 'a*b' }],
    ['a*', 'a', { starred: '' }],
    ['*a', 'a', { starred: '' }],
    ['a*b', 'a-b', { starred: '-' }],
    ['a*a', 'a', undefined],
    ['ab*bc', 'abc', undefined],
    ['**', 'x', {}],
    ['a*b*c', 'abc', {}],
    ['a*b*c', 'a-c', undefined],
    ['a*bc*c', 'abc', undefined],
    ['*ab*ba*', 'aba', undefined],
    ['*ab*ba*', 'abba', {}],
    ['a.b*', 'a-b', undefined],
  ])('The pattern %j on the text %j returns %j', (pattern, text, expected) => {
    expect(parsePattern(pattern)(text)).toEqual(expected);
  });

  test('A pattern matches the same texts as a regular expression with .*', () => {
    const letters = fc.constantFrom('a', 'b', 'é');
    const pattern = fc.array(fc.oneof(letters, fc.constant('*')), { maxLength: 6 }).map((signs) => signs.join(''));
    const text = fc.array(letters, { maxLength: 8 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(pattern, text, (stars, name) => {
        const found = new RegExp(`^${stars.replaceAll('*', '(.*)')}$`).exec(name);
        const starred = found?.length === 2 ? { starred: found[1] } : {};

        expect(parsePattern(stars)(name)).toEqual(found === null ? undefined : starred);
      }),
      { seed: 20_260_101, numRuns: 2000 },
    );
  });

  test('A pattern with many stars on a long name returns at once', () => {
    expect(parsePattern(`${'*a'.repeat(50)}*b`)('a'.repeat(100_000))).toBeUndefined();
    expect(parsePattern(`${'*a'.repeat(50)}*`)('a'.repeat(100_000))).toEqual({});
  });
});
