import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHubIdTokens, startGitHubIdTokens } from '../../emulator/github/id-tokens.js';
import { generateSigningKey, hmacJwt, type JwtAlgorithm, type SigningKey, signJwt } from '../../emulator/jwt.js';
import { exampleBackend, type Realm, type RunningRealm, startRealm } from '../../emulator/realm/index.js';
import { askToken, inShort } from '../support/realm-requests.js';

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const GENERIC = '401 invalid_client: Invalid client or Invalid client credentials';
const AUDIENCE = '400 invalid_client: Invalid token audience';
const REUSED = '400 invalid_client: Token reuse detected';

let realm: RunningRealm;
let github: GitHubIdTokens;
beforeEach(async () => {
  github = await startGitHubIdTokens();
});
afterEach(async () => {
  await realm.close();
  await github.close();
});

async function ask(assertion: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const form = { grant_type: 'client_credentials', client_assertion_type: TYPE, client_assertion: assertion };
  return inShort(await askToken(realm, { ...form, ...more }));
}

const now = () => Math.floor(Date.now() / 1000);
const keys: Readonly<Record<JwtAlgorithm, SigningKey>> = {
  RS256: generateSigningKey('RS256', 'rsa'),
  PS256: generateSigningKey('PS256', 'pss'),
  ES256: generateSigningKey('ES256', 'ec'),
  EdDSA: generateSigningKey('EdDSA', 'ed'),
};
const { alg: _, ...rsaWithoutAlg } = keys.RS256.jwk;

function startSigned(registered = Object.values(keys).map(({ jwk }) => jwk)): Promise<RunningRealm> {
  return startRealm({
    clients: [{ ...exampleBackend, authentication: { kind: 'private_key_jwt', keys: registered } }],
  });
}

function claims(change: object = {}): Readonly<Record<string, unknown>> {
  const id = 'example-backend';
  return { iss: id, sub: id, aud: realm.issuer, jti: randomUUID(), iat: now(), exp: now() + 60, ...change };
}

describe('private_key_jwt', () => {
  test.each(Object.values(keys))('signed by $alg is taken, once', async (key) => {
    realm = await startSigned();
    const assertion = signJwt(claims(), key);
    expect(await ask(assertion)).toBe('200 success');
    expect(await ask(assertion)).toBe(REUSED);
    expect(await ask(signJwt(claims(), key), { client_id: 'example-backend' })).toBe('200 success');
  });

  test.each<[string, () => object, string]>([
    ['the token URL as audience', () => ({ aud: `${realm.issuer}/protocol/openid-connect/token` }), '200 success'],
    ['a list of one audience', () => ({ aud: [realm.issuer] }), '200 success'],
    ['two audiences', () => ({ aud: [realm.issuer, 'x'] }), '400 invalid_client: Multiple audiences not allowed'],
    ['another audience', () => ({ aud: `${realm.issuer}/` }), AUDIENCE],
    ['no audience', () => ({ aud: undefined }), AUDIENCE],
    ['no jti', () => ({ jti: undefined }), '400 invalid_client: Token jti claim is required'],
    ['no exp', () => ({ exp: undefined }), '400 invalid_client: Token exp claim is required'],
    ['no iat', () => ({ iat: undefined }), '200 success'],
    [
      'no iat and a far exp',
      () => ({ iat: undefined, exp: now() + 120 }),
      '400 invalid_client: Token expiration is too far in the future and iat claim not present in token',
    ],
    ['a past exp', () => ({ exp: now() - 30 }), '400 invalid_client: Token is not active'],
    ['an exp that is just past', () => ({ exp: now() - 5 }), '400 invalid_client: Token is not active'],
    ['a later nbf', () => ({ nbf: now() + 60 }), '400 invalid_client: Token is not active'],
    ['a later iat', () => ({ iat: now() + 60, exp: now() + 90 }), '400 invalid_client: Token was issued in the future'],
    [
      'an old iat',
      () => ({ iat: now() - 90 }),
      '400 invalid_client: Token was issued too far in the past to be used now',
    ],
    ['no sub', () => ({ sub: undefined }), GENERIC],
    ['an unknown client', () => ({ iss: 'x', sub: 'x' }), GENERIC],
    ['an unknown issuer', () => ({ iss: 'x' }), GENERIC],
  ])('with %s', async (_name, change, expected) => {
    realm = await startSigned();
    expect(await ask(signJwt(claims(change()), keys.ES256))).toBe(expected);
  });

  test.each<[string, SigningKey, string]>([
    ['an RSA key without alg takes RS256', keys.RS256, '200 success'],
    ['and not PS256', { ...keys.RS256, alg: 'PS256' }, '400 invalid_client: Unable to load public key'],
    ['an unknown kid', { ...keys.RS256, kid: 'x' }, '400 invalid_client: Unable to load public key'],
    [
      'another key under its kid',
      { ...generateSigningKey('RS256', 'rsa') },
      '400 invalid_client: Client authentication with signed JWT failed: Signature on JWT token failed validation',
    ],
  ])('%s', async (_name, key, expected) => {
    realm = await startSigned([rsaWithoutAlg]);
    expect(await ask(signJwt(claims(), key))).toBe(expected);
  });

  test('is not replaced by less', async () => {
    realm = await startSigned();
    const form = { grant_type: 'client_credentials', client_id: 'example-backend' };
    const missing = '400 invalid_client: Parameter client_assertion_type is missing';
    expect(inShort(await askToken(realm, form))).toBe(missing);
    expect(inShort(await askToken(realm, { ...form, client_secret: 'x' }))).toBe(missing);
    expect(inShort(await askToken(realm, { ...form, client_assertion: 'x' }))).toBe(
      '400 invalid_client: Client authentication with signed JWT failed: java.lang.IllegalArgumentException: Parsing error',
    );
    expect(inShort(await askToken(realm, { ...form, client_assertion: signJwt(claims(), keys.ES256) }))).toBe(missing);
    expect(inShort(await askToken(realm, { ...form, client_assertion_type: TYPE }))).toBe(
      '400 invalid_client: client_assertion parameter missing',
    );
    const mistyped = { client_id: 'example-backend', client_assertion_type: 'y' };
    expect(await ask(signJwt(claims(), keys.ES256), mistyped)).toBe(
      `400 invalid_client: Parameter client_assertion_type has value 'y' but expected is '${TYPE}'`,
    );
    const whole = signJwt(claims(), keys.ES256);
    for (const text of ['no.jwt', `${whole}.x`, whole.slice(0, whole.lastIndexOf('.') + 1)]) {
      expect(await ask(text)).toBe(GENERIC);
    }
    expect(await ask(hmacJwt(claims(), Buffer.from('x')))).toBe('400 invalid_client: Unable to load public key');
    expect(await ask(signJwt(claims(), keys.ES256), { client_id: 'x' })).toBe(GENERIC);
  });
});

