import { describe, expect, jest, test } from '@jest/globals';
import { exampleCredential } from '../../emulator/iam.js';
import type { JwtClaims } from '../../emulator/jwt.js';
import { type PythonPlatform, stepAt, withIam } from '../support/iam-job.js';
import { credential, NAMESPACE } from '../support/iam-logins.js';
import { judge } from '../support/login-job.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { authOf, type ClientAuth } from './support/python-client.js';

/** Whose a token is, by the outputs of the action and by the Python client that takes it from the variable. */

jest.setTimeout(60_000);

const OUTPUTS = ['namespace', 'all_acl_subjects', 'all_owner_acl_subjects'] as const;
type Identity = Omit<ClientAuth, 'token' | 'warnings'>;

const home = temporaryFolder();

/** What both make of a token with these claims beside its times. */
async function identities(
  platform: PythonPlatform,
  claims: JwtClaims,
): Promise<{ action: Identity; client: Identity }> {
  const person = { clientId: credential.client_id, refreshToken: credential.client_secret, claims };
  return withIam(platform, { credentials: [person] }, async (iam) => {
    const token = iam.issueToken(person, { ...('aud' in claims ? { aud: claims['aud'] } : {}) });
    const job = await stepAt(iam, platform, { inputs: { bearer_token: token } });
    const auth = await authOf(platform, { home: home(), iam }, Object.fromEntries(job.variables));
    const { token: theirs, warnings, ...client } = auth;

    expect([job.exitCode, judge(job, [token]).problems, theirs, warnings, iam.requests]).toEqual([
      0,
      [],
      token,
      [],
      [],
    ]);
    const outputs = OUTPUTS.map((name) => [name, job.outputs.get(name)] as const);
    const read = outputs.map(([name, text]) => [name, name === 'namespace' ? text : JSON.parse(text ?? '')]);
    return { action: { payload: JSON.parse(job.outputs.get('claims') ?? ''), ...Object.fromEntries(read) }, client };
  });
}

const sub = 'google-oauth2|0123456789';
const PERSONS: readonly (readonly [string, JwtClaims])[] = [
  ['sub alone', { sub }],
  ['an organization and groups', { sub, org: 'example', groups: ['public', 'example:research', 'other:research'] }],
  ['groups with more colons', { sub, org: 'example', groups: ['example:a:b', 'example:', ':example', 'a:example'] }],
  ['groups and no organization', { sub, groups: ['public', 'example:research', ':research'] }],
  [
    'administrators of both kinds',
    { sub, org: 'example', groups: ['example:org-admin', 'other:org-admin', 'data:x:resource-admin', ':org-admin'] },
  ],
  ['an organization of administrators', { sub, org: 'org-admin', groups: ['org-admin', 'org-admin:org-admin'] }],
  ['an email address in capitals', { sub, email: 'Jane.DOE@Example.COM' }],
  [
    'what is beyond ASCII',
    { sub: 'auth0|Jürgen 日本 🛰', email: 'JÜRGEN.ΣΊΣΥΦΟΣ@İZMİR.example', org: 'Münsingen', groups: ['Münsingen:ß'] },
  ],
  ['empty values', { sub, email: '', org: '', groups: [] }],
  ['several audiences', { sub, aud: [credential.client_id, 'other'] }],
  ['claims of its own', { sub, name: 'Jane "J" Doe', email_verified: true, nested: { list: [1, 2.5, null] } }],
];

const prefixed = (claims: JwtClaims): JwtClaims =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      ['sub', 'aud'].includes(name) ? name : `earthdaily__dl__${name}`,
      value,
    ]),
  );

describe("descarteslabs's client says the same as the outputs", () => {
  test.each(PERSONS)('of a token with %s', async (_what, claims) => {
    const { action, client } = await identities('descarteslabs', claims);

    expect(client).toEqual(action);
  });
});

