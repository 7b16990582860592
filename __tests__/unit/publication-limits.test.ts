import { describe, expect, test } from '@jest/globals';
import { planPublication, type VariableLimit } from '../../src/publication.js';
import { readValue } from '../../src/secrets/value.js';
import { tokenAtHand } from '../../src/token-response.js';
import { NOW, settingsOf } from '../support/fake-ports.js';

type Inputs = Parameters<typeof settingsOf>[0];

function plan(inputs: Inputs, value: unknown, limit: VariableLimit = { bytes: 1024 }) {
  const settings = settingsOf({ project_id: 'p', token_variable: 'none', ...inputs });
  const secrets = settings.secretRequests.map((request) => ({ request, value: readValue(value) }));
  return planPublication({ login: { token: tokenAtHand('t', NOW), fetched: true }, secrets }, settings, limit);
}

describe('a variable holds at most what the system lets it, its name and its end included', () => {
  // ABC= and the NUL at the end take five of them.
  test.each<[string, VariableLimit, { fits: string; not: string }]>([
    ['bytes', { bytes: 1024 }, { fits: 'x'.repeat(1019), not: 'x'.repeat(1020) }],
    ['bytes of letters beyond ASCII', { bytes: 1024 }, { fits: `x${'ä'.repeat(509)}`, not: 'ä'.repeat(510) }],
    ['characters', { characters: 105 }, { fits: 'ä'.repeat(100), not: 'x'.repeat(101) }],
    ['characters of two halves', { characters: 105 }, { fits: '😀'.repeat(50), not: '😀'.repeat(51) }],
  ])('counted in %s', (_unit, limit, { fits, not }) => {
    expect(plan({ secrets: 'abc' }, fits, limit).variables).toEqual([['ABC', fits]]);
    expect(() => plan({ secrets: 'abc' }, not, limit)).toThrow(expect.objectContaining({ code: 'value_unsupported' }));
  });

  test.each<[VariableLimit, string]>([
    [{ bytes: 1024 }, '1 KiB'],
    [{ characters: 100 }, '100 characters'],
  ])('and the message for %j names the variable, the limit and the way out, and no value', (limit, most) => {
    expect(() => plan({ secrets: 'abc' }, 'hunter2'.repeat(500), limit)).toThrow(
      `The value for the variable ABC is larger than ${most}, the most that this system lets a variable hold`,
    );
    expect(() => plan({ secrets: 'abc' }, 'hunter2'.repeat(500), limit)).not.toThrow('hunter2');
  });

  test('which counts for each field alone', () => {
    const fields = { a: 'x'.repeat(800), b: 'y'.repeat(800) };

    expect(plan({ secrets: 'abc' }, fields).variables).toHaveLength(2);
  });

  test('which counts for the token too', () => {
    const login = { token: tokenAtHand('t'.repeat(2000), NOW), fetched: true };

    expect(() => planPublication({ login, secrets: [] }, settingsOf(), { bytes: 1024 })).toThrow('CHARIOT_TOKEN');
    expect(
      planPublication({ login, secrets: [] }, settingsOf({ export_env: 'false' }), { bytes: 1024 }).variables,
    ).toEqual([]);
  });

  test('which is no limit for outputs', () => {
    expect(plan({ secrets: 'abc', export_env: 'false' }, 'x'.repeat(5000)).outputs).toContainEqual([
      'abc',
      'x'.repeat(5000),
    ]);
  });
});

describe('the user is warned', () => {
  const OPEN = 'Secret "db" has lines or items shorter than four characters: these are not masked.';
  const SHORT = (who: string) =>
    `${who} is, or consists of lines, shorter than four characters: its mask hides them everywhere in the log.`;
  const UNMASKED = (who: string) => `${who} is empty, blank or a mere word of JSON: it cannot be masked.`;

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
    ['of an empty object', {}, ['Secret "db" is empty, blank or a mere word of JSON: it cannot be masked.']],
  ])('%s', (_what, value, expected) => {
    expect(plan({ secrets: 'db' }, value).warnings).toEqual(expected);
  });

  test.each<[string, Inputs, string[]]>([
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
    expect(plan(inputs, 'long-enough').warnings).toEqual(
      names.map((name) => `The variable ${name} steers the programs of later steps: is this what you want?`),
    );
  });
});
