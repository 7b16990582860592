import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleUser, type Realm, type RunningRealm, startRealm } from '../../emulator/realm/index.js';
import { leaksIn } from '../judges/leaks.js';
import { type ActionOptions, type ActionRun, runAction } from '../run-action.js';

/** A main step and its post step against one realm. */
export interface Life {
  readonly main: ActionRun;
  readonly post: ActionRun;
  /** The log of the post step, with `<time>` for times. */
  readonly line: string;
  /** The requests of the post step: the method, the last part of the path, and the names of the parameters. */
  readonly asked: readonly string[];
  readonly sessions: number;
  readonly problems: readonly string[];
}

type Given = Readonly<Record<string, string>>;

/** What happens before, between and during the two steps. */
export interface LifeOptions {
  readonly realm?: Partial<Realm>;
  readonly inputs?: Given | ((realm: RunningRealm) => Given | Promise<Given>);
  readonly env?: Readonly<Record<string, string>>;
  readonly prepare?: (realm: RunningRealm) => unknown;
  readonly between?: (realm: RunningRealm, main: ActionRun) => unknown;
  readonly postOptions?: Partial<ActionOptions>;
  /** Secrets that must not be visible, in addition to the tokens of the realm. */
  readonly secrets?: readonly string[] | (() => readonly string[]);
}

/** The inputs for the login of a user with a public client at the example realm of Keycloak. */
export const AS_USER = { platform: 'keycloak', username: exampleUser.username, password: exampleUser.password };

/** Runs main and then its post step with the state that main saved, in two processes. */
export async function live(options: LifeOptions = {}): Promise<Life> {
  const { inputs = {}, env = {}, between = () => undefined, postOptions = {}, secrets = [] } = options;
  const realm = await startRealm(options.realm);
  const jobFolder = mkdtempSync(join(tmpdir(), 'life-'));
  try {
    await options.prepare?.(realm);
    const given = typeof inputs === 'function' ? await inputs(realm) : inputs;
    const main = await runAction({ jobFolder, env, inputs: { url: realm.baseUrl, retries: '0', ...given } });
    await between(realm, main);
    const before = realm.requests.length;
    const post = await runAction({ jobFolder, env, state: main.state, ...postOptions, entry: 'post' });
    const asked = realm.requests.slice(before).map(({ method, target, body }) => {
      return `${method} ${target.split('/').at(-1)} ${[...new URLSearchParams(body).keys()].join()}`;
    });
    const known = [...realm.issuedTokens(), ...(typeof secrets === 'function' ? secrets() : secrets)];
    return {
      main,
      post,
      line: lineOf(post),
      asked,
      sessions: realm.liveSessions().length,
      problems: [main, post].flatMap((run) => problemsOf(run, known)),
    };
  } finally {
    await realm.close();
    rmSync(jobFolder, { recursive: true });
  }
}

/** Returns the log of a post step, without what differs each time; one line if all is well. */
export function lineOf(post: ActionRun): string {
  const lines = post.log.lines.filter((line) => !line.startsWith('##[debug]'));
  return lines
    .join('\n')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '<time>')
    .replace(/X-Request-ID "[^"]*"/g, 'X-Request-ID <id>')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://realm');
}

function problemsOf(run: ActionRun, secrets: readonly string[]): string[] {
  return [
    ...(run.exitCode === 0 && run.state.size === 0 ? run.leftovers.map((path) => `left: ${path}`) : []),
    ...leaksIn(run, secrets),
    ...(run.stderr === '' ? [] : [`stderr: ${run.stderr}`]),
    ...[...run.state.values()].filter((value) => Buffer.byteLength(value) > 64 * 1024).map(() => 'a state too large'),
  ];
}
