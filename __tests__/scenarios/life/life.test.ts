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

/** The results of main and post: the post step's line, its requests, and the sessions that are left. */
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

describe('The post step revokes what the login created', () => {
  test('On Keycloak, the session is logged out', async () => {
    expect(await outcome({ inputs: FRONTEND })).toEqual(
      good('The session of this step was logged out.', [`POST logout refresh_token,${CLIENT}`]),
    );
  });

  test('On DataClarity, only the session of this step is logged out', async () => {
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

  test('Without a session, the access token is revoked', async () => {
    expect(await outcome({ inputs: BACKEND })).toEqual(
      good('The token of this step was revoked.', [`POST revoke token,token_type_hint,${CLIENT}`]),
    );
  });

  test('After a refresh grant, only the access token is revoked, and the session stays', async () => {
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

  test('On another OAuth server, the post step revokes the refresh token before the access token', async () => {
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

  test('A client with a key sends a newly signed assertion', async () => {
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

  test('A client with an ID token sends a new one in each attempt', async () => {
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

  test('The token is also revoked after a step that failed', async () => {
    const inputs = { ...BACKEND, whoami: 'true' };
    const prepare: LifeOptions['prepare'] = (realm) => realm.setFault('userinfo', { kind: 'status', status: 403 });

    expect(await outcome({ inputs, prepare })).toMatchObject({
      exits: [1, 0],
      line: 'The token of this step was revoked.',
      problems: [],
    });
  });
});

describe('The post step revokes nothing', () => {
  test('With `revoke: false`, the token stays valid', async () => {
    expect(await outcome({ inputs: { ...FRONTEND, revoke: 'false' } })).toEqual(
      good('The token was not revoked, because `revoke` is false. It stays valid until <time>.', [], 1),
    );
  });

  test('A supplied token stays valid', async () => {
    const inputs: LifeOptions['inputs'] = (realm) => ({
      platform: 'keycloak',
      tenant: 'example',
      bearer_token: String(realm.logIn(exampleFrontend, exampleUser)['access_token']),
    });

    expect(await outcome({ inputs })).toEqual(good('No files to remove.', [], 1));
  });

  test('Without the metadata of the server, the token stays valid', async () => {
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

  test('No request is sent for an expired token', async () => {
    expect(
      await outcome({ realm: { accessTokenLifetimeSeconds: 0 }, inputs: { ...BACKEND, leeway_seconds: '0' } }),
    ).toEqual(good('The token of this step had expired.', []));
  });
});

describe('The response to a revocation', () => {
  const answer = (status: number, error?: string) =>
    ({
      kind: 'answer',
      status,
      headers: { 'content-type': 'application/json' },
      body: error === undefined ? '' : JSON.stringify({ error }),
    }) as const;
  const REVOKE = 'POST https://realm/realms/example/protocol/openid-connect/revoke';
  const warning = (status: number, said = '') =>
    `Warning: The token of this step could not be revoked and stays valid until <time>. Revoking the token of Keycloak failed: the server answered ${status}${said} (${REVOKE}, X-Request-ID <id>).`;

  test.each<[string, ReturnType<typeof answer>, string, number]>([
    [
      'The error invalid_token means that the token was already revoked',
      answer(200, 'invalid_token'),
      'The token of this step was already revoked.',
      1,
    ],
    [
      'The error invalid_grant means that the token was already revoked',
      answer(400, 'invalid_grant'),
      'The token of this step was already revoked.',
      1,
    ],
    [
      'The status 401 means that the token was already revoked',
      answer(401),
      'The token of this step was already revoked.',
      1,
    ],
    [
      'The status 404 means that the token was already revoked',
      answer(404, 'not_found'),
      'The token of this step was already revoked.',
      1,
    ],
    [
      'The error unsupported_token_type is reported without a warning',
      answer(400, 'unsupported_token_type'),
      'The token was not revoked, because the server does not revoke tokens of this kind. It stays valid until <time>.',
      1,
    ],
    ['The error invalid_client is a warning', answer(401, 'invalid_client'), warning(401, ': "invalid_client"'), 1],
    ['The status 503 is a warning after three attempts', answer(503), warning(503), 3],
  ])('%s', async (...[, fault, line, requests]) => {
    const life = await outcome({ inputs: BACKEND, between: (realm) => realm.setFault('revoke', fault) });

    expect(life).toEqual({ ...good(line, Array(requests).fill(`POST revoke token,token_type_hint,${CLIENT}`)) });
  });

  test('A token is revoked after two connections that were reset', async () => {
    const between: LifeOptions['between'] = (realm) => realm.setFault('revoke', { kind: 'reset' }, { first: 2 });

    expect(await outcome({ inputs: BACKEND, between })).toMatchObject({
      exits: [0, 0],
      line: 'The token of this step was revoked.',
      problems: [],
    });
  });

  test('A Retry-After of one hour is shortened', async () => {
    const fault = { kind: 'answer', status: 503, headers: { 'retry-after': '3600' } } as const;
    const between: LifeOptions['between'] = (realm) => realm.setFault('revoke', fault, { first: 1 });

    expect((await outcome({ inputs: BACKEND, between })).line).toBe('The token of this step was revoked.');
  });
});

test('The post step cuts no secret in two in the words of a server', async () => {
  const said = `${'x'.repeat(275)}${FRONTEND.client_secret} and more`;
  const body = JSON.stringify({ error: 'access_denied', error_description: said });
  const life = await live({
    inputs: FRONTEND,
    secrets: SECRETS,
    between: (realm) =>
      realm.setFault('logout', { kind: 'status', status: 403, body, contentType: 'application/json' }),
  });

  expect(life.line).toContain(`"access_denied: ${'x'.repeat(275)}*** and mo…"`);
  expect(life.problems).toEqual([]);
});
