import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verdictOn } from '../judges/verdict.js';
import { type ActionRun, runAction } from '../run-action.js';
import { type HostileServer, type Misconduct, startHostileServer } from '../servers/hostile-server.js';
import type { Site } from '../servers/sites.js';
import { usageOf } from '../usage.js';

/** A step against a hostile server, and its post step. */
export interface HostileJob {
  readonly main: ActionRun;
  readonly post: ActionRun;
  /** The most memory of main, in MiB. */
  readonly peakMiB: number;
}

/** The deadline of a step, in s; the harness kills a process that needs much longer. */
const [TIMEOUT_SECONDS, KILLED_AFTER_MS] = [3, 20_000];

/** Runs main and post against a server that misbehaves at one place. */
export async function meetHostileServer<Name extends string>(
  { places, inputs, secrets }: Site<Name>,
  misconduct: Misconduct<Name>,
): Promise<HostileJob> {
  const jobFolder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const server: HostileServer<Name> = await startHostileServer(places);
  server.misconduct = misconduct;
  const limits = { timeout_seconds: `${TIMEOUT_SECONDS}`, retries: '0' };
  const options = { jobFolder, timeoutMs: KILLED_AFTER_MS, publicTexts: secrets };
  try {
    const given = { ...inputs(server.origin), ...limits };
    const { result: main, peakMiB } = await usageOf((env) => runAction({ ...options, inputs: given, env }));
    const post = await runAction({ ...options, entry: 'post', state: main.state });
    return { main, post, peakMiB };
  } finally {
    await server.close();
    rmSync(jobFolder, { recursive: true, force: true });
  }
}

/** Main may use this much memory, in MiB: an empty process uses 45, and a body of 10 MiB is held as bytes, text and JSON. */
const MOST_MEMORY = 400;

/** The outputs that the action has of its own. */
const OWN_OUTPUTS = ['bearer_token', 'token_type', 'expires_in', 'expires_at', 'claims', 'user', 'secrets'];

/** Lists what no step may do, whatever the server sends. */
export function problemsOfHostileJob(
  { main, post, peakMiB }: HostileJob,
  { credential, isRequested }: { readonly credential: string; readonly isRequested: (name: string) => boolean },
): string[] {
  const same = (text: string) => text;
  const { problems } = verdictOn(main, { secrets: [credential], seen: [], line: same, value: (_name, text) => text });
  const exported = [...main.variables.keys(), ...main.outputs.keys()];
  const allowed = (name: string) => OWN_OUTPUTS.includes(name) || isRequested(name);
  return [
    ...(main.exitCode === 0 || main.exitCode === 1 ? [] : [`exit code ${main.exitCode}`]),
    ...problems,
    ...(main.exitCode === 0 ? exported.filter((name) => !allowed(name)).map((name) => `exported ${name}`) : []),
    ...(peakMiB < MOST_MEMORY ? [] : [`used ${peakMiB} MiB`]),
    ...(post.exitCode === 0 && post.stderr === '' ? [] : [`post: ${post.exitCode} ${post.stderr}`]),
    ...post.leftovers.map((path) => `left: ${path}`),
  ];
}
