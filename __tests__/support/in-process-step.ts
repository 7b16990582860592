import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftoversOf, prepareJob } from '../../harness/action-job.js';
import { applyFileCommand, type Pair } from '../../harness/runner/file-commands.js';
import { type Log, readLog } from '../../harness/runner/log.js';
import type { Send } from '../../src/ports.js';
import { run } from '../../src/run.js';
import { createRunner } from '../../src/runner/runner.js';
import type { connect } from '../../src/session/session.js';
import { NOW } from './fake-ports.js';

/** What one step did, as the runner sees it. */
export interface InProcessStep {
  readonly log: Log;
  readonly variables: readonly Pair[];
  readonly outputs: readonly Pair[];
  /** Errors and warnings of the file commands. */
  readonly fileErrors: readonly string[];
  readonly state: string;
  readonly summary: string;
  /** The files below RUNNER_TEMP, by path. */
  readonly files: readonly (readonly [path: string, content: string])[];
}

/** Runs src/run.ts in this process, for tests that run hundreds of steps; the network is a function. */
export function stepInProcess(
  inputs: Readonly<Record<string, string>>,
  send: Send,
  variables: Readonly<Record<string, string>> = {},
): Promise<InProcessStep> {
  const open: typeof connect = (_settings, _variables, ports) => ({
    ports: { ...ports, send, sleep: async () => {}, expect: () => () => 20, now: () => NOW },
    beforeDeadline: (work) => work,
    close: () => {},
  });
  return stepWithNetwork(inputs, open, variables);
}

/** Runs src/run.ts in this process; by default with the network of the action. */
export async function stepWithNetwork(
  inputs: Readonly<Record<string, string>>,
  open?: typeof connect,
  variables: Readonly<Record<string, string>> = {},
): Promise<InProcessStep> {
  const root = mkdtempSync(join(tmpdir(), 'step-'));
  const job = prepareJob(root);
  const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const);
  const folders = { RUNNER_TEMP: job.temp, GITHUB_WORKSPACE: job.workspace };
  const env = { ...job.files, ...Object.fromEntries(named), ...folders, ...variables };
  try {
    const stdout = await captured(env, () => {
      const runner = createRunner(process.env, process.stdout);
      return run(runner, open).catch(runner.fail);
    });
    const read = (path: string) => readFileSync(path, 'utf8');
    const exported = applyFileCommand('GITHUB_ENV', read(job.files.GITHUB_ENV));
    const outputs = applyFileCommand('GITHUB_OUTPUT', read(job.files.GITHUB_OUTPUT));
    return {
      log: readLog(stdout),
      variables: exported.pairs,
      outputs: outputs.pairs,
      fileErrors: [exported, outputs].flatMap(({ error, annotations }) => [...annotations, ...(error ?? [])]),
      state: read(job.files.GITHUB_STATE),
      summary: read(job.files.GITHUB_STEP_SUMMARY),
      files: leftoversOf(job)
        .filter((path) => !path.endsWith('/'))
        .map((path) => [path, readFileSync(join(root, path), 'latin1')] as const),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Returns everything that is printed during the work; variables and exit code are restored afterwards. */
async function captured(env: Readonly<Record<string, string>>, work: () => Promise<void>): Promise<string> {
  const before = { env: { ...process.env }, exitCode: process.exitCode, write: process.stdout.write };
  let printed = '';
  Object.assign(process.env, env);
  process.stdout.write = (text: string | Uint8Array, ...rest: unknown[]) => {
    printed += text;
    for (const callback of rest) if (typeof callback === 'function') callback();
    return true;
  };
  try {
    await work();
    return printed;
  } finally {
    process.stdout.write = before.write;
    process.exitCode = before.exitCode;
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before.env);
  }
}
