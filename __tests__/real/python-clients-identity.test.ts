import { describe, expect, jest, test } from '@jest/globals';
import { exampleCredential } from '../../emulator/iam/index.js';
import type { JwtClaims } from '../../emulator/jwt.js';
import { temporaryFolder } from '../../harness/temporary-folder.js';
import { credential, NAMESPACE } from '../support/iam-logins.js';
import { identities, prefixed } from './support/python-identity.js';

// The owner of a token according to the outputs of the action, and to the Python client that reads the variable.

jest.setTimeout(60_000);

const home = temporaryFolder();
const sub = 'google-oauth2|0123456789';
const PERSONS: readonly (readonly [string, JwtClaims])[] = [
  ['`sub` alone', { sub }],
  ['an organization and groups', { sub, org: 'example', groups: ['public', 'example:research', 'other:research'] }],
  ['groups with more colons', { sub, org: 'example', groups: ['example:a:b', 'example:', ':example', 'a:example'] }],
  ['groups but no organization', { sub, groups: ['public', 'example:research', ':research'] }],
  [
    'administrators of both kinds',
    { sub, org: 'example', groups: ['example:org-admin', 'other:org-admin', 'data:x:resource-admin', ':org-admin'] },
  ],
  ['an organization of administrators', { sub, org: 'org-admin', groups: ['org-admin', 'org-admin:org-admin'] }],
  ['an email address in capitals', { sub, email: 'Jane.DOE@Example.COM' }],
  [
    'characters outside ASCII',
    { sub: 'auth0|Jürgen 日本 🛰', email: 'JÜRGEN.ΣΊΣΥΦΟΣ@İZMİR.example', org: 'Münsingen', groups: ['Münsingen:ß'] },
  ],
  ['empty values', { sub, email: '', org: '', groups: [] }],
  ['several audiences', { sub, aud: [credential.client_id, 'other'] }],
  ['unknown claims', { sub, name: 'Jane "J" Doe', email_verified: true, nested: { list: [1, 2.5, null] } }],
];

describe('The Python client of descarteslabs and the outputs', () => {
  test.each(PERSONS)('The client of descarteslabs and the outputs agree on a token with %s', async (_what, claims) => {
    const { action, client } = await identities('descarteslabs', claims, home());

    expect(client).toEqual(action);
  });
});

describe('The Python client of earthone and the outputs', () => {
  test.each(PERSONS)(
    'The client of earthone and the outputs agree on a token with `userid` and %s',
    async (_what, claims) => {
      const { action, client } = await identities('earthone', { userid: NAMESPACE, ...claims }, home());

      expect(client).toEqual(action);
    },
  );

  test.each(PERSONS)(
    'The client of earthone and the outputs agree on a token with prefixed `userid` and %s',
    async (_what, claims) => {
      const { action, client } = await identities('earthone', prefixed({ userid: NAMESPACE, ...claims }), home());

      expect(client).toEqual(action);
    },
  );

  test('The client of earthone and the outputs prefer prefixed claims', async () => {
    const claims = { sub, userid: 'plain', email: 'plain@example.com', groups: ['plain'] };
    const { action, client } = await identities('earthone', { ...exampleCredential.claims, ...claims }, home());

    expect(client).toEqual(action);
    expect(action).toMatchObject({ namespace: NAMESPACE, payload: { email: 'Jane@Example.com' } });
  });
});
