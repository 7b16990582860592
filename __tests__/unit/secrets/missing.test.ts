import { describe, expect, test } from '@jest/globals';
import { readValue } from '../../../src/formats/value.js';
import { parseSecretRequests } from '../../../src/language/request.js';
import { adviceFor, fieldNotFound, missingError } from '../../../src/secrets/missing.js';
import { entryOf } from '../../support/secret-matches.js';

const NAMES = ['db-password', 'api-key', 'db_token', 'ghcr', 'ghcr.old', 'what?', 'train-a'];
const LISTED = `the server listed 7 Secrets: ${NAMES.map((name) => `"${name}"`).join(', ')}`;

const entriesOf = (names: readonly string[]) => names.map((name, index) => entryOf(`id-${index}`, name));

/** The error for requests that select nothing. */
const errorFor = (text: string, names: readonly string[] = NAMES, masked: readonly string[] = []) =>
  missingError(
    parseSecretRequests(text).map((request) => ({ request, isFound: false })),
    { entries: entriesOf(names), isMasked: (name) => masked.some((part) => name.includes(part)) },
  );
const messageFor = (...row: Parameters<typeof errorFor>) => errorFor(...row)?.message;

describe('missingError: a line in another notation', () => {
  test.each<[notation: string, text: string, advice: string]>([
    ['an arrow', 'db-password -> X', 'write `db-password | X`'],
    ['a double arrow', 'db-password => X', 'write `db-password | X`'],
    ['a colon', 'db-password: X', 'write `db-password | X`'],
    ['an equals sign', 'X=db-password', 'write `db-password | X`'],
    ['an equals sign and quotes', 'X="db-password"', 'write `db-password | X`'],
    ['a blank', 'db-password X', 'write `db-password | X`'],
    ['two letters in the wrong order, and an arrow', 'ghrc -> X', 'write `ghcr | X`'],
    ['an arrow after every field', 'ghcr.* -> *', 'write `ghcr.* | *`'],
    ['a comma', 'db-password, api-key', 'write one line each: `db-password` and `api-key`'],
    ['a JSON list', '["ghcr", "api-key"]', 'write one line each: `ghcr` and `api-key`'],
    ['a list of three', 'ghcr, api-key, db_token', 'write one line each: `ghcr`, `api-key` and `db_token`'],
    ['a YAML list', '- db-password', 'write `db-password`'],
    ['single quotes', "'db-password'", 'write `db-password`'],
    ['the variable first', 'X | db_token', 'write `db_token | X`'],
    ['a path and a key', 'secret/data/ci api-key | X', 'write `api-key | X`'],
    ['a path of a Secret and its field', 'secret/data/ghcr user | X', 'write `ghcr.user | X`'],
    ['a Secret and its field', 'ghcr password | X', 'write `ghcr.password | X`'],
    ['a Secret and its field, with a decoding', 'ghcr key | base64 | X', 'write `ghcr.key | base64 | X`'],
    ['a field', 'ghcr.password -> X', 'write `ghcr.password | X`'],
    ['a field of a near name', 'X=ghcrr.password', 'write `ghcr.password | X`'],
    ['every field', 'ghcr.* -> GHCR_*', 'write `ghcr.* | GHCR_*`'],
    ['a pattern', 'train-* -> TRAIN_*', 'write `train-* | TRAIN_*`'],
    ['an id', 'id-0 -> X', 'write `id-0 | X`'],
    ['a key', 'X=secret/Custom/id-0', 'write `secret/Custom/id-0 | X`'],
    ['a near name', 'db-pasword -> X', 'write `db-password | X`'],
    ['a near name that needs quotes', 'whatt -> X', 'write `"what?" | X`'],
    ['a question mark', 'db-password? -> X', 'write `db-password? | X`'],
    ['a decoding', 'db-password -> X | base64', 'write `db-password | base64 | X`'],
  ])('The error shows the line to write instead of %s', (_notation, text, advice) => {
    expect(messageFor(text)).toBe(`No Secret was found for "${text}" in line 1 (${advice}); ${LISTED}`);
  });

  test('One error reports all lines in another notation and all missing Secrets', () => {
    expect(messageFor('db-password: X\nnothing\noptional?\napi-kee\nY=api-key?')).toBe(
      'No Secret was found for "db-password: X" in line 1 (write `db-password | X`), "nothing" in line 2, ' +
        '"api-kee" in line 4 (did you mean "api-key"?), "Y=api-key?" in line 5 (write `api-key? | Y`); ' +
        LISTED,
    );
  });

  test('Of many missing Secrets, the error names 20, and its lines are all', () => {
    const names = Array.from({ length: 50 }, (_, index) => `nothing-${index}`);
    const error = errorFor(names.join('\n'));

    expect(error?.message).toContain(`"nothing-19" in line 20, and 30 more; ${LISTED}`);
    expect(error?.lines).toHaveLength(50);
  });

  test('A name with a workflow command is written with escapes', () => {
    expect(messageFor('db-::add-mask::a -> X', ['db-::add-mask::a'])).toContain(
      '(write `"db-:\\u003aadd-mask:\\u003aa" | X`)',
    );
  });

  test('A pattern whose end means fields is not corrected to names that start with it', () => {
    expect(messageFor('ghcr.* -> X_*', ['ghcr.old'])).not.toContain('write');
  });

  test('A part of a name is not near the name', () => {
    expect(messageFor('password -> X')).not.toContain('write');
  });

  test.each(['zz -> X', '-zz -> X'])('A part with two letters is not near a name: %s', (text) => {
    expect(messageFor(text, ['zy', '-zy'])).not.toContain('write');
  });

  test('A line that is too long to be shown is only named', () => {
    const name = 'n'.repeat(301);

    expect(messageFor(`${name} -> X`, [name])).not.toContain('write');
  });

  test('A quoted name is not corrected', () => {
    expect(messageFor('"db-password, api-key"')).toBe(
      `No Secret was found for "db-password, api-key" in line 1; ${LISTED}`,
    );
  });

  test('Optional missing Secrets are not an error', () => {
    expect(messageFor('nothing?\n"api-kee"?')).toBeUndefined();
  });
});

