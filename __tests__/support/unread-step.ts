import type { ChildProcess } from 'node:child_process';

/** What a step reports on stderr: its condition holds, or it has received SIGINT. */
export type Report = 'waiting' | 'signal';

/** The turns of the event loop after which everything that the step could do without a reader has happened. */
const TURNS = 100;

/**
 * Returns the environment of a step that reports when a condition, an expression of JavaScript, holds, and a signal.
 *
 * A report replaces a wait of fixed length: a test acts on it as soon as the step is in the state that the test is about.
 */
export function reporting(condition: string): { readonly NODE_OPTIONS: string } {
  const source = `
    import { writeSync } from 'node:fs';
    let turns = 0;
    const poll = () => {
      if (${condition}) turns += 1;
      if (turns < ${TURNS}) setImmediate(poll);
      else writeSync(2, 'waiting ');
    };
    setImmediate(poll);
    process.on('SIGINT', () => setImmediate(() => writeSync(2, 'signal ')));`;
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
