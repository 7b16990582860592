import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { runHttpsJob, VALUE } from '../../../harness/jobs/https-job.js';
import { stamp } from '../../../harness/servers/certificates.js';
import {
  issueClient,
  middle,
  PASSWORD,
  p12,
  read,
  root,
  strict,
  trust,
  workshop,
} from '../../../harness/servers/client-chain.js';

const ec = issueClient('client-ec');
const rsa = issueClient('client-rsa', { algorithm: 'rsa' });

describe('A certificate and its key', () => {
  const chain = () => read(ec) + read(middle);
  const encrypted = (name: string, ...options: string[]) => {
    workshop.openssl('pkcs8', '-topk8', '-in', rsa.key, '-out', name, '-passout', `pass:${PASSWORD}`, ...options);
    return workshop.path(name);
  };
  const traditional = (name: string, cipher: string) => {
    workshop.openssl('rsa', '-traditional', '-in', rsa.key, '-out', name, cipher, '-passout', `pass:${PASSWORD}`);
    return workshop.path(name);
  };
  const key = () => readFileSync(ec.key, 'utf8');
  const rsaChain = () => read(rsa) + read(middle);
  const der = (command: string, from: string) => workshop.openssl(command, '-in', from, '-outform', 'DER');

  test.each<[how: string, inputs: () => Record<string, string>]>([
    ['as paths', () => ({ certificate: workshop.write('c.pem', chain()), private_key: ec.key })],
    ['as PEM', () => ({ certificate: chain(), private_key: key() })],
    ['as base64 of PEM', () => ({ certificate: btoa(chain()), private_key: btoa(key()) })],
    ['in one file', () => ({ certificate: workshop.write('both.pem', key() + chain()) })],
    [
      'with the chain in the wrong order',
      () => ({ certificate: read(root) + read(middle) + read(ec), private_key: key() }),
    ],
    ['with a certificate twice', () => ({ certificate: chain() + chain(), private_key: key() })],
    [
      'without newlines',
      () => ({ certificate: chain().replaceAll('\n', ' '), private_key: key().replaceAll('\n', '') }),
    ],
    [
      'with \\n in place of newlines',
      () => ({ certificate: chain().replaceAll('\n', '\\n'), private_key: key().replaceAll('\n', '\\n') }),
    ],
    [
      'with indented lines',
      () => ({ certificate: chain().replaceAll('\n', '\n    '), private_key: key().replaceAll('\n', '\n\t') }),
    ],
    [
      'with CRLF and a byte order mark',
      () => ({
        certificate: workshop.write('bom.pem', `\ufeff${chain().replaceAll('\n', '\r\n')}`),
        private_key: ec.key,
      }),
    ],
    [
      'in UTF-16',
      () => ({
        certificate: workshop.write('wide.pem', Buffer.from(`\ufeff${chain()}`, 'utf16le')),
        private_key: ec.key,
      }),
    ],
    ['with a key in DER', () => ({ certificate: chain(), private_key: workshop.write('k.der', der('pkey', ec.key)) })],
    [
      'with a key of PKCS#8, encrypted',
      () => ({ certificate: rsaChain(), private_key: encrypted('k8.pem'), private_key_password: PASSWORD }),
    ],
    [
      'with the same in DER',
      () => ({
        certificate: rsaChain(),
        private_key: encrypted('k8.der', '-outform', 'DER'),
        private_key_password: PASSWORD,
      }),
    ],
    [
      'with a key of OpenSSL 1, encrypted',
      () => ({ certificate: rsaChain(), private_key: traditional('t.pem', '-aes256'), private_key_password: PASSWORD }),
    ],
    [
      'with the same, its newlines lost',
      () => ({
        certificate: rsaChain(),
        private_key: readFileSync(traditional('t.pem', '-aes256'), 'utf8').replaceAll('\n', ' '),
        private_key_password: PASSWORD,
      }),
    ],
  ])('The client authenticates with a certificate and its key %s', async (_how, inputs) => {
    const given = inputs();
    const secrets = [
      PASSWORD,
      ...key()
        .split('\n')
        .filter((line) => line.length > 20 && !line.startsWith('-')),
    ];
    const job = await runHttpsJob({ tls: strict, inputs: { ...trust, ...given } }, secrets);

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
    expect(job.clients[0]).toMatch(/^client-(ec|rsa)$/);
  });

  test('A key in a file is masked, and its certificate is not', async () => {
    const inputs = { ...trust, certificate: workshop.write('c.pem', chain()), private_key: ec.key };
    const { run } = await runHttpsJob({ tls: strict, inputs });
    const lines = (pem: string) => pem.split('\n').filter((line) => line !== '' && !line.startsWith('-'));

    expect(lines(key()).map((line) => run.log.masker.mask(line))).toEqual(lines(key()).map(() => '***'));
    expect(lines(chain()).map((line) => run.log.masker.mask(line))).toEqual(lines(chain()));
    expect(run.log.masker.mask(PASSWORD)).toBe(PASSWORD);
  });

  test('The client authenticates with a certificate in DER, if the server needs no chain', async () => {
    const direct = workshop.issue('direct', { issuer: root, usage: 'clientAuth' });
    const inputs = {
      ...trust,
      certificate: workshop.write('c.der', der('x509', direct.certificate)),
      private_key: direct.key,
    };

    expect(await runHttpsJob({ tls: strict, inputs })).toMatchObject({
      exitCode: 0,
      clients: ['direct'],
      problems: [],
    });
  });

  const short = issueClient('client-short', { algorithm: 'short-rsa' });
  const NEW_KEY =
    'Create a new key and certificate: RSA with 2048 bits or more, or EC, signed with SHA-256. See docs/troubleshooting.md';

  // Two of each kind; __tests__/unit/certificates/ contains the other errors.
  test.each<[fault: string, inputs: () => Record<string, string>, error: string]>([
    [
      'of another certificate',
      () => ({ certificate: read(issueClient('other')), private_key: key() }),
      'The input `certificate` contains no certificate for the key in `private_key`, which belongs to another certificate. Set a certificate and a key that were created together. See docs/troubleshooting.md',
    ],
    [
      'of another certificate in the same file',
      () => ({ certificate: workshop.write('mixed.pem', key() + read(issueClient('other'))) }),
      'The input `certificate` contains no certificate for this private key, which belongs to another certificate. Set a certificate and a key that were created together. See docs/troubleshooting.md',
    ],
    [
      'that is too short',
      () => ({ certificate: read(short), private_key: short.key }),
      `The input \`private_key\` contains a key that is too weak for TLS ("ee key too small"). ${NEW_KEY}`,
    ],
    [
      'that is too short, in the file of the certificate',
      () => ({ certificate: workshop.write('short.pem', readFileSync(short.key, 'utf8') + read(short)) }),
      `The input \`certificate\` contains a key that is too weak for TLS ("ee key too small"). ${NEW_KEY}`,
    ],
    [
      'whose certificate is of an authority with a short key',
      () => {
        const issuer = workshop.issue('short-ca', { isAuthority: true, algorithm: 'short-rsa' });
        const client = issueClient('below-short', { issuer });
        return { certificate: read(client) + read(issuer), private_key: client.key };
      },
      `The input \`certificate\` contains a certificate whose key or signature is too weak for TLS ("ca key too small"). ${NEW_KEY}`,
    ],
    [
      'whose certificate is damaged',
      () => ({ certificate: read(ec).replace(/\n[A-Za-z0-9+/]{4}/, '\n'), private_key: key() }),
      'The input `certificate` contains a damaged certificate (1 of 1).',
    ],
    [
      'with another password',
      () => ({ certificate: read(rsa), private_key: encrypted('k8.pem'), private_key_password: 'wrong-one' }),
      'The input `private_key` cannot be decrypted: the password in `private_key_password` is wrong.',
    ],
    [
      'without its password',
      () => ({ certificate: read(rsa), private_key: encrypted('k8.pem') }),
      'The input `private_key` is an encrypted key, and its password is not set. Set `private_key_password`.',
    ],
  ])('The step fails before any request with a key %s', async (_fault, inputs, error) => {
    const job = await runHttpsJob({ tls: strict, inputs: { ...trust, ...inputs() } });

    expect(job).toMatchObject({ exitCode: 1, code: 'certificate_unusable', connections: 0, problems: [] });
    expect(job.log.at(-1)).toContain(`Error: ${error}`);
  });

  test.each<[when: string, period: { readonly from: string; readonly until: string }, error: string]>([
    ['has expired', { from: '20200101000000Z', until: '20210203040506Z' }, 'expired at 2021-02-03 04:05 UTC'],
    [
      'is not valid yet',
      { from: '20980101000000Z', until: '20990101000000Z' },
      'is not valid before 2098-01-01 00:00 UTC',
    ],
  ])('The step fails with a date for a certificate that %s', async (_when, period, error) => {
    const late = issueClient('late', period);
    const pem = await runHttpsJob({
      tls: strict,
      inputs: { ...trust, certificate: late.certificate, private_key: late.key },
    });
    const pkcs12 = await runHttpsJob({
      tls: strict,
      inputs: { ...trust, pkcs12: p12(late, []), pkcs12_password: PASSWORD },
    });

    for (const job of [pem, pkcs12]) {
      expect(job).toMatchObject({ exitCode: 1, code: 'certificate_unusable', connections: 0 });
      expect(job.log.at(-1)).toContain(`contains a certificate that ${error}: "CN=late"`);
    }
  });

  test('A certificate that expires within 30 days is a warning', async () => {
    const soon = issueClient('soon', { until: stamp(10) });
    const inputs = { ...trust, certificate: read(soon) + read(middle), private_key: soon.key };
    const job = await runHttpsJob({ tls: strict, inputs });

    expect(job).toMatchObject({ exitCode: 0, problems: [] });
    expect(job.log[0]).toMatch(
      /^Warning: The client certificate is "CN=soon", valid until [-\d]+ [:\d]+ UTC\. It expires in (9|10) days: renew it soon\.$/,
    );
  });
});
