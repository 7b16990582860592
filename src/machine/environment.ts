import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Registry } from '../formats/registry.js';
import { planDockerFiles } from './docker-files.js';
import type { PlannedFile } from './files.js';
import { entrySize, type VariableLimit } from './limits.js';

/** The variables of a step, as the process has them. */
export type Variables = Readonly<NodeJS.ProcessEnv>;

/** Returns where the documents are: in the action's own repository, or else in the workflow's checkout. */
export function documentsOf(variables: Variables): string {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = variables;
  return server && repository && ref ? `${server}/${repository}/blob/${ref}/docs` : 'docs';
}

/** What settings take from the machine beside the inputs; the edge gives it, tests give another. */
export interface Environment {
  /** The value of a variable of the job so far; undefined for an absent or empty one. */
  readonly variable: (name: string) => string | undefined;
  /** The text of a file, `~` not expanded. @throws Error of the file system */
  readonly readFile: (path: string) => string;
  /** Registers texts that were read as masks, before anything could print them. */
  readonly mask: (texts: readonly string[]) => void;
  /** The path that a file of this step will have: in a folder of its own below RUNNER_TEMP, which does not exist yet. */
  readonly pathOf: (file: string) => string;
}

/** What of the machine and the job a publication depends on. */
export interface JobEnvironment extends Environment {
  readonly limit: VariableLimit;
  /** How many bytes of variables more a program could be started with. */
  readonly space: number;
  /** The step's own folder. */
  readonly folder: string;
  /** The files of a docker configuration with these logins and all that is there already. */
  readonly dockerFiles: (registries: readonly Registry[]) => readonly PlannedFile[];
  readonly now: Date;
}

/** Reads the surroundings from the variables of the job and from the machine. */
export function readEnvironment(env: Variables, mask: Environment['mask']): JobEnvironment {
  const folder = join(env['RUNNER_TEMP'] ?? '', `bearer-login-${randomUUID()}`);
  const places = {
    dockerConfig: env['DOCKER_CONFIG'],
    registryAuthFile: env['REGISTRY_AUTH_FILE'],
    xdgRuntimeDir: env['XDG_RUNTIME_DIR'],
    xdgConfigHome: env['XDG_CONFIG_HOME'],
    home: homedir(),
    uid: process.getuid?.(),
    platform: process.platform,
  };
  return {
    variable: (name) => env[name] || undefined,
    readFile: (path) => readFileSync(path, 'utf8'),
    mask,
    pathOf: (file) => join(folder, file),
    // MAX_ARG_STRLEN in Linux' limits.h, the Win32 page on CreateProcess.
    limit: process.platform === 'win32' ? { characters: 32_767 } : { bytes: 128 * 1024 },
    space: spaceIn(env),
    folder,
    dockerFiles: (registries) => planDockerFiles(registries, places),
    now: new Date(),
  };
}

/** What the environment and the arguments of a program may take together (execve(2); sysctl kern.argmax). */
const MOST: Partial<Record<NodeJS.Platform, number>> = { linux: 2 * 1024 * 1024, darwin: 1024 * 1024 };

/** One argument of the largest size is left for the program. */
function spaceIn(env: Variables): number {
  const used = Object.entries(env).reduce((sum, [name, value = '']) => sum + entrySize(name, value), 0);
  return (MOST[process.platform] ?? Number.POSITIVE_INFINITY) - 128 * 1024 - used;
}
