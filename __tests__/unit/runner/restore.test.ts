import { readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CommandFolder, makeCommandFolder } from '../../../harness/command-folder.js';
import { parseFileCommand } from '../../../harness/runner/file-commands.js';
import { createRunner } from '../../../src/runner/runner.js';
import type { State } from '../../../src/undo/state.js';

const restore = (variables: State['variables']) => createRunner(process.env, process.stdout).restore(variables);

let job: CommandFolder;
beforeEach(() => {
  job = makeCommandFolder();
});
afterEach(() => job.remove());

describe('in the end a variable', () => {
  const WAS = { name: 'DOCKER_CONFIG', value: '/temp/step/docker-config', before: '/home/me/.docker' };
  const restored = (now: string | undefined, ...variables: (typeof WAS)[]) => {
    if (now === undefined) delete process.env['DOCKER_CONFIG'];
    else process.env['DOCKER_CONFIG'] = now;
    restore(variables);
    return parseFileCommand(readFileSync(job.path('GITHUB_ENV'), 'utf8')).pairs;
  };

  test('gets back what it was', () => {
    expect(restored(WAS.value, WAS)).toEqual([['DOCKER_CONFIG', '/home/me/.docker']]);
  });

  test('becomes empty where it was absent', () => {
    expect(restored(WAS.value, { ...WAS, before: '' })).toEqual([['DOCKER_CONFIG', '']]);
  });

  test.each(['/temp/step-2/docker-config', undefined])('stays %j where a later step has changed it', (now) => {
    expect(restored(now, WAS)).toEqual([]);
  });

  test.each<[string, () => void]>([
    ['there is no file for it', () => rmSync(job.path('GITHUB_ENV'))],
    ['the runner names no file', () => void delete process.env['GITHUB_ENV']],
  ])('is left alone, and nothing fails, where %s', (_why, ruin) => {
    process.env['DOCKER_CONFIG'] = WAS.value;
    ruin();

    expect(() => restore([WAS])).not.toThrow();
  });
});
