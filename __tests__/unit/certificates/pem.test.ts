import { describe, expect, test } from '@jest/globals';
import { pemOf, readPem } from '../../../src/certificates/pem.js';
import { decodedText, isContent, readContent } from '../../../src/inputs/content.js';
import { failureOf } from '../../support/fake-ports.js';

const DER = Buffer.from(Array.from({ length: 100 }, (_, index) => (index === 0 ? 0x30 : index)));
const PEM = pemOf('PRIVATE KEY', DER);

describe('a PEM text', () => {
  test('is written in lines of 64', () => {
    expect(PEM.split('\n').map((line) => line.length)).toEqual([27, 64, 64, 8, 25, 0]);
  });

  test.each<[damage: string, text: string]>([
    ['none', PEM],
    ['lost newlines', PEM.replaceAll('\n', '')],
    ['blanks for newlines', PEM.replaceAll('\n', ' ')],
    ['\\n for newlines', PEM.replaceAll('\n', '\\n')],
    ['\\r\\n for newlines', PEM.replaceAll('\n', '\\r\\n')],
    ['CRLF', PEM.replaceAll('\n', '\r\n')],
    ['indented lines', PEM.replaceAll('\n', '\n      ')],
    ['one long line', PEM.replace(/([A-Za-z0-9+/=]{64})\n/g, '$1')],
    ['attributes in front', `Bag Attributes\n    friendlyName: x\n${PEM}`],
    ['no newline at its end', PEM.trim()],
  ])('is put right: %s', (_damage, text) => {
    expect(readPem(text)).toEqual({ blocks: [{ label: 'PRIVATE KEY', pem: PEM }], isCut: false });
  });

  test('keeps the headers of an encrypted key', () => {
    const head = 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0011AABB\n\n';
    const encrypted = PEM.replaceAll('PRIVATE', 'RSA PRIVATE').replace(/\n/, `\n${head}`);

    for (const text of [encrypted, encrypted.replaceAll('\n', ' '), encrypted.replaceAll('\n', '\\n')]) {
      expect(readPem(text).blocks).toEqual([{ label: 'RSA PRIVATE KEY', pem: encrypted }]);
    }
  });

  test('gives each of its blocks, in order', () => {
    const { blocks } = readPem(`${pemOf('A', DER)}between${pemOf('B', DER)}`);

    expect(blocks.map(({ label }) => label)).toEqual(['A', 'B']);
  });

  test.each([
    ['is cut', PEM.slice(0, 100), { blocks: [], isCut: true }],
    [
      'has strange characters',
      PEM.replace(/(?<=\n)./, '*'),
      { blocks: [{ label: 'PRIVATE KEY', pem: undefined }], isCut: false },
    ],
    [
      'lacks a character',
      PEM.replace(/(?<=\n)./, ''),
      { blocks: [{ label: 'PRIVATE KEY', pem: undefined }], isCut: false },
    ],
    ['is none', 'hello', { blocks: [], isCut: false }],
  ])('that %s is seen', (_what, text, expected) => {
    expect(readPem(text)).toEqual(expected);
  });
});

describe('the value of an input', () => {
  const base64 = DER.toString('base64');
  test.each<[value: string, content: boolean]>([
    [PEM, true],
    [PEM.replaceAll('\n', '\\n'), true],
    [base64, true],
    [base64.replace(/.{40}/g, '$&\n'), true],
    [Buffer.from(PEM).toString('base64'), true],
    ['{"kty":"RSA"}', true],
    [Buffer.from(JSON.stringify({ kty: 'RSA', n: 'x'.repeat(40) })).toString('base64'), true],
    [base64.slice(0, 70), true],
    ['client.p12', false],
    ['/etc/ssl/private/client.p12', false],
    ['MyCerts/client.pem', false],
    ['M'.repeat(59), false],
    [`./${'M'.repeat(80)}`, false],
  ])('%j is the thing itself: %j', (value, content) => {
    expect(isContent(value)).toBe(content);
  });

  test('in base64 is decoded, and PEM stays', () => {
    expect(readContent('pkcs12', base64)).toEqual(DER);
    expect(readContent('private_key', Buffer.from(PEM).toString('base64')).toString()).toBe(PEM);
    expect(readContent('private_key', PEM).toString()).toBe(PEM);
  });

  test.each([
    ['certs/client.pem', 'is neither PEM nor base64, and the file "certs/client.pem" cannot be read (ENOENT)'],
    ['IBVAIBADANBgkqhkiG9w0BAQEFAASCAT4wggE6', 'is neither PEM nor base64, and the file cannot be read (ENOENT)'],
    ['half of a\nkey', 'is neither PEM nor base64, and the file cannot be read (ENOENT)'],
  ])('%j, which is no file, is shown only where it looks like a path', (value, reason) => {
    expect(failureOf(() => readContent('private_key', value))).toEqual({
      code: 'certificate_unusable',
      message: `The input \`private_key\` ${reason}`,
    });
  });

  test.each([
    ['UTF-8', Buffer.from('a')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffa')],
    ['UTF-16', Buffer.from('\ufeffa', 'utf16le')],
  ])('may be %s', (_what, bytes) => {
    expect(decodedText(bytes)).toBe('a');
  });
});
