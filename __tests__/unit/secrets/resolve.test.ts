import { describe, expect, test } from '@jest/globals';
import { parseSecretRequests } from '../../../src/language/request.js';
import type { Match } from '../../../src/secrets/match.js';
import { givesKey, resolveRequests } from '../../../src/secrets/resolve.js';
import { entryOf } from '../../support/secret-matches.js';

const ENTRIES = [
  entryOf('id-db', 'db-password'),
  entryOf('id-api', 'api key'),
  entryOf('id-one', 'twin'),
  entryOf('id-two', 'twin'),
  // Names that are also the id or the key of another Secret.
  entryOf('id-trick', 'id-db'),
  entryOf('id-trick-2', 'secret/Custom/id-api'),
  // Names with dots, of which one is also a name and a field of another.
  entryOf('id-ghcr', 'ghcr'),
  entryOf('id-ghcr-password', 'ghcr.password'),
  entryOf('id-v', 'app.v1.2'),
  entryOf('id-v1', 'app.v1'),
];

const resolve = (text: string, entries = ENTRIES) => resolveRequests(parseSecretRequests(text), entries);

/** What was found, in short: the id, ` .field`, and ` (what the star matched)`. */
const shortOf = ({ key, field, starred }: Match) =>
  [
    key.replace(/^secret\/Custom\//, ''),
    ...(field === undefined ? [] : [`.${field}`]),
    ...(starred === undefined ? [] : [`(${starred})`]),
  ].join(' ');

const found = (text: string, entries = ENTRIES) => resolve(text, entries).matches.map(shortOf);

describe('a Secret is found', () => {
  test.each<[string, string, string[]]>([
    ['by its name', 'db-password', ['id-db']],
    ['by its name with a blank', 'api key', ['id-api']],
    ['by its name in quotes', '"api key"', ['id-api']],
    ['by its id', 'id-api', ['id-api']],
    ['by its id, where that is the name of another too', 'id-db', ['id-db']],
    ['by its key', 'secret/Custom/id-db', ['id-db']],
    ['by its key, where that is the name of another too', 'secret/Custom/id-api', ['id-api']],
    ['by a key that the list does not have', 'secret/S3/elsewhere', ['secret/S3/elsewhere']],
    ['by its name alone, when that is quoted', '"id-db"; "secret/Custom/id-api" | B', ['id-trick', 'id-trick-2']],
    ['by its id, where two have one name', 'id-one; id-two', ['id-one', 'id-two']],
    [
      'as often as it is asked for, in the order of the lines',
      'api key\ndb-password | A\napi key | B',
      ['id-api', 'id-db', 'id-api'],
    ],
  ])('%s', (_how, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('with the request that asked for it, and its entry in the list', () => {
    const [request] = parseSecretRequests('api key | A');

    expect(resolve('api key | A')).toEqual({
      matches: [{ request, entry: ENTRIES[1], key: 'secret/Custom/id-api', byPattern: false }],
      absent: [],
    });
  });

  test('by its key with the entry, where there is a list that has it', () => {
    const text = 'secret/Custom/id-db; secret/S3/elsewhere';

    expect(resolve(text).matches.map(({ entry, byPattern }) => [entry?.name, byPattern])).toEqual([
      ['db-password', false],
      [undefined, false],
    ]);
  });
});

describe('a field', () => {
  test.each<[string, string, string[]]>([
    ['stands behind a name', 'db-password.user', ['id-db .user']],
    ['stands behind a name with blanks', 'api key.user name', ['id-api .user name']],
    ['stands behind an id', 'id-db.user', ['id-db .user']],
    ['stands behind a key', 'secret/Custom/id-db.user', ['id-db .user']],
    ['may be a path', 'db-password.a.b', ['id-db .a.b']],
    ['may be a path behind a key, since ids have no dots', 'secret/Custom/id-db.a.b', ['id-db .a.b']],
    ['stands behind a key whose type has a dot', 'secret/S3.v2/x.a', ['secret/S3.v2/x .a']],
    ['loses against a Secret of the whole name', 'ghcr.password', ['id-ghcr-password']],
    ['is what is left behind the longest name', 'app.v1.2.x', ['id-v .x']],
    ['is what is left behind the next longest', 'app.v1.3', ['id-v1 .3']],
    ['of a Secret whose whole name wins is named behind quotes', '"ghcr".password', ['id-ghcr .password']],
    ['behind a quoted name with dots', '"app.v1".2', ['id-v1 .2']],
    ['may be empty', 'db-password.', ['id-db .']],
  ])('%s', (_how, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('is never taken from a quoted name', () => {
    expect(() => found('"db-password.user"')).toThrow(expect.objectContaining({ code: 'secret_not_found' }));
  });
});

describe('a pattern', () => {
  const names = ['train-a', 'train-b.c', 'train-', 'Train-d', 'strain-e', 'a\nb', 'x+y(z)'];
  const entries = names.map((name, index) => entryOf(`id-${index}`, name));

  test.each<[string, string, string[]]>([
    ['finds all names that it matches', 'train-*', ['id-0 (a)', 'id-1 (b.c)', 'id-2 ()']],
    ['may start with the star', '*-d', ['id-3 (Train)']],
    ['may have it inside', 't*n-a', ['id-0 (rai)']],
    ['may be the star alone', '*', names.map((name, index) => `id-${index} (${name})`)],
    ['crosses lines', 'a*b', ['id-5 (\n)']],
    ['takes all other signs as they are', 'x+y(*)', ['id-6 (z)']],
    ['tells nothing of several stars', '*tra*n-*', ['id-0', 'id-1', 'id-2', 'id-4']],
    ['matches names only', 'id-*; train-a', ['id-0']],
  ])('%s', (_how, text, expected) => {
    expect(resolve(`${text.replaceAll(';', '?;')}?`, entries).matches.map(shortOf)).toEqual(expected);
  });

  test('may have a field, if it matches nothing as a whole', () => {
    expect(found('db-*.user', ENTRIES)).toEqual(['id-db .user (password)']);
    expect(found('train-*.c', entries)).toEqual(['id-1 (b)']);
    expect(found('t*n-*.user', entries)).toEqual(['id-0 .user', 'id-1 .user', 'id-2 .user']);
  });

  test('says so of its matches, whose names are the server’s', () => {
    expect(resolve('train-*', entries).matches.map(({ byPattern }) => byPattern)).toEqual([true, true, true]);
  });

  test('in quotes is none', () => {
    expect(() => found('"train-*"', entries)).toThrow(expect.objectContaining({ code: 'secret_not_found' }));
    expect(found('"star*"', [entryOf('1', 'star*'), entryOf('2', 'stars')])).toEqual(['1']);
  });

  test('in the form of a key is none of a key', () => {
    expect(found('secret/Custom/*', [...ENTRIES, entryOf('x', 'y')])).toEqual(['id-trick-2 (id-api)']);
  });

  test('that finds two Secrets with one name is an error which lists their ids', () => {
    expect(() => found('x\nt*n', [entryOf('x', 'x'), ...ENTRIES])).toThrow(
      expect.objectContaining({
        code: 'secret_ambiguous',
        message: '`secrets`, line 2: 2 Secrets have the name "twin": "id-one", "id-two"',
      }),
    );
  });

  test('finds a thousand Secrets and not one more', () => {
    const many = Array.from({ length: 1001 }, (_, index) => entryOf(`id-${index}`, `name-${index}`));

    expect(found('name-*', many.slice(1))).toHaveLength(1000);
    expect(found('name-1*', many)).toHaveLength(112);
    expect(() => found('\nname-*', many)).toThrow(
      expect.objectContaining({
        code: 'input_invalid',
        message: '`secrets`, line 2: "name-*" matches 1001 Secrets, the limit is 1000',
      }),
    );
  });
});

describe('a Secret that is not found', () => {
  test.each<[string, string, string]>([
    [
      'is named with its line',
      '\nnothing-like-it',
      'No Secret was found for "nothing-like-it" in line 2; the server listed 10 Secrets',
    ],
    [
      'is named with all others',
      'xxxxx\ndb-password\nyyyyy',
      'No Secret was found for "xxxxx" in line 1, "yyyyy" in line 3; the server listed 10 Secrets',
    ],
    [
      'is named, but not with those that are optional',
      'xxxxx?\nyyyyy',
      'No Secret was found for "yyyyy" in line 2; the server listed 10 Secrets',
    ],
    [
      'brings the name that was meant',
      'DB_Pasword',
      'No Secret was found for "DB_Pasword" in line 1 (did you mean "db-password"?); the server listed 10 Secrets',
    ],
    ['brings several', 'app.v2', '"app.v2" in line 1 (did you mean "app.v1.2" or "app.v1"?)'],
    ['is so in quotes by its id', '"id-api"', 'No Secret was found for "id-api" in line 1'],
    ['is so in another case', 'DB-PASSWORD', '(did you mean "db-password"?)'],
    ['is so by a key that would leave the folder', 'secret/Custom/..', 'No Secret was found for "secret/Custom/.."'],
    ['may be a pattern', 'nothing-*', 'No Secret was found for "nothing-*" in line 1'],
  ])('%s', (_how, text, message) => {
    expect(() => found(text)).toThrow(expect.objectContaining({ code: 'secret_not_found' }));
    expect(() => found(text)).toThrow(message);
  });

  test('where only one is listed, the sentence is right', () => {
    expect(() => found('x-ray', [entryOf('1', 'quite different')])).toThrow(/; the server listed 1 Secret$/);
  });

  test('may be optional: it is told apart, and the others are found', () => {
    const text = 'nothing?\ndb-password\n"no"? | X\nnone-*?\ntwin.x?';
    const [first, , third, fourth] = parseSecretRequests(text);

    expect(() => resolve(text)).toThrow(expect.objectContaining({ code: 'secret_ambiguous' }));
    expect(resolve(text.replace('\ntwin.x?', ''))).toEqual({
      matches: [expect.objectContaining({ key: 'secret/Custom/id-db' })],
      absent: [first, third, fourth],
    });
  });
});

test.each(['twin', '"twin"', '"twin".user', 'twin.user'])('a name that two Secrets have is an error: %s', (text) => {
  expect(() => found(`db-password\n${text}`)).toThrow(
    expect.objectContaining({
      code: 'secret_ambiguous',
      message: '`secrets`, line 2: 2 Secrets have the name "twin": "id-one", "id-two"',
    }),
  );
});

describe('the list is needed', () => {
  test.each([
    ['secret/Custom/2kFm', true],
    ['secret/Custom/2kFm?', true],
    ['secret/Custom/2kFm.user', true],
    ['"secret/Custom/2kFm"', false],
    ['secret/Custom/2k*', false],
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
