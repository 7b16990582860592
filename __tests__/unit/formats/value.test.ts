import { describe, expect, test } from '@jest/globals';
import { checkValue, readValue, selectField, textsOf } from '../../../src/formats/value.js';
import { parseJson } from '../../../src/json.js';

/** The fields of a value as `path: text`. */
const fieldsOf = (value: unknown) => readValue(value).fields?.map(({ path, text }) => `${path.join('.')}: ${text}`);

describe('readValue, for a value without fields', () => {
  test.each<[string, unknown, string]>([
    ['a text', 'correct-horse', 'correct-horse'],
    ['a text with blanks around it', ' a\n', ' a\n'],
    ['an empty text', '', ''],
    ['a text that looks like a number', '007', '007'],
    ['a number', 42, '42'],
    ['a boolean', true, 'true'],
    ['a list', ['a', 1, null], '["a",1,null]'],
    ['a list in a text', '[ "a" ]', '[ "a" ]'],
    ['broken JSON in a text', '{"a":', '{"a":'],
    ['a text that only starts like JSON', '{{ template }}', '{{ template }}'],
    ['an empty object', {}, '{}'],
  ])('A value that is %s is one text without fields', (_kind, value, text) => {
    expect(readValue(value)).toMatchObject({ text, fields: undefined });
  });
});

describe('readValue, for a value with fields', () => {
  test.each<[string, unknown, string[]]>([
    [
      'an object has its members as fields',
      { user: 'u', port: 5432, tls: true },
      ['user: u', 'port: 5432', 'tls: true'],
    ],
    ['a nested object continues the path', { a: { b: { c: 'x' } }, d: 'y' }, ['a.b.c: x', 'd: y']],
    ['a list remains JSON', { hosts: ['a', { b: 1 }] }, ['hosts: ["a",{"b":1}]']],
    ['null is an empty text', { a: null }, ['a: ']],
    ['an object in a text has fields', ' {"user": "u"}\n', ['user: u']],
    ['an object after a byte order mark has fields', '\ufeff{"user": "u"}', ['user: u']],
    ['an object with comments and trailing commas has fields', '// x\n{"user": "u", /* y */}', ['user: u']],
    ['an object in a text in a field is one text', { json: '{"a":"b"}' }, ['json: {"a":"b"}']],
    ['an empty object remains JSON', { a: {}, b: 'x' }, ['a: {}', 'b: x']],
    ['unusual names remain unchanged', { '': 'x', __proto__x: 'y', 'a b': 'z' }, [': x', '__proto__x: y', 'a b: z']],
  ])('In a value with fields, %s', (_what, value, expected) => {
    expect(fieldsOf(value)).toEqual(expected);
  });

  test('A structured value keeps the text that the server returned', () => {
    const text = '{ "b" : 1.0,\n "a" : "x" }';
    const extended = `\\ufeff${text} // x`;

    expect(readValue(text).text).toBe(text);
    expect(readValue(extended).text).toBe(extended);
  });

  test('A value that the server returned as an object becomes JSON without blanks', () => {
    expect(readValue({ a: { b: 1 } }).text).toBe('{"a":{"b":1}}');
  });

  test('A number keeps every digit if this version of Node supports it', () => {
    const keepsNumbers = 'rawJSON' in JSON;
    const expected = keepsNumbers ? ['id: 12345678901234567890'] : ['id: 12345678901234567000'];

    expect(fieldsOf('{"id":12345678901234567890}')).toEqual(expected);
    expect(fieldsOf(parseJson('{"id":12345678901234567890}'))).toEqual(expected);
  });

  test('A value of any depth is read without an error', () => {
    const depths = [100, 1000, 1500, 2000, 2500, 3000, 10_000];
    const texts = depths.map((depth) => `${'{"a":'.repeat(depth)}"x"${'}'.repeat(depth)}`);

    expect(texts.map((text) => readValue(text).text === text)).toEqual(depths.map(() => true));
  });

  test('`textsOf` returns the whole value and the text of each field', () => {
    expect(textsOf(readValue({ a: 'x', b: { c: 1 } }))).toEqual(['{"a":"x","b":{"c":1}}', 'x', '1']);
    expect(textsOf(readValue('x'))).toEqual(['x']);
  });
});

