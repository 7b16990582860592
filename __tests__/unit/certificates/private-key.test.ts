import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openWorkshop } from '../../../harness/servers/certificates.js';
import { pemOf } from '../../../src/certificates/pem.js';
import { readPrivateKey } from '../../../src/certificates/private-key.js';
import { actionErrorOf } from '../../support/fake-ports.js';

const workshop = openWorkshop();
afterAll(() => workshop.close());

const { privateKey: rsa, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey: ec } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PASSWORD = 'a password';
const encryption = { cipher: 'aes-256-cbc', passphrase: PASSWORD };
const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1', more: object = {}) =>
  String(key.export({ type, format: 'pem', ...more }));
const der = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1') => key.export({ type, format: 'der' });
const encryptedDer = rsa.export({ type: 'pkcs8', format: 'der', ...encryption });
const encrypted = pem(rsa, 'pkcs8', encryption);

/** Encrypts the RSA key with openssl. */
function withOpenssl(...options: string[]): string {
  const key = workshop.write('key.pem', pem(rsa, 'pkcs8'));
  return workshop.openssl(...options, '-in', key, '-passout', `pass:${PASSWORD}`).toString();
}

function read(content: string | Buffer, password?: string) {
  const masked: string[] = [];
  const source = { name: 'private_key', passwordName: 'private_key_password', password } as const;
  const key = readPrivateKey(Buffer.from(content), source, (texts) => void masked.push(...texts));
  return { ...key, masked };
}

describe('readPrivateKey', () => {
  test.each<readonly [form: string, content: () => string | Buffer, key: KeyObject]>([
    ['PKCS#8 in PEM', () => pem(ec, 'pkcs8'), ec],
    ['PKCS#1 in PEM', () => pem(rsa, 'pkcs1'), rsa],
    ['SEC 1 in PEM', () => pem(ec, 'sec1'), ec],
    ['PKCS#8 in DER', () => der(rsa, 'pkcs8'), rsa],
    ['PKCS#1 in DER', () => der(rsa, 'pkcs1'), rsa],
    ['SEC 1 in DER', () => der(ec, 'sec1'), ec],
    ['PEM after a certificate', () => pemOf('CERTIFICATE', Buffer.from('x')) + pem(ec, 'pkcs8'), ec],
    ['encrypted PKCS#8 in PEM', () => encrypted, rsa],
    ['encrypted PKCS#8 in DER', () => encryptedDer, rsa],
    ['OpenSSL 1, encrypted', () => withOpenssl('rsa', '-traditional', '-aes256'), rsa],
    [
      'OpenSSL 1, encrypted, without line ends',
      () => withOpenssl('rsa', '-traditional', '-aes256').replaceAll('\n', ' '),
      rsa,
    ],
  ])('A key of %s is read, and its PEM is masked', (_form, content, key) => {
    const result = read(content(), PASSWORD);

    expect(result.key.equals(key)).toBe(true);
    expect(result.masked).toContain(result.pem);
  });

  test('The bytes of a key in DER are masked as they are in the file', () => {
    expect(read(der(ec, 'sec1')).masked[0]).toBe(pemOf('PRIVATE KEY', der(ec, 'sec1')));
  });

  const traditional = () => withOpenssl('rsa', '-traditional', '-aes256');
  test.each<readonly [form: string, content: () => string | Buffer]>([
    ['PKCS#8 in PEM', () => encrypted],
    ['PKCS#8 in DER', () => encryptedDer],
    ['OpenSSL 1', traditional],
  ])('An encrypted key of %s needs the right password', (_form, content) => {
    const [wrong, none] = ['another', undefined].map((password) => actionErrorOf(() => read(content(), password)));

    expect(wrong?.message).toBe(
      'The input `private_key` cannot be decrypted: the password in `private_key_password` is wrong',
    );
    expect(none?.message).toBe('The input `private_key` is an encrypted key, and its password is not set');
    expect(none?.advice).toEqual(['Set `private_key_password`']);
  });

  test('A wrong password that decrypts a key to garbage is called wrong', () => {
    // With this key, the password "another 156" leads to ERR_OSSL_UNSUPPORTED and not to BAD_DECRYPT.
    const body =
      'MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjpAuBEq+YaGwICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEAQIEECFKar6GFrtGw2GGeZ2XTU0EQOLlkO+TQshq6imBr+UbYeTRquNDgyp3edNQKDtpzcAaNi77KUZ94NuA+902x2m3mhWDaABmwrfkRcUhJAnkgAU=';
    const content = pemOf('ENCRYPTED PRIVATE KEY', Buffer.from(body, 'base64'));

    expect(actionErrorOf(() => read(content, 'another 156')).message).toContain('cannot be decrypted: the password');
    expect(read(content, 'a password').key.asymmetricKeyType).toBe('ed25519');
  });

  const des = () => withOpenssl('pkcs8', '-topk8', '-v1', 'PBE-MD5-DES', '-provider', 'legacy', '-provider', 'default');
  const rows: readonly {
    readonly what: string;
    readonly content: () => string | Buffer;
    readonly reason: string;
    readonly advice?: readonly string[];
  }[] = [
    {
      what: 'encrypted with DES',
      content: des,
      reason: 'uses an encryption that OpenSSL 3 no longer supports',
      advice: [
        'Encrypt it again with `openssl pkcs8 -topk8 -in old.pem -out new.pem` of OpenSSL 1, or of OpenSSL 3 with `-provider legacy -provider default`',
      ],
    },
    {
      what: 'of OpenSSH',
      content: () => '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n-----END OPENSSH PRIVATE KEY-----',
      reason: 'is a key of OpenSSH',
      advice: ['Convert a copy of it with `ssh-keygen -p -m PEM -f copy`'],
    },
    {
      what: 'that is public',
      content: () => String(publicKey.export({ type: 'spki', format: 'pem' })),
      reason: 'is a public key',
      advice: ['Set the private key that belongs to it'],
    },
    {
      what: 'that is a certificate',
      content: () => pemOf('CERTIFICATE', Buffer.from('x')),
      reason: 'contains a certificate and no private key',
      advice: ['Set the private key that belongs to the certificate'],
    },
    {
      what: 'that was cut',
      content: () => pem(ec, 'pkcs8').slice(0, 120),
      reason: 'contains a PEM block without its end',
      advice: ['Copy the whole text again'],
    },
    {
      what: 'with a damaged block',
      content: () => pem(ec, 'pkcs8').replace('M', '*'),
      reason: 'contains a damaged PEM block, whose body is not base64',
    },
    {
      what: 'next to another key',
      content: () => pem(ec, 'pkcs8') + pem(rsa, 'pkcs8'),
      reason: 'contains 2 private keys',
      advice: ['Set only one private key'],
    },
    { what: 'that is only a text', content: () => 'hello', reason: 'contains no private key in PEM or DER' },
    {
      what: 'that is damaged in DER',
      content: () => der(ec, 'pkcs8').subarray(0, 50),
      reason: 'contains no private key in PEM or DER',
    },
  ];
  test.each(rows)('A key $what is rejected', ({ content, reason, advice }) => {
    expect(actionErrorOf(() => read(content(), PASSWORD))).toMatchObject({
      code: 'certificate_unusable',
      message: `The input \`private_key\` ${reason}`,
      advice: advice ?? [],
    });
  });

  test('A block that is not a key is rejected with the code of OpenSSL', () => {
    expect(actionErrorOf(() => read(pemOf('PRIVATE KEY', Buffer.from('hello')))).message).toMatch(
      /^The input `private_key` contains no readable private key \(ERR_OSSL_[A-Z0-9_]+\)$/,
    );
  });
});
