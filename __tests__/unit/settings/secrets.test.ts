import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { failureOf, settingsOf } from '../../support/fake-ports.js';

describe('parseOwner', () => {
  test.each<[kind: string, inputs: Inputs]>([
    ['project', { project_id: 'an-id' }],
    ['organization', { organization_id: 'an-id' }],
    ['user', { user_id: 'an-id' }],
  ])('The owner of Secrets can be the %s of an ID', (kind, inputs) => {
    expect(settingsOf({ ...inputs, secrets: 'a' })).toMatchObject({
      owner: { kind, id: 'an-id' },
      secretRequests: [{ selector: 'a', quoted: false, line: 1 }],
      remarks: [],
    });
  });

  test('Secrets without an owner are an error', () => {
    expect(failureOf(() => settingsOf({ secrets: 'a' }))).toEqual({
      code: 'input_missing',
      message:
        '`project_id`, `organization_id` or `user_id` is required: `secrets` is set, and Secrets belong to an owner.',
    });
  });

  test.each<[what: string, inputs: Inputs, names: string]>([
    ['Two owners', { secrets: 'a', project_id: 'p', user_id: 'u' }, '`project_id` and `user_id`'],
    ['Two owners without Secrets', { organization_id: 'o', user_id: 'u' }, '`organization_id` and `user_id`'],
    [
      'Three owners',
      { secrets: 'a', project_id: 'p', organization_id: 'o', user_id: 'u' },
      '`project_id`, `organization_id` and `user_id`',
    ],
  ])('%s are a conflict', (_what, inputs, names) => {
    expect(failureOf(() => settingsOf(inputs))).toEqual({
      code: 'input_conflict',
      message: `${names} cannot be combined: a step fetches the Secrets of only one owner.`,
    });
  });

  test.each(['a/b', 'a?b', 'a#b', '..', '.', 'a\u0007b', '../x'])(
    'The value %j is rejected as the ID of an owner',
    (id) => {
      const { code, message } = failureOf(() => settingsOf({ project_id: id, secrets: 'a' }));

      expect(code).toBe('input_invalid');
      expect(message).toContain('The input `project_id` is not an ID: ');
    },
  );

  test.each([undefined, '# none\n\n'])('An owner without Secrets (%j) is a notice', (secrets) => {
    const text = '`project_id` is set, but `secrets` is empty: no Secret is fetched.';

    expect(settingsOf({ project_id: 'p', ...(secrets === undefined ? {} : { secrets }) }).remarks).toEqual([
      { level: 'notice', text },
    ]);
  });
});

describe('parseTokenVariable', () => {
  test.each<[what: string, inputs: Inputs, expected: string | undefined]>([
    ['The variable of a token is that of the platform by default', {}, 'CHARIOT_TOKEN'],
    ['The variable of a token has the name that is set', { token_variable: 'MY_TOKEN' }, 'MY_TOKEN'],
    ['A token has no variable with none', { token_variable: 'none' }, undefined],
    ['A token has no variable if nothing is exported', { export_env: 'false' }, undefined],
    [
      'A token has no variable if nothing is exported, whatever its name',
      { export_env: 'false', token_variable: '2FA' },
      undefined,
    ],
  ])('%s', (_what, inputs, expected) => {
    expect(settingsOf(inputs).tokenVariable).toBe(expected);
  });

  test.each(['NODE_OPTIONS', 'GITHUB_ENV', 'GITHUB_PATH', 'MY TOKEN', 'MY-TOKEN', '2FA'])(
    'The name %j is rejected as the variable of a token',
    (name) => {
      expect(failureOf(() => settingsOf({ token_variable: name }))).toEqual({
        code: 'input_invalid',
        message: `The input \`token_variable\` must not be "${name}".`,
      });
    },
  );
});
