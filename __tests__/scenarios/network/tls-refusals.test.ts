import { readFileSync } from 'node:fs';
import { createServer as createTcpServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { failure, judge, requestLine, runJob } from '../../../harness/jobs/chariot-job.js';
import { runHttpsJob, VALUE } from '../../../harness/jobs/https-job.js';
import type { Issued, Wanted } from '../../../harness/servers/certificates.js';
import { middle, read, root, workshop } from '../../../harness/servers/client-chain.js';
import { listenOn } from '../../../harness/servers/listening.js';

const START =
  'Error: The login to Chariot failed: the request was not sent: OpenSSL rejects the certificate of the host, or of an authority above it';
const ADVICE = 'Ask the administrator of the host to replace this certificate.';
const END = 'See docs/troubleshooting.md#server_untrusted (POST https://127.0.0.1/auth/client/v2/chariot/login)';

const authority = (name: string, more: Wanted = {}) => workshop.issue(name, { isAuthority: true, ...more });
const host = (name: string, more: Wanted) =>
  workshop.issue(name, { names: 'IP:127.0.0.1', usage: 'serverAuth', issuer: root, ...more });

/** The TLS options of a server with this certificate, which a client of Node 24 may find too weak. */
const serving = ({ certificate, key }: Issued, chain = '') => ({
  cert: readFileSync(certificate, 'utf8') + chain,
  key: readFileSync(key),
  ciphers: 'DEFAULT:@SECLEVEL=0',
});

interface Refused {
  readonly server: Issued;
  readonly trusted: Issued;
}

/** A server below an authority of its own. */
function below(name: string, more: Wanted): Refused {
  const trusted = authority(name, more);
  return { server: host(`${name}-host`, { issuer: trusted }), trusted };
}

describe('A certificate that OpenSSL rejects for a reason without a code in Node', () => {
  test.each<[what: string, refused: () => Refused, reason: string]>([
    [
      'of an authority with a short key',
      () => below('short-ca', { algorithm: 'short-rsa' }),
      'CA certificate key too weak',
    ],
    [
      'with a short key',
      () => ({ server: host('short-host', { algorithm: 'short-rsa' }), trusted: root }),
      'EE certificate key too weak',
    ],
    [
      'signed with SHA-1',
      () => ({ server: host('sha1-host', { digest: 'sha1' }), trusted: root }),
      'CA signature digest algorithm too weak',
    ],
    [
      'of an authority for other names only',
      () => below('permitted-ca', { extensions: ['nameConstraints=critical,permitted;IP:10.0.0.0/255.0.0.0'] }),
      'permitted subtree violation',
    ],
    [
      'of an authority for all but this name',
      () => below('excluded-ca', { extensions: ['nameConstraints=critical,excluded;IP:127.0.0.0/255.0.0.0'] }),
      'excluded subtree violation',
    ],
    [
      'with an unknown critical extension',
      () => ({ server: host('critical-host', { extensions: ['1.2.3.4=critical,ASN1:UTF8String:x'] }), trusted: root }),
      'unhandled critical extension',
    ],
    [
      'of an authority that may not sign certificates',
      () => below('no-sign-ca', { keyUsage: 'digitalSignature' }),
      'key usage does not include certificate signing',
    ],
  ])('A host with a certificate %s is untrusted after one attempt, with the reason', async (_what, refused, reason) => {
    const { server, trusted } = refused();
    const inputs = { ca_certificate: trusted.certificate, retries: '5' };
    const job = await runHttpsJob({ tls: serving(server), inputs });

    expect(job).toMatchObject({ exitCode: 1, code: 'server_untrusted', requests: [], connections: 1, problems: [] });
    expect(job.log).toEqual([`${START} ("${reason}"). ${ADVICE} ${END}`]);
  });
});

describe('An issuing authority in `ca_certificate`', () => {
  test('An issuing authority is sufficient, also without its root', async () => {
    const server = host('issued-host', { issuer: middle });
    const job = await runHttpsJob({ tls: serving(server), inputs: { ca_certificate: middle.certificate } });

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, problems: [] });
  });

  test('An issuing authority does not make the certificates of its root trusted', async () => {
    const server = host('root-host', { issuer: root });
    const job = await runHttpsJob({ tls: serving(server), inputs: { ca_certificate: middle.certificate } });

    expect(job).toMatchObject({ exitCode: 1, code: 'server_untrusted', requests: [], problems: [] });
    expect(job.log.at(-1)).toContain('the certificate of the host is from an unknown authority');
  });

  test('An issuing authority that has expired is not trusted', async () => {
    const old = authority('old-middle', { issuer: root, until: '20210101000000Z' });
    const server = host('old-host', { issuer: old });
    const job = await runHttpsJob({ tls: serving(server, read(old)), inputs: { ca_certificate: old.certificate } });

    expect(job).toMatchObject({ exitCode: 1, code: 'server_untrusted', requests: [], problems: [] });
    expect(job.log.at(-1)).toContain('has expired (CERT_HAS_EXPIRED)');
  });
});

test('If a server closes the connection during the TLS handshake, the error says that the port may use plain http', async () => {
  const sockets = await listenOn(
    createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
    '127.0.0.1',
    [],
  );
  const url = `https://127.0.0.1:${sockets.port}`;
  const job = await runJob({ inputs: { url, project_id: '' } });
  await sockets.close();

  expect(judge(job)).toEqual(
    failure(
      'server_unreachable',
      requestLine(
        `The login to Chariot failed: POST ${url}/auth/client/v2/chariot/login`,
        `the request got no answer: the connection was closed before the answer (ECONNRESET). ` +
          'If this happens again, the port may use plain http. Check the port of the address. For plain http, write it with `http://`, and set `allow_http: true`.',
      ),
    ),
  );
});
