import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
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

describe('Runner.restore', () => {
  const WAS = { name: 'DOCKER_CONFIG', value: '/temp/step/docker-config', before: '/home/me/.docker' };
  const restored = (now: string | undefined, ...variables: (typeof WAS)[]) => {
    if (now === undefined) delete process.env['DOCKER_CONFIG'];
    else process.env['DOCKER_CONFIG'] = now;
    restore(variables);
    return parseFileCommand(readFileSync(job.path('GITHUB_ENV'), 'utf8')).pairs;
  };

  test('A variable gets its former value back', () => {
    expect(restored(WAS.value, WAS)).toEqual([['DOCKER_CONFIG', '/home/me/.docker']]);
  });

  test('A variable that was not set before becomes empty', () => {
    expect(restored(WAS.value, { ...WAS, before: '' })).toEqual([['DOCKER_CONFIG', '']]);
  });

  test.each(['/temp/step-2/docker-config', undefined])(
    'A variable stays %j if a later step changed it to that',
    (now) => {
      expect(restored(now, WAS)).toEqual([]);
    },
  );

  test.each<[string, () => void]>([
    ['the file in GITHUB_ENV does not exist', () => rmSync(job.path('GITHUB_ENV'))],
    ['GITHUB_ENV is not set', () => void delete process.env['GITHUB_ENV']],
  ])('Nothing fails and nothing is written if %s', (_why, ruin) => {
    process.env['DOCKER_CONFIG'] = WAS.value;
    const path = job.path('GITHUB_ENV');
    ruin();
    const before = existsSync(path);
    restore([WAS]);

    expect([existsSync(path), before && readFileSync(path, 'utf8')]).toEqual([before, before && '']);
  });
});

describe('Runner.fail', () => {
  test('An error that cannot be described fails the step with one line, and without a stack', async () => {
    const printed: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    const variables = {
      get GITHUB_SERVER_URL(): string {
        throw new Error('hunter2');
      },
    };
    try {
      await createRunner(variables, process.stdout).fail(new Error('hunter2'));

      expect(process.exitCode).toBe(1);
    } finally {
      write.mockRestore();
      process.exitCode = undefined;
    }
    expect(printed.join('')).toBe(
      '::error::The action failed, and its error cannot be described. Report this defect as an issue in its repository.\n',
    );
  });
});
