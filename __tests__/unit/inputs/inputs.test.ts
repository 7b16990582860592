import { describe, expect, test } from '@jest/globals';
import { isSecretInput } from '../../../src/inputs/content.js';
import { INPUTS, type InputName, inputValue, invalid, isVerbatimInput } from '../../../src/inputs/inputs.js';
import {
  parseBoolean,
  parseChoice,
  parseId,
  parseNames,
  parseRequired,
  parseSeconds,
  parseWhole,
} from '../../../src/inputs/values.js';
import { failureOf } from '../../support/fake-ports.js';

/** The error that a call ends with, as code and message. */
const failure = (code: string, message: unknown) => expect.objectContaining({ code, message });

describe('a boolean', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    [undefined, true],
  ])('%j is read as %s where the default is true', (value, expected) => {
    expect(parseBoolean(value === undefined ? {} : { export_env: value }, 'export_env')).toBe(expected);
  });

  test('is false where that is the default and nothing is given', () => {
    expect(parseBoolean({}, 'allow_http')).toBe(false);
  });

  test.each(['yes', 'no', '1', '0', 'on', 'tRUE', 'true false', 'true\n'])('is never %j', (value) => {
    expect(failureOf(() => parseBoolean({ allow_http: value }, 'allow_http'))).toEqual({
      code: 'input_invalid',
      message: `The input \`allow_http\` must be true or false, not "${value.trim()}".`,
    });
  });
});

describe('a whole number', () => {
  const parse = (value: string | undefined, bounds: readonly [number, number]) =>
    parseWhole(value === undefined ? {} : { timeout_seconds: value }, 'timeout_seconds', bounds);

  test.each([
    ['1', 1],
    ['007', 7],
    ['120', 120],
    ['86400', 86_400],
    [undefined, 120],
  ])('%j is read as %d', (value, expected) => {
    expect(parse(value, [1, 86_400])).toBe(expected);
  });

  test('may be 0 where that is the least', () => {
    expect(parse('0', [0, 10])).toBe(0);
    expect(parseWhole({}, 'rotate_after_days', [0, 10])).toBe(0);
  });

  test.each(['0', '-1', '+1', '1.5', '86401', '1000000', '9999999999', '1e3', '0x10', '1 0', '١', 'Infinity', '2m'])(
    'is never %j',
    (value) => {
      expect(() => parse(value, [1, 86_400])).toThrow(
        failure(
          'input_invalid',
          `The input \`timeout_seconds\` must be a whole number from 1 to 86400, not "${value}".`,
        ),
      );
    },
  );
});

describe('a list', () => {
  test.each<[string | undefined, string[]]>([
    [undefined, []],
    ['server', ['server']],
    ['server, username', ['server', 'username']],
    ['server,auth.user name,x', ['server', 'auth.user name', 'x']],
    ['server\nusername\r\nx\ry', ['server', 'username', 'x', 'y']],
    ['server,\n  username,\n', ['server', 'username']],
    [' , ,', []],
    ['a; b', ['a; b']],
  ])('%j is read as %j', (value, expected) => {
    expect(parseNames(value === undefined ? {} : { plain_fields: value }, 'plain_fields')).toEqual(expected);
  });
});

test('a number of seconds may be zero where that is allowed', () => {
  expect(parseSeconds({ leeway_seconds: '0' }, 'leeway_seconds', 0)).toBe(0);
  expect(() => parseSeconds({ leeway_seconds: '-1' }, 'leeway_seconds', 0)).toThrow(
    'must be a whole number from 0 to 86400, not "-1"',
  );
});

describe('a choice', () => {
  test.each(['one', 'two'])('is %s', (value) => {
    expect(parseChoice({ grant_type: value }, 'grant_type', ['one', 'two'])).toBe(value);
  });

  test('that is none names those that there are', () => {
    expect(() => parseChoice({ grant_type: 'One' }, 'grant_type', ['one', 'two'])).toThrow(
      failure('input_invalid', 'The input `grant_type` must be one of one, two, not "One".'),
    );
    expect(() => parseChoice({ grant_type: 'x' }, 'grant_type', ['one'])).toThrow('must be one, not "x"');
  });
});

describe('an id', () => {
  test.each(['2kFmBSWjqxWEGarZC9kkeYOpgMD', 'my project', 'a.b', '...', 'ä', '50%', undefined])('%j is taken', (id) => {
    expect(parseId(id === undefined ? {} : { project_id: id }, 'project_id')).toBe(id);
  });

  test.each(['a/b', '/', 'a?b', 'a#b', '.', '..', 'a\nb', 'a\u0000b', 'a\u007fb'])('%j is refused', (id) => {
    expect(failureOf(() => parseId({ user_id: id }, 'user_id'))).toEqual({
      code: 'input_invalid',
      message: `The input \`user_id\` is not an id: "${id.replace(/[\u0000-\u001f\u007f]/, ' ')}" holds a character that no id has.`,
    });
  });
});

describe('the inputs', () => {
  const secretWith = (value: string) => Object.keys(INPUTS).filter((name) => isSecretInput(name as InputName, value));
  const always = [
    ...['client_secret', 'password', 'refresh_token', 'token_info', 'bearer_token'],
    ...['signing_key_password', 'pkcs12_password', 'private_key_password'],
  ];

  test('that are secrets whatever they hold are these', () => {
    expect(secretWith('certs/client.pem')).toEqual(always);
  });

  test('that are secrets unless they hold a path are these', () => {
    const more = secretWith('-----BEGIN PRIVATE KEY-----').filter((name) => !always.includes(name));

    expect(more).toEqual(['signing_key', 'pkcs12', 'certificate', 'private_key']);
  });

  test('that hold a certificate alone are no secrets, but for those of a key', () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${'M'.repeat(64)}\n-----END CERTIFICATE-----`;

    for (const value of [pem, btoa(pem)]) {
      expect(secretWith(value).filter((name) => !always.includes(name))).toEqual([
        'signing_key',
        'pkcs12',
        'private_key',
      ]);
    }
    expect(secretWith(btoa(`${pem}\n-----BEGIN EC PRIVATE KEY-----`))).toContain('certificate');
  });

  test('that may begin or end with a blank are passwords', () => {
    const names = Object.keys(INPUTS).filter((name) => isVerbatimInput(name as InputName));

    expect(names).toEqual(['password', 'signing_key_password', 'pkcs12_password', 'private_key_password']);
  });

  test.each<[InputName, string]>([
    ['export_env', 'true'],
    ['allow_http', 'false'],
    ['plan', 'false'],
    ['summary', 'true'],
    ['rotate_after_days', '0'],
    ['plain_fields', ''],
    ['timeout_seconds', '120'],
    ['url', ''],
  ])('%s stands for %j when it is empty', (name, expected) => {
    expect(inputValue({}, name)).toBe(expected);
    expect(inputValue({ [name]: 'given' }, name)).toBe('given');
  });

  test('that are required and absent are named, with the reason', () => {
    expect(() => parseRequired({}, 'client_id', 'it is needed')).toThrow(
      failure('input_missing', 'The input `client_id` is empty: it is needed.'),
    );
    expect(parseRequired({ client_id: 'c' }, 'client_id', 'it is needed')).toBe('c');
  });

  test('that are wrong are named, with the reason', () => {
    expect(invalid('url', 'is odd')).toMatchObject({ code: 'input_invalid', message: 'The input `url` is odd.' });
  });
});
