import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Client } from '../../../src/oauth/credentials.js';
import { clientSecrets, restoreClient, saveClient } from '../../../src/oauth/saved-client.js';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const SIGNING: Client = {
  clientId: 'i',
  clientAuthentication: {
    method: 'private_key_jwt',
    audience: 'a',
    key: { key: privateKey, keyId: 'k-1', algorithms: ['RS256', 'PS256'] },
  },
};

describe('saveClient and restoreClient', () => {
  test.each<[Client['clientAuthentication'], string[]]>([
    [{ method: 'client_secret_post', clientSecret: 's-1' }, ['s-1']],
    [{ method: 'client_secret_basic', clientSecret: 's-1' }, ['s-1']],
    [{ method: 'github_oidc', idTokenAudience: 'a' }, []],
    [{ method: 'tls_client_auth' }, []],
    [{ method: 'none' }, []],
  ])('A client with the authentication %j is restored', (clientAuthentication, secrets) => {
    const client = { clientId: 'i', clientAuthentication };
    const saved = saveClient(client);

    expect(restoreClient(JSON.parse(JSON.stringify(saved)))).toEqual(client);
    expect(clientSecrets(saved)).toEqual(secrets);
  });

  test('A signing key is saved as PEM and restored as a key', () => {
    const saved = saveClient(SIGNING);
    const { clientAuthentication } = restoreClient(JSON.parse(JSON.stringify(saved)));

    expect(clientSecrets(saved)).toEqual([PEM]);
    expect(clientAuthentication).toMatchObject({ method: 'private_key_jwt', audience: 'a', key: { keyId: 'k-1' } });
    expect('key' in clientAuthentication && clientAuthentication.key.key.equals(privateKey)).toBe(true);
  });

  test.each([
    [undefined, 'RS256'],
    [[], 'RS256'],
    [['PS256', 'ES256'], 'PS256'],
    [['ES256'], 'RS256'],
    [['PS256', 'RS256'], 'RS256'],
  ])('If the server accepts %j, the algorithm is %s', (accepted, algorithm) => {
    expect(saveClient(SIGNING, accepted).authentication).toMatchObject({ algorithm });
  });

  test('A client without an id is restored without one', () => {
    const saved = saveClient({ clientId: undefined, clientAuthentication: { method: 'none' } });

    expect(restoreClient(JSON.parse(JSON.stringify(saved))).clientId).toBeUndefined();
  });

  test('A key that cannot be read is an error', () => {
    const authentication = { ...saveClient(SIGNING).authentication, key: 'not a key' };

    expect(() => restoreClient({ clientId: 'i', authentication } as ReturnType<typeof saveClient>)).toThrow();
  });
});
