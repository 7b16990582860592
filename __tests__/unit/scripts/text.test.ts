import { describe, expect, test } from '@jest/globals';
import { hardWrap, pad, widthOf, wrap } from '../../../scripts/demo/text.js';

describe('widthOf', () => {
  test.each([
    ['letters', 'token', 5],
    ['an emoji', '❌', 2],
    ['an emoji with a variation selector', '⚠️', 2],
    ['Chinese characters', '秘密', 4],
    ['a letter with a combining accent', 'e\u0301', 1],
    ['a zero width space', 'a\u200Bb', 2],
    ['box lines', '│─┼', 3],
  ])('The width of %s is that of a terminal', (_, text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('pad', () => {
  test.each([
    ['ab', 4, 'ab  '],
    ['✅', 4, '✅  '],
    ['longer', 3, 'longer'],
  ])('%j is padded to %i columns', (text, width, padded) => {
    expect(pad(text, width)).toBe(padded);
  });
});

describe('wrap', () => {
  test.each([
    { rule: 'breaks at the last space that fits', text: 'one two three', width: 8, lines: ['one two', 'three'] },
    { rule: 'leaves a line that fits exactly', text: 'one two', width: 7, lines: ['one two'] },
    { rule: 'breaks a word that is wider than a line', text: 'a abcdefgh', width: 4, lines: ['a', 'abcd', 'efgh'] },
    { rule: 'keeps the line ends of the text', text: 'one\n\ntwo', width: 9, lines: ['one', '', 'two'] },
    {
      rule: 'keeps words together at a no-break space',
      text: 'one two\u00a0three',
      width: 10,
      lines: ['one', 'two three'],
    },
    {
      rule: 'breaks at a no-break space if the words do not fit',
      text: 'two\u00a0three',
      width: 6,
      lines: ['two', 'three'],
    },
    { rule: 'counts an emoji as two columns', text: '❌ a ❌', width: 5, lines: ['❌ a', '❌'] },
    { rule: 'keeps the spaces at the start', text: '  one two', width: 6, lines: ['  one', 'two'] },
  ])('It $rule', ({ text, width, lines }) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

describe('hardWrap', () => {
  test('It breaks at any character, but not within an emoji', () => {
    expect(hardWrap('ab ✅cd', 4)).toEqual(['ab ', '✅cd']);
  });
});
