import { describe, expect, test } from '@jest/globals';
import {
  exampleDcUi,
  exampleFrontend,
  exampleUser,
  type Realm,
  type RealmClient,
  type RealmUser,
} from '../../../emulator/realm/index.js';
import { answered, answerLine, failure, judge, type LoginJob } from '../../../harness/jobs/login-job.js';
import { addressOf, type RealmServers, stepOn, withRealm } from '../../../harness/jobs/realm-job.js';
import { changes, signed } from '../../support/realm-logins.js';
import { askRealm } from '../../support/realm-requests.js';

/** What a login leaves in the realm, and what the realm knows about earlier ones: rotation, locks, sessions that ended. */

const user = { username: exampleUser.username, password: exampleUser.password };
const frontend = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };
const DATACLARITY =
  'The login to DataClarity failed: POST https://realm/auth/realms/example-tenant/protocol/openid-connect/token';
const KEYCLOAK = 'The login to Keycloak failed: POST https://realm/realms/example/protocol/openid-connect/token';
const LOOK_ALIKE =
  'Either `username` or `password` is wrong, the user is locked after too many wrong passwords, or another login of this user runs at the same time (jobs of a matrix). The login was not repeated, since each attempt counts towards the lock.';

const loginOf =
  (servers: RealmServers, platform: 'dataclarity' | 'keycloak') =>
  (inputs: Record<string, string>, idToken = false) =>
    stepOn(servers, { inputs: { ...addressOf(platform, servers.realm), ...inputs }, idToken });

const refreshTokenOf = (servers: RealmServers, client: RealmClient, person: RealmUser = exampleUser) =>
  String(servers.realm.logIn(client, person)['refresh_token']);

describe('A refresh token', () => {
  test('With rotation, a second use of a refresh token ends the session with an error', () =>
    withRealm('dataclarity', { rotation: true }, async (servers) => {
      const login = loginOf(servers, 'dataclarity');
      const refresh_token = refreshTokenOf(servers, exampleDcUi);
      const first = await login({ refresh_token });
      const second = await login({ refresh_token });

      expect(judge(first)).toMatchObject({ exitCode: 0, problems: [] });
      expect(judge(second)).toEqual(
        failure(
          'invalid_grant',
          answerLine(
            DATACLARITY,
            answered(400),
            `: "invalid_grant: Maximum allowed refresh token reuse exceeded". The \`refresh_token\` was used before, so the server ended its session. If refresh tokens rotate, a stored one works only once. Store a new one, or use other credentials.`,
          ),
        ),
      );
      expect(second.requests).toHaveLength(1);
      expect(servers.realm.liveSessions().flatMap(({ clients }) => clients)).toEqual([]);
    }));

  test('Without rotation, a refresh token can be used twice', () =>
    withRealm('dataclarity', {}, async (servers) => {
      const login = loginOf(servers, 'dataclarity');
      const refresh_token = refreshTokenOf(servers, exampleDcUi);
      const jobs = [await login({ refresh_token }), await login({ refresh_token })];

      expect(jobs.map((job) => judge(job))).toMatchObject([
        { exitCode: 0, problems: [] },
        { exitCode: 0, problems: [] },
      ]);
    }));

  test('A refresh token in the response to a login is masked', () =>
    withRealm('dataclarity', {}, async (servers) => {
      const job = await loginOf(servers, 'dataclarity')(user);
      const tokens = servers.realm.issuedTokens();

      expect(tokens).toHaveLength(2);
      expect(tokens.map((token) => job.log.masker.mask(token))).toEqual(['***', '***']);
    }));

  interface Row {
    readonly what: string;
    readonly realm?: Partial<Realm>;
    readonly person?: RealmUser;
    /** What happens between the first login and the refresh. */
    readonly meanwhile?: (servers: RealmServers, refreshToken: string) => unknown;
    readonly inputs?: Record<string, string>;
    readonly said: string;
  }
  const clock = { offset: 0 };
  test.each<Row>([
    {
      what: 'that is expired',
      realm: { now: () => Date.now() + clock.offset },
      meanwhile: () => Object.assign(clock, { offset: 3_600_000 }),
      said: 'Token is not active',
    },
    {
      what: 'whose session was ended',
      meanwhile: ({ realm }, refresh_token) => askRealm(realm, 'logout', { form: { ...frontend, refresh_token } }),
      said: 'Session not active',
    },
    {
      what: 'of another client',
      inputs: { client_id: 'example-backend', client_secret: 'example-backend-client-secret' },
      said: "Invalid refresh token. Token client and authorized client don't match",
    },
    { what: 'that is not valid', inputs: { refresh_token: 'not-a-refresh-token' }, said: 'Invalid refresh token' },
    { what: 'of a disabled user', person: { ...exampleUser, disabled: true }, said: 'User disabled' },
    { what: 'from before a logout of all', realm: { notBefore: 4_000_000_000 }, said: 'Stale token' },
  ])('A refresh token $what is rejected after one request', ({ realm = {}, person, meanwhile, inputs, said }) =>
    withRealm('keycloak', realm, async (servers) => {
      const refresh_token = refreshTokenOf(servers, exampleFrontend, person);
      await meanwhile?.(servers, refresh_token);
      const job = await loginOf(servers, 'keycloak')({ refresh_token, ...frontend, ...inputs });
      const advice =
        said === 'User disabled'
          ? 'The account of this user is disabled. An administrator of the realm can enable it.'
          : 'The `refresh_token` is expired, of another `client_id`, or its session was ended. Store a new one.';

      expect(judge(job)).toEqual(
        failure(
          'invalid_grant',
          answerLine(KEYCLOAK, answered(400), `: ${JSON.stringify(`invalid_grant: ${said}`)}. ${advice}`),
        ),
      );
      expect(job.requests).toHaveLength(1);
    }),
  );
});

