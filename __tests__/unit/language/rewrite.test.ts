import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRewriter } from '../../../src/language/rewrite.js';
import { isOneRequest } from '../../support/is-one-request.js';
import { anyText } from '../../support/secret-requests.js';

const rewrite = createRewriter(isOneRequest);

describe('createRewriter', () => {
  test.each<[notation: string, text: string, lines: string[]]>([
    ['the variable first', 'PW | db-password', ['db-password | PW']],
    ['the variable first, and a quoted name', 'PW | "db-password"', ['db-password | PW']],
    ['the variable first, and a name with blanks', 'PW | api key', ['api key | PW']],
    ['the variable first, and a decoding', 'PW | base64 | db-password', ['db-password | base64 | PW']],
    ['a pattern last', 'TRAIN_* | train-*', ['train-* | TRAIN_*']],
    ['a decoding after the target', 'a | X | base64', ['a | base64 | X']],
    ['an arrow after a decoding', 'a | base64 -> X', ['a | base64 | X']],
    ['quotes around the target', 'a | "X"', ['a | X']],
    ['single quotes around the target', "a | 'X'", ['a | X']],
    ['a comma after the target', 'a | X,', ['a | X']],
    ['a list of quoted names', '"a", "b"', ['a', 'b']],
    ['a list of quoted names, some of which need the quotes', '"a;b", "c"', ['"a;b"', 'c']],
    ['a list with a sink', '"a", "b" | @file', ['a | @file', 'b | @file']],
    ['a comma after a quoted name', '"a",', ['a']],
    ['an arrow after a quoted name', '"db-password" -> X', ['db-password | X']],
    ['a JSON pair', '"db-password": "X"', ['db-password | X']],
    ['a JSON pair with the variable first', '"X": "db-password"', ['db-password | X']],
    ['a blank after a quoted name', '"db-password" X', ['db-password | X']],
    ['no closing quote', '"a', ['a']],
    ['a backslash that is not doubled', String.raw`"a\x"`, [String.raw`a\x`]],
    ['another notation in one of its requests', 'a; PW | db-password; "b" # c', ['db-password | PW']],
    ['a comment after another notation', 'PW | db-password # X', ['db-password | PW']],
    ['another notation in two of its requests', 'A | b-c; D | e-f', ['b-c | A', 'e-f | D']],
  ])('A line is rewritten that has %s', (_notation, text, lines) => {
    expect(rewrite(text)).toEqual(lines);
  });

  test.each<[why: string, text: string]>([
    ['parses', 'a | X'],
    ['has a sink without its @', 'ghcr | docker'],
    ['has a sink without its @ after a name in upper case', 'PW | docker'],
    ['has a decoding in another case', 'ghcr | Base64'],
    ['has no name', '| X'],
    ['has no target', 'a |'],
    ['has an invalid variable after a name in lower case', 'apikey | MY-NAME'],
    ['has a target that starts with a digit', 'a | 2FA'],
    ['has a sink in upper case', 'A | X@FILE'],
    ['has an unknown sink', 'A | @vault'],
    ['has three parts', 'a | b-c | d'],
    ['has a comment that touches a quote', '"a"#b'],
    ['has an empty name', '""'],
    ['has one request that cannot be rewritten', 'PW | db-password; | X'],
    ['is a comment', '# PW | db-password'],
    ['is empty', ''],
  ])('A line is not rewritten if it %s', (_why, text) => {
    expect(rewrite(text)).toBeUndefined();
  });

  test('Every line of any text is one valid request', () => {
    const signs = [
      '"',
      "'",
      ',',
      '|',
      ';',
      ' ',
      '#',
      '->',
      ':',
      '=',
      '*',
      '?',
      '\\',
      'a',
      'b-c',
      'X',
      'base64',
      '@file',
    ];
    const texts = fc.array(fc.constantFrom(...signs), { maxLength: 10 }).map((parts) => parts.join(''));
    let count = 0;
    fc.assert(
      fc.property(fc.oneof(texts, anyText(15)), (text) => {
        for (const line of rewrite(text) ?? []) {
          count += 1;

          expect(isOneRequest(line)).toBe(true);
        }
      }),
      { seed: 20_260_101, numRuns: 5000 },
    );
    expect(count).toBeGreaterThan(150);
  });

  test.each(['"', '\\"', "'", ',', '|', ';', ' ', '#', '->', '"a",', '" ', 'a|', 'a;'])(
    'A text of 20,000 characters made of %j is read at once',
    (unit) => {
      const run = unit.repeat(20_000 / unit.length);

      // An expression that tries every way to read a run would not return.
      expect(() => [run, run.slice(0, 1000), `"${run.slice(0, 900)}`].forEach(rewrite)).not.toThrow();
    },
  );
});
