import type { Place } from './hostile-server.js';

/** A kind of server as the action meets it: where it answers, and the inputs of a step that uses every place. */
export interface Site<Name extends string = string> {
  readonly places: readonly Place<Name>[];
  readonly inputs: (origin: string) => Readonly<Record<string, string>>;
  /** The credential that the step sends. */
  readonly credential: string;
  /** What the server issues and contains; each must be hidden once the step has received it. */
  readonly secrets: readonly string[];
  /** What a step exports if every answer is the usual one; times are left out. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

const CREDENTIAL = 'Kq7-Wz4xT9.mVb2';
const TOKEN = 'QpZ7xK2vLw9mTb4Yh3Jd';
const VALUES = { A: 'the first secret value', B: { user: 'qz4-tj9w-vk2', password: 'hx7-nm3q-zp8' } };
const PROJECT = '0q2Dv1WnLtJ5yQmZ7cXk3RbHs8T';

const entryOf = (name: keyof typeof VALUES, value: unknown) => ({
  ...{ _id: `id-${name}`, _key: `secret/Custom/id-${name}`, _type: 'secret/Custom', _updated_at: 1_722_887_562 },
  ...{ name, value },
});

const SETTINGS = `GET /api/identity/v2/settings/project/${PROJECT}`;

/** A Chariot with two Secrets. */
export const chariotSite: Site<'login' | 'whoami' | 'list' | 'decrypt' | 'fields'> = {
  places: [
    {
      name: 'login',
      at: /^POST \/auth\/client\/v2\/chariot\/login$/,
      body: () => JSON.stringify({ access_token: TOKEN, token_type: 'Bearer', expires_in: 3600 }),
    },
    {
      name: 'whoami',
      at: /^GET \/api\/identity\/v2\/users\/me\/$/,
      body: () => JSON.stringify({ id: 'user-1', email: 'service@example.com', name: 'Service' }),
    },
    {
      name: 'list',
      at: new RegExp(`^${SETTINGS}/\\?`),
      body: () => JSON.stringify({ data: [entryOf('A', '********'), entryOf('B', '********')] }),
    },
    {
      name: 'decrypt',
      at: new RegExp(`^${SETTINGS}/secret/Custom/id-A\\?decrypt=true$`),
      body: () => JSON.stringify(entryOf('A', VALUES.A)),
    },
    {
      name: 'fields',
      at: new RegExp(`^${SETTINGS}/secret/Custom/id-B\\?decrypt=true$`),
      body: () => JSON.stringify(entryOf('B', VALUES.B)),
    },
  ],
  inputs: (url) => ({
    ...{ url, client_id: 'example-writer', client_secret: CREDENTIAL, project_id: PROJECT },
    ...{ whoami: 'true', secrets: 'A\nB.* | B_*' },
  }),
  credential: CREDENTIAL,
  secrets: [TOKEN, VALUES.A, ...Object.values(VALUES.B)],
  outputs: {
    ...{ bearer_token: TOKEN, token_type: 'Bearer', expires_in: '3600' },
    user: '{"id":"user-1","email":"service@example.com","name":"Service"}',
    ...{ A: VALUES.A, B_USER: VALUES.B.user, B_PASSWORD: VALUES.B.password },
    secrets: JSON.stringify({ A: VALUES.A, B_USER: VALUES.B.user, B_PASSWORD: VALUES.B.password }),
  },
  variables: { CHARIOT_TOKEN: TOKEN, A: VALUES.A, B_USER: VALUES.B.user, B_PASSWORD: VALUES.B.password },
};

const REFRESH = 'RfZ3nG8sVq5cXy1Wk6Pz';

/** A server of OAuth 2.0 with discovery, userinfo and revocation. */
export const oauthSite: Site<'discovery' | 'token' | 'userinfo' | 'revoke'> = {
  places: [
    {
      name: 'discovery',
      at: /^GET \/\.well-known\//,
      body: (issuer) =>
        JSON.stringify({
          issuer,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          revocation_endpoint: `${issuer}/revoke`,
          token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
        }),
    },
    {
      name: 'token',
      at: /^POST \/token$/,
      body: () =>
        JSON.stringify({
          ...{ access_token: TOKEN, token_type: 'Bearer', expires_in: 3600, scope: 'openid read' },
          ...{ refresh_token: REFRESH, refresh_expires_in: 1800 },
        }),
    },
    {
      name: 'userinfo',
      at: /^GET \/userinfo$/,
      body: () => JSON.stringify({ sub: 'user-1', preferred_username: 'operator', email: 'service@example.com' }),
    },
    { name: 'revoke', at: /^POST \/revoke$/, body: () => '{}' },
  ],
  inputs: (issuer) => ({
    ...{ platform: 'oauth2', issuer, client_id: 'example-client', client_secret: CREDENTIAL },
    ...{ whoami: 'true', scope: 'openid read' },
  }),
  credential: CREDENTIAL,
  secrets: [TOKEN, REFRESH],
  outputs: {
    ...{ bearer_token: TOKEN, token_type: 'Bearer', expires_in: '3600' },
    user: '{"sub":"user-1","preferred_username":"operator","email":"service@example.com"}',
  },
  variables: { BEARER_TOKEN: TOKEN },
};

const REALM = '/realms/example/protocol/openid-connect';

/** A Keycloak, whose sessions end with a logout. */
export const keycloakSite: Site<'token' | 'userinfo' | 'logout'> = {
  places: [
    {
      name: 'token',
      at: new RegExp(`^POST ${REALM}/token$`),
      body: () =>
        JSON.stringify({ access_token: TOKEN, token_type: 'Bearer', expires_in: 300, refresh_token: REFRESH }),
    },
    {
      name: 'userinfo',
      at: new RegExp(`^GET ${REALM}/userinfo$`),
      body: () => JSON.stringify({ sub: 'user-1', preferred_username: 'operator' }),
    },
    { name: 'logout', at: new RegExp(`^POST ${REALM}/logout$`), body: () => '{}' },
  ],
  inputs: (url) => ({
    ...{ platform: 'keycloak', url, tenant: 'example', client_id: 'example-frontend' },
    ...{ username: 'operator', password: CREDENTIAL, whoami: 'true' },
  }),
  credential: CREDENTIAL,
  secrets: [TOKEN, REFRESH],
  outputs: {
    ...{ bearer_token: TOKEN, token_type: 'Bearer', expires_in: '300' },
    user: '{"sub":"user-1","preferred_username":"operator"}',
  },
  variables: { KEYCLOAK_TOKEN: TOKEN },
};
