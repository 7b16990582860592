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

const started: ChildProcessWithoutNullStreams[] = [];
// A program that does not end must not keep jest running.
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Starts the program, which is stopped after the test. */
export function startProgram(...args: string[]): Program {
  const child = spawnMain(args);
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (chunk) => output.push(chunk));
  const printed = () => output.join('');
  const waitFor = async (expected: string) => {
    while (!printed().includes(expected)) await once(child.stdout, 'data');
  };
  return { process: child, printed, waitFor };
}

/** Runs the program to its end. */
export async function runProgram(...args: string[]): Promise<{ stdout: string; stderr: string; code: unknown }> {
  const child = spawnMain(args);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, code };
}

function spawnMain(args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [MAIN, ...args]);
  started.push(child);
  return child;
}
