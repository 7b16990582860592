import type { ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeOwner, inputVariables, type Job, leftoversOf, prepareJob } from './action-job.js';
import { leaksIn } from './judges/leaks.js';
import { type GivenInputs, publicInputs, secretsInInputs } from './judges/secret-inputs.js';
import { node24 } from './node24.js';
import { projectRoot } from './project.js';
import { type EndedProcess, runProcess } from './run-process.js';
import { caselessMap, isSameName } from './runner/dotnet.js';
import { type AppliedFile, applyFileCommand, type Pair, type PairFile, readSummary } from './runner/file-commands.js';
import { report } from './runner/journal.js';
import { type Log, readLog } from './runner/log.js';

/** What a workflow sets for one step of the action. */
export interface ActionOptions {
  entry?: 'main' | 'post';
  /** By the names in action.yml; an input that is not set has its default. */
  inputs?: Record<string, string>;
  /** More variables; an empty text removes a variable. */
  env?: Record<string, string>;
  state?: ReadonlyMap<string, string>;
  bundle?: string;
  node?: string;
  timeoutMs?: number;
  actionYml?: string;
  /** A folder that the caller keeps, so that the steps of one job share RUNNER_TEMP, HOME and the workspace. */
  jobFolder?: string;
  /** Texts that a server says in public although a secret contains them. */
  publicTexts?: readonly string[];
  /** The number of the user who runs the step and owns the folders of the job; only root can set it. */
  user?: number | undefined;
  /** The system whose runner reads the files of the step. Default: that of this machine. */
  platform?: NodeJS.Platform;
  onStart?(child: ChildProcess): void;
}

/** What one step of the action did, as the runner sees it. */
export interface ActionRun {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  /** The lines of both streams in order of arrival, and then the errors of the file commands. */
  log: Log;
  variables: Map<string, string>;
  outputs: Map<string, string>;
  state: Map<string, string>;
  /** The summary as the runner uploads it: masked line by line. */
  summary: string;
  fileErrors: string[];
  raw: { env: string; output: string; state: string; summary: string; path: string };
  /** Whether a failure must be in the summary: the step may write one, and the runner provides a file for it. */
  wantsSummary: boolean;
  /** Texts that a reader of the workflow knows anyway: a secret that contains one shows nothing by it. */
  publicTexts: readonly string[];
  temp: string;
  /** Everything else in the folders of the job: `_temp/…`, `workspace/…`, `home/…`; folders end with a slash. */
  leftovers: string[];
}

/** Starts the built action as the runner does, and applies its commands and files: NodeScriptActionHandler.cs. */
export async function runAction(options: ActionOptions = {}): Promise<ActionRun> {
  const root = realpathSync(options.jobFolder ?? mkdtempSync(join(tmpdir(), 'action-')));
  try {
    const job = prepareJob(root);
    if (options.user !== undefined) changeOwner(job, options.user);
    const env = environmentOf(job, options);
    const ended = await runProcess({
      node: options.node ?? node24,
      script: options.bundle ?? join(projectRoot, 'dist', options.entry === 'post' ? 'post.js' : 'index.js'),
      cwd: job.workspace,
      env,
      timeoutMs: options.timeoutMs ?? 30_000,
      user: options.user,
      onStart: options.onStart ?? (() => {}),
    });
    const hasFile = env['GITHUB_STEP_SUMMARY'] === job.files.GITHUB_STEP_SUMMARY;
    const wantsSummary = hasFile && !/^false$/i.test(env['INPUT_SUMMARY'] ?? '');
    const publicTexts = [...publicInputs(options.inputs ?? {}), ...(options.publicTexts ?? [])];
    const run = { ...replay(job, ended, options.platform), wantsSummary, publicTexts };
    if (options.bundle === undefined) rejectLeaks(run, options.inputs ?? {});
    return run;
  } finally {
    if (options.jobFolder === undefined) rmSync(root, { recursive: true, force: true });
  }
}

