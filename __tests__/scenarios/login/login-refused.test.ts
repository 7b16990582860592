import { describe, expect, test } from '@jest/globals';
import { exampleBackend, exampleFrontend, exampleUser, type Realm } from '../../../emulator/realm/index.js';
import { answered, answerLine, type ErrorLine, failure, judge, requestsOf } from '../../../harness/jobs/login-job.js';
import { type RealmPlatform, runRealmJob } from '../../../harness/jobs/realm-job.js';
import type { ErrorCode } from '../../../src/errors.js';

/**
 * Two refusals of each kind, on the committed bundle: exit code, the one line, the requests.
 *
 * Every refusal is a row of `loginRefusal`, and every response a test of the emulator. DataClarity is the old version of
 * Keycloak here.
 */

const user = { username: exampleUser.username, password: exampleUser.password };
const backend = { client_id: exampleBackend.clientId, client_secret: 'example-backend-client-secret' };
const frontend = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };

/** The start of the message, with the address of the login. */
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

const passwordRows: Row[] = [
  {
    what: 'a wrong password',
    on: 'dataclarity',
    inputs: { ...user, password: 'a wrong password of hers' },
    code: 'invalid_grant',
    status: 401,
    said: 'invalid_grant: Invalid user credentials',
    advice:
      'Either `username` or `password` is wrong, the user is locked after too many wrong passwords, or another login of this user runs at the same time (jobs of a matrix). The login was not repeated, since each attempt counts towards the lock',
  },
  {
    what: 'an account that is not fully set up',
    on: 'keycloak',
    realm: { users: [{ ...exampleUser, requiredAction: 'UPDATE_PASSWORD' }] },
    inputs: { ...frontend, ...user },
    code: 'invalid_grant',
    status: 400,
    said: 'invalid_grant: Account is not fully set up',
    advice:
      'The account is not fully set up. The user must log in to the platform in a browser and complete the required steps (change the password, verify the e-mail address, set up a second factor)',
  },
];

const clientRows: Row[] = [
  {
    what: 'a wrong client secret',
    on: 'dataclarity',
    inputs: { ...backend, client_secret: 'some-other-client-secret' },
    code: 'unauthorized_client',
    status: 401,
    said: 'unauthorized_client: Invalid client secret',
    advice:
      'The `client_secret`, key or ID token of the client is wrong, missing or was replaced. Keycloak also returns unauthorized_client for that',
  },
  {
    what: 'a client whose service account is disabled',
    on: 'keycloak',
    realm: { clients: [{ ...exampleBackend, serviceAccount: 'disabled' }] },
    inputs: backend,
    code: 'invalid_request',
    status: 401,
    said: "invalid_request: User 'service-account-example-backend' disabled",
    advice:
      'The service account of the client is missing or disabled. An administrator of the realm must restore or enable it',
  },
];

const realmRows: Row[] = [
  {
    what: 'a realm that requires TLS',
    on: 'keycloak',
    realm: { tlsRequired: true },
    inputs: backend,
    code: 'invalid_request',
    status: 403,
    said: 'invalid_request: HTTPS required',
    advice: 'The realm requires TLS. Use https:// in `url`',
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

describe('A refused login', () => {
  test.each([...passwordRows, ...clientRows, ...realmRows])('On $on, $what fails with $code', async (row) => {
    const { on, realm = {}, inputs, code, status, said, advice } = row;
    const job = await runRealmJob(on, { realm, inputs });

    expect(judge(job)).toEqual(
      failure(
        code,
        answerLine(failed(on), answered(status), `: ${JSON.stringify(said)}.${advice === '' ? '' : ` ${advice}.`}`),
      ),
    );
    expect(job.requests).toHaveLength(1);
  });
});

describe('A login at a wrong address', () => {
  const REALM = 'protocol/openid-connect/token';
  test.each<[what: string, inputs: Record<string, string> & { on: RealmPlatform }, line: ErrorLine]>([
    [
      'DataClarity at a server without /auth',
      { on: 'keycloak', platform: 'dataclarity' },
      answerLine(
        `The login to DataClarity failed: POST https://realm/auth/realms/example/${REALM}`,
        answered(404),
        `: "Unable to find matching target resource method". The server is a Keycloak without \`/auth\`. Use \`platform: keycloak\`, with \`client_id: dc-ui\` for the client of the platform.`,
      ),
    ],
    [
      'Keycloak at a server with /auth',
      { on: 'dataclarity', platform: 'keycloak' },
      answerLine(
        `The login to Keycloak failed: POST https://realm/realms/example-tenant/${REALM}`,
        answered(404),
        `. Check the host in \`url\`. If this is an older Keycloak, its path starts with \`/auth\`: add that to the end of \`url\`.`,
      ),
    ],
  ])('The address of %s is explained in the error', async (_what, { on, ...changes }, line) => {
    const job = await runRealmJob(on, { inputs: { ...backend, ...changes } });

    expect(judge(job)).toEqual(failure('endpoint_not_found', line));
    expect(requestsOf(job)).toHaveLength(1);
  });
});
