import { beforeEach, describe, expect, test } from '@jest/globals';
import { generateSigningKey, type JwtClaims, parseJwt, signJwt } from '../../../emulator/jwt.js';
import {
  exampleBackend,
  exampleDcUi,
  exampleFrontend,
  exampleUser,
  type Realm,
  type RealmClient,
} from '../../../emulator/realm/index.js';
import { askRealm, askToken, inShort, textOf } from '../../support/realm-requests.js';
import {
  ASSERTION_TYPE,
  advance,
  backend,
  github,
  outcome,
  realm,
  seconds,
  start,
  startGitHub,
} from './realm-set-up.js';

const TOKEN = 'urn:ietf:params:oauth:token-type:';
const EXCHANGE = { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange' };
const BEARER = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' };
const otherKey = generateSigningKey('RS256', 'x');

beforeEach(startGitHub);

/** Starts a realm with two identity providers: GitHub, whose subject is linked to a user, and another issuer. */
async function startLinked(client: Partial<RealmClient> = {}, settings: Partial<Realm> = {}): Promise<void> {
  await start({
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

/** Returns a function that issues an ID token for the realm with other claims. */
function issue(claims: JwtClaims = {}): () => string {
  return () => github.issueToken(realm.issuer, claims);
}

function exchange(token: string, type = 'access_token') {
  return askToken(realm, {
    ...EXCHANGE,
    ...backend,
    subject_token: token,
    subject_token_type: `${TOKEN}${type}`,
  });
}

/** Logs a user in without a request, and returns a token of the answer. */
function tokenOf(client: RealmClient, kind = 'access_token'): string {
  return String(realm.logIn(client, exampleUser)[kind]);
}

describe('token exchange', () => {
  const INVALID = '400 invalid_request: Invalid token';

  test("Token exchange returns an access token for the client's own access token", async () => {
    await startLinked();
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
  const noAudience = '403 access_denied: Client is not within the token audience';
  const notEnabled = '400 invalid_request: Standard token exchange is not enabled for the requested client';
  const disabled = { tokenExchange: false };
  test.each<[string, () => string, { type?: string; client?: Partial<RealmClient> }, string]>([
    ["GitHub's ID token", issue(), { type: 'id_token' }, accessOnly],
    ["GitHub's token as a JWT", issue(), { type: 'jwt' }, accessOnly],
    ["GitHub's token as an access token", issue(), {}, INVALID],
    ['a refresh token', () => tokenOf(exampleBackend, 'refresh_token'), {}, INVALID],
    ["another client's token", () => tokenOf(exampleFrontend), {}, noAudience],
    ['a client without the feature', () => 'x', { client: disabled }, notEnabled],
  ])('Token exchange rejects %s', async (...[, token, { type, client }, expected]) => {
    await startLinked(client);
    expect(inShort(await exchange(token(), type))).toBe(expected);
  });

  test('Token exchange rejects an expired or revoked token', async () => {
    await startLinked();
    const [one, other] = [tokenOf(exampleBackend), tokenOf(exampleBackend)];
    await askRealm(realm, 'revoke', { form: { ...backend, token: one } });
    expect(inShort(await exchange(one))).toBe(INVALID);
    expect(inShort(await exchange(other))).toBe('200 success');
    advance(300_000);
    expect(inShort(await exchange(other))).toBe(INVALID);
  });

  test('Token exchange rejects a token whose session has ended', async () => {
    await startLinked();
    const { access_token: token, refresh_token: refresh } = realm.logIn(exampleBackend, exampleUser);
    await askRealm(realm, 'logout', { form: { ...backend, refresh_token: String(refresh) } });
    expect(inShort(await exchange(String(token)))).toBe(INVALID);
  });

  test('Token exchange rejects a form with a missing or unsupported parameter', async () => {
    await startLinked();
    const form = { ...EXCHANGE, ...backend };
    const required = (name: string) => `400 invalid_request: Parameter '${name}' required for standard token exchange`;
    expect(await outcome(form)).toBe(required('subject_token'));
    expect(await outcome({ ...form, subject_token: 'x' })).toBe(required('subject_token_type'));
    const refreshing = { subject_token_type: `${TOKEN}access_token`, requested_token_type: `${TOKEN}refresh_token` };
    const unsupported = '400 invalid_request: requested_token_type unsupported';
    expect(await outcome({ ...form, subject_token: 'x', ...refreshing })).toBe(unsupported);
  });

  test('Token exchange rejects a public client', async () => {
    const client = { ...exampleDcUi, tokenExchange: true };
    await start({ clients: [client] });
    const subject = { subject_token: tokenOf(client), subject_token_type: `${TOKEN}access_token` };
    const rejected = '400 invalid_client: Public client is not allowed to exchange token';
    expect(await outcome({ ...EXCHANGE, client_id: 'dc-ui', ...subject })).toBe(rejected);
  });

  test.each<[string, JwtClaims, string]>([
    ['a linked user is accepted', {}, '200 success'],
    ['an unknown subject is rejected', { sub: 'repo:octo-org/fork:ref:refs/heads/main' }, INVALID],
    ['an unknown issuer is rejected', { iss: 'https://example.com' }, INVALID],
    ['no subject is rejected', { sub: undefined }, INVALID],
    ['an expired login is rejected', { exp: 1 }, INVALID],
  ])('With the preview feature, an ID token of %s', async (_name, claims, expected) => {
    await startLinked({}, { externalTokenExchange: true });
    const answer = await exchange(github.issueToken(realm.issuer, claims), 'id_token');
    expect(inShort(answer)).toBe(expected);
    const owner = parseJwt(textOf(answer, 'access_token'))?.claims['preferred_username'];
    expect(owner).toBe(expected === '200 success' ? exampleUser.username : undefined);
  });

  test('With the preview feature, an ID token that another key signed is rejected', async () => {
    await startLinked({}, { externalTokenExchange: true });
    const forged = signJwt({ iss: github.issuer, sub: github.subject, exp: seconds() + 60 }, otherKey);
    expect(inShort(await exchange(forged, 'id_token'))).toBe(INVALID);
  });
});

describe('the JWT bearer grant', () => {
  const send = (assertion: string) => askToken(realm, { ...BEARER, ...backend, assertion });
  const invalid = (reason: string) => `400 invalid_grant: ${reason}`;

  test("GitHub's ID token is exchanged for a token of the linked user, once and without a session", async () => {
    await startLinked();
    const assertion = github.issueToken(realm.issuer);
    const { status, body } = await send(assertion);
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
    expect(inShort(await send(assertion))).toBe(invalid('Token reuse detected'));
    expect(realm.liveSessions()).toEqual([]);
  });

  const forged = () => signJwt({ iss: github.issuer, sub: github.subject }, otherKey);
  const otherIssuer = issue({ iss: 'https://other.example.com' });
  test.each<[string, () => string, string]>([
    ['an unknown subject', issue({ sub: 'x' }), 'User not found'],
    ['another audience', () => github.issueToken(realm.url), 'Invalid token audience'],
    ['an unknown issuer', issue({ iss: 'x' }), 'No Identity Provider for provided issuer'],
    ['a provider that the client may not use', otherIssuer, 'Identity Provider is not allowed for the client'],
    ['no iss', issue({ iss: undefined }), 'Missing claim: iss'],
    ['no sub', issue({ sub: undefined }), 'Missing claim: sub'],
    ['an exp in the past', issue({ exp: 1 }), 'Token is not active'],
    ['the signature of another key', forged, 'Invalid signature'],
    ['a text that is not a JWT', () => 'x', 'The provided assertion is not a valid JWT'],
  ])('The JWT bearer grant rejects an assertion with %s', async (_name, assertion, expected) => {
    await startLinked();
    expect(inShort(await send(assertion()))).toBe(invalid(expected));
  });

  test('The JWT bearer grant rejects a public client', async () => {
    await startLinked({ authentication: { kind: 'none' } });
    const form = { ...BEARER, client_id: backend.client_id, assertion: issue({ iss: undefined })() };
    expect(await outcome(form)).toBe(invalid('Public client not allowed to use authorization grant'));
  });

  test('One ID token can be both the client assertion and the assertion of the grant', async () => {
    await startLinked({ authentication: { kind: 'federated', provider: 'github', subject: github.subject } });
    const token = github.issueToken(realm.issuer);
    const client = { client_assertion_type: ASSERTION_TYPE, client_assertion: token };
    expect(await outcome({ ...BEARER, ...client, assertion: token })).toBe('200 success');
  });

  test('The JWT bearer grant rejects a form without an assertion, and a client without the feature', async () => {
    await start();
    expect(await outcome({ ...BEARER, ...backend })).toBe(invalid('Missing parameter:assertion'));
    const notEnabled = invalid('JWT Authorization Grant is not supported for the requested client');
    expect(inShort(await send(github.issueToken(realm.issuer)))).toBe(notEnabled);
  });
});
