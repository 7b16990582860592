import { describe, expect, test } from '@jest/globals';
import { planPublication } from '../../src/publication.js';
import { readValue } from '../../src/secrets/value.js';
import { tokenAtHand } from '../../src/token-response.js';
import { jwt, NOW, settingsOf } from '../support/fake-ports.js';

type Inputs = Parameters<typeof settingsOf>[0];

const LINUX = { bytes: 128 * 1024 };
const IN_AN_HOUR = NOW.getTime() / 1000 + 3600;

/** What is planned for the inputs and for the value of each of their lines. */
function plan(inputs: Inputs = {}, values: readonly unknown[] = [], token = 'opaque-token') {
  const settings = settingsOf(values.length === 0 ? inputs : { project_id: 'p', ...inputs });
  const secrets = settings.secretRequests.map((request, index) => ({ request, value: readValue(values[index]) }));
  const login = { token: tokenAtHand(token, NOW), fetched: true };
  return planPublication({ login, secrets }, settings, LINUX);
}

describe('the token', () => {
  test('becomes outputs with all that is known of it', () => {
    const token = jwt({ sub: 'me', exp: IN_AN_HOUR });

    expect(plan({}, [], token).outputs).toEqual([
      ['bearer_token', token],
      ['token_type', 'Bearer'],
      ['expires_in', '3600'],
      ['expires_at', '2026-11-25T13:00:00.000Z'],
      ['claims', `{"sub":"me","exp":${IN_AN_HOUR}}`],
    ]);
  });

  test('of which nothing is known becomes two outputs', () => {
    expect(plan().outputs).toEqual([
      ['bearer_token', 'opaque-token'],
      ['token_type', 'Bearer'],
    ]);
  });

  test.each<[string, Inputs, [string, string][]]>([
    ['its usual variable', {}, [['CHARIOT_TOKEN', 'opaque-token']]],
    ['the variable that is named', { token_variable: 'MY_TOKEN' }, [['MY_TOKEN', 'opaque-token']]],
    ['no variable, when that is asked for', { token_variable: 'none' }, []],
    ['no variable, when nothing becomes one', { export_env: 'false' }, []],
  ])('becomes %s', (_what, inputs, expected) => {
    expect(plan(inputs).variables).toEqual(expected);
  });
});

describe('Secrets', () => {
  const SECRETS = { secrets: 'db-password\napi key | API_KEY\nghcr', token_variable: 'none' };
  const REGISTRY =
    '{ "server": "ghcr.io", "auth": {"user name": "u", "password": "p-1"}, "ports": [1, 2], "note": null }';
  const VALUES = ['hunter-2', 42, REGISTRY];

  test('become one output each, as the server gave it, and all of them one more', () => {
    const outputs = [
      ['db-password', 'hunter-2'],
      ['API_KEY', '42'],
      ['ghcr', REGISTRY],
    ];

    expect(plan(SECRETS, VALUES).outputs.slice(2)).toEqual([
      ...outputs,
      ['secrets', JSON.stringify(Object.fromEntries(outputs))],
    ]);
  });

  test('become one variable each, or one for each field', () => {
    expect(plan(SECRETS, VALUES).variables).toEqual([
      ['DB_PASSWORD', 'hunter-2'],
      ['API_KEY', '42'],
      ['GHCR_SERVER', 'ghcr.io'],
      ['GHCR_AUTH_USER_NAME', 'u'],
      ['GHCR_AUTH_PASSWORD', 'p-1'],
      ['GHCR_PORTS', '[1,2]'],
      ['GHCR_NOTE', ''],
    ]);
  });

  test('with a target start the variables of their fields with it', () => {
    expect(plan({ secrets: 'ghcr | Reg', token_variable: 'none' }, [{ user: 'u' }]).variables).toEqual([
      ['Reg_USER', 'u'],
    ]);
  });

  test('become outputs only, when nothing becomes a variable', () => {
    const { outputs, variables } = plan({ ...SECRETS, export_env: 'false' }, VALUES);

    expect(variables).toEqual([]);
    expect(outputs.map(([name]) => name)).toEqual([
      'bearer_token',
      'token_type',
      'db-password',
      'API_KEY',
      'ghcr',
      'secrets',
    ]);
  });

  test('may have a name that means something to JavaScript', () => {
    const { outputs } = plan({ secrets: '__proto__; constructor', token_variable: 'none' }, ['a-value', 'b-value']);

    expect(outputs.at(-1)).toEqual(['secrets', '{"__proto__":"a-value","constructor":"b-value"}']);
  });

  test('are all masked, the token too, as wholes and by field', () => {
    expect(plan({ secrets: 'a\nb' }, ['first', { x: 'second' }]).masks).toEqual([
      'opaque-token',
      'first',
      '{"x":"second"}',
      'second',
    ]);
  });
});

