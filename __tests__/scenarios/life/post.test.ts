import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { judge, runJob, runPost } from '../../../harness/jobs/chariot-job.js';
import { projectRoot } from '../../../harness/project.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';

const said = (...log: string[]) => ({ exitCode: 0, log, variables: {}, outputs: {}, problems: [] });
const NOT_REVOKED =
  'The token was not revoked, because Chariot documents no way to revoke a token. It stays valid until <time>.';
const UNDO = 'undo';

/** The environment without any input, as if action.yml had none. */
const withoutInputs = (() => {
  const { inputs } = parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8'));
  return Object.fromEntries(Object.keys(inputs).map((name) => [`INPUT_${name.toUpperCase()}`, '']));
})();

describe('The post step of a job', () => {
  test('After a job that succeeded, the post step prints until when the token stays valid', async () => {
    const main = await runJob({ inputs: { secrets: 'ghcr' } });
    const post = await runPost({ state: main.state, env: withoutInputs });

    expect(judge(post)).toEqual(said(`No files to remove. ${NOT_REVOKED}`));
  });

  test('After a response without an expiry, the post step prints that the token stays valid until it expires', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = '{"access_token":"opaque-token-of-the-server"}';
    const main = await runJob({ faults: [['login', { kind: 'answer', status: 200, headers, body }]] });
    const post = await runPost({ state: main.state });

    expect(judge(post)).toEqual(said(`No files to remove. ${NOT_REVOKED.replace('until <time>', 'until it expires')}`));
  });

  test('After a job with a supplied token, the post step prints nothing about the token', async () => {
    const main = await runJob({ inputs: { bearer_token: 'a-supplied-token' } });
    const post = await runPost({ state: main.state });

    expect(judge(post, ['a-supplied-token'])).toEqual(said('No files to remove.'));
  });

  test('After a job that failed, the post step prints the same line', async () => {
    const main = await runJob({ inputs: { secrets: 'no-such-secret' } });
    const post = await runPost({ state: main.state });

    expect(main.exitCode).toBe(1);
    expect(judge(post)).toEqual(said(`No files to remove. ${NOT_REVOKED}`));
  });

  test('Without a state and without inputs, there is nothing to clean up', async () => {
    expect(judge(await runPost({ env: withoutInputs }))).toEqual(said('Nothing to clean up.'));
  });
});

describe('The post step and the folders in the state', () => {
  const NAME = 'bearer-login-01234567-89ab-cdef-0123-456789abcdef';
  const root = temporaryFolder();
  const temp = () => join(root(), '_temp');
  const victim = () => join(root(), 'victim');

  beforeEach(() => {
    for (const folder of [temp(), victim(), join(temp(), NAME)]) mkdirSync(folder);
    writeFileSync(join(victim(), 'key'), 'x');
  });

  /** The identity of a folder, as main saves it. */
  const identityOf = (path: string) => {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  };
  /** Runs the post step of a job whose state names this folder. */
  const clean = (name: string, path = join(temp(), name)) => {
    const folders = [{ name, identity: existsSync(path) ? identityOf(path) : '' }];
    return runPost({ jobFolder: root(), state: new Map([[UNDO, JSON.stringify({ folders, variables: [] })]]) });
  };
  const left = (name: string, reason: string) =>
    said(`Warning: In RUNNER_TEMP, "${name}" was left, because it ${reason}. It may contain secrets, so remove it.`);
  /** What still exists. */
  const rest = () => [join(victim(), 'key'), join(temp(), NAME)].map((path) => existsSync(path));

  test('The folder of a step is removed', async () => {
    expect(judge(await clean(NAME))).toEqual(said('The files of this step were removed.'));
    expect(rest()).toEqual([true, false]);
  });

  test('The post step counts a missing folder as removed', async () => {
    rmSync(join(temp(), NAME), { recursive: true });

    expect(judge(await clean(NAME))).toEqual(said('The files of this step were removed.'));
  });

  test.each(['nosuch/../../victim', '../victim', '..', '.', 'key', `${NAME}/../key`])(
    'A folder that the state names %j is kept, with a warning',
    async (name) => {
      expect(judge(await clean(name, victim()))).toEqual(left(name, 'is not a folder of this action'));
      expect(rest()).toEqual([true, true]);
    },
  );

  test.each<[string, (path: string) => void]>([
    ['Another folder', (path) => mkdirSync(path)],
    ...(process.platform === 'win32'
      ? []
      : [['A link to another folder', (path) => symlinkSync(victim(), path)] as [string, (path: string) => void]]),
  ])('%s with the name of the folder is kept, with a warning', async (_what, replace) => {
    const identity = identityOf(join(temp(), NAME));
    renameSync(join(temp(), NAME), join(root(), 'moved'));
    replace(join(temp(), NAME));
    const state = JSON.stringify({ folders: [{ name: NAME, identity }], variables: [] });
    const post = await runPost({ jobFolder: root(), state: new Map([[UNDO, state]]) });

    expect(judge(post).log).toEqual(left(NAME, 'is not the folder that this step created').log);
    expect(rest()).toEqual([true, true]);
  });

  test('A state with paths, as an older version wrote it, removes nothing', async () => {
    const files = [`${temp()}/nosuch/../../victim`];
    const post = await runPost({
      jobFolder: root(),
      state: new Map([[UNDO, JSON.stringify({ files, folders: files, variables: [] })]]),
    });

    expect(judge(post)).toEqual(said('Nothing to clean up.'));
    expect(rest()).toEqual([true, true]);
  });

  test('A name cannot write a command into the log', async () => {
    const post = await clean('x\r::error::forged\n##[error]forged');

    expect(judge(post)).toEqual(left('x : :error: :forged # #[error]forged', 'is not a folder of this action'));
  });
});

test.each(['', '{', 'null', '[]', '{"folders":"/"}', '{"folders":[1]}', '{"folders":[],"token":7}'])(
  'The state %j, which this action did not write, is ignored',
  async (text) => {
    expect(judge(await runPost({ state: new Map([[UNDO, text]]) }))).toEqual(said('Nothing to clean up.'));
  },
);

test('Without RUNNER_TEMP, nothing is removed', async () => {
  const folders = [{ name: 'bearer-login-01234567-89ab-cdef-0123-456789abcdef', identity: '1:2' }];
  const state = new Map([[UNDO, JSON.stringify({ folders, variables: [] })]]);

  expect(judge(await runPost({ state, env: { RUNNER_TEMP: '' } }))).toEqual(
    said(
      'Warning: In RUNNER_TEMP, "bearer-login-01234567-89ab-cdef-0123-456789abcdef" was left, because it cannot be found without RUNNER_TEMP. It may contain secrets, so remove it.',
    ),
  );
});
