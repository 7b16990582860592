import { describe, expect, test } from '@jest/globals';
import type { Security } from '../../../src/http/secure-context.js';
import { securitySecrets } from '../../../src/http/secure-context.js';
import { parseSecurity } from '../../../src/undo/state.js';

const pem = { form: 'pem', certificate: 'c', privateKey: 'k', authorities: ['a'] } as const;
const pkcs12 = { form: 'pkcs12', pkcs12: 'p' } as const;

describe('what is saved of TLS', () => {
  test.each<[what: string, security: Security, secrets: string[]]>([
    ['nothing of its own', { authorities: [], verify: true }, []],
    ['an authority', { authorities: ['a'], verify: false }, []],
    ['a key', { identity: pem, authorities: [], verify: true }, ['k']],
    ['a key with a password', { identity: { ...pem, passphrase: 'w' }, authorities: [], verify: true }, ['k', 'w']],
    ['a PKCS#12 file', { identity: { ...pkcs12, passphrase: 'w' }, authorities: ['a'], verify: true }, ['p', 'w']],
    ['one without a password', { identity: pkcs12, authorities: [], verify: true }, ['p']],
  ])('comes back: %s', (_what, security, secrets) => {
    expect(parseSecurity(JSON.parse(JSON.stringify(security)))).toEqual(security);
    expect(securitySecrets(security)).toEqual(secrets);
  });

  test.each([
    null,
    'text',
    {},
    { verify: true },
    { verify: 'true', authorities: [] },
    { verify: true, authorities: [1] },
    { verify: true, authorities: [], identity: null },
    { verify: true, authorities: [], identity: { form: 'other' } },
    { verify: true, authorities: [], identity: { form: 'pkcs12' } },
    { verify: true, authorities: [], identity: { ...pkcs12, passphrase: 1 } },
    { verify: true, authorities: [], identity: { form: 'pem', certificate: 'c', privateKey: 'k' } },
    { verify: true, authorities: [], identity: { ...pem, privateKey: undefined } },
  ])('does not come back: %j', (value) => {
    expect(parseSecurity(value)).toBeUndefined();
  });
});
