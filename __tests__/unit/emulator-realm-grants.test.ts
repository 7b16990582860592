import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHubIdTokens, startGitHubIdTokens } from '../../emulator/github/id-tokens.js';
import { generateSigningKey, type JwtClaims, parseJwt, signJwt } from '../../emulator/jwt.js';
import {
  exampleBackend,
  exampleDcUi,
  exampleFrontend,
  exampleUser,
  type Realm,
  type RealmClient,
  type RunningRealm,
  startRealm,
} from '../../emulator/realm/index.js';
import { askRealm, askToken, inShort, textOf } from '../support/realm-requests.js';

const TOKEN = 'urn:ietf:params:oauth:token-type:';
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

let realm: RunningRealm;
let github: GitHubIdTokens;
beforeEach(async () => {
  github = await startGitHubIdTokens();
});
afterEach(async () => {
  await realm.close();
  await github.close();
});

const credentials = { client_id: 'example-backend', client_secret: 'example-backend-client-secret' };

async function start(client: Partial<RealmClient> = {}, settings: Partial<Realm> = {}): Promise<void> {
  realm = await startRealm({
    clients: [{ ...exampleBackend, jwtGrant: ['github'], ...client }, exampleFrontend],
    users: [
      { ...exampleUser, username: 'john' },
      { ...exampleUser, links: { github: github.subject } },
    ],
    identityProviders: [
      { alias: 'github', issuer: github.issuer, keys: github.keys },
      { alias: 'other', issuer: 'https://other.example.com', keys: github.keys },
    ],
    ...settings,
  });
}

function exchange(token: string, type = 'access_token') {
  const subject = { subject_token: token, subject_token_type: `${TOKEN}${type}` };
  return askToken(realm, { grant_type: EXCHANGE, ...credentials, ...subject });
}

describe('token exchange', () => {
  test('changes an access token of its own client', async () => {
    await start();
    const before = realm.logIn(exampleBackend, exampleUser, ['openid', 'email']);
    const { status, body } = await exchange(String(before['access_token']));
    expect([status, body]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^eyJ/),
        expires_in: 300,
        refresh_expires_in: 0,
        token_type: 'Bearer',
        'not-before-policy': 0,
        session_state: before['session_state'],
        scope: 'openid email',
        issued_token_type: `${TOKEN}access_token`,
      },
    ]);
  });

  const accessOnly = "400 invalid_request: Parameter 'subject_token' supports access tokens only";
  const required = (name: string) => `400 invalid_request: Parameter '${name}' required for standard token exchange`;
  test.each<[string, () => string, { type?: string; client?: Partial<RealmClient> }, string]>([
    ["GitHub's ID token", () => github.issueToken(realm.issuer), { type: 'id_token' }, accessOnly],
    ["GitHub's token as a JWT", () => github.issueToken(realm.issuer), { type: 'jwt' }, accessOnly],
    [
      "GitHub's token as an access token",
      () => github.issueToken(realm.issuer),
      {},
      '400 invalid_request: Invalid token',
    ],
    [
      'a refresh token',
      () => String(realm.logIn(exampleBackend, exampleUser)['refresh_token']),
      {},
      '400 invalid_request: Invalid token',
    ],
    [
      "another client's token",
      () => String(realm.logIn(exampleFrontend, exampleUser)['access_token']),
      {},
      '403 access_denied: Client is not within the token audience',
    ],
    [
      'a client without the switch',
      () => 'x',
      { client: { tokenExchange: false } },
      '400 invalid_request: Standard token exchange is not enabled for the requested client',
    ],
  ])('refuses %s', async (...[, token, { type, client }, expected]) => {
    await start(client);
    expect(inShort(await exchange(token(), type))).toBe(expected);
  });

  test('refuses a token that has expired or was revoked', async () => {
    let now = Date.now();
    await start({}, { now: () => now });
    const [one, other] = [1, 2].map(() => String(realm.logIn(exampleBackend, exampleUser)['access_token']));
    await askRealm(realm, 'revoke', { form: { ...credentials, token: String(one) } });
    expect(inShort(await exchange(String(one)))).toBe('400 invalid_request: Invalid token');
    expect(inShort(await exchange(String(other)))).toBe('200 success');
    now += 300_000;
    expect(inShort(await exchange(String(other)))).toBe('400 invalid_request: Invalid token');
  });

  test('refuses a token whose session has ended, and a form with a part missing', async () => {
    await start();
    const { access_token: token, refresh_token: refresh } = realm.logIn(exampleBackend, exampleUser);
    await askRealm(realm, 'logout', { form: { ...credentials, refresh_token: String(refresh) } });
    expect(inShort(await exchange(String(token)))).toBe('400 invalid_request: Invalid token');
    const form = { grant_type: EXCHANGE, ...credentials };
    expect(inShort(await askToken(realm, form))).toBe(required('subject_token'));
    expect(inShort(await askToken(realm, { ...form, subject_token: 'x' }))).toBe(required('subject_token_type'));
    const refreshing = { subject_token_type: `${TOKEN}access_token`, requested_token_type: `${TOKEN}refresh_token` };
    expect(inShort(await askToken(realm, { ...form, subject_token: 'x', ...refreshing }))).toBe(
      '400 invalid_request: requested_token_type unsupported',
    );
  });

  test('refuses a public client', async () => {
    const client = { ...exampleDcUi, tokenExchange: true };
    realm = await startRealm({ clients: [client] });
    const subject = { subject_token: String(realm.logIn(client, exampleUser)['access_token']) };
    const form = { grant_type: EXCHANGE, client_id: 'dc-ui', subject_token_type: `${TOKEN}access_token`, ...subject };
    expect(inShort(await askToken(realm, form))).toBe(
      '400 invalid_client: Public client is not allowed to exchange token',
    );
  });

  test.each<[string, JwtClaims, string]>([
    ['a linked user', {}, '200 success'],
    ['nobody', { sub: 'repo:octo-org/fork:ref:refs/heads/main' }, '400 invalid_request: Invalid token'],
    ['an unknown issuer', { iss: 'https://example.com' }, '400 invalid_request: Invalid token'],
    ['no sub', { sub: undefined }, '400 invalid_request: Invalid token'],
    ['a past exp', { exp: 1 }, '400 invalid_request: Invalid token'],
  ])("with the old preview takes GitHub's ID token of %s", async (_name, claims, expected) => {
    await start({}, { externalTokenExchange: true });
    const answer = await exchange(github.issueToken(realm.issuer, claims), 'id_token');
    expect(inShort(answer)).toBe(expected);
    const whose = parseJwt(textOf(answer, 'access_token'))?.claims['preferred_username'];
    expect(whose).toBe(expected === '200 success' ? exampleUser.username : undefined);
  });
});

