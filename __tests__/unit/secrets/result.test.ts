import { describe, expect, test } from '@jest/globals';
import { readValue } from '../../../src/formats/value.js';
import { createMasker } from '../../../src/masking/masker.js';
import { maskValue } from '../../../src/secrets/plain-fields.js';
import { selectResults, textValue } from '../../../src/secrets/result.js';
import { actionErrorOf, failureOf, fakePorts, NOW } from '../../support/fake-ports.js';
import { matchOf } from '../../support/secret-matches.js';

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const hex = (text: string) => Buffer.from(text, 'utf8').toString('hex');

/** What a line makes of the value of the Secret `cfg`, and the masker that saw it, before which nothing was masked. */
function take(
  text: string,
  raw: unknown,
  { plain = [], names = ['cfg'] }: { plain?: readonly string[]; names?: string[] } = {},
) {
  const masker = createMasker(() => {});
  const fake = fakePorts(async () => {
    throw new Error('nothing is sent');
  });
  const source = { match: matchOf(text, names), value: readValue(raw), updatedAt: NOW };
  const results = selectResults(source, plain, { ...fake, mask: masker.mask });
  return { results, result: results[0], masker, said: fake.said };
}

/** The texts that are shown in a log. */
const open = (masker: { redact: (text: string) => string }, texts: readonly string[]) =>
  texts.filter((text) => masker.redact(text) === text);

describe('selectResults', () => {
  test('A result contains the value, its names and its time', () => {
    const { result } = take('cfg | CFG', 'some-text');

    expect(result).toEqual({
      match: matchOf('cfg | CFG', ['cfg']),
      name: { variable: 'CFG', output: 'CFG', chosen: true, who: 'line 1' },
      who: 'Secret "cfg"',
      field: undefined,
      value: readValue('some-text'),
      bytes: Buffer.from('some-text'),
      updatedAt: NOW,
    });
  });

  const VALUE = {
    user: 'maria',
    auth: { key: 'key-value', more: { n: 1 } },
    blob: base64('{"a":"x"}'),
    json: '{"inner":{"n":1}}',
  };

  test.each<[string, string, string, string[] | undefined]>([
    [
      'the whole text as the server returned it',
      'cfg',
      JSON.stringify(VALUE),
      ['user', 'auth.key', 'auth.more.n', 'blob', 'json'],
    ],
    ['a field of it', 'cfg.user', 'maria', undefined],
    ['a field of an object', 'cfg.auth.key', 'key-value', undefined],
    ['a field with fields of its own', 'cfg.auth', '{"key":"key-value","more":{"n":1}}', ['key', 'more.n']],
    ['a field decoded, with fields of its own', 'cfg.blob | base64', '{"a":"x"}', ['a']],
    ['an optional field that exists', 'cfg.user?', 'maria', undefined],
    ['a field of JSON in a text in a field', 'cfg.json.inner.n', '1', undefined],
  ])('The value of a result is %s', (_what, text, ...[expected, fields]) => {
    const { result } = take(text, VALUE);

    expect(result?.value?.text).toBe(expected);
    expect(result?.value?.fields?.map(({ path }) => path.join('.'))).toEqual(fields);
    expect(result?.bytes.toString()).toBe(expected);
  });

  test('Messages name the field and the Secret, or its key if there is no list', () => {
    const of = (text: string) => take(text, VALUE).result?.who;

    expect(of('cfg.auth.key')).toBe('Field "auth.key" of Secret "cfg"');
    expect(of('0.user')).toBe('Field "user" of Secret "cfg"');
    expect(of('secret/Custom/x.user')).toBe('Field "user" of Secret "secret/Custom/x"');
  });

  test('A missing optional field is a notice', () => {
    const { result, said } = take('\ncfg.usr?', VALUE);

    expect(result).toBeUndefined();
    expect(said('notice')).toEqual(['`secrets`, line 2: Field "usr" of Secret "cfg" does not exist; it is optional.']);
  });

  test('A missing field that is not optional is an error', () => {
    expect(failureOf(() => take('cfg.usr', VALUE))).toEqual({
      code: 'field_not_found',
      message: 'Secret "cfg" has 5 fields, but no field "usr" (did you mean "user"?)',
    });
    expect(failureOf(() => take('cfg.usr', 'text'))).toEqual({
      code: 'field_not_found',
      message: 'Secret "cfg" is a single value without fields',
    });
  });

  test('A value that cannot be decoded is an error, even if it is optional', () => {
    expect(failureOf(() => take('cfg.user? | hex', VALUE))).toEqual({
      code: 'value_unsupported',
      message: 'Field "user" of Secret "cfg" is not hex',
    });
  });

  test('A value is decoded in steps to a text or to bytes', () => {
    expect(take('cfg | base64 | hex', base64(hex('plain'))).result).toMatchObject({ value: { text: 'plain' } });
    expect(take('cfg | hex', 'ff00').result).toMatchObject({ value: undefined, bytes: Buffer.from([255, 0]) });
  });
});

