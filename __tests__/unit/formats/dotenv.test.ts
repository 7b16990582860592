import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/errors.js';
import { formatDotenv, formatEnvFile } from '../../../src/formats/dotenv.js';

/** What a formatter says of a value that it refuses. */
function refusal(format: typeof formatDotenv, name: string, value: string): ActionError {
  try {
    format([[name, value]]);
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(value)} was not refused`);
}

test('a file of no variable is empty', () => {
  expect([formatDotenv([]), formatEnvFile([])]).toEqual(['', '']);
});

describe('a dotenv file', () => {
  test('has a line for each variable, in their order', () => {
    expect(
      formatDotenv([
        ['B', 'x'],
        ['A', ''],
      ]),
    ).toBe("B='x'\nA=''\n");
  });

  test.each([
    ['a word', 'correct-horse', "'correct-horse'"],
    ['nothing', '', "''"],
    ['blanks around', ' \ta b\t ', "' \ta b\t '"],
    ['newlines', '-----BEGIN\nabc\n-----END\n', "'-----BEGIN\nabc\n-----END\n'"],
    ['a double quote', '{"a":"b"}', `'{"a":"b"}'`],
    ['what a shell would run or expand', '$HOME `id` $(id) $1 ${ !!', "'$HOME `id` $(id) $1 ${ !!'"],
    ['braces without a variable for Python', `\${a:b} $ {x} {x}`, `'\${a:b} $ {x} {x}'`],
    ['a comment', 'a #b', "'a #b'"],
    ['an assignment', 'x\nA=y', "'x\nA=y'"],
    ['single backslashes', String.raw`C:\new\temp\r`, String.raw`'C:\new\temp\r'`],
    ['text beyond ASCII', 'é😀\u0085\u2028\ufeff', "'é😀\u0085\u2028\ufeff'"],
    ['control characters', '\u0001\u001b\u007f', "'\u0001\u001b\u007f'"],
    ['a single quote', "it's", `"it's"`],
    ['a single quote and newlines', "it's\nso\n", `"it's\nso\n"`],
    ['a single quote and harmless dollars', "it's $ $. $% $", `"it's $ $. $% $"`],
    ['a single quote and harmless backslashes', String.raw`it's \d \( \0`, String.raw`"it's \d \( \0"`],
    ['a single quote and what is special elsewhere', "it's #1 = !! ~ * ? | & ; < >", `"it's #1 = !! ~ * ? | & ; < >"`],
  ])('holds %s: %j', (_what, value, quoted) => {
    expect(formatDotenv([['A', value]])).toBe(`A=${quoted}\n`);
  });

  test.each([
    ['a carriage return', 'a\rb', /carriage return, which the dotenv packages of npm and PyPI read as a newline/],
    ['CRLF', 'a\r\nb', /carriage return/],
    ['a name in braces', `a\${X}`, /python-dotenv expands/],
    ['braces with nothing', `a\${}`, /python-dotenv expands/],
    ['braces over two lines', `\${\n}`, /python-dotenv expands/],
    ['a name with a default', `\${X:-y:z}`, /python-dotenv expands/],
    ['two backslashes', String.raw`\\server\share`, /two backslashes in a row, of which python-dotenv reads one/],
    ['a backslash at the end', 'a\\', /ends in a backslash, by which python-dotenv/],
    ['both quotes', `it's "so"`, /both kinds of quotes, of which npm's dotenv/],
    ['a single quote and a backtick', "it's `id`", /a single quote and a backtick, which bash would run/],
    ...['x', '_', '1', '(', '{a', '$', '!', '?', '#', '*', '@', '-', '[', 'é', '😀'].map(
      (next) => [`a single quote and $${next}`, `'$${next}`, /a \$ that bash would expand/] as const,
    ),
    ...['n', 'r', 't', 'a', 'b', 'f', 'v', "'", '$', '\n'].map(
      (next) =>
        [`a single quote and a backslash before ${JSON.stringify(next)}`, `'\\${next}`, /escape|expand/] as const,
    ),
    ['a single quote, a backslash and DEL', "'\\ \u007f", /DEL/],
    ['a NUL', 'a\0', /NUL/],
    ['half a character', '\ud800', /half a character/],
    ['more than npm can read', 'x'.repeat(8_000_001), /more than 8,000,000 characters, at which npm's dotenv fails/],
  ])('does not hold %s', (_what, value, why) => {
    expect(refusal(formatDotenv, 'DB_PASSWORD', value).message).toMatch(why);
  });

  test.each(['UID', 'RANDOM', 'OPTIND', '_'])('has no variable %s, which a shell sets itself', (name) => {
    expect(refusal(formatDotenv, name, 'x').message).toMatch(/bash or dash sets a variable of this name/);
  });

  test("has no variable __proto__, which npm's dotenv loses", () => {
    expect(refusal(formatDotenv, '__proto__', 'x').message).toMatch(/npm's dotenv loses/);
  });
});

describe('an env-file', () => {
  test('has a line for each variable, in their order, as it is', () => {
    expect(
      formatEnvFile([
        ['B', ` "it's" \\ \${X} #\r. é`],
        ['A', ''],
        ['UID', '1'],
      ]),
    ).toBe(`B= "it's" \\ \${X} #\r. é\nA=\nUID=1\n`);
  });

  test('has lines of up to 65,535 bytes', () => {
    expect(formatEnvFile([['AB', 'x'.repeat(65_532)]])).toHaveLength(65_536);
    expect(refusal(formatEnvFile, 'AB', 'x'.repeat(65_533)).message).toMatch(/a line longer than the 65,535 bytes/);
    expect(refusal(formatEnvFile, 'AB', 'é'.repeat(32_767)).message).toMatch(/a line longer than the 65,535 bytes/);
  });

  test.each([
    ['a newline', 'a\nb', /holds a newline, and docker knows no quotes/],
    ['a newline at the end', 'a\n', /newline/],
    ['a carriage return at the end', 'a\r', /ends in a carriage return, which docker/],
    ['a NUL', 'a\0', /NUL/],
    ['half a character', '\udc00', /half a character/],
  ])('does not hold %s', (_what, value, why) => {
    expect(refusal(formatEnvFile, 'DB_PASSWORD', value).message).toMatch(why);
  });
});

test('a long value takes no long time, whatever it holds', () => {
  const parts = ['${', '${:-', '${a:b', '\\d', '\u007f', '$ '];
  const values = parts.flatMap((part) => ['', "'"].map((start) => start + part.repeat(200_000)));
  const start = performance.now();
  for (const value of [...values, ...values.map((long) => `${long}:x}`)]) {
    try {
      formatDotenv([['A', value]]);
    } catch (error) {
      expect(error).toBeInstanceOf(ActionError);
    }
  }

  expect(performance.now() - start).toBeLessThan(5000);
});

describe('a refusal', () => {
  test.each([
    ['@dotenv', formatDotenv],
    ['@env-file', formatEnvFile],
  ])('of %s names the variable and the way out, never the value', (sink, format) => {
    const error = refusal(format, 'DB_PASSWORD', 'correct-horse\0battery');

    expect(error.code).toBe('value_unsupported');
    expect(error.message).toBe(`\`${sink}\`: the value of DB_PASSWORD holds a NUL character, which no variable can.`);
    expect(error.advice).toMatch(/`@file`/);
  });

  test('leaves no text, though other values could be written', () => {
    expect(() =>
      formatDotenv([
        ['A', 'x'],
        ['B', '\r'],
      ]),
    ).toThrow(/the value of B /);
  });
});
