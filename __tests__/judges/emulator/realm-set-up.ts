import { afterEach, beforeEach } from '@jest/globals';
import { type GitHubIdTokens, startGitHubIdTokens } from '../../../emulator/github/id-tokens.js';
import {
  exampleFrontend,
  exampleUser,
  type Realm,
  type RunningRealm,
  startRealm,
} from '../../../emulator/realm/index.js';
import { askRealm, askToken, inShort, type RealmAnswer } from '../../support/realm-requests.js';

type Form = Readonly<Record<string, string>>;

/** The first moment of each test, in milliseconds since the epoch. The clock of a test moves only by `advance`. */
export const START = Date.UTC(2025, 10, 25, 12);
/** The credentials of two clients, and the logins with a password and with client credentials. */
export const backend = { client_id: 'example-backend', client_secret: 'example-backend-client-secret' };
export const frontend = { client_id: 'example-frontend', client_secret: 'example-frontend-client-secret' };
export const password = { grant_type: 'password', username: exampleUser.username, password: exampleUser.password };
export const login = { ...frontend, ...password };
export const clientCredentials = { grant_type: 'client_credentials' };
export const machine = { ...backend, ...clientCredentials };
export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** The errors of a realm that most tests expect. */
export const WRONG_CLIENT = '401 invalid_client: Invalid client or Invalid client credentials';
export const WRONG_SECRET = '401 unauthorized_client: Invalid client or Invalid client credentials';

/** The servers of the current test. */
export let realm: RunningRealm;
export let github: GitHubIdTokens;

let now = START;
const running: (RunningRealm | GitHubIdTokens)[] = [];
beforeEach(() => {
  now = START;
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

/** Starts a realm, which is closed after the test. */
export async function start(settings: Partial<Realm> = {}): Promise<void> {
  realm = await startRealm({ ...settings, now: () => now });
  running.push(realm);
}

/** Starts GitHub's ID token endpoint, which is closed after the test. */
export async function startGitHub(): Promise<void> {
  github = await startGitHubIdTokens({ now: () => now });
  running.push(github);
}

/** Moves the clock of the servers. */
export function advance(ms: number): void {
  now += ms;
}

/** Returns the current time of the servers in Unix seconds. */
export function seconds(): number {
  return Math.floor(now / 1000);
}

/** Sends a form to the token endpoint, and returns the status with the error or `success`. */
export async function outcome(form: Form, headers: Form = {}): Promise<string> {
  return inShort(await askToken(realm, form, headers));
}

/** Logs the example user in without a request, and returns the tokens. */
export function logIn(...scope: string[]): Record<'access' | 'refresh' | 'id', string> {
  const answer = realm.logIn(exampleFrontend, exampleUser, scope);
  const { access_token: access, refresh_token: refresh, id_token: id } = answer;
  return { access: String(access), refresh: String(refresh), id: String(id) };
}

/** Sends a refresh token to the token endpoint. */
export function refreshWith(token: string, more: object = frontend): Promise<RealmAnswer> {
  return askToken(realm, { grant_type: 'refresh_token', refresh_token: token, ...more });
}

/** Sends a request to the userinfo endpoint. */
export function userinfo(token?: string): Promise<RealmAnswer> {
  return askRealm(realm, 'userinfo', { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
}
