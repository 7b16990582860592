import { describe, expect, test } from '@jest/globals';
import { cannotBeMasked, maskWarnings, plainNotices } from '../../../src/publication/warnings.js';
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

describe('the user is warned', () => {
  test.each<[string, unknown, string[]]>([
    ['of a short value', 'abc', [SHORT('Secret "db"')]],
    ['of a short number', 7, [SHORT('Secret "db"')]],
    ['of a value that has only short lines', 'ab\ncd\n', [SHORT('Secret "db"')]],
    ['of a short field, by its name', { user: 'u', password: 'long-enough' }, [SHORT('Field "user" of Secret "db"')]],
    ['of a short field further down', { a: { pin: 123 } }, [SHORT('Field "a.pin" of Secret "db"')]],
    ['of an empty value', '', [UNMASKED('Secret "db"')]],
    ['of a blank value', ' \n ', [UNMASKED('Secret "db"')]],
    ['of a word of JSON', 'true', [UNMASKED('Secret "db"')]],
    ['not of four characters', 'abcd', []],
    ['of a short line beside a longer one', 'longer line\nab', [OPEN]],
    ['of a short item beside a longer one', '["longer item","ab"]', [OPEN]],
    ['not of an empty field or a switch', { user: '', tls: true, note: null, password: 'long-enough' }, []],
    ['of an empty object', {}, [UNMASKED('Secret "db"')]],
  ])('%s', (_what, value, expected) => {
    expect(warningsOf({ secrets: 'db' }, { db: value })).toEqual(expected);
  });

  test('of a decoded value, and not of one that is bytes', () => {
    expect(warningsOf({ secrets: 'db | hex' }, { db: '6162' })).toEqual([SHORT('Secret "db"')]);
    expect(warningsOf({ secrets: 'db | hex | @file' }, { db: 'ff' })).toEqual([]);
  });

  test('once, however many lines use it', () => {
    expect(warningsOf({ secrets: 'db\ndb | X\ndb | F@file\ndb | Y' }, { db: 'abc' })).toHaveLength(1);
  });

  test.each<[string, StepInputs, string[]]>([
    ['of a target that steers later steps', { secrets: 'db | LD_PRELOAD' }, ['LD_PRELOAD']],
    ['of a target in another case', { secrets: 'db | https_proxy' }, ['https_proxy']],
    ['of such a variable for the token', { secrets: 'db', token_variable: 'GITHUB_TOKEN' }, ['GITHUB_TOKEN']],
    ['of both', { secrets: 'db | PATH', token_variable: 'GITHUB_TOKEN' }, ['GITHUB_TOKEN', 'PATH']],
    [
      'of none, when nothing becomes a variable',
      { secrets: 'db | PATH', token_variable: 'GITHUB_TOKEN', export_env: 'false' },
      [],
    ],
    ['of no other', { secrets: 'db | DB', token_variable: 'MY_TOKEN' }, []],
  ])('%s', (_what, inputs, names) => {
    expect(publicationOf(inputs, { db: 'long-enough' }).warnings).toEqual(
      names.map(
        (name) => `The variable ${name} changes how later steps run. Use another name unless this is intended.`,
      ),
    );
  });
});

describe('plain fields', () => {
  test.each<[string, readonly [secrets: string, plain: string], string[]]>([
    ['all that are short', ['ghcr', 'server, username, auth.token'], []],
    ['one of them', ['ghcr', 'username, auth.token'], [SHORT('Field "server" of Secret "ghcr"')]],
    ['one that is asked for by name', ['ghcr.server', 'server'], []],
    ['one further down that is asked for by name', ['ghcr.auth.token', 'auth.token'], []],
    ['one in an object that is asked for', ['ghcr.auth', 'auth.token'], []],
    [
      'one of the same name elsewhere',
      ['ghcr.auth', 'token'],
      [SHORT('Field "token" of Field "auth" of Secret "ghcr"')],
    ],
  ])('are no reason for a warning: %s', (_what, [secrets, plain], expected) => {
    expect(warningsOf({ secrets, plain_fields: plain }, { ghcr: LOGIN })).toEqual(expected);
  });

  test.each<[string, readonly [secrets: string, plain: string], string[]]>([
    ['a misspelt one', ['ghcr', 'servr, username'], ['servr']],
    ['one that only the end of a path has', ['ghcr', 'token'], ['token']],
    ['an object, whose fields have names of their own', ['ghcr', 'auth'], ['auth']],
    ['none that one of the Secrets has', ['ghcr\ndb', 'server, auth.pin'], []],
    ['none that is asked for by name', ['ghcr.server', 'server'], []],
    ['one of another field than the one asked for', ['ghcr.server', 'server, username'], ['username']],
    ['each, where nothing has fields', ['db', 'server'], ['server']],
  ])('that no Secret has are a notice: %s', (_what, [secrets, plain], missing) => {
    const run = resultsFor({ secrets, plain_fields: plain }, { ghcr: LOGIN, db: 'long-enough' });

    expect(plainNotices(run.results, run.plain)).toEqual(
      missing.map((name) => `\`plain_fields\` contains "${name}", which is not a field of these Secrets.`),
    );
  });
});

describe('a value', () => {
  test.each<[string, unknown, { plain?: string; expected: boolean }]>([
    ['a word of JSON', 'true', { expected: true }],
    ['nothing', '', { expected: true }],
    ['an empty object', {}, { expected: true }],
    ['a short one', 'ab', { expected: false }],
    ['fields of which one is empty', { a: '', b: true }, { expected: false }],
  ])('may be readable in the log: %s', (_what, value, { expected }) => {
    const { results, plain } = resultsFor({ secrets: 'db' }, { db: value });

    expect(results.map((result) => cannotBeMasked(result, plain))).toEqual([expected]);
  });

  test('is not said to be so where it should be readable', () => {
    const { results, plain } = resultsFor({ secrets: 'db.tls', plain_fields: 'tls' }, { db: { tls: true } });

    expect(results.map((result) => cannotBeMasked(result, plain))).toEqual([false]);
    expect(maskWarnings(results, plain)).toEqual([]);
  });
});
