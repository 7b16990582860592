import { describe, expect, jest, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';
import { formatDotenv, formatEnvFile } from '../../../src/formats/dotenv.js';

/** The error of a formatter for a value that it rejects. */
function errorOf(format: typeof formatDotenv, name: string, value: string): ActionError {
  try {
    format([[name, value]]);
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(value)} was not rejected`);
}

test('A dotenv file and an env-file without variables are empty', () => {
  expect([formatDotenv([]), formatEnvFile([])]).toEqual(['', '']);
});

describe('formatDotenv', () => {
  test('A dotenv file has a line for each variable, in their order', () => {
    expect(
      formatDotenv([
        ['B', 'x'],
        ['A', ''],
      ]),
    ).toBe("B='x'\nA=''\n");
  });

  test.each([
    ['a word', 'correct-horse', "'correct-horse'"],
    ['an empty text', '', "''"],
    ['blanks at both ends', ' \ta b\t ', "' \ta b\t '"],
    ['newlines', '-----BEGIN\nabc\n-----END\n', "'-----BEGIN\nabc\n-----END\n'"],
    ['a double quote', '{"a":"b"}', `'{"a":"b"}'`],
    ['what a shell would run or expand', '$HOME `id` $(id) $1 ${ !!', "'$HOME `id` $(id) $1 ${ !!'"],
    ['braces that are not a variable for Python', `\${a:b} $ {x} {x}`, `'\${a:b} $ {x} {x}'`],
    ['a comment', 'a #b', "'a #b'"],
    ['an assignment', 'x\nA=y', "'x\nA=y'"],
    ['single backslashes', String.raw`C:\new\temp\r`, String.raw`'C:\new\temp\r'`],
    ['text that is not ASCII', 'é😀\u0085\u2028\ufeff', "'é😀\u0085\u2028\ufeff'"],
    ['control characters', '\u0001\u001b\u007f', "'\u0001\u001b\u007f'"],
    ['a single quote', "it's", `"it's"`],
    ['a single quote and newlines', "it's\nso\n", `"it's\nso\n"`],
    ['a single quote and harmless dollars', "it's $ $. $% $", `"it's $ $. $% $"`],
    ['a single quote and harmless backslashes', String.raw`it's \d \( \0`, String.raw`"it's \d \( \0"`],
    [
      'a single quote and characters that are special only without quotes',
      "it's #1 = !! ~ * ? | & ; < >",
      `"it's #1 = !! ~ * ? | & ; < >"`,
    ],
  ])('A dotenv file contains %s exactly: %j', (_what, value, quoted) => {
    expect(formatDotenv([['A', value]])).toBe(`A=${quoted}\n`);
  });

  test.each([
    ['a carriage return', 'a\rb', /carriage return, which the dotenv packages of npm and PyPI read as a newline/],
    ['CRLF', 'a\r\nb', /carriage return/],
    ['a name in braces', `a\${X}`, /python-dotenv expands/],
    ['empty braces', `a\${}`, /python-dotenv expands/],
    ['braces over two lines', `\${\n}`, /python-dotenv expands/],
    ['a name with a default', `\${X:-y:z}`, /python-dotenv expands/],
    ['two backslashes', String.raw`\\server\share`, /two backslashes in a row, which python-dotenv reads as one/],
    ['a backslash at the end', 'a\\', /ends with a backslash, after which python-dotenv/],
    ['both quotes', `it's "so"`, /both kinds of quotes, and npm's dotenv has no escape/],
    ['a single quote and a backtick', "it's `id`", /a single quote and a backtick, which starts a command for bash/],
    ...['x', '_', '1', '(', '{a', '$', '!', '?', '#', '*', '@', '-', '[', 'é', '😀'].map(
      (next) => [`a single quote and $${next}`, `'$${next}`, /a \$ that bash would expand/] as const,
    ),
    ...['n', 'r', 't', 'a', 'b', 'f', 'v', "'", '$', '\n'].map(
      (next) =>
        [`a single quote and a backslash before ${JSON.stringify(next)}`, `'\\${next}`, /escape|expand/] as const,
    ),
    ['a single quote, a backslash and DEL', "'\\ \u007f", /DEL/],
    ['a NUL', 'a\0', /NUL/],
    ['an unpaired surrogate', '\ud800', /unpaired surrogate/],
    ['more than 8,000,000 characters', 'x'.repeat(8_000_001), /which npm's dotenv cannot read/],
  ])('A dotenv file cannot contain %s', (_what, value, why) => {
    expect(errorOf(formatDotenv, 'DB_PASSWORD', value).message).toMatch(why);
  });

  test.each(['UID', 'RANDOM', 'OPTIND', '_'])(
    'A dotenv file cannot contain the variable %s, which a shell sets itself',
    (name) => {
      expect(errorOf(formatDotenv, name, 'x').message).toMatch(/bash or dash sets a variable with this name/);
    },
  );

  test("A dotenv file cannot contain the variable __proto__, which npm's dotenv loses", () => {
    expect(errorOf(formatDotenv, '__proto__', 'x').message).toMatch(/npm's dotenv loses/);
  });
});

describe('formatEnvFile', () => {
  test('An env-file has a line for each variable, in their order, without quotes or escapes', () => {
    expect(
      formatEnvFile([
        ['B', ` "it's" \\ \${X} #\r. é`],
        ['A', ''],
        ['UID', '1'],
      ]),
    ).toBe(`B= "it's" \\ \${X} #\r. é\nA=\nUID=1\n`);
  });

  test('An env-file has lines of up to 65,535 bytes', () => {
    expect(formatEnvFile([['AB', 'x'.repeat(65_532)]])).toHaveLength(65_536);
    expect(errorOf(formatEnvFile, 'AB', 'x'.repeat(65_533)).message).toMatch(/a line longer than the 65,535 bytes/);
    expect(errorOf(formatEnvFile, 'AB', 'é'.repeat(32_767)).message).toMatch(/a line longer than the 65,535 bytes/);
  });

  test.each([
    ['a newline', 'a\nb', /contains a newline, and docker has no quotes for it/],
    ['a newline at the end', 'a\n', /newline/],
    ['a carriage return at the end', 'a\r', /ends with a carriage return, which docker/],
    ['a NUL', 'a\0', /NUL/],
    ['an unpaired surrogate', '\udc00', /unpaired surrogate/],
  ])('An env-file cannot contain %s', (_what, value, why) => {
    expect(errorOf(formatEnvFile, 'DB_PASSWORD', value).message).toMatch(why);
  });
});

describe('The expressions of formatDotenv', () => {
  const PARTS = ['${', '${:-', '${a:b', '\\d', '\u007f', '$ ', '`', '"', '\r', 'x'];
  const values = PARTS.flatMap((part) => ['', "'"].map((start) => start + part.repeat(1000)));

  /** Each expression that was tested, and the length of the text. */
  function testsOf(value: string): { source: string; length: number }[] {
    const tested = jest.spyOn(RegExp.prototype, 'test');
    try {
      formatDotenv([['A', value]]);
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
    }
    const tests = tested.mock.calls.map(([text], n) => ({
      source: String(tested.mock.contexts[n]),
      length: text.length,
    }));
    tested.mockRestore();
    return tests;
  }

  test('The expressions read a long value at most twelve times, whatever the value contains', () => {
    const lengthOf = (value: string) => testsOf(value).reduce((sum, { length }) => sum + length, 0);
    const long = [...values, ...values.map((value) => `${value}:x}`)];

    expect(long.filter((value) => lengthOf(value) > 12 * value.length)).toEqual([]);
  });

  test('No expression that starts at every character repeats anything', () => {
    const sources = new Set(values.flatMap(testsOf).map(({ source }) => source));
    const repeating = [...sources].filter((source) => /[*+{]/.test(source.replace(/\\.|\[(?:\\.|[^\]])*\]/g, '')));

    expect(sources.size).toBeGreaterThan(6);
    expect(repeating.filter((source) => !source.startsWith('/^'))).toEqual([]);
  });
});

describe('The errors of formatDotenv and formatEnvFile', () => {
  test.each([
    ['@dotenv', formatDotenv],
    ['@env-file', formatEnvFile],
  ])('An error of %s names the variable and the advice, never the value', (sink, format) => {
    const error = errorOf(format, 'DB_PASSWORD', 'correct-horse\0battery');

    expect(error.code).toBe('value_unsupported');
    expect(error.message).toBe(
      `\`${sink}\`: the value of DB_PASSWORD contains a NUL character, which a variable cannot contain.`,
    );
    expect(error.advice.join()).toMatch(/`@file`/);
  });

  test('If one value is rejected, no file is written', () => {
    expect(() =>
      formatDotenv([
        ['A', 'x'],
        ['B', '\r'],
      ]),
    ).toThrow(/the value of B /);
  });
});