test("with the old preview refuses GitHub's ID token that another key has signed", async () => {
  await start({}, { externalTokenExchange: true });
  const exp = Math.floor(Date.now() / 1000) + 60;
  const forged = signJwt({ iss: github.issuer, sub: github.subject, exp }, generateSigningKey('RS256', 'x'));
  expect(inShort(await exchange(forged, 'id_token'))).toBe('400 invalid_request: Invalid token');
});

function bearer(assertion: string) {
  return askToken(realm, { grant_type: BEARER, ...credentials, assertion });
}

describe('the JWT bearer grant', () => {
  test("changes GitHub's ID token for the linked user's, once, without a session", async () => {
    await start();
    const assertion = github.issueToken(realm.issuer);
    const { status, body } = await bearer(assertion);
    expect([status, body]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^eyJ/),
        expires_in: 300,
        refresh_expires_in: 0,
        token_type: 'Bearer',
        'not-before-policy': 0,
        scope: 'profile email',
      },
    ]);
    expect(inShort(await bearer(assertion))).toBe('400 invalid_grant: Token reuse detected');
    expect(realm.liveSessions()).toEqual([]);
  });

  const other = generateSigningKey('RS256', 'x');
  test.each<[string, () => string, Partial<RealmClient>, string]>([
    ['no user', () => github.issueToken(realm.issuer, { sub: 'x' }), {}, 'User not found'],
    ['another audience', () => github.issueToken(realm.url), {}, 'Invalid token audience'],
    [
      'an unknown issuer',
      () => github.issueToken(realm.issuer, { iss: 'x' }),
      {},
      'No Identity Provider for provided issuer',
    ],
    [
      'a provider that the client may not use',
      () => github.issueToken(realm.issuer, { iss: 'https://other.example.com' }),
      {},
      'Identity Provider is not allowed for the client',
    ],
    ['no iss', () => github.issueToken(realm.issuer, { iss: undefined }), {}, 'Missing claim: iss'],
    ['no sub', () => github.issueToken(realm.issuer, { sub: undefined }), {}, 'Missing claim: sub'],
    ['a past exp', () => github.issueToken(realm.issuer, { exp: 1 }), {}, 'Token is not active'],
    ['another key', () => signJwt({ iss: github.issuer, sub: github.subject }, other), {}, 'Invalid signature'],
    [
      'a public client',
      () => github.issueToken(realm.issuer, { iss: undefined }),
      { authentication: { kind: 'none' } },
      'Public client not allowed to use authorization grant',
    ],
    ['no JWT', () => 'x', {}, 'The provided assertion is not a valid JWT'],
  ])('refuses %s', async (...[, assertion, client, expected]) => {
    await start(client);
    const { client_secret: _, ...publicClient } = credentials;
    const own = client.authentication === undefined ? credentials : publicClient;
    const answer = await askToken(realm, { grant_type: BEARER, ...own, assertion: assertion() });
    expect(inShort(answer)).toBe(`400 invalid_grant: ${expected}`);
  });

  test('takes the token that also authenticates the client: the two uses are remembered apart', async () => {
    await start({ authentication: { kind: 'federated', provider: 'github', subject: github.subject } });
    const token = github.issueToken(realm.issuer);
    const client = { client_assertion_type: ASSERTION, client_assertion: token };
    expect(inShort(await askToken(realm, { grant_type: BEARER, ...client, assertion: token }))).toBe('200 success');
  });

  test('refuses a form without an assertion, and a client without the switch', async () => {
    realm = await startRealm();
    expect(inShort(await askToken(realm, { grant_type: BEARER, ...credentials }))).toBe(
      '400 invalid_grant: Missing parameter:assertion',
    );
    expect(inShort(await bearer(github.issueToken(realm.issuer)))).toBe(
      '400 invalid_grant: JWT Authorization Grant is not supported for the requested client',
    );
  });
});
