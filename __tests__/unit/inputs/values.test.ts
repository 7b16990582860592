import { describe, expect, test } from '@jest/globals';
import type { InputName } from '../../../src/inputs/inputs.js';
import {
  conflict,
  invalid,
  missing,
  parseBoolean,
  parseChoice,
  parseId,
  parseNames,
  parseRequired,
  parseSeconds,
  parseWhole,
} from '../../../src/inputs/values.js';
import { failureOf } from '../../support/fake-ports.js';

describe('parseBoolean', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
  ])('The value %j is the boolean %s', (value, expected) => {
    expect(parseBoolean({ export_env: value }, 'export_env')).toBe(expected);
  });

  test('A boolean that is not set has its default', () => {
    expect([parseBoolean({}, 'export_env'), parseBoolean({}, 'allow_http')]).toEqual([true, false]);
  });

  test.each(['yes', 'no', '1', '0', 'on', 'tRUE', 'true false', 'true\n'])('The value %j is not a boolean', (value) => {
    expect(failureOf(() => parseBoolean({ allow_http: value }, 'allow_http'))).toEqual({
      code: 'input_invalid',
      message: `The input \`allow_http\` must be true or false, not "${value.trim()}".`,
    });
  });
});

describe('parseWhole', () => {
  const parse = (value: string) => parseWhole('retries', value, [1, 86_400]);

  test.each([
    ['1', 1],
    ['007', 7],
    ['120', 120],
    ['86400', 86_400],
  ])('The value %j is the number %d', (value, expected) => {
    expect(parse(value)).toBe(expected);
  });

  test('Zero is accepted if the bounds contain it', () => {
    expect(parseWhole('retries', '0', [0, 10])).toBe(0);
  });

  test.each([
    ...['0', '-1', '+1', '1.5', '86401', '1000000', '9999999999', '1e3', '0x10', '1 0', '١', 'Infinity', '2m', ''],
    'a minute',
  ])('The value %j is not a number from 1 to 86400', (value) => {
    expect(failureOf(() => parse(value))).toEqual({
      code: 'input_invalid',
      message: `The input \`retries\` must be a whole number from 1 to 86400, not "${value}".`,
    });
  });
});

describe('parseSeconds', () => {
  test('A number of seconds is at most a day', () => {
    const failure = failureOf(() => parseSeconds('timeout_seconds', '86401', 1));

    expect(parseSeconds('timeout_seconds', '86400', 1)).toBe(86_400);
    expect(failure.message).toContain('must be a whole number from 1 to 86400, not "86401"');
  });

  test('A number of seconds has the minimum of its input', () => {
    expect(parseSeconds('leeway_seconds', '0', 0)).toBe(0);
    expect(failureOf(() => parseSeconds('leeway_seconds', '-1', 0)).message).toContain('from 0 to 86400, not "-1"');
  });
});

describe('parseNames', () => {
  test.each<[what: string, value: string | undefined, names: string[]]>([
    ['that is not set is empty', undefined, []],
    ['may have one item', 'server', ['server']],
    ['may be separated by commas', 'server, username', ['server', 'username']],
    ['may have items with blanks and dots', 'server,auth.user name,x', ['server', 'auth.user name', 'x']],
    ['may be separated by line ends', 'server\nusername\r\nx\ry', ['server', 'username', 'x', 'y']],
    ['may mix commas and line ends', 'server,\n  username,\n', ['server', 'username']],
    ['of separators only is empty', ' , ,', []],
    ['is not separated by semicolons', 'a; b', ['a; b']],
  ])('A list %s', (_what, value, names) => {
    expect(parseNames(value === undefined ? {} : { plain_fields: value }, 'plain_fields')).toEqual(names);
  });
});

describe('parseChoice', () => {
  test.each(['one', 'two'])('The value %j is accepted as a choice of "one" and "two"', (value) => {
    expect(parseChoice('grant_type', value, ['one', 'two'])).toBe(value);
  });

  test.each([
    ['One', ['one', 'two'], 'must be one of one, two, not "One".'],
    ['x', ['one'], 'must be one, not "x".'],
  ])('The error about the value %j names the choices %j', (value, choices, reason) => {
    expect(failureOf(() => parseChoice('grant_type', value, choices))).toEqual({
      code: 'input_invalid',
      message: `The input \`grant_type\` ${reason}`,
    });
  });
});

describe('parseId', () => {
  test.each(['2kFmBSWjqxWEGarZC9kkeYOpgMD', 'my project', 'a.b', '...', 'ä', '50%'])(
    'The value %j is accepted as an ID',
    (id) => {
      expect(parseId('project_id', id)).toBe(id);
    },
  );

  test.each(['a/b', '/', 'a?b', 'a#b', '.', '..', 'a\nb', 'a\u0000b', 'a\u0007b', 'a\u007fb', 'a\ud800b'])(
    'The value %j is rejected as an ID',
    (id) => {
      const { code, message } = failureOf(() => parseId('user_id', id));

      expect(code).toBe('input_invalid');
      expect(message).toMatch(
        /^The input `user_id` is not an ID: ".*" contains a character that IDs do not contain\.$/,
      );
    },
  );
});

describe('The errors about inputs', () => {
  test('A required input that is set has its value', () => {
    expect(parseRequired({ client_id: 'c' }, 'client_id', 'a reason')).toBe('c');
  });

  test.each<[InputName, string]>([
    ['client_id', 'a reason'],
    ['url', 'another reason'],
  ])('The error about a missing %s names the input and the reason', (name, why) => {
    expect(failureOf(() => parseRequired({}, name, why))).toEqual({
      code: 'input_missing',
      message: `\`${name}\` is required: ${why}.`,
    });
  });

  test('An error about several missing inputs starts with their names', () => {
    expect(missing('`issuer` or `token_url`', 'a reason')).toMatchObject({
      code: 'input_missing',
      message: '`issuer` or `token_url` is required: a reason.',
    });
  });

  test('An error about a wrong input names the input and the reason', () => {
    expect(invalid('url', 'is odd')).toMatchObject({ code: 'input_invalid', message: 'The input `url` is odd.' });
  });

  test.each([
    [['a', 'b'], '`a` and `b` cannot be combined: a reason.'],
    [['a', 'b: x', 'c'], '`a`, `b: x` and `c` cannot be combined: a reason.'],
  ])('A conflict of %j names each input', (names, message) => {
    expect(conflict(names, 'a reason')).toMatchObject({ code: 'input_conflict', message });
  });
});
