import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionRun, runAction } from '../run-action.js';

/** Sends this process a signal when it continues for the nth time after waiting for something other than a promise. */
const KILL = `
import { createHook } from 'node:async_hooks';
const types = new Map();
let left = Number(process.env.KILL_AT);
createHook({
  init: (id, type) => types.set(id, type),
  before: (id) => {
    if (types.get(id) !== 'PROMISE' && --left === 0) process.kill(process.pid, process.env.KILL_SIGNAL);
  },
}).enable();`;

/** When a step is killed: at its nth awaited point. */
export interface KillPoint {
  readonly nth: number;
  readonly signal?: NodeJS.Signals;
  /** Default: main. */
  readonly entry?: 'main' | 'post';
}

/** A job of which one step was killed, or came to its end before that. */
export interface Death {
  readonly main: ActionRun;
  readonly killed: ActionRun;
  /** The post step; after a killed one, a second one. */
  readonly post: ActionRun;
  /** Whether the step came to its end. */
  readonly isOver: boolean;
}

/** Runs main and post in one job, and kills one of them at a point. */
export async function die(
  inputs: Readonly<Record<string, string>>,
  { nth, signal = 'SIGKILL', entry = 'main' }: KillPoint,
): Promise<Death> {
  const jobFolder = mkdtempSync(join(tmpdir(), 'killed-'));
  const kill = {
    ...{ KILL_AT: String(nth), KILL_SIGNAL: signal },
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(KILL)}`,
  };
  try {
    const main = await runAction({ jobFolder, inputs, env: entry === 'main' ? kill : {} });
    const runPost = (env = {}) => runAction({ jobFolder, state: main.state, entry: 'post', env });
    const killed = entry === 'main' ? main : await runPost(kill);
    const isOver = killed.signal === null && (killed.exitCode ?? 0) < 128;
    return { main, killed, post: await runPost(), isOver };
  } finally {
    rmSync(jobFolder, { recursive: true });
  }
}

/** Kills a step at every awaited point from its start to its end (or at every `stride`-th one), some at the same time. */
export async function everyDeath(one: (nth: number) => Promise<Death>, stride = 1): Promise<Death[]> {
  const deaths: Death[] = [];
  for (let nth = 1; ; nth += 4 * stride) {
    const some = await Promise.all([0, 1, 2, 3].map((next) => one(nth + next * stride)));
    deaths.push(...some);
    if (some.every(({ isOver }) => isOver)) return deaths;
  }
}

/** Lists what a step has exported. */
export const exportedBy = ({ main }: Death) => [...main.outputs.keys(), ...main.variables.keys()];
