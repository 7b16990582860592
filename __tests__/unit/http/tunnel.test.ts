import http, { type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { open } from '../../../harness/servers/client-chain.js';
import { type ProxyBehavior, startProxy } from '../../../harness/servers/proxy-server.js';
import { beginProgress } from '../../../src/http/progress.js';
import { proxyOf } from '../../../src/http/proxy.js';
import { isOfProxy, openTunnel, proxyOptions } from '../../../src/http/tunnel.js';
import { reveal } from '../../../src/untrusted-text.js';
import { afterTest, serve, serveTcp } from '../../support/local-servers.js';

const tls = { context: () => createSecureContext(), verify: true };

/** A proxy as the variable `https_proxy` names it. */
function proxyAt(value: string) {
  const proxy = proxyOf(new URL('https://chariot.test'), { https_proxy: value });
  if (proxy === undefined) throw new Error('no proxy');
  return proxy;
}

/** Opens a tunnel, and returns it or the problem, with the phases of the try. */
async function tunnelThrough(value: string, host = 'chariot.test') {
  const phases: string[] = [];
  const position = {
    set phase(phase: string) {
      phases.push(phase);
    },
  };
  const progress = beginProgress({ connectMs: 60_000, silenceMs: 60_000 }, position);
  afterTest(progress.finish);
  const opened: { socket?: Duplex; problem?: object } = await openTunnel(proxyAt(value), tls, {
    host,
    port: 443,
    progress,
  }).then(
    (socket) => ({ socket }),
    ({ problem }) => ({ problem: { ...problem, why: reveal(problem.why, (text) => text) } }),
  );
  afterTest(() => opened.socket?.destroy());
  return { ...opened, phases };
}

/** Starts a proxy for one test. */
async function proxyWith(behavior: ProxyBehavior) {
  const proxy = await startProxy(behavior);
  afterTest(() => void proxy.close());
  return proxy;
}

describe('openTunnel', () => {
  test.each([
    ['A host name is requested with its port', 'chariot.test', 'chariot.test:443'],
    ['An IPv4 address is requested with its port', '10.0.0.1', '10.0.0.1:443'],
    ['An IPv6 address is requested in brackets', 'fd12::1', '[fd12::1]:443'],
  ])('%s', async (_name, host, target) => {
    const proxy = await proxyWith({ answers: [403] });
    await tunnelThrough(`http://127.0.0.1:${proxy.port}`, host);

    expect(proxy.asked).toEqual([{ method: 'CONNECT', target, login: undefined }]);
  });

  test('The login of the variable is sent to the proxy', async () => {
    const proxy = await proxyWith({ answers: [403] });
    await tunnelThrough(`http://user:p%40ss@127.0.0.1:${proxy.port}`);

    expect(proxy.asked).toMatchObject([{ login: 'user:p@ss' }]);
  });

  test('A tunnel returns also the data that arrives with the answer of the proxy', async () => {
    const { port } = await serveTcp((socket) =>
      socket.once('data', () => socket.write('HTTP/1.1 299 Connection established\r\n\r\nhello')),
    );
    const { socket, phases } = await tunnelThrough(`http://127.0.0.1:${port}`);
    const data = await new Promise((resolve) => socket?.once('data', (part) => resolve(String(part))));

    expect([data, phases]).toEqual(['hello', ['connecting to the proxy', 'waiting for the proxy']]);
  });

  const REQUIRED = 'requires a login, and the variable contains none';
  const WRONG = 'does not accept the login in the variable';
  const CANNOT_REACH = 'which often means that the proxy cannot reach the host';
  const NO_BASIC =
    'The proxy does not offer Basic, the only scheme that the action supports. Ask its administrator for another proxy';
  const WRITE = 'Write the login into the variable, as in http://user:password@proxy.example.com:3128';
  const CORRECT = 'Correct the login in the variable. Percent-encode the user name and the password';
  interface Row {
    readonly login?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly problem: object;
  }
  const refused = (why: string, more = {}) => ({ code: 'proxy_refused', why, passes: false, ...more });
  const failed = (why: string, more = {}) => ({ code: 'proxy_failed', why, passes: true, ...more });
  test.each<[name: string, status: number, row: Row]>([
    ['A proxy that requires a login is refused', 407, { problem: refused(`${REQUIRED} (407)`, { advice: WRITE }) }],
    ['A wrong login is refused', 407, { login: 'u:p@', problem: refused(`${WRONG} (407)`, { advice: CORRECT }) }],
    [
      'A wrong login is refused by tinyproxy',
      401,
      { login: 'u:p@', problem: refused(`${WRONG} (401)`, { advice: CORRECT }) },
    ],
    [
      'A proxy that offers Basic among other schemes is like one without schemes',
      407,
      {
        headers: { 'proxy-authenticate': 'Negotiate, Basic realm="x"' },
        problem: refused(`${REQUIRED} (407)`, { advice: WRITE }),
      },
    ],
    [
      'A proxy without Basic gets other advice',
      407,
      { headers: { 'proxy-authenticate': 'Negotiate' }, problem: refused(`${REQUIRED} (407)`, { advice: NO_BASIC }) },
    ],
    ['A request that the proxy forbids is refused', 403, { problem: refused('does not allow the request (403)') }],
    ['A redirect of the proxy is refused', 302, { problem: refused('does not allow the request (302)') }],
    ...[408, 425, 429, 500, 502, 503, 504].map((status): [string, number, Row] => [
      `The status ${status} of a proxy may pass`,
      status,
      { problem: failed(`returned ${status}, ${CANNOT_REACH}`) },
    ]),
    [
      'The words of Squid are untrusted text',
      503,
      {
        headers: { 'x-squid-error': 'ERR_DNS_FAIL 0' },
        problem: failed(`returned 503, ${CANNOT_REACH}`, { said: 'ERR_DNS_FAIL 0' }),
      },
    ],
  ])('%s', async (_name, status, { login = '', headers = {}, problem }) => {
    const { port } = await proxyWith({ answers: [status], headers });
    const opened = await tunnelThrough(`http://${login}127.0.0.1:${port}`);
    const why = `the proxy "http://127.0.0.1:${port}" (https_proxy) ${Reflect.get(problem, 'why')}`;

    expect(opened.problem).toEqual({ what: 'was not sent', said: undefined, ...problem, why });
  });

  /** The problem of a connection that failed. */
  const broken = (why: string, passes: boolean) => ({ code: 'proxy_failed', what: 'was not sent', why, passes });

  test('A proxy that does not listen may be started later', async () => {
    const { problem } = await tunnelThrough('http://127.0.0.1:9');
    const why =
      'the connection to the proxy "http://127.0.0.1:9" (https_proxy) failed: nothing listens on this port of the host (ECONNREFUSED)';

    expect(problem).toEqual(broken(why, true));
  });

  test('A proxy that does not answer in HTTP may be starting', async () => {
    const { port } = await serveTcp((socket) => socket.end('220 mail.example.com ESMTP\r\n'));
    const { problem } = await tunnelThrough(`http://127.0.0.1:${port}`);
    const why = `the connection to the proxy "http://127.0.0.1:${port}" (https_proxy) failed: the answer is not HTTP (HPE_INVALID_CONSTANT)`;

    expect(problem).toEqual(broken(why, true));
  });

  test('An https proxy of an unknown authority stays unusable', async () => {
    const { port, asked } = await proxyWith({ tls: open });
    const { problem } = await tunnelThrough(`https://127.0.0.1:${port}`);
    const why = `the connection to the proxy "https://127.0.0.1:${port}" (https_proxy) failed: the certificate of the host is from an unknown authority (UNABLE_TO_VERIFY_LEAF_SIGNATURE)`;

    expect([problem, asked]).toEqual([broken(why, false), []]);
  });

  test('An https proxy that uses plain http stays unusable', async () => {
    const { port } = await proxyWith({});
    const { problem } = await tunnelThrough(`https://127.0.0.1:${port}`);

    expect(problem).toMatchObject({ passes: false, why: expect.stringContaining('this port uses plain http') });
  });
});

describe('isOfProxy', () => {
  test.each<[what: string, status: number, headers: Record<string, string>, expected: boolean]>([
    ['A request for a login', 407, {}, true],
    ['A page of squid', 403, { server: 'squid/5.7', 'x-squid-error': 'ERR_ACCESS_DENIED 0' }, true],
    ['A page of a squid without its name', 503, { 'x-squid-error': 'ERR_CONNECT_FAIL 111' }, true],
    ['A page of tinyproxy', 401, { server: 'tinyproxy/1.11.1' }, true],
    ['A page of mitmproxy', 502, { server: 'mitmproxy 11.0.0' }, true],
    ['A page of Zscaler', 403, { server: 'Zscaler/6.2' }, true],
    ['A redirect to the login page of Zscaler', 307, { server: 'Zscaler/6.2' }, true],
    ['A successful answer of a server with that name', 200, { server: 'squid/5.7' }, false],
    ['An error that squid forwards', 403, { server: 'nginx', via: '1.1 squid.test (squid/5.7)' }, false],
    ['An error that tinyproxy forwards', 403, { via: '1.1 vm (tinyproxy/1.11.1)' }, false],
    ['An error of a server with a similar name', 403, { server: 'squidgy/1' }, false],
    ['An error without a name', 502, {}, false],
  ])('%s is recognized', async (_what, ...[status, headers, expected]) => {
    const { url } = await serve((_request, response) => response.writeHead(status, headers).end());
    const answer = await new Promise<IncomingMessage>((resolve) => http.get(url, { agent: false }, resolve));

    expect(isOfProxy(answer)).toBe(expected);
  });
});

describe('proxyOptions', () => {
  test.each([
    ['http://proxy', { host: 'proxy', port: 80 }],
    ['http://[fd12::1]:3128', { host: 'fd12::1', port: '3128' }],
    ['https://proxy', { host: 'proxy', port: 443, rejectUnauthorized: true, servername: 'proxy' }],
    ['https://10.0.0.1:8443', { host: '10.0.0.1', port: '8443', rejectUnauthorized: true, servername: '' }],
  ])('The options for %s contain TLS only for https', (value, expected) => {
    const { secureContext, ...rest } = { secureContext: undefined, ...proxyOptions(proxyAt(value), tls) };

    expect(rest).toEqual(expected);
    expect(secureContext !== undefined).toBe(value.startsWith('https'));
  });

  test('An https proxy is not verified if `verify` is false', () => {
    expect(proxyOptions(proxyAt('https://proxy'), { ...tls, verify: false })).toMatchObject({
      rejectUnauthorized: false,
    });
  });
});
