import { describe, expect, test } from '@jest/globals';
import { parseJson } from '../../src/json.js';
import { checkValue, readValue, textsOf } from '../../src/secrets/value.js';

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
    expect(readValue(value)).toEqual({ text, fields: undefined });
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
      'a NUL',
      'a\0b',
      { code: 'value_unsupported', message: 'Secret "db" holds a NUL character, which no variable can' },
    ],
    [
      'a NUL in a field',
      '{"a":"\\u0000"}',
      { code: 'value_unsupported', message: 'Secret "db" holds a NUL character, which no variable can' },
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
  ])('but not %s', (_what, raw) => {
    expect(check(raw)).not.toThrow();
  });
});
