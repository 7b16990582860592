import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type CommandFolder, makeCommandFolder, type Seen } from '../../../harness/command-folder.js';
import { parseFileCommand } from '../../../harness/runner/file-commands.js';
import type { Publication } from '../../../src/publication/publication.js';
import { saveState, type Variable, writeFailure } from '../../../src/runner/publish.js';
import { createRunner } from '../../../src/runner/runner.js';
import { parseState, type State } from '../../../src/undo/state.js';

const STEP = 'bearer-login-01234567-89ab-cdef-0123-456789abcdef';

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
const publish = (planned: Publication, summary: string): void =>
  createRunner(process.env, process.stdout).publish(planned, summary);

const publication = (changes: Partial<Publication> = {}): Publication => ({
  state: { folders: [], variables: [] },
  folder: join(job.temp, STEP),
  files: [{ path: 'KEY', content: 'k' }],
  outputs: [['out', 'o']],
  variables: [['VARIABLE', 'v']],
  notices: ['a notice'],
  warnings: ['a warning'],
  infos: [{ title: 'an info', lines: [] }],
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
  test('Folder, state, files, outputs, variables, summary and log lines are written in this order', () => {
    const seen: [string, Seen, string][] = [];
    const look = (before: string) => () => seen.push([before, job.seen(), printed]);
    const { files, outputs, variables } = publication();
    const summary = '<h3>done</h3>\n';
    const restored = { name: 'A', value: 'b', before: '' };
    const toJSON = () => {
      look('state')();
      return restored;
    };
    publish(
      publication({
        state: { folders: [], variables: [Object.assign({ toJSON }, restored)] },
        files: watched(files, look('files')),
        outputs: watched(outputs, look('outputs')),
        variables: watched(variables, look('variables')),
      }),
      summary,
    );

    const withState = { ...NOTHING, state: ['undo'] };
    const withFiles = { ...withState, files: [STEP, join(STEP, 'KEY')] };
    const withOutputs = { ...withFiles, outputs: ['out'] };
    expect(seen).toEqual([
      ['state', { ...NOTHING, files: [STEP] }, ''],
      ['files', { ...withState, files: [STEP] }, ''],
      ['outputs', withFiles, ''],
      ['variables', withOutputs, ''],
    ]);
    expect(job.seen()).toEqual({ ...withOutputs, variables: ['VARIABLE'], summary });
    expect(printed).toMatch(/^::notice::a notice\r?\n::warning::a warning\r?\nan info\r?\n$/);
    const { dev, ino } = statSync(join(job.temp, STEP), { bigint: true });
    expect(parseState(parseFileCommand(readFileSync(job.path('GITHUB_STATE'), 'utf8')).pairs[0]?.[1] ?? '')).toEqual({
      folders: [{ name: STEP, identity: `${dev}:${ino}` }],
      variables: [restored],
    });
  });

  test.each([undefined, ''])('Variables are exported if GITHUB_STEP_SUMMARY is %j', (file) => {
    if (file === undefined) delete process.env['GITHUB_STEP_SUMMARY'];
    else process.env['GITHUB_STEP_SUMMARY'] = file;
    publish(publication(), 'a summary');

    expect(job.seen()).toMatchObject({ variables: ['VARIABLE'], summary: '' });
  });

  test('Without a summary, its file is not created', () => {
    rmSync(job.path('GITHUB_STEP_SUMMARY'));
    publish(publication(), '');

    expect(existsSync(job.path('GITHUB_STEP_SUMMARY'))).toBe(false);
  });

  test('A plan writes only its state and its log lines', () => {
    const plan = { files: [], outputs: [], variables: [], state: { folders: [], variables: [] } };
    process.env['RUNNER_TEMP'] = '';
    publish(publication(plan), '');

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
  ])('Nothing remains if the file or folder in %s cannot be written (%s)', (name, why, ruin) => {
    const files = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'];
    for (const file of files) writeFileSync(job.path(file), EARLIER);
    ruin();
    const twice = why === 'EEXIST' ? publication().files : [];

    expect(() => publish(publication({ files: [...publication().files, ...twice] }), 'a summary')).toThrow(
      expect.objectContaining({
        code: 'publication_failed',
        message: `The ${name === 'RUNNER_TEMP' ? 'folder' : 'file'} in ${name} could not be written (${why})`,
        cause: expect.objectContaining({ code: why === 'it does not exist' ? 'ENOENT' : why }),
      }),
    );
    const left = files.filter((file) => file !== name).map((file) => readFileSync(job.path(file), 'utf8'));
    expect(left).toEqual(left.map(() => EARLIER));
    if (why !== 'ENOENT') expect(job.seen().files).toEqual([]);
    expect(printed).toBe('');
  });

  test('Nothing is written if the size of a file of the runner cannot be read', () => {
    process.env['GITHUB_ENV'] = job.path('x'.repeat(300));

    expect(() => publish(publication(), '')).toThrow('The files of the runner could not be written (ENAMETOOLONG)');
    expect(job.seen()).toEqual(NOTHING);
  });

  test('Nothing is written, not even the state, if the files would be in the workspace', () => {
    process.env['GITHUB_WORKSPACE'] = job.path('');

    expect(() => publish(publication(), '')).toThrow(expect.objectContaining({ code: 'runner_unsupported' }));
    expect(job.seen()).toEqual(NOTHING);
  });
});

const variable: Variable = (name) => process.env[name] ?? '';

describe('saveState', () => {
  const state: State = { folders: [{ name: STEP, identity: '1:2' }], variables: [] };

  test('The state is what the post step reads', () => {
    saveState(state, variable);
    const [pair] = parseFileCommand(readFileSync(job.path('GITHUB_STATE'), 'utf8')).pairs;

    expect(pair?.[0]).toBe('undo');
    expect(parseState(pair?.[1] ?? '')).toEqual(state);
  });

  test('A state that cannot be saved fails the step', () => {
    rmSync(job.path('GITHUB_STATE'));

    expect(() => saveState(state, variable)).toThrow(
      expect.objectContaining({
        code: 'publication_failed',
        message: 'The file in GITHUB_STATE could not be written (it does not exist)',
      }),
    );
  });
});

describe('writeFailure', () => {
  const report = {
    code: 'server_failed',
    excerpt: [],
    message: '',
    title: '',
    stack: undefined,
    summary: 'why',
  } as const;
  const outputs = () => parseFileCommand(readFileSync(job.path('GITHUB_OUTPUT'), 'utf8')).pairs;

  test.each([
    [false, 'why'],
    [true, ''],
  ])(
    'A failure has the output `error_code`; if it is %s that summaries are off, its summary is %j',
    (isQuiet, summary) => {
      writeFailure(report, isQuiet, variable);

      expect(outputs()).toEqual([['error_code', 'server_failed']]);
      expect(job.seen().summary).toBe(summary);
    },
  );

  test('The summary of a failure is written even if its output cannot be written', () => {
    rmSync(job.path('GITHUB_OUTPUT'));
    writeFailure(report, false, variable);

    expect(job.seen().summary).toBe('why');
  });

  test('A failure whose summary cannot be written has its output', () => {
    rmSync(job.path('GITHUB_STEP_SUMMARY'));
    mkdirSync(job.path('GITHUB_STEP_SUMMARY'));
    writeFailure(report, false, variable);

    expect(outputs()).toEqual([['error_code', 'server_failed']]);
  });
});
