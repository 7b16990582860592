import { describe, expect, test } from '@jest/globals';
import { checkValue, fieldNotFound, readValue, selectField, textsOf } from '../../../src/formats/value.js';
import { parseJson } from '../../../src/json.js';

/** The fields of a value as `path: text`. */
const fieldsOf = (value: unknown) => readValue(value).fields?.map(({ path, text }) => `${path.join('.')}: ${text}`);

describe('a value without structure', () => {
  test.each<[string, unknown, string]>([
    ['a text', 'correct-horse', 'correct-horse'],
    ['a text with blanks around it, kept', ' a\n', ' a\n'],
    ['an empty text', '', ''],
    ['a text that looks like a number', '007', '007'],
    ['a number', 42, '42'],
    ['a boolean', true, 'true'],
    ['a list', ['a', 1, null], '["a",1,null]'],
    ['a list in a text, as it was written', '[ "a" ]', '[ "a" ]'],
    ['broken JSON in a text', '{"a":', '{"a":'],
    ['a text that only starts like JSON', '{{ template }}', '{{ template }}'],
    ['an empty object', {}, '{}'],
  ])('is its text: %s', (_kind, value, text) => {
    expect(readValue(value)).toMatchObject({ text, fields: undefined });
  });
});

describe('a structured value', () => {
  test.each<[string, unknown, string[]]>([
    ['has its members as fields', { user: 'u', port: 5432, tls: true }, ['user: u', 'port: 5432', 'tls: true']],
    ['goes on in nested objects', { a: { b: { c: 'x' } }, d: 'y' }, ['a.b.c: x', 'd: y']],
    ['keeps a list as JSON', { hosts: ['a', { b: 1 }] }, ['hosts: ["a",{"b":1}]']],
    ['has null as empty', { a: null }, ['a: ']],
    ['may stand in a text', ' {"user": "u"}\n', ['user: u']],
    ['in a text in a field is one text', { json: '{"a":"b"}' }, ['json: {"a":"b"}']],
    ['keeps an empty object as JSON', { a: {}, b: 'x' }, ['a: {}', 'b: x']],
    ['may have odd names', { '': 'x', __proto__x: 'y', 'a b': 'z' }, [': x', '__proto__x: y', 'a b: z']],
  ])('%s', (_what, value, expected) => {
    expect(fieldsOf(value)).toEqual(expected);
  });

  test('keeps the text that the server gave, never written anew', () => {
    const text = '{ "b" : 1.0,\n "a" : "x" }';

    expect(readValue(text).text).toBe(text);
  });

  test('that came as an object is written without blanks', () => {
    expect(readValue({ a: { b: 1 } }).text).toBe('{"a":{"b":1}}');
  });

  test('keeps every digit of a number where this Node can', () => {
    const keepsNumbers = 'rawJSON' in JSON;
    const expected = keepsNumbers ? ['id: 12345678901234567890'] : ['id: 12345678901234567000'];

    expect(fieldsOf('{"id":12345678901234567890}')).toEqual(expected);
    expect(fieldsOf(parseJson('{"id":12345678901234567890}'))).toEqual(expected);
  });

  test('however deep never ends in an error', () => {
    const depths = [100, 1000, 1500, 2000, 2500, 3000, 10_000];
    const texts = depths.map((depth) => `${'{"a":'.repeat(depth)}"x"${'}'.repeat(depth)}`);

    expect(texts.map((text) => readValue(text).text === text)).toEqual(depths.map(() => true));
  });

  test('is secret as a whole and in each field', () => {
    expect(textsOf(readValue({ a: 'x', b: { c: 1 } }))).toEqual(['{"a":"x","b":{"c":1}}', 'x', '1']);
    expect(textsOf(readValue('x'))).toEqual(['x']);
  });
});

