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

const resolve = (text: string, entries = ENTRIES) =>
  resolveRequests(parseSecretRequests(text), { entries, isMasked: () => false });

/** What was found, in short: the id, ` .field`, and ` (what the star matched)`. */
const shortOf = ({ key, field, starred }: Match) =>
  [
    key.replace(/^secret\/Custom\//, ''),
    ...(field === undefined ? [] : [`.${field}`]),
    ...(starred === undefined ? [] : [`(${starred})`]),
  ].join(' ');

const found = (text: string, entries = ENTRIES) => resolve(text, entries).matches.map(shortOf);

describe('resolveRequests: one Secret', () => {
  test.each<[string, string, string[]]>([
    ['by its name', 'db-password', ['id-db']],
    ['by its name with a blank', 'api key', ['id-api']],
    ['by its name in quotes', '"api key"', ['id-api']],
    ['by its id', 'id-api', ['id-api']],
    ['by its id, although another Secret has this name', 'id-db', ['id-db']],
    ['by its key', 'secret/Custom/id-db', ['id-db']],
    ['by its key, although another Secret has this name', 'secret/Custom/id-api', ['id-api']],
    ['by a key that the list does not contain', 'secret/S3/elsewhere', ['secret/S3/elsewhere']],
    ['only by its name if the name is quoted', '"id-db"; "secret/Custom/id-api" | B', ['id-trick', 'id-trick-2']],
    ['by its id if two Secrets have the same name', 'id-one; id-two', ['id-one', 'id-two']],
    [
      'once for each line, in the order of the lines',
      'api key\ndb-password | A\napi key | B',
      ['id-api', 'id-db', 'id-api'],
    ],
  ])('A Secret is found %s', (_how, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('A match contains the request and the entry in the list', () => {
    const [request] = parseSecretRequests('api key | A');

    expect(resolve('api key | A')).toEqual({
      matches: [{ request, entry: ENTRIES[1], key: 'secret/Custom/id-api', byPattern: false }],
      absent: [],
    });
  });

  test('A match by key contains the entry if the list has it', () => {
    const text = 'secret/Custom/id-db; secret/S3/elsewhere';

    expect(resolve(text).matches.map(({ entry, byPattern }) => [entry?.name, byPattern])).toEqual([
      ['db-password', false],
      [undefined, false],
    ]);
  });
});

describe('resolveRequests: a field', () => {
  test.each<[string, string, string[]]>([
    ['can follow a name', 'db-password.user', ['id-db .user']],
    ['can follow a name with blanks', 'api key.user name', ['id-api .user name']],
    ['can follow an id', 'id-db.user', ['id-db .user']],
    ['can follow a key', 'secret/Custom/id-db.user', ['id-db .user']],
    ['can be a path', 'db-password.a.b', ['id-db .a.b']],
    ['can be a path after a key, since ids contain no dots', 'secret/Custom/id-db.a.b', ['id-db .a.b']],
    ['can follow a key whose type contains a dot', 'secret/S3.v2/x.a', ['secret/S3.v2/x .a']],
    ['has lower priority than a Secret with the whole name', 'ghcr.password', ['id-ghcr-password']],
    ['is the text after the longest matching name', 'app.v1.2.x', ['id-v .x']],
    ['is the text after the next longest matching name', 'app.v1.3', ['id-v1 .3']],
    ['of a Secret with lower priority is written after the quoted name', '"ghcr".password', ['id-ghcr .password']],
    ['can follow a quoted name with dots', '"app.v1".2', ['id-v1 .2']],
    ['can be empty', 'db-password.', ['id-db .']],
  ])('A field %s', (_how, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('A quoted name contains no field', () => {
    expect(() => found('"db-password.user"')).toThrow(expect.objectContaining({ code: 'secret_not_found' }));
  });
});

describe('resolveRequests: every field', () => {
  const entries = [...ENTRIES, entryOf('id-old', 'ghcr.old'), entryOf('id-star', 'ghcr.*')];

  test.each<[string, string, string[]]>([
    ['a Secret, although other names start with its name and a dot', 'ghcr.*', ['id-ghcr']],
    ['a Secret whose name contains a dot', 'ghcr.old.*', ['id-old']],
    ['a Secret in quotes', '"ghcr".*; "api key".* | X_*', ['id-ghcr', 'id-api']],
    ['a Secret by its ID', 'id-ghcr.*', ['id-ghcr']],
    ['a Secret by its key', 'secret/Custom/id-ghcr.*', ['id-ghcr']],
    ['a Secret by a key that the list does not contain', 'secret/S3/elsewhere.*', ['secret/S3/elsewhere']],
    ['a field', 'ghcr.auth.*', ['id-ghcr .auth']],
    ['a field of a key', 'secret/Custom/id-ghcr.a.b.*', ['id-ghcr .a.b']],
    ['a field of a quoted name', '"app.v1".2.*', ['id-v1 .2']],
    ['the Secret with the whole name rather than a field', 'ghcr.password.*', ['id-ghcr-password']],
    ['each Secret that a pattern matches', 'db-*.*', ['id-db (password)']],
    ['a field of each Secret that a pattern matches', 'db-*.auth.*', ['id-db .auth (password)']],
  ])('`.*` selects the fields of %s', (_what, text, expected) => {
    expect(found(text, entries)).toEqual(expected);
  });

  test('`.*` selects no other Secrets, even if the name before it does not exist', () => {
    const others = [entryOf('1', 'quay.old'), entryOf('2', 'quay.new')];

    expect(() => found('quay.*', others)).toThrow(expect.objectContaining({ code: 'secret_not_found' }));
    expect(resolve('quay.*?', others).matches).toEqual([]);
    expect(found('quay*', others)).toEqual(['1 (.old)', '2 (.new)']);
  });

  test('A Secret whose name ends in `.*` is selected in quotes', () => {
    expect(found('"ghcr.*"', entries)).toEqual(['id-star']);
    expect(found('"ghcr.*".*', entries)).toEqual(['id-star']);
  });
});

describe('resolveRequests: a pattern', () => {
  const names = ['train-a', 'train-b.c', 'train-', 'Train-d', 'strain-e', 'a\nb', 'x+y(z)'];
  const entries = names.map((name, index) => entryOf(`id-${index}`, name));

  test.each<[string, string, string[]]>([
    ['finds all names that it matches', 'train-*', ['id-0 (a)', 'id-1 (b.c)', 'id-2 ()']],
    ['can start with a star', '*-d', ['id-3 (Train)']],
    ['can contain a star', 't*n-a', ['id-0 (rai)']],
    ['can be a single star', '*', names.map((name, index) => `id-${index} (${name})`)],
    ['matches across line ends', 'a*b', ['id-5 (\n)']],
    ['matches all other characters literally', 'x+y(*)', ['id-6 (z)']],
    ['with several stars returns no matched text', '*tra*n-*', ['id-0', 'id-1', 'id-2', 'id-4']],
    ['matches only names', 'id-*; train-a', ['id-0']],
  ])('A pattern %s', (_how, text, expected) => {
    expect(resolve(`${text.replaceAll(';', '?;')}?`, entries).matches.map(shortOf)).toEqual(expected);
  });

  test('A pattern contains a field only if it matches nothing as a whole', () => {
    expect(found('db-*.user', ENTRIES)).toEqual(['id-db .user (password)']);
    expect(found('train-*.c', entries)).toEqual(['id-1 (b)']);
    expect(found('t*n-*.user', entries)).toEqual(['id-0 .user', 'id-1 .user', 'id-2 .user']);
  });

  test('Matches of a pattern are marked, since their names come from the server', () => {
    expect(resolve('train-*', entries).matches.map(({ byPattern }) => byPattern)).toEqual([true, true, true]);
  });

  test('A star in quotes is not a pattern', () => {
    expect(() => found('"train-*"', entries)).toThrow(expect.objectContaining({ code: 'secret_not_found' }));
    expect(found('"star*"', [entryOf('1', 'star*'), entryOf('2', 'stars')])).toEqual(['1']);
  });

  test('A pattern in the form of a key matches names', () => {
    expect(found('secret/Custom/*', [...ENTRIES, entryOf('x', 'y')])).toEqual(['id-trick-2 (id-api)']);
  });

  test('A pattern that finds two Secrets with the same name is an error that lists their ids', () => {
    expect(() => found('x\nt*n', [entryOf('x', 'x'), ...ENTRIES])).toThrow(
      expect.objectContaining({
        code: 'secret_ambiguous',
        message: '`secrets`, line 2: 2 Secrets have the name "twin": "id-one", "id-two"',
      }),
    );
  });

  test('A pattern finds at most a thousand Secrets', () => {
    const many = Array.from({ length: 1001 }, (_, index) => entryOf(`id-${index}`, `name-${index}`));

    expect(found('name-*', many.slice(1))).toHaveLength(1000);
    expect(found('name-1*', many)).toHaveLength(112);
    expect(() => found('\nname-*', many)).toThrow(
      expect.objectContaining({
        code: 'input_invalid',
        message: '`secrets`, line 2: "name-*" matches 1001 Secrets, but the limit is 1000',
      }),
    );
  });
});

describe('resolveRequests: a missing Secret', () => {
  test.each<[string, string, string]>([
    [
      'is named with its line',
      '\nnothing-like-it',
      'No Secret was found for "nothing-like-it" in line 2; the server listed 10 Secrets',
    ],
    [
      'is named with all other missing ones',
      'xxxxx\ndb-password\nyyyyy',
      'No Secret was found for "xxxxx" in line 1, "yyyyy" in line 3; the server listed 10 Secrets',
    ],
    [
      'is named without the optional ones',
      'xxxxx?\nyyyyy',
      'No Secret was found for "yyyyy" in line 2; the server listed 10 Secrets',
    ],
    [
      'is reported with the nearest name',
      'DB_Pasword',
      'No Secret was found for "DB_Pasword" in line 1 (did you mean "db-password"?); the server listed 10 Secrets',
    ],
    ['is reported with several near names', 'app.v2', '"app.v2" in line 1 (did you mean "app.v1.2" or "app.v1"?)'],
    ['can be an id in quotes', '"id-api"', 'No Secret was found for "id-api" in line 1'],
    ['can differ only in case', 'DB-PASSWORD', '(did you mean "db-password"?)'],
    ['can be a key that would leave the path', 'secret/Custom/..', 'No Secret was found for "secret/Custom/.."'],
    ['can be a pattern', 'nothing-*', 'No Secret was found for "nothing-*" in line 1'],
  ])('A missing Secret %s', (_how, text, message) => {
    expect(() => found(text)).toThrow(expect.objectContaining({ code: 'secret_not_found' }));
    expect(() => found(text)).toThrow(message);
  });

  test('The message uses the singular if one Secret is listed', () => {
    expect(() => found('x-ray', [entryOf('1', 'quite different')])).toThrow(
      /; the server listed 1 Secret: "quite different"$/,
    );
  });

  test('The message of an empty list says so', () => {
    expect(() => found('db-password', [])).toThrow(
      'No Secret was found for "db-password" in line 1; the server listed 0 Secrets',
    );
  });

  test('A question mark does not suppress the error for a line in another notation', () => {
    expect(() => found('nothing?\ndb-password -> X?')).toThrow(
      'No Secret was found for "db-password -> X?" in line 2 (write `db-password? | X`); the server listed 10 Secrets',
    );
  });

  test.each<[notation: string, text: string, advice: string]>([
    ['an arrow', 'app.v1.user -> X', 'write `app.v1.user | X`'],
    ['an arrow without blanks', 'app.v1.user->X', 'write `app.v1.user | X`'],
    ['an arrow, and a question mark', 'app.v1.user -> X?', 'write `app.v1.user? | X`'],
    ['a colon', 'app.v1.user: X | base64', 'write `app.v1.user | base64 | X`'],
    ['a blank and a variable', 'app.v1.user X', 'write `app.v1.user | X`'],
    ['a blank and a sink', 'app.v1.user @file', 'write `app.v1.user | @file`'],
    ['a comma', 'app.v1.user, ghcr.server', 'write one line each: `app.v1.user` and `ghcr.server`'],
  ])('The name of a field before another notation is no reason to decrypt: %s', (_notation, text, advice) => {
    expect(() => found(text)).toThrow(`No Secret was found for "${text}" in line 1 (${advice});`);
  });

  test.each(['ghcr.user name', 'ghcr.https://host', 'ghcr.a=b', 'ghcr.a:B', 'ghcr.a,b', '"ghcr".user -> X'])(
    'A field that only contains signs of another notation is looked up: %s',
    (text) => {
      expect(found(text)).toEqual([expect.stringMatching(/^id-ghcr \./)]);
    },
  );

  test.each(['db-password -> X', 'a, b', 'X=a', "'a'", '- a'])(
    'A name that looks like another notation is found: %s',
    (name) => {
      expect(found(name, [entryOf('id', name), entryOf('a', 'a'), entryOf('b', 'b')])).toEqual(['id']);
    },
  );

  test('An optional missing Secret is returned separately, and the others are found', () => {
    const text = 'nothing?\ndb-password\n"no"? | X\nnone-*?\ntwin.x?';
    const [first, , third, fourth] = parseSecretRequests(text);

    expect(() => resolve(text)).toThrow(expect.objectContaining({ code: 'secret_ambiguous' }));
    expect(resolve(text.replace('\ntwin.x?', ''))).toEqual({
      matches: [expect.objectContaining({ key: 'secret/Custom/id-db' })],
      absent: [first, third, fourth],
    });
  });
});

test.each(['twin', '"twin"', '"twin".user', 'twin.user'])('The name of two Secrets is an error: %s', (text) => {
  expect(() => found(`db-password\n${text}`)).toThrow(
    expect.objectContaining({
      code: 'secret_ambiguous',
      message: '`secrets`, line 2: 2 Secrets have the name "twin": "id-one", "id-two"',
    }),
  );
});

describe('givesKey', () => {
  test.each([
    ['secret/Custom/2kFm', true],
    ['secret/Custom/2kFm?', true],
    ['secret/Custom/2kFm.user', true],
    ['secret/Custom/2kFm.*', true],
    ['secret/Custom/2kFm.deep.*?', true],
    ['secret/Custom/*.*', false],
    ['"secret/Custom/2kFm".*', false],
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
  ])('The request %s contains a key: %s', (text, expected) => {
    expect(parseSecretRequests(text).map(givesKey)).toEqual([expected]);
  });
});
