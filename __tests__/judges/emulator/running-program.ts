import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach } from '@jest/globals';

const MAIN = fileURLToPath(new URL('../../../emulator/main.js', import.meta.url));

/** The program of the emulator, and what it has printed so far. */
export interface Program {
  readonly process: ChildProcessWithoutNullStreams;
  printed(): string;
  /** Waits until the program has printed a text. */
  waitFor(text: string): Promise<void>;
}

/** Starts the program for one test, and stops it after the test. */
export function programs(): (...args: string[]) => Program {
  const started: ChildProcessWithoutNullStreams[] = [];
  afterEach(() => {
    for (const process of started.splice(0)) process.kill('SIGKILL');
  });
  return (...args) => {
    const child = spawn(process.execPath, [MAIN, ...args]);
    started.push(child);
    const output: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (chunk) => output.push(chunk));
    const printed = () => output.join('');
    const waitFor = async (expected: string) => {
      while (!printed().includes(expected)) await once(child.stdout, 'data');
    };
    return { process: child, printed, waitFor };
  };
}

/** Runs the program to its end. */
export async function runProgram(...args: string[]): Promise<{ stdout: string; stderr: string; code: unknown }> {
  const child = spawn(process.execPath, [MAIN, ...args]);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, code };
}
