import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '../../../harness/project.js';
import { installed } from './installed.js';

/** What a repository's settings hold, and what act is asked for beside the workflow. */
export interface ActSettings {
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
}

/** One run of a workflow in nektos/act. */
export interface ActRun {
  readonly exitCode: number;
  /** All that act has printed, by line. */
  readonly log: readonly string[];
  /** The files that steps have written to the folder of the variable `SEEN`. */
  readonly seen: Readonly<Record<string, string>>;
}

const WORKFLOWS = join(projectRoot, '__tests__', 'real', 'workflows');

/** Runs a workflow of __tests__/real/workflows on this machine, in a new repository that holds the action itself. */
export async function runAct(workflow: string, { secrets, vars, flags = [] }: ActSettings): Promise<ActRun> {
  const root = mkdtempSync(join(tmpdir(), 'act-'));
  try {
    const [repository, seen, home] = ['repository', 'seen', 'home'].map((name) => join(root, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(seen);
    mkdirSync(home);
    makeRepository(repository, home);
    // JSON is YAML, too; in arguments any user of the machine could read them.
    writeFileSync(join(root, 'secrets.yml'), JSON.stringify(secrets), { mode: 0o600 });
    writeFileSync(join(root, 'vars.yml'), JSON.stringify({ ...vars, SEEN: seen }));
    const child = spawn(installed('act', 'act'), [...argumentsFor(root, workflow), ...flags], {
      cwd: repository,
      env: environmentIn(home),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    const [stdout, stderr, [exitCode]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    // Random names of folders could hold parts of a secret by chance.
    const log = `${stdout}${stderr}`.replaceAll(root, '/root').replace(/(?<=\/\.cache\/act\/)[\da-f]{16}/g, 'job');
    return { exitCode, log: log.split('\n'), seen: filesIn(seen) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The workflow's own checkout: the action at its root, as a clone of this repository has it. */
function makeRepository(folder: string, home: string): void {
  for (const name of ['action.yml', 'dist']) {
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  }
  for (const entry of readdirSync(WORKFLOWS)) {
    const target = entry === 'actions' ? entry : join('workflows', entry);
    cpSync(join(WORKFLOWS, entry), join(folder, '.github', target), { recursive: true });
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, env: environmentIn(home) });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', 'commit', '--quiet', '--message=A workflow');
}

function argumentsFor(root: string, workflow: string): string[] {
  return [
    'push',
    `--workflows=.github/workflows/${workflow}`,
    '--platform=ubuntu-latest=-self-hosted',
    `--secret-file=${join(root, 'secrets.yml')}`,
    `--var-file=${join(root, 'vars.yml')}`,
    '--action-offline-mode',
    '--no-cache-server',
    '--rm',
  ];
}

/** act hands the variables of its own process on to every step, so it gets none of the developer's. */
function environmentIn(home: string): Record<string, string> {
  return {
    // act starts whatever node comes first.
    PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
    HOME: home,
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_CONFIG_HOME: join(home, '.config'),
    ACT_DISABLE_VERSION_CHECK: '1',
    // The same commit in every run.
    GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
    GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  };
}

function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  return Object.fromEntries(paths.map((path) => [basename(path), readFileSync(path, 'utf8')]));
}
