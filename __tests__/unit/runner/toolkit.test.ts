import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../../harness/project.js';
import { runProcess } from '../../../harness/run-process.js';
import { parseFileCommand } from '../../../harness/runner/file-commands.js';
import { temporaryFolder } from '../../../harness/temporary-folder.js';
import { appendEntries } from '../../../src/runner/toolkit.js';

describe('appendEntries', () => {
  const folder = temporaryFolder();

  test.each([
    ['of several lines', 'one\ntwo\n'],
    ['that is empty', ''],
    ['that contains the first delimiter', `ghadelimiter_${process.pid}_0\nPATH<<x\n/evil\nx`],
    ['that contains the first two delimiters', `ghadelimiter_${process.pid}_0 ghadelimiter_${process.pid}_1`],
  ])('A value %s is read back unchanged', (_what, value) => {
    const file = join(folder(), 'output');
    writeFileSync(file, '');
    appendEntries(file, [
      ['first', value],
      ['second', 'another'],
    ]);

    expect(parseFileCommand(readFileSync(file, 'utf8')).pairs).toEqual([
      ['first', value],
      ['second', 'another'],
    ]);
  });

  test('A file that does not exist is not created', () => {
    expect(() => appendEntries(join(folder(), 'absent'), [['name', 'value']])).toThrow('ENOENT');
  });
});

describe('failIfUnfinished', () => {
  const folder = temporaryFolder();

  /** Runs a script that fails unless it is finished. */
  const ended = (lines: readonly string[]) => {
    const script = join(folder(), 'script.mjs');
    const module = join(projectRoot, 'build', 'src', 'runner', 'process.js');
    const start = `import { failIfUnfinished } from ${JSON.stringify(module)};
const end = failIfUnfinished(() => console.log('unfinished'));`;
    writeFileSync(script, [start, ...lines].join('\n'));
    return runProcess({
      node: process.execPath,
      script,
      cwd: folder(),
      env: {},
      timeoutMs: 20_000,
      onStart: () => undefined,
    });
  };

  test.each<[string, string[], { exitCode: number; stdout: string }]>([
    [
      'A process that waits for something that never comes fails with a line',
      ['void new Promise(() => {}).then(() => end(0));'],
      { exitCode: 1, stdout: 'unfinished\n' },
    ],
    ['A finished process has its own exit code', ['end(0);'], { exitCode: 0, stdout: '' }],
    ['A process that has failed prints no other line', ['end(1);'], { exitCode: 1, stdout: '' }],
  ])('%s', async (_name, lines, expected) => {
    expect(await ended(lines)).toMatchObject(expected);
  });
});
