import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { node24 } from '../../harness/node24.js';
import { projectRoot } from '../../harness/project.js';
import type { Soak } from '../../scripts/reliability/soak.js';
import { isThorough, recordTried, timeLimit } from '../support/effort.js';

const MEBIBYTE = 1024 * 1024;

/** What the heap of a process gains and loses by chance; with 10,000 runs, a loss of 300 bytes for each run is more. */
const CHANCE = 3 * MEBIBYTE;

test(
  'Many runs in one process leave no memory, timer, socket, listener or open file behind',
  async () => {
    const script = join(projectRoot, 'build', 'scripts', 'reliability', 'soak.js');
    const { stdout } = await promisify(execFile)(node24, ['--expose-gc', script, isThorough ? '10000' : '200']);
    const { runs, before, after }: Soak = JSON.parse(stdout);

    expect(after.heap - before.heap).toBeLessThan(CHANCE);
    expect(after.external - before.external).toBeLessThan(CHANCE);
    expect([after.handles, after.descriptors]).toEqual([before.handles, before.descriptors]);
    recordTried(runs);
  },
  timeLimit(600),
);
