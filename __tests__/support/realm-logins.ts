import { afterAll, beforeAll } from '@jest/globals';
import { generateSigningKey, type JwtAlgorithm } from '../../emulator/jwt.js';
import {
  exampleBackend,
  exampleDcUi,
  exampleFrontend,
  exampleUser,
  type RealmClient,
} from '../../emulator/realm/index.js';
import { type LoginJob, listed, success, type Verdict } from '../../harness/jobs/login-job.js';
import {
  addressOf,
  type RealmPlatform,
  type RealmServers,
  startServers,
  stepOn,
  stopServers,
} from '../../harness/jobs/realm-job.js';

/** The line about a token that lives less than ten minutes, as those of a realm do. */
const SHORT_LIVED =
  'The token expires soon. Run the steps that use it directly after this one, or log in again before those steps.';
/** The subject of the ID tokens of the emulated runner. */
export const SUBJECT = 'repo:octo-org/octo-repo:ref:refs/heads/main';
/** The type of every client assertion: RFC 7523 section 2.2. */
export const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** The inputs of a user. */
export const user = { username: exampleUser.username, password: exampleUser.password };
/** The inputs of a client with a secret and a service account. */
export const backend = { client_id: exampleBackend.clientId, client_secret: 'example-backend-client-secret' };
/** The inputs of a client with a secret that logs in users. */
export const frontend = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };

/** A key for each algorithm. */
export const keys = (['RS256', 'PS256', 'ES256', 'EdDSA'] as const).map((alg) => generateSigningKey(alg, `key-${alg}`));
/** Returns the private key for an algorithm in PEM. */
export const pem = (alg: JwtAlgorithm) =>
  keys
    .find((key) => key.alg === alg)
    ?.privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString() ?? '';
/** Returns the inputs of the client with the key for an algorithm. */
export const signed = (alg: JwtAlgorithm) => ({
  client_id: `signed-${alg}`,
  signing_key: pem(alg),
  signing_key_id: `key-${alg}`,
});

const clients: RealmClient[] = [
  exampleBackend,
  exampleFrontend,
  { clientId: 'a:b/c', authentication: { kind: 'secret', secret: ':/+% é' }, serviceAccount: 'enabled' },
  {
    clientId: 'trusting',
    authentication: { kind: 'federated', provider: 'github', subject: SUBJECT },
    serviceAccount: 'enabled',
    jwtGrant: ['github'],
  },
  { ...exampleBackend, clientId: 'granting', jwtGrant: ['github'] },
  ...keys.map(
    ({ alg, jwk }): RealmClient => ({
      clientId: `signed-${alg}`,
      authentication: { kind: 'private_key_jwt', keys: [jwk] },
      serviceAccount: 'enabled',
    }),
  ),
];
/** The changes to the example realm for Keycloak and oauth2. */
export const changes = {
  clients,
  users: [{ ...exampleUser, links: { github: SUBJECT } }],
  externalTokenExchange: true,
};

/** The platforms that are realms; DataClarity has an older version of Keycloak. */
export const REALM_PLATFORMS: readonly RealmPlatform[] = ['dataclarity', 'keycloak', 'oauth2'];

/** A realm for each platform, shared by the tests of a file. */
export interface RunningRealms {
  of(platform: RealmPlatform): RealmServers;
  /** Runs one step with these inputs and the address of the realm. */
  login(platform: RealmPlatform, inputs: Readonly<Record<string, string>>, idToken?: boolean): Promise<LoginJob>;
}

/** Starts a realm for each platform before the tests of a file, and stops them after. */
export function runningRealms(): RunningRealms {
  const running = new Map<RealmPlatform, RealmServers>();
  const of = (platform: RealmPlatform): RealmServers => {
    const servers = running.get(platform);
    if (servers === undefined) throw new Error(`No realm runs for ${platform}.`);
    return servers;
  };
  beforeAll(async () => {
    running.set('dataclarity', await startServers('dataclarity', { clients: [exampleDcUi, exampleBackend] }));
    running.set('keycloak', await startServers('keycloak', changes));
    running.set('oauth2', await startServers('oauth2', changes));
  });
  afterAll(() => Promise.all([...running.values()].map(stopServers)));
  return {
    of,
    login: (platform, inputs, idToken = false) =>
      stepOn(of(platform), { inputs: { ...addressOf(platform, of(platform).realm), ...inputs }, idToken }),
  };
}

const AT: Readonly<Record<RealmPlatform, readonly [title: string, seconds: number, variable: string]>> = {
  dataclarity: ['DataClarity', 1800, 'DATACLARITY_TOKEN'],
  keycloak: ['Keycloak', 300, 'KEYCLOAK_TOKEN'],
  oauth2: ['the OAuth 2.0 server', 300, 'BEARER_TOKEN'],
};
const OUTPUTS = ['bearer_token', 'token_type', 'expires_in', 'expires_at', 'claims'];

/** What differs in the verdict on a successful login. */
interface Seen {
  /** The end of the line about the login, without the expiry. */
  who?: string;
  /** The lines before the line about the login, and after. */
  before?: string[];
  said?: string[];
  /** More outputs. */
  user?: Record<string, string>;
}

/** Returns the verdict on a successful login, by default of the example client with a service account. */
export function loggedIn(
  platform: RealmPlatform,
  { who = `as ${backend.client_id}`, before = [], said = [], user = {} }: Seen = {},
): Verdict {
  const [title, seconds, variable] = AT[platform];
  const names = [...OUTPUTS, ...Object.keys(user)];
  return success({
    log: [
      ...before,
      `Logged in to ${title} ${who}; the token expires in ${seconds / 60} min (<time>).`,
      ...(seconds < 600 ? [SHORT_LIVED] : []),
      ...said,
      ...listed(`Outputs: ${names.join(', ')}.`),
      ...listed(`Variables: ${variable}.`),
    ],
    variables: { [variable]: '<token>' },
    outputs: {
      bearer_token: '<token>',
      token_type: 'Bearer',
      expires_in: String(seconds),
      expires_at: '<time>',
      claims: '<claims>',
      ...user,
    },
  });
}
