import { describe, expect, test } from '@jest/globals';
import { commandData } from '../../../src/masking/masks.js';

describe('the add-mask commands for a text', () => {
  test.each<[string, string, string[]]>([
    ['ASCII: it alone', 'correct-horse', ['correct-horse']],
    ['a percent sign: it alone', '50%0A', ['50%0A']],
    ['ASCII in front: it alone', 'pässword', ['pässword']],
    ['a blank in front: it alone', ' ä', [' ä']],
    // By the culture of the runner a mark behind "::" hides the command: the newline keeps them apart.
    ['a combining mark in front: behind a newline, then alone', '\u0301abc', ['\n\u0301abc', '\u0301abc']],
    ['any other letter beyond ASCII in front: the same', 'über', ['\nüber', 'über']],
    ['an emoji in front: the same', '😀x', ['\n😀x', '😀x']],
    [
      // The last one is printed: by then the masks of the first two hide it, unescaped and escaped.
      'a percent sign behind such a letter: first as the command line will show it',
      '\u0301a%b',
      ['\n\u0301a%25b', '\n\u0301a%b', '\u0301a%b'],
    ],
    ['several lines: as they are', 'a\nb', ['a\nb']],
  ])('%s', (_kind, text, expected) => {
    expect(commandData(text)).toEqual(expected);
  });
});
