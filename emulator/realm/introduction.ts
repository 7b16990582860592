import { type Introduction, quoted, type Recipe, readMember, TOKEN_LENGTH } from '../introduction.js';
import { exampleBackend, exampleDataClarity, exampleDcUi, exampleKeycloak, exampleUser } from './example.js';
import type { Realm, RealmClient } from './model.js';
import { REALM_PATHS } from './routes.js';

/** Where a realm runs, and the job whose ID tokens it accepts. */
export interface RealmPlace {
  readonly url: string;
  readonly issuer: string;
  /** The subject of the job's ID tokens, and the variables that the runner sets for them. */
  readonly job: { readonly subject: string; readonly variables: Readonly<Record<string, string>> };
}

/** How a platform that is a realm is used. */
interface RealmUse {
  readonly title: string;
  readonly realm: Realm;
  readonly address: (place: RealmPlace) => Readonly<Record<string, string>>;
  readonly logins: readonly [first: Login, second: Login];
  readonly curl: (issuer: string) => readonly string[];
}

/** A recipe without the address. With `idToken`, it uses the job's variables. */
interface Login extends Recipe {
  readonly idToken?: boolean;
}

const SECRET = 'example-backend-client-secret';
const CLIENT = `-d client_id=${exampleBackend.clientId} -d client_secret=${SECRET}`;
const withSecret: Login = {
  title: 'A client with a secret',
  inputs: { client_id: exampleBackend.clientId, client_secret: SECRET },
};
const withPassword: Login = {
  title: `A user with a password, and the public client ${exampleDcUi.clientId}`,
  inputs: { username: exampleUser.username, password: exampleUser.password, whoami: 'true' },
};
const withIdToken: Login = {
  title: "The job's ID token, without a stored secret",
  inputs: { client_id: 'deploy', client_authentication: 'github_oidc' },
  idToken: true,
};

const tenantOf = ({ issuer }: RealmPlace): string => decodeURIComponent(issuer.slice(issuer.lastIndexOf('/') + 1));

const USES = {
  dataclarity: {
    title: 'DataClarity',
    realm: exampleDataClarity,
    address: (place) => ({ platform: 'dataclarity', url: place.url, tenant: tenantOf(place) }),
    logins: [withPassword, withSecret],
    curl: (issuer) => [
      `answer=$(curl -sS -d grant_type=password -d client_id=${exampleDcUi.clientId} -d username=${exampleUser.username} \\`,
      `  --data-urlencode ${quoted(`password=${exampleUser.password}`)} ${issuer}${REALM_PATHS.token})`,
      ...useToken(issuer),
      readMember('refresh', 'refresh_token'),
      `curl -sS -d client_id=${exampleDcUi.clientId} -d "refresh_token=$refresh" ${issuer}${REALM_PATHS.logout}`,
    ],
  },
  keycloak: {
    title: 'Keycloak',
    realm: exampleKeycloak,
    address: (place) => ({ platform: 'keycloak', url: place.url, tenant: tenantOf(place) }),
    logins: [withSecret, withIdToken],
    curl: (issuer) => [
      `answer=$(curl -sS -d grant_type=client_credentials ${CLIENT} -d scope=openid \\`,
      `  ${issuer}${REALM_PATHS.token})`,
      ...useToken(issuer),
      `curl -sS ${CLIENT} -d "token=$token" ${issuer}${REALM_PATHS.revoke}`,
    ],
  },
  oauth2: {
    title: 'an OAuth 2.0 server',
    realm: exampleKeycloak,
    address: ({ issuer }) => ({ platform: 'oauth2', issuer }),
    logins: [withSecret, withIdToken],
    curl: (issuer) => [
      `curl -sS -w '\\n' ${issuer}${REALM_PATHS.discovery}`,
      `answer=$(curl -sS -u ${exampleBackend.clientId}:${SECRET} -d grant_type=client_credentials -d scope=openid \\`,
      `  ${issuer}${REALM_PATHS.token})`,
      ...useToken(issuer),
      `curl -sS -u ${exampleBackend.clientId}:${SECRET} -d "token=$token" ${issuer}${REALM_PATHS.revoke}`,
    ],
  },
} as const satisfies Readonly<Record<string, RealmUse>>;

/** A platform that is a realm. */
export type RealmName = keyof typeof USES;

/** Returns the realm of a platform, with clients for each recipe. */
export function exampleRealm(name: RealmName, subject: string): Realm {
  const { realm, logins } = USES[name];
  const trusting: RealmClient = {
    clientId: 'deploy',
    authentication: { kind: 'federated', provider: 'github', subject },
    serviceAccount: 'enabled',
  };
  return logins.some((login: Login) => login.idToken) ? { ...realm, clients: [...realm.clients, trusting] } : realm;
}

/** Describes a realm and how to log in to it. */
export function introduceRealm(name: RealmName, place: RealmPlace): Introduction {
  const { title, address, logins, curl } = USES[name];
  const { url, issuer, job } = place;
  return {
    title,
    url,
    facts: [
      ['realm', tenantOf(place)],
      ['issuer', issuer],
      ...exampleRealm(name, job.subject).clients.map(clientFact),
      ['user', `${exampleUser.username} / ${exampleUser.password}`],
    ],
    recipes: logins.map(({ title, inputs, idToken }: Login) => ({
      title,
      inputs: { ...address(place), ...inputs },
      variables: idToken ? job.variables : {},
    })),
    curl: curl(issuer),
  };
}

function clientFact({ clientId, authentication, ...client }: RealmClient) {
  const secret = authentication.kind === 'secret' ? authentication.secret : 'no secret';
  const uses = [
    client.serviceAccount &&
      (authentication.kind === 'federated' ? "logs in with the job's ID token" : 'logs in itself'),
    client.directAccess && 'logs in users',
    client.tokenExchange && 'exchanges tokens',
  ];
  return ['client', `${clientId} / ${secret}`, uses.filter(Boolean).join(', ')] as const;
}

function useToken(issuer: string): string[] {
  return [
    readMember('token', 'access_token'),
    TOKEN_LENGTH,
    `curl -sS -w '\\n' -H "Authorization: Bearer $token" ${issuer}${REALM_PATHS.userinfo}`,
  ];
}
