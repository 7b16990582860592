import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Evidence, shownLines, verdictOn } from '../judges/verdict.js';
import { visibleSecrets } from '../judges/visible-secrets.js';
import { type ActionRun, runAction } from '../run-action.js';
import { type FaultyRelay, type RelayEvent, type RelayFault, startFaultyRelay } from '../servers/faulty-relay.js';

/** A step whose requests go through a relay with one fault, and its post step. */
export interface RelayedJob {
  readonly main: ActionRun;
  readonly post: ActionRun;
  readonly events: readonly RelayEvent[];
  readonly harmed: RelayEvent | undefined;
  /** The lines of the post step without debug lines. */
  readonly lines: readonly string[];
}

/** What such a job needs. */
export interface RelayedOptions {
  /** The port of the server. */
  readonly target: number;
  readonly scheme?: 'http' | 'https';
  readonly fault: RelayFault | undefined;
  readonly inputs: Readonly<Record<string, string>>;
}

type Known = Pick<Evidence, 'secrets' | 'seen'>;

/** Runs main and then post; both go through the relay, whose address is the input `url`. */
export async function runRelayed({ target, scheme = 'http', fault, inputs }: RelayedOptions): Promise<RelayedJob> {
  const relay: FaultyRelay = await startFaultyRelay(target, fault);
  const jobFolder = mkdtempSync(join(tmpdir(), 'relayed-'));
  try {
    // Only the deadline stops the wait for an answer that does not come, or whose length was changed.
    const timeout_seconds = fault?.kind === 'silence' || fault?.kind === 'flip' ? '3' : '30';
    const given = { url: `${scheme}://127.0.0.1:${relay.port}`, retries: '2', timeout_seconds, ...inputs };
    const main = await runAction({ jobFolder, inputs: given });
    const post = await runAction({ jobFolder, state: main.state, entry: 'post' });
    return { main, post, events: relay.events, harmed: relay.harmed(), lines: shownLines(post) };
  } finally {
    await relay.close();
    rmSync(jobFolder, { recursive: true });
  }
}

/** Lists what no step and no post step may do, whatever happens on the network; `seen` are the secrets that main received. */
export function problemsOfRelayed({ main, post, lines }: RelayedJob, { secrets, seen }: Known): string[] {
  const evidence = { secrets, seen, line: String, value: String };
  const exported = [...main.outputs.keys(), ...main.variables.keys()];
  return [
    ...verdictOn(main, evidence).problems,
    ...(main.exitCode === 0 || main.exitCode === 1 ? [] : [`main: exit code ${main.exitCode}`]),
    ...(main.exitCode === 0 || exported.join() === 'error_code' ? [] : [`exported: ${exported}`]),
    ...(post.exitCode === 0 ? [] : [`post: exit code ${post.exitCode}`]),
    ...(lines.length === 1 ? [] : [`post: ${lines.length} lines: ${lines.join(' / ')}`]),
    ...(post.stderr === '' ? [] : [`post: stderr ${post.stderr}`]),
    ...post.leftovers.map((path) => `post left ${path}`),
    ...visibleSecrets(post, [...secrets]),
  ];
}
