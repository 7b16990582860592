import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../harness/project.js';

/** The figures of one ended process: times in ms, the peak of its memory in MiB. */
export interface Figures {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** A command with its whole environment. */
export interface Command {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Measures commands, one after another. */
export interface Measure {
  /** @throws Error if the exit code is another than `expected` (default: 0) */
  readonly run: (command: Command, expected?: number) => Promise<Figures>;
  readonly close: () => void;
}

/** Starts measure.py, which measures ended processes by `wait4`; Node cannot. */
export function openMeasure(): Measure {
  const script = join(projectRoot, 'scripts', 'bench', 'measure.py');
  const python = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  // Without python3, its line never comes.
  python.on('error', () => {
    throw new Error('The benchmark needs python3, which measures ended processes. Install it.');
  });
  const lines = createInterface(python.stdout)[Symbol.asyncIterator]();
  return {
    async run(command, expected = 0) {
      python.stdin.write(`${JSON.stringify(command)}\n`);
      const [code, wall, cpu, memory, printed] = JSON.parse((await lines.next()).value ?? '[]');
      if (code !== expected) {
        throw new Error(`${command.argv.join(' ')} ended with exit code ${code}, not ${expected}: ${printed}`);
      }
      return { wall, cpu, memory };
    },
    close: () => void python.kill(),
  };
}

/** Measures commands in turn, several times; the first round only fills the file cache. Returns the rounds. */
export async function inTurn(runs: number, commands: readonly (() => Promise<Figures>)[]): Promise<Figures[][]> {
  const rounds: Figures[][] = [];
  for (let run = 0; run <= runs; run += 1) {
    const round: Figures[] = [];
    for (const command of commands) {
      round.push(await command());
    }
    rounds.push(round);
  }
  return rounds.slice(1);
}

/** Returns the median of what `figureOf` takes from each round. */
export function medianOf<T>(rounds: readonly T[], figureOf: (round: T) => number): number {
  const sorted = rounds.map(figureOf).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Starts a program of the benchmark on this Node, and returns it with the JSON that it prints when it is ready. */
export async function startServer<T>(script: string, argument: unknown): Promise<{ process: ChildProcess; ready: T }> {
  const path = join(projectRoot, 'build', 'scripts', 'bench', script);
  const server = spawn(process.execPath, [path, JSON.stringify(argument)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const text = await new Promise((resolve, reject) => {
    server.stdout?.once('data', resolve);
    server.once('exit', () => reject(new Error(`${script} ended before it was ready`)));
  });
  return { process: server, ready: JSON.parse(String(text)) };
}