/** Judges every run of the bundle, whatever else a test compares. @throws Error if a secret of the inputs can be read */
function rejectLeaks(run: ActionRun, inputs: GivenInputs): void {
  const leaks = leaksIn(run, secretsInInputs(inputs));
  const { JUDGED_STEPS: file } = process.env;
  if (file !== undefined) appendFileSync(file, '.');
  if (leaks.length > 0) throw new Error(`A step shows a secret: ${leaks.join('; ')}`);
}

/** Returns all variables of the step; of this process, it gets only PATH: NodeScriptActionHandler.cs. */
function environmentOf(job: Job, { inputs = {}, env = {}, state, actionYml }: ActionOptions): Record<string, string> {
  const systems: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macOS', win32: 'Windows' };
  const saved = [...(state ?? [])].map(([name, value]) => [`STATE_${name}`, value] as const);
  const changes = Object.entries(env);
  const variables = new Map([
    ...Object.entries({
      PATH: process.env['PATH'] ?? '',
      HOME: job.home,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      RUNNER_DEBUG: process.env['SCENARIOS_WITHOUT_DEBUG'] === undefined ? '1' : '0',
      GITHUB_WORKSPACE: job.workspace,
      RUNNER_TEMP: job.temp,
      RUNNER_OS: systems[process.platform] ?? 'Linux',
      ...job.files,
      ...inputVariables(inputs, actionYml ?? join(projectRoot, 'action.yml')),
    }),
    ...saved,
    ...changes,
  ]);
  for (const [name, value] of changes) if (value === '') variables.delete(name);
  return Object.fromEntries(variables);
}

/** Applies the commands and files of a step that has ended. */
export function replay(
  job: Job,
  { exitCode, signal, stdout, stderr, merged }: EndedProcess,
  platform = process.platform,
): Omit<ActionRun, 'wantsSummary' | 'publicTexts'> {
  const log = readLog(merged);
  const printed = log.annotations.length;
  const read = (path: string): string => readFileSync(path, 'utf8');
  const raw = {
    env: read(job.files.GITHUB_ENV),
    output: read(job.files.GITHUB_OUTPUT),
    state: read(job.files.GITHUB_STATE),
    summary: read(job.files.GITHUB_STEP_SUMMARY),
    path: read(job.files.GITHUB_PATH),
  };
  const apply = (file: PairFile, text: string) => applyFile(log, file, applyFileCommand(file, text, platform));
  // The order is that of the runner: ExtensionManager.cs.
  const variables = apply('GITHUB_ENV', raw.env);
  const { summary, error } = readSummary(raw.summary, log.masker);
  if (error !== null) report(log, error);
  const state = caselessMap([...commandPairs(log, 'save-state'), ...apply('GITHUB_STATE', raw.state)]);
  const outputs = caselessMap([...commandPairs(log, 'set-output'), ...apply('GITHUB_OUTPUT', raw.output)]);
  const fileErrors = log.annotations.slice(printed).map(({ message }) => message);
  return {
    ...{ exitCode, signal, stdout, stderr, log, fileErrors, raw },
    variables: new Map(variables),
    outputs,
    state,
    summary,
    temp: job.temp,
    leftovers: leftoversOf(job),
  };
}

function applyFile(log: Log, file: PairFile, applied: AppliedFile): Pair[] {
  const { pairs, error, annotations } = applied;
  for (const message of annotations) report(log, message);
  if (error !== null) {
    report(log, `Unable to process file command '${file.replace('GITHUB_', '').toLowerCase()}' successfully.`);
    report(log, error);
  }
  return pairs;
}

/** Returns the pairs of the deprecated commands `set-output` and `save-state` on stdout: ActionCommandManager.cs. */
function commandPairs({ commands }: Log, name: string): Pair[] {
  return commands
    .filter(({ command }) => isSameName(command, name))
    .map(
      ({ properties, data }): Pair => [
        Object.entries(properties).find(([k]) => isSameName(k, 'name'))?.[1] ?? '',
        data,
      ],
    )
    .filter(([key]) => key !== '');
}
