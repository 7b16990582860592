import { describe, expect, test } from '@jest/globals';
import { derivedForms } from '../../../src/masking/forms.js';
import { hasShortMask, isMaskable, isShort, masksOf } from '../../../src/masking/masks.js';

const PEM = `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASC
BKcwggSjAgEAAoIBAQC7
-----END PRIVATE KEY-----
`;

const PRETTY = JSON.stringify(
  { server: 'ghcr.example.com', port: 5432, tls: true, note: null, tags: ['blue'] },
  null,
  2,
);

/** The masks of a value that are no derived form of another: what is told apart here are the pieces. */
function piecesOf(value: string): string[] {
  const masks = masksOf(value);
  const derived = new Set([value, value.trim(), ...masks].flatMap(derivedForms));
  return masks.filter((mask) => !derived.has(mask)).sort();
}

describe('what is masked of a value', () => {
  test.each<[string, string, string[]]>([
    ['one line: itself', 'correct-horse', ['correct-horse']],
    ['blanks at its ends: itself with them and without', '  correct horse\t', ['  correct horse\t', 'correct horse']],
    ['a newline behind: itself with it and without', 'correct-horse\n', ['correct-horse', 'correct-horse\n']],
    [
      'several lines: itself and each, trimmed',
      'first line\n  second\n',
      ['first line', 'first line\n  second', 'first line\n  second\n', 'second'],
    ],
    [
      'CRLF and lone CR: the same',
      'one line\r\ntwo line\rthree',
      ['one line', 'one line\r\ntwo line\rthree', 'three', 'two line'],
    ],
    ['blank lines: none of them', 'one line\n\n  \ntwo line', ['one line', 'one line\n\n  \ntwo line', 'two line']],
    [
      'short lines: not where there are longer ones, nor the whole',
      'longer line\nab\nlast line',
      ['last line', 'longer line'],
    ],
    ['nothing but short lines: each', 'ab\ncd', ['ab', 'cd']],
    ['a line that is mere JSON: not that one, nor the whole', 'long line\n}', ['long line']],
    ['short, but all there is: itself', 'ab', ['ab']],
    ['nothing', '', []],
    ['blanks', ' \t\n', []],
    ['a word of JSON', 'true', []],
    ['a bracket', '{', []],
    ['an empty document', ' { } ', []],
  ])('%s', (_kind, value, expected) => {
    expect(piecesOf(value)).toEqual([...expected].sort());
  });
});

describe('the list of masks', () => {
  test.each(['correct-horse-battery', PEM, PRETTY, '{"a":"ä","b":"c d"}'])('of %j has the longest first', (value) => {
    const lengths = masksOf(value).map((mask) => mask.length);

    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });

  test('holds nothing twice', () => {
    const masks = masksOf('same line\nsame line');

    expect(new Set(masks).size).toBe(masks.length);
  });

  test('holds the derived forms of the whole and of each piece', () => {
    const hex = (text: string) => Buffer.from(text).toString('hex');

    expect(masksOf('{"a":"first leaf"}')).toEqual(
      expect.arrayContaining([hex('{"a":"first leaf"}'), hex('first leaf')]),
    );
    expect(masksOf('line one\nline two')).toEqual(expect.arrayContaining([hex('line one\nline two'), hex('line two')]));
  });
});

describe('a text', () => {
  test.each([
    ['', false],
    [' \t\r\n\u0085', false],
    ['{', false],
    ['},', false],
    ['[]', false],
    ['true', false],
    ['false,', false],
    ['[null, true]', false],
    ['truer', true],
    ['nullnull', true],
    ['True', true],
    ['0', true],
    ['a', true],
    ['""', true],
    ['\u200b', true],
  ])('%j can be masked: %s', (text, expected) => {
    expect(isMaskable(text)).toBe(expected);
  });

  test.each([
    ['', true],
    ['abc', true],
    ['  abc  ', true],
    ['abcd', false],
    ['a cd', false],
    ['äöü', true],
    ['😀😀😀', true],
    ['😀😀😀😀', false],
  ])('%j is so short that its mask hides other text: %s', (text, expected) => {
    expect(isShort(text)).toBe(expected);
  });
});

describe('a value', () => {
  test.each([
    ['abc', true],
    ['abcd', false],
    ['ab\ncd', true],
    ['longer line\nab', false],
    ['{"a":"xy"}', false],
    ['["xy"]', false],
    ['', false],
    ['true', false],
  ])('%j has a mask that hides other text: %s', (value, expected) => {
    expect(hasShortMask(value)).toBe(expected);
  });
});
