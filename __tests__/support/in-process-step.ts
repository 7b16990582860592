import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputVariables, leftoversOf, prepareJob } from '../../harness/action-job.js';
import { publicInputs } from '../../harness/judges/secret-inputs.js';
import { projectRoot } from '../../harness/project.js';
import { type ActionRun, replay } from '../../harness/run-action.js';
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
    const { stdout } = await captured(env, open);
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

/**
 * Runs a step of the bundle's source in this process as a child process would run it: files, commands and exit code are those
 * that the runner sees. The network is that of the action.
 */
export async function runInProcess(inputs: Readonly<Record<string, string>>): Promise<ActionRun> {
  const root = mkdtempSync(join(tmpdir(), 'action-'));
  const job = prepareJob(root);
  const folders = { RUNNER_TEMP: job.temp, GITHUB_WORKSPACE: job.workspace, HOME: job.home, GITHUB_ACTIONS: 'true' };
  try {
    const env = { ...job.files, ...folders, ...inputVariables(inputs, join(projectRoot, 'action.yml')) };
    const { stdout, exitCode } = await captured(env);
    const ended = { exitCode, signal: null, stdout, stderr: '', merged: stdout };
    return { ...replay(job, ended), wantsSummary: true, publicTexts: publicInputs(inputs) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Returns what a run prints, and its exit code; the variables and the exit code of this process are restored afterwards. */
async function captured(env: Readonly<Record<string, string>>, open?: typeof connect) {
  const before = { env: { ...process.env }, exitCode: process.exitCode, write: process.stdout.write };
  let printed = '';
  Object.assign(process.env, env);
  process.stdout.write = (text: string | Uint8Array, ...rest: unknown[]) => {
    printed += text;
    for (const callback of rest) if (typeof callback === 'function') callback();
    return true;
  };
  try {
    process.exitCode = 0;
    const runner = createRunner(process.env, process.stdout);
    await run(runner, open).catch(runner.fail);
    return { stdout: printed, exitCode: Number(process.exitCode) };
  } finally {
    process.stdout.write = before.write;
    process.exitCode = before.exitCode;
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before.env);
  }
}
