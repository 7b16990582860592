import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  generateSigningKey,
  hmacJwt,
  type JwtAlgorithm,
  type JwtClaims,
  type SigningKey,
  signJwt,
} from '../../../emulator/jwt.js';
import { exampleBackend, exampleDcUi, type Realm } from '../../../emulator/realm/index.js';
import { askToken } from '../../support/realm-requests.js';
import {
  ASSERTION_TYPE,
  backend,
  clientCredentials,
  github,
  outcome,
  password,
  realm,
  seconds,
  start,
  startGitHub,
  WRONG_CLIENT,
  WRONG_SECRET,
} from './realm-set-up.js';

function basic(text: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(text).toString('base64')}` };
}

describe('a client secret in the form', () => {
  const id = { client_id: 'example-backend' };
  const old = { release: 'old' } as const;
  const wrong = { ...backend, client_secret: 'x' };
  test.each<[string, Partial<Realm>, Record<string, string>, string]>([
    ['A right secret is accepted', {}, backend, '200 success'],
    ['A wrong secret is rejected', {}, wrong, WRONG_SECRET],
    ['A missing secret is rejected', {}, id, WRONG_SECRET],
    ['An old server names a wrong secret', old, wrong, '401 unauthorized_client: Invalid client secret'],
    ['An old server names a missing secret', old, id, '401 unauthorized_client: Client secret not provided in request'],
    ['An unknown client is rejected', {}, { ...backend, client_id: 'x' }, WRONG_CLIENT],
    ['A disabled client is rejected', { clients: [{ ...exampleBackend, disabled: true }] }, backend, WRONG_CLIENT],
    ['A missing client is rejected', {}, {}, WRONG_CLIENT],
    ['An old server names a missing client', old, {}, '400 invalid_client: Missing client_id parameter'],
  ])('%s', async (...[, settings, form, expected]) => {
    await start(settings);
    expect(await outcome({ ...clientCredentials, ...form })).toBe(expected);
  });
});

describe('a client secret in a header', () => {
  const odd = { ...exampleBackend, clientId: 'a b', authentication: { kind: 'secret', secret: ':/+% é' } } as const;
  const unexpected = '400 unauthorized_client: Unexpected error when authenticating client';
  test.each<[string, string, string]>([
    ['Form-encoded credentials are accepted', 'a+b:%3A%2F%2B%25+%C3%A9', '200 success'],
    ['Percent-encoded credentials are accepted', 'a%20b:%3A%2F%2B%25%20%C3%A9', '200 success'],
    ['Credentials with some unencoded characters are accepted', 'a+b:%3A/%2B%25+é', '200 success'],
    ['An unencoded plus sign is a space', 'a b:%3A%2F+%25+%C3%A9', WRONG_SECRET],
    ['Unencoded credentials with a percent sign are an error', 'a b::/+% é', unexpected],
    ['A wrong secret with a colon is rejected', 'a b:x:y', WRONG_SECRET],
    ['A percent sign alone is an error', 'a b:%', unexpected],
    ['Credentials without a colon name no client', 'a b', WRONG_CLIENT],
    ['An unknown client in a header is rejected', 'x:y', WRONG_CLIENT],
  ])('%s', async (_title, text, expected) => {
    await start({ clients: [odd] });
    expect(await outcome(clientCredentials, basic(text))).toBe(expected);
  });

  test('An unreadable header is ignored; an old server returns a challenge unless the form names a client', async () => {
    const clients = [exampleBackend, { ...exampleDcUi, clientId: 'ui' }];
    const headers = { authorization: 'Negotiate x' };
    await start({ clients });
    expect(await outcome(clientCredentials, headers)).toBe(WRONG_CLIENT);
    await start({ clients, release: 'old' });
    const { status, headers: answered, body } = await askToken(realm, clientCredentials, headers);
    expect([status, answered.get('www-authenticate'), body]).toEqual([401, 'Basic realm="example"', '']);
    expect(await outcome({ ...password, client_id: 'ui' }, headers)).toBe('200 success');
  });
});

const keys: Readonly<Record<JwtAlgorithm, SigningKey>> = {
  RS256: generateSigningKey('RS256', 'rsa'),
  PS256: generateSigningKey('PS256', 'pss'),
  ES256: generateSigningKey('ES256', 'ec'),
  EdDSA: generateSigningKey('EdDSA', 'ed'),
};
const { alg: _, ...rsaWithoutAlg } = keys.RS256.jwk;

function startSigned(registered = Object.values(keys).map(({ jwk }) => jwk)): Promise<void> {
  return start({ clients: [{ ...exampleBackend, authentication: { kind: 'private_key_jwt', keys: registered } }] });
}

function claims(change: object = {}): Readonly<Record<string, unknown>> {
  const client = { iss: 'example-backend', sub: 'example-backend' };
  return { ...client, aud: realm.issuer, jti: randomUUID(), iat: seconds(), exp: seconds() + 60, ...change };
}

function present(assertion: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  return outcome({ ...clientCredentials, client_assertion_type: ASSERTION_TYPE, client_assertion: assertion, ...more });
}

const invalid = (reason: string) => `400 invalid_client: ${reason}`;
const failed = (reason: string) => invalid(`Client authentication with signed JWT failed: ${reason}`);
const WRONG_SIGNATURE = failed('Signature on JWT token failed validation');
const NO_KEY = invalid('Unable to load public key');
const NO_AUDIENCE = invalid('Invalid token audience');
const MANY_AUDIENCES = invalid('Multiple audiences not allowed');
const TOO_EARLY = invalid('Token was issued in the future');
const TOO_OLD = invalid('Token was issued too far in the past to be used now');
const INACTIVE = invalid('Token is not active');
const FAR_EXP = invalid('Token expiration is too far in the future and iat claim not present in token');

describe('private_key_jwt', () => {
  test.each(Object.values(keys))('An assertion that is signed with $alg is accepted once', async (key) => {
    await startSigned();
    const assertion = signJwt(claims(), key);
    expect(await present(assertion)).toBe('200 success');
    expect(await present(assertion)).toBe(invalid('Token reuse detected'));
    expect(await present(signJwt(claims(), key), { client_id: 'example-backend' })).toBe('200 success');
  });

  test.each<[string, () => object]>([
    ['the token URL as audience', () => ({ aud: `${realm.issuer}/protocol/openid-connect/token` })],
    ['a list of one audience', () => ({ aud: [realm.issuer] })],
    ['no iat', () => ({ iat: undefined })],
  ])('An assertion with %s is accepted', async (_name, change) => {
    await startSigned();
    expect(await present(signJwt(claims(change()), keys.ES256))).toBe('200 success');
  });

  test.each<[string, () => object, string]>([
    ['two audiences', () => ({ aud: [realm.issuer, 'x'] }), MANY_AUDIENCES],
    ['another audience', () => ({ aud: `${realm.issuer}/` }), NO_AUDIENCE],
    ['no audience', () => ({ aud: undefined }), NO_AUDIENCE],
    ['no jti', () => ({ jti: undefined }), invalid('Token jti claim is required')],
    ['no exp', () => ({ exp: undefined }), invalid('Token exp claim is required')],
    ['no iat and a far exp', () => ({ iat: undefined, exp: seconds() + 120 }), FAR_EXP],
    ['an exp in the past', () => ({ exp: seconds() - 30 }), INACTIVE],
    ['an exp that has just passed', () => ({ exp: seconds() - 5 }), INACTIVE],
    ['an nbf in the future', () => ({ nbf: seconds() + 60 }), INACTIVE],
    ['an iat in the future', () => ({ iat: seconds() + 60, exp: seconds() + 90 }), TOO_EARLY],
    ['an old iat', () => ({ iat: seconds() - 90 }), TOO_OLD],
    ['no sub', () => ({ sub: undefined }), WRONG_CLIENT],
    ['an unknown client', () => ({ iss: 'x', sub: 'x' }), WRONG_CLIENT],
    ['an unknown issuer', () => ({ iss: 'x' }), WRONG_CLIENT],
  ])('An assertion with %s is rejected', async (_name, change, expected) => {
    await startSigned();
    expect(await present(signJwt(claims(change()), keys.ES256))).toBe(expected);
  });

  test.each<[string, SigningKey, string]>([
    ['An RSA key without alg verifies RS256', keys.RS256, '200 success'],
    ['An RSA key without alg does not verify PS256', { ...keys.RS256, alg: 'PS256' }, NO_KEY],
    ['An assertion with an unknown kid is rejected', { ...keys.RS256, kid: 'x' }, NO_KEY],
    ['Another key with a known kid is rejected', generateSigningKey('RS256', 'rsa'), WRONG_SIGNATURE],
  ])('%s', async (_title, key, expected) => {
    await startSigned([rsaWithoutAlg]);
    expect(await present(signJwt(claims(), key))).toBe(expected);
  });

  test('A client with a key is rejected without an assertion of the right type', async () => {
    await startSigned();
    const form = { ...clientCredentials, client_id: 'example-backend' };
    const missing = invalid('Parameter client_assertion_type is missing');
    expect(await outcome(form)).toBe(missing);
    expect(await outcome({ ...form, client_secret: 'x' })).toBe(missing);
    const text = { ...form, client_assertion: 'x' };
    expect(await outcome(text)).toBe(failed('java.lang.IllegalArgumentException: Parsing error'));
    expect(await outcome({ ...form, client_assertion: signJwt(claims(), keys.ES256) })).toBe(missing);
    const typed = { ...form, client_assertion_type: ASSERTION_TYPE };
    expect(await outcome(typed)).toBe(invalid('client_assertion parameter missing'));
    const mistyped = { client_id: 'example-backend', client_assertion_type: 'y' };
    const wrongType = `Parameter client_assertion_type has value 'y' but expected is '${ASSERTION_TYPE}'`;
    expect(await present(signJwt(claims(), keys.ES256), mistyped)).toBe(invalid(wrongType));
  });

  test('A text that is not an assertion of the client is rejected', async () => {
    await startSigned();
    const whole = signJwt(claims(), keys.ES256);
    for (const text of ['no.jwt', `${whole}.x`, whole.slice(0, whole.lastIndexOf('.') + 1)]) {
      expect(await present(text)).toBe(WRONG_CLIENT);
    }
    expect(await present(hmacJwt(claims(), Buffer.from('x')))).toBe(NO_KEY);
    expect(await present(signJwt(claims(), keys.ES256), { client_id: 'x' })).toBe(WRONG_CLIENT);
  });
});

/** Starts a realm with a client that authenticates with an ID token of GitHub. */
async function startFederated(settings: Partial<Realm> = {}, assertionReuse = false): Promise<void> {
  await startGitHub();
  const authentication = { kind: 'federated', provider: 'github', subject: github.subject } as const;
  await start({
    identityProviders: [
      { alias: 'github', issuer: github.issuer, keys: github.keys, assertionReuse },
      { alias: 'other', issuer: 'https://other.example.com', keys: github.keys },
    ],
    clients: [{ ...exampleBackend, authentication }],
    ...settings,
  });
}

describe("a client that authenticates with GitHub's ID token", () => {
  const form = { ...clientCredentials, client_id: 'example-backend' };

  test('A client with an ID token needs no client_id, but a new ID token for each request', async () => {
    await startFederated();
    const token = github.issueToken(realm.issuer);
    expect(await present(token)).toBe('200 success');
    expect(await present(token)).toBe(invalid('Token reuse detected'));
    expect(await present(github.issueToken(realm.issuer), form)).toBe('200 success');
  });

  test('An ID token can be used again if the identity provider allows it', async () => {
    await startFederated({}, true);
    const token = github.issueToken(realm.issuer);
    expect([await present(token), await present(token)]).toEqual(['200 success', '200 success']);
  });

  test.each<[string, () => JwtClaims, string]>([
    ['another sub', () => ({ sub: 'repo:octo-org/fork:ref:refs/heads/main' }), WRONG_CLIENT],
    ['an unknown issuer', () => ({ iss: 'https://example.com' }), WRONG_CLIENT],
    ["another client's issuer", () => ({ iss: 'https://other.example.com' }), WRONG_CLIENT],
    ['the token URL as audience', () => ({ aud: `${realm.issuer}/protocol/openid-connect/token` }), NO_AUDIENCE],
    ['the host as audience', () => ({ aud: realm.url }), NO_AUDIENCE],
    ['two audiences', () => ({ aud: [realm.issuer, 'x'] }), MANY_AUDIENCES],
    ['an exp in the past', () => ({ exp: seconds() - 1 }), INACTIVE],
    ['an old iat', () => ({ iat: seconds() - 310 }), TOO_OLD],
  ])('An ID token with %s is rejected', async (_name, claims, expected) => {
    await startFederated();
    expect(await present(github.issueToken(realm.issuer, claims()))).toBe(expected);
  });

  test('An ID token that another key signed is rejected', async () => {
    await startFederated();
    const forged = signJwt({ iss: github.issuer, sub: github.subject, aud: realm.issuer }, keys.RS256);
    expect(await present(forged)).toBe(WRONG_CLIENT);
  });

  test('An ID token with the id of another client is rejected, and so is a request without an ID token', async () => {
    await startFederated();
    expect(await present(github.issueToken(realm.issuer), { ...form, client_id: 'x' })).toBe(WRONG_CLIENT);
    expect(await outcome(form)).toBe(WRONG_CLIENT);
  });

  test('An old server rejects an ID token as client assertion', async () => {
    await startFederated({ release: 'old' });
    expect(await present(github.issueToken(realm.issuer))).toBe(WRONG_CLIENT);
  });
});
