import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { logOf, runJob } from '../../harness/jobs/chariot-job.js';
import { runHttpsJob, VALUE } from '../../harness/jobs/https-job.js';
import { issueClient, middle, open, read, strict, trust } from '../../harness/servers/client-chain.js';
import { type SystemProcess, type SystemProgram, startSystem } from './support/system-process.js';

const USER = 'proxy-user';
const PASSWORD = 'pr0xy-pass.word';
const MASKED = [PASSWORD, Buffer.from(`${USER}:${PASSWORD}`).toString('base64')];
const ec = issueClient('client-ec');
const identity = { certificate: read(ec) + read(middle), private_key: ec.key };

const squid: SystemProgram = {
  program: 'squid',
  files: ({ port, folder }) => ({
    'squid.conf': [
      `http_port 127.0.0.1:${port}`,
      'pid_filename none',
      'access_log none',
      'cache deny all',
      `cache_log ${folder}/cache.log`,
      `coredump_dir ${folder}`,
      'shutdown_lifetime 0 seconds',
      'visible_hostname squid.test',
      `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${folder}/passwords`,
      'acl users proxy_auth REQUIRED',
      'acl forbidden port 1',
      'http_access deny forbidden',
      'http_access allow users',
      'http_access deny all',
      '',
    ].join('\n'),
    passwords: `${USER}:${execFileSync('openssl', ['passwd', '-apr1', PASSWORD])}`,
  }),
  args: (folder) => ['-N', '-f', `${folder}/squid.conf`],
};

const tinyproxy: SystemProgram = {
  program: 'tinyproxy',
  files: ({ port, folder }) => ({
    'tinyproxy.conf': [
      `Port ${port}`,
      'Listen 127.0.0.1',
      'Timeout 60',
      'MaxClients 50',
      `LogFile "${folder}/tinyproxy.log"`,
      `BasicAuth ${USER} ${PASSWORD}`,
      `Filter "${folder}/filter"`,
      '',
    ].join('\n'),
    filter: '^forbidden\\.test$\n',
  }),
  args: (folder) => ['-d', '-c', `${folder}/tinyproxy.conf`],
};

/** How a proxy behaves. */
interface Behavior {
  readonly program: SystemProgram;
  /** Its status for a wrong login. */
  readonly wrongLogin: number;
  /** Its status for a host that it cannot reach. */
  readonly unreachable: number;
  /** An address that it denies. */
  readonly forbidden: string;
}

// The address 0.0.0.0 leads to this machine, and the action does not bypass a proxy for it.
const HOST = '0.0.0.0';

describe.each<[name: string, behavior: Behavior]>([
  ['squid', { program: squid, wrongLogin: 407, unreachable: 503, forbidden: `https://${HOST}:1` }],
  ['tinyproxy', { program: tinyproxy, wrongLogin: 401, unreachable: 500, forbidden: 'https://forbidden.test' }],
])('%s', (name, { program, wrongLogin, unreachable, forbidden }) => {
  let proxy: SystemProcess;
  beforeAll(async () => {
    proxy = await startSystem(program);
  });
  afterAll(() => proxy?.stop());

  const run = (login: string, inputs: Record<string, string> = {}, tls: typeof open = open) =>
    runHttpsJob(
      {
        tls,
        host: HOST,
        inputs: { ...trust, ...inputs },
        env: { https_proxy: `http://${login}127.0.0.1:${proxy.port}` },
      },
      MASKED,
    );
  const good = `${USER}:${PASSWORD}@`;

  test(`${name} opens a tunnel that several requests use`, async () => {
    expect(await run(good)).toMatchObject({ exitCode: 0, variable: VALUE, connections: 1, problems: [] });
  });

  test(`${name} opens several tunnels at the same time`, async () => {
    const job = await run(good, { secrets: 'db-password\nghcr\ntraining-s3' });

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, connections: 3, problems: [] });
  });

  test(`${name} forwards a client certificate`, async () => {
    const job = await run(good, identity, strict);

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, clients: ['client-ec'], problems: [] });
  });

  test.each<[fault: string, login: string, reason: string]>([
    ['without a login', '', 'requires a login, and the variable contains none (407)'],
    ['with a wrong login', `${USER}:wrong@`, `does not accept the login in the variable (${wrongLogin})`],
  ])(`A request to ${name} %s fails without retries`, async (_fault, login, reason) => {
    const job = await run(login, { retries: '5' });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_refused', connections: 0, problems: [] });
    expect(job.log).toHaveLength(1);
    expect(job.log[0]).toContain(`(https_proxy) ${reason}`);
  });

  test(`A request to ${name} for a denied address fails without retries`, async () => {
    const job = await run(good, { url: forbidden, retries: '5' });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_refused', connections: 0, problems: [] });
    expect(job.log).toHaveLength(1);
    expect(job.log[0]).toContain('(https_proxy) does not allow the request (403)');
  });

  test(`A request to ${name} for an unreachable host fails after its retries`, async () => {
    const job = await run(good, { url: `https://${HOST}:9`, retries: '1' });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_failed', connections: 0, problems: [] });
    expect(job.log).toHaveLength(2);
    expect(job.log[0]).toContain('(try 2 of 2)');
    expect(job.log[1]).toContain(
      `(https_proxy) returned ${unreachable}, which often means that the proxy cannot reach the host`,
    );
  });

  /** Runs a step against a platform of plain http, by default the Chariot of the step. */
  const forward = (login: string, url?: string) =>
    runJob({
      inputs: (chariot) => ({
        url: url ?? chariot.url.replace('127.0.0.1', HOST),
        allow_http: 'true',
        secrets: 'db-password',
      }),
      env: { http_proxy: `http://${login}127.0.0.1:${proxy.port}` },
    });

  test(`${name} forwards requests of plain http`, async () => {
    expect((await forward(good)).variables.get('DB_PASSWORD')).toBe(VALUE);
  });

  test(`${name} forwards an error of a server of plain http, and the error is that of the server`, async () => {
    const job = await runJob({
      inputs: (chariot) => ({
        url: chariot.url.replace('127.0.0.1', HOST),
        allow_http: 'true',
        client_secret: 'wrong',
      }),
      env: { http_proxy: `http://${good}127.0.0.1:${proxy.port}` },
    });

    expect(job.outputs.get('error_code')).toBe('invalid_client');
    expect(logOf(job).join('\n')).not.toContain('proxy');
  });

  const plain = (url: string) => url.replace('https:', 'http:');
  test.each<[fault: string, login: string, url: string | undefined, error: [code: string, reason: string]]>([
    ['without a login', '', undefined, ['proxy_refused', 'requires a login, and the variable contains none (407)']],
    [
      'with a wrong login',
      `${USER}:wrong@`,
      undefined,
      ['proxy_refused', `does not accept the login in the variable (${wrongLogin})`],
    ],
    ['for a denied address', good, plain(forbidden), ['proxy_refused', 'does not allow the request (403)']],
    [
      'for an unreachable host',
      good,
      `http://${HOST}:9`,
      ['proxy_failed', `returned ${unreachable}, which often means that the proxy cannot reach the host`],
    ],
  ])(
    `A request of plain http to ${name} %s is refused by the proxy, not by the server`,
    async (...[, login, url, error]) => {
      const job = await forward(login, url);

      expect([job.outputs.get('error_code'), logOf(job).at(-1)]).toEqual([
        error[0],
        expect.stringContaining(`(http_proxy) ${error[1]}`),
      ]);
    },
  );
});
