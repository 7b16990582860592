import { readFileSync } from 'node:fs';
import tls, { type TlsOptions } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import type { Wanted } from '../../../harness/servers/certificates.js';
import { issueClient, middle, open, read, root, strict, workshop } from '../../../harness/servers/client-chain.js';
import { startProxy } from '../../../harness/servers/proxy-server.js';
import { startTlsFront } from '../../../harness/servers/tls-front.js';
import type { ClientIdentity, Security } from '../../../src/http/secure-context.js';
import { afterTest, failureAt, serve } from '../../support/local-servers.js';

describe('A TLS server', () => {
  const ROOTS: Security = { authorities: [read(root)], verify: true };
  const NAMES = 'IP:127.0.0.1,DNS:chariot.test';

  /** A server whose certificate differs from a good one. */
  function serverOf(name: string, wanted: Wanted): TlsOptions {
    const issued = workshop.issue(name, { names: NAMES, usage: 'serverAuth', issuer: root, ...wanted });
    return { cert: read(issued), key: readFileSync(issued.key) };
  }

  /** A client certificate whose files contain these certificates. */
  function identityOf(name: string, more: Wanted = {}, chain = read(middle)): ClientIdentity {
    const issued = issueClient(name, more);
    const privateKey = readFileSync(issued.key, 'utf8');
    return { form: 'pem', certificate: read(issued) + chain, privateKey, authorities: [] };
  }

  /** Sends one request to a server with TLS, directly or through a tunnel. */
  async function failureOf(options: TlsOptions, security: Security, through: 'directly' | 'through a proxy') {
    const { url } = await serve((_request, response) => response.end('{}'));
    const front = await startTlsFront(Number(url.port), options);
    const proxy = await startProxy();
    afterTest(() => void Promise.all([front.close(), proxy.close()]));
    const isDirect = through === 'directly';
    const environment = isDirect ? {} : { https_proxy: `http://127.0.0.1:${proxy.port}` };
    const host = isDirect ? '127.0.0.1' : 'chariot.test';
    return failureAt(`https://${host}:${front.port}`, { security, environment });
  }

  const SET_CERTIFICATE =
    "Set `pkcs12`, or `certificate` and `private_key`. The platform's administrator issues such certificates";
  const PROXY_ADVICE =
    'The connection uses the proxy "http://" (https_proxy). A proxy that decrypts TLS presents certificates of another authority';
  interface Row {
    readonly server: () => TlsOptions;
    readonly security?: Security;
    readonly code: string;
    readonly what: string;
    readonly advice: string;
  }
  const rows: [name: string, row: Row][] = [
    [
      'of an unknown authority',
      {
        server: () => open,
        security: { authorities: [], verify: true },
        code: 'server_untrusted',
        what: 'was not sent: the certificate of the host is from an unknown authority (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
        advice:
          'Set `ca_certificate` to the certificate of this authority. If the input is already set, the host uses another authority',
      },
    ],
    [
      'with a self-signed certificate',
      {
        server: () => serverOf('lonely', { issuer: undefined }),
        code: 'server_untrusted',
        what: 'was not sent: the certificate of the host is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)',
        advice: 'If this is the right host, set `ca_certificate` to this certificate',
      },
    ],
    [
      'with another name',
      {
        server: () => serverOf('named', { names: 'DNS:other.example.com' }),
        code: 'server_untrusted',
        what: 'was not sent: the certificate of the host is for another name (ERR_TLS_CERT_ALTNAME_INVALID)',
        advice: 'Use a host name that the certificate contains',
      },
    ],
    [
      'with an expired certificate',
      {
        server: () => serverOf('expired', { until: '20210101000000Z' }),
        code: 'server_untrusted',
        what: 'was not sent: the certificate of the host, or of an authority above it, has expired (CERT_HAS_EXPIRED)',
        advice: 'Ask the administrator of the host to renew the certificate. Also check the clock of this runner',
      },
    ],
    [
      'with a certificate of the future',
      {
        server: () => serverOf('future', { from: '20980101000000Z', until: '20990101000000Z' }),
        code: 'server_untrusted',
        what: 'was not sent: the certificate of the host is not valid yet (CERT_NOT_YET_VALID)',
        advice: 'Check the clock of this runner',
      },
    ],
    [
      'with a certificate for clients',
      {
        server: () => serverOf('purpose', { usage: 'clientAuth' }),
        code: 'server_untrusted',
        what: 'was not sent: the certificate of the host is not valid (INVALID_PURPOSE)',
        advice: '',
      },
    ],
    [
      'that requires a client certificate',
      {
        server: () => strict,
        code: 'certificate_required',
        what: 'was rejected: the server requires a client certificate (ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED)',
        advice: SET_CERTIFICATE,
      },
    ],
    [
      'that requires a client certificate in TLS 1.2',
      {
        server: () => ({ ...strict, maxVersion: 'TLSv1.2' }),
        code: 'certificate_required',
        what: 'failed during the TLS handshake: the server closed the connection (<code>)',
        advice: `Servers do this if a client certificate is missing or not accepted. ${SET_CERTIFICATE}`,
      },
    ],
  ];
  test.each(
    rows.flatMap(([name, row]) =>
      (['directly', 'through a proxy'] as const).map((through) => [name, through, row] as const),
    ),
  )('A server %s, connected %s, is explained', async (_name, through, row) => {
    const { server, security = ROOTS, code, what, advice } = row;
    const failure = await failureOf(server(), security, through);
    const facts = through === 'directly' || code !== 'server_untrusted' ? [] : [PROXY_ADVICE];
    const message = failure.message.replace(/\((?:EPROTO|ERR_SSL_\w+_HANDSHAKE_FAILURE)\)$/, '(<code>)');

    expect({
      ...failure,
      message: message.replace(/(?<=\()ERR_SSL_.*ALERT_CERT/, 'ERR_SSL_TLSV13_ALERT_CERT'),
    }).toMatchObject({
      code,
      message: `The test failed: the request ${what}`,
    });
    expect(failure.advice).toEqual(advice === '' ? [] : [advice]);
    expect(failure.facts.map((fact) => fact.replace(/http:\/\/[^"]+/, 'http://'))).toEqual(facts);
    expect(failure.said === undefined).toBe(!what.includes('another name'));
  });

  const REJECTED = /^(was rejected: the server does not accept the client certificate \(|got no answer: )/;
  test.each<[name: string, identity: () => ClientIdentity]>([
    [
      'of an unknown authority',
      () => identityOf('stranger', { issuer: workshop.issue('unknown-ca', { isAuthority: true }) }, ''),
    ],
    ['without its chain', () => identityOf('alone', {}, '')],
    ['for servers', () => identityOf('wrong', { usage: 'serverAuth' })],
  ])('A client certificate %s that the server rejects is named in the error', async (_name, identity) => {
    const security = { ...ROOTS, identity: identity() };
    const { code, message, advice } = await failureOf(strict, security, 'directly');

    expect(['certificate_refused', 'server_unreachable']).toContain(code);
    expect(message.replace(/^The test failed: the request /, '')).toMatch(REJECTED);
    // Some versions of Node only see a closed connection.
    if (code === 'server_unreachable')
      expect(advice.join()).toMatch(/the server may not accept the client certificate/);
  });

  test.each([
    ['A server that closes a new connection after a client certificate may reject the certificate', true],
    ['A server that closes a new TLS connection without a client certificate gets no advice', false],
  ])('%s', async (_name, hasIdentity) => {
    const server = tls.createServer(open, (socket) =>
      socket.on('error', () => undefined).once('data', () => socket.destroy()),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    afterTest(() => server.close());
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const identity = hasIdentity ? identityOf('client-ec') : undefined;
    const { message, advice } = await failureAt(`https://127.0.0.1:${port}`, { security: { ...ROOTS, identity } });

    expect(message).toContain('got no answer: the connection was closed before the answer (ECONNRESET)');
    expect(advice).toEqual(
      hasIdentity
        ? [
            'If this happens again, the server may not accept the client certificate. Check that its chain is complete, that it is for clients, and that the server knows its authority',
          ]
        : [],
    );
  });
});
