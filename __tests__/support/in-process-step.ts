import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftoversOf, prepareJob } from '../../harness/action-job.js';
import { applyFileCommand, type Pair } from '../../harness/runner/file-commands.js';
import { type Log, readLog } from '../../harness/runner/log.js';
import { readEnvironment } from '../../src/machine/environment.js';
import type { Send } from '../../src/ports.js';
import { planPublication } from '../../src/publication/publication.js';
import { summarize } from '../../src/publication/report.js';
import { openSession } from '../../src/session/session.js';
import { parseSettings } from '../../src/settings/settings.js';
import { NOW } from './fake-ports.js';

/** What one step did, as the runner sees it. */
export interface InProcessStep {
  readonly log: Log;
  readonly variables: readonly Pair[];
  readonly outputs: readonly Pair[];
  /** Errors and refusals of the file commands. */
  readonly fileErrors: readonly string[];
  readonly state: string;
  readonly summary: string;
  /** What lies below RUNNER_TEMP, by path. */
  readonly files: readonly (readonly [path: string, content: string])[];
}

type Runner = typeof import('../../src/runner/runner.js');

let steps = 0;

/**
 * Does in this process what src/main.ts does in one of its own, for tests that run hundreds of steps; the network is a
 * function. The edge is loaded anew for each step, since the masker in it must know nothing at first.
 */
export async function stepInProcess(inputs: Readonly<Record<string, string>>, send: Send): Promise<InProcessStep> {
  const root = mkdtempSync(join(tmpdir(), 'step-'));
  const job = prepareJob(root);
  const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const);
  const env = { ...job.files, ...Object.fromEntries(named), RUNNER_TEMP: job.temp, GITHUB_WORKSPACE: job.workspace };
  steps += 1;
  try {
    const runner: Runner = await import(`../../src/runner/runner.js?step=${steps}`);
    const stdout = await captured(env, () => run(runner, send));
    const read = (path: string) => readFileSync(path, 'utf8');
    const variables = applyFileCommand('GITHUB_ENV', read(job.files.GITHUB_ENV));
    const outputs = applyFileCommand('GITHUB_OUTPUT', read(job.files.GITHUB_OUTPUT));
    return {
      log: readLog(stdout),
      variables: variables.pairs,
      outputs: outputs.pairs,
      fileErrors: [variables, outputs].flatMap(({ error, annotations }) => [...annotations, ...(error ?? [])]),
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

/** As src/main.ts does it, but for the network and the time. */
async function run(runner: Runner, send: Send): Promise<void> {
  try {
    const surroundings = readEnvironment(runner.readVariables(), runner.masker.mask);
    const settings = parseSettings(runner.readInputs(), surroundings);
    settings.notices.forEach(runner.ports.log.notice);
    const session = await openSession(settings, { ...runner.ports, send, sleep: async () => {}, now: () => NOW });
    const publication = planPublication(session, settings, surroundings);
    runner.publish(publication, summarize({ session, settings, publication }, runner.masker));
  } catch (error) {
    runner.fail(error);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Everything that is printed meanwhile; variables, exit code and signals are afterwards as they were. */
async function captured(env: Readonly<Record<string, string>>, work: () => Promise<void>): Promise<string> {
  const before = { env: { ...process.env }, exitCode: process.exitCode, write: process.stdout.write };
  const listeners = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));
  let printed = '';
  Object.assign(process.env, env);
  process.stdout.write = (text: string | Uint8Array) => {
    printed += text;
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
    for (const signal of SIGNALS) {
      const added = process.listeners(signal).filter((listener) => !listeners.get(signal)?.includes(listener));
      for (const listener of added) process.off(signal, listener);
    }
  }
}
