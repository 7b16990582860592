import { describe, expect, test } from '@jest/globals';
import {
  exampleBackend,
  exampleDcUi,
  exampleFrontend,
  exampleUser,
  type Realm,
  type RealmClient,
  type RealmUser,
} from '../../../emulator/realm/index.js';
import { answered, failure, judge, requestsOf } from '../../../harness/jobs/login-job.js';
import { type RealmPlatform, runRealmJob } from '../../../harness/jobs/realm-job.js';
import type { ErrorCode } from '../../../src/errors.js';

/** Every refusal of Keycloak's token endpoint, by the version that says it: exit code, the one line, the requests. */

const PASSWORD = 'a wrong password of hers';
const user = { username: exampleUser.username, password: exampleUser.password };
const backend = { client_id: exampleBackend.clientId, client_secret: 'example-backend-client-secret' };
const frontend = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };
const publicClient: RealmClient = { clientId: 'example-public', authentication: { kind: 'none' }, directAccess: true };

const withUser = (changes: Partial<RealmUser>): Partial<Realm> => ({ users: [{ ...exampleUser, ...changes }] });
const withClient = (client: RealmClient): Partial<Realm> => ({ clients: [client] });

/** Where the login goes, as the message says it. */
const failed = (platform: 'dataclarity' | 'keycloak') =>
  platform === 'keycloak'
    ? 'The login to Keycloak failed: POST https://realm/realms/example/protocol/openid-connect/token'
    : 'The login to DataClarity failed: POST https://realm/auth/realms/example-tenant/protocol/openid-connect/token';

interface Row {
  readonly what: string;
  readonly on: 'dataclarity' | 'keycloak';
  readonly realm?: Partial<Realm>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly code: ErrorCode;
  readonly status: number;
  readonly said: string;
  readonly advice: string;
}

const LOOK_ALIKE =
  'The server answers the same to a wrong `username` or `password`, to a user who is locked after too many wrong ones, and to another login of this user at the same moment (jobs of a matrix); it was not tried again, since each try counts for the lock';
const WRONG_PROOF =
  'The proof of the client (`client_secret`, key or ID token) is wrong, missing or was renewed; Keycloak calls that unauthorized_client, too';
const UNKNOWN_CLIENT = 'The client does not exist there, is disabled, or does not prove itself in this way';
const NO_SERVICE =
  'The client in `client_id` may not use client credentials: its "Service accounts roles" are off, or it is public';
const DISABLED = 'The account of this user is disabled; an administrator of the realm can enable it';
const GENERIC = 'Invalid client or Invalid client credentials';

/** Wrong users and passwords: DataClarity is the old version, with 401, Keycloak the current one, with 400. */
const passwordRows = (['dataclarity', 'keycloak'] as const).flatMap((on): Row[] => {
  const client = on === 'dataclarity' ? {} : frontend;
  const refused = { on, code: 'invalid_grant', status: on === 'dataclarity' ? 401 : 400 } as const;
  const same = { ...refused, said: 'invalid_grant: Invalid user credentials', advice: LOOK_ALIKE };
  return [
    { what: 'a wrong password', ...same, inputs: { ...client, ...user, password: PASSWORD } },
    { what: 'an unknown user', ...same, inputs: { ...client, ...user, username: 'nobody@example.com' } },
    {
      what: 'a disabled account',
      ...{ ...refused, status: 400 },
      realm: withUser({ disabled: true }),
      inputs: { ...client, ...user },
      said: 'invalid_grant: Account disabled',
      advice: DISABLED,
    },
    {
      what: 'an account with something left to do',
      ...{ ...refused, status: 400 },
      realm: withUser({ requiredAction: 'UPDATE_PASSWORD' }),
      inputs: { ...client, ...user },
      said: 'invalid_grant: Account is not fully set up',
      advice:
        'The account is not fully set up: the user must log in to the platform once by hand and do what it asks (change the password, verify the mail, set up a second factor)',
    },
    {
      what: 'a client without direct access grants',
      on,
      realm: withClient({ ...(on === 'dataclarity' ? exampleDcUi : exampleFrontend), directAccess: false }),
      inputs: { ...client, ...user },
      code: 'unauthorized_client',
      status: 400,
      said: 'unauthorized_client: Client not allowed for direct access grants',
      advice: 'The client in `client_id` may not use the password grant: its "Direct access grants" are off',
    },
    {
      what: 'a client that needs consent',
      on,
      realm: withClient({ ...(on === 'dataclarity' ? exampleDcUi : exampleFrontend), consentRequired: true }),
      inputs: { ...client, ...user },
      code: 'invalid_client',
      status: 400,
      said: 'invalid_client: Client requires user consent',
      advice: 'The client requires the consent of the user, which no workflow can give; switch that off for it',
    },
  ];
});

