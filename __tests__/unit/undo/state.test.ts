import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SECURITY, type Security } from '../../../src/http/secure-context.js';
import type { SavedClient } from '../../../src/oauth/saved-client.js';
import type { Revocation } from '../../../src/undo/plan.js';
import { formatState, hasShape, parseState, type State } from '../../../src/undo/state.js';

const DOCKER = { name: 'DOCKER_CONFIG', value: '/tmp/a', before: '' };
const FOLDER = { name: 'bearer-login-a', identity: '1:2' };
const EXPIRES = '2026-11-25T12:00:00.000Z';
const REVOCATION: Revocation = {
  platform: 'Keycloak',
  steps: [{ revokes: 'session', url: 'https://h/logout', token: 't-1', expiresAt: EXPIRES }],
  client: { clientId: 'i', authentication: { method: 'client_secret_post', clientSecret: 's-1' } },
  security: DEFAULT_SECURITY,
  authorities: { folder: { name: 'c', identity: '1:2' }, digest: 'd-1' },
  expiresAt: EXPIRES,
};
const stateWith = (token: State['token']): State => ({ folders: [FOLDER], variables: [DOCKER], token });
const PEM = { form: 'pem', certificate: 'c', privateKey: 'k', authorities: ['a'] } as const;
const PKCS12 = { form: 'pkcs12', pkcs12: 'p' } as const;
const KEY = { method: 'private_key_jwt', audience: 'a', key: 'k', keyId: undefined, algorithm: 'RS256' } as const;

/** Checks that a state is read as it was saved. */
function expectKept(state: State): void {
  const text = formatState(state);

  expect(text).not.toContain('\n');
  expect(parseState(text)).toEqual(state);
}

describe('parseState returns what formatState saved', () => {
  test.each<[string, State]>([
    ['A state without content is kept', { folders: [], variables: [] }],
    ['Several folders are kept', { folders: [FOLDER, { ...FOLDER, name: 'ä \\' }], variables: [] }],
    ['Variables are kept', { folders: [FOLDER], variables: [DOCKER, { ...DOCKER, before: '/home/"me"\n' }] }],
    ['The files of shared tokens are kept', { ...stateWith(undefined), cache: ['e', 'f'] }],
    ['A token that is not revoked is kept', stateWith({ reason: 'r', expiresAt: EXPIRES })],
    ['A token without an expiry is kept', stateWith({ reason: 'r', expiresAt: undefined })],
    ['A revocation is kept', stateWith(REVOCATION)],
    [
      'A revocation with two steps is kept',
      stateWith({
        ...REVOCATION,
        steps: [REVOCATION.steps[0], { ...REVOCATION.steps[0], revokes: 'access_token', expiresAt: undefined }],
      }),
    ],
  ])('%s', (_title, state) => expectKept(state));

  test.each<SavedClient['authentication']>([
    { method: 'client_secret_post', clientSecret: 's-1' },
    { method: 'client_secret_basic', clientSecret: 's-1' },
    KEY,
    { ...KEY, keyId: 'k-1' },
    { method: 'github_oidc', idTokenAudience: 'a' },
    { method: 'tls_client_auth' },
    { method: 'none' },
  ])('A client with the authentication %j is kept', (authentication) => {
    expectKept(stateWith({ ...REVOCATION, client: { clientId: undefined, authentication } }));
  });

  test.each<[string, Security]>([
    ['Authorities and `verify: false` are kept', { authorities: ['a'], verify: false }],
    ['A certificate is kept', { identity: PEM, authorities: [], verify: true }],
    [
      'A certificate with a passphrase is kept',
      { identity: { ...PEM, passphrase: 'w' }, authorities: [], verify: true },
    ],
    ['A PKCS#12 file is kept', { identity: PKCS12, authorities: [], verify: true }],
    [
      'A PKCS#12 file with a passphrase is kept',
      { identity: { ...PKCS12, passphrase: 'w' }, authorities: ['a'], verify: true },
    ],
  ])('%s', (_title, security) => expectKept(stateWith({ ...REVOCATION, security })));

  test.each([true, false])('Documents that may contain the endpoint are kept, with checks: %s', (checked) => {
    const documents = { issuer: 'https://h', verified: checked, mutual: checked, urls: ['https://h/1', 'https://h/2'] };

    expectKept(stateWith({ ...REVOCATION, documents }));
  });

  test('A state of 32,000 characters is kept, and of a longer one only the revocation is left out', () => {
    const stateOf = (more: number) => stateWith({ ...REVOCATION, platform: 'a'.repeat(more) });
    const most = 32_000 - formatState(stateOf(0)).length;

    expectKept(stateOf(most));
    expect(parseState(formatState(stateOf(most + 1)))?.token).toHaveProperty('reason');
  });

  test.each<[string, State['token']]>([
    ['without a token', undefined],
    ['with a token that is not revoked', { reason: 'r', expiresAt: EXPIRES }],
  ])('A large state %s is kept', (_what, token) => {
    expectKept({ ...stateWith(token), variables: [{ ...DOCKER, value: 'a'.repeat(32_000) }] });
  });

  test('A revocation that is too large is replaced by a reason', () => {
    const text = formatState(stateWith({ ...REVOCATION, platform: 'a'.repeat(32_000) }));

    expect(text.length).toBeLessThan(32_000);
    expect(parseState(text)).toEqual(
      stateWith({
        reason: 'the certificates or tokens for the revocation are too large to save',
        expiresAt: EXPIRES,
      }),
    );
  });
});

