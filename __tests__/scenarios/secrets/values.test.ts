import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { exampleProject, type JsonValue, type Setting, secret } from '../../../emulator/chariot/index.js';
import {
  failure,
  judge,
  LOGGED_IN,
  listed,
  runJob,
  success,
  TOKEN_OUTPUTS,
} from '../../../harness/jobs/chariot-job.js';

const DECRYPTED = `Decrypted 1 Secret of project "${exampleProject.id}".`;

/** Runs a step that fetches one Secret with this value, written in JSON as `valueText` says. */
function fetchValue(value: JsonValue, valueText?: string, secrets = 'value') {
  const setting = secret('value', value);
  const settings: Setting[] = [valueText === undefined ? setting : { ...setting, valueText }];
  return runJob({ settings, inputs: { secrets } });
}

/** Runs a step that selects every field of one Secret. */
const fetchFields = (value: JsonValue, valueText?: string) => fetchValue(value, valueText, 'value.*');

/** The verdict on a step that gave out the Secret as this text, in these variables. */
function exported(text: string, variables: Record<string, string>, ...warnings: string[]) {
  return success({
    log: [
      LOGGED_IN,
      DECRYPTED,
      ...warnings.map((warning) => `Warning: ${warning}`),
      ...listed('Outputs: bearer_token, token_type, expires_in, expires_at, value, secrets.'),
      ...listed(`Variables: ${['CHARIOT_TOKEN', ...Object.keys(variables)].join(', ')}.`),
    ],
    variables: { CHARIOT_TOKEN: '<token>', ...variables },
    outputs: { ...TOKEN_OUTPUTS, value: text, secrets: JSON.stringify({ value: text }) },
  });
}

/** The verdict on a step that exported every field of the Secret, by the names of the outputs. */
function exportedFields(outputs: Record<string, string>, ...notices: string[]) {
  const names = Object.keys(outputs);
  const pairs = names.map((name) => [name.toUpperCase().replaceAll('-', '_'), outputs[name] ?? ''] as const);
  return success({
    log: [
      LOGGED_IN,
      ...notices.filter((line) => line.startsWith('Notice: ')),
      DECRYPTED,
      ...notices.filter((line) => line.startsWith('Warning: ')),
      ...listed(`Outputs: bearer_token, token_type, expires_in, expires_at, ${names.join(', ')}, secrets.`),
      ...listed(`Variables: ${['CHARIOT_TOKEN', ...pairs.map(([name]) => name)].join(', ')}.`),
    ],
    variables: { CHARIOT_TOKEN: '<token>', ...Object.fromEntries(pairs) },
    outputs: { ...TOKEN_OUTPUTS, ...outputs, secrets: JSON.stringify(outputs) },
  });
}

describe('A text is exported byte for byte, and its lines are masked', () => {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const lines = Array.from({ length: 100 }, () => randomBytes(768).toString('base64'));
  test.each([
    ['lines', 'first line of it\nsecond line of it'],
    ['newlines around it', '\n\nfirst line of it\n\nsecond line of it\n'],
    ['CRLF', 'first line of it\r\nsecond line of it\r\n'],
    ['a lone CR', 'first half of it\rsecond half of it'],
    ['blanks around it', '  \t value with blanks \u00a0 '],
    ['percent signs', '%0A50%25 %0D%3A 100%'],
    ['a command', '::add-mask::some value'],
    ['a command behind CR', 'first half\r::set-output name=value::forged'],
    ['a command anywhere in a line', 'first half ##[add-mask]second half'],
    ['quotes', `it's "quoted" \`so\` and so`],
    ['backslashes', String.raw`C:\new\tq7z\x41\\server`],
    ['what a shell expands', `$HOME $(id) \`id\` \${PATH} !! *?`],
    ['what the runner expands', `\${{ secrets.GITHUB_TOKEN }} \${{ github.token }}`],
    ['emoji', 'key 🔑 and family 👩‍👩‍👧‍👦'],
    ['letters beyond ASCII', 'Ünïcödé, 日本語, עברית'],
    ['U+2028 and U+0085', 'first\u2028second\u0085third'],
    ['a byte order mark', '\ufeffvalue behind it'],
    ['what HTML escapes', '<a href="x">&amp;</a>'],
    ['a delimiter of the file', 'ghadelimiter_00000000-0000-4000-8000-000000000000\nVALUE<<ENDED\nforged\nENDED'],
    ['another pair of the file', 'first line\nNODE_OPTIONS=--require=/tmp/x'],
    ['a user and a password', 'https://octocat:password-of-octocat@example.com/?a=b&c=d'],
    ['a PEM key', privateKey],
    ['100 KB in one line', lines.join('').slice(0, 100 * 1024)],
    ['100 KB in 100 lines', lines.join('\n')],
    ['JSON that is an array', '["first of them","second of them"]'],
    ['JSON that is broken', '{"password": "first of them"'],
  ])('The text with %s is exported unchanged', async (_name, value) => {
    const many = 'Secret "value" needs more than 5,000 masks. Some of its encoded forms or lines are not masked.';
    const warnings = value.split('\n').length > 50 ? [many] : [];

    expect(judge(await fetchValue(value), [value])).toEqual(exported(value, { VALUE: value }, ...warnings));
  });

  test.each(['\u0301value behind a mark', '\u0301%0Avalue 50%25', 'first line of it\n\u0e49second line of it'])(
    'A text with a line that starts with a combining mark is exported unchanged: %j',
    async (value) => {
      const expected = exported(value, { VALUE: value });
      const [first = '', ...others] = expected.log;

      // The command for weaker runners is a line of the log here: by then its secret is masked. The second line masks the text
      // as `printf %q` of bash writes it.
      expect(judge(await fetchValue(value), [value])).toEqual({
        ...expected,
        log: [first, '::add-mask::***', '::add-mask::***', ...others],
      });
    },
  );
});

