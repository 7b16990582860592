import { describe, expect, test } from '@jest/globals';
import { pemOf } from '../../../src/certificates/pem.js';
import { decodeText, isContent, readContent, secretsIn } from '../../../src/inputs/content.js';
import { fakeEnvironment } from '../../support/fake-environment.js';
import { failureOf } from '../../support/fake-ports.js';

const DER = Buffer.from(Array.from({ length: 100 }, (_, index) => (index === 0 ? 0x30 : index)));
const PEM = pemOf('PRIVATE KEY', DER);
const BASE64 = DER.toString('base64');
const { readFile } = fakeEnvironment({ files: { 'a.pem': PEM, 'b.txt': Buffer.from(PEM).toString('base64') } });

describe('isContent', () => {
  test.each<[what: string, value: string]>([
    ['PEM', PEM],
    ['PEM with \\n as two characters', PEM.replaceAll('\n', '\\n')],
    ['Base64 of DER', BASE64],
    ['Base64 in lines', BASE64.replace(/.{40}/g, '$&\n')],
    ['Base64 of PEM', Buffer.from(PEM).toString('base64')],
    ['A JWK', '{"kty":"RSA"}'],
    ['Base64 of a JWK', Buffer.from(JSON.stringify({ kty: 'RSA', n: 'x'.repeat(40) })).toString('base64')],
    ['Base64 that was cut', BASE64.slice(0, 70)],
  ])('%s is content', (_what, value) => {
    expect(isContent(value)).toBe(true);
  });

  test.each(['client.p12', '/etc/ssl/private/client.p12', 'MyCerts/client.pem', 'M'.repeat(59), `./${'M'.repeat(80)}`])(
    'The value %j is a path',
    (value) => {
      expect(isContent(value)).toBe(false);
    },
  );
});

describe('readContent', () => {
  test.each<[what: string, value: string, expected: string | Buffer]>([
    ['Base64 of DER is decoded', BASE64, DER],
    ['Base64 of PEM is decoded', Buffer.from(PEM).toString('base64'), PEM],
    ['PEM is not changed', PEM, PEM],
    ['A path is replaced with the content of its file', 'a.pem', PEM],
    ['Base64 in a file is decoded', 'b.txt', PEM],
  ])('%s', (_what, value, expected) => {
    expect(readContent('private_key', value, readFile)).toEqual(Buffer.from(expected));
  });

  test.each([
    ['shows a path', 'certs/client.pem', 'PEM or base64, and the file "certs/client.pem" cannot'],
    ['does not show what may be a key', 'IBVAIBADANBgkqhkiG9w0BAQEFAASCAT4wggE6', 'PEM or base64, and the file cannot'],
    ['does not show a value of two lines', 'half of a\nkey', 'PEM or base64, and the file cannot'],
  ])('The error about a file that does not exist %s', (_what, value, reason) => {
    expect(failureOf(() => readContent('private_key', value, readFile))).toEqual({
      code: 'certificate_unusable',
      message: `The input \`private_key\` is not ${reason} be read (ENOENT)`,
    });
  });

  test('The error about a signing key names a JWK as a third form', () => {
    expect(failureOf(() => readContent('signing_key', 'a.jwk', readFile)).message).toBe(
      'The input `signing_key` is not PEM, base64 or a JWK, and the file "a.jwk" cannot be read (ENOENT)',
    );
  });
});

describe('decodeText', () => {
  test.each([
    ['UTF-8', Buffer.from('a')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffa')],
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffa', 'utf16le')],
  ])('%s is decoded', (_what, bytes) => {
    expect(decodeText(bytes)).toBe('a');
  });
});

describe('secretsIn', () => {
  test('The secrets include each secret input and its Basic credentials, but no other input', () => {
    const secrets = secretsIn({ url: 'h', client_id: 'an-id', client_secret: 'a-secret', private_key: 'a/path.pem' });

    expect(secrets).toContain('a-secret');
    expect(secrets).toContain('an-id:a-secret');
    expect(secrets.filter((text) => !text.includes('a-secret'))).toEqual([]);
  });

  test('The secrets include the token parameters with a secret name', () => {
    expect(secretsIn({ token_parameters: 'resource=x\npasscode=1234\nno parameter' })).toEqual(['1234']);
  });
});
