import type { ChildProcess } from 'node:child_process';

/** What a step reports on stderr: its condition holds, or it has received SIGINT. */
export type Report = 'waiting' | 'signal';

/** The turns of the event loop after which the step has done everything that it does without a reader. */
const TURNS = 20;

/**
 * Returns the environment of a step that reports a signal, and when a condition, an expression of JavaScript, holds.
 *
 * A report replaces a wait of fixed length: a test continues as soon as the step is in the state that the test is about.
 * Between a failure and the report, the second after which the step kills itself passes at once.
 */
export function reporting(condition: string): { readonly NODE_OPTIONS: string } {
  const source = `
    import { writeSync } from 'node:fs';
    const { setTimeout } = globalThis;
    let turns = 0;
    const isPast = (ms) => ms === 1000 && process.exitCode === 1 && turns < ${TURNS};
    globalThis.setTimeout = (run, ms, ...rest) => setTimeout(run, isPast(ms) ? 0 : ms, ...rest);
    const poll = () => {
      if (${condition}) turns += 1;
      if (turns < ${TURNS}) setTimeout(poll, 0);
      else writeSync(2, 'waiting ');
    };
    poll();
    process.on('SIGINT', () => setTimeout(() => writeSync(2, 'signal '), 0));`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(source)}` };
}

/** Waits for a report of a step, or for its exit: then the report can no longer come. */
export function isReported(child: ChildProcess, report: Report): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.stderr?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(report)) resolve();
    });
  });
}