describe('A structured value', () => {
  const fields = {
    user: 'octocat@example.com',
    password: 'p"a\\ss\nw/ö&rd',
    nested: { deep: { key: 'value deep inside' } },
  };
  const outputs = {
    'value-user': fields.user,
    'value-password': fields.password,
    'value-nested-deep-key': 'value deep inside',
  };
  const secrets = Object.values(outputs);
  const FORMS: [string, JsonValue, string][] = [
    ['an object', fields, JSON.stringify(fields)],
    ['JSON in a string', JSON.stringify(fields), JSON.stringify(fields)],
    ['pretty JSON in a string', JSON.stringify(fields, null, 2), JSON.stringify(fields, null, 2)],
  ];

  test.each(FORMS)('A value that is %s is exported as one text', async (_name, value, text) => {
    expect(judge(await fetchValue(value), [text, ...secrets])).toEqual(exported(text, { VALUE: text }));
  });

  test.each(FORMS)('Every field of %s is exported', async (_name, value, text) => {
    expect(judge(await fetchFields(value), [text, ...secrets])).toEqual(exportedFields(outputs));
  });

  test('A JSON text in a field has fields only if the line names the field', async () => {
    const inner = JSON.stringify({ password: 'value deep inside' });
    const value = { config: inner };
    const config = await fetchValue(value, undefined, 'value.config.*');

    expect(judge(await fetchFields(value), ['value deep inside', inner])).toEqual(
      exportedFields({ 'value-config': inner }),
    );
    expect(judge(config, ['value deep inside', inner])).toEqual(
      exportedFields({ 'value-config-password': 'value deep inside' }),
    );
  });

  test('Arrays are exported as JSON, numbers and booleans unchanged, null as an empty text with a notice', async () => {
    const value = {
      list: ['one of the list', { a: 'two of the list' }],
      port: 54321,
      tls: true,
      none: null,
      empty: '',
      object: {},
    };
    const list = '["one of the list",{"a":"two of the list"}]';
    const unmasked =
      'Warning: Field "tls" of Secret "value" is empty, blank or only JSON syntax (such as a boolean), so it cannot be masked.';

    expect(judge(await fetchFields(value), ['one of the list', 'two of the list', '54321', list])).toEqual(
      exportedFields(
        {
          'value-list': list,
          'value-port': '54321',
          'value-tls': 'true',
          'value-none': '',
          'value-empty': '',
          'value-object': '{}',
        },
        'Notice: `secrets`, line 1: these fields of Secret "value" are empty: "none", "empty".',
        unmasked,
      ),
    );
  });

  test.each<[string, JsonValue]>([
    ['a text', 'a text without fields'],
    ['an array', ['a text without fields']],
    ['an empty object', {}],
  ])('Every field of %s is an error that says to remove the `.*`', async (_what, value) => {
    expect(judge(await fetchFields(value), ['a text without fields'])).toEqual(
      failure(
        'field_not_found',
        {
          what: '`secrets`, line 1: Secret "value" has no fields, so its value is one text.',
          advice: 'Remove the `.*`.',
        },
        LOGGED_IN,
      ),
    );
  });

  test('A field that a line names and that is null is an error, unless the line is optional', async () => {
    const value = { none: null, password: 'value of the password' };
    const refused = await fetchValue(value, undefined, 'value.none');

    expect(judge(refused, ['value of the password'])).toMatchObject({
      exitCode: 1,
      outputs: { error_code: 'field_not_found' },
      variables: {},
      problems: [],
    });
    expect(judge(await fetchValue(value, undefined, 'value.none?'), ['value of the password'])).toMatchObject({
      exitCode: 0,
      variables: { CHARIOT_TOKEN: '<token>' },
      problems: [],
    });
  });

  test('User and password are masked in the form of a Basic header', async () => {
    const job = await fetchValue({ username: 'octocat', password: 'password-of-octocat' });
    const basic = Buffer.from('octocat:password-of-octocat').toString('base64');

    expect(job.log.masker.mask(`Authorization: Basic ${basic}`)).toBe('Authorization: Basic ***');
  });

  test('An empty field causes no warning, a short one does', async () => {
    const job = await fetchValue({ user: '', pin: '123', password: 'password-of-octocat' });

    expect(judge(job, ['password-of-octocat']).log.filter((line) => line.startsWith('Warning'))).toEqual([
      'Warning: Field "pin" of Secret "value" has fewer than four characters, or only such lines. Its mask hides them everywhere in the log.',
    ]);
  });
});

