import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { projectRoot } from '../../harness/project.js';
import { temporaryFolder } from '../../harness/temporary-folder.js';
import { isThorough, recordTried } from '../support/effort.js';

const folder = temporaryFolder();

/** Runs the scenarios, or those of one file, with steps that have no RUNNER_DEBUG; returns how many steps were judged. */
async function judgeWithoutDebug(pattern: string): Promise<number> {
  const judged = join(folder(), 'judged');
  const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  const roots = `--roots=${join(projectRoot, 'build', '__tests__', 'scenarios')}`;
  const env = { ...process.env, SCENARIOS_WITHOUT_DEBUG: '1', JUDGED_STEPS: judged };
  // The limit of a single test is not what this test is about.
  const options = [pattern, '--testTimeout=120000', roots];
  await promisify(execFile)(process.execPath, ['--experimental-vm-modules', jest, ...options], {
    cwd: projectRoot,
    env,
    maxBuffer: 2 ** 28,
  });
  return existsSync(judged) ? readFileSync(judged).length : 0;
}

test(
  'Every scenario behaves the same without step debugging, and no four characters of a secret are readable',
  async () => {
    const steps = await judgeWithoutDebug(isThorough ? 'scenarios' : 'login/credentials');

    recordTried(steps);
    expect(steps).toBeGreaterThan(isThorough ? 1000 : 3);
  },
  isThorough ? 3_600_000 : 60_000,
);
