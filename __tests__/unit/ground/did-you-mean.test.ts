import { describe, expect, test } from '@jest/globals';
import { editDistance, nearNames } from '../../../src/did-you-mean.js';

test.each<[string, string, string[], string[]]>([
  ['A name with one wrong letter is suggested', 'tokan', ['token', 'other'], ['token']],
  ['A name of four letters with two transposed letters is suggested', 'ghrc', ['ghcr', 'other'], ['ghcr']],
  ['A name of four letters with two wrong letters is not suggested', 'ghxx', ['ghcr'], []],
  ['A name that differs in case and punctuation is suggested', 'API_KEY', ['api key'], ['api key']],
  ['A name that differs in a dot is suggested', 'apikey', ['api.key'], ['api.key']],
  ['A name that contains the text is suggested', 'database', ['prod-database-password'], ['prod-database-password']],
  ['A name that contains a text of two letters is not suggested', 'db', ['prod-db-password'], []],
  ['A name that differs in two letters of seven is suggested', 'passwrt', ['password'], ['password']],
  ['A name that differs in three letters of seven is not suggested', 'passxyz', ['password'], []],
  [
    'The three nearest names are suggested, the nearest first',
    'key-1',
    ['key-22', 'key-2', 'key-1x', 'key-3', 'key-4'],
    ['key-2', 'key-1x', 'key-3'],
  ],
  [
    'The order of the names does not change the order of the suggestions',
    'password1',
    ['passwd1', 'password2'],
    ['password2', 'passwd1'],
  ],
  ['Each name is suggested once', 'toke', ['token', 'token'], ['token']],
  ['No name is suggested from an empty list', 'token', [], []],
])('%s', (_what, text, ...[names, expected]) => {
  expect(nearNames(text, names)).toEqual(expected);
});

describe('editDistance', () => {
  test.each<[what: string, a: string, b: string, expected: number]>([
    ['Equal texts differ in no edit', 'token', 'token', 0],
    ['Two empty texts differ in no edit', '', '', 0],
    ['An empty text differs in every letter', '', 'plan', 4],
    ['A missing letter is one edit', 'tken', 'token', 1],
    ['An added letter is one edit', 'tokeen', 'token', 1],
    ['A wrong letter is one edit', 'tokan', 'token', 1],
    ['Two transposed letters at the start are one edit', 'otken', 'token', 1],
    ['Two transposed letters at the end are one edit', 'tokne', 'token', 1],
    ['Two pairs of transposed letters are two edits', 'otkne', 'token', 2],
    ['A letter that moves by two places is two edits', 'abc', 'bca', 2],
    ['A transposition with a letter between is three edits, since no letter is edited twice', 'ca', 'abc', 3],
    ['A wrong letter is one edit, also outside the first plane of Unicode', 'a\u{1f511}', 'a\u{1f512}', 1],
  ])('%s', (_what, a, ...[b, expected]) => {
    expect(editDistance(a, b)).toBe(expected);
    expect(editDistance(b, a)).toBe(expected);
  });
});
