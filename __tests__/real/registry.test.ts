import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { JsonValue } from '../../emulator/chariot/index.js';
import { type Environment, must, readsOf, run } from './support/registry-clients.js';
import { newJob, step } from './support/registry-job.js';
import { type RegistryServer, startRegistry } from './support/registry-server.js';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'registries-'));
const servers: RegistryServer[] = [];

/** The registry of the Secret, one with a login that was there before, and one whose login a credential store has. */
let ours: RegistryServer;
let earlier: RegistryServer;
let stored: RegistryServer;

const image = ({ host }: RegistryServer): string => `${host}/team/tiny:1`;
const fieldsOf = ({ host, username, password }: RegistryServer) => ({ server: host, username, password });
const authOf = ({ username, password }: RegistryServer): string =>
  Buffer.from(`${username}:${password}`).toString('base64');
const loginTo = (server: RegistryServer) => ({ [server.host]: { auth: authOf(server) } });

const everyone = (answer: string) => ({ skopeo: answer, crane: answer, docker: answer });

beforeAll(async () => {
  for (const username of ['ours', 'earlier', 'stored']) {
    servers.push(await startRegistry(join(folder, username), username));
  }
  [ours, earlier, stored] = servers as [RegistryServer, RegistryServer, RegistryServer];
  writeFileSync(join(folder, 'content'), 'tiny');
  execFileSync('tar', ['-cf', join(folder, 'layer.tar'), '-C', folder, 'content']);
  for (const server of servers) {
    const env = await step(newJob(folder), [fieldsOf(server)]);
    await must('crane', ['append', '-f', join(folder, 'layer.tar'), '-t', image(server)], env);
  }
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

describe('a login that a step wrote', () => {
  test.each<[string, (server: RegistryServer) => JsonValue]>([
    ['three fields', fieldsOf],
    [
      'fields with other names',
      (s) => ({ REGISTRY_URL: `https://${s.host}/v2/`, user: s.username, token: s.password }),
    ],
    ['a dockerconfigjson', (s) => JSON.stringify({ auths: loginTo(s) })],
    ['a .dockercfg in base64', (s) => Buffer.from(JSON.stringify(loginTo(s))).toString('base64')],
    ['user and password apart', (s) => ({ auths: { [s.host]: { username: s.username, password: s.password } } })],
  ])('is one to every client: %s', async (_shape, secret) => {
    expect(await readsOf(image(ours), await step(newJob(folder), [secret(ours)]))).toEqual(everyone('read'));
  });

  test('lets skopeo push', async () => {
    const env = await step(newJob(folder), [fieldsOf(ours)]);
    const local = `dir:${join(folder, 'pulled')}`;
    const pushed = `${ours.host}/team/pushed:1`;
    await must('skopeo', ['copy', '--insecure-policy', `docker://${image(ours)}`, local], env);
    await must('skopeo', ['copy', '--insecure-policy', local, `docker://${pushed}`], env);

    expect(await readsOf(pushed, env)).toEqual(everyone('read'));
  });

  test('is refused with another password', async () => {
    const secret = { ...fieldsOf(ours), password: 'another' };

    expect(await readsOf(image(ours), await step(newJob(folder), [secret]))).toEqual(everyone('refused'));
  });

  test('is needed', async () => {
    expect(await readsOf(image(ours), newJob(folder).env)).toEqual(everyone('refused'));
  });

  test('to Docker Hub is found under the name of each client', async () => {
    const env = await step(newJob(folder), [{ registry: 'docker.io', username: 'whale', password: 'harpoon' }]);

    expect(await must('crane', ['auth', 'get', 'docker.io'], env)).toBe('{"Username":"whale","Secret":"harpoon"}');
    expect(await must('skopeo', ['login', '--get-login', 'docker.io'], env)).toBe('whale');
  });

  test('of one step stays beside that of the next', async () => {
    const job = newJob(folder);
    const env = await step(job, [fieldsOf(earlier)], await step(job, [fieldsOf(ours)]));

    expect(await readsOf(image(ours), env)).toEqual(everyone('read'));
    expect(await readsOf(image(earlier), env)).toEqual(everyone('read'));
  });

  test('replaces one that was there', async () => {
    const job = newJob(folder);
    const wrong = { auth: Buffer.from('ours:of-last-year').toString('base64') };
    job.write('.docker/config.json', { auths: { [ours.host]: wrong } });
    job.write('run/containers/auth.json', { auths: { [ours.host]: wrong } });

    expect(await readsOf(image(ours), await step(job, [fieldsOf(ours)]))).toEqual(everyone('read'));
  });
});

describe('a login that was there before keeps working', () => {
  /** Ours works too. */
  const both = async (env: Environment) => [await readsOf(image(earlier), env), await readsOf(image(ours), env)];

  test('of docker, in the home', async () => {
    const job = newJob(folder);
    job.write('.docker/config.json', { auths: loginTo(earlier) });

    expect(await both(await step(job, [fieldsOf(ours)]))).toEqual([everyone('read'), everyone('read')]);
  });

  test('of docker, where DOCKER_CONFIG says', async () => {
    const job = newJob(folder);
    job.write('elsewhere/config.json', { auths: loginTo(earlier) });
    const env = await step(job, [fieldsOf(ours)], { ...job.env, DOCKER_CONFIG: join(job.home, 'elsewhere') });

    expect(await both(env)).toEqual([everyone('read'), everyone('read')]);
  });

  test.each([
    ['in its usual place', {}],
    ['where REGISTRY_AUTH_FILE says', { REGISTRY_AUTH_FILE: 'auth.json' }],
  ])('that skopeo made, %s', async (_where, variables) => {
    const job = newJob(folder);
    const named = Object.entries(variables).map(([name, path]) => [name, join(job.home, path)]);
    const before = { ...job.env, ...Object.fromEntries(named) };
    const { host, username, password } = earlier;
    await must('skopeo', ['login', '-u', username, '-p', password, host], before);
    const [atFirst, afterwards] = [
      await readsOf(image(earlier), before),
      await both(await step(job, [fieldsOf(ours)], before)),
    ];

    expect(atFirst).toEqual({ skopeo: 'read', crane: 'read', docker: 'refused' });
    expect(afterwards).toEqual([everyone('read'), everyone('read')]);
  });

  test('of docker, for a host that was taken out of a credential store', async () => {
    const job = newJob(folder);
    const helpers = { credsStore: 'fake', credHelpers: { [earlier.host]: '' } };
    job.write('.docker/config.json', { ...helpers, auths: loginTo(earlier) });

    expect(await both(await step(job, [fieldsOf(ours)]))).toEqual([everyone('read'), everyone('read')]);
  });

  test('in a helper of one host, and the helper of our host does not win', async () => {
    const job = newJob(folder);
    job.write('.docker/config.json', { credHelpers: { [stored.host]: 'fake', [ours.host]: 'fake' } });
    job.store(stored.host, stored);
    job.store(ours.host, { username: 'ours', password: 'of-last-year' });
    const env = await step(job, [fieldsOf(ours)]);

    expect(await readsOf(image(stored), env)).toEqual(everyone('read'));
    expect(await readsOf(image(ours), env)).toEqual(everyone('read'));
    expect(new Set(job.asked())).toEqual(new Set([`get ${stored.host}`]));
  });
});

describe('a credential store', () => {
  const withStore = () => {
    const job = newJob(folder);
    job.write('.docker/config.json', { credsStore: 'fake', auths: { [stored.host]: {} } });
    job.store(stored.host, stored);
    job.store(ours.host, { username: 'ours', password: 'of-last-year' });
    return job;
  };

  test('keeps serving its hosts, to the clients that know of stores', async () => {
    const job = withStore();

    expect(await readsOf(image(stored), await step(job, [fieldsOf(ours)]))).toEqual({
      ...everyone('read'),
      skopeo: 'refused',
    });
    expect(await readsOf(image(stored), job.env)).toEqual({ ...everyone('read'), skopeo: 'refused' });
  });

  test('does not hide our login; crane alone asks it, for the repository', async () => {
    const job = withStore();

    expect(await readsOf(image(ours), await step(job, [fieldsOf(ours)]))).toEqual(everyone('read'));
    expect(job.asked()).toEqual([`get ${ours.host}/team/tiny`]);
  });

  test('is why there are two files', async () => {
    const env = await step(withStore(), [fieldsOf(ours)]);
    const config = join(String(env['DOCKER_CONFIG']), 'config.json');
    const { output } = await run('skopeo', ['inspect', '--raw', `docker://${image(ours)}`], {
      ...env,
      REGISTRY_AUTH_FILE: config,
    });

    expect(output).toContain('docker-credential-');
  });
});

describe('what else docker keeps in its folder', () => {
  test('stays: contexts and plug-ins', async () => {
    const job = newJob(folder);
    await must('docker', ['context', 'create', 'far', '--docker', 'host=tcp://127.0.0.1:9'], job.env);
    job.write('.docker/cli-plugins/docker-hello', `#!/bin/sh\n[ "$1" = hello ] && echo hello || echo '${HELLO}'\n`);
    const env = await step(job, [fieldsOf(ours)]);

    expect((await must('docker', ['context', 'ls', '--format', '{{.Name}}'], env)).split('\n')).toContain('far');
    expect(await must('docker', ['hello'], env)).toBe('hello');
  });
});

/** What a plug-in of docker says of itself: docker/cli cli-plugins/metadata. */
const HELLO = JSON.stringify({ SchemaVersion: '0.1.0', Vendor: 'tests', Version: '1', ShortDescription: 'hello' });
