import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GitHubIdTokens, startGitHubIdTokens } from '../../../emulator/github/id-tokens.js';
import { type LoginJob, runStep, type Server } from '../../../harness/jobs/login-job.js';
import { projectRoot } from '../../../harness/project.js';
import { type ActionRun, runAction } from '../../../harness/run-action.js';
import { issueClient, middle, read, root, server } from '../../../harness/servers/client-chain.js';
import { parseState, STATE_NAME } from '../../../src/undo/state.js';
import { keys } from '../../support/realm-logins.js';
import { textOf } from '../../support/realm-requests.js';
import { type Keycloak, startKeycloak } from './keycloak.js';
import { adminOf, type KeycloakAdmin } from './keycloak-admin.js';

export type PlaceName = 'dataclarity' | 'keycloak';
type Inputs = Readonly<Record<string, string>>;

/** A platform that is a real Keycloak, and an endpoint for the ID tokens of GitHub. */
export interface Place {
  readonly platform: PlaceName;
  readonly keycloak: Keycloak;
  readonly github: GitHubIdTokens;
  readonly admin: KeycloakAdmin;
  /** Runs main with the address and these inputs; `runner` is the endpoint for ID tokens of a job with `id-token: write`. */
  main(inputs: Inputs, runner?: GitHubIdTokens): Promise<Main>;
  /** Runs the post step of a main, in the same job. */
  post(main: Main): Promise<ActionRun>;
  /** Logs in without the action, as the web pages of the platform do. */
  logIn(form?: Inputs): Promise<{ readonly session: string; readonly refreshToken: string }>;
  /** Returns what Keycloak reports about an access token (RFC 7662). */
  introspect(token: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** A main step whose post step can follow. */
export interface Main extends LoginJob {
  readonly jobFolder: string;
  readonly env: Inputs;
}

export const jane = { username: 'jane', password: ' correct horse battery staple ' };
/** Returns the inputs for a client certificate with its chain; the realm accepts the subject `release machine`. */
export const certificateOf = (name: string) => {
  const issued = issueClient(name);
  return { certificate: read(issued) + read(middle), private_key: issued.key };
};

/** Adds the client `watcher` to the audience of tokens: Keycloak reports tokens of other audiences as inactive. */
const FOR_THE_WATCHER = {
  name: 'for the watcher',
  protocol: 'openid-connect',
  protocolMapper: 'oidc-audience-mapper',
  config: { 'included.client.audience': 'watcher', 'access.token.claim': 'true', 'introspection.token.claim': 'true' },
};

/** Starts the Keycloak of a platform: that of DataClarity is below `/auth`, and its tokens live longer. */
export async function openPlace(platform: PlaceName): Promise<Place> {
  const github = await startGitHubIdTokens();
  const keycloak = await startKeycloak({
    prefix: platform === 'dataclarity' ? '/auth' : '',
    realm: realmOf(platform, github),
    certificate: server,
    authority: read(root),
  }).catch(async (error) => {
    await github.close();
    throw error;
  });
  const folder = mkdtempSync(join(tmpdir(), 'keycloak-jobs-'));
  const { authorization } = basicOf('watcher', 'watcher-client-secret');
  return {
    platform,
    keycloak,
    github,
    admin: adminOf(keycloak),
    async main(inputs, runner) {
      const jobFolder = mkdtempSync(join(folder, 'job-'));
      const env = runner?.variables ?? {};
      const given = { ...addressOf(platform, keycloak, inputs), ca_certificate: root.certificate, ...inputs };
      const job = await runStep(serversOf(keycloak, runner ?? github), { jobFolder, env, inputs: given });
      return { ...job, tokens: [...job.tokens, ...tokensOf(job)], jobFolder, env };
    },
    post: ({ jobFolder, env, state }) => runAction({ entry: 'post', jobFolder, env, state }),
    async logIn(form = { client_id: 'dc-ui' }) {
      const answer = await keycloak.ask('token', { form: { grant_type: 'password', ...jane, ...form } });
      return { session: textOf(answer, 'session_state'), refreshToken: textOf(answer, 'refresh_token') };
    },
    introspect: async (token) =>
      (await keycloak.ask('introspect', { form: { token }, headers: { authorization } })).body,
    async stop() {
      await Promise.all([keycloak.stop(), github.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Returns the header for the ID and the secret of a client, each form-encoded. */
export function basicOf(id: string, secret: string): { readonly authorization: string } {
  const encoded = [id, secret].map((part) => new URLSearchParams([['', part]]).toString().slice(1)).join(':');
  return { authorization: `Basic ${Buffer.from(encoded).toString('base64')}` };
}

function realmOf(platform: PlaceName, github: GitHubIdTokens): string {
  const file = readFileSync(join(projectRoot, '__tests__', 'real', 'keycloak', 'realm.json'), 'utf8');
  const jwks = JSON.stringify(JSON.stringify({ keys: keys.map(({ jwk }) => jwk) })).slice(1, -1);
  const realm = JSON.parse(file.replace('{jwksUrl}', `${github.url}/.well-known/jwks`).replace('{jwks}', jwks));
  const clients = realm.clients.map((client: object) => ({ ...client, protocolMappers: [FOR_THE_WATCHER] }));
  return JSON.stringify({ ...realm, clients, accessTokenLifespan: platform === 'dataclarity' ? 1800 : 300 });
}

function addressOf(platform: PlaceName, { url, issuer }: Keycloak, inputs: Inputs): Inputs {
  if (inputs['platform'] === 'oauth2') return { issuer };
  return { platform, url: platform === 'dataclarity' ? new URL(url).origin : url, tenant: 'acme' };
}

/** Returns the servers for `runStep`. Keycloak records no requests, and its tokens are read from the step (`tokensOf`). */
function serversOf({ url }: Keycloak, github: GitHubIdTokens): Server[] {
  const secrets = [github.variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN];
  return [
    { ...github, name: 'https://runner', tokens: () => github.issuedTokens, secrets },
    { name: 'https://realm', url: new URL(url).origin, requests: [], tokens: () => [] },
  ];
}

function tokensOf({ outputs, state }: ActionRun): string[] {
  const end = parseState(state.get(STATE_NAME) ?? '')?.token;
  const saved = (end?.steps ?? []).map(({ token }) => token);
  return [...new Set([outputs.get('bearer_token') ?? [], saved].flat())];
}
