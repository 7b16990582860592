import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { exampleWriter, startChariot } from '../../../emulator/chariot/index.js';
import { failure, judge, requestLine, runJob } from '../../../harness/jobs/chariot-job.js';
import { type HttpsJob, runHttpsJob, VALUE } from '../../../harness/jobs/https-job.js';
import { leaksIn } from '../../../harness/judges/leaks.js';
import { shownLines } from '../../../harness/judges/verdict.js';
import { issueClient, middle, open, read, strict, trust } from '../../../harness/servers/client-chain.js';
import { type ProxyBehavior, startProxy } from '../../../harness/servers/proxy-server.js';

const ec = issueClient('client-ec');
const identity = { certificate: read(ec) + read(middle), private_key: readFileSync(ec.key, 'utf8') };
const LOGIN = 'proxy-user:p%40ss%3Aw%C3%B6rd-1@';
const SECRETS = ['p%40ss%3Aw%C3%B6rd-1', 'p@ss:wörd-1', Buffer.from('proxy-user:p@ss:wörd-1').toString('base64')];

interface Given {
  readonly behavior?: ProxyBehavior;
  readonly inputs?: Record<string, string>;
  readonly login?: string;
  /** Replaces the URL of the proxy. */
  readonly value?: (port: number) => string;
  readonly env?: Record<string, string>;
  readonly tls?: typeof open;
}

/** Runs a step through a proxy; the log and the requests of the proxy contain no ports. */
async function through(given: Given) {
  const { behavior = {}, inputs = {}, login = '', env = {}, tls = open } = given;
  const proxy = await startProxy(behavior);
  const scheme = behavior.tls === undefined ? 'http' : 'https';
  const value = given.value?.(proxy.port) ?? `${scheme}://${login}127.0.0.1:${proxy.port}`;
  const job = await runHttpsJob(
    { tls, host: 'chariot.test', inputs: { ...trust, ...inputs }, env: { https_proxy: value, ...env } },
    SECRETS,
  );
  await proxy.close();
  const asked = proxy.asked.map((each) => ({ ...each, target: each.target.replace(/:\d+$/, '') }));
  const own = (line: string) => line.replaceAll(`:${proxy.port}`, '').replace(/\d+\.\d s/g, '<n> s');
  return { ...job, log: job.log.map(own), asked, shown: [...proxy.clients] };
}

const CONNECT = { method: 'CONNECT', target: 'chariot.test', login: undefined };
const good = { exitCode: 0, variable: VALUE, problems: [] } satisfies Partial<HttpsJob>;
const START = 'The login to Chariot failed: the request was not sent:';
const LOGIN_AT = 'POST https://chariot.test/auth/client/v2/chariot/login';
const NAME = 'the proxy "http://127.0.0.1" (https_proxy)';

