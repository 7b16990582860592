import type { GitHubIdTokens } from '../../../emulator/github/id-tokens.js';
import { type Realm, type RealmClient, type RealmUser, startRealm } from '../../../emulator/realm/index.js';
import { keys, SUBJECT } from '../../support/realm-logins.js';
import { askRealm, type RealmAnswer, type RealmRequest } from '../../support/realm-requests.js';
import { jane } from '../support/keycloak-place.js';

/** A realm, real or emulated, that a test sends requests to. */
export interface AnsweringRealm {
  readonly issuer: string;
  ask(route: 'token' | 'logout' | 'revoke' | 'userinfo' | 'discovery', request?: RealmRequest): Promise<RealmAnswer>;
}

const secretOf = (secret: string) => ({ kind: 'secret', secret }) as const;
const person = (username: string, more: Partial<RealmUser> = {}): RealmUser => ({
  username,
  password: `password-of-${username}`,
  email: `${username}@example.com`,
  ...more,
});

const CLIENTS: readonly RealmClient[] = [
  { clientId: 'dc-ui', authentication: { kind: 'none' }, directAccess: true },
  {
    clientId: 'service',
    authentication: secretOf('service-client-secret'),
    serviceAccount: 'enabled',
    tokenExchange: true,
  },
  { clientId: 'people', authentication: secretOf('people-client-secret'), directAccess: true },
  {
    clientId: 'signed',
    authentication: { kind: 'private_key_jwt', keys: keys.map(({ jwk }) => jwk) },
    serviceAccount: 'enabled',
  },
  {
    clientId: 'workflow',
    authentication: { kind: 'federated', provider: 'github', subject: SUBJECT },
    serviceAccount: 'enabled',
    jwtGrant: ['github'],
  },
  { clientId: 'granting', authentication: secretOf('granting-client-secret'), jwtGrant: ['github'] },
  { clientId: 'asking', authentication: { kind: 'none' }, directAccess: true, consentRequired: true },
  {
    clientId: 'off',
    authentication: secretOf('off-client-secret'),
    serviceAccount: 'enabled',
    disabled: true,
  },
];

/** Starts an emulated realm with the clients and users of realm.json. */
export async function startEmulated(github: GitHubIdTokens, changes: Partial<Realm> = {}) {
  const realm = await startRealm({
    name: 'acme',
    clients: CLIENTS,
    users: [
      person('jane', { ...jane, links: { github: SUBJECT } }),
      person('dora', { disabled: true }),
      person('nora', { requiredAction: 'UPDATE_PASSWORD' }),
    ],
    identityProviders: [{ alias: 'github', issuer: github.issuer, keys: github.keys }],
    bruteForce: { failures: 3, lockSeconds: 60 },
    ...changes,
  });
  const emulated: AnsweringRealm = {
    issuer: realm.issuer,
    ask: (route, request) => askRealm(realm, route, request),
  };
  return { ...emulated, close: realm.close };
}