describe('selectField', () => {
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
    ['the name of a field', 'user', 'u'],
    ['the names on a path', 'a.c.d', 'deep'],
    ['a whole name that is also a path', 'a.b', 'dotted'],
    ['a name with a dot after a path', 'a.x.y', 'dotted below'],
    ['a path after a name with a dot', 'a.c.e', 'below a dotted name'],
    ['the name of a number', 'port', '5432'],
    ['the name of a boolean', 'tls', 'false'],
    ['the name of a list', 'hosts', '["h"]'],
    ['a path into JSON in a text', 'json.k', 'v'],
    ['an empty name', '', 'empty name'],
    ['the name of a method', 'toString', 'own'],
    ['the path of an object', 'a.c', '{"e":"below a dotted name"}'],
  ])('A text is found by %s', (_how, field, text) => {
    expect(selectField(readValue(VALUE), field)?.text).toBe(text);
    expect(selectField(readValue(JSON.stringify(VALUE)), field)?.text).toBe(text);
  });

  test('A field that is an object, or JSON in a text, has fields itself', () => {
    expect(selectField(readValue(VALUE), 'a')?.fields?.map(({ path }) => path.join('/'))).toEqual(['b', 'c/d', 'x.y']);
    expect(selectField(readValue(VALUE), 'json')?.fields).toEqual([{ path: ['k'], text: 'v' }]);
    expect(selectField(readValue(VALUE), 'user')?.fields).toBeUndefined();
  });

  test.each(['User', 'a.b.c', 'a.', '.a', 'a..b', 'constructor', 'hosts.0', 'json.x', 'nothing.x', 'user.length', '*'])(
    'A field that does not exist is undefined: %s',
    (field) => {
      expect(selectField(readValue(VALUE), field)).toBeUndefined();
    },
  );

  test('A field that is null is null', () => {
    expect(selectField(readValue(VALUE), 'nothing')).toBeNull();
  });

  test('A value without fields has no field', () => {
    expect(selectField(readValue('text'), 'length')).toBeUndefined();
    expect(selectField(readValue(['a']), '0')).toBeUndefined();
    expect(selectField(readValue({}), 'a')).toBeUndefined();
  });
});

describe('checkValue', () => {
  const check = (raw: unknown) => () => checkValue(raw, readValue(raw), 'Secret "db"');

  test.each<[string, unknown, { code: string; message: string }]>([
    ['null', null, { code: 'secret_not_decrypted', message: 'Secret "db" was returned without a value (null)' }],
    [
      'the asterisks of a list of Secrets',
      '********',
      { code: 'secret_not_decrypted', message: 'Secret "db" was returned with eight asterisks instead of the value' },
    ],
    [
      'the asterisks with blanks',
      ' ********\n',
      { code: 'secret_not_decrypted', message: 'Secret "db" was returned with eight asterisks instead of the value' },
    ],
    [
      'the asterisks in a field',
      { user: 'u', password: '********' },
      { code: 'secret_not_decrypted', message: 'Secret "db" was returned with eight asterisks instead of the value' },
    ],
    [
      'the asterisks in a field in a text',
      '{"a":{"b":"********"}}',
      { code: 'secret_not_decrypted', message: 'Secret "db" was returned with eight asterisks instead of the value' },
    ],
    [
      'the asterisks in a list',
      ['********'],
      { code: 'secret_not_decrypted', message: 'Secret "db" was returned with eight asterisks instead of the value' },
    ],
    [
      'the asterisks in a list in a field',
      { keys: ['a', '********'] },
      { code: 'secret_not_decrypted', message: 'Secret "db" was returned with eight asterisks instead of the value' },
    ],
    [
      'an unpaired surrogate',
      'a\ud800',
      {
        code: 'value_unsupported',
        message: 'Secret "db" contains an unpaired surrogate (invalid Unicode), which cannot be written to a file',
      },
    ],
    [
      'an unpaired surrogate in a field',
      '{"a":"\\udc00"}',
      {
        code: 'value_unsupported',
        message: 'Secret "db" contains an unpaired surrogate (invalid Unicode), which cannot be written to a file',
      },
    ],
  ])('A value with %s is rejected', (_what, raw, expected) => {
    expect(check(raw)).toThrow(expect.objectContaining(expected));
  });

  test.each<[string, unknown]>([
    ['an empty text', ''],
    ['seven asterisks', '*******'],
    ['nine asterisks', '*********'],
    ['asterisks in a longer text', 'a ********'],
    ['null in a field', { a: null }],
    ['false', false],
    ['an emoji', '😀'],
    ['line ends', 'a\r\nb'],
    ['a NUL, which a file can contain', 'a\0b'],
  ])('A value with %s is accepted', (_what, raw) => {
    expect(check(raw)).not.toThrow();
  });
});
