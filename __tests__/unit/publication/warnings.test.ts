import { describe, expect, test } from '@jest/globals';
import { publicLines } from '../../../src/publication/readable.js';
import {
  ageNotices,
  cannotBeMasked,
  isEmptyField,
  maskWarnings,
  rotationWarnings,
} from '../../../src/publication/warnings.js';
import { NOW } from '../../support/fake-ports.js';
import { publicationOf, resultsOf, type StepInputs, stepOf, type Values } from '../../support/fetched-run.js';

const LOGIN = { server: 'gh', username: 'u', auth: { token: 'xy', pin: 'long-enough' } };

function resultsFor(inputs: StepInputs, values: Values) {
  const settings = stepOf(inputs);
  return { results: resultsOf(settings, values), plain: settings.plainFields };
}

const warningsOf = (inputs: StepInputs, values: Values) => {
  const { results, plain } = resultsFor(inputs, values);
  return maskWarnings(results, plain);
};

const OPEN = 'Secret "db" contains lines or items of fewer than four characters, which are not masked.';
const SHORT = (who: string) =>
  `${who} has fewer than four characters, or only such lines. Its mask hides them everywhere in the log.`;
const UNMASKED = (who: string) =>
  `${who} is empty, blank or only JSON syntax (such as a boolean), so it cannot be masked.`;

describe('maskWarnings and nameWarnings', () => {
  test.each<[string, unknown, string[]]>([
    ['a short value', 'abc', [SHORT('Secret "db"')]],
    ['a short number', 7, [SHORT('Secret "db"')]],
    ['a value with only short lines', 'ab\ncd\n', [SHORT('Secret "db"')]],
    ['a short field, by its name', { user: 'u', password: 'long-enough' }, [SHORT('Field "user" of Secret "db"')]],
    ['a short nested field', { a: { pin: 123 } }, [SHORT('Field "a.pin" of Secret "db"')]],
    ['an empty value', '', [UNMASKED('Secret "db"')]],
    ['a blank value', ' \n ', [UNMASKED('Secret "db"')]],
    ['a boolean', 'true', [UNMASKED('Secret "db"')]],
    ['four characters, which need none,', 'abcd', []],
    ['a short line beside a longer one', 'longer line\nab', [OPEN]],
    ['a short item beside a longer one', '["longer item","ab"]', [OPEN]],
    ['empty and boolean fields, which need none,', { user: '', tls: true, note: null, password: 'long-enough' }, []],
    ['an empty object', {}, [UNMASKED('Secret "db"')]],
  ])('There is a complete warning for %s', (_what, value, expected) => {
    expect(warningsOf({ secrets: 'db' }, { db: value })).toEqual(expected);
  });

  test('There is a warning for a short decoded text, but not for bytes', () => {
    expect(warningsOf({ secrets: 'db | hex' }, { db: '6162' })).toEqual([SHORT('Secret "db"')]);
    expect(warningsOf({ secrets: 'db | hex | @file' }, { db: 'ff' })).toEqual([]);
  });

  test('There is one warning for a value, even if several lines use it', () => {
    expect(warningsOf({ secrets: 'db\ndb | X\ndb | F@file\ndb | Y' }, { db: 'abc' })).toEqual([SHORT('Secret "db"')]);
  });

  test.each<[string, StepInputs, string[]]>([
    ['a target that changes how later steps run', { secrets: 'db | LD_PRELOAD' }, ['LD_PRELOAD']],
    ['such a target in another case', { secrets: 'db | https_proxy' }, ['https_proxy']],
    ['such a variable for the token', { secrets: 'db', token_variable: 'GITHUB_TOKEN' }, ['GITHUB_TOKEN']],
    ['both', { secrets: 'db | PATH', token_variable: 'GITHUB_TOKEN' }, ['GITHUB_TOKEN', 'PATH']],
    [
      'none of them with `export_env: false`',
      { secrets: 'db | PATH', token_variable: 'GITHUB_TOKEN', export_env: 'false' },
      [],
    ],
    ['no other target', { secrets: 'db | DB', token_variable: 'MY_TOKEN' }, []],
    ['no prefix', { secrets: 'd* | GITS_*' }, []],
  ])('There is a warning for %s', (_what, inputs, names) => {
    expect(publicationOf(inputs, { db: 'long-enough' }).warnings).toEqual(
      names.map(
        (name) => `The variable ${name} changes how later steps run. Use another name unless this is intended.`,
      ),
    );
  });
});

