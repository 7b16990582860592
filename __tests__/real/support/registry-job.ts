import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type JsonValue, secret } from '../../../emulator/chariot/index.js';
import { runJob } from '../../../harness/jobs/chariot-job.js';
import { leaksIn } from '../../../harness/judges/leaks.js';
import type { Environment } from './registry-clients.js';
import { passwordOf, trustRegistries } from './registry-server.js';

/** A credential store as docker runs it, which records each query: docker-credential-helpers, credentials.Serve. */
const STORE = `#!/bin/sh
folder=$(dirname "$0")/../store
server=$(cat)
echo "$1 $server" >>"$folder/journal"
cat "$folder/$(echo "$server" | tr / _)" 2>/dev/null || { echo 'credentials not found in native keychain'; exit 1; }
`;

/** The folders of a job, with programs in its home. */
export interface Job {
  readonly folder: string;
  readonly home: string;
  /** The environment before any step. */
  readonly env: Environment;
  /** Writes a file below the home. */
  write(path: string, content: unknown): void;
  /** Puts a login into the store that `docker-credential-fake` serves. */
  store(server: string, login: { readonly username: string; readonly password: string }): void;
  /** Returns the queries of the store. */
  asked(): string[];
}

/** Creates the folders of a job. */
export function newJob(folder: string): Job {
  const root = mkdtempSync(join(folder, 'job-'));
  const home = join(root, 'home');
  const write = (path: string, content: unknown): void => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    writeFileSync(join(home, path), text, { mode: 0o700 });
  };
  write('bin/docker-credential-fake', STORE);
  write('store/journal', '');
  write('run/.keep', '');
  return {
    folder: root,
    home,
    env: {
      HOME: home,
      PATH: `${join(home, 'bin')}:${process.env['PATH']}`,
      XDG_RUNTIME_DIR: join(home, 'run'),
      ...trustRegistries,
    },
    write,
    store: (server, { username, password }) =>
      write(`store/${server}`, { ServerURL: server, Username: username, Secret: password }),
    asked: () =>
      readFileSync(join(home, 'store', 'journal'), 'utf8')
        .split('\n')
        .filter(Boolean),
  };
}

/**
 * Runs a step of the action with `@docker` for these Secrets, and returns the environment of the next step.
 *
 * @throws Error if the step fails or its log shows a password
 */
export async function step(job: Job, secrets: readonly JsonValue[], env: Environment = job.env): Promise<Environment> {
  const settings = secrets.map((value, i) => secret(`registry-${i}`, value));
  const inputs = { secrets: settings.map(({ name }) => `${name} | @docker`).join('\n') };
  const run = await runJob({ settings, inputs, env: { ...env }, jobFolder: job.folder });
  const problems = leaksIn(run, ['ours', 'earlier', 'stored'].map(passwordOf));
  if (run.exitCode !== 0 || problems.length > 0) throw new Error([...problems, ...run.log.lines].join('\n'));
  return { ...env, ...Object.fromEntries(run.variables) };
}
