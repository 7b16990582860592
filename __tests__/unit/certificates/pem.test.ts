import { describe, expect, test } from '@jest/globals';
import { pemOf, readBlocks } from '../../../src/certificates/pem.js';
import { failureOf } from '../../support/fake-ports.js';

const DER = Buffer.from(Array.from({ length: 100 }, (_, index) => (index === 0 ? 0x30 : index)));
const PEM = pemOf('PRIVATE KEY', DER);
const read = (text: string) => readBlocks('private_key', Buffer.from(text));

describe('pemOf', () => {
  test('PEM is written in lines of 64 characters', () => {
    expect(PEM.split('\n').map((line) => line.length)).toEqual([27, 64, 64, 8, 25, 0]);
    expect(
      pemOf('A', DER.subarray(0, 48))
        .split('\n')
        .map((line) => line.length),
    ).toEqual([17, 64, 15, 0]);
  });
});

describe('readBlocks', () => {
  test.each<[damage: string, text: string]>([
    ['without damage', PEM],
    ['without line ends', PEM.replaceAll('\n', '')],
    ['with blanks instead of line ends', PEM.replaceAll('\n', ' ')],
    ['with \\n as two characters', PEM.replaceAll('\n', '\\n')],
    ['with \\r\\n as four characters', PEM.replaceAll('\n', '\\r\\n')],
    ['with CRLF', PEM.replaceAll('\n', '\r\n')],
    ['with indented lines', PEM.replaceAll('\n', '\n      ')],
    ['in one long line', PEM.replace(/([A-Za-z0-9+/=]{64})\n/g, '$1')],
    ['after attributes', `Bag Attributes\n    friendlyName: x\n${PEM}`],
    ['without a line end at its end', PEM.trim()],
  ])('PEM %s is read', (_damage, text) => {
    expect(read(text)).toEqual([{ label: 'PRIVATE KEY', pem: PEM }]);
  });

  test('The headers of an encrypted key are kept', () => {
    const head = 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0011AABB\n\n';
    const encrypted = PEM.replaceAll('PRIVATE', 'RSA PRIVATE').replace(/\n/, `\n${head}`);

    for (const text of [encrypted, encrypted.replaceAll('\n', ' '), encrypted.replaceAll('\n', '\\n')]) {
      expect(read(text)).toEqual([{ label: 'RSA PRIVATE KEY', pem: encrypted }]);
    }
  });

  test('Several blocks are read in their order', () => {
    expect(read(`${pemOf('A', DER)}between${pemOf('B', DER)}`).map(({ label }) => label)).toEqual(['A', 'B']);
  });

  test.each([
    ['with a character that is not base64', PEM.replace(/(?<=\n)./, '*')],
    ['without one character', PEM.replace(/(?<=\n)./, '')],
  ])('A block %s has no PEM', (_what, text) => {
    expect(read(text)).toEqual([{ label: 'PRIVATE KEY', pem: undefined }]);
  });

  test('A text without PEM has no blocks', () => {
    expect(read('hello')).toEqual([]);
  });

  test('A block without its end is an error', () => {
    expect(failureOf(() => read(PEM.slice(0, 100)))).toEqual({
      code: 'certificate_unusable',
      message: 'The input `private_key` contains a PEM block without its end',
    });
  });
});