describe('missingError: the list of names', () => {
  const ten = Array.from({ length: 10 }, (_, index) => `name-${index}`);

  test.each<[what: string, list: { names: readonly string[]; masked?: string }, end: string]>([
    ['no Secret', { names: [] }, 'the server listed 0 Secrets'],
    ['one Secret', { names: ['a'] }, 'the server listed 1 Secret: "a"'],
    ['ten Secrets', { names: ten }, `the server listed 10 Secrets: ${ten.map((name) => `"${name}"`).join(', ')}`],
    ['eleven Secrets', { names: [...ten, 'name-10'] }, 'the server listed 11 Secrets'],
    ['two Secrets with one name', { names: ['a', 'a'] }, 'the server listed 2 Secrets: "a"'],
    [
      'a Secret whose name is masked',
      { names: ['a-hidden', 'b'], masked: 'hidden' },
      'the server listed 2 Secrets, among them "b"',
    ],
    ['only masked names', { names: ['a-hidden'], masked: 'hidden' }, 'the server listed 1 Secret'],
  ])('The error for a missing Secret describes a list of %s', (_what, { names, masked }, end) => {
    expect(messageFor('nothing-like-it', names, masked === undefined ? [] : [masked])).toBe(
      `No Secret was found for "nothing-like-it" in line 1; ${end}`,
    );
  });
});

describe('adviceFor', () => {
  const adviceOn = (text: string, names: readonly string[]) =>
    parseSecretRequests(text).map((request) => adviceFor(request, entriesOf(names)));

  test.each<[text: string, advice: string]>([
    ['ghcr.*', ' (".*" means fields; for the names that start with "ghcr.", write `ghcr*`, or one line for each name)'],
    [
      '"ghcr".* ?',
      ' (".*" means fields; for the names that start with "ghcr.", write `ghcr*`, or one line for each name)',
    ],
    ['"a;b".*', ' (".*" means fields; for the names that start with "a;b.", write one line for each name)'],
    ['ghcr', ' (did you mean "ghcr.old"?)'],
    ['"zzz".*', ''],
    ['ghcr.old.pass*', ' ("*" matches no part of a field; for every field, write `ghcr.old.*`)'],
  ])('The advice for %s explains how to select the Secrets that exist', (text, advice) => {
    expect(adviceOn(text, ['ghcr.old', 'a;b.c'])).toEqual([advice]);
  });
});

