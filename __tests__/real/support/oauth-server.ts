import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type GitHubIdTokens, startGitHubIdTokens } from '../../../emulator/github/id-tokens.js';
import {
  judge,
  judgePost,
  type LoginJob,
  listed,
  runStep,
  success,
  type Verdict,
} from '../../../harness/jobs/login-job.js';
import { type ActionRun, runAction } from '../../../harness/run-action.js';
import { parseState, STATE_NAME } from '../../../src/undo/state.js';

type Inputs = Readonly<Record<string, string>>;

/** A running OAuth server of another project. */
export interface OAuthServer {
  readonly issuer: string;
  readonly tokenUrl: string;
  /** Returns what the server reports about a token (RFC 7662). */
  introspect(token: string): Promise<Readonly<Record<string, unknown>>>;
  stop(): Promise<unknown>;
}

/** A main step whose post step can follow. */
export interface Main extends LoginJob {
  readonly jobFolder: string;
  readonly env: Inputs;
}

/** A server, the runner's endpoint for ID tokens, and the steps of a job. */
export interface ServerPlace<Server extends OAuthServer> {
  readonly server: Server;
  readonly github: GitHubIdTokens;
  /** Runs main at this issuer with these inputs, in a job with `permissions: id-token: write`. */
  main(inputs: Inputs): Promise<Main>;
  /** Runs the post step of a main, in the same job. */
  post(main: Main): Promise<ActionRun>;
  close(): Promise<void>;
}

/** Starts a server that trusts the ID tokens of the emulated GitHub. */
export async function openServer<Server extends OAuthServer>(
  start: (github: GitHubIdTokens) => Promise<Server>,
): Promise<ServerPlace<Server>> {
  const github = await startGitHubIdTokens();
  const folder = mkdtempSync(join(tmpdir(), 'oauth-jobs-'));
  const server = await start(github).catch(async (error) => {
    await github.close();
    throw error;
  });
  return {
    server,
    github,
    async main(inputs) {
      const jobFolder = mkdtempSync(join(folder, 'job-'));
      const env = github.variables;
      const secrets = [github.variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN];
      // The server records no requests, and its tokens are read from the step.
      const servers = [
        { ...github, name: 'https://runner', tokens: () => github.issuedTokens, secrets },
        { name: 'https://server', url: new URL(server.issuer).origin, requests: [], tokens: () => [] },
      ];
      const given = { platform: 'oauth2', issuer: server.issuer, retries: '0', ...inputs };
      const job = await runStep(servers, { jobFolder, env, inputs: given });
      return { ...job, tokens: [...job.tokens, ...tokensOf(job)], jobFolder, env };
    },
    post: ({ jobFolder, env, state }) => runAction({ entry: 'post', jobFolder, env, state }),
    async close() {
      await Promise.all([server.stop(), github.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Sends a form and returns the JSON object of the response. @throws Error if the server rejects the request */
export async function readObject(
  url: string,
  form: Inputs,
  headers: Inputs = {},
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers },
    body: new URLSearchParams({ ...form }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** Returns every token that a login received and the post step revokes. */
export function tokensOf({ outputs, state }: ActionRun): string[] {
  const planned = parseState(state.get(STATE_NAME) ?? '')?.token?.steps ?? [];
  return [...new Set([outputs.get('bearer_token') ?? '', ...planned.map(({ token }) => token)])];
}

/** A login that works at a server. */
export interface ServerLogin {
  readonly by: string;
  readonly inputs: Inputs | (() => Inputs | Promise<Inputs>);
  /** Members of the introspected access token. */
  readonly reported: Readonly<Record<string, unknown>>;
  /** Lines of the log before and after that of the login. */
  readonly before?: readonly string[];
  readonly said?: readonly string[];
  /** The output `user`, with `whoami`. */
  readonly user?: string;
  /** How many tokens the post step revokes. */
  readonly revokes?: number;
}

/** Returns the verdict on a login at a server whose tokens live for an hour. */
function loggedIn(inputs: Inputs, { before = [], said = [], user }: ServerLogin): Verdict {
  const life = { token_type: 'Bearer', expires_in: '3600', expires_at: '<time>' };
  const outputs = { bearer_token: '<token>', ...life, ...(user === undefined ? {} : { user }) };
  return success({
    log: [
      ...before,
      `Logged in to the OAuth 2.0 server as ${inputs['username'] ?? inputs['client_id']}; the token expires in 60 min (<time>).`,
      ...said,
      ...listed(`Outputs: ${Object.keys(outputs).join(', ')}.`),
      'Variables: BEARER_TOKEN.',
    ],
    variables: { BEARER_TOKEN: '<token>' },
    outputs,
  });
}

/** The line about a refresh token that the server replaced. */
export const ROTATED =
  'The server returned a new `refresh_token`, which is not stored. If the server accepts each refresh token only once, store a new one before the next run.';

/** Tests that each login works, and that its post step revokes every token of it, as the server itself reports. */
export function testLogins(at: () => ServerPlace<OAuthServer>, logins: readonly ServerLogin[]): void {
  test.each(logins)('A login with $by works, and its post step revokes it', async (login) => {
    const { server, main, post } = at();
    const inputs = typeof login.inputs === 'function' ? await login.inputs() : login.inputs;
    const job = await main(inputs);
    const tokens = tokensOf(job);

    expect(judge(job)).toEqual(loggedIn(inputs, login));
    expect(tokens).toHaveLength(login.revokes ?? 1);
    expect(await server.introspect(tokens[0] ?? '')).toMatchObject({ active: true, ...login.reported });

    const ended = await post(job);

    expect(judgePost(ended, job)).toEqual({
      exitCode: 0,
      log: ['No files to remove. The token of this step was revoked.'],
      variables: {},
      outputs: {},
      problems: [],
    });
    for (const token of tokens) expect(await server.introspect(token)).toEqual({ active: false });
  });
}

/** A login that a server rejects: the code, and what the error quotes and advises. */
export interface ServerRefusal {
  readonly what: string;
  readonly inputs: Inputs | (() => Inputs);
  readonly code: string;
  /** The start of the error, from the status. */
  readonly said: string;
}

/** Tests that each rejected login fails with the words of the server. */
export function testRefusals(at: () => ServerPlace<OAuthServer>, refusals: readonly ServerRefusal[]): void {
  test.each(refusals)('$what fails with $code', async ({ inputs, code, said }) => {
    const { main } = at();
    const { log, ...verdict } = judge(await main(typeof inputs === 'function' ? inputs() : inputs));

    expect(verdict).toEqual({ exitCode: 1, variables: {}, outputs: { error_code: code }, problems: [] });
    expect(log).toEqual([expect.stringContaining(` failed: the server answered ${said}`)]);
  });
}