describe('selectResults: every field', () => {
  const VALUE = {
    user: 'maria',
    auth: { 'api key': 'key-value', more: { n: 1 } },
    list: ['a', 2],
    none: {},
    on: true,
    json: '{"a":{"b":"x"},"c":[]}',
  };

  /** The fields that a line selects: their path from the top of the Secret, variable, output and text. */
  const fieldsOf = (text: string, raw: unknown, names?: string[]) =>
    take(text, raw, names === undefined ? {} : { names }).results.map(
      ({ field, name: { variable, output }, value }) => [field, variable, output, value?.text],
    );

  test('Nested objects continue the path; an array stays JSON text, and an empty object `{}`', () => {
    const expected = [
      ['user', 'CFG_USER', 'cfg-user', 'maria'],
      ['auth.api key', 'CFG_AUTH_API_KEY', 'cfg-auth-api-key', 'key-value'],
      ['auth.more.n', 'CFG_AUTH_MORE_N', 'cfg-auth-more-n', '1'],
      ['list', 'CFG_LIST', 'cfg-list', '["a",2]'],
      ['none', 'CFG_NONE', 'cfg-none', '{}'],
      ['on', 'CFG_ON', 'cfg-on', 'true'],
      ['json', 'CFG_JSON', 'cfg-json', VALUE.json],
    ];

    expect(fieldsOf('cfg.*', VALUE)).toEqual(expected);
    expect(fieldsOf('cfg.*', JSON.stringify(VALUE, null, 2))).toEqual(expected);
  });

  test.each<[string, string, string[][]]>([
    ['a nested object', 'cfg.auth.more.*', [['auth.more.n', 'CFG_AUTH_MORE_N', 'cfg-auth-more-n', '1']]],
    [
      'JSON in a text in a field',
      'cfg.json.*',
      [
        ['json.a.b', 'CFG_JSON_A_B', 'cfg-json-a-b', 'x'],
        ['json.c', 'CFG_JSON_C', 'cfg-json-c', '[]'],
      ],
    ],
    ['an object in JSON in a text', 'cfg.json.a.* | J_*', [['json.a.b', 'J_B', 'J_B', 'x']]],
    ['a quoted name with a field', '"cfg".auth.more.* | *', [['auth.more.n', 'N', 'N', '1']]],
    ['an optional field that exists', 'cfg.auth.more.*?', [['auth.more.n', 'CFG_AUTH_MORE_N', 'cfg-auth-more-n', '1']]],
  ])('`.*` selects the fields of %s', (_what, text, expected) => {
    expect(fieldsOf(text, VALUE)).toEqual(expected);
  });

  test('`.*` after a pattern names the Secret and the field', () => {
    expect(fieldsOf('reg-*.*', { user: 'u' }, ['reg-a b'])).toEqual([['user', 'REG_A_B_USER', 'reg-a-b-user', 'u']]);
    expect(fieldsOf('reg-*.* | R_*', { user: 'u' }, ['reg-a b'])).toEqual([['user', 'R_A_B_USER', 'R_A_B_USER', 'u']]);
    expect(fieldsOf('reg-*.auth.* | R_*', { auth: { user: 'u' } }, ['reg-a'])).toEqual([
      ['auth.user', 'R_A_USER', 'R_A_USER', 'u'],
    ]);
  });

  test.each<[string, string, unknown, string]>([
    ['a text', 'cfg.*', 'just text', 'Secret "cfg"'],
    ['a number', 'cfg.*', 7, 'Secret "cfg"'],
    ['an array', 'cfg.*', [{ a: 1 }], 'Secret "cfg"'],
    ['an array in a text', 'cfg.*', '[{"a":1}]', 'Secret "cfg"'],
    ['an empty object', 'cfg.*', {}, 'Secret "cfg"'],
    ['an empty object in a text', 'cfg.*', ' { } ', 'Secret "cfg"'],
    ['text that only starts as an object', 'cfg.*', '{"a":1} and more', 'Secret "cfg"'],
    ['a field that is a text', 'cfg.user.*', { user: 'maria' }, 'Field "user" of Secret "cfg"'],
    ['a field that is an empty object', 'cfg.deep.none.*', { deep: { none: {} } }, 'Field "deep.none" of Secret "cfg"'],
  ])('`.*` of %s is an error, which `?` does not suppress', (_what, text, ...[raw, who]) => {
    for (const line of [text, `${text}?`, `${text} ? | X_*@file`, `${text} | hex`]) {
      expect(actionErrorOf(() => take(`\n${line}`, raw))).toMatchObject({
        code: 'field_not_found',
        message: `\`secrets\`, line 2: ${who} has no fields, so its value is one text`,
        advice: ['Remove the `.*`'],
      });
    }
  });

  test('The error about a Secret without fields that a pattern matched also advises to exclude the Secret', () => {
    expect(actionErrorOf(() => take('c*.* | C_*', 'text'))).toMatchObject({
      code: 'field_not_found',
      message: '`secrets`, line 1: Secret "cfg" has no fields, so its value is one text',
      advice: ['Exclude this Secret from the pattern, or remove the `.*`'],
    });
  });

  test('A field before `.*` that does not exist is an error, or a notice if it is optional', () => {
    expect(failureOf(() => take('cfg.atuh.*', VALUE)).message).toBe('Secret "cfg" has 7 fields, but no field "atuh"');
    const { results, said } = take('cfg.atuh.*?', VALUE);
    expect(results).toEqual([]);
    expect(said('notice')).toEqual(['`secrets`, line 1: Field "atuh" of Secret "cfg" does not exist; it is optional.']);
  });

  test('A decoding after `.*` applies to each field', () => {
    const value = { one: base64('first'), more: { two: base64('second') } };

    expect(fieldsOf('cfg.* | base64 | X_*', value)).toEqual([
      ['one', 'X_ONE', 'X_ONE', 'first'],
      ['more.two', 'X_MORE_TWO', 'X_MORE_TWO', 'second'],
    ]);
    expect(take('cfg.* | hex', { a: 'ff' }).result).toMatchObject({ value: undefined, bytes: Buffer.from([255]) });
  });

  test('A field that a decoding after `.*` cannot decode is named', () => {
    const { message, advice } = actionErrorOf(() => take('cfg.* | hex', { a: 'ff', deep: { b: 'xyz' } }));

    expect(message).toBe('Field "deep.b" of Secret "cfg" is not hex');
    expect(advice).toEqual(['Remove `| hex` from the line to export the value as it is']);
  });

  test('Numbers keep the digits of the server', () => {
    const text = '{"id":12345678901234567890,"rate":1.0,"deep":{"n":1e2}}';

    expect(fieldsOf('cfg.*', text).map((field) => field[3])).toEqual(
      typeof Reflect.get(JSON, 'rawJSON') === 'function'
        ? ['12345678901234567890', '1.0', '1e2']
        : ['12345678901234567000', '1', '100'],
    );
  });
});