// The answers of a proxy, its values and its login are rows of __tests__/unit/http/tunnel.test.ts and proxy.test.ts.
describe('A proxy of an https platform', () => {
  test('One tunnel is kept for all requests', async () => {
    expect(await through({})).toMatchObject({ ...good, asked: [CONNECT], connections: 1 });
  });

  test('Requests at the same time have a tunnel each', async () => {
    const job = await through({ inputs: { secrets: 'db-password\nghcr\ntraining-s3' } });

    expect(job).toMatchObject({ ...good, asked: [CONNECT, CONNECT, CONNECT], connections: 3 });
  });

  test('The proxy receives the login of its URL, which is decoded and masked', async () => {
    const job = await through({ login: LOGIN });

    expect(job).toMatchObject({ ...good, asked: [{ ...CONNECT, login: 'proxy-user:p@ss:wörd-1' }] });
    expect(SECRETS.map((secret) => job.run.log.masker.mask(`>${secret}<`))).toEqual(SECRETS.map(() => '>***<'));
  });

  test.each<[how: string, value: (port: number) => string]>([
    ['without a scheme', (port) => `127.0.0.1:${port}`],
    ['with a slash', (port) => `http://127.0.0.1:${port}/`],
  ])('A proxy whose value is written %s is used', async (_how, value) => {
    expect(await through({ value })).toMatchObject({ ...good, asked: [CONNECT] });
  });

  test('An https proxy of a private authority is used, and receives no client certificate', async () => {
    const proxied = { ...open, ca: strict.ca, requestCert: true, rejectUnauthorized: false };
    const job = await through({ behavior: { tls: proxied }, inputs: identity, tls: strict });

    expect(job).toMatchObject({ ...good, asked: [CONNECT], shown: [undefined] });
    expect(new Set(job.clients)).toEqual(new Set(['client-ec']));
  });

  test('If the authority of the host is unknown, the error names the proxy, which may decrypt TLS', async () => {
    const job = await through({ inputs: { ca_certificate: '' } });

    expect(job).toMatchObject({ exitCode: 1, code: 'server_untrusted', variable: undefined, problems: [] });
    expect(job.log).toEqual([
      `Error: ${START} the certificate of the host is from an unknown authority (UNABLE_TO_VERIFY_LEAF_SIGNATURE). ` +
        `The connection uses ${NAME}. A proxy that decrypts TLS presents certificates of another authority. ` +
        'Set `ca_certificate` to the certificate of this authority. If the input is already set, the host uses another authority. ' +
        `See docs/troubleshooting.md#server_untrusted (${LOGIN_AT})`,
    ]);
  });

  test.each<[name: string, inputs: Record<string, string>]>([
    ['An https proxy of an unknown authority is an error', {}],
    ['An https proxy of an unknown authority is an error also with `tls_verify: false`', { tls_verify: 'false' }],
  ])('%s, and receives no login', async (_name, inputs) => {
    const job = await through({ behavior: { tls: open }, login: LOGIN, inputs: { ca_certificate: '', ...inputs } });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_failed', asked: [], connections: 0, problems: [] });
    expect(job.log.at(-1)).toContain(
      'the connection to the proxy "https://127.0.0.1" (https_proxy) failed: the certificate of the host is from an unknown authority (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
    );
  });

  test.each<[name: string, login: string, says: string]>([
    [
      'A proxy that requires a login is an error at once',
      '',
      `${NAME} requires a login, and the variable contains none (407).`,
    ],
    [
      'A proxy that rejects the login is an error at once',
      LOGIN,
      `${NAME} does not accept the login in the variable (407).`,
    ],
  ])('%s', async (_name, login, says) => {
    const job = await through({ behavior: { answers: [407] }, login, inputs: { retries: '3' } });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_refused', connections: 0, problems: [] });
    expect(job.asked).toHaveLength(1);
    expect(job.log.at(-1)).toContain(`${START} ${says}`);
  });

  test('A proxy that always returns 502 is an error after the last try', async () => {
    const job = await through({ behavior: { answers: [502] }, inputs: { retries: '2' } });
    const what = `${NAME} returned 502, which often means that the proxy cannot reach the host`;

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_failed', connections: 0, problems: [] });
    expect(job.asked).toHaveLength(3);
    expect(job.log.slice(0, 2)).toEqual(
      [2, 3].map(
        (n) => `The login to Chariot: ${LOGIN_AT} was not sent: ${what}. Trying again in <n> s (try ${n} of 3).`,
      ),
    );
    expect(job.log.at(-1)).toContain(`${START} ${what}.`);
  });

  test('A proxy that returns 503 once is used after another try', async () => {
    const job = await through({ behavior: { answers: [503, undefined] }, inputs: { retries: '2' } });

    expect(job).toMatchObject({ ...good, connections: 1 });
    expect(job.asked).toHaveLength(2);
  });

  test('If the proxy does not listen, the step tries again and never bypasses the proxy', async () => {
    const job = await through({ value: () => 'http://127.0.0.1:9', inputs: { retries: '1' } });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_failed', connections: 0, problems: [] });
    expect(job.log.join('\n')).toContain('(try 2 of 2)');
    expect(job.log.at(-1)).toContain(
      'the connection to the proxy "http://127.0.0.1:9" (https_proxy) failed: nothing listens on this port of the host (ECONNREFUSED).',
    );
  });

  test.each<[fault: string, value: string, says: string]>([
    ['an unencoded password', 'http://user:pass/word@127.0.0.1:9', 'The variable https_proxy is not a URL.'],
    [
      'the scheme of SOCKS',
      'socks5://127.0.0.1:9',
      'The variable https_proxy names a proxy of an unsupported kind ("socks5:").',
    ],
  ])('A value with %s is an error, and the step never bypasses the proxy', async (_fault, value, says) => {
    const job = await through({ value: () => value });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_failed', connections: 0, problems: [] });
    expect(job.log.at(-1)).toContain(
      `Error: ${says} Write the variable as http://user:password@proxy.example.com:3128, and percent-encode`,
    );
  });
});