function startFederated(settings: Partial<Realm> = {}, reuse = false): Promise<RunningRealm> {
  const { issuer, subject, keys: published } = github;
  return startRealm({
    identityProviders: [
      { alias: 'github', issuer, keys: published, assertionReuse: reuse },
      { alias: 'other', issuer: 'https://other.example.com', keys: published },
    ],
    clients: [{ ...exampleBackend, authentication: { kind: 'federated', provider: 'github', subject } }],
    ...settings,
  });
}

describe("a client whose assertion is GitHub's ID token", () => {
  test('needs no client_id, and a new token for each request', async () => {
    realm = await startFederated();
    const token = github.issueToken(realm.issuer);
    expect(await ask(token)).toBe('200 success');
    expect(await ask(token)).toBe(REUSED);
    expect(await ask(github.issueToken(realm.issuer), { client_id: 'example-backend' })).toBe('200 success');
  });

  test('may use one again where the provider says so', async () => {
    realm = await startFederated({}, true);
    const token = github.issueToken(realm.issuer);
    expect([await ask(token), await ask(token)]).toEqual(['200 success', '200 success']);
  });

  const issue =
    (audience: () => string, change: () => object = () => ({})) =>
    () =>
      github.issueToken(audience(), { ...change() });
  const ours = () => realm.issuer;
  test.each<[string, () => string, string]>([
    ['another sub', issue(ours, () => ({ sub: 'repo:octo-org/fork:ref:refs/heads/main' })), GENERIC],
    ['an unknown issuer', issue(ours, () => ({ iss: 'https://example.com' })), GENERIC],
    ["another client's issuer", issue(ours, () => ({ iss: 'https://other.example.com' })), GENERIC],
    ['the token URL as audience', issue(() => `${realm.issuer}/protocol/openid-connect/token`), AUDIENCE],
    ['the host as audience', issue(() => realm.url), AUDIENCE],
    [
      'two audiences',
      issue(ours, () => ({ aud: [realm.issuer, 'x'] })),
      '400 invalid_client: Multiple audiences not allowed',
    ],
    ['a past exp', issue(ours, () => ({ exp: now() - 1 })), '400 invalid_client: Token is not active'],
    [
      'an old iat',
      issue(ours, () => ({ iat: now() - 310 })),
      '400 invalid_client: Token was issued too far in the past to be used now',
    ],
    ['another key', () => signJwt({ iss: github.issuer, sub: github.subject, aud: realm.issuer }, keys.RS256), GENERIC],
  ])('is refused with %s', async (_name, token, expected) => {
    realm = await startFederated();
    expect(await ask(token())).toBe(expected);
  });

  test('is refused with the id of another client, without an assertion, and by an old server', async () => {
    realm = await startFederated();
    expect(await ask(github.issueToken(realm.issuer), { client_id: 'x' })).toBe(GENERIC);
    const form = { grant_type: 'client_credentials', client_id: 'example-backend' };
    expect(inShort(await askToken(realm, form))).toBe(GENERIC);
    await realm.close();
    realm = await startFederated({ release: 'old' });
    expect(await ask(github.issueToken(realm.issuer))).toBe(GENERIC);
  });
});
