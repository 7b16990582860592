import { describe, expect, test } from '@jest/globals';
import { readValue } from '../../../src/formats/value.js';
import { maskValue, plainTexts, valueParts } from '../../../src/secrets/plain-fields.js';
import { answer, fakePorts } from '../../support/fake-ports.js';

const LOGIN = { server: 'ghcr.io', auth: { user: 'maria', password: 'horse' } };

describe('valueParts', () => {
  /** The parts of a value as ` path: entry of plain_fields`. */
  const parts = (field: string | undefined, value: unknown, ...plain: string[]) =>
    valueParts({ field, value: value === undefined ? undefined : readValue(value) }, plain).map(
      ({ path, plainBy }) => `${path.join('.')}: ${plainBy}`,
    );

  test.each<[string, string[], string[]]>([
    [
      'The fields of a whole Secret are plain by their path',
      parts(undefined, LOGIN, 'server', 'auth.user'),
      ['server: server', 'auth.user: auth.user', 'auth.password: undefined'],
    ],
    [
      'The fields of a field are plain by the path from the top of the Secret',
      parts('auth', LOGIN.auth, 'auth.user', 'password'),
      ['user: auth.user', 'password: undefined'],
    ],
    [
      'All fields of a plain field are plain, by their own entry first',
      parts('auth', LOGIN.auth, 'auth', 'auth.user'),
      ['user: auth.user', 'password: auth'],
    ],
    ['A value without fields is one part', parts('server', 'ghcr.io', 'server'), [': server']],
    ['A whole Secret without fields cannot be plain', parts(undefined, 'text', 'text', ''), [': undefined']],
    ['Bytes are one part', parts('key', undefined, 'key'), [': key']],
  ])('%s', (_what, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});

describe('plainTexts', () => {
  const value = readValue({
    ...LOGIN,
    nested: JSON.stringify({ host: 'h.example', key: 'k-1' }),
    list: ['one', 'two'],
  });

  test.each<[string, string[], string[]]>([
    ['Without plain fields there are none', [], []],
    ['A plain field has its text', ['server', 'auth.user'], ['ghcr.io', 'maria']],
    ['A plain field in JSON in a text has its text', ['nested.host'], ['h.example']],
    ['A plain list has its text and its items', ['list'], ['["one","two"]', 'one', 'two']],
  ])('%s', (_what, plain, expected) => {
    expect(plainTexts({ field: undefined, value }, plain)).toEqual(expected);
  });

  test('A value from a plain field is plain as a whole, with its leaves', () => {
    expect(plainTexts({ field: 'auth', value: readValue(LOGIN.auth) }, ['auth'])).toEqual([
      JSON.stringify(LOGIN.auth),
      'maria',
      'horse',
    ]);
  });
});

describe('maskValue', () => {
  const masked = (count: number, plain: readonly string[] = []) => {
    const ports = fakePorts(async () => answer({}));
    const fields = Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, `value-${index}`]));
    maskValue({ field: undefined, value: readValue({ ...fields, list: ['a', 'b'], pin: '12' }) }, plain, ports);
    return ports.masked();
  };

  test('Each field of a value with at most 100 fields is masked as a text of its own', () => {
    expect(masked(98)).toEqual(expect.arrayContaining(['value-0', 'value-97', '["a","b"]', '12']));
  });

  test('Of a value with more fields, only those are masked as a text that are not a leaf of it, or too short for one', () => {
    expect(masked(99).slice(1)).toEqual(['["a","b"]', '12']);
    expect(masked(99, ['f7'])).toHaveLength(3);
  });
});