describe("earthone's client says the same as the outputs", () => {
  test.each(PERSONS)('of a token with userid and %s', async (_what, claims) => {
    const { action, client } = await identities('earthone', { userid: NAMESPACE, ...claims });

    expect(client).toEqual(action);
  });

  test.each(PERSONS)('of a token with userid and %s, all with the prefix', async (_what, claims) => {
    const { action, client } = await identities('earthone', prefixed({ userid: NAMESPACE, ...claims }));

    expect(client).toEqual(action);
  });

  test('of a token with claims both with the prefix and without', async () => {
    const claims = { sub, userid: 'plain', email: 'plain@example.com', groups: ['plain'] };
    const { action, client } = await identities('earthone', { ...exampleCredential.claims, ...claims });

    expect(client).toEqual(action);
    expect(action).toMatchObject({ namespace: NAMESPACE, payload: { email: 'Jane@Example.com' } });
  });
});

/** By design: for both platforms the outputs follow the newest source of Descartes Labs' client, which is no release. */
describe('where a published client says otherwise', () => {
  const SHA1_OF_SUB = '0196625b49471de0a6874693bf08aebba657e288';
  const times = { aud: credential.client_id, iat: expect.any(Number), exp: expect.any(Number) };

  test("descarteslabs's takes the SHA-1 of sub for the namespace, whatever userid says", async () => {
    const { action, client } = await identities('descarteslabs', { sub, userid: NAMESPACE, groups: ['public'] });
    const payload = { sub, userid: NAMESPACE, groups: ['public'], ...times };

    expect(action).toEqual({
      payload,
      namespace: NAMESPACE,
      all_acl_subjects: [`user:${NAMESPACE}`, 'group:public'],
      all_owner_acl_subjects: [`user:${NAMESPACE}`],
    });
    expect(client).toEqual({
      payload,
      namespace: SHA1_OF_SUB,
      all_acl_subjects: [`user:${SHA1_OF_SUB}`, 'group:public'],
      all_owner_acl_subjects: [`user:${SHA1_OF_SUB}`],
    });
  });

  test("descarteslabs's keeps the prefix of the claims, and so knows no email, organization or group", async () => {
    const claims = { email: 'Jane@Example.com', org: 'example', groups: ['public', 'example:org-admin'] };
    const { action, client } = await identities('descarteslabs', { sub, ...prefixed(claims) });

    expect(action).toEqual({
      payload: { sub, ...claims, ...times },
      namespace: SHA1_OF_SUB,
      all_acl_subjects: [
        `user:${SHA1_OF_SUB}`,
        'email:jane@example.com',
        'org:example',
        'group:public',
        'group:example:org-admin',
      ],
      all_owner_acl_subjects: [`user:${SHA1_OF_SUB}`, 'org:example'],
    });
    expect(client).toEqual({
      payload: { sub, ...prefixed(claims), ...times },
      namespace: SHA1_OF_SUB,
      all_acl_subjects: [`user:${SHA1_OF_SUB}`],
      all_owner_acl_subjects: [`user:${SHA1_OF_SUB}`],
    });
  });

  test("earthone's has no namespace without userid, and fails where it would need one", async () => {
    const { action, client } = await identities('earthone', { sub, groups: ['public'] });
    const payload = { sub, groups: ['public'], ...times };
    const failure = { raised: 'TypeError', text: 'can only concatenate str (not "NoneType") to str' };

    expect(action).toEqual({
      payload,
      namespace: SHA1_OF_SUB,
      all_acl_subjects: [`user:${SHA1_OF_SUB}`, 'group:public'],
      all_owner_acl_subjects: [`user:${SHA1_OF_SUB}`],
    });
    expect(client).toEqual({
      payload,
      namespace: null,
      all_acl_subjects: failure,
      all_owner_acl_subjects: failure,
    });
  });

  test.each<[PythonPlatform, string | object | null]>([
    ['descarteslabs', { raised: 'KeyError', text: "'sub'" }],
    ['earthone', null],
  ])("%s's fails with a token that names nobody, of which the outputs have no user", async (platform, namespace) => {
    const { action, client } = await identities(platform, { org: 'example', groups: ['a:org-admin'] });

    expect(action).toMatchObject({ all_acl_subjects: ['org:example'], all_owner_acl_subjects: ['org:a'] });
    expect(action.namespace).toBeUndefined();
    expect(client.namespace).toEqual(namespace);
    expect(client.all_acl_subjects).toMatchObject({ raised: expect.any(String) });
  });
});
