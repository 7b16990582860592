import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { splitLines } from './runner/commands.js';

/** How to start a script with Node; it gets no variables of this process. */
export interface ProcessOptions {
  node: string;
  script: string;
  cwd: string;
  env: Record<string, string>;
  timeoutMs: number;
  /** The user and group of the process; that of the tests if it is undefined. */
  user?: number | undefined;
  onStart(child: ChildProcess): void;
}

/** How a process ended and what it printed; `merged` contains the lines of both streams in order of arrival. */
export interface EndedProcess {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  merged: string;
}

/** Runs a script until it exits; after `timeoutMs`, it is killed with SIGKILL: ProcessInvoker.cs. */
export function runProcess(options: ProcessOptions): Promise<EndedProcess> {
  const { node, script, cwd, env, timeoutMs, user } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(node, [script], {
      ...{ cwd, env, uid: user, gid: user },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    const lines: string[] = [];
    const stdout = collect(child.stdout, lines);
    const stderr = collect(child.stderr, lines);
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      const [out, err] = [stdout(), stderr()];
      resolve({ exitCode, signal, stdout: out, stderr: err, merged: lines.map((line) => `${line}\n`).join('') });
    });
    options.onStart(child);
  });
}

/**
 * Adds each line of a stream to `lines` once it is complete. Returns a function that adds the rest and returns the whole text.
 *
 * The runner reads both streams by line, so a line of one stream never splits a line of the other: ProcessInvoker.cs.
 */
function collect(stream: Readable, lines: string[]): () => string {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  // Only what is not taken yet is searched: the log of a step can have 24 MB.
  let rest = '';
  const add = (piece: string): void => {
    pieces.push(piece);
    rest += piece;
  };
  const takeUntil = (end: number): void => {
    lines.push(...splitLines(rest.slice(0, end)));
    rest = rest.slice(end);
  };
  stream.on('data', (chunk: Buffer) => {
    add(decoder.decode(chunk, { stream: true }));
    // A CR at the end may be the first half of CRLF.
    takeUntil(Math.max(rest.lastIndexOf('\n'), rest.slice(0, -1).lastIndexOf('\r')) + 1);
  });
  return () => {
    add(decoder.decode());
    takeUntil(rest.length);
    return pieces.join('');
  };
}
