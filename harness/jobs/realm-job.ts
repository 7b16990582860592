import { type GitHubIdTokens, startGitHubIdTokens } from '../../emulator/github/id-tokens.js';
import {
  exampleDataClarity,
  exampleKeycloak,
  type Fault,
  type Realm,
  type RealmRoute,
  type RunningRealm,
  startRealm,
  type When,
} from '../../emulator/realm/index.js';
import type { ActionOptions } from '../run-action.js';
import { type LoginJob, runStep } from './login-job.js';

/** A realm, and the endpoint of the runner for ID tokens; the realm trusts it under the alias `github`. */
export interface RealmServers {
  readonly realm: RunningRealm;
  readonly github: GitHubIdTokens;
}

/** One step against a realm. */
export interface RealmStep extends Omit<ActionOptions, 'inputs'> {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Whether the job has `permissions: id-token: write`. */
  readonly idToken?: boolean;
}

/** A platform that is a realm. */
export type RealmPlatform = 'dataclarity' | 'keycloak' | 'oauth2';

/** Starts a realm of the platform with these changes, and an endpoint for ID tokens. */
export async function startServers(platform: RealmPlatform, changes: Partial<Realm> = {}): Promise<RealmServers> {
  const github = await startGitHubIdTokens();
  const example = platform === 'dataclarity' ? exampleDataClarity : exampleKeycloak;
  const identityProviders = [{ alias: 'github', issuer: github.issuer, keys: github.keys }];
  return { github, realm: await startRealm({ ...example, identityProviders, ...changes }) };
}

/** Stops both servers. */
export async function stopServers({ realm, github }: RealmServers): Promise<void> {
  await Promise.all([realm.close(), github.close()]);
}

/** Starts the servers, and stops them after the work. */
export async function withRealm<T>(
  platform: RealmPlatform,
  changes: Partial<Realm>,
  work: (servers: RealmServers) => Promise<T>,
): Promise<T> {
  const servers = await startServers(platform, changes);
  try {
    return await work(servers);
  } finally {
    await stopServers(servers);
  }
}

/** Runs one step against the realm. */
export function stepOn(
  { realm, github }: RealmServers,
  { idToken = false, inputs, env, ...rest }: RealmStep,
): Promise<LoginJob> {
  const servers = [
    {
      ...github,
      name: 'https://runner',
      tokens: () => github.issuedTokens,
      secrets: [github.variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN],
    },
    { ...realm, name: 'https://realm', tokens: realm.issuedTokens },
  ];
  return runStep(servers, { ...rest, inputs: { ...inputs }, env: { ...(idToken ? github.variables : {}), ...env } });
}

/** Starts a realm, runs one step against it, and stops it. */
export function runRealmJob(
  platform: RealmPlatform,
  options: Omit<RealmStep, 'inputs'> & {
    readonly realm?: Partial<Realm>;
    readonly faults?: readonly (readonly [route: RealmRoute | 'all', fault: Fault, when?: When])[];
    readonly inputs?: Readonly<Record<string, string>> | ((servers: RealmServers) => Readonly<Record<string, string>>);
  } = {},
): Promise<LoginJob> {
  const { realm: changes = {}, faults = [], inputs = {}, ...rest } = options;
  return withRealm(platform, changes, (servers) => {
    for (const [route, fault, when] of faults) servers.realm.setFault(route, fault, when);
    const given = typeof inputs === 'function' ? inputs(servers) : inputs;
    return stepOn(servers, { ...rest, inputs: { ...addressOf(platform, servers.realm), ...given } });
  });
}

/** Returns the inputs that name the realm. */
export function addressOf(platform: RealmPlatform, { issuer, url }: RunningRealm): Record<string, string> {
  const tenant = decodeURIComponent(issuer.slice(issuer.lastIndexOf('/') + 1));
  return platform === 'oauth2' ? { platform, issuer } : { platform, url, tenant };
}
