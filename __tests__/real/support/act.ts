import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '../../../harness/project.js';
import { installed } from './installed.js';

/** The settings of a repository, and more options of act. */
export interface ActSettings {
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  /** The event that starts the workflow, by default a push. */
  readonly event?: string;
  /** Fills the repository instead of the usual workflows and the action. */
  readonly fill?: (repository: string) => void;
  /** A folder of programs that steps find first. */
  readonly programs?: string;
}

/** One run of a workflow in nektos/act. */
export interface ActRun {
  readonly exitCode: number;
  /** Everything that act has printed, by line. */
  readonly log: readonly string[];
  /** The files that steps have written to the folder of the variable `SEEN`. */
  readonly seen: Readonly<Record<string, string>>;
}

const WORKFLOWS = join(projectRoot, '__tests__', 'real', 'workflows');

/** Runs a workflow of __tests__/real/workflows on this machine, in a new repository that contains the action. */
export async function runAct(workflow: string, settings: ActSettings): Promise<ActRun> {
  const { secrets, vars, flags = [], fill = fillWithWorkflows } = settings;
  const root = mkdtempSync(join(tmpdir(), 'act-'));
  try {
    const [repository, seen, home] = ['repository', 'seen', 'home'].map((name) => join(root, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(seen);
    mkdirSync(home);
    makeRepository(repository, home, fill);
    // The files are YAML, which includes JSON. Any user of the machine could read secrets in arguments.
    writeFileSync(join(root, 'secrets.yml'), JSON.stringify(secrets), { mode: 0o600 });
    writeFileSync(join(root, 'vars.yml'), JSON.stringify({ ...vars, SEEN: seen }));
    const child = spawn(installed('act', 'act'), [...argumentsFor(root, workflow, settings.event), ...flags], {
      cwd: repository,
      env: { ...environmentIn(home, settings.programs), SEEN: seen },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    const [stdout, stderr, [exitCode]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    // Random names of folders could contain parts of a secret by chance.
    const log = `${stdout}${stderr}`.replaceAll(root, '/root').replace(/(?<=\/\.cache\/act\/)[\da-f]{16}/g, 'job');
    return { exitCode, log: log.split('\n'), seen: filesIn(seen) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Copies the action into a folder, as a release contains it. */
export function copyAction(folder: string): void {
  for (const name of ['action.yml', 'dist']) {
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  }
}

/** Fills a repository with the workflows of the tests, and the action at its root as in a clone of this repository. */
function fillWithWorkflows(folder: string): void {
  copyAction(folder);
  for (const entry of readdirSync(WORKFLOWS)) {
    const target = entry === 'actions' ? entry : join('workflows', entry);
    cpSync(join(WORKFLOWS, entry), join(folder, '.github', target), { recursive: true });
  }
}

function makeRepository(folder: string, home: string, fill: (folder: string) => void): void {
  mkdirSync(folder);
  fill(folder);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, env: environmentIn(home) });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', 'commit', '--quiet', '--message=A workflow');
}

function argumentsFor(root: string, workflow: string, event = 'push'): string[] {
  return [
    event,
    `--workflows=.github/workflows/${workflow}`,
    '--platform=ubuntu-latest=-self-hosted',
    `--secret-file=${join(root, 'secrets.yml')}`,
    `--var-file=${join(root, 'vars.yml')}`,
    '--action-offline-mode',
    '--no-cache-server',
    '--rm',
  ];
}

/** Returns the environment of act, without variables of the developer: act passes its own variables to every step. */
function environmentIn(home: string, programs?: string): Record<string, string> {
  const folders = [...(programs === undefined ? [] : [programs]), dirname(process.execPath), process.env['PATH']];
  return {
    // act starts the first `node` in PATH.
    PATH: folders.join(':'),
    HOME: home,
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_CONFIG_HOME: join(home, '.config'),
    ACT_DISABLE_VERSION_CHECK: '1',
    // These dates make the commit the same in every run.
    GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
    GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  };
}

function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  return Object.fromEntries(paths.map((path) => [basename(path), readFileSync(path, 'utf8')]));
}
