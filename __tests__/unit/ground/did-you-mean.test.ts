import { expect, test } from '@jest/globals';
import { nearNames } from '../../../src/did-you-mean.js';

test.each<[string, string, string[], string[]]>([
  ['A name with one wrong letter is suggested', 'tokan', ['token', 'other'], ['token']],
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