describe('A proxy of a plain http platform', () => {
  test.each<[kind: string, behavior: ProxyBehavior]>([
    ['http', {}],
    ['https', { tls: open }],
  ])('A proxy of the scheme %s forwards the requests without a tunnel, on one connection', async (scheme, behavior) => {
    const proxy = await startProxy(behavior);
    const chariot = await startChariot();
    const job = await runJob({
      inputs: {
        ...trust,
        url: chariot.url.replace('127.0.0.1', 'chariot.test'),
        client_id: exampleWriter.clientId,
        client_secret: exampleWriter.clientSecret,
        allow_http: 'true',
        secrets: 'db-password',
      },
      env: { http_proxy: `${scheme}://user:secret-of-the-proxy@127.0.0.1:${proxy.port}` },
    });
    await Promise.all([proxy.close(), chariot.close()]);
    const host = `chariot.test:${chariot.port}`;

    expect(job.exitCode).toBe(0);
    expect(leaksIn(job, ['secret-of-the-proxy'])).toEqual([]);
    expect(proxy.asked[0]).toEqual({
      method: 'POST',
      target: `http://${host}/auth/client/v2/chariot/login`,
      login: 'user:secret-of-the-proxy',
    });
    expect([proxy.asked.length, proxy.connections()]).toEqual([3, 1]);
    expect(new Set(chariot.requests.map(({ headers }) => headers['host']))).toEqual(new Set([host]));
  });

  interface Forwarded {
    readonly behavior: ProxyBehavior;
    readonly inputs?: Record<string, string>;
  }

  /** Runs a login through a proxy that answers itself; the log contains no ports. */
  async function logIn({ behavior, inputs = {} }: Forwarded) {
    const proxy = await startProxy(behavior);
    const job = await runJob({
      inputs: { url: 'http://chariot.test', allow_http: 'true', project_id: '', ...inputs },
      env: { http_proxy: `http://127.0.0.1:${proxy.port}` },
    });
    await proxy.close();
    const lines = shownLines(job).map((line) => line.replaceAll(`:${proxy.port}`, '').replace(/\d+\.\d s/g, '<n> s'));
    return { code: job.outputs.get('error_code'), lines, asked: proxy.asked.length };
  }

  const REQUEST = 'POST http://chariot.test/auth/client/v2/chariot/login';
  const FORWARDER = 'the proxy "http://127.0.0.1" (http_proxy)';
  const REFUSED =
    "Check the proxy variable, or ask the proxy's administrator. The action never bypasses a configured proxy. See docs/troubleshooting.md#proxy_refused (POST http://chariot.test/auth/client/v2/chariot/login)";
  const NO_LOGIN =
    'Write the login into the variable, as in http://user:password@proxy.example.com:3128. See docs/troubleshooting.md#proxy_refused (POST http://chariot.test/auth/client/v2/chariot/login)';
  const FAILED =
    'Check the proxy variable and `url`. Requests to a host in `no_proxy` do not use the proxy. See docs/troubleshooting.md#proxy_failed (POST http://chariot.test/auth/client/v2/chariot/login)';
  const html = { 'content-type': 'text/html' };
  const squid = (reason: string) => ({ ...html, server: 'squid/5.7', 'x-squid-error': reason });
  const tinyproxy = { ...html, server: 'tinyproxy/1.11.1' };
  test.each<[what: string, behavior: ProxyBehavior, code: string, line: string]>([
    [
      'A proxy that requires a login',
      { answers: [407] },
      'proxy_refused',
      `the request was not sent: ${FORWARDER} requires a login, and the variable contains none (407). ${NO_LOGIN}`,
    ],
    [
      'A squid that forbids the host',
      { answers: [403], headers: squid('ERR_ACCESS_DENIED 0') },
      'proxy_refused',
      `the request was not sent: ${FORWARDER} does not allow the request (403): "ERR_ACCESS_DENIED 0". ${REFUSED}`,
    ],
    [
      'A squid that cannot reach the host',
      { answers: [503], headers: squid('ERR_CONNECT_FAIL 111') },
      'proxy_failed',
      `the request was not sent: ${FORWARDER} returned 503, which often means that the proxy cannot reach the host: "ERR_CONNECT_FAIL 111". ${FAILED}`,
    ],
    [
      'A tinyproxy that rejects the login',
      { answers: [401], headers: tinyproxy },
      'proxy_refused',
      `the request was not sent: ${FORWARDER} requires a login, and the variable contains none (401). ${NO_LOGIN}`,
    ],
    [
      'A page of an unknown program',
      { answers: [502], headers: html },
      'server_failed',
      `the server answered 502. This answer may come from ${FORWARDER}. Run the job again later. If the problem remains, ask the platform's administrator. See docs/troubleshooting.md#server_failed (${REQUEST})`,
    ],
  ])('%s is not taken for the server', async (...[, behavior, code, line]) => {
    expect(await logIn({ behavior })).toEqual({
      code,
      lines: [`Error: The login to Chariot failed: ${line}`],
      asked: 1,
    });
  });

  test('An answer of the API that the proxy forwards is that of the server', async () => {
    const behavior = { answers: [401], headers: { 'content-type': 'application/json', via: '1.1 proxy' } };
    const { code, lines } = await logIn({ behavior });

    expect(code).toBe('invalid_client');
    expect(lines.join('\n')).not.toContain('proxy');
  });

  test('If the proxy does not listen, the error names the proxy', async () => {
    const job = await runJob({
      inputs: { url: 'http://chariot.test', allow_http: 'true', project_id: '' },
      env: { http_proxy: 'http://127.0.0.1:9' },
    });

    expect(judge(job)).toEqual(
      failure(
        'proxy_failed',
        requestLine(
          `The login to Chariot failed: ${REQUEST}`,
          'the request was not sent: the connection to the proxy "https://other" (http_proxy) failed: nothing listens on this port of the host (ECONNREFUSED).',
        ),
      ),
    );
  });

  test('If the proxy does not answer, the error names the proxy as the place where the request waits', async () => {
    const { code, lines } = await logIn({ behavior: { answers: ['hang'] }, inputs: { timeout_seconds: '2' } });

    expect(code).toBe('deadline_exceeded');
    expect(lines).toEqual([
      'Error: The login to Chariot did not finish within 2 s (waiting for the answer through the proxy). If the server is only slow, raise `timeout_seconds`. Otherwise check `url`, any proxy, and that this runner can reach the host. See docs/troubleshooting.md#deadline_exceeded (POST http://chariot.test/auth/client/v2/chariot/login)',
    ]);
  });
});

test('Connections to this machine never use a proxy', async () => {
  const proxy = `http://127.0.0.1:9`;
  const job = await runHttpsJob({ tls: open, inputs: trust, env: { https_proxy: proxy, http_proxy: proxy } });

  expect(job).toMatchObject(good);
});