describe('A realm with brute-force detection', () => {
  const bruteForce = { failures: 3, lockSeconds: 900 };

  test('A step with a wrong password counts as one failure', () =>
    withRealm('keycloak', { bruteForce }, async (servers) => {
      const job = await loginOf(servers, 'keycloak')({ ...frontend, ...user, password: 'a wrong password of hers' });

      expect(judge(job)).toEqual(
        failure(
          'invalid_grant',
          answerLine(KEYCLOAK, answered(400), `: "invalid_grant: Invalid user credentials". ${LOOK_ALIKE}`),
        ),
      );
      expect(job.requests).toHaveLength(1);
      expect(servers.realm.failuresOf(user.username)).toBe(1);
    }));

  test('The correct password of a locked user is rejected, and the message mentions the lock', () =>
    withRealm('keycloak', { bruteForce }, async (servers) => {
      const login = loginOf(servers, 'keycloak');
      const wrong = { ...frontend, ...user, password: 'a wrong password of hers' };
      for (let failures = 0; failures < 3; failures += 1) await login(wrong);
      const job = await login({ ...frontend, ...user });

      expect(judge(job)).toEqual(
        failure(
          'invalid_grant',
          answerLine(KEYCLOAK, answered(400), `: "invalid_grant: Invalid user credentials". ${LOOK_ALIKE}`),
        ),
      );
      expect(job.requests).toHaveLength(1);
      expect(servers.realm.failuresOf(user.username)).toBe(3);
    }));

  test('The second of two logins at the same moment is rejected and does not count as a failure', async () => {
    const gate = { arrived: () => {}, open: () => {} };
    const arrival = new Promise<void>((resolve) => Object.assign(gate, { arrived: resolve }));
    const opening = new Promise<void>((resolve) => Object.assign(gate, { open: resolve }));
    const whileChecking = () => {
      gate.arrived();
      return opening;
    };
    await withRealm('keycloak', { bruteForce, whileChecking }, async (servers) => {
      const login = loginOf(servers, 'keycloak');
      const first = login({ ...frontend, ...user });
      await arrival;
      const second = await login({ ...frontend, ...user });
      gate.open();

      expect(judge(second)).toEqual(
        failure(
          'invalid_grant',
          answerLine(KEYCLOAK, answered(400), `: "invalid_grant: Invalid user credentials". ${LOOK_ALIKE}`),
        ),
      );
      expect(judge(await first)).toMatchObject({ exitCode: 0, problems: [] });
      expect(servers.realm.failuresOf(user.username)).toBe(0);
    });
  });
});

