import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SecureContext, TlsOptions } from 'node:tls';
import tls from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import type { Wanted } from '../../../harness/servers/certificates.js';
import {
  issueClient,
  middle,
  open,
  PASSWORD,
  p12,
  read,
  root,
  server,
  strict,
  workshop,
} from '../../../harness/servers/client-chain.js';
import { startTlsFront } from '../../../harness/servers/tls-front.js';
import { type ClientIdentity, contextOf, readIdentity, securitySecrets } from '../../../src/http/secure-context.js';
import { afterTest } from '../../support/local-servers.js';

const ec = issueClient('client-ec');
const certificate = read(ec) + read(middle);
const privateKey = readFileSync(ec.key, 'utf8');
const encrypted = workshop.openssl('pkcs8', '-topk8', '-in', ec.key, '-passout', `pass:${PASSWORD}`).toString();
const pkcs12 = readFileSync(p12(ec));
const authorities = [read(root)];

/** A server with a certificate of the intermediate authority, or of another one. */
function serverOf(name: string, wanted: Wanted = {}, chain = ''): TlsOptions {
  const made = workshop.issue(name, { issuer: middle, names: 'IP:127.0.0.1', usage: 'serverAuth', ...wanted });
  return { cert: read(made) + chain, key: readFileSync(made.key) };
}
const issued = { ...strict, ...serverOf('issued') };
const withoutRoot = workshop.pkcs12('without-root.p12', ec, [
  '-certfile',
  middle.certificate,
  '-passout',
  `pass:${PASSWORD}`,
]);

/** Connects to a server, and returns the client's subject as the server sees it, or the error. */
async function connect(server: TlsOptions, secureContext: SecureContext): Promise<string | undefined> {
  const front = await startTlsFront(9, server);
  afterTest(() => void front.close());
  return new Promise((resolve) => {
    const socket = tls.connect({ port: front.port, host: '127.0.0.1', secureContext });
    const done = (result?: string) => resolve(socket.destroy() && (result ?? front.clients[0]));
    socket.once('error', (error) => done('code' in error ? String(error.code) : error.message));
    // The server closes the connection once it has seen the client.
    socket.once('secureConnect', () => socket.once('close', () => done()).resume());
  });
}

describe('contextOf', () => {
  const pem = { form: 'pem', certificate, privateKey, authorities: [] } as const;
  test.each<[name: string, identity: ClientIdentity]>([
    ['A certificate in PEM is presented', pem],
    ['A certificate with an encrypted key is presented', { ...pem, privateKey: encrypted, passphrase: PASSWORD }],
    [
      'A certificate in PKCS#12 is presented',
      { form: 'pkcs12', pkcs12: pkcs12.toString('base64'), passphrase: PASSWORD },
    ],
  ])('%s', async (_name, identity) => {
    expect(await connect(strict, contextOf({ identity, authorities })())).toBe('client-ec');
  });

  test('The authorities of a PKCS#12 file are trusted, also if its content was converted to PEM', async () => {
    expect(await connect(strict, contextOf({ identity: { ...pem, authorities }, authorities: [] })())).toBe(
      'client-ec',
    );
  });

  test('An authority that is not configured is not trusted', async () => {
    expect(await connect(open, contextOf({ authorities: [] })())).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });

  test('An authority in addition to the configured ones leaves these trusted', async () => {
    const other = read(workshop.issue('other-ca', { isAuthority: true }));

    expect(await connect(open, contextOf({ authorities: [other, ...authorities] })())).toBe('');
  });

  test('An issuing authority is trusted without its root', async () => {
    expect(await connect(issued, contextOf({ identity: pem, authorities: [read(middle)] })())).toBe('client-ec');
  });

  test("A server's own certificate is trusted without its authority", async () => {
    expect(await connect(open, contextOf({ authorities: [read(server)] })())).toBe('');
  });

  test('A certificate that is no authority is not trusted for other certificates', async () => {
    const notAuthority = workshop.issue('not-authority', { issuer: root });
    const below = serverOf('below', { issuer: notAuthority }, read(notAuthority));

    expect(await connect(below, contextOf({ authorities: [read(notAuthority)] })())).toBe('INVALID_PURPOSE');
  });

  test.each<[form: string, identity: () => ClientIdentity]>([
    ['PEM', () => ({ ...pem, authorities: [read(middle)] })],
    ['PKCS#12', () => ({ form: 'pkcs12', pkcs12: readFileSync(withoutRoot, 'base64'), passphrase: PASSWORD })],
  ])(
    'An issuing authority of a client identity in %s needs its root, unless another authority is configured',
    async (_form, identity) => {
      const alone = contextOf({ identity: identity(), authorities: [] });
      const other = contextOf({
        identity: identity(),
        authorities: [read(workshop.issue('any', { isAuthority: true }))],
      });

      expect(await connect(issued, alone())).toMatch(/^UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)/);
      expect(await connect(issued, other())).toBe('client-ec');
    },
  );

  test('Every root of Node is its own issuer, so that partial chains change nothing for these', () => {
    const others = tls.rootCertificates.filter((root) => {
      const certificate = new X509Certificate(root);
      return !certificate.checkIssued(certificate);
    });

    expect(others).toEqual([]);
  });

  test('A file in NODE_EXTRA_CA_CERTS that cannot be read changes nothing', async () => {
    expect(await connect(open, contextOf({ authorities }, '/no/such/file.pem')())).toBe('');
  });

  test('A context is created once, on first use', () => {
    const context = contextOf({ authorities });
    const broken = contextOf({ identity: { form: 'pkcs12', pkcs12: btoa('not a PKCS#12 file') }, authorities: [] });

    expect(context()).toBe(context());
    expect(broken).toThrow('not enough data');
  });
});

describe('readIdentity', () => {
  const file = { form: 'pkcs12', pkcs12: pkcs12.toString('base64') } as const;

  test.each<[form: string, identity: ClientIdentity]>([
    ['PKCS#12', { ...file, passphrase: PASSWORD }],
    ['PEM', { form: 'pem', certificate, privateKey, authorities: [] }],
  ])('The certificate that TLS presents is read from %s', (_form, identity) => {
    expect(readIdentity(identity).subject).toBe('CN=client-ec');
  });

  test('A wrong password is an error', () => {
    expect(() => readIdentity({ ...file, passphrase: 'wrong' })).toThrow(/mac verify failure/);
  });
});

describe('securitySecrets', () => {
  test.each<[name: string, identity: ClientIdentity | undefined, secrets: string[]]>([
    ['TLS without a client certificate has no secrets', undefined, []],
    ['The private key is a secret', { form: 'pem', certificate: 'c', privateKey: 'k', authorities: ['a'] }, ['k']],
    [
      'The private key and its password are secrets',
      { form: 'pem', certificate: 'c', privateKey: 'k', passphrase: 'p', authorities: [] },
      ['k', 'p'],
    ],
    ['The PKCS#12 file and its password are secrets', { form: 'pkcs12', pkcs12: 'f', passphrase: 'p' }, ['f', 'p']],
    ['An empty password is not a secret', { form: 'pkcs12', pkcs12: 'f', passphrase: '' }, ['f']],
  ])('%s', (_name, identity, secrets) => {
    expect(securitySecrets({ identity, authorities: ['a'], verify: true })).toEqual(secrets);
  });
});
