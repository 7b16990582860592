import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { runHttpsJob, VALUE } from '../../../harness/jobs/https-job.js';
import { issueClient, PASSWORD, p12, strict, trust, workshop } from '../../../harness/servers/client-chain.js';

const ec = issueClient('client-ec');
const rsa = issueClient('client-rsa', { algorithm: 'rsa' });

/** The error for a file that neither Node nor node-forge reads. */
const UNKNOWN_ENCRYPTION = 'is encrypted in a way that neither Node nor node-forge knows';
const LEGACY = ['-legacy'];

interface Row {
  /** The options of openssl. */
  readonly options?: readonly string[];
  readonly password?: string;
  /** Why the file cannot be read; undefined if it can. */
  readonly error?: string;
}

/** The rows of the PKCS#12 table. */
const ROWS: readonly (readonly [kind: string, row: Row])[] = [
  ['of today', {}],
  ['of today with a name', { options: ['-name', 'my certificate'] }],
  ['RC2-40 with 3DES', { options: LEGACY }],
  ['3DES for both', { options: ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'] }],
  ['with an empty password', { password: '' }],
  ['RC2-40 with an empty password', { options: LEGACY, password: '' }],
  ['without a MAC', { options: ['-nomac'] }],
  ['with nothing encrypted and no MAC', { options: ['-nomac', '-certpbe', 'NONE', '-keypbe', 'NONE'] }],
  ['with a password beyond Latin', { password: 'pässwörd-密码-🔑' }],
  ['RC2-40 with a password beyond Latin', { options: LEGACY, password: 'pässwörd-密码' }],
  ['with a MAC of SHA-512', { options: ['-macalg', 'sha512'] }],
  ['with a MAC of MD5', { options: ['-macalg', 'md5'] }],
  ['AES-128', { options: ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-128-CBC'] }],
  ['with certificates in plain', { options: ['-certpbe', 'NONE'] }],
  ['of many iterations', { options: ['-iter', '600000'] }],
  ['2DES', { options: [...LEGACY, '-certpbe', 'PBE-SHA1-2DES', '-keypbe', 'PBE-SHA1-2DES'] }],
  [
    'RC2-128',
    { options: [...LEGACY, '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-3DES'], error: UNKNOWN_ENCRYPTION },
  ],
  [
    'RC4-128',
    { options: [...LEGACY, '-certpbe', 'PBE-SHA1-RC4-128', '-keypbe', 'PBE-SHA1-3DES'], error: UNKNOWN_ENCRYPTION },
  ],
];

describe.each(ROWS)('A PKCS#12 file %s', (kind, { options = [], password = PASSWORD, error }) => {
  test.each([
    ['RSA', rsa],
    ['EC', ec],
  ])(
    `A PKCS#12 file ${kind} with a key of %s ${error === undefined ? 'is read' : 'is an error'}`,
    async (_type, issued) => {
      const pkcs12 = p12(issued, options, password);
      const job = await runHttpsJob({ tls: strict, inputs: { ...trust, pkcs12, pkcs12_password: password } }, [
        password,
      ]);

      if (error === undefined) {
        expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
        expect(new Set(job.clients)).toEqual(new Set([issued === rsa ? 'client-rsa' : 'client-ec']));
        expect(job.log[0]).toMatch(/^The client certificate is "CN=client-\w+", valid until \d{4}-[\d-]+T[\d:.]+Z\.$/);
      } else {
        expect(job).toMatchObject({ exitCode: 1, code: 'certificate_unusable', connections: 0, problems: [] });
        expect(job.log.join('\n')).toContain(`The input \`pkcs12\` ${error}. Convert it with OpenSSL 3: `);
      }
    },
  );
});

describe('A PKCS#12 file', () => {
  test('A PKCS#12 file with a key of Ed25519 is read', async () => {
    const inputs = {
      ...trust,
      pkcs12: p12(issueClient('client-ed25519', { algorithm: 'ed25519' })),
      pkcs12_password: PASSWORD,
    };
    expect(await runHttpsJob({ tls: strict, inputs })).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
  });

  test('A PKCS#12 file in base64 with line breaks is read', async () => {
    const base64 = readFileSync(p12(ec, []), 'base64');
    const inputs = { ...trust, pkcs12: base64.replace(/.{76}/g, '$&\n'), pkcs12_password: PASSWORD };
    const job = await runHttpsJob({ tls: strict, inputs }, [base64]);

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
  });

  test('A PKCS#12 file is masked in base64, and its password is masked', async () => {
    const pkcs12 = p12(ec);
    const { run } = await runHttpsJob({ tls: strict, inputs: { ...trust, pkcs12, pkcs12_password: PASSWORD } });
    const masked = [readFileSync(pkcs12, 'base64'), PASSWORD].map((text) => run.log.masker.mask(text));

    expect(masked).toEqual(['***', '***']);
  });

  test.each([
    ['Node reads', []],
    ['node-forge reads', LEGACY],
  ])('The authorities in a PKCS#12 file that %s are trusted for the server', async (_who, options) => {
    const inputs = { pkcs12: p12(ec, options), pkcs12_password: PASSWORD };
    expect(await runHttpsJob({ tls: strict, inputs })).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
  });

  const file = (name: string, content: string | Buffer) => workshop.write(name, content);
  const exported = (...args: string[]) => {
    workshop.openssl('pkcs12', '-export', '-out', 'odd.p12', '-passout', `pass:${PASSWORD}`, ...args);
    return workshop.path('odd.p12');
  };
  const NO_KEY = 'holds no private key. Export it together with its key.';
  const WRONG = 'cannot be opened: the password in `pkcs12_password` is wrong.';
  const DAMAGED = 'is no PKCS#12 file, or a damaged one. It is binary: give it as a path, or in base64.';
  const JKS = Buffer.from('feedfeed00000002', 'hex');

  test.each<[fault: string, row: { readonly file: () => string; readonly password?: string; readonly error: string }]>([
    ['with another password', { file: () => p12(ec), password: 'wrong-one', error: WRONG }],
    ['of RC2-40 with another password', { file: () => p12(ec, LEGACY), password: 'wrong-one', error: WRONG }],
    ['without its password', { file: () => p12(ec), password: '', error: 'needs a password. Give it in ' }],
    ['without a key', { file: () => exported('-nokeys', '-in', ec.certificate), error: NO_KEY }],
    ['of RC2-40 without a key', { file: () => exported('-legacy', '-nokeys', '-in', ec.certificate), error: NO_KEY }],
    [
      'without a certificate',
      { file: () => exported('-nocerts', '-inkey', ec.key), error: 'holds no certificate. Export' },
    ],
    ['that is PEM', { file: () => ec.certificate, error: 'is PEM. Give it in `certificate` and `private_key`.' }],
    ['that is something else', { file: () => file('odd.p12', 'not at all'), error: DAMAGED }],
    ['cut short', { file: () => file('cut.p12', readFileSync(p12(ec)).subarray(0, 500)), error: DAMAGED }],
    ['of Java', { file: () => file('odd.jks', JKS), error: 'is a Java keystore. Convert it with `keytool ' }],
    [
      'that is not there',
      {
        file: () => '/no/client.p12',
        error: 'is neither PEM nor base64, and the file "/no/client.p12" cannot be read (ENOENT). ',
      },
    ],
  ])('A PKCS#12 file %s is an error before any request', async (_fault, row) => {
    const inputs = { ...trust, pkcs12: row.file(), pkcs12_password: row.password ?? PASSWORD };
    const job = await runHttpsJob({ tls: strict, inputs });

    expect(job).toMatchObject({ exitCode: 1, code: 'certificate_unusable', connections: 0, problems: [] });
    expect(job.log.at(-1)).toContain(`Error: The input \`pkcs12\` ${row.error}`);
  });

  test.each([
    ['of the same type', issueClient('other-ec')],
    ['of another type', rsa],
  ])('A PKCS#12 file whose key belongs to another certificate %s is an error', async (_type, other) => {
    // openssl rejects a key with a certificate of another key, so the certificate is added like one of an authority.
    const pkcs12 = exported('-nocerts', '-inkey', ec.key, '-certfile', other.certificate);
    const inputs = { ...trust, pkcs12, pkcs12_password: PASSWORD };
    const job = await runHttpsJob({ tls: strict, inputs });

    expect(job).toMatchObject({ exitCode: 1, code: 'certificate_unusable', connections: 0, problems: [] });
    expect(job.log.at(-1)).toContain('holds no certificate for this private key: the key is that of another one');
  });
});