describe('selectResults: null and empty fields', () => {
  const VALUE = { user: 'maria', note: null, deep: { a: null, b: '' } };

  test('A field that a line names and that is null is an error', () => {
    for (const text of ['cfg.note', 'cfg.note | hex | X@file', 'cfg.note.*']) {
      expect(failureOf(() => take(text, VALUE))).toEqual({
        code: 'field_not_found',
        message: 'Field "note" of Secret "cfg" is null, so it has no value',
      });
    }
  });

  test('`?` makes a null field a notice', () => {
    for (const text of ['cfg.deep.a?', 'cfg.deep.a.* ?']) {
      const { results, said } = take(text, VALUE);

      expect(results).toEqual([]);
      expect(said('notice')).toEqual(['`secrets`, line 1: Field "deep.a" of Secret "cfg" is null; it is optional.']);
    }
  });

  test('With `.*`, null fields are empty texts, and one notice names all empty fields', () => {
    const { results, said } = take('\ncfg.*', VALUE);

    expect(results.map(({ name, value }) => [name.variable, value?.text])).toEqual([
      ['CFG_USER', 'maria'],
      ['CFG_NOTE', ''],
      ['CFG_DEEP_A', ''],
      ['CFG_DEEP_B', ''],
    ]);
    expect(said('notice')).toEqual([
      '`secrets`, line 2: these fields of Secret "cfg" are empty: "note", "deep.a", "deep.b".',
    ]);
  });

  test('The notice of a nested object names the object', () => {
    expect(take('cfg.deep.* | D_*', VALUE).said('notice')).toEqual([
      '`secrets`, line 1: these fields of Field "deep" of Secret "cfg" are empty: "a", "b".',
    ]);
  });

  test('An empty field that a line names is its text, without a notice', () => {
    const { result, said } = take('cfg.deep.b', VALUE);

    expect([result?.value?.text, said('notice')]).toEqual(['', []]);
  });

  test('A null field inside the text of a whole Secret causes no notice', () => {
    const { result, said } = take('cfg', VALUE);

    expect([result?.value?.text, said('notice')]).toEqual([JSON.stringify(VALUE), []]);
  });
});

