import { describe, expect, jest, test } from '@jest/globals';
import type { PythonPlatform } from '../../harness/jobs/iam-job.js';
import { temporaryFolder } from '../../harness/temporary-folder.js';
import { credential, NAMESPACE } from '../support/iam-logins.js';
import { identities, prefixed } from './support/python-identity.js';

// Where the outputs differ from a published client. This is by design: they follow the newest source of the client of Descartes
// Labs, which was never released, except for the namespace of EarthOne.

jest.setTimeout(60_000);

const home = temporaryFolder();
const sub = 'google-oauth2|0123456789';

describe('Differences between the outputs and the Python clients', () => {
  const SHA1_OF_SUB = '0196625b49471de0a6874693bf08aebba657e288';
  const times = { aud: credential.client_id, iat: expect.any(Number), exp: expect.any(Number) };

  test('The client of descarteslabs uses the SHA-1 of `sub` as the namespace and ignores `userid`', async () => {
    const { action, client } = await identities(
      'descarteslabs',
      { sub, userid: NAMESPACE, groups: ['public'] },
      home(),
    );
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

  test('The client of descarteslabs keeps the prefix of claims and finds no email, organization or group', async () => {
    const claims = { email: 'Jane@Example.com', org: 'example', groups: ['public', 'example:org-admin'] };
    const { action, client } = await identities('descarteslabs', { sub, ...prefixed(claims) }, home());

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

  test('The client of earthone has no namespace without `userid`, and its lists of subjects fail', async () => {
    const { action, client } = await identities('earthone', { sub, groups: ['public'] }, home());
    const payload = { sub, groups: ['public'], ...times };
    const failure = { raised: 'TypeError', text: 'can only concatenate str (not "NoneType") to str' };

    expect(action).toEqual({
      payload,
      namespace: null,
      all_acl_subjects: ['group:public'],
      all_owner_acl_subjects: [],
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
  ])(
    'The client of %s fails for a token without a user, but the outputs only leave the user out',
    async (platform, namespace) => {
      const { action, client } = await identities(platform, { org: 'example', groups: ['a:org-admin'] }, home());

      expect(action).toMatchObject({ all_acl_subjects: ['org:example'], all_owner_acl_subjects: ['org:a'] });
      expect([action.namespace, client.namespace]).toEqual([null, namespace]);
      expect(client.all_acl_subjects).toMatchObject({ raised: expect.any(String) });
    },
  );
});