describe('Another attempt of a login', () => {
  const assertionsOf = ({ requests }: LoginJob) =>
    requests.flatMap(({ body }) => new URLSearchParams(body).getAll('client_assertion'));

  test.each<[string, Record<string, string>]>([
    ['signed assertion', signed('ES256')],
    ['ID token', { client_authentication: 'github_oidc' }],
  ])('Another attempt contains a new %s', (_what, inputs) =>
    withRealm('keycloak', changes, async (servers) => {
      // The server has accepted the first one when the response is lost, and would reject it now.
      servers.realm.setFault('token', { kind: 'cut' }, { first: 1 });
      const job = await loginOf(servers, 'keycloak')({ ...inputs, retries: '1' }, true);

      expect(job.exitCode).toBe(0);
      expect(new Set(assertionsOf(job)).size).toBe(2);
    }),
  );

  test.each<[string, Record<string, string>]>([
    ['signed assertion', signed('ES256')],
    ['ID token', { client_authentication: 'github_oidc' }],
  ])('A %s is sent only once if the server closes the connection after it has accepted the login', (_what, inputs) =>
    withRealm('oauth2', changes, async (servers) => {
      servers.realm.setFault('token', { kind: 'reset' }, { first: 1 });
      const job = await stepOn(servers, {
        inputs: { ...addressOf('oauth2', servers.realm), ...inputs, retries: '1' },
        idToken: true,
      });
      // The discovery leaves a kept connection, on which the first login must not be sent.
      const [discovery, ...logins] = job.requests.filter(({ server }) => server === 'https://realm');
      const connections = [discovery, ...logins].map((request) => request?.connection);

      expect(job.exitCode).toBe(0);
      expect([logins.length, new Set(assertionsOf(job)).size, new Set(connections).size]).toEqual([2, 2, 3]);
    }),
  );
});

describe('A password', () => {
  test.each([
    ['a server error', { kind: 'status', status: 503 }],
    ['too many requests', { kind: 'status', status: 429 }],
    ['half of a response', { kind: 'cut' }],
  ] as const)('A password is not sent again after %s', (_what, fault) =>
    withRealm('keycloak', {}, async (servers) => {
      servers.realm.setFault('token', fault);
      const job = await loginOf(servers, 'keycloak')({ ...frontend, ...user });

      expect(judge(job)).toMatchObject({ exitCode: 1, problems: [] });
      expect(job.requests).toHaveLength(1);
    }),
  );

  test('A password is sent again if no response has started, since it cannot have been rejected', () =>
    withRealm('keycloak', {}, async (servers) => {
      servers.realm.setFault('token', { kind: 'reset' }, { first: 1 });
      const job = await loginOf(servers, 'keycloak')({ ...frontend, ...user, retries: '1' });

      // The action never received the tokens of the lost response.
      expect([job.exitCode, job.requests.length, job.outputs.get('token_type')]).toEqual([0, 2, 'Bearer']);
    }));

  test('Blanks at both ends of a password are kept', () =>
    withRealm('keycloak', { users: [{ ...exampleUser, password: '  two blanks  ' }] }, async (servers) => {
      const job = await loginOf(servers, 'keycloak')({ ...frontend, ...user, password: '  two blanks  ' });

      expect(judge(job)).toMatchObject({ exitCode: 0, problems: [] });
    }));
});
