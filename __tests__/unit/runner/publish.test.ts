import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type CommandFolder, makeCommandFolder, type Seen } from '../../../harness/command-folder.js';
import { parseFileCommand } from '../../../harness/runner/file-commands.js';
import type { Publication } from '../../../src/publication/publication.js';
import { createRunner } from '../../../src/runner/runner.js';
import { parseState } from '../../../src/undo/state.js';

const NOTHING: Seen = { state: [], outputs: [], variables: [], summary: '', files: [] };

let job: CommandFolder;
let printed: string;

beforeEach(() => {
  job = makeCommandFolder();
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text, ...rest: unknown[]) => {
    printed += String(text);
    for (const callback of rest) if (typeof callback === 'function') callback();
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  job.remove();
});

/** Publishes through a runner, as main does. */
const publish = (planned: Publication, summary: string) =>
  createRunner(process.env, process.stdout).publish(planned, summary);

const publication = (changes: Partial<Publication> = {}): Publication => ({
  state: { files: [join(job.temp, 'step')], variables: [] },
  folder: join(job.temp, 'step'),
  files: [{ path: 'KEY', content: 'k' }],
  outputs: [['out', 'o']],
  variables: [['VARIABLE', 'v']],
  notices: ['a notice'],
  warnings: ['a warning'],
  infos: ['an info'],
  planned: { deliveries: [], listing: undefined, outputs: [], now: new Date(0) },
  ...changes,
});

/** Returns the items in a list that calls `look` when the iteration over it starts. */
function watched<T>(items: readonly T[], look: () => void): readonly T[] {
  return Object.assign([...items], {
    *[Symbol.iterator]() {
      look();
      yield* items;
    },
  });
}

describe('Runner.publish', () => {
  test('State, files, outputs, variables, summary and log lines are written in this order', async () => {
    const seen: [string, Seen, string][] = [];
    const look = (before: string) => () => seen.push([before, job.seen(), printed]);
    const { state, files, outputs, variables } = publication();
    const summary = '<h3>done</h3>\n';
    const toJSON = () => {
      look('state')();
      return state;
    };
    await publish(
      publication({
        state: Object.assign({ toJSON }, state),
        files: watched(files, look('files')),
        outputs: watched(outputs, look('outputs')),
        variables: watched(variables, look('variables')),
      }),
      summary,
    );

    const withState = { ...NOTHING, state: ['undo'] };
    const withFiles = { ...withState, files: ['step', join('step', 'KEY')] };
    const withOutputs = { ...withFiles, outputs: ['out'] };
    expect(seen).toEqual([
      ['state', NOTHING, ''],
      ['files', { ...withState, files: ['step'] }, ''],
      ['outputs', withFiles, ''],
      ['variables', withOutputs, ''],
    ]);
    expect(job.seen()).toEqual({ ...withOutputs, variables: ['VARIABLE'], summary });
    expect(printed).toMatch(/^::notice::a notice\r?\n::warning::a warning\r?\nan info\r?\n$/);
    expect(parseState(parseFileCommand(readFileSync(job.path('GITHUB_STATE'), 'utf8')).pairs[0]?.[1] ?? '')).toEqual(
      state,
    );
  });

  test.each([undefined, ''])('Variables are exported if GITHUB_STEP_SUMMARY is %j', async (file) => {
    if (file === undefined) delete process.env['GITHUB_STEP_SUMMARY'];
    else process.env['GITHUB_STEP_SUMMARY'] = file;
    await publish(publication(), 'a summary');

    expect(job.seen()).toMatchObject({ variables: ['VARIABLE'], summary: '' });
  });

  test('A plan writes only its state and its log lines', async () => {
    const plan = { files: [], outputs: [], variables: [], state: { files: [], variables: [] } };
    process.env['RUNNER_TEMP'] = '';
    await publish(publication(plan), '');

    expect(job.seen()).toEqual({ ...NOTHING, state: ['undo'] });
  });
});

describe('Runner.publish that fails', () => {
  const EARLIER = 'earlier=1\n';
  const makeFolder = (name: string) => {
    rmSync(job.path(name), { recursive: true });
    mkdirSync(job.path(name));
  };

  test.each<[string, string, () => void]>([
    ['GITHUB_STATE', 'EISDIR', () => makeFolder('GITHUB_STATE')],
    ['RUNNER_TEMP', 'ENOENT', () => rmSync(job.temp, { recursive: true })],
    ['RUNNER_TEMP', 'EEXIST', () => undefined],
    ['GITHUB_OUTPUT', 'EISDIR', () => makeFolder('GITHUB_OUTPUT')],
    ['GITHUB_OUTPUT', 'it does not exist', () => rmSync(job.path('GITHUB_OUTPUT'))],
    ['GITHUB_ENV', 'EISDIR', () => makeFolder('GITHUB_ENV')],
    ['GITHUB_STEP_SUMMARY', 'EISDIR', () => makeFolder('GITHUB_STEP_SUMMARY')],
  ])('Nothing remains if the file or folder in %s cannot be written (%s)', async (name, why, ruin) => {
    const files = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'];
    for (const file of files) writeFileSync(job.path(file), EARLIER);
    ruin();
    const twice = why === 'EEXIST' ? publication().files : [];

    await expect(publish(publication({ files: [...publication().files, ...twice] }), 'a summary')).rejects.toThrow(
      expect.objectContaining({
        code: 'publication_failed',
        message: `The ${name === 'RUNNER_TEMP' ? 'folder' : 'file'} in ${name} could not be written (${why})`,
      }),
    );
    const left = files.filter((file) => file !== name).map((file) => readFileSync(job.path(file), 'utf8'));
    expect(left).toEqual(left.map(() => EARLIER));
    if (why !== 'ENOENT') expect(job.seen().files).toEqual([]);
    expect(printed).toBe('');
  });

  test('Nothing is written, not even the state, if the files would be in the workspace', async () => {
    process.env['GITHUB_WORKSPACE'] = job.path('');

    await expect(publish(publication(), '')).rejects.toThrow(expect.objectContaining({ code: 'runner_unsupported' }));
    expect(job.seen()).toEqual(NOTHING);
  });
});
