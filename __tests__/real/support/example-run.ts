import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { visibleIn } from '../../../harness/judges/visible-secrets.js';
import { projectRoot } from '../../../harness/project.js';
import { EXAMPLE_NAMES, PUBLISHED, placeOf } from '../../support/examples.js';
import { copyAction, runAct } from './act.js';
import { ALL_SECRETS, startExampleServers } from './example-servers.js';

/** The texts of files, by path. */
type Files = Readonly<Record<string, string>>;

/** How a run of an example ended, and what each program saw. */
export interface ExampleVerdict {
  readonly exitCode: number;
  /** The command line of each program; its variables that contain a secret, and the texts of the files that variables name. */
  readonly programs: readonly (readonly [command: string, secrets: Readonly<Record<string, string>>])[];
  /** The routes of all requests, in order of their names. */
  readonly requests: readonly string[];
  /** Every secret that can be read in the log. */
  readonly visible: readonly string[];
}

/** What differs between the runs of two examples. */
export interface ExampleOptions {
  readonly vars?: Readonly<Record<string, string>>;
  /** More files of the repository. */
  readonly files?: Files;
  /** The files of other repositories, by name and version. */
  readonly repositories?: Readonly<Record<string, Files>>;
}

const NO_STEPS =
  'name: Nothing\ndescription: Does nothing.\nruns: { using: composite, steps: [{ run: ":", shell: bash }] }\n';
const SETUP_ACTIONS = {
  'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020': { 'action.yml': NO_STEPS },
  'hashicorp/setup-terraform@dfe3c3f87815947d99a8997f908cb6525fc44e9e': { 'action.yml': NO_STEPS },
};
const PROGRAMS = ['aws', 'curl', 'docker', 'kubectl', 'npm', 'pip', 'psql', 'python', 'terraform'];
const SCRIPTS = ['build.sh', 'copy.sh', 'deploy.sh', 'migrate.sh', 'publish.sh'];
const RECORDER = join(projectRoot, 'build', '__tests__', 'real', 'support', 'record-program.js');

/** Runs a workflow in act as its user does: all examples are in their places, and the action has its published name. */
export async function runExample(workflow: string, options: ExampleOptions = {}): Promise<ExampleVerdict> {
  const { vars = {}, files = {}, repositories = {} } = options;
  const root = mkdtempSync(join(tmpdir(), 'example-'));
  const servers = await startExampleServers();
  try {
    copyAction(join(root, 'action'));
    for (const program of PROGRAMS) writeRecorder(join(root, 'programs', program));
    const { exitCode, seen, log } = await runAct(basename(workflow), {
      secrets: servers.secrets,
      vars: { ...servers.vars, ...vars },
      flags: [
        ...servers.flags,
        `--local-repository=${PUBLISHED}=${join(root, 'action')}`,
        ...writeRepositories(join(root, 'repositories'), { ...SETUP_ACTIONS, ...repositories }),
      ],
      event: 'workflow_dispatch',
      programs: join(root, 'programs'),
      fill: (repository) => fillAsUser(repository, files),
    });
    const tokens = servers.tokens();
    return {
      exitCode,
      programs: startedIn(seen['programs'] ?? '', tokens),
      requests: servers.requests(),
      visible: visibleIn([['the log', log.join('\n')]], [...ALL_SECRETS, ...tokens]),
    };
  } finally {
    await servers.close();
    rmSync(root, { recursive: true });
  }
}

/** Fills the repository of a user: the examples in their places, and the scripts that they start. */
function fillAsUser(repository: string, files: Files): void {
  for (const name of EXAMPLE_NAMES) {
    cpSync(join(projectRoot, 'examples', name), join(repository, placeOf(name)), { recursive: true });
  }
  for (const script of SCRIPTS) writeRecorder(join(repository, script));
  for (const [path, text] of Object.entries(files)) write(join(repository, path), text);
}

/** Writes other repositories, and returns the options of act that name them. */
function writeRepositories(folder: string, repositories: Readonly<Record<string, Files>>): string[] {
  return Object.entries(repositories).map(([name, files], n) => {
    for (const [path, text] of Object.entries(files)) write(join(folder, `${n}`, path), text);
    return `--local-repository=${name}=${join(folder, `${n}`)}`;
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function writeRecorder(path: string): void {
  write(path, `#!/bin/sh\nexec "${process.execPath}" "${RECORDER}" "$0" "$@"\n`);
  chmodSync(path, 0o755);
}

/** What a program that an example starts has recorded. */
interface Started {
  readonly program: string;
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly files: Files;
}

/** Reads the records of all programs; what differs in each run becomes a name. Tokens are numbered in the order of their use. */
function startedIn(records: string, tokens: readonly string[]): [string, Record<string, string>][] {
  const used = tokens
    .filter((token) => records.includes(token))
    .toSorted((one, other) => records.indexOf(one) - records.indexOf(other));
  const named = (text: string) =>
    used
      .reduce((text, token, n) => text.replaceAll(token, `<token ${n}>`), text)
      .replace(/\/[^=\s]*\/bearer-login-[^/]*(?=\/)/g, '<folder>')
      .replace(/http:\/\/127\.0\.0\.1:\d+/g, '<server>');
  return records
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Started => JSON.parse(line))
    .map(({ program, args, variables, files }) => {
      const secret = Object.entries(variables).filter(([, value]) =>
        [...ALL_SECRETS, ...tokens].some((text) => value.includes(text)),
      );
      const shown = [...secret, ...Object.entries(files)].map(([name, value]): [string, string] => [
        name,
        named(value),
      ]);
      return [named([program, ...args].join(' ')), Object.fromEntries(shown.toSorted())];
    });
}
