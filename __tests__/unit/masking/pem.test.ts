import { describe, expect, test } from '@jest/globals';
import { rankedMasks } from '../../../src/masking/masks.js';
import { isPublicPem, pemRuns } from '../../../src/masking/pem.js';

const BODY = `${'Ab1+'.repeat(16)}\n${'Cd2/'.repeat(4)}==`;
const block = (label: string, body = BODY) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
const CERTIFICATE = block('CERTIFICATE');

describe('isPublicPem', () => {
  test.each<[string, string]>([
    ['A certificate', CERTIFICATE],
    ['A certificate with CRLF', CERTIFICATE.replaceAll('\n', '\r\n')],
    ['A certificate without a newline at its end', CERTIFICATE.trim()],
    ['A public key', block('PUBLIC KEY')],
    ['A public RSA key', block('RSA PUBLIC KEY')],
    ['A revocation list', block('X509 CRL')],
    ['A certificate with its trust', block('TRUSTED CERTIFICATE')],
    ['Several blocks with blank lines between them', `\n${CERTIFICATE}\n \n${block('X509 CRL')}\n`],
    ['A bundle with comments', `# Issuer: CN=Key Bypass CA\n# Serial: 1\n${CERTIFICATE}#\n${CERTIFICATE}`],
    ['A bundle with a comment that mentions a secret', `# The password of this CA is not here\n${CERTIFICATE}`],
    ['A bundle with titles, as curl writes it', `##\n## CA Roots\n##\n\nGlobal Root\n===========\n${CERTIFICATE}`],
  ])('%s is public, and has no masks', (_what, text) => {
    expect(isPublicPem(text)).toBe(true);
    expect(rankedMasks(text)).toEqual({ masks: [], isCut: false });
  });

  test.each<[string, string]>([
    ['A private key', block('PRIVATE KEY')],
    ['A certificate with a private key', CERTIFICATE + block('EC PRIVATE KEY')],
    ['A block that is not known', block('OPENSSH PRIVATE KEY')],
    ['A block with another end', CERTIFICATE.replace('END CERTIFICATE', 'END PUBLIC KEY')],
    ['A block with other characters', block('CERTIFICATE', 'a pass-word')],
    ['A certificate after other text', `hunter-2\n${CERTIFICATE}`],
    ['A certificate before other text', `${CERTIFICATE}hunter-2`],
    ['A certificate with a secret in a comment', `# password: hunter-2\n${CERTIFICATE}`],
    ['A certificate with a key in a comment', `# key: hunter-2\n${CERTIFICATE}`],
    ['A certificate below a title after a colon', `# Root: hunter-2\n=========\n${CERTIFICATE}`],
    ['Only comments', '# Issuer: CN=Root\n'],
    ['An empty text', ''],
  ])('%s is not public', (_what, text) => {
    expect(isPublicPem(text)).toBe(false);
  });

  test('A text of 500 kB that repeats the start of a block is read', () => {
    const starts = ['-----BEGIN CERTIFICATE-----\nA', '-----BEGIN CERTIFICATE-----', '=\n', 'a\n===\n', '# key '];

    expect(starts.filter((start) => isPublicPem(start.repeat(500_000 / start.length)))).toEqual([]);
  });
});

describe('pemRuns', () => {
  const run = 'Ab1+'.repeat(16);

  test.each<[string, string, string[]]>([
    ['lines', `-----BEGIN K-----\n${run}\nCd2=\n-----END K-----`, [run, 'Cd2=']],
    ['blanks', `-----BEGIN K----- ${run} Cd2= -----END K-----`, [run, 'Cd2=']],
    ['`\\n`', `-----BEGIN K-----\\n${run}\\nCd2=\\n-----END K-----`, [run, 'Cd2=']],
    ['nothing', `-----BEGIN K-----${run}Cd2=-----END K-----`, [`${run}Cd2=`, run, 'Cd2=']],
    [
      'lines of 76 characters',
      `-----BEGIN K-----\n${run}${run.slice(0, 12)}\n-----END K-----`,
      [`${run}${run.slice(0, 12)}`, run, run.slice(0, 12)],
    ],
  ])('The runs of a block with %s between them are found', (_what, text, expected) => {
    expect(new Set(pemRuns(text).filter((part) => part !== ''))).toEqual(new Set(expected));
  });
});

test('A text above a block that is not a title as long as its line is a secret', () => {
  const block = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

  expect(isPublicPem(`Example Root\n============\n${block}`)).toBe(true);
  expect(isPublicPem(`S3cretPass9\n=\n${block}`)).toBe(false);
  expect(isPublicPem(`password: S3cretPass9\n=====================\n${block}`)).toBe(false);
});
