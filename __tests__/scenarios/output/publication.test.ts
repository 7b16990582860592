import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { exampleProject, secret } from '../../../emulator/chariot/index.js';
import { failure, judge, LOGGED_IN, runJob } from '../../../harness/jobs/chariot-job.js';

const VALUE = 'correct horse battery staple';
const EARLIER = 'written=earlier\n';
const FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'] as const;
type File = (typeof FILES)[number];

const folder = mkdtempSync(join(tmpdir(), 'publication-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a step whose files hold something already; one of them is replaced by what cannot be written. */
async function runWith(file: File, broken: string) {
  const place = mkdtempSync(join(folder, 'step-'));
  const paths = Object.fromEntries(FILES.map((name) => [name, join(place, name)]));
  for (const path of Object.values(paths)) writeFileSync(path, EARLIER);
  const job = await runJob({
    settings: [secret('db-password', VALUE)],
    inputs: { secrets: 'db-password' },
    env: { ...paths, [file]: broken },
  });
  const left = FILES.filter((name) => name !== file).map((name) => [name, readFileSync(join(place, name), 'utf8')]);
  return { job, left: Object.fromEntries(left) };
}

/** The error_code as the action writes it behind what was there. */
const withCode = (code: string) =>
  expect.stringMatching(new RegExp(`^${EARLIER}error_code<<(ghadelimiter_\\w+)\\r?\\n${code}\\r?\\n\\1\\r?\\n$`));

/** The state that is saved right after the login, and not the one of a publication. */
const OF_THE_LOGIN = expect.stringMatching(
  new RegExp(`^${EARLIER}undo<<(ghadelimiter_\\w+)\\r?\\n.*\\r?\\n\\1\\r?\\n$`),
);

describe.each(FILES)('If %s cannot be written, nothing stays in the other files', (file) => {
  const aFolder = join(folder, `folder-${file}`);
  mkdirSync(aFolder);
  const cases: [string, string, string][] = [
    ['a folder', aFolder, 'EISDIR'],
    ['a file that is not there', join(folder, 'missing', 'file'), 'it does not exist'],
    ...(process.platform === 'linux' ? [['a full disk', '/dev/full', 'ENOSPC'] as [string, string, string]] : []),
  ];
  test.each(cases)(`The step fails if the file in ${file} is %s`, async (_name, path, why) => {
    const { job, left } = await runWith(file, path);
    const verdict = judge(job, [VALUE]);

    expect(verdict).toEqual({
      ...failure(
        'publication_failed',
        `The file in ${file} could not be written (${why}).`,
        // The state is written as soon as the response with the token is received.
        ...(file === 'GITHUB_STATE' ? [] : [LOGGED_IN, `Decrypted 1 Secret of project "${exampleProject.id}".`]),
      ),
      outputs: {},
    });
    const expected = { GITHUB_STATE: OF_THE_LOGIN, GITHUB_OUTPUT: withCode('publication_failed'), GITHUB_ENV: EARLIER };
    expect(left).toEqual(Object.fromEntries(Object.entries(expected).filter(([name]) => name !== file)));
  });
});

test('Everything is added after what an earlier part of the step has written', async () => {
  const state = join(folder, 'unused-state');
  writeFileSync(state, '');
  const { job, left } = await runWith('GITHUB_STATE', state);

  expect(judge(job, [VALUE]).exitCode).toBe(0);
  expect(left['GITHUB_ENV']).toMatch(/^written=earlier\nCHARIOT_TOKEN<</);
  expect(left['GITHUB_OUTPUT']).toMatch(/^written=earlier\nbearer_token<</);
});

describe('A runner without one of the files is not supported', () => {
  test.each(FILES)('The step fails without %s', async (file) => {
    const job = await runJob({ inputs: { secrets: 'db-password' }, env: { [file]: '' } });

    expect(judge(job)).toEqual({
      ...failure('runner_unsupported', `The runner provides no file in ${file}.`),
      ...(file === 'GITHUB_OUTPUT' ? { outputs: {} } : {}),
    });
    expect(job.requests).toEqual([]);
  });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGKILL', null],
] as const)('A step that is cancelled with %s exports nothing', async (signal, exitCode) => {
  const job = await runJob({
    inputs: { secrets: 'db-password; ghcr' },
    faults: [['decrypt', { kind: 'stall' }, { nth: 2 }]],
    onStart(child) {
      let printed = '';
      // The first value is masked while the second request stalls.
      child.stdout?.on('data', (text) => {
        printed += text;
        if (!child.killed && /Logged in[\s\S]*::add-mask::/.test(printed)) child.kill(signal);
      });
    },
  });

  expect(judge(job, [VALUE])).toEqual({
    exitCode,
    log: [
      LOGGED_IN,
      ...(exitCode === null ? [] : [`Cancelled (${signal}): this step stops now, and its post step cleans up.`]),
    ],
    variables: {},
    outputs: {},
    problems: [...(exitCode === null ? [`killed by ${signal}`] : []), '0 errors'],
  });
  expect({ ...job.raw, state: [...job.state.keys()] }).toEqual({
    env: '',
    output: '',
    state: ['undo'],
    summary: '',
    path: '',
  });
});