describe('maskWarnings, for many masks', () => {
  const WARNING = (who: string) =>
    `${who} needs more than 5,000 masks. Some of its encoded forms or lines are not masked.`;
  const big = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`f${index}`, `value-${index}-x`]));
  const lines = Object.values(big).join('\n');

  test.each<[string, StepInputs, unknown, string[]]>([
    ['a document with many fields', { secrets: 'db' }, big, [WARNING('Secret "db"')]],
    ['a text with many lines, used twice', { secrets: 'db; db | X' }, lines, [WARNING('Secret "db"')]],
    ['a field with many lines', { secrets: 'db.a' }, { a: lines }, [WARNING('Field "a" of Secret "db"')]],
    ['not a field of such a document', { secrets: 'db.f1' }, big, []],
    ['not the fields of such a document', { secrets: 'db.*' }, big, []],
    ['not a plain field', { secrets: 'db.a', plain_fields: 'a' }, { a: lines }, []],
    ['not a document with many plain fields', { secrets: 'db', plain_fields: Object.keys(big).join() }, big, []],
    ['not bytes', { secrets: 'db | hex | @file' }, 'ff', []],
  ])('There is one warning for %s', (_what, inputs, ...[value, expected]) => {
    expect(warningsOf(inputs, { db: value })).toEqual(expected);
  });
});

describe('publicLines', () => {
  const CERTIFICATE = `-----BEGIN CERTIFICATE-----\n${'Ab1+'.repeat(16)}\nAb==\n-----END CERTIFICATE-----\n#\n`;
  const line = (names: string) => [`Not masked, because certificates and public keys are not secret: ${names}.`];

  test.each<[string, StepInputs, unknown, string[]]>([
    ['a value', { secrets: 'db' }, CERTIFICATE, line('Secret "db"')],
    ['a value that several lines use, once', { secrets: 'db; db | X' }, CERTIFICATE, line('Secret "db"')],
    ['a field', { secrets: 'db' }, { ca: CERTIFICATE, key: 'k-1234' }, line('Field "ca" of Secret "db"')],
    ['a field of `.*`', { secrets: 'db.*' }, { ca: CERTIFICATE, key: 'k-1234' }, line('Field "ca" of Secret "db"')],
    ['a decoded value', { secrets: 'db | base64' }, Buffer.from(CERTIFICATE).toString('base64'), line('Secret "db"')],
    ['no plain field', { secrets: 'db', plain_fields: 'ca' }, { ca: CERTIFICATE }, []],
    ['no other value', { secrets: 'db' }, 'k-1234', []],
    ['no bytes', { secrets: 'db | hex | @file' }, 'ff', []],
  ])('The log names %s with only public PEM blocks', (_what, inputs, ...[value, expected]) => {
    const { infos, planned } = publicationOf(inputs, { db: value });

    expect(infos.map(({ title }) => title).filter((info) => info.startsWith('Not masked'))).toEqual(expected);
    expect(publicLines(planned.deliveries, [], () => true)).toEqual([]);
    expect(warningsOf(inputs, { db: value })).toEqual([]);
  });
});

