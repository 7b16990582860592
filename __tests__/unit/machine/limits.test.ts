import { describe, expect, test } from '@jest/globals';
import { checkOutputSizes, checkVariableSizes, type VariableLimit } from '../../../src/machine/limits.js';
import { actionErrorOf, failureOf } from '../../support/fake-ports.js';
import { type Circumstances, publicationOf, type StepInputs } from '../../support/fetched-run.js';

const LINUX = { bytes: 128 * 1024 };
const WINDOWS = { characters: 32_767 };

describe('checkVariableSizes', () => {
  // "ABC=" and the NUL at the end take five bytes or characters.
  test.each<[string, VariableLimit, { fits: string; not: string }]>([
    ['bytes of ASCII on Linux', LINUX, { fits: 'x'.repeat(131_067), not: 'x'.repeat(131_068) }],
    ['bytes of letters outside ASCII on Linux', LINUX, { fits: `x${'ä'.repeat(65_533)}`, not: 'ä'.repeat(65_534) }],
    ['characters on Windows', WINDOWS, { fits: 'ä'.repeat(32_762), not: 'x'.repeat(32_763) }],
    ['UTF-16 units of surrogate pairs on Windows', WINDOWS, { fits: '😀'.repeat(16_381), not: '😀'.repeat(16_382) }],
  ])('The limit of one variable counts %s, with the name and the NUL at the end', (_unit, limit, { fits, not }) => {
    const check = (value: string) => () => checkVariableSizes([['ABC', value]], { limit, space: 2 ** 21 });

    expect(check(fits)).not.toThrow();
    expect(check(not)).toThrow(expect.objectContaining({ code: 'value_unsupported' }));
  });

  test.each<[string, VariableLimit, string]>([
    ['Linux', LINUX, '128 KiB'],
    ['Windows', WINDOWS, '32767 characters'],
  ])(
    'The error about a variable that is too large for %s names the variable and the limit, but no value',
    (_system, limit, most) => {
      const pairs = [
        ['A', 'small'],
        ['ABC', 'hunter2'.repeat(20_000)],
      ] as const;

      expect(failureOf(() => checkVariableSizes(pairs, { limit, space: 2 ** 21 }))).toEqual({
        code: 'value_unsupported',
        message: `The value of the variable ABC is larger than ${most}, the limit of this system for one variable`,
      });
    },
  );

  test('Variables that together exceed the space that is left are rejected', () => {
    const space = 1000;
    // "A=", the NUL and a pointer take eleven bytes.
    expect(() => checkVariableSizes([['A', 'x'.repeat(989)]], { limit: LINUX, space })).not.toThrow();
    expect(() => checkVariableSizes([['A', 'x'.repeat(990)]], { limit: LINUX, space })).toThrow(
      expect.objectContaining({
        code: 'value_unsupported',
        message: 'The variables are too large for the environment of a program: they need 1 KiB, and 1 KiB are left',
      }),
    );
  });

  test('Variables that together exceed the limit of one variable are accepted', () => {
    const pairs = [
      ['A', 'x'.repeat(100_000)],
      ['B', 'x'.repeat(100_000)],
    ] as const;

    expect(() => checkVariableSizes(pairs, { limit: LINUX, space: 2 ** 21 })).not.toThrow();
  });
});

describe('checkOutputSizes', () => {
  test.each([
    ['ASCII characters', 'x'.repeat(524_288), 'x'.repeat(524_289)],
    ['letters outside ASCII', 'ä'.repeat(524_288), 'ä'.repeat(524_289)],
    ['surrogate pairs', '😀'.repeat(262_144), '😀'.repeat(262_145)],
  ])('The limit of one output is 1 MiB in UTF-16 for %s', (_what, fits, not) => {
    expect(() =>
      checkOutputSizes([
        ['one', fits],
        ['other', fits],
      ]),
    ).not.toThrow();
    expect(() =>
      checkOutputSizes([
        ['a', 'b'],
        ['big', not],
      ]),
    ).toThrow(
      expect.objectContaining({
        code: 'value_unsupported',
        message: 'The value of the output big is larger than 1 MiB in UTF-16, the limit for the outputs of a job',
      }),
    );
  });
});

describe('The output `secrets` of a publication', () => {
  const HALF = 'x'.repeat(300_000);
  const only = (inputs: StepInputs) => ({ export_env: 'false', ...inputs });

  test('The output `secrets` is left out with a notice if it would be too large; the single outputs stay', () => {
    const { outputs, notices } = publicationOf(only({ secrets: 'a\nb' }), { a: HALF, b: HALF });

    expect(outputs.slice(2).map(([name]) => name)).toEqual(['a', 'b']);
    expect(notices).toEqual(['The output `secrets` is omitted, since it would be larger than 1 MiB in UTF-16.']);
  });

  test('The limit of the output `secrets` includes the characters of its JSON', () => {
    // {"a":""} takes eight characters.
    const sizeOf = (length: number) => publicationOf(only({ secrets: 'a' }), { a: 'x'.repeat(length) });

    expect(sizeOf(524_280).outputs.at(-1)).toEqual(['secrets', JSON.stringify({ a: 'x'.repeat(524_280) })]);
    expect(sizeOf(524_280).notices).toEqual([]);
    expect(sizeOf(524_281).outputs.at(-1)?.[0]).toBe('a');
  });

  test('The output `secrets` does not contain or count values that go to a file', () => {
    const values = { a: HALF, b: HALF, c: HALF };

    expect(publicationOf(only({ secrets: 'a\nb | @file\nc | @dotenv' }), values).outputs.at(-1)).toEqual([
      'secrets',
      JSON.stringify({ a: HALF }),
    ]);
  });

  test.each(['', 'a | @file', 'a | @dotenv'])(
    'The output `secrets` is not set if no value of the input %j is plain',
    (secrets) => {
      expect(publicationOf({ secrets }, { a: 'v-1' }).outputs.map(([name]) => name)).not.toContain('secrets');
    },
  );

  test('The output `secrets` can contain the names `__proto__` and `constructor`', () => {
    const values = { ['__proto__']: 'a-value', constructor: 'b-value' };

    expect(publicationOf(only({ secrets: '__proto__; constructor' }), values).outputs.at(-1)).toEqual([
      'secrets',
      '{"__proto__":"a-value","constructor":"b-value"}',
    ]);
  });
});

