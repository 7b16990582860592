import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './project.js';

/** What a run of the bundle used; none of it depends on the speed of the machine. */
export interface Usage {
  /** The files of dist/ that were loaded, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** The modules of Node that were loaded in addition to those of an empty script. */
  readonly modules: readonly string[];
  /** How often a file of the runner was opened for writing. */
  readonly writes: number;
}

/** Runs the bundle with the environment that makes it report what it uses, and the most memory that it occupied; `run` starts it. */
export async function usageOf<T>(
  run: (env: Readonly<Record<string, string>>) => Promise<T>,
): Promise<{ readonly usage: Usage; readonly peakMiB: number; readonly result: T }> {
  const folder = mkdtempSync(join(tmpdir(), 'usage-'));
  try {
    const report = join(folder, 'report.json');
    const probe = join(projectRoot, 'harness', 'usage-probe.cjs');
    const result = await run({ NODE_OPTIONS: `--require=${JSON.stringify(probe)}`, USAGE_REPORT: report });
    const { peakMiB, ...usage } = JSON.parse(readFileSync(report, 'utf8'));
    return { usage, peakMiB, result };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
