import { expect, test } from '@jest/globals';
import { nearNames } from '../../../src/did-you-mean.js';

test.each<[string, string, string[], string[]]>([
  ['one letter wrong', 'tokan', ['token', 'other'], ['token']],
  ['case and signs', 'API_KEY', ['api key'], ['api key']],
  ['a dot', 'apikey', ['api.key'], ['api.key']],
  ['a part of the name', 'database', ['prod-database-password'], ['prod-database-password']],
  ['not a short part', 'db', ['prod-db-password'], []],
  ['two letters of seven', 'passwrt', ['password'], ['password']],
  ['not three of seven', 'passxyz', ['password'], []],
  [
    'the nearest first, three at most',
    'key-1',
    ['key-22', 'key-2', 'key-1x', 'key-3', 'key-4'],
    ['key-2', 'key-1x', 'key-3'],
  ],
  ['the nearest first, whatever their order', 'password1', ['passwd1', 'password2'], ['password2', 'passwd1']],
  ['each name once', 'toke', ['token', 'token'], ['token']],
  ['none in an empty list', 'token', [], []],
])('near names: %s', (_what, text, ...[names, expected]) => {
  expect(nearNames(text, names)).toEqual(expected);
});