describe('The limits of a publication', () => {
  const BIG = 'x'.repeat(2000);
  const SMALL: Circumstances = { limit: { bytes: 1024 } };

  test.each<[string, StepInputs, Circumstances]>([
    ['A value', { secrets: 'a' }, SMALL],
    ['The token', { token_variable: 'T' }, { ...SMALL, token: BIG }],
    ['A variable of @aws', { secrets: 's3 | @aws' }, SMALL],
  ])('%s that is too large for a variable is accepted only with `export_env: false`', (_what, inputs, more) => {
    const values = { a: BIG, s3: { access_key: 'A', secret_key: BIG } };

    expect(() => publicationOf(inputs, values, more)).toThrow(/variable \w+(?: \(.*\))? is larger than 1 KiB/);
    expect(publicationOf({ ...inputs, export_env: 'false' }, values, more).variables).toEqual([]);
  });

  test.each<[string, string, [name: string, file: string]]>([
    ['a Secret', 'big | B', ['variable B (Secret "big", line 1)', 'NAME@file']],
    ['a Secret that a pattern matched', '\nb* | X_*', ['variable X_IG (Secret "big", line 2)', 'NAME_*@file']],
    ['a Secret that a pattern with two stars matched', 'b*g*', ['variable BIG (Secret "big", line 1)', '@file']],
    ['the second Secret', 'cfg.b | X\nbig | B', ['variable B (Secret "big", line 2)', 'NAME@file']],
    ['a field', 'cfg.a | A', ['variable A (Field "a" of Secret "cfg", line 1)', 'NAME@file']],
    ['a field of `.*`', '\n\ncfg.*', ['variable CFG_A (Field "a" of Secret "cfg", line 3)', 'NAME_*@file']],
    ['a variable of `@aws`', 's3 | @aws', ['variable AWS_SECRET_ACCESS_KEY (Secret "s3", line 1)', 'NAME@file']],
  ])(
    'The error about the size of %s names the Secret and the line, and recommends a file',
    (_what, secrets, [name, file]) => {
      const values = { big: BIG, cfg: { a: BIG, b: 'small' }, s3: { access_key: 'A', secret_key: BIG } };
      const { code, message, advice } = actionErrorOf(() => publicationOf({ secrets }, values, SMALL));

      expect({ code, message, advice }).toEqual({
        code: 'value_unsupported',
        message: `The value of the ${name} is larger than 1 KiB, the limit of this system for one variable`,
        advice: [`A file can contain it: write \`| ${file}\``],
      });
    },
  );

  test('The error about the size of an output names the Secret and the line, and recommends a file', () => {
    const secrets = 'a.b | B';
    const inputs = { secrets, export_env: 'false' };
    const { message, advice } = actionErrorOf(() => publicationOf(inputs, { a: { b: 'x'.repeat(600_000) } }));

    expect({ message, advice }).toEqual({
      message:
        'The value of the output B (Field "b" of Secret "a", line 1) is larger than 1 MiB in UTF-16, the limit for the outputs of a job',
      advice: ['A file can contain it: write `| NAME@file`'],
    });
  });

  test.each<[string, StepInputs, Circumstances]>([
    ['The token', { token_variable: 'T' }, { ...SMALL, token: BIG }],
    ['Variables that are too large together', { secrets: 'a', token_variable: 'none' }, { space: 100 }],
  ])('%s cannot be written to a file, so the error does not recommend one', (_what, inputs, more) => {
    expect(actionErrorOf(() => publicationOf(inputs, { a: BIG }, more))).toMatchObject({
      code: 'value_unsupported',
      advice: [],
    });
  });

  test('A value that is too large for an output can be written to a file', () => {
    const values = { a: 'x'.repeat(600_000) };

    expect(() => publicationOf({ secrets: 'a', export_env: 'false' }, values)).toThrow(
      'output a (Secret "a", line 1) is larger',
    );
    expect(publicationOf({ secrets: 'a | @file' }, values).files).toEqual([
      { path: 'A', content: Buffer.from(values.a) },
    ]);
    expect(publicationOf({ secrets: 'a | @dotenv' }, values).files).toEqual([
      expect.objectContaining({ path: 'secrets.env', content: `A='${values.a}'\n` }),
    ]);
  });
});
