import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { startGitHubIdTokens } from '../../../emulator/github/id-tokens.js';
import {
  exampleBackend,
  exampleDataClarity,
  exampleFrontend,
  exampleUser,
  type RealmClient,
} from '../../../emulator/realm/index.js';
import { AS_USER, type LifeOptions, live } from '../../../harness/jobs/life-job.js';

const FRONTEND = {
  ...AS_USER,
  tenant: 'example',
  client_id: 'example-frontend',
  client_secret: 'example-frontend-client-secret',
};
const BACKEND = {
  platform: 'keycloak',
  tenant: 'example',
  client_id: 'example-backend',
  client_secret: 'example-backend-client-secret',
};
const SECRETS = [exampleUser.password, FRONTEND.client_secret, BACKEND.client_secret];
const CLIENT = 'client_id,client_secret';

/** What came of a life: the post step's line, its requests, and the sessions that are left. */
async function outcome(options: LifeOptions) {
  const { main, post, line, asked, sessions, problems } = await live({ secrets: SECRETS, ...options });
  return {
    exits: [main.exitCode, post.exitCode],
    line: line.replace('No files to remove. ', ''),
    asked,
    sessions,
    problems,
  };
}

const good = (line: string, asked: string[], sessions = 0) => ({ exits: [0, 0], line, asked, sessions, problems: [] });

describe('what this step began is ended', () => {
  test('on Keycloak by a logout', async () => {
    expect(await outcome({ inputs: FRONTEND })).toEqual(
      good('The session of this step was logged out.', [`POST logout refresh_token,${CLIENT}`]),
    );
  });

  test('on DataClarity by a logout, and only its own session', async () => {
    const inputs = {
      platform: 'dataclarity',
      tenant: 'example-tenant',
      username: exampleUser.username,
      password: exampleUser.password,
    };
    const [dcUi] = exampleDataClarity.clients;
    const other = (realm: Parameters<NonNullable<LifeOptions['between']>>[0]) => dcUi && realm.logIn(dcUi, exampleUser);

    expect(await outcome({ realm: exampleDataClarity, inputs, between: other })).toEqual(
      good('The session of this step was logged out.', ['POST logout refresh_token,client_id'], 1),
    );
  });

  test('without a session by a revocation', async () => {
    expect(await outcome({ inputs: BACKEND })).toEqual(
      good('The token of this step was revoked.', [`POST revoke token,token_type_hint,${CLIENT}`]),
    );
  });

  test('after a refresh grant only the access token: the session is its owner’s', async () => {
    const inputs: LifeOptions['inputs'] = (realm) => ({
      ...FRONTEND,
      username: '',
      password: '',
      refresh_token: String(realm.logIn(exampleFrontend, exampleUser)['refresh_token']),
    });

    expect(await outcome({ inputs })).toEqual(
      good('The token of this step was revoked.', [`POST revoke token,token_type_hint,${CLIENT}`], 1),
    );
  });

  test('on any server where its metadata says, the refresh token first', async () => {
    const inputs: LifeOptions['inputs'] = (realm) => {
      const { platform: _, tenant: __, ...rest } = FRONTEND;
      return { ...rest, platform: 'oauth2', url: '', issuer: realm.issuer };
    };

    // Discovery offers Basic; the session ends with the refresh token, and its access token with it.
    expect(await outcome({ inputs })).toEqual(
      good('The token of this step was revoked.', [
        'POST revoke token,token_type_hint',
        'POST revoke token,token_type_hint',
      ]),
    );
  });

  test('with a newly signed assertion', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const signing_key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const authentication = { kind: 'private_key_jwt', keys: [publicKey.export({ format: 'jwk' })] } as const;
    const client: RealmClient = { ...exampleBackend, authentication };
    const { client_secret: _, ...rest } = BACKEND;

    expect(
      await outcome({ realm: { clients: [client] }, inputs: { ...rest, signing_key }, secrets: [signing_key] }),
    ).toEqual(
      good('The token of this step was revoked.', [
        'POST revoke token,token_type_hint,client_id,client_assertion_type,client_assertion',
      ]),
    );
  });

  test('with a new ID token for each try', async () => {
    const github = await startGitHubIdTokens();
    const { issuer, subject, variables } = github;
    const authentication = { kind: 'federated', provider: 'github', subject } as const;
    const realm = {
      identityProviders: [{ alias: 'github', issuer, keys: github.keys }],
      clients: [{ ...exampleBackend, authentication }],
    };
    const life = await outcome({
      realm,
      env: variables,
      inputs: { platform: 'keycloak', tenant: 'example', client_authentication: 'github_oidc' },
      between: (server) => server.setFault('revoke', { kind: 'status', status: 503 }, { first: 1 }),
      secrets: () => [...github.issuedTokens, variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN],
    });
    const { length } = github.issuedTokens;
    await github.close();

    const request = 'POST revoke token,token_type_hint,client_assertion_type,client_assertion';
    expect(life).toEqual(good('The token of this step was revoked.', [request, request]));
    expect(length).toBe(3);
  });

  test('also of a main that failed', async () => {
    const inputs = { ...BACKEND, whoami: 'true' };
    const prepare: LifeOptions['prepare'] = (realm) => realm.setFault('userinfo', { kind: 'status', status: 403 });

    expect(await outcome({ inputs, prepare })).toMatchObject({
      exits: [1, 0],
      line: 'The token of this step was revoked.',
      problems: [],
    });
  });
});