describe('nameWarnings: the target *', () => {
  const WARNING = (line: number) =>
    `\`secrets\`, line ${line}: the server decides the names of these variables. A person who can rename a Secret or add a field can set other variables of later steps.`;

  test.each<[string, StepInputs, number[]]>([
    ['a line that accepts the names of all Secrets', { secrets: 'cfg | C\n* | *@file' }, [2]],
    ['a line that accepts the names of some Secrets', { secrets: 'd* | *' }, [1]],
    ['a line that accepts the names of fields', { secrets: 'cfg.* | *' }, [1]],
    ['a line that accepts the names of fields in a file', { secrets: 'cfg.* | *@dotenv' }, [1]],
    ['each of several such lines', { secrets: 'cfg.* | *\ndb\nd* | *@env-file' }, [1, 3]],
    ['no line with a prefix', { secrets: 'cfg.* | X_*; * | Y_*; d* | @file' }, []],
    ['no line with the names of the selector', { secrets: 'cfg.*; d*' }, []],
    ['no line for outputs only', { secrets: 'cfg.* | *; d* | *@file', export_env: 'false' }, []],
    ['a line of a dotenv file beside outputs only', { secrets: 'cfg.* | *@dotenv', export_env: 'false' }, [1]],
    ['no line of a plan', { secrets: 'cfg.* | *; d* | *@dotenv', plan: 'true' }, []],
  ])('There is a warning for %s', (_what, inputs, lines) => {
    const values = { db: 'long-enough', cfg: { login: 'maria-1', key: 'long-enough' } };

    expect(publicationOf(inputs, values).warnings).toEqual(lines.map(WARNING));
  });
});

describe('maskWarnings of `.*`', () => {
  test.each<[string, unknown, string[]]>([
    [
      'a short field, by its name',
      { user: 'u', deep: { pin: 12 } },
      [SHORT('Field "user" of Secret "db"'), SHORT('Field "deep.pin" of Secret "db"')],
    ],
    ['a boolean field', { tls: true, key: 'long-enough' }, [UNMASKED('Field "tls" of Secret "db"')]],
    ['a blank field', { x: '  ' }, [UNMASKED('Field "x" of Secret "db"')]],
    ['no empty or null field, which a notice names', { a: '', b: null, key: 'long-enough' }, []],
    ['no empty object or list', { a: {}, b: [], key: 'long-enough' }, []],
  ])('There is a warning for %s', (_what, value, expected) => {
    expect(warningsOf({ secrets: 'db.*' }, { db: value })).toEqual(expected);
  });

  test('A field causes one warning, even if several lines use it', () => {
    expect(warningsOf({ secrets: 'db\ndb.*\ndb.* | X_*@file\ndb.pin | P' }, { db: { pin: '123' } })).toEqual([
      SHORT('Field "pin" of Secret "db"'),
    ]);
  });

  test('A plain field causes none, by its path from the Secret', () => {
    const plain_fields = 'auth.token, server, username';

    expect(warningsOf({ secrets: 'ghcr.*; ghcr.auth.* | A_*', plain_fields }, { ghcr: LOGIN })).toEqual([]);
    expect(warningsOf({ secrets: 'ghcr.auth.* | A_*', plain_fields: 'token' }, { ghcr: LOGIN })).toEqual([
      SHORT('Field "auth.token" of Secret "ghcr"'),
    ]);
  });
});

describe('maskWarnings with `plain_fields`', () => {
  test.each<[string, readonly [secrets: string, plain: string], string[]]>([
    ['all that are short', ['ghcr', 'server, username, auth.token'], []],
    ['one of them', ['ghcr', 'username, auth.token'], [SHORT('Field "server" of Secret "ghcr"')]],
    ['one that a line requests', ['ghcr.server', 'server'], []],
    ['a nested one that a line requests', ['ghcr.auth.token', 'auth.token'], []],
    ['one in an object that a line requests', ['ghcr.auth', 'auth.token'], []],
    [
      'one of the same name elsewhere',
      ['ghcr.auth', 'token'],
      [SHORT('Field "token" of Field "auth" of Secret "ghcr"')],
    ],
  ])('A plain field causes no warning: %s', (_what, [secrets, plain], expected) => {
    expect(warningsOf({ secrets, plain_fields: plain }, { ghcr: LOGIN })).toEqual(expected);
  });
});

