import { execFile } from 'node:child_process';
import { installed } from './installed.js';

/** The advice if a program is missing; no test continues without its program. */
export const INSTALL = 'run scripts/e2e/install.sh';

/** All variables of a client. */
export type Environment = Readonly<Record<string, string>>;

/** The exit code and the output of a client. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a client until it exits. @throws Error if it is not installed */
export function run(program: string, args: readonly string[], env: Environment): Promise<Ended> {
  const command = ['crane', 'containers-image'].includes(program) ? installed(program, program) : program;
  return new Promise((resolve, reject) => {
    execFile(command, args, { env, timeout: 30_000 }, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') {
        reject(new Error(`${program} is not installed: ${INSTALL}`, { cause: error }));
      }
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), output: `${stdout}${stderr}` });
    });
  });
}

/** Runs a client and returns its output. @throws Error if it fails */
export async function must(program: string, args: readonly string[], env: Environment): Promise<string> {
  const { code, output } = await run(program, args, env);
  if (code !== 0) {
    throw new Error(`${program} ${args.join(' ')} exited with ${code}: ${output}`);
  }
  return output.trim();
}

/**
 * How each client reads the manifest of an image; `docker manifest` works without an engine.
 *
 * `containers-image` uses the current library of podman, buildah and skopeo; Debian's skopeo contains an old version.
 */
const READS: Readonly<Record<string, (image: string) => readonly string[]>> = {
  'containers-image': (image) => ['inspect', image],
  skopeo: (image) => ['inspect', '--raw', `docker://${image}`],
  crane: (image) => ['manifest', image],
  docker: (image) => ['manifest', 'inspect', image],
};

/** Returns what happens if each client reads an image: `read`, `refused`, or its output. */
export async function readsOf(image: string, env: Environment): Promise<Record<string, string>> {
  const answers = Object.entries(READS).map(async ([program, args]) => [
    program,
    verdict(await run(program, args(image), env)),
  ]);
  return Object.fromEntries(await Promise.all(answers));
}

/** The messages of the clients about a 401; docker prints `no such manifest` if it sent a login. */
const REFUSED = /unauthorized|authentication required|no basic auth credentials|no such manifest/i;

function verdict({ code, output }: Ended): string {
  if (code === 0) {
    return output.includes('"layers"') ? 'read' : output;
  }
  return REFUSED.test(output) ? 'refused' : output;
}