/** Clients that are wrong: the old version has other words for a wrong secret. */
const clientRows: Row[] = [
  ...(['dataclarity', 'keycloak'] as const).flatMap((on): Row[] => {
    const wrong = { on, code: 'unauthorized_client', status: 401, advice: WRONG_PROOF } as const;
    const isOld = on === 'dataclarity';
    return [
      {
        what: 'a wrong client secret',
        ...wrong,
        inputs: { ...backend, client_secret: 'some-other-client-secret' },
        said: `unauthorized_client: ${isOld ? 'Invalid client secret' : GENERIC}`,
      },
      {
        what: 'no client secret for a client that has one',
        ...wrong,
        realm: withClient({ ...exampleBackend, directAccess: true }),
        inputs: { client_id: backend.client_id, ...user },
        said: `unauthorized_client: ${isOld ? 'Client secret not provided in request' : GENERIC}`,
      },
    ];
  }),
  {
    what: 'an unknown client',
    on: 'keycloak',
    inputs: { ...backend, client_id: 'no-such-client' },
    code: 'invalid_client',
    status: 401,
    said: `invalid_client: ${GENERIC}`,
    advice: UNKNOWN_CLIENT,
  },
  {
    what: 'a disabled client',
    on: 'keycloak',
    realm: withClient({ ...exampleBackend, disabled: true }),
    inputs: backend,
    code: 'invalid_client',
    status: 401,
    said: `invalid_client: ${GENERIC}`,
    advice: UNKNOWN_CLIENT,
  },
  {
    what: 'client credentials of a public client',
    on: 'keycloak',
    realm: withClient(publicClient),
    inputs: { client_id: publicClient.clientId, client_secret: 'a-secret-that-it-has-not' },
    code: 'unauthorized_client',
    status: 401,
    said: 'unauthorized_client: Public client not allowed to retrieve service account',
    advice: NO_SERVICE,
  },
  {
    what: 'client credentials of a client without a service account',
    on: 'keycloak',
    inputs: frontend,
    code: 'unauthorized_client',
    status: 401,
    said: 'unauthorized_client: Client not enabled to retrieve service account',
    advice: NO_SERVICE,
  },
  ...(
    [
      ['missing', 'The associated service account for the client does not exist'],
      ['disabled', "User 'service-account-example-backend' disabled"],
    ] as const
  ).map(
    ([serviceAccount, said]): Row => ({
      what: `client credentials whose service user is ${serviceAccount}`,
      on: 'keycloak',
      realm: withClient({ ...exampleBackend, serviceAccount }),
      inputs: backend,
      code: 'invalid_request',
      status: 401,
      said: `invalid_request: ${said}`,
      advice:
        'The user behind the client ("service account") is missing or disabled; an administrator of the realm must restore or enable it',
    }),
  ),
];

/** Realms and addresses that are wrong. */
const realmRows: Row[] = [
  {
    what: 'a realm that wants TLS',
    on: 'keycloak',
    realm: { tlsRequired: true },
    inputs: backend,
    code: 'invalid_request',
    status: 403,
    said: 'invalid_request: HTTPS required',
    advice: 'The realm requires TLS: write `url` with https://',
  },
  {
    what: 'a disabled realm',
    on: 'keycloak',
    realm: { disabled: true },
    inputs: backend,
    code: 'access_denied',
    status: 403,
    said: 'access_denied: Realm not enabled',
    advice: 'The realm in `tenant` is disabled',
  },
  {
    what: 'an unknown scope',
    on: 'keycloak',
    inputs: { ...backend, scope: 'no-such-scope' },
    code: 'invalid_scope',
    status: 400,
    said: 'invalid_scope: Invalid scopes: no-such-scope',
    advice: '',
  },
];

test.each([...passwordRows, ...clientRows, ...realmRows])('$on: $what', async (row) => {
  const { on, realm = {}, inputs, code, status, said, advice } = row;
  const job = await runRealmJob(on, { realm, inputs });

  expect(judge(job)).toEqual(
    failure(code, `${failed(on)} ${answered(status)}: ${JSON.stringify(said)}.${advice === '' ? '' : ` ${advice}.`}`),
  );
  expect(job.requests).toHaveLength(1);
});

describe('an address that is not quite right', () => {
  const REALM = 'protocol/openid-connect/token';
  test.each<[what: string, inputs: Record<string, string> & { on: RealmPlatform }, line: string]>([
    [
      'an unknown realm',
      { on: 'keycloak', tenant: 'no-such-realm' },
      `The login to Keycloak failed: POST https://realm/realms/no-such-realm/${REALM} ${answered(404)}: "Realm does not exist". The realm in \`tenant\` does not exist on this server; its name is case-sensitive.`,
    ],
    [
      'DataClarity at a server without /auth',
      { on: 'keycloak', platform: 'dataclarity' },
      `The login to DataClarity failed: POST https://realm/auth/realms/example/${REALM} ${answered(404)}: "Unable to find matching target resource method". There is a Keycloak without \`/auth\`: use \`platform: keycloak\`, with \`client_id: dc-ui\` for the client of the platform.`,
    ],
    [
      'Keycloak at a server that has /auth',
      { on: 'dataclarity', platform: 'keycloak' },
      `The login to Keycloak failed: POST https://realm/realms/example-tenant/${REALM} ${answered(404)}. If this is an older Keycloak, its path starts with \`/auth\`: put it at the end of \`url\`.`,
    ],
  ])('%s', async (_what, { on, ...changes }, line) => {
    const job = await runRealmJob(on, { inputs: { ...backend, ...changes } });

    expect(judge(job)).toEqual(failure('endpoint_not_found', line));
    expect(requestsOf(job)).toHaveLength(1);
  });
});