describe('selectResults: a field without an ASCII letter or digit', () => {
  test.each<[string, string, { value: unknown; names?: string[]; field: string; line: string }]>([
    ['a name', 'cfg.*', { value: { a: '1', '---': '2' }, field: '---', line: 'cfg.---' }],
    ['a prefix', 'cfg.* | X_*@dotenv', { value: { ключ: '1' }, field: 'ключ', line: 'cfg.ключ' }],
    ['an outer part of a path', 'cfg.*', { value: { _: { a: '1' } }, field: '_.a', line: 'cfg._.a' }],
    ['an inner part of a path', 'cfg.*', { value: { a: { '': '1' } }, field: 'a.', line: 'cfg.a.' }],
    ['a field', 'cfg.deep.*', { value: { deep: { '-': '1' } }, field: 'deep.-', line: 'cfg.deep.-' }],
    ['an ID', '0.*', { value: { '-': '1' }, field: '-', line: '0.-' }],
    ['a key', 'secret/Custom/0.*', { value: { '-': '1' }, field: '-', line: 'secret/Custom/0.-' }],
    [
      'quotes',
      '"a;b".deep.*?',
      { value: { deep: { '-': '1' } }, names: ['a;b'], field: 'deep.-', line: 'secret/Custom/0.deep.-' },
    ],
    ['a pattern', 'c*.* | C_*', { value: { '-': '1' }, names: ['c g'], field: '-', line: 'secret/Custom/0.-' }],
  ])(
    'Such a field after %s is an error that selects it alone',
    (_what, text, { value, names = ['cfg'], ...expected }) => {
      const secret = names[0];

      expect(() => take(text, value, { names })).toThrow(
        expect.objectContaining({
          code: 'name_refused',
          message: `\`secrets\`, line 1: field "${expected.field}" of Secret "${secret}" has no ASCII letter or digit in a part of its name`,
          advice: [`Instead of \`.*\`, write one line for each field. For this field, write "${expected.line} | NAME"`],
        }),
      );
      expect(take(`${expected.line} | NAME`, value, { names }).result).toMatchObject({ field: expected.field });
    },
  );
});

