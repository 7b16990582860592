import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { runHttpsJob, VALUE } from '../../../harness/jobs/https-job.js';
import {
  issueClient,
  PASSWORD,
  p12,
  p12OfTwo,
  strict,
  trust,
  workshop,
} from '../../../harness/servers/client-chain.js';

const ec = issueClient('client-ec');
const rsa = issueClient('client-rsa', { algorithm: 'rsa' });

/** The error for an encryption that only old versions of OpenSSL support. */
const UNSUPPORTED = 'uses an encryption that neither Node nor node-forge supports';
const LEGACY = ['-legacy'];

interface Row {
  /** The options of openssl. */
  readonly options?: readonly string[];
  readonly password?: string;
  /** The error; undefined if the file is read. */
  readonly error?: string;
}

/** The rows of the PKCS#12 table in docs/certificates.md. */
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
  ['RC2-128', { options: [...LEGACY, '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-3DES'], error: UNSUPPORTED }],
  ['RC4-128', { options: [...LEGACY, '-certpbe', 'PBE-SHA1-RC4-128', '-keypbe', 'PBE-SHA1-3DES'], error: UNSUPPORTED }],
];

describe.each(ROWS)('A PKCS#12 file %s', (kind, { options = [], password = PASSWORD, error }) => {
  test.each([
    ['RSA', rsa],
    ['EC', ec],
  ])(
    `A PKCS#12 file ${kind} with a key of %s is ${error === undefined ? 'read' : 'rejected'}`,
    async (_type, issued) => {
      const pkcs12 = p12(issued, options, password);
      const job = await runHttpsJob({ tls: strict, inputs: { ...trust, pkcs12, pkcs12_password: password } }, [
        password,
      ]);

      if (error === undefined) {
        expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
        expect(new Set(job.clients)).toEqual(new Set([issued === rsa ? 'client-rsa' : 'client-ec']));
        expect(job.log[0]).toMatch(
          /^The client certificate is "CN=client-\w+", valid until \d{4}-[\d-]+ [\d:]+ UTC\.$/,
        );
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

  test('A PKCS#12 file in base64, in lines, is read', async () => {
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
  ])('The authorities in a file that %s are roots for the server', async (_who, options) => {
    const inputs = { pkcs12: p12(ec, options), pkcs12_password: PASSWORD };
    expect(await runHttpsJob({ tls: strict, inputs })).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
  });

  const file = (name: string, content: string | Buffer) => workshop.write(name, content);
  const exported = (...args: string[]) => {
    workshop.openssl('pkcs12', '-export', '-out', 'odd.p12', '-passout', `pass:${PASSWORD}`, ...args);
    return workshop.path('odd.p12');
  };
  const NO_KEY = 'contains no private key. Export the private key together with its certificate.';
  const short = issueClient('client-short', { algorithm: 'short-rsa' });
  const SHORT =
    'contains a key that is too weak for TLS ("ee key too small"). Create a new key and certificate: RSA with 2048 bits or more, or EC, signed with SHA-256. See docs/troubleshooting.md';
  const TWO_KEYS = 'contains 2 private keys. Set a file with only one private key. See docs/troubleshooting.md';
  const WRONG = 'cannot be opened: the password in `pkcs12_password` is wrong.';
  const DAMAGED = 'is not a PKCS#12 file, or is damaged. PKCS#12 is binary: set a path, or the file in base64.';

  // __tests__/unit/certificates/ contains the other errors.
  test.each<[fault: string, row: { readonly file: () => string; readonly password?: string; readonly error: string }]>([
    ['with another password', { file: () => p12(ec), password: 'wrong-one', error: WRONG }],
    ['of RC2-40 with another password', { file: () => p12(ec, LEGACY), password: 'wrong-one', error: WRONG }],
    ['of RC2-40 without a key', { file: () => exported('-legacy', '-nokeys', '-in', ec.certificate), error: NO_KEY }],
    ['that is not a PKCS#12 file', { file: () => file('odd.p12', 'not at all'), error: DAMAGED }],
    ['with two keys', { file: () => p12OfTwo(ec, rsa), error: TWO_KEYS }],
    ['of RC2-40 with two keys', { file: () => p12OfTwo(ec, rsa, LEGACY), error: TWO_KEYS }],
    ['with a short key', { file: () => p12(short), error: SHORT }],
    ['of RC2-40 with a short key', { file: () => p12(short, LEGACY), error: SHORT }],
  ])('The step fails before any request with a PKCS#12 file %s', async (_fault, row) => {
    const inputs = { ...trust, pkcs12: row.file(), pkcs12_password: row.password ?? PASSWORD };
    const job = await runHttpsJob({ tls: strict, inputs });

    expect(job).toMatchObject({ exitCode: 1, code: 'certificate_unusable', connections: 0, problems: [] });
    expect(job.log.at(-1)).toContain(`Error: The input \`pkcs12\` ${row.error}`);
  });
});
