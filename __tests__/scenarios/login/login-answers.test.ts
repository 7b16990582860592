import { describe, expect, test } from '@jest/globals';
import { exampleBackend, exampleFrontend, exampleUser, type RealmClient } from '../../../emulator/realm/index.js';
import { answered, answerLine, failure, judge } from '../../../harness/jobs/login-job.js';
import { addressOf, runRealmJob, stepOn, withRealm } from '../../../harness/jobs/realm-job.js';
import type { ErrorCode } from '../../../src/errors.js';

/** Responses to a login that only a mistake, another version or another server returns, on the committed bundle. */

const KEYCLOAK = 'The login to Keycloak failed: POST https://realm/realms/example/protocol/openid-connect/token';
const user = { username: exampleUser.username, password: exampleUser.password };
const backend = { client_id: exampleBackend.clientId, client_secret: 'example-backend-client-secret' };
const frontend = { client_id: exampleFrontend.clientId, client_secret: 'example-frontend-client-secret' };

const saying = (status: number, error: string, error_description: string) =>
  ({
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error, error_description }),
  }) as const;

test.each<[error: ErrorCode, described: string, advice: string]>([
  [
    'unauthorized_client',
    'Unexpected error when authenticating client',
    ' The server could not read the client. Check `client_id` and `client_secret`, and whether a proxy changes the Authorization header.',
  ],
  ['unsupported_grant_type', 'Unsupported grant_type', ''],
])('The response 400 %s with "%s" is an error with its advice', async (error, described, advice) => {
  const job = await runRealmJob('keycloak', { inputs: backend, faults: [['token', saying(400, error, described)]] });

  expect(judge(job)).toEqual(
    failure(error, {
      ...answerLine(KEYCLOAK, answered(400), `: "${error}: ${described}".${advice}`),
      address: '`url` and `tenant`',
    }),
  );
  expect(job.requests).toHaveLength(1);
});

describe('A response that repeats a secret', () => {
  test.each<[what: string, inputs: Record<string, string>, secret: string]>([
    ['the password', { ...frontend, ...user }, user.password],
    [
      'the header of client_secret_basic',
      { ...backend, client_authentication: 'client_secret_basic' },
      `Basic ${Buffer.from(`${backend.client_id}:${backend.client_secret}`).toString('base64')}`,
    ],
  ])('The error does not contain %s', async (_what, inputs, secret) => {
    const fault = saying(400, 'invalid_request', `do not send ${secret} to me`);
    const job = await runRealmJob('keycloak', { inputs, faults: [['token', fault]] });
    const { log, ...verdict } = judge(job);

    expect(verdict).toEqual({ exitCode: 1, variables: {}, outputs: { error_code: 'invalid_request' }, problems: [] });
    expect(log[0]).toMatch(/: "invalid_request: do not send (?:Basic )?\*\*\* to me"\. /);
    // The action redacts the text itself, before the runner masks it.
    expect(job.stdout).toMatch(/::error title=[^:]*::.*do not send (?:Basic )?\*\*\* to me/);
  });

  test('The error does not contain the ID token', () => {
    const subject = 'repo:octo-org/octo-repo:ref:refs/heads/main';
    const trusting: RealmClient = {
      ...exampleBackend,
      authentication: { kind: 'federated', provider: 'github', subject },
    };
    return withRealm('keycloak', { clients: [trusting] }, async (servers) => {
      const idToken = servers.github.issueToken(servers.realm.issuer);
      const body = JSON.stringify({ value: idToken });
      const headers = { 'content-type': 'application/json' };
      servers.github.setFault('id-token', { kind: 'answer', status: 200, headers, body });
      servers.realm.setFault('token', saying(401, 'invalid_client', `no trust in ${idToken}`));
      const inputs = { ...addressOf('keycloak', servers.realm), client_authentication: 'github_oidc' };
      const job = await stepOn(servers, { inputs, idToken: true });

      expect(judge(job, [idToken])).toMatchObject({ exitCode: 1, problems: [] });
      expect(job.stdout).toMatch(/::error title=[^:]*::.*"invalid_client: no trust in \*\*\*"/);
    });
  });
});

describe('A response that is not a token', () => {
  test.each<[what: string, body: string, code: ErrorCode]>([
    ['without a token', '{"token_type":"Bearer"}', 'response_invalid'],
    ['that is not JSON', '<html>Sign in', 'response_invalid'],
  ])('A response %s is an error after one request', async (_what, body, code) => {
    const headers = { 'content-type': 'application/json' };
    const job = await runRealmJob('dataclarity', {
      inputs: user,
      faults: [['token', { kind: 'answer', status: 200, headers, body }]],
    });

    expect(judge(job)).toMatchObject({
      exitCode: 1,
      outputs: { error_code: code },
      problems: [],
    });
    expect(job.requests).toHaveLength(1);
  });

  test('A redirect of the login is not followed', async () => {
    const fault = { kind: 'redirect', location: 'https://elsewhere.example.com/', status: 307 } as const;
    const job = await runRealmJob('keycloak', { inputs: { ...frontend, ...user }, faults: [['token', fault]] });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'redirect_refused' }, problems: [] });
    expect(job.requests).toHaveLength(1);
  });
});

describe('The discovery of the metadata', () => {
  const metadata = (change: Record<string, unknown>) => ({
    kind: 'answer' as const,
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ issuer: 'https://elsewhere.example.com', ...change }),
  });

  test('Metadata over plain http with an endpoint on another host is rejected before a credential is sent', () =>
    withRealm('oauth2', {}, async (servers) => {
      const { issuer } = servers.realm;
      servers.realm.setFault('discovery', metadata({ issuer, token_endpoint: 'https://elsewhere.example.com/token' }));
      const job = await stepOn(servers, { inputs: { ...addressOf('oauth2', servers.realm), ...backend } });

      expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'endpoint_insecure' }, problems: [] });
      expect(job.requests.map(({ method }) => method)).toEqual(['GET']);
    }));

  test('Metadata is read from the URL of RFC 8414 if there is none at that of OpenID Connect', async () => {
    const fault = { kind: 'status', status: 404 } as const;
    const job = await runRealmJob('oauth2', { inputs: backend, faults: [['discovery', fault, { first: 1 }]] });

    expect(judge(job)).toMatchObject({ exitCode: 0, problems: [] });
    expect(job.requests.map(({ target }) => target)).toEqual([
      '/realms/example/.well-known/openid-configuration',
      '/.well-known/oauth-authorization-server/realms/example',
      '/realms/example/protocol/openid-connect/token',
    ]);
  });
});
