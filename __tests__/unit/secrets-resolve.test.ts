import { describe, expect, test } from '@jest/globals';
import { parseSecretRequests } from '../../src/secrets/request.js';
import { givesKey, nearNames, resolveRequests } from '../../src/secrets/resolve.js';

const entry = (id: string, name: string) => ({ id, key: `secret/Custom/${id}`, name });

const ENTRIES = [
  entry('id-db', 'db-password'),
  entry('id-api', 'api key'),
  entry('id-one', 'twin'),
  entry('id-two', 'twin'),
  // Names that are also the id or the key of another Secret.
  entry('id-trick', 'id-db'),
  entry('id-trick-2', 'secret/Custom/id-api'),
];

const keysOf = (text: string) => resolveRequests(parseSecretRequests(text), ENTRIES).map(({ key }) => key);

describe('a Secret is found', () => {
  test.each<[string, string, string[]]>([
    ['by its name', 'db-password', ['secret/Custom/id-db']],
    ['by its name with a blank', 'api key', ['secret/Custom/id-api']],
    ['by its name in quotes', '"api key"', ['secret/Custom/id-api']],
    ['by its id', 'id-api', ['secret/Custom/id-api']],
    ['by its id, where that is the name of another too', 'id-db', ['secret/Custom/id-db']],
    ['by its key', 'secret/Custom/id-db', ['secret/Custom/id-db']],
    ['by its key, where that is the name of another too', 'secret/Custom/id-api', ['secret/Custom/id-api']],
    ['by a key that the list does not have', 'secret/S3/elsewhere', ['secret/S3/elsewhere']],
    [
      'by its name alone, when that is quoted',
      '"id-db"; "secret/Custom/id-api" | B',
      ['secret/Custom/id-trick', 'secret/Custom/id-trick-2'],
    ],
    ['by its id, where two have one name', 'id-one; id-two', ['secret/Custom/id-one', 'secret/Custom/id-two']],
    [
      'as often as it is asked for, in the order of the lines',
      'api key\ndb-password | A\napi key | B',
      ['secret/Custom/id-api', 'secret/Custom/id-db', 'secret/Custom/id-api'],
    ],
  ])('%s', (_how, text, expected) => {
    expect(keysOf(text)).toEqual(expected);
  });

  test('with the request that asked for it', () => {
    const requests = parseSecretRequests('api key | A');

    expect(resolveRequests(requests, ENTRIES)).toEqual([{ request: requests[0], key: 'secret/Custom/id-api' }]);
  });
});

describe('a Secret that is not found', () => {
  test.each<[string, string, string]>([
    [
      'is named with its line',
      '\nnothing-like-it',
      'No Secret was found for "nothing-like-it" in line 2; the server listed 6 Secrets',
    ],
    [
      'is named with all others',
      'xxxxx\ndb-password\nyyyyy',
      'No Secret was found for "xxxxx" in line 1, "yyyyy" in line 3; the server listed 6 Secrets',
    ],
    [
      'brings the name that was meant',
      'DB_Pasword',
      'No Secret was found for "DB_Pasword" in line 1 (did you mean "db-password"?); the server listed 6 Secrets',
    ],
    ['is so in quotes by its id', '"id-api"', 'No Secret was found for "id-api" in line 1'],
    ['is so in another case', 'DB-PASSWORD', '(did you mean "db-password"?)'],
    ['is so by a key that would leave the folder', 'secret/Custom/..', 'No Secret was found for "secret/Custom/.."'],
  ])('%s', (_how, text, message) => {
    expect(() => keysOf(text)).toThrow(expect.objectContaining({ code: 'secret_not_found' }));
    expect(() => keysOf(text)).toThrow(message);
  });

  test('where only one is listed, the sentence is right', () => {
    expect(() => resolveRequests(parseSecretRequests('x-ray'), [entry('1', 'quite different')])).toThrow(
      /; the server listed 1 Secret$/,
    );
  });
});

test('a name that two Secrets have is an error which lists their ids', () => {
  expect(() => keysOf('db-password\ntwin')).toThrow(
    expect.objectContaining({
      code: 'secret_ambiguous',
      message: '`secrets`, line 2: 2 Secrets have the name "twin": "id-one", "id-two"',
    }),
  );
});

describe('the list is needed', () => {
  test.each([
    ['secret/Custom/2kFm', true],
    ['"secret/Custom/2kFm"', false],
    ['secret/Custom', false],
    ['secret/Custom/a/b', true],
    ['secret//a', false],
    ['secret/Custom/', false],
    ['secret/./a', false],
    ['secret/Custom/..', false],
    ['Secret/Custom/a', false],
    ['2kFmBSWjqxWEGarZC9kkeYOpgMD', false],
  ])('not for %s: %s', (text, expected) => {
    expect(parseSecretRequests(text).map(givesKey)).toEqual([expected]);
  });
});

describe('near names', () => {
  const near = (text: string, ...names: string[]) =>
    nearNames(
      text,
      names.map((name) => entry(name, name)),
    );

  test.each<[string, string, string[], string[]]>([
    ['one letter wrong', 'tokan', ['token', 'other'], ['token']],
    ['case and signs', 'API_KEY', ['api key'], ['api key']],
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
    ['each name once', 'toke', ['token', 'token'], ['token']],
    ['none in an empty list', 'token', [], []],
  ])('%s', (_what, text, ...[names, expected]) => {
    expect(near(text, ...names)).toEqual(expected);
  });
});
