// Runs the tests of __tests__/reliability at their full size on Node 24, and prints how many cases each test tried.
// Usage: npm run reliability -- [--seconds N] [--seed N] [--record] [PATTERN ...]. Each property looks for a counterexample for N seconds.
// The same seed gives the same inputs. A pattern selects files. With --record, the table of docs/reliability.md is written.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { node24 } from '../harness/node24.js';
import { projectRoot } from '../harness/project.js';
import { readFigures, replaceBlock, tableOf } from './reliability/figures.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '20260101' },
    record: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'reliability-'));
const figures = join(folder, 'figures');
const { status } = spawnSync(
  node24,
  [
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...positionals,
    // `npm test` leaves these tests out. Both options are last: jest reads the arguments after them as more values.
    '--testPathIgnorePatterns=/node_modules/',
    `--roots=${join(projectRoot, 'build', '__tests__', 'reliability')}`,
  ],
  {
    cwd: projectRoot,
    stdio: 'inherit',
    env: {
      ...process.env,
      RELIABILITY_SECONDS: values.seconds,
      RELIABILITY_SEED: values.seed,
      RELIABILITY_FIGURES: figures,
    },
  },
);
const table = tableOf(readFigures(existsSync(figures) ? readFileSync(figures, 'utf8') : ''));
rmSync(folder, { recursive: true });
console.log(`\n${table}`);
if (values.record && status === 0) {
  const page = join(projectRoot, 'docs', 'reliability.md');
  writeFileSync(page, replaceBlock(readFileSync(page, 'utf8'), 'figures', table));
}
process.exitCode = status ?? 1;