describe('nothing is ended', () => {
  test('with `revoke: false`', async () => {
    expect(await outcome({ inputs: { ...FRONTEND, revoke: 'false' } })).toEqual(
      good('The token was not revoked, because `revoke` is false. It stays valid until <time>.', [], 1),
    );
  });

  test('of a token at hand', async () => {
    const inputs: LifeOptions['inputs'] = (realm) => ({
      platform: 'keycloak',
      tenant: 'example',
      bearer_token: String(realm.logIn(exampleFrontend, exampleUser)['access_token']),
    });

    expect(await outcome({ inputs })).toEqual(good('No files to remove.', [], 1));
  });

  test('where no metadata was asked', async () => {
    const inputs: LifeOptions['inputs'] = (realm) => {
      const { platform: _, tenant: __, ...rest } = FRONTEND;
      return {
        ...rest,
        platform: 'oauth2',
        url: '',
        client_authentication: 'client_secret_post',
        token_url: `${realm.issuer}/protocol/openid-connect/token`,
      };
    };

    expect(await outcome({ inputs })).toEqual(
      good(
        'The token was not revoked, because the metadata of the server contains no `revocation_endpoint`. It stays valid until <time>.',
        [],
        1,
      ),
    );
  });

  test('that has expired', async () => {
    expect(
      await outcome({ realm: { accessTokenLifetimeSeconds: 0 }, inputs: { ...BACKEND, leeway_seconds: '0' } }),
    ).toEqual(good('The token of this step had expired.', []));
  });
});

describe('an end that the server', () => {
  const answer = (status: number, error?: string) =>
    ({
      kind: 'answer',
      status,
      headers: { 'content-type': 'application/json' },
      body: error === undefined ? '' : JSON.stringify({ error }),
    }) as const;
  const warning = (what: string) =>
    `Warning: The token of this step could not be revoked and stays valid until <time>. Revoking the token of Keycloak failed: POST https://realm/realms/example/protocol/openid-connect/revoke ${what}`;

  test.each<[string, ReturnType<typeof answer>, string, number]>([
    ['does not know any more', answer(200, 'invalid_token'), 'The token of this step was already revoked.', 1],
    ['refuses as invalid_grant', answer(400, 'invalid_grant'), 'The token of this step was already revoked.', 1],
    ['answers with 401', answer(401), 'The token of this step was already revoked.', 1],
    ['answers with 404', answer(404, 'not_found'), 'The token of this step was already revoked.', 1],
    [
      'does not support',
      answer(400, 'unsupported_token_type'),
      'The token was not revoked, because the server does not revoke tokens of this kind. It stays valid until <time>.',
      1,
    ],
    [
      'refuses to this client',
      answer(401, 'invalid_client'),
      warning('answered 401 (X-Request-ID <id>): "invalid_client".'),
      1,
    ],
    ['fails at, three times', answer(503), warning('answered 503 (X-Request-ID <id>).'), 3],
  ])('%s', async (...[, fault, line, requests]) => {
    const life = await outcome({ inputs: BACKEND, between: (realm) => realm.setFault('revoke', fault) });

    expect(life).toEqual({ ...good(line, Array(requests).fill(`POST revoke token,token_type_hint,${CLIENT}`)) });
  });

  test('fails at once, and then not', async () => {
    const between: LifeOptions['between'] = (realm) => realm.setFault('revoke', { kind: 'reset' }, { first: 2 });

    expect(await outcome({ inputs: BACKEND, between })).toMatchObject({
      exits: [0, 0],
      line: 'The token of this step was revoked.',
      problems: [],
    });
  });

  test('puts off for long is waited for shortly', async () => {
    const fault = { kind: 'answer', status: 503, headers: { 'retry-after': '3600' } } as const;
    const between: LifeOptions['between'] = (realm) => realm.setFault('revoke', fault, { first: 1 });

    expect((await outcome({ inputs: BACKEND, between })).line).toBe('The token of this step was revoked.');
  });
});
