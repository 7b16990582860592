import { expect, test } from '@jest/globals';
import { exampleBackend, exampleUser, type Realm, type RealmClient } from '../../../emulator/realm/index.js';
import { answered, answerLine, failure, judge } from '../../../harness/jobs/login-job.js';
import { addressOf, type RealmStep, stepOn, withRealm } from '../../../harness/jobs/realm-job.js';
import type { ErrorCode } from '../../../src/errors.js';

/** Logins with the ID token of the workflow that the realm does not trust, or that the runner does not issue. */

const SUBJECT = 'repo:octo-org/octo-repo:ref:refs/heads/main';
const KEYCLOAK = 'The login to Keycloak failed: POST https://realm/realms/example/protocol/openid-connect/token';
const trusting: RealmClient = {
  clientId: 'trusting',
  authentication: { kind: 'federated', provider: 'github', subject: SUBJECT },
  serviceAccount: 'enabled',
};
const granting: RealmClient = { ...exampleBackend, jwtGrant: ['github'] };
const says = (audience: string) =>
  `The ID token of this workflow contains iss "https://token.actions.githubusercontent.com", sub "${SUBJECT}", aud "${audience}": the server must trust exactly these values. \`id_token_audience\` sets aud`;
const REALM = 'https://realm/realms/example';
const federated = { client_authentication: 'github_oidc' };
const grant = {
  grant_type: 'jwt_bearer',
  client_id: granting.clientId,
  client_secret: 'example-backend-client-secret',
};
const UNKNOWN =
  'The client is unknown to the server, disabled, or must use another client authentication. Check `client_id`';
const GENERIC = 'invalid_client: Invalid client or Invalid client credentials';

interface Row {
  readonly what: string;
  readonly realm: Partial<Realm>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly code: ErrorCode;
  readonly status: number;
  readonly said: string;
  readonly advice?: readonly string[];
  /** What follows the hint of the code, if there is no advice for this case. */
  readonly also?: string;
}

test.each<Row>([
  {
    what: 'of another subject',
    realm: {
      clients: [{ ...trusting, authentication: { kind: 'federated', provider: 'github', subject: 'repo:o/r' } }],
    },
    inputs: federated,
    code: 'invalid_client',
    status: 401,
    said: GENERIC,
    advice: [UNKNOWN, says(REALM)],
  },
  {
    what: 'for a server that is too old for ID tokens',
    realm: { clients: [trusting], release: 'old' },
    inputs: federated,
    code: 'invalid_client',
    status: 401,
    said: GENERIC,
    advice: [UNKNOWN, says(REALM)],
  },
  {
    what: 'with the ID of another client',
    realm: { clients: [trusting] },
    inputs: { ...federated, client_id: 'another' },
    code: 'invalid_client',
    status: 401,
    said: GENERIC,
    advice: [UNKNOWN, says(REALM)],
  },
  {
    what: 'for another audience',
    realm: { clients: [trusting] },
    inputs: { ...federated, id_token_audience: 'https://elsewhere.example.com' },
    code: 'invalid_client',
    status: 400,
    said: 'invalid_client: Invalid token audience',
    advice: [
      'The server expects another audience, usually the exact address of the realm',
      says('https://elsewhere.example.com'),
    ],
  },
  {
    what: 'for a long audience with a workflow command in it',
    realm: { clients: [trusting] },
    inputs: { ...federated, id_token_audience: `https://elsewhere.example.com/::error::${'a'.repeat(200)}` },
    code: 'invalid_client',
    status: 400,
    said: 'invalid_client: Invalid token audience',
    advice: [
      'The server expects another audience, usually the exact address of the realm',
      says(`https://elsewhere.example.com/: :error: :${'a'.repeat(39)}…${'a'.repeat(20)}`),
    ],
  },
  {
    what: 'without a user for its subject',
    realm: { clients: [granting], users: [exampleUser] },
    inputs: grant,
    code: 'invalid_grant',
    status: 400,
    said: 'invalid_grant: User not found',
    advice: [says(REALM)],
  },
  {
    what: 'of an unknown issuer',
    realm: { clients: [granting], identityProviders: [] },
    inputs: grant,
    code: 'invalid_grant',
    status: 400,
    said: 'invalid_grant: No Identity Provider for provided issuer',
    advice: [says(REALM)],
  },
])('The realm rejects an ID token $what, and the message contains its claims', ({ realm, inputs, ...row }) =>
  withRealm('keycloak', realm, async (servers) => {
    const job = await stepOn(servers, {
      inputs: { ...addressOf('keycloak', servers.realm), ...inputs },
      idToken: true,
    });
    const advice = (row.advice ?? []).map((part) => ` ${part}.`).join('');
    const also = row.also === undefined ? undefined : `${row.also}.`;

    expect(judge(job)).toEqual(
      failure(row.code, {
        ...answerLine(KEYCLOAK, answered(row.status), `: ${JSON.stringify(row.said)}.${advice}`),
        also,
      }),
    );
    expect(job.requests.map(({ server }) => server)).toEqual(['https://runner', 'https://realm']);
  }),
);

test('Each step presents a new ID token, since the realm accepts one only once', () =>
  withRealm('keycloak', { clients: [trusting] }, async (servers) => {
    const step: RealmStep = { inputs: { ...addressOf('keycloak', servers.realm), ...federated }, idToken: true };
    const jobs = [await stepOn(servers, step), await stepOn(servers, step)];
    const [idToken = ''] = servers.github.issuedTokens;
    // The runner issues the first one again.
    servers.github.setFault('id-token', {
      kind: 'answer',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value: idToken }),
    });
    const again = await stepOn(servers, step);

    expect(jobs.map((job) => judge(job))).toMatchObject([
      { exitCode: 0, problems: [] },
      { exitCode: 0, problems: [] },
    ]);
    expect(new Set(servers.github.issuedTokens).size).toBe(3);
    expect(judge(again)).toEqual(
      failure(
        'invalid_client',
        answerLine(
          KEYCLOAK,
          answered(400),
          ': "invalid_client: Token reuse detected". This token was presented before, and the server accepts each token only once. Run the job again.',
        ),
      ),
    );
  }));

test('A job without the permission id-token: write fails before any request, and the message names the permission', () =>
  withRealm('keycloak', { clients: [trusting] }, async (servers) => {
    const job = await stepOn(servers, { inputs: { ...addressOf('keycloak', servers.realm), ...federated } });

    expect(judge(job)).toEqual(
      failure(
        'id_token_unavailable',
        'This job cannot request an ID token: the runner provides no address for ID tokens.',
      ),
    );
    expect(job.requests).toEqual([]);
  }));

test('A runner that rejects the request for an ID token has an error code of its own', () =>
  withRealm('keycloak', { clients: [trusting] }, async (servers) => {
    const job = await stepOn(servers, {
      inputs: { ...addressOf('keycloak', servers.realm), ...federated },
      idToken: true,
      env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'another-request-token' },
    });
    const { log, ...verdict } = judge(job, ['another-request-token']);

    expect(verdict).toEqual({
      exitCode: 1,
      variables: {},
      outputs: { error_code: 'id_token_unavailable' },
      problems: [],
    });
    expect(log.at(-1)).toMatch(
      /^Error: The request for an ID token failed: the server answered 401: "unauthorized"\. .* \(GET https:\/\/runner\/.*idtoken, X-Request-ID "<id>"\)$/,
    );
  }));
