import { execFile } from 'node:child_process';
import { installed } from './installed.js';

/** What to do when a program is missing; a test never goes on without it. */
export const INSTALL = 'run scripts/e2e/install.sh';

/** The environment of a client; nothing else reaches it. */
export type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a client to its end; one that is not installed is an error with its name. */
export function run(program: string, args: readonly string[], env: Environment): Promise<Ended> {
  const command = program === 'crane' ? installed('crane', 'crane') : program;
  return new Promise((resolve, reject) => {
    execFile(command, args, { env, timeout: 30_000 }, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') {
        reject(new Error(`${program} is not installed: ${INSTALL}`, { cause: error }));
      }
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), output: `${stdout}${stderr}` });
    });
  });
}

/** As `run`, for what must succeed; gives the output. */
export async function must(program: string, args: readonly string[], env: Environment): Promise<string> {
  const { code, output } = await run(program, args, env);
  if (code !== 0) {
    throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${output}`);
  }
  return output.trim();
}

/** How each client reads the manifest of an image; `docker manifest` needs no engine. */
const READS: Readonly<Record<string, (image: string) => readonly string[]>> = {
  skopeo: (image) => ['inspect', '--raw', `docker://${image}`],
  crane: (image) => ['manifest', image],
  docker: (image) => ['manifest', 'inspect', image],
};

/** What each client answers to an image: `read`, `refused`, or what it said. */
export async function readsOf(image: string, env: Environment): Promise<Record<string, string>> {
  const answers = Object.entries(READS).map(async ([program, args]) => [
    program,
    verdict(await run(program, args(image), env)),
  ]);
  return Object.fromEntries(await Promise.all(answers));
}

/** What the clients say of a 401; docker has `no such manifest` for it when it sent a login. */
const REFUSED = /unauthorized|authentication required|no basic auth credentials|no such manifest/i;

function verdict({ code, output }: Ended): string {
  if (code === 0) {
    return output.includes('"layers"') ? 'read' : output;
  }
  return REFUSED.test(output) ? 'refused' : output;
}