describe('a field', () => {
  const VALUE = {
    user: 'u',
    'a.b': 'dotted',
    a: { b: 'nested', c: { d: 'deep' }, 'x.y': 'dotted below' },
    'a.c': { e: 'below a dotted name' },
    port: 5432,
    tls: false,
    hosts: ['h'],
    nothing: null,
    json: '{"k":"v"}',
    '': 'empty name',
    toString: 'own',
  };

  test.each<[string, string, string]>([
    ['is found by its name', 'user', 'u'],
    ['is found by the names on its path', 'a.c.d', 'deep'],
    ['is found by its whole name before its path', 'a.b', 'dotted'],
    ['is found below, with a dot in its name', 'a.x.y', 'dotted below'],
    ['is found below a name with a dot', 'a.c.e', 'below a dotted name'],
    ['is a number as text', 'port', '5432'],
    ['is a boolean as text', 'tls', 'false'],
    ['is a list as JSON', 'hosts', '["h"]'],
    ['is null as an empty text', 'nothing', ''],
    ['may have an empty name', '', 'empty name'],
    ['may have the name of a method', 'toString', 'own'],
    ['is an object as JSON', 'a.c', '{"e":"below a dotted name"}'],
  ])('%s', (_how, field, text) => {
    expect(selectField(readValue(VALUE), field)?.text).toBe(text);
    expect(selectField(readValue(JSON.stringify(VALUE)), field)?.text).toBe(text);
  });

  test('that is an object, or JSON in a text, has fields of its own', () => {
    expect(selectField(readValue(VALUE), 'a')?.fields?.map(({ path }) => path.join('/'))).toEqual(['b', 'c/d', 'x.y']);
    expect(selectField(readValue(VALUE), 'json')?.fields).toEqual([{ path: ['k'], text: 'v' }]);
    expect(selectField(readValue(VALUE), 'user')?.fields).toBeUndefined();
  });

  test.each(['User', 'a.b.c', 'a.', '.a', 'a..b', 'constructor', 'hosts.0', 'json.k', 'nothing.x', 'user.length', '*'])(
    'that does not exist is none: %s',
    (field) => {
      expect(selectField(readValue(VALUE), field)).toBeUndefined();
    },
  );

  test('of a value without structure is none', () => {
    expect(selectField(readValue('text'), 'length')).toBeUndefined();
    expect(selectField(readValue(['a']), '0')).toBeUndefined();
    expect(selectField(readValue({}), 'a')).toBeUndefined();
  });

  test.each<[string, unknown, string, string]>([
    ['among others', { a: 1, b: { c: 2 } }, 'xyz', 'Secret "db" has 2 fields, and none is "xyz"'],
    ['beside one', { abc: 1 }, 'xyz', 'Secret "db" has 1 field, and none is "xyz"'],
    [
      'with one like it',
      { user: 'u', pass_word: 'p' },
      'passwrod',
      'Secret "db" has 2 fields, and none is "passwrod" (did you mean "pass_word"?)',
    ],
    [
      'with two like it, below',
      { auth: { user: 'u' }, authuser: 'v' },
      'auth-user',
      'Secret "db" has 2 fields, and none is "auth-user" (did you mean "auth.user" or "authuser"?)',
    ],
    ['in a text', 'text', 'user', 'Secret "db" is a single value'],
    ['in a list', ['user'], 'user', 'Secret "db" is a single value'],
  ])('that is missing %s is an error', (_where, value, ...[field, message]) => {
    expect(fieldNotFound(readValue(value), field, 'Secret "db"')).toMatchObject({ code: 'field_not_found', message });
  });
});

describe('a value that no later step could use is refused', () => {
  const check = (raw: unknown) => () => checkValue(raw, readValue(raw), 'Secret "db"');

  test.each<[string, unknown, { code: string; message: string }]>([
    ['null', null, { code: 'secret_not_decrypted', message: 'Secret "db" was answered without a value (null)' }],
    [
      'the stars of the list',
      '********',
      { code: 'secret_not_decrypted', message: 'Secret "db" was answered with eight asterisks in place of the value' },
    ],
    [
      'the stars with blanks',
      ' ********\n',
      { code: 'secret_not_decrypted', message: 'Secret "db" was answered with eight asterisks in place of the value' },
    ],
    [
      'the stars in a field',
      { user: 'u', password: '********' },
      { code: 'secret_not_decrypted', message: 'Secret "db" was answered with eight asterisks in place of the value' },
    ],
    [
      'the stars in a field in a text',
      '{"a":{"b":"********"}}',
      { code: 'secret_not_decrypted', message: 'Secret "db" was answered with eight asterisks in place of the value' },
    ],
    [
      'the stars in a list',
      ['********'],
      { code: 'secret_not_decrypted', message: 'Secret "db" was answered with eight asterisks in place of the value' },
    ],
    [
      'the stars in a list in a field',
      { keys: ['a', '********'] },
      { code: 'secret_not_decrypted', message: 'Secret "db" was answered with eight asterisks in place of the value' },
    ],
    [
      'half a character',
      'a\ud800',
      {
        code: 'value_unsupported',
        message: 'Secret "db" holds half a character (a lone surrogate), which no file can',
      },
    ],
    [
      'half a character in a field',
      '{"a":"\\udc00"}',
      {
        code: 'value_unsupported',
        message: 'Secret "db" holds half a character (a lone surrogate), which no file can',
      },
    ],
  ])('%s', (_what, raw, expected) => {
    expect(check(raw)).toThrow(expect.objectContaining(expected));
  });

  test.each<[string, unknown]>([
    ['an empty text', ''],
    ['seven stars', '*******'],
    ['nine stars', '*********'],
    ['stars in a longer text', 'a ********'],
    ['null in a field', { a: null }],
    ['false', false],
    ['an emoji', '😀'],
    ['line ends', 'a\r\nb'],
    ['a NUL, which a file can hold', 'a\0b'],
  ])('but not %s', (_what, raw) => {
    expect(check(raw)).not.toThrow();
  });
});
