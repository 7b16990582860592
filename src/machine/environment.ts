import { homedir } from 'node:os';
import { join } from 'node:path';
import type { IdTokenRequest } from '../ports.js';
import type { DockerPlaces } from './docker-files.js';
import { entrySize, type VariableLimit } from './limits.js';
import { newFolderName, readRegularFile } from './own-folder.js';

/** The variables of a step. */
export type Variables = Readonly<NodeJS.ProcessEnv>;

/** Returns where the documents are: in the action's own repository, or else in the workflow's checkout. */
export function documentsOf(variables: Variables): string {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = variables;
  return server && repository && ref ? `${server}/${repository}/blob/${ref}/docs` : 'docs';
}

/** What other runners set besides GITHUB_ACTIONS: nektos/act (run_context.go), and those of Gitea and Forgejo (runner.go). */
const OTHER_RUNNERS = ['ACT', 'GITEA_ACTIONS', 'FORGEJO_ACTIONS'];

/** Whether the step runs on GitHub's own runner. */
export function isGitHubRunner(variables: Variables): boolean {
  return Boolean(variables['GITHUB_ACTIONS']) && !OTHER_RUNNERS.some((name) => variables[name]);
}

/** What settings need from the machine in addition to the inputs. */
export interface Environment {
  /** Returns a variable of the job; undefined if it is absent or empty. */
  readonly variable: (name: string) => string | undefined;
  /** Returns the bytes of a file; `~` is not expanded. @throws Error of the file system */
  readonly readFile: (path: string) => Buffer;
  /** Masks texts as soon as they are read. */
  readonly mask: (texts: readonly string[]) => void;
  /** Returns the path that a file of this step will have: in the step's own folder, which does not exist yet. */
  readonly pathOf: (file: string) => string;
  readonly now: Date;
}

/** What a publication needs to know about the machine and the job. */
export interface JobEnvironment extends Environment {
  readonly limit: VariableLimit;
  /** How many more bytes of variables a new program could receive. */
  readonly space: number;
  /** The step's own folder below RUNNER_TEMP. */
  readonly folder: string;
  /** Where container clients keep their logins. */
  readonly dockerPlaces: DockerPlaces;
}

/** Reads the environment from the variables of the job and from the machine. */
export function readEnvironment(env: Variables, mask: Environment['mask']): JobEnvironment {
  let folder: string | undefined;
  // Only when it is needed: a random name loads Node's cryptography.
  const ownFolder = () => {
    folder ??= join(env['RUNNER_TEMP'] ?? '', newFolderName());
    return folder;
  };
  return {
    variable: (name) => env[name] || undefined,
    readFile: (path) => readRegularFile(path),
    mask,
    pathOf: (file) => join(ownFolder(), file),
    // MAX_ARG_STRLEN in Linux' limits.h, the Win32 page on CreateProcess.
    limit: process.platform === 'win32' ? { characters: 32_767 } : { bytes: 128 * 1024 },
    space: spaceIn(env),
    get folder() {
      return ownFolder();
    },
    dockerPlaces: {
      dockerConfig: env['DOCKER_CONFIG'],
      registryAuthFile: env['REGISTRY_AUTH_FILE'],
      xdgRuntimeDir: env['XDG_RUNTIME_DIR'],
      xdgConfigHome: env['XDG_CONFIG_HOME'],
      home: homedir(),
      uid: process.getuid?.(),
      platform: process.platform,
    },
    now: new Date(),
  };
}

/** The most bytes of a program's environment and arguments together (execve(2); sysctl kern.argmax). */
const MOST: Partial<Record<NodeJS.Platform, number>> = { linux: 2 * 1024 * 1024, darwin: 1024 * 1024 };

/** Computes the bytes that are left for variables, if one argument has the largest size. */
function spaceIn(env: Variables): number {
  const used = Object.entries(env).reduce((sum, [name, value = '']) => sum + entrySize(name, value), 0);
  return (MOST[process.platform] ?? Number.POSITIVE_INFINITY) - 128 * 1024 - used;
}

/** Reads where the runner issues ID tokens; returns undefined for a job without `id-token: write`. */
export function idTokenRequestOf({
  variable,
  mask,
}: Pick<Environment, 'variable' | 'mask'>): IdTokenRequest | undefined {
  const url = variable('ACTIONS_ID_TOKEN_REQUEST_URL');
  const token = variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  if (url === undefined || token === undefined) {
    return undefined;
  }
  mask([token]);
  return { url, token };
}
