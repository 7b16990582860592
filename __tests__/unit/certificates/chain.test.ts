import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { issueClient, read } from '../../../harness/servers/client-chain.js';
import { checkStrength, weaknessIn } from '../../../src/certificates/chain.js';
import { failureOf } from '../../support/fake-ports.js';

const SOURCES = { certificate: 'certificate', key: 'private_key' } as const;

describe('weaknessIn', () => {
  const chain = 'contains a certificate whose key or signature is too weak for TLS';
  test.each([
    ['ee key too small', 'The input `private_key` contains a key that is too weak for TLS ("ee key too small")'],
    [
      'error:0A00018F:SSL routines::ee key too small',
      'The input `private_key` contains a key that is too weak for TLS ("ee key too small")',
    ],
    ['ca key too small', `The input \`certificate\` ${chain} ("ca key too small")`],
    ['ca md too weak', `The input \`certificate\` ${chain} ("ca md too weak")`],
  ])("OpenSSL's text %s becomes an error that names the input", (fault, message) => {
    expect(weaknessIn(fault, SOURCES)).toMatchObject({
      code: 'certificate_unusable',
      message,
      advice: ['Create a new key and certificate: RSA with 2048 bits or more, or EC, signed with SHA-256'],
    });
  });

  test.each(['mac verify failure', 'dh key too small', 'key values mismatch', ''])(
    'The text "%s" is not about a weak certificate',
    (fault) => {
      expect(weaknessIn(fault, SOURCES)).toBeUndefined();
    },
  );
});

describe('checkStrength', () => {
  const [one, other] = [issueClient('one'), issueClient('other')];
  const loadedWith = (key: string) => {
    const identity = {
      form: 'pem',
      certificate: read(one),
      privateKey: readFileSync(key, 'utf8'),
      authorities: [],
    } as const;
    return { identity, own: new X509Certificate(read(one)), unrelated: [] };
  };

  test('A certificate and key that TLS accepts are returned unchanged', () => {
    const loaded = loadedWith(one.key);

    expect(checkStrength(loaded, SOURCES)).toBe(loaded);
  });

  test("Any other fault of OpenSSL is an error with OpenSSL's text", () => {
    expect(failureOf(() => checkStrength(loadedWith(other.key), SOURCES))).toEqual({
      code: 'certificate_unusable',
      message: expect.stringMatching(
        /^The input `certificate` cannot be used for TLS \("Error: error:.*key values mismatch"\)$/,
      ),
    });
  });
});