describe('A value that cannot be masked properly is exported with a warning', () => {
  const empty = 'Secret "value" is empty, blank or only JSON syntax (such as a boolean), so it cannot be masked.';
  const short =
    'Secret "value" has fewer than four characters, or only such lines. Its mask hides them everywhere in the log.';
  test.each<[JsonValue, string, string]>([
    ['', '', empty],
    [' \n\t ', ' \n\t ', empty],
    [true, 'true', empty],
    [[], '[]', empty],
    ['XYZ', 'XYZ', short],
    ['🔑🔑', '🔑🔑', short],
    ['XYZ\nQ', 'XYZ\nQ', short],
    [42, '42', short],
  ])('The value %j causes a warning', async (value, text, warning) => {
    expect(judge(await fetchValue(value))).toEqual(exported(text, { VALUE: text }, warning));
  });

  test('A value of four characters is masked without a warning', async () => {
    const job = await fetchValue('4711');

    expect(judge(job, ['4711'])).toEqual(exported('4711', { VALUE: '4711' }));
  });
});

describe('Numbers', () => {
  test.each(['12345678901234567890', '0.1234567890123456789', '10.0'])(
    'The number %s is exported unchanged',
    async (written) => {
      const alone = await fetchValue(0, written);
      const field = await fetchFields(0, `{"number":${written}}`);
      const whole = await fetchValue(0, `{ "number": ${written} }`);

      expect(judge(alone).variables).toEqual({ CHARIOT_TOKEN: '<token>', VALUE: written });
      expect(judge(field).variables).toEqual({ CHARIOT_TOKEN: '<token>', VALUE_NUMBER: written });
      expect(judge(whole).variables).toEqual({ CHARIOT_TOKEN: '<token>', VALUE: `{"number":${written}}` });
      expect(whole.outputs.get('value')).toBe(`{"number":${written}}`);
      expect(judge(alone, [written]).problems).toEqual([]);
    },
  );
});

describe('A value that no later step could use', () => {
  const NUL = 'contains a NUL character, which no variable can contain';
  const inFile = (target: string) => `Only a file can contain it: write \`| ${target}\`.`;

  test.each([
    ['"value with \\u0000 within"', 'value', `Secret "value" ${NUL}`, inFile('NAME@file'), DECRYPTED],
    [
      '{"a":{"b":"value with \\u0000"}}',
      'value.a.b',
      `Field "a.b" of Secret "value" ${NUL}`,
      inFile('NAME@file'),
      DECRYPTED,
    ],
    [
      '{"a":{"b":"value with \\u0000"}}',
      'value.*',
      `Field "a.b" of Secret "value" ${NUL}`,
      inFile('NAME_*@file'),
      DECRYPTED,
    ],
    [
      '"value with \\ud800 within"',
      'value',
      'Secret "value" contains an unpaired surrogate (invalid Unicode), which cannot be written to a file',
    ],
  ])('The value %s is rejected by the line %s', async (valueText, line, ...[message, advice, ...before]) => {
    expect(judge(await fetchValue('', valueText, line), ['value with ', ' within'])).toEqual(
      failure('value_unsupported', { what: `${message}.`, advice }, LOGGED_IN, ...before),
    );
  });

  // The limit of Linux; macOS has none for one variable, Windows another.
  const most = 128 * 1024 - 'VALUE=\0'.length;
  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('A value that is one byte larger than a variable may be is rejected', async () => {
    const value = randomBytes(most)
      .toString('base64')
      .slice(0, most + 1);
    const job = await fetchValue(value);

    expect(judge(job, [value])).toEqual(
      failure(
        'value_unsupported',
        {
          what: 'The value of the variable VALUE (Secret "value", line 1) is larger than 128 KiB, the limit of this system for one variable.',
          advice: 'A file can contain it: write `| NAME@file`.',
        },
        LOGGED_IN,
        DECRYPTED,
      ),
    );
    expect(spawnSync(process.execPath, ['-v'], { env: { VALUE: value } }).error).toMatchObject({ code: 'E2BIG' });
  });

  onLinux('A value as large as a variable may be is exported, and a process can start with it', async () => {
    const value = randomBytes(most).toString('base64').slice(0, most);
    const job = await fetchValue(value);

    expect(judge(job, [value]).variables['VALUE']).toBe(value);
    expect(spawnSync(process.execPath, ['-v'], { env: { VALUE: value } }).status).toBe(0);
  });

  test('With `export_env: false`, a value that is too large for a variable is an output', async () => {
    const value = randomBytes(150 * 1024).toString('base64');
    const inputs = { secrets: 'value', export_env: 'false' };
    const job = await runJob({ settings: [secret('value', value)], inputs });

    expect(judge(job, [value])).toMatchObject({ exitCode: 0, variables: {}, problems: [] });
    expect(job.outputs.get('value')).toBe(value);
  });
});