describe('cannotBeMasked', () => {
  test.each<[string, unknown, { plain?: string; expected: boolean }]>([
    ['a word of JSON', 'true', { expected: true }],
    ['an empty text', '', { expected: true }],
    ['an empty object', {}, { expected: true }],
    ['a short one', 'ab', { expected: false }],
    ['fields of which one is empty', { a: '', b: true }, { expected: false }],
  ])('A value can be readable in the log: %s', (_what, value, { expected }) => {
    const { results, plain } = resultsFor({ secrets: 'db' }, { db: value });

    expect(results.map((result) => cannotBeMasked(result, plain))).toEqual([expected]);
  });

  test('A plain field is never reported, since it is meant to be readable', () => {
    const { results, plain } = resultsFor({ secrets: 'db.tls', plain_fields: 'tls' }, { db: { tls: true } });

    expect(results.map((result) => cannotBeMasked(result, plain))).toEqual([false]);
    expect(maskWarnings(results, plain)).toEqual([]);
  });
});

test('A field of `.*` that decodes to bytes is not empty', () => {
  const { results } = resultsFor({ secrets: 'db.* | base64' }, { db: { a: '//4A', b: '' } });

  expect(results.map(isEmptyField)).toEqual([false, true]);
});

const toRotate = (limit: string) =>
  `Rotate these Secrets, which are unchanged for more than ${limit} day${limit === '1' ? '' : 's'}`;

describe('rotationWarnings and ageNotices', () => {
  const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

  test.each<[string, Date | undefined, { limit: string; days?: number }]>([
    ['for longer is named', daysAgo(91), { limit: '90', days: 91 }],
    ['for years is named', daysAgo(400.9), { limit: '1', days: 400 }],
    ['for exactly as long is not named', daysAgo(90.99), { limit: '90' }],
    ['for less is not named', daysAgo(1), { limit: '90' }],
    ['since a future time is not named', daysAgo(-5), { limit: '1' }],
    ['since an unknown time is not named', undefined, { limit: '1' }],
    ['for longer is not named without `rotate_after_days`', daysAgo(4000), { limit: '0' }],
  ])('A Secret that is unchanged %s', (_what, updatedAt, { limit, days }) => {
    const settings = stepOf({ secrets: 'db\ndb | X', rotate_after_days: limit });
    const results = resultsOf(settings, { db: 'v-1' }, updatedAt === undefined ? {} : { updatedAt });

    expect(rotationWarnings(results, settings, NOW)).toEqual(
      days === undefined ? [] : [`${toRotate(limit)}: "db" (${days} days).`],
    );
  });

  test('A Secret is named by its key if its name is not known', () => {
    const settings = stepOf({ secrets: 'secret/Custom/1', rotate_after_days: '1' });
    const results = resultsOf(settings, { 'secret/Custom/1': 'v-1' }, { updatedAt: daysAgo(2) });

    expect(rotationWarnings(results, settings, NOW)).toEqual([`${toRotate('1')}: "secret/Custom/1" (2 days).`]);
  });

  test('One warning names all Secrets, each once', () => {
    const settings = stepOf({ secrets: 'a; b; b | C', rotate_after_days: '5' });
    const results = resultsOf(settings, { a: 'v-1', b: 'v-2' }, { updatedAt: daysAgo(6) });

    expect(rotationWarnings(results, settings, NOW)).toEqual([`${toRotate('5')}: "a" (6 days), "b" (6 days).`]);
  });

  const unknown = '`rotate_after_days`: the server did not return when these Secrets were changed: "db".';
  test.each<[string, { updatedAt?: Date; limit: string }, string[]]>([
    ['no time', { limit: '5' }, [unknown]],
    ['a time far in the future', { updatedAt: daysAgo(-5), limit: '5' }, [unknown]],
    ['no time, without `rotate_after_days`', { limit: '0' }, []],
    ['a time', { updatedAt: daysAgo(1), limit: '5' }, []],
  ])('The notice about unknown ages is complete if the server returns %s', (_what, { limit, ...when }, notices) => {
    const settings = stepOf({ secrets: 'db; db | X', rotate_after_days: limit });

    expect(ageNotices(resultsOf(settings, { db: 'v-1' }, when), settings, NOW)).toEqual(notices);
  });

  test('`planPublication` returns the warning about rotation', () => {
    const { warnings } = publicationOf(
      { secrets: 'db', rotate_after_days: '5' },
      { db: 'long-enough' },
      { updatedAt: daysAgo(6) },
    );

    expect(warnings).toEqual([`${toRotate('5')}: "db" (6 days).`]);
  });
});