describe('the names of fields, which come from the server, are refused', () => {
  test.each<[string, string, { value: unknown; name: string }]>([
    ['that take over later steps', 'ld', { value: { preload: 'x' }, name: 'LD_PRELOAD' }],
    [
      'that take over later steps, also behind a target of the workflow',
      'a | LD',
      { value: { preload: 'x' }, name: 'LD_PRELOAD' },
    ],
    [
      'that take over later steps from deeper down',
      'a | git',
      { value: { ssh: { command: 'x' } }, name: 'git_SSH_COMMAND' },
    ],
    ['that make a proxy of anything', 'a', { value: { https_proxy: 'x' }, name: 'A_HTTPS_PROXY' }],
    ['that the runner keeps', 'a | GITHUB', { value: { env: 'x' }, name: 'GITHUB_ENV' }],
  ])('%s', (_what, secrets, { value, name }) => {
    expect(() => plan({ secrets }, [value])).toThrow(
      expect.objectContaining({
        code: 'name_refused',
        message: expect.stringMatching(new RegExp(`line 1, field ".+": .* ${name} `)),
      }),
    );
  });

  test.each<[string, string, { values: unknown[]; message: string }]>([
    [
      'two fields of one Secret',
      'a',
      {
        values: [{ 'b.c': '1', b: { c: '2' } }],
        message: '`secrets`, line 1, field "b.c": the variable A_B_C is taken already by another Secret in this line.',
      },
    ],
    [
      'a field and another Secret',
      'a\na-user | X\na.user',
      {
        values: [{ user: '1' }, '2', '3'],
        message: '`secrets`, line 3: the variable A_USER is taken already by line 1, field "user".',
      },
    ],
    [
      'a field and another Secret in another case',
      'a | My\nb | MY_USER',
      {
        values: [{ user: '1' }, '2'],
        message: '`secrets`, line 2: the variable MY_USER is taken already by line 1, field "user".',
      },
    ],
    [
      'a field and the token',
      'chariot',
      {
        values: [{ token: '1' }],
        message: '`secrets`, line 1, field "token": the variable CHARIOT_TOKEN is taken already by the token.',
      },
    ],
  ])('when two want one: %s', (_what, secrets, { values, message }) => {
    expect(() => plan({ secrets }, values)).toThrow(expect.objectContaining({ code: 'name_conflict', message }));
  });

  test('never, when nothing becomes a variable', () => {
    expect(plan({ secrets: 'ld', export_env: 'false' }, [{ preload: 'x' }]).variables).toEqual([]);
  });
});

describe('the state for the post step', () => {
  const stateFor = (fetched: boolean, token: string) =>
    planPublication({ login: { token: tokenAtHand(token, NOW), fetched }, secrets: [] }, settingsOf(), LINUX).state;

  test('says of a token that was fetched why it stays and when it ends, and not the token', () => {
    expect(stateFor(true, jwt({ exp: IN_AN_HOUR }))).toEqual({
      files: [],
      token: { reason: 'Chariot documents no way to end a token', expiresAt: '2026-11-25T13:00:00.000Z' },
    });
    expect(stateFor(true, 'opaque')).toEqual({
      files: [],
      token: { reason: 'Chariot documents no way to end a token' },
    });
  });

  test('says nothing of a token that was at hand, which is not ours to end', () => {
    expect(stateFor(false, jwt({ exp: IN_AN_HOUR }))).toEqual({ files: [] });
  });
});