describe('textValue', () => {
  const textOf = (text: string, raw: unknown) => {
    const { result } = take(text, raw);
    return () => result && textValue(result);
  };

  test('A decoded text is returned', () => {
    expect(textOf('cfg | hex', '61')()).toEqual(readValue('a'));
  });

  const NUL = 'contains a NUL character, which no variable can contain';

  test.each<[string, string, unknown, string]>([
    ['bytes', 'cfg | hex', 'ff', 'Secret "cfg" is not UTF-8 text after decoding'],
    ['a NUL', 'cfg', 'a\0b', `Secret "cfg" ${NUL}`],
    ['a decoded NUL', 'cfg | hex', '00', `Secret "cfg" ${NUL}`],
    ['the NUL of a field', 'cfg.a', { a: 'b\0' }, `Field "a" of Secret "cfg" ${NUL}`],
    ['the NUL of a field of `.*`', 'cfg.*', { a: 'b\0' }, `Field "a" of Secret "cfg" ${NUL}`],
  ])('A result that contains %s is rejected, and the error recommends a file', (_what, text, ...[raw, message]) => {
    expect(actionErrorOf(textOf(text, raw))).toMatchObject({
      code: 'value_unsupported',
      message,
      advice: [`Only a file can contain it: write \`| ${text.includes('*') ? 'NAME_*' : 'NAME'}@file\``],
    });
  });

  test('JSON whose field contains a NUL is text, since JSON escapes it', () => {
    expect(textOf('cfg', { a: 'b\0' })()?.text).toBe('{"a":"b\\u0000"}');
  });
});

describe('What a result reveals is masked', () => {
  test.each<[string, string, unknown, string[]]>([
    ['A value is masked', 'cfg', 'some-value', ['some-value']],
    ['A field is masked', 'cfg.a', { a: 'some-value' }, ['some-value']],
    [
      'The fields of a value are masked, and so is the pair of user and password',
      'cfg',
      { user: 'maria', password: 'horse' },
      ['maria', 'horse', base64('maria:horse')],
    ],
    ['A decoded text is masked', 'cfg | base64', base64('some-value'), ['some-value', hex('some-value')]],
    [
      'Every step of a decoding is masked',
      'cfg | base64 | hex | base64',
      base64(hex(base64('some-value'))),
      [hex(base64('some-value')), base64('some-value'), 'some-value'],
    ],
    [
      'The fields in a decoded text are masked',
      'cfg | base64',
      base64('{"user":"maria","password":"horse"}'),
      ['maria', 'horse', base64('maria:horse')],
    ],
    [
      'Bytes that are not text are masked in hex',
      'cfg | base64',
      Buffer.from('ff00ff00', 'hex').toString('base64'),
      ['ff00ff00', 'FF00FF00'],
    ],
    ['Every field of `.*` is masked', 'cfg.*', { a: 'some-value', b: { c: 'horse' } }, ['some-value', 'horse']],
    [
      'JSON in a text of a field of `.*` is masked',
      'cfg.*',
      { a: '{"b":"some-value"}' },
      ['some-value', '{"b":"some-value"}'],
    ],
    ['A decoded field of `.*` is masked', 'cfg.* | hex', { a: hex('some-value') }, ['some-value']],
    ['A text that is decoded to bytes is masked', 'cfg | base64 | hex', base64('ff00ff00'), ['ff00ff00']],
  ])('%s', (_what, text, ...[raw, secrets]) => {
    expect(open(take(text, raw).masker, secrets)).toEqual([]);
  });
});