describe('missingError: the lines of the summary', () => {
  test('Each line has its result, and what to write instead', () => {
    const found = 'db_token | OK';
    const text = `${found}\nghrc | @docker\n"api key" | X\ndb-password -> Y\nnothing\nmissing?`;
    const lookups = parseSecretRequests(text).map((request) => ({ request, isFound: request.text === found }));
    const error = missingError(lookups, { entries: entriesOf(NAMES), isMasked: () => false });

    expect(error).toMatchObject({
      title: '4 of 6 requested Secrets not found',
      advice: [],
      lines: [
        { line: 1, text: found, result: 'found', isWrong: false, instead: [] },
        { line: 2, text: 'ghrc | @docker', result: 'no such Secret', isWrong: true, instead: ['ghcr | @docker'] },
        { line: 3, text: '"api key" | X', result: 'no such Secret', isWrong: true, instead: ['api-key | X'] },
        {
          line: 4,
          text: 'db-password -> Y',
          result: 'written in another notation',
          isWrong: true,
          instead: ['db-password | Y'],
        },
        { line: 5, text: 'nothing', result: 'no such Secret', isWrong: true, instead: [] },
        { line: 6, text: 'missing?', result: 'optional, not there', isWrong: false, instead: [] },
      ],
    });
  });

  test('If each wrong line has a correction, the advice is to write the corrections', () => {
    expect(errorFor('ghrc')).toMatchObject({
      title: '1 of 1 requested Secrets not found',
      advice: ['Correct these lines as suggested'],
    });
  });

  test('A near name that a log cannot show is not written into a line', () => {
    expect(errorFor('ghrc', ['ghc\u200br'])?.lines).toMatchObject([{ instead: [] }]);
  });
});

describe('fieldNotFound', () => {
  const request = { who: 'Secret "db"', line: 3, text: 'db.passwrod? | X' };

  test.each<[string, unknown, string, string]>([
    ['of several fields', { a: 1, b: { c: 2 } }, 'xyz', 'has 2 fields, but no field "xyz"'],
    ['of one field', { abc: 1 }, 'xyz', 'has 1 field, but no field "xyz"'],
    [
      'of two fields, with one similar name',
      { user: 'u', pass_word: 'p' },
      'passwrod',
      'has 2 fields, but no field "passwrod" (did you mean "pass_word"?)',
    ],
    [
      'of two fields, with two similar names',
      { auth: { user: 'u' }, authuser: 'v' },
      'auth-user',
      'has 2 fields, but no field "auth-user" (did you mean "auth.user" or "authuser"?)',
    ],
    ['of a text', 'text', 'user', 'is a single value without fields'],
    ['of a list', ['user'], 'user', 'is a single value without fields'],
  ])('The error describes a missing field %s', (_where, value, ...[field, message]) => {
    expect(fieldNotFound(readValue(value), field, request)).toMatchObject({
      code: 'field_not_found',
      message: `Secret "db" ${message}`,
    });
  });

  test.each<[what: string, value: unknown, instead: string[], advice: RegExp]>([
    ['a similar field', { password: 'p', user: 'u' }, ['db.password? | X'], /^Write the name of an existing field/],
    ['no similar field', { user: 'u' }, [], /^Write the name of an existing field/],
    ['a similar field that a log cannot show', { 'passwr\u200bod': 'p' }, [], /^Write the name of an existing field/],
    ['no fields', 'text', [], /^Remove the field from the line/],
  ])('For a value with %s, the error shows what to write', (_what, value, ...[instead, advice]) => {
    expect(fieldNotFound(readValue(value), 'passwrod', request)).toMatchObject({
      advice: [expect.stringMatching(advice), 'A `?` after the name makes the field optional'],
      lines: [{ line: 3, text: 'db.passwrod? | X', result: 'no such field', isWrong: true, instead }],
    });
  });
});