describe('parseState ignores a text that this action did not write', () => {
  test.each([
    '',
    '{',
    'null',
    '1',
    '[]',
    '{}',
    '{"folders":[]}',
    '{"variables":[]}',
    '{"folders":"/etc/passwd","variables":[]}',
    '{"folders":["/etc/passwd"],"variables":[]}',
    '{"folders":[{"name":"a"}],"variables":[]}',
    '{"folders":[{"name":"a","identity":1}],"variables":[]}',
    '{"folders":[],"variables":{}}',
    '{"folders":[],"variables":["PATH"]}',
    '{"folders":[],"variables":[null]}',
    '{"folders":[],"variables":[{"name":"A","value":"b"}]}',
    '{"folders":[],"variables":[{"name":"A","before":"b"}]}',
    '{"folders":[],"variables":[{"value":"A","before":"b"}]}',
    '{"folders":[],"variables":[{"name":"A","value":"b","before":null}]}',
    '{"folders":[],"variables":[],"cache":{}}',
    '{"folders":[],"variables":[],"cache":[1]}',
    '{"folders":[],"variables":[],"token":null}',
    '{"folders":[],"variables":[],"token":"t"}',
    '{"folders":[],"variables":[],"token":{}}',
    '{"folders":[],"variables":[],"token":{"reason":1}}',
    '{"folders":[],"variables":[],"token":{"reason":"r","expiresAt":1}}',
    '{"folders":[],"variables":[],"token":{"reason":"r","steps":[{}]}}',
  ])('The text %j counts as no state', (text) => {
    expect(parseState(text)).toBeUndefined();
  });

  const step = REVOCATION.steps[0];
  const withClient = (authentication: unknown) => ({ client: { clientId: 'i', authentication } });
  const withIdentity = (identity: unknown) => ({ security: { ...DEFAULT_SECURITY, identity } });
  test.each<[string, object]>([
    ['without steps', { steps: undefined }],
    ['with an empty list of steps', { steps: [] }],
    ['with an empty step', { steps: [{}] }],
    ['with an empty second step', { steps: [step, {}] }],
    ['with a step that revokes something else', { steps: [{ ...step, revokes: 'account' }] }],
    ['with a step whose URL is not a text', { steps: [{ ...step, url: 1 }] }],
    ['with documents without addresses', { documents: { issuer: 'https://h', verified: true, mutual: false } }],
    ['with a step whose expiry is not a text', { steps: [{ ...step, expiresAt: 1 }] }],
    ['without a platform', { platform: undefined }],
    ['without a client', { client: undefined }],
    ['with a client id that is not a text', { client: { ...REVOCATION.client, clientId: 1 } }],
    ['with an unknown authentication', withClient({ method: 'magic' })],
    ['with an unknown authentication by a secret', withClient({ method: 'magic', clientSecret: 's' })],
    ['with an unknown authentication by a key', withClient({ ...KEY, method: 'magic' })],
    ['with an unknown authentication by an ID token', withClient({ method: 'magic', idTokenAudience: 'a' })],
    ['with client_secret_post without a secret', withClient({ method: 'client_secret_post' })],
    ['with client_secret_basic without a secret', withClient({ method: 'client_secret_basic' })],
    ['with private_key_jwt without a key', withClient({ ...KEY, key: undefined })],
    ['with private_key_jwt without an audience', withClient({ ...KEY, audience: undefined })],
    ['with private_key_jwt without an algorithm', withClient({ ...KEY, algorithm: undefined })],
    ['with a key id that is not a text', withClient({ ...KEY, keyId: 1 })],
    ['with github_oidc without an audience', withClient({ method: 'github_oidc' })],
    ['without TLS settings', { security: undefined }],
    ['with TLS settings that are a text', { security: 'text' }],
    ['with TLS settings without `verify`', { security: { authorities: [] } }],
    ['with `verify` as a text', { security: { verify: 'true', authorities: [] } }],
    ['without authorities', { security: { verify: true } }],
    ['with an authority that is not a text', { security: { verify: true, authorities: [1] } }],
    ['with a certificate that is null', withIdentity(null)],
    ['with a certificate of another form', withIdentity({ form: 'other' })],
    ['with a PKCS#12 file of another form', withIdentity({ ...PKCS12, form: 'other' })],
    ['with a certificate and a key of another form', withIdentity({ ...PEM, form: 'other' })],
    ['with a PKCS#12 file without content', withIdentity({ form: 'pkcs12' })],
    ['with a passphrase that is not a text', withIdentity({ ...PKCS12, passphrase: 1 })],
    ['with a certificate without its authorities', withIdentity({ ...PEM, authorities: undefined })],
    ['with a certificate without a private key', withIdentity({ ...PEM, privateKey: undefined })],
    ['with a file of authorities without a digest', { authorities: { folder: FOLDER } }],
    ['with a file of authorities that is a path', { authorities: { folder: '/x', digest: 'd' } }],
    ['with an expiry that is not a text', { expiresAt: 1 }],
  ])('A revocation %s counts as no state', (_what, change) => {
    const text = (token: object) => JSON.stringify({ folders: [], variables: [], token });

    expect(parseState(text(REVOCATION))).toMatchObject({ token: REVOCATION });
    expect(parseState(text({ ...REVOCATION, ...change }))).toBeUndefined();
  });
});

describe('hasShape', () => {
  test.each<[string, unknown, unknown, boolean]>([
    ['An empty text in an example fits every text', '', 'any', true],
    ['An empty text in an example does not fit a number', '', 1, false],
    ['Another text in an example fits only itself', 'a', 'b', false],
    ['`true` in an example fits `false`', true, false, true],
    ['`true` in an example does not fit a text', true, 'true', false],
    ['`undefined` in an example does not fit null', undefined, null, false],
    ['A list of one example fits an empty list', [''], [], true],
    ['A list of one example does not fit an object', [''], {}, false],
    ['A list of two examples does not fit an empty list', ['', ''], [], false],
    ['A list of two examples fits three items', ['', ''], ['a', 'b', 'c'], true],
    ['Members that are not in the example are ignored', { a: '' }, { a: 'x', b: 1 }, true],
    ['An object does not fit a list', { length: '' }, ['a'], false],
    ['A set fits if one of its examples fits', new Set(['a', 'b']), 'b', true],
    ['A set does not fit if none of its examples fits', new Set(['a', 'b']), 'c', false],
  ])('%s', (...[, example, value, expected]) => {
    expect(hasShape<unknown>(value, example)).toBe(expected);
  });
});
