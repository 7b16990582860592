import type { Realm, RealmClient, RealmUser } from './model.js';

/** The client of DataClarity's web pages: public, with the password grant. Source: DataClarity, API authentication. */
export const exampleDcUi: RealmClient = {
  clientId: 'dc-ui',
  authentication: { kind: 'none' },
  directAccess: true,
};

/** A confidential client that logs in with client credentials. */
export const exampleBackend: RealmClient = {
  clientId: 'example-backend',
  authentication: { kind: 'secret', secret: 'example-backend-client-secret' },
  serviceAccount: 'enabled',
  tokenExchange: true,
};

/** A confidential client that logs users in. */
export const exampleFrontend: RealmClient = {
  clientId: 'example-frontend',
  authentication: { kind: 'secret', secret: 'example-frontend-client-secret' },
  directAccess: true,
};

/** A user who can log in. */
export const exampleUser: RealmUser = {
  username: 'jane@example.com',
  password: 'correct horse battery staple',
  email: 'jane@example.com',
};

/** A realm of a current Keycloak release. */
export const exampleKeycloak: Realm = {
  name: 'example',
  prefix: '',
  release: 'current',
  disabled: false,
  tlsRequired: false,
  clients: [exampleBackend, exampleFrontend],
  users: [exampleUser],
  identityProviders: [],
  externalTokenExchange: false,
  parameters: [],
  scopes: [],
  accessTokenLifetimeSeconds: 300,
  refreshTokenLifetimeSeconds: 1800,
  accessTokenAlgorithm: 'RS256',
  rotation: false,
  notBefore: 0,
  whileChecking: () => undefined,
  now: () => Date.now(),
};

/** A tenant of DataClarity, with the lifetimes in the sample of its documentation. */
export const exampleDataClarity: Realm = {
  ...exampleKeycloak,
  name: 'example-tenant',
  prefix: '/auth',
  release: 'old',
  clients: [exampleDcUi, exampleBackend],
  accessTokenLifetimeSeconds: 1800,
  accessTokenAlgorithm: 'HS256',
};
