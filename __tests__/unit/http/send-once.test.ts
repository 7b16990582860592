import { readFileSync } from 'node:fs';
import tls, { type TlsOptions } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import type { Wanted } from '../../../harness/servers/certificates.js';
import { issueClient, middle, open, read, root, strict, workshop } from '../../../harness/servers/client-chain.js';
import { startProxy } from '../../../harness/servers/proxy-server.js';
import { startTlsFront } from '../../../harness/servers/tls-front.js';
import { ActionError } from '../../../src/errors.js';
import type { ClientIdentity, Security } from '../../../src/http/secure-context.js';
import { redirectTarget } from '../../../src/http/send-once.js';
import type { TransportOptions } from '../../../src/http/transport.js';
import { revealQuotes } from '../../../src/untrusted-text.js';
import { failureOf as actionFailureOf } from '../../support/fake-ports.js';
import { type Answerer, afterTest, get, serve, serveTcp, transport } from '../../support/local-servers.js';

/** What a reader learns of a request that failed; each origin is replaced by its scheme. */
async function failureAt(href: string, options: Partial<TransportOptions> = {}) {
  const error = await transport(options)
    .send(get(new URL(href)))
    .catch((thrown) => thrown);
  if (!(error instanceof ActionError)) throw new Error(`no failure: ${JSON.stringify(error)}`);
  const { code, advice, said } = error;
  const message = revealQuotes(error.message, (text) => text).replace(/(\w+:\/\/)[^/ "]+\/?/g, '$1');
  return { code, message, advice, said };
}

describe('A server without HTTP', () => {
  const EXPECTS_HTTPS = 'If this happens again, the port may expect https. Write `url` with https://';

  test('A port that nothing listens on is server_unreachable', async () => {
    expect(await failureAt('http://127.0.0.1:9')).toMatchObject({
      code: 'server_unreachable',
      message: 'The test failed: GET http:// was refused: nothing listens on this port of the host (ECONNREFUSED)',
    });
  });

  test('A host name that does not exist is server_unreachable', async () => {
    const { code, message } = await failureAt('https://name.invalid');

    expect(code).toBe('server_unreachable');
    // Without a network, the resolver does not know whether the name exists.
    expect(message).toMatch(/was not sent: the host name (is unknown \(ENOTFOUND\)|cannot be .* \(EAI_AGAIN\))$/);
  });

  test('A server of another protocol is response_invalid', async () => {
    const { port } = await serveTcp((socket) => socket.end('220 mail.example.com ESMTP\r\n'));

    expect(await failureAt(`http://127.0.0.1:${port}`)).toMatchObject({
      code: 'response_invalid',
      message: 'The test failed: GET http:// got an unusable answer: the answer is not HTTP (HPE_INVALID_CONSTANT)',
    });
  });

  test('A server that closes a new connection may expect https', async () => {
    const { port } = await serveTcp((socket) => socket.end());

    expect(await failureAt(`http://127.0.0.1:${port}`)).toEqual({
      code: 'server_unreachable',
      message: 'The test failed: GET http:// got no answer: the connection was closed before the answer (ECONNRESET)',
      advice: EXPECTS_HTTPS,
      said: undefined,
    });
  });

  test('A server that closes a connection after it began to answer gets no advice', async () => {
    const { url } = await serve((_request, response) => void response.write('{', () => response.socket?.destroy()));

    expect(await failureAt(url.href)).toMatchObject({ code: 'response_invalid', advice: undefined });
  });

  test('An https server asked in plain http may expect https', async () => {
    const front = await startTlsFront(9, open);
    afterTest(() => void front.close());

    expect(await failureAt(`http://127.0.0.1:${front.port}`)).toMatchObject({ advice: EXPECTS_HTTPS });
  });

  test('A plain http server asked in https is explained', async () => {
    const { url } = await serve((_request, response) => response.end('{}'));

    expect(await failureAt(url.href.replace('http:', 'https:'))).toMatchObject({
      code: 'server_unreachable',
      message:
        'The test failed: GET https:// failed during the TLS handshake: this port uses plain http, or another protocol without TLS (EPROTO)',
    });
  });

  test('A page with which a server reports a TLS problem is a failure', async () => {
    const page = '<html><center>No required SSL certificate was sent</center></html>';
    const { url } = await serve((_request, response) => response.writeHead(400).end(page));

    expect(await failureAt(url.href)).toMatchObject({
      code: 'certificate_required',
      message: 'The test failed: GET http:// was rejected: the server requires a client certificate',
    });
  });
});

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

  const SET_CERTIFICATE = 'Set `pkcs12`, or `certificate` and `private_key`';
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
        advice: 'Use a host name in `url` that the certificate contains',
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
    const expected =
      through === 'directly' || code !== 'server_untrusted' ? advice : `${advice && `${advice}. `}${PROXY_ADVICE}`;
    const message = failure.message.replace(/\((?:EPROTO|ERR_SSL_\w+_HANDSHAKE_FAILURE)\)$/, '(<code>)');

    expect({
      ...failure,
      message: message.replace(/(?<=\()ERR_SSL_.*ALERT_CERT/, 'ERR_SSL_TLSV13_ALERT_CERT'),
    }).toMatchObject({
      code,
      message: `The test failed: GET https:// ${what}`,
    });
    expect(revealQuotes(failure.advice ?? '', (text) => text).replace(/http:\/\/[^"]+/, 'http://')).toBe(expected);
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
    expect(message.replace(/^The test failed: GET https:\/\/ /, '')).toMatch(REJECTED);
    // Some versions of Node only see a closed connection.
    if (code === 'server_unreachable') expect(advice).toMatch(/the server may not accept the client certificate/);
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
    expect(advice).toBe(
      hasIdentity
        ? 'If this happens again, the server may not accept the client certificate. Check that its chain is complete, that it is for clients, and that the server knows its authority'
        : undefined,
    );
  });
});

describe('A redirect', () => {
  const STATUSES = [301, 302, 303, 307, 308];

  test.each(STATUSES)('The redirect %i of a GET within its origin is followed, with its headers', async (status) => {
    const seen: unknown[] = [];
    const { url } = await serve(({ url: target, headers }, response, number) => {
      seen.push([target, headers.authorization]);
      if (number === 1) response.writeHead(status, { location: '/two' }).end();
      else response.end('{}');
    });
    const request = get(new URL('/one', url), { headers: { authorization: 'Bearer t' } });

    await expect(transport().send(request)).resolves.toMatchObject({ status: 200 });
    expect(seen).toEqual([
      ['/one', 'Bearer t'],
      ['/two', 'Bearer t'],
    ]);
  });

  test.each(STATUSES)('The redirect %i to another origin is refused, and nothing is sent there', async (status) => {
    const other = await serve((_request, response) => response.end('{}'));
    const { url } = await serve((_request, response) => response.writeHead(status, { location: other.url.href }).end());

    await expect(transport().send(get(url))).rejects.toMatchObject({ code: 'redirect_refused' });
    expect(other.connections()).toBe(0);
  });

  test.each(STATUSES)('The redirect %i of a POST is refused', async (status) => {
    const server = await serve((_request, response) => response.writeHead(status, { location: '/two' }).end());
    const post = get(server.url, { method: 'POST', body: 'client_secret=s' });

    await expect(transport().send(post)).rejects.toMatchObject({ code: 'redirect_refused' });
    expect(server.requests()).toBe(1);
  });

  test('Redirects without an end are refused after five', async () => {
    const server = await serve((_request, response) => response.writeHead(302, { location: '?again' }).end());

    await expect(transport().send(get(server.url))).rejects.toMatchObject({
      code: 'redirect_refused',
      message: expect.stringMatching(/, after 5 redirects$/),
    });
    expect(server.requests()).toBe(6);
  });

  test.each([300, 304])('The status %i is not a redirect', async (status) => {
    const answer: Answerer = (_request, response) => response.writeHead(status, { location: '/two' }).end();
    const { url } = await serve(answer);

    await expect(transport().send(get(url))).resolves.toMatchObject({ status });
  });
});

const getPage = get(new URL('https://h.example/a/b?c=1'), { purpose: 'It' });

describe('redirectTarget', () => {
  test.each([
    ['/d', 'https://h.example/d'],
    ['d?e=1', 'https://h.example/a/d?e=1'],
    ['https://h.example/d', 'https://h.example/d'],
    ['https://h.example:443/d', 'https://h.example/d'],
  ])('A redirect to %s, within the origin, is followed', (location, expected) => {
    expect(redirectTarget(getPage, location, 0).href).toBe(expected);
  });

  const OTHER = 'which is another origin';
  const NONE = 'which is missing or not a URL';
  test.each<[where: string, location: string | undefined, what: string]>([
    ['another host', 'https://other.example/d?t=1', `"https://other.example/d", ${OTHER}`],
    ['a host below it', 'https://x.h.example/d', `"https://x.h.example/d", ${OTHER}`],
    ['another port', 'https://h.example:8443/d', `"https://h.example:8443/d", ${OTHER}`],
    ['another scheme', 'http://h.example/d', `"http://h.example/d", ${OTHER}`],
    ['another host without a scheme', '//other.example/d', `"https://other.example/d", ${OTHER}`],
    ['a file', 'file:///etc/passwd', `"file:/etc/passwd", ${OTHER}`],
    ['another host with a user', 'https://h.example@other.example/d', `"https://other.example/d", ${OTHER}`],
    ['a broken address', 'https://[', `an address, ${NONE}`],
    ['an empty address', '', `an address, ${NONE}`],
    ['no address', undefined, `an address, ${NONE}`],
  ])('A redirect to %s is refused', (_where, location, what) => {
    expect(actionFailureOf(() => redirectTarget(getPage, location, 0))).toEqual({
      code: 'redirect_refused',
      message: `It failed: GET https://h.example/a/b redirects to ${what}`,
    });
  });

  test('A redirect of a POST is refused, even within the origin', () => {
    const post = { ...getPage, method: 'POST', body: 'client_secret=s' } as const;

    expect(actionFailureOf(() => redirectTarget(post, '/d', 0))).toEqual({
      code: 'redirect_refused',
      message:
        'It failed: POST https://h.example/a/b redirects to "https://h.example/d", but the action never sends credentials to a second address',
    });
  });

  test('The fifth redirect is followed, and the sixth is refused', () => {
    expect(redirectTarget(getPage, '/d', 4).pathname).toBe('/d');
    expect(actionFailureOf(() => redirectTarget(getPage, '/d', 5)).message).toMatch(
      /"https:\/\/h\.example\/d", after 5 redirects$/,
    );
  });
});

describe('sendHop', () => {
  test('An answer contains its media type, challenge and request number', async () => {
    const { url } = await serve((_request, response) =>
      response
        .writeHead(401, {
          'content-type': ' Application/JSON ; charset=utf-8',
          'www-authenticate': 'Bearer error="x"',
          'x-request-id': 'r-1',
        })
        .end('{}'),
    );

    await expect(transport().send(get(url))).resolves.toEqual({
      status: 401,
      contentType: 'application/json',
      body: '{}',
      challenge: 'Bearer error="x"',
      requestId: 'r-1',
    });
  });

  test('An answer without these headers contains none of them', async () => {
    const { url } = await serve((_request, response) => response.end('{}'));

    expect(await transport().send(get(url))).toEqual({ status: 200, contentType: '', body: '{}' });
  });
});
