import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { exampleWriter, startChariot } from '../../../emulator/chariot/index.js';
import { runJob } from '../../../harness/jobs/chariot-job.js';
import { type HttpsJob, runHttpsJob, VALUE } from '../../../harness/jobs/https-job.js';
import { visibleSecrets } from '../../../harness/judges/visible-secrets.js';
import { issueClient, middle, open, read, strict, trust } from '../../../harness/servers/client-chain.js';
import { type ProxyBehaviour, startProxy } from '../../../harness/servers/proxy-server.js';

const ec = issueClient('client-ec');
const identity = { certificate: read(ec) + read(middle), private_key: readFileSync(ec.key, 'utf8') };
const LOGIN = 'proxy-user:p%40ss%3Aw%C3%B6rd-1@';
const SECRETS = ['p%40ss%3Aw%C3%B6rd-1', 'p@ss:wörd-1', Buffer.from('proxy-user:p@ss:wörd-1').toString('base64')];

interface Given {
  readonly behaviour?: ProxyBehaviour;
  readonly inputs?: Record<string, string>;
  readonly login?: string;
  /** In place of the proxy's URL. */
  readonly value?: (port: number) => string;
  readonly env?: Record<string, string>;
  readonly tls?: typeof open;
}

/** Runs a step through a proxy, and tells what the proxy was asked, with the port of the target left out. */
async function through(given: Given) {
  const { behaviour = {}, inputs = {}, login = '', env = {}, tls = open } = given;
  const proxy = await startProxy(behaviour);
  const scheme = behaviour.tls === undefined ? 'http' : 'https';
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
const START = 'The login to Chariot failed: POST https://chariot.test/auth/client/v2/chariot/login was not sent:';
const NAME = 'the proxy "http://127.0.0.1" (https_proxy)';

describe('a proxy', () => {
  test('gives one tunnel, which is kept for all requests', async () => {
    expect(await through({})).toMatchObject({ ...good, asked: [CONNECT], connections: 1 });
  });

  test('gives a tunnel for each request under way, and no more', async () => {
    const job = await through({ inputs: { secrets: 'db-password\nghcr\ntraining-s3' } });

    expect(job).toMatchObject({ ...good, asked: [CONNECT, CONNECT, CONNECT], connections: 3 });
  });

  test('gets the login of its URL, decoded and masked', async () => {
    const job = await through({ login: LOGIN });

    expect(job).toMatchObject({ ...good, asked: [{ ...CONNECT, login: 'proxy-user:p@ss:wörd-1' }] });
    expect(SECRETS.map((secret) => job.run.log.masker.mask(`>${secret}<`))).toEqual(SECRETS.map(() => '>***<'));
  });

  test.each<[how: string, value: (port: number) => string]>([
    ['without a scheme', (port) => `127.0.0.1:${port}`],
    ['with a name and without a scheme', (port) => `localhost:${port}`],
    ['with a slash', (port) => `http://127.0.0.1:${port}/`],
  ])('is used whose value is written %s', async (_how, value) => {
    expect(await through({ value })).toMatchObject({ ...good, asked: [CONNECT] });
  });

  test('of https with a private authority is used, and gets no client certificate', async () => {
    const proxied = { ...open, ca: strict.ca, requestCert: true, rejectUnauthorized: false };
    const job = await through({ behaviour: { tls: proxied }, inputs: identity, tls: strict });

    expect(job).toMatchObject({ ...good, asked: [CONNECT], shown: [undefined] });
    expect(new Set(job.clients)).toEqual(new Set(['client-ec']));
  });

  test('is named where the certificate behind it comes from an unknown authority, which may be its own', async () => {
    const job = await through({ inputs: { ca_certificate: '' } });

    expect(job).toMatchObject({ exitCode: 1, code: 'server_untrusted', variable: undefined, problems: [] });
    expect(job.log).toEqual([
      `Error: ${START} the certificate of the host comes from an unknown authority (UNABLE_TO_VERIFY_LEAF_SIGNATURE). ` +
        'Give the certificate of that authority in `ca_certificate`; if you gave one, another authority signed this certificate. ' +
        `The way leads through ${NAME}, which may open TLS with an authority of its own. ` +
        'No credentials were sent, since this could be another server. See docs/troubleshooting.md#server_untrusted',
    ]);
  });

  test('of https with an unknown authority is an error', async () => {
    const job = await through({ behaviour: { tls: open }, inputs: { ca_certificate: '' } });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_failed', asked: [], connections: 0, problems: [] });
    expect(job.log.at(-1)).toContain(
      'the proxy "https://127.0.0.1" (https_proxy) did not take it: the certificate of the host comes from an unknown authority (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
    );
  });

  test.each<[answer: string, row: { status: number; login?: string; headers?: Record<string, string>; says: string }]>([
    ['407 without a login', { status: 407, says: `${NAME} wants a login, and the variable holds none (407).` }],
    ['407 to a login', { status: 407, login: LOGIN, says: `${NAME} does not accept the login in the variable (407).` }],
    ['401 to a login', { status: 401, login: LOGIN, says: `${NAME} does not accept the login in the variable (401).` }],
    [
      '407 for another scheme',
      {
        status: 407,
        headers: { 'proxy-authenticate': 'Negotiate' },
        says: `${NAME} wants a login, and the variable holds none (407). It does not offer the scheme Basic, and the action knows no other.`,
      },
    ],
    ['403', { status: 403, says: `${NAME} does not allow it (403).` }],
  ])('that answers %s is an error at once', async (_answer, { status, login = '', headers = {}, says }) => {
    const job = await through({ behaviour: { answers: [status], headers }, login, inputs: { retries: '3' } });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_refused', connections: 0, problems: [] });
    expect(job.asked).toHaveLength(1);
    expect(job.log.at(-1)).toContain(`${START} ${says}`);
  });

  test.each([500, 502, 503])('that answers %i is tried again, and then an error', async (status) => {
    const job = await through({ behaviour: { answers: [status] }, inputs: { retries: '2' } });
    const what = `${NAME} answered ${status}, often since it does not reach the host itself`;

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_failed', connections: 0, problems: [] });
    expect(job.asked).toHaveLength(3);
    expect(job.log.slice(0, 2)).toEqual(
      [2, 3].map((n) => `${START.replace(' failed', '')} ${what}. Trying again in <n> s (try ${n} of 3).`),
    );
    expect(job.log.at(-1)).toContain(`${START} ${what}.`);
  });

  test('that answers 503 once is used in the end', async () => {
    const job = await through({ behaviour: { answers: [503, undefined] }, inputs: { retries: '2' } });

    expect(job).toMatchObject({ ...good, connections: 1 });
    expect(job.asked).toHaveLength(2);
  });

  test('that does not listen is tried again, and never passed by', async () => {
    const job = await through({ value: () => 'http://127.0.0.1:9', inputs: { retries: '1' } });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_failed', connections: 0, problems: [] });
    expect(job.log.join('\n')).toContain('(try 2 of 2)');
    expect(job.log.at(-1)).toContain(
      'the proxy "http://127.0.0.1:9" (https_proxy) did not take it: nothing listens on this port of the host (ECONNREFUSED).',
    );
  });

  test.each<[fault: string, value: string, says: string]>([
    ['no URL', 'http://[', 'The variable https_proxy is no URL.'],
    ['a URL with an unencoded password', 'http://user:pass/word@127.0.0.1:9', 'The variable https_proxy is no URL.'],
    [
      'of SOCKS',
      'socks5://127.0.0.1:9',
      'The variable https_proxy names a proxy of a kind that is not supported ("socks5:").',
    ],
  ])('that is %s is an error, and never passed by', async (_fault, value, says) => {
    const job = await through({ value: () => value });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_failed', connections: 0, problems: [] });
    expect(job.log.at(-1)).toContain(`Error: ${says} Write it as http://proxy.example.com:3128`);
  });
});

describe('a platform of plain http', () => {
  test.each<[kind: string, behaviour: ProxyBehaviour]>([
    ['http', {}],
    ['https', { tls: open }],
  ])('is asked through a proxy of %s without a tunnel, on one connection', async (scheme, behaviour) => {
    const proxy = await startProxy(behaviour);
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
    expect(visibleSecrets(job, ['secret-of-the-proxy'])).toEqual([]);
    expect(proxy.asked[0]).toEqual({
      method: 'POST',
      target: `http://${host}/auth/client/v2/chariot/login`,
      login: 'user:secret-of-the-proxy',
    });
    expect([proxy.asked.length, proxy.connections()]).toEqual([3, 1]);
    expect(new Set(chariot.requests.map(({ headers }) => headers['host']))).toEqual(new Set([host]));
  });

  test('says when the proxy wants a login', async () => {
    const proxy = await startProxy({ answers: [407] });
    const job = await runJob({
      inputs: { url: 'http://chariot.test', allow_http: 'true', project_id: '' },
      env: { http_proxy: `http://127.0.0.1:${proxy.port}` },
    });
    await proxy.close();

    expect(job.outputs.get('error_code')).toBe('proxy_refused');
  });
});

test('this machine is never asked through a proxy', async () => {
  const proxy = `http://127.0.0.1:9`;
  const job = await runHttpsJob({ tls: open, inputs: trust, env: { https_proxy: proxy, http_proxy: proxy } });

  expect(job).toMatchObject(good);
});