describe('A plain field stays unmasked', () => {
  const LOGIN = { server: 'registry.example.com', auth: { user: 'maria', password: 'some-password' } };
  const PLAIN = ['server', 'auth.user'];

  test.each<[string, string, unknown, readonly string[], string[]]>([
    ['in a whole value', 'cfg', LOGIN, PLAIN, ['registry.example.com', 'maria']],
    ['alone', 'cfg.server', LOGIN, PLAIN, ['registry.example.com', 'maria', 'some-password']],
    ['below a field', 'cfg.auth', LOGIN, PLAIN, ['registry.example.com', 'maria']],
    ['alone below a field', 'cfg.auth.user', LOGIN, PLAIN, ['registry.example.com', 'maria', 'some-password']],
    ['as one field of `.*`', 'cfg.*', LOGIN, PLAIN, ['registry.example.com', 'maria']],
    ['as a field of an object of `.*`', 'cfg.auth.*', LOGIN, PLAIN, ['registry.example.com', 'maria']],
    ['not by the path below `.*`', 'cfg.auth.*', LOGIN, ['user', 'password'], ['registry.example.com']],
    ['inside JSON in a text of `.*`', 'cfg.x.*', { x: JSON.stringify(LOGIN) }, ['x.server'], ['registry.example.com']],
    [
      'decoded after `.*`',
      'cfg.* | base64',
      { at: base64('maria') },
      ['at'],
      ['registry.example.com', 'maria', 'some-password'],
    ],
    ['decoded', 'cfg.at | base64', { at: base64('maria') }, ['at'], ['registry.example.com', 'maria', 'some-password']],
    ['inside decoded JSON', 'cfg | base64', base64(JSON.stringify(LOGIN)), PLAIN, ['registry.example.com', 'maria']],
    [
      'inside decoded JSON of a field',
      'cfg.x | hex',
      { x: hex(JSON.stringify(LOGIN)) },
      ['x.server', 'server.x'],
      ['registry.example.com'],
    ],
    ['inside JSON in a text', 'cfg', JSON.stringify(LOGIN, null, 2), PLAIN, ['registry.example.com', 'maria']],
    [
      'inside JSON in a text in a field',
      'cfg',
      { x: JSON.stringify({ y: JSON.stringify(LOGIN) }) },
      ['x.y.server', 'x.y.auth'],
      ['registry.example.com'],
    ],
    ['inside JSON in a text of a field', 'cfg.x', { x: JSON.stringify(LOGIN) }, ['x.server'], ['registry.example.com']],
  ])('A plain field stays unmasked %s', (_where, text, ...[raw, plain, expected]) => {
    const { masker } = take(text, raw, { plain });

    expect(open(masker, ['registry.example.com', 'maria', 'some-password'])).toEqual(expected);
  });

  test('A text that contains a plain field and others is masked as a whole', () => {
    const texts = [
      JSON.stringify(LOGIN),
      JSON.stringify(LOGIN.auth),
      'maria:some-password',
      base64('maria:some-password'),
    ];

    expect(open(take('cfg', LOGIN, { plain: PLAIN }).masker, texts)).toEqual([]);
  });

  test('A field is plain only if its whole path is named', () => {
    const named = (...plain: string[]) =>
      open(take('cfg', LOGIN, { plain }).masker, ['registry.example.com', 'maria', 'some-password']);

    expect(named('user', 'auth', 'password', 'Server', '')).toEqual([]);
    expect(named('auth.password')).toEqual(['some-password']);
  });

  test('All items of a plain list stay unmasked', () => {
    const masker = createMasker(() => {});
    const value = readValue({ hosts: ['one.example.com', 'two.example.com'], key: 'some-key' });
    maskValue({ field: undefined, value }, ['hosts'], {
      ...fakePorts(async () => Promise.reject()),
      mask: masker.mask,
    });

    expect(
      open(masker, ['one.example.com', 'two.example.com', '["one.example.com","two.example.com"]', 'some-key']),
    ).toEqual(['one.example.com', 'two.example.com', '["one.example.com","two.example.com"]']);
  });
});
