import { afterEach, describe, expect, test } from '@jest/globals';
import {
  exampleBackend,
  exampleFrontend,
  exampleUser,
  type Realm,
  type RunningRealm,
  startRealm,
} from '../../emulator/realm/index.js';
import { askToken, inShort } from '../support/realm-requests.js';

let realm: RunningRealm;
afterEach(() => realm.close());

const client = { client_id: 'example-frontend', client_secret: 'example-frontend-client-secret' };
const password = { grant_type: 'password', username: exampleUser.username, password: exampleUser.password };
const login = { ...client, ...password };
const backend = { client_id: 'example-backend', client_secret: 'example-backend-client-secret' };
const machine = { ...backend, grant_type: 'client_credentials' };

const REFUSED = 'invalid_grant: Invalid user credentials';
const other = (change: object) => ({ clients: [{ ...exampleFrontend, ...change }] });
const person = (change: object) => ({ users: [{ ...exampleUser, ...change }] });
const service = (change: object) => ({ clients: [{ ...exampleBackend, ...change }] });

describe('a login is refused', () => {
  test.each<[string, Partial<Realm>, Record<string, string>, string]>([
    ['wrong password', {}, { ...login, password: 'x' }, `400 ${REFUSED}`],
    ['no password', {}, { ...client, grant_type: 'password', username: exampleUser.username }, `400 ${REFUSED}`],
    ['unknown user', {}, { ...login, username: 'x' }, `400 ${REFUSED}`],
    ['wrong password, old', { release: 'old' }, { ...login, password: 'x' }, `401 ${REFUSED}`],
    ['unknown user, old', { release: 'old' }, { ...login, username: 'x' }, `401 ${REFUSED}`],
    ['disabled user', person({ disabled: true }), login, '400 invalid_grant: Account disabled'],
    ['disabled user, wrong password', person({ disabled: true }), { ...login, password: 'x' }, `400 ${REFUSED}`],
    [
      'disabled user, wrong password, old',
      { ...person({ disabled: true }), release: 'old' },
      { ...login, password: 'x' },
      '400 invalid_grant: Account disabled',
    ],
    [
      'required action',
      person({ requiredAction: 'UPDATE_PASSWORD' }),
      login,
      '400 invalid_grant: Account is not fully set up',
    ],
    ['required action, wrong password', person({ requiredAction: 'x' }), { ...login, password: 'x' }, `400 ${REFUSED}`],
    [
      'no username',
      {},
      { ...client, grant_type: 'password', password: 'x' },
      '401 invalid_request: Missing parameter: username',
    ],
    [
      'no direct access',
      other({ directAccess: false }),
      login,
      '400 unauthorized_client: Client not allowed for direct access grants',
    ],
    ['consent', other({ consentRequired: true }), login, '400 invalid_client: Client requires user consent'],
    ['unknown scope', {}, { ...login, scope: 'openid x' }, '400 invalid_scope: Invalid scopes: openid x'],
    [
      'public client',
      service({ authentication: { kind: 'none' } }),
      { client_id: 'example-backend', grant_type: 'client_credentials' },
      '401 unauthorized_client: Public client not allowed to retrieve service account',
    ],
    [
      'no service account',
      {},
      { ...client, grant_type: 'client_credentials' },
      '401 unauthorized_client: Client not enabled to retrieve service account',
    ],
    [
      'service user off',
      service({ serviceAccount: 'disabled' }),
      machine,
      "401 invalid_request: User 'service-account-example-backend' disabled",
    ],
    [
      'service user missing',
      service({ serviceAccount: 'missing' }),
      machine,
      '401 invalid_request: The associated service account for the client does not exist',
    ],
    ['unknown grant', {}, { ...client, grant_type: 'x' }, '400 unsupported_grant_type: Unsupported grant_type'],
    ['no grant', {}, client, '400 invalid_request: Missing form parameter: grant_type'],
    ['TLS required', { tlsRequired: true }, login, '403 invalid_request: HTTPS required'],
    ['realm disabled', { disabled: true }, login, '403 access_denied: Realm not enabled'],
  ])('%s', async (...[, settings, form, expected]) => {
    realm = await startRealm(settings);
    expect(inShort(await askToken(realm, form))).toBe(expected);
    expect([realm.issuedTokens(), realm.liveSessions()]).toEqual([[], []]);
  });
});

describe('brute-force detection', () => {
  const bruteForce = { failures: 2, lockSeconds: 60 };

  test('locks a user for a while, with the text of a wrong password', async () => {
    let now = Date.now();
    realm = await startRealm({ bruteForce, now: () => now });
    const outcomes: string[] = [];
    for (const word of ['x', exampleUser.password, 'x', 'x', exampleUser.password]) {
      outcomes.push(inShort(await askToken(realm, { ...login, password: word })));
    }
    const refused = `400 ${REFUSED}`;
    expect(outcomes).toEqual([refused, '200 success', refused, refused, refused]);
    expect(realm.failuresOf(exampleUser.username)).toBe(2);
    now += 59_999;
    expect(inShort(await askToken(realm, login))).toBe(refused);
    now += 1;
    expect(inShort(await askToken(realm, login))).toBe('200 success');
    expect(realm.failuresOf(exampleUser.username)).toBe(0);
  });

  /** Logs in four times at once; their passwords are checked while so many of the requests have no answer. */
  async function logInAtOnce(settings: Partial<Realm>, waiting: number): Promise<readonly string[]> {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    realm = await startRealm({ whileChecking: () => gate, ...settings });
    const answers = [1, 2, 3, 4].map(() => askToken(realm, login).then(inShort));
    const unanswered = () => realm.requests.filter(({ status }) => status === undefined).length;
    while (realm.requests.length < 4 || unanswered() > waiting) await new Promise(setImmediate);
    open();
    return Promise.all(answers);
  }

  test('lets one of four logins at once through, and counts none', async () => {
    const refused = `400 ${REFUSED}`;
    const answers = await logInAtOnce({ bruteForce }, 1);
    expect(answers.toSorted()).toEqual(['200 success', refused, refused, refused]);
    expect(realm.failuresOf(exampleUser.username)).toBe(0);
  });

  test('is off by default: four logins at once succeed', async () => {
    expect(await logInAtOnce({}, 4)).toEqual(Array(4).fill('200 success'));
  });
});
