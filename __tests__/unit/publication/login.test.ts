import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/inputs/inputs.js';
import { readSuppliedToken } from '../../../src/oauth/token.js';
import { planPublication } from '../../../src/publication/publication.js';
import { jwt, NOW, settingsFrom } from '../../support/fake-ports.js';
import { FOLDER, jobEnvironment, sessionOf } from '../../support/fetched-run.js';

const TOKEN = jwt({ userid: 'u-1', exp: NOW.getTime() / 1000 + 3600 });
const PAIR: Inputs = { platform: 'earthone', client_id: 'some-id', client_secret: 'some-secret-1' };

function plan(inputs: Inputs, env: Record<string, string> = {}, user?: Record<string, unknown>) {
  const login = { kind: 'supplied', token: readSuppliedToken(TOKEN, NOW) } as const;
  const around = jobEnvironment({ env });
  return planPublication(sessionOf(login, user), settingsFrom(inputs, around), around);
}

describe('planPublication: token_info.json', () => {
  const WRITE = { ...PAIR, write_token_info: 'true' };

  test('The file is planned, and the post step removes its folder', () => {
    const { files, state, variables, outputs } = plan(WRITE);

    expect(files.map(({ path }) => path)).toEqual(['token_info.json']);
    expect(state.files).toEqual([FOLDER]);
    expect(variables).toEqual([['EARTHONE_TOKEN_INFO_PATH', `${FOLDER}/token_info.json`]]);
    expect(Object.fromEntries(outputs)).toMatchObject({ token_info: `${FOLDER}/token_info.json`, bearer_token: TOKEN });
  });

  test('The variable of a token of an earlier step becomes empty', () => {
    expect(plan(WRITE, { EARTHONE_TOKEN: 'old' }).variables).toEqual([
      ['EARTHONE_TOKEN_INFO_PATH', `${FOLDER}/token_info.json`],
      ['EARTHONE_TOKEN', ''],
    ]);
  });

  test('With `export_env: false` the path is only an output', () => {
    const { files, variables } = plan({ ...WRITE, export_env: 'false' }, { EARTHONE_TOKEN: 'old' });

    expect([files.map(({ path }) => path), variables]).toEqual([['token_info.json'], []]);
  });

  test('Without `write_token_info` there is no file', () => {
    const { files, state, variables } = plan(PAIR);

    expect([files, state.files, variables]).toEqual([[], [], [['EARTHONE_TOKEN', TOKEN]]]);
  });
});

describe('planPublication: outputs of the login', () => {
  test('The output `user` is the JSON of the user', () => {
    expect(Object.fromEntries(plan(PAIR, {}, { id: 'u' }).outputs)['user']).toBe('{"id":"u"}');
  });

  test('Namespace and ACL subjects are outputs on the platforms that have them', () => {
    expect(plan(PAIR).outputs).toEqual([
      ['bearer_token', TOKEN],
      ['token_type', 'Bearer'],
      ['expires_in', '3600'],
      ['expires_at', '2026-11-25T13:00:00.000Z'],
      ['claims', expect.any(String)],
      ['namespace', 'u-1'],
      ['all_acl_subjects', '["user:u-1"]'],
      ['all_owner_acl_subjects', '["user:u-1"]'],
    ]);
    const others = plan({ url: 'h', client_id: 'i', client_secret: 's' }).outputs.map(([name]) => name);
    expect(others).toEqual(['bearer_token', 'token_type', 'expires_in', 'expires_at', 'claims']);
  });
});
