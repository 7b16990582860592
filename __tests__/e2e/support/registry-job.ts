import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AUTH_FILE, type DockerPlaces, planDockerFiles } from '../../../src/docker-files.js';
import { writeFiles } from '../../../src/files.js';
import { readRegistries } from '../../../src/secrets/registry.js';
import { readValue } from '../../../src/secrets/value.js';
import type { Environment } from './registry-clients.js';

/** A credential store as docker runs it; it notes what it was asked: docker-credential-helpers, credentials.Serve. */
const STORE = `#!/bin/sh
folder=$(dirname "$0")/../store
server=$(cat)
echo "$1 $server" >>"$folder/journal"
cat "$folder/$(echo "$server" | tr / _)" 2>/dev/null || { echo 'credentials not found in native keychain'; exit 1; }
`;

/** A home of its own, with a folder of programs and one for the runner's temporary files. */
export interface Job {
  readonly home: string;
  /** The environment before any step. */
  readonly env: Environment;
  /** Writes a file below the home. */
  write(path: string, content: unknown): void;
  /** Puts a login into the store that `docker-credential-fake` serves. */
  store(server: string, login: { readonly username: string; readonly password: string }): void;
  /** What the store was asked. */
  asked(): string[];
}

export function newJob(folder: string): Job {
  const home = mkdtempSync(join(folder, 'home-'));
  const write = (path: string, content: unknown): void => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    writeFileSync(join(home, path), text, { mode: 0o700 });
  };
  write('bin/docker-credential-fake', STORE);
  write('store/journal', '');
  write('run/.keep', '');
  return {
    home,
    env: { HOME: home, PATH: `${join(home, 'bin')}:${process.env['PATH']}`, XDG_RUNTIME_DIR: join(home, 'run') },
    write,
    store: (server, { username, password }) =>
      write(`store/${server}`, { ServerURL: server, Username: username, Secret: password }),
    asked: () =>
      readFileSync(join(home, 'store', 'journal'), 'utf8')
        .split('\n')
        .filter(Boolean),
  };
}

/** A step with `@docker` for these Secrets, in the environment that the steps before it left; gives the one after it. */
export function step(job: Job, secrets: readonly unknown[], env: Environment = job.env): Environment {
  const places: DockerPlaces = {
    home: job.home,
    dockerConfig: env['DOCKER_CONFIG'],
    registryAuthFile: env['REGISTRY_AUTH_FILE'],
    xdgRuntimeDir: env['XDG_RUNTIME_DIR'],
    uid: process.getuid?.(),
    platform: process.platform,
  };
  const registries = secrets.flatMap((secret) => readRegistries(readValue(secret), 'the Secret'));
  const folder = join(job.home, `step-${randomUUID()}`);
  writeFiles(folder, planDockerFiles(registries, places));
  return { ...env, DOCKER_CONFIG: folder, REGISTRY_AUTH_FILE: join(folder, AUTH_FILE) };
}
