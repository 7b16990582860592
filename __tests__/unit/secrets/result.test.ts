import { describe, expect, test } from '@jest/globals';
import { readValue } from '../../../src/formats/value.js';
import { createMasker } from '../../../src/masking/masker.js';
import { maskValue } from '../../../src/secrets/plain-fields.js';
import { selectResults, textValue } from '../../../src/secrets/result.js';
import { failureOf, fakePorts, NOW } from '../../support/fake-ports.js';
import { matchOf } from '../../support/secret-matches.js';

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const hex = (text: string) => Buffer.from(text, 'utf8').toString('hex');

/** What a line makes of the value of the Secret `cfg`, and the masker that saw it, before which nothing was masked. */
function take(text: string, raw: unknown, plain: readonly string[] = []) {
  const masker = createMasker(() => {});
  const fake = fakePorts(async () => {
    throw new Error('nothing is sent');
  });
  const source = { match: matchOf(text, ['cfg']), value: readValue(raw), updatedAt: NOW };
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

  const VALUE = { user: 'maria', auth: { key: 'key-value', more: { n: 1 } }, blob: base64('{"a":"x"}') };

  test.each<[string, string, string, string[] | undefined]>([
    [
      'the whole text as the server returned it',
      'cfg',
      JSON.stringify(VALUE),
      ['user', 'auth.key', 'auth.more.n', 'blob'],
    ],
    ['a field of it', 'cfg.user', 'maria', undefined],
    ['a field of an object', 'cfg.auth.key', 'key-value', undefined],
    ['a field with fields of its own', 'cfg.auth', '{"key":"key-value","more":{"n":1}}', ['key', 'more.n']],
    ['a field decoded, with fields of its own', 'cfg.blob | base64', '{"a":"x"}', ['a']],
    ['an optional field that exists', 'cfg.user?', 'maria', undefined],
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
      message: 'Secret "cfg" has 4 fields, but no field "usr" (did you mean "user"?)',
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

describe('textValue', () => {
  const textOf = (text: string, raw: unknown) => {
    const { result } = take(text, raw);
    return () => result && textValue(result);
  };

  test('A decoded text is returned', () => {
    expect(textOf('cfg | hex', '61')()).toEqual(readValue('a'));
  });

  test.each<[string, string, unknown, string]>([
    ['bytes', 'cfg | hex', 'ff', 'is not UTF-8 text after decoding; only `@file` accepts bytes'],
    ['a NUL', 'cfg', 'a\0b', 'contains a NUL character, which no variable can contain; only `@file` accepts it'],
    [
      'a decoded NUL',
      'cfg | hex',
      '00',
      'contains a NUL character, which no variable can contain; only `@file` accepts it',
    ],
    [
      'a NUL in a field',
      'cfg',
      { a: 'b\0' },
      'contains a NUL character, which no variable can contain; only `@file` accepts it',
    ],
  ])('A result that contains %s is rejected', (_what, text, ...[raw, why]) => {
    expect(failureOf(textOf(text, raw))).toEqual({ code: 'value_unsupported', message: `Secret "cfg" ${why}` });
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
    const { masker } = take(text, raw, plain);

    expect(open(masker, ['registry.example.com', 'maria', 'some-password'])).toEqual(expected);
  });

  test('A text that contains a plain field and others is masked as a whole', () => {
    const texts = [
      JSON.stringify(LOGIN),
      JSON.stringify(LOGIN.auth),
      'maria:some-password',
      base64('maria:some-password'),
    ];

    expect(open(take('cfg', LOGIN, PLAIN).masker, texts)).toEqual([]);
  });

  test('A field is plain only if its whole path is named', () => {
    const named = (...plain: string[]) =>
      open(take('cfg', LOGIN, plain).masker, ['registry.example.com', 'maria', 'some-password']);

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
