import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  issueClient,
  middle,
  PASSWORD,
  p12,
  p12OfTwo,
  read,
  root,
  workshop,
} from '../../../harness/servers/client-chain.js';
import { loadPkcs12 } from '../../../src/certificates/pkcs12-identity.js';
import { fakeEnvironment } from '../../support/fake-environment.js';
import { failureIn } from '../../support/fake-ports.js';

const ec = issueClient('client-ec');
const rsa = issueClient('client-rsa', { algorithm: 'rsa' });
const LEGACY = ['-legacy'];

const load = async (pkcs12: string, password: string | undefined = PASSWORD) => {
  const environment = { ...fakeEnvironment(), readFile: readFileSync };
  const loaded = await loadPkcs12({ form: 'pkcs12', pkcs12, password }, environment);
  return { ...loaded, masked: environment.masked };
};
const exported = (...options: string[]) => {
  workshop.openssl('pkcs12', '-export', '-out', 'odd.p12', '-passout', `pass:${PASSWORD}`, ...options);
  return workshop.path('odd.p12');
};

describe('loadPkcs12', () => {
  test('A file that Node supports is kept in base64, and masked', async () => {
    const path = p12(ec);
    const pkcs12 = readFileSync(path, 'base64');

    expect(await load(path)).toMatchObject({
      identity: { form: 'pkcs12', pkcs12, passphrase: PASSWORD },
      own: { subject: 'CN=client-ec' },
      unrelated: [],
      masked: [pkcs12],
    });
  });

  test('A file in base64, in lines, is loaded', async () => {
    const base64 = readFileSync(p12(ec), 'base64');

    expect((await load(base64.replace(/.{76}/g, '$&\n'))).identity).toMatchObject({ pkcs12: base64 });
  });

  test.each([
    ['RSA', rsa],
    ['EC', ec],
  ])('A file of RC2-40 with a key of %s is converted to PEM, and its key is masked', async (_type, issued) => {
    const { identity, masked } = await load(p12(issued, LEGACY));
    const chain = [issued, middle, root].map(read);

    expect(identity).toMatchObject({ form: 'pem', certificate: chain.join(''), authorities: chain.slice(1) });
    expect(masked).toContain(identity.form === 'pem' ? identity.privateKey : '');
  });

  const damaged = 'is not a PKCS#12 file, or is damaged';
  const unsupported = 'uses an encryption that neither Node nor node-forge supports';
  test.each<readonly [what: string, file: () => string, reason: string]>([
    ['without a key', () => exported('-nokeys', '-in', ec.certificate), 'contains no private key'],
    ['of RC2-40 without a key', () => exported('-legacy', '-nokeys', '-in', ec.certificate), 'contains no private key'],
    ['without a certificate', () => exported('-nocerts', '-inkey', ec.key), 'contains no certificate'],
    ['of RC2-128', () => p12(ec, [...LEGACY, '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-3DES']), unsupported],
    ['with two keys', () => p12OfTwo(ec, rsa), 'contains 2 private keys'],
    ['of RC2-40 with two keys', () => p12OfTwo(ec, rsa, LEGACY), 'contains 2 private keys'],
    [
      'with two keys that are not encrypted',
      () => p12OfTwo(ec, rsa, ['-certpbe', 'NONE', '-keypbe', 'NONE']),
      'contains 2 private keys',
    ],
    ['that is PEM', () => ec.certificate, 'is PEM'],
    ['that is a text', () => workshop.write('odd.p12', 'not at all'), damaged],
    ['that was cut', () => workshop.write('cut.p12', readFileSync(p12(ec)).subarray(0, 500)), damaged],
    ['of Java', () => workshop.write('odd.jks', Buffer.from('feedfeed00000002', 'hex')), 'is a Java keystore'],
    [
      'with the key of another certificate of the same type',
      () => exported('-nocerts', '-inkey', ec.key, '-certfile', issueClient('other-ec').certificate),
      'contains no certificate for this private key, which belongs to another certificate',
    ],
    [
      'with the key of another certificate',
      () => exported('-nocerts', '-inkey', ec.key, '-certfile', rsa.certificate),
      'contains no certificate for this private key, which belongs to another certificate (key: ec, certificate: rsa)',
    ],
  ])('A file %s is rejected', async (_what, file, reason) => {
    expect(await failureIn(load(file()))).toEqual({
      code: 'certificate_unusable',
      message: `The input \`pkcs12\` ${reason}`,
    });
  });

  test.each([
    ['of today', []],
    ['of RC2-40', LEGACY],
  ])('A file %s with another password is rejected', async (_kind, options) => {
    expect(await failureIn(load(p12(ec, options), 'another'))).toEqual({
      code: 'certificate_unusable',
      message: 'The input `pkcs12` cannot be opened: the password in `pkcs12_password` is wrong',
    });
  });

  test('A file without its password is rejected', async () => {
    const loading = loadPkcs12(
      { form: 'pkcs12', pkcs12: p12(ec), password: undefined },
      { ...fakeEnvironment(), readFile: readFileSync },
    );

    expect(await failureIn(loading)).toEqual({
      code: 'certificate_unusable',
      message: 'The input `pkcs12` needs a password',
    });
  });
});
