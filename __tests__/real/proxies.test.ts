import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

interface Manners {
  readonly program: SystemProgram;
  /** What it answers to a wrong login, and to a host that it does not reach. */
  readonly wrongLogin: number;
  readonly unreachable: number;
  /** An address that it does not allow. */
  readonly forbidden: string;
}

// The address 0.0.0.0 leads to this machine, and is none that the action asks directly.
const HOST = '0.0.0.0';

describe.each<[name: string, manners: Manners]>([
  ['squid', { program: squid, wrongLogin: 407, unreachable: 503, forbidden: `https://${HOST}:1` }],
  ['tinyproxy', { program: tinyproxy, wrongLogin: 401, unreachable: 500, forbidden: 'https://forbidden.test' }],
])('%s', (_name, { program, wrongLogin, unreachable, forbidden }) => {
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

  test('gives a tunnel that is kept', async () => {
    expect(await run(good)).toMatchObject({ exitCode: 0, variable: VALUE, connections: 1, problems: [] });
  });

  test('gives tunnels side by side', async () => {
    const job = await run(good, { secrets: 'db-password\nghcr\ntraining-s3' });

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, connections: 3, problems: [] });
  });

  test('lets a client certificate through', async () => {
    const job = await run(good, identity, strict);

    expect(job).toMatchObject({ exitCode: 0, variable: VALUE, clients: ['client-ec'], problems: [] });
  });

  test.each<[fault: string, login: string, says: string]>([
    ['without a login', '', 'wants a login, and the variable holds none (407)'],
    ['with a wrong login', `${USER}:wrong@`, `does not accept the login in the variable (${wrongLogin})`],
  ])('asked %s refuses, which is an error at once', async (_fault, login, says) => {
    const job = await run(login, { retries: '5' });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_refused', connections: 0, problems: [] });
    expect(job.log).toHaveLength(1);
    expect(job.log[0]).toContain(`(https_proxy) ${says}`);
  });

  test('asked for what it does not allow refuses, which is an error at once', async () => {
    const job = await run(good, { url: forbidden, retries: '5' });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_refused', connections: 0, problems: [] });
    expect(job.log).toHaveLength(1);
    expect(job.log[0]).toContain('(https_proxy) does not allow it (403)');
  });

  test('asked for a host that it does not reach is tried again, and then an error', async () => {
    const job = await run(good, { url: `https://${HOST}:9`, retries: '1' });

    expect(job).toMatchObject({ exitCode: 1, code: 'proxy_failed', connections: 0, problems: [] });
    expect(job.log).toHaveLength(2);
    expect(job.log[0]).toContain('(try 2 of 2)');
    expect(job.log[1]).toContain(
      `(https_proxy) answered ${unreachable}, often since it does not reach the host itself`,
    );
  });
});
