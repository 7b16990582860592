import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { judge, runJob, runPost } from '../../../harness/jobs/chariot-job.js';
import { projectRoot } from '../../../harness/project.js';

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

describe('The post step and the files in the state', () => {
  let jobFolder: string;
  let temp: string;
  beforeEach(() => {
    jobFolder = mkdtempSync(join(tmpdir(), 'post-'));
    temp = join(jobFolder, '_temp');
    mkdirSync(temp);
  });
  afterEach(() => rmSync(jobFolder, { recursive: true }));

  /** Runs the post step of a job whose main has written these files. */
  function clean(...files: string[]) {
    return runPost({ jobFolder, state: new Map([[UNDO, JSON.stringify({ files, variables: [] })]]) });
  }

  test('Files and folders below RUNNER_TEMP are removed', async () => {
    mkdirSync(join(temp, 'docker'));
    for (const name of ['key', 'docker/config.json']) writeFileSync(join(temp, name), 'x');

    expect(judge(await clean(join(temp, 'key'), join(temp, 'docker')))).toEqual(
      said('2 of 2 files and folders removed.'),
    );
  });

  test('The post step counts a missing file as removed', async () => {
    expect(judge(await clean(join(temp, 'gone')))).toEqual(said('1 of 1 files and folders removed.'));
  });

  test.each([
    ['A file in another folder', (root: string) => join(root, 'workspace-file')],
    [
      'A file in another folder, with a path through RUNNER_TEMP,',
      (root: string) => join(root, '_temp', '..', 'workspace-file'),
    ],
    ['RUNNER_TEMP itself', (root: string) => join(root, '_temp')],
  ])('%s is kept, with a warning', async (_where, place) => {
    const file = place(jobFolder);
    if (!existsSync(file)) writeFileSync(file, 'x');
    writeFileSync(join(temp, 'key'), 'x');
    const post = await clean(join(temp, 'key'), file);

    expect(judge(post)).toEqual(
      said(
        `Warning: 1 of 2 files and folders removed (left, because not below RUNNER_TEMP or not removable: ${JSON.stringify(file)}).`,
      ),
    );
    expect(existsSync(file)).toBe(true);
  });

  test('A path cannot write a command into the log', async () => {
    const post = await clean('/tmp/x\r::error::forged\n##[error]forged');

    expect(judge(post)).toEqual(
      said(
        'Warning: 0 of 1 files and folders removed (left, because not below RUNNER_TEMP or not removable: "/tmp/x : :error: :forged # #[error]forged").',
      ),
    );
  });
});

test.each(['', '{', 'null', '[]', '{"files":"/"}', '{"files":[1]}', '{"files":[],"token":7}'])(
  'The state %j, which this action did not write, is ignored',
  async (text) => {
    expect(judge(await runPost({ state: new Map([[UNDO, text]]) }))).toEqual(said('Nothing to clean up.'));
  },
);

test('Without RUNNER_TEMP, nothing is removed', async () => {
  const state = new Map([[UNDO, JSON.stringify({ files: ['/nowhere/key'], variables: [] })]]);

  expect(judge(await runPost({ state, env: { RUNNER_TEMP: '' } }))).toEqual(
    said(
      'Warning: 0 of 1 files and folders removed (left, because not below RUNNER_TEMP or not removable: "/nowhere/key").',
    ),
  );
});
