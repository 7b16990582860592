import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** The registry of the Secret. */
let ours: RegistryServer;
/** A registry whose login existed before the step. */
let earlier: RegistryServer;
/** A registry whose login is in a credential store. */
let stored: RegistryServer;

const image = ({ host }: RegistryServer): string => `${host}/team/tiny:1`;
const fieldsOf = ({ host, username, password }: RegistryServer) => ({ server: host, username, password });
const authOf = ({ username, password }: RegistryServer): string =>
  Buffer.from(`${username}:${password}`).toString('base64');
const loginTo = (server: RegistryServer) => ({ [server.host]: { auth: authOf(server) } });

/** Podman's family: the current library, and an old skopeo. */
const family = (answer: string) => ({ 'containers-image': answer, skopeo: answer });
const everyone = (answer: string) => ({ ...family(answer), crane: answer, docker: answer });

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

describe('A login that a step wrote', () => {
  test.each<[string, (server: RegistryServer) => JsonValue]>([
    ['with three fields', fieldsOf],
    ['with other field names', (s) => ({ REGISTRY_URL: `https://${s.host}/v2/`, user: s.username, token: s.password })],
    ['with a dockerconfigjson', (s) => JSON.stringify({ auths: loginTo(s) })],
    ['with a .dockercfg in base64', (s) => Buffer.from(JSON.stringify(loginTo(s))).toString('base64')],
    [
      'with separate user and password',
      (s) => ({ auths: { [s.host]: { username: s.username, password: s.password } } }),
    ],
  ])('Every client finds the login from a Secret %s', async (_shape, secret) => {
    expect(await readsOf(image(ours), await step(newJob(folder), [secret(ours)]))).toEqual(everyone('read'));
  });

  test('skopeo can push with the login that a step wrote', async () => {
    const env = await step(newJob(folder), [fieldsOf(ours)]);
    const local = `dir:${join(folder, 'pulled')}`;
    const pushed = `${ours.host}/team/pushed:1`;
    await must('skopeo', ['copy', '--insecure-policy', `docker://${image(ours)}`, local], env);
    await must('skopeo', ['copy', '--insecure-policy', local, `docker://${pushed}`], env);

    expect(await readsOf(pushed, env)).toEqual(everyone('read'));
  });

  test('Every client is refused if the password in the Secret is wrong', async () => {
    const secret = { ...fieldsOf(ours), password: 'another' };

    expect(await readsOf(image(ours), await step(newJob(folder), [secret]))).toEqual(everyone('refused'));
  });

  test('Every client is refused without the step', async () => {
    expect(await readsOf(image(ours), newJob(folder).env)).toEqual(everyone('refused'));
  });

  test('All clients find the login to Docker Hub under the name docker.io', async () => {
    const env = await step(newJob(folder), [{ registry: 'docker.io', username: 'whale', password: 'harpoon' }]);

    expect(await must('crane', ['auth', 'get', 'docker.io'], env)).toBe('{"Username":"whale","Secret":"harpoon"}');
    expect(await must('skopeo', ['login', '--get-login', 'docker.io'], env)).toBe('whale');
    expect(await must('containers-image', ['get-login', 'docker.io'], env)).toBe('whale');
  });

  test('The logins of two steps work in later steps', async () => {
    const job = newJob(folder);
    const env = await step(job, [fieldsOf(earlier)], await step(job, [fieldsOf(ours)]));

    expect(await readsOf(image(ours), env)).toEqual(everyone('read'));
    expect(await readsOf(image(earlier), env)).toEqual(everyone('read'));
  });

  test('The login of a step replaces an earlier one to the same registry', async () => {
    const job = newJob(folder);
    const wrong = { auth: Buffer.from('ours:of-last-year').toString('base64') };
    job.write('.docker/config.json', { auths: { [ours.host]: wrong } });
    job.write('run/containers/auth.json', { auths: { [ours.host]: wrong } });

    expect(await readsOf(image(ours), await step(job, [fieldsOf(ours)]))).toEqual(everyone('read'));
  });
});

describe('A login that existed before the step', () => {
  /** Reads an image with the earlier login and one with ours. */
  const both = async (env: Environment) => [await readsOf(image(earlier), env), await readsOf(image(ours), env)];

  test('A login of docker in the home folder keeps working', async () => {
    const job = newJob(folder);
    job.write('.docker/config.json', { auths: loginTo(earlier) });

    expect(await both(await step(job, [fieldsOf(ours)]))).toEqual([everyone('read'), everyone('read')]);
  });

  test('A login of docker in DOCKER_CONFIG keeps working', async () => {
    const job = newJob(folder);
    job.write('elsewhere/config.json', { auths: loginTo(earlier) });
    const env = await step(job, [fieldsOf(ours)], { ...job.env, DOCKER_CONFIG: join(job.home, 'elsewhere') });

    expect(await both(env)).toEqual([everyone('read'), everyone('read')]);
  });

  test.each([
    ['in its usual place', {}],
    ['in REGISTRY_AUTH_FILE', { REGISTRY_AUTH_FILE: 'auth.json' }],
  ])('A login of skopeo %s keeps working', async (_where, variables) => {
    const job = newJob(folder);
    const named = Object.entries(variables).map(([name, path]) => [name, join(job.home, path)]);
    const before = { ...job.env, ...Object.fromEntries(named) };
    const { host, username, password } = earlier;
    await must('skopeo', ['login', '-u', username, '-p', password, host], before);
    const [atFirst, afterwards] = [
      await readsOf(image(earlier), before),
      await both(await step(job, [fieldsOf(ours)], before)),
    ];

    expect(atFirst).toEqual({ ...everyone('read'), docker: 'refused' });
    expect(afterwards).toEqual([everyone('read'), everyone('read')]);
  });

  test('A login of docker keeps working for a host that is excluded from the credential store', async () => {
    const job = newJob(folder);
    const helpers = { credsStore: 'fake', credHelpers: { [earlier.host]: '' } };
    job.write('.docker/config.json', { ...helpers, auths: loginTo(earlier) });

    expect(await both(await step(job, [fieldsOf(ours)]))).toEqual([everyone('read'), everyone('read')]);
  });

  test('A credential helper of another host keeps working, and the helper of our host is not used', async () => {
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

/** How each client logs in to a registry. */
const LOGINS: readonly (readonly [program: string, args: (server: RegistryServer) => string[]])[] = [
  ['docker', ({ host, username, password }) => ['login', '-u', username, '-p', password, host]],
  ['crane', ({ host, username, password }) => ['auth', 'login', '-u', username, '-p', password, host]],
  ['skopeo', ({ host, username, password }) => ['login', '-u', username, '-p', password, host]],
  ['containers-image', ({ host, username, password }) => ['login', host, username, password]],
];

describe('A login after the step', () => {
  /** Logs in to the earlier registry after a step for ours, and reads an image of both. */
  const bothAfter = async (login: (typeof LOGINS)[number], env: Environment) => {
    const [program, args] = login;
    await must(program, args(earlier), env);
    return [await readsOf(image(earlier), env), await readsOf(image(ours), env)];
  };

  test.each(LOGINS)('Every client finds a later login of %s', async (...login) => {
    const env = await step(newJob(folder), [fieldsOf(ours)]);

    expect(await bothAfter(login, env)).toEqual([everyone('read'), everyone('read')]);
  });

  test('A later step of the action keeps the login of docker', async () => {
    const job = newJob(folder);
    const env = await step(job, [fieldsOf(ours)]);
    await bothAfter(LOGINS[0] ?? ['', () => []], env);

    expect(await readsOf(image(earlier), await step(job, [fieldsOf(stored)], env))).toEqual(everyone('read'));
  });

  test.each(LOGINS)('A later login of %s removes no setting of docker', async (...login) => {
    const job = newJob(folder);
    job.write('.docker/config.json', { currentContext: 'far', proxies: { default: { httpProxy: 'http://p' } } });
    await must('docker', ['context', 'create', 'far', '--docker', 'host=tcp://127.0.0.1:9'], job.env);
    const env = await step(job, [fieldsOf(ours)]);
    const [ofEarlier, ofOurs] = await bothAfter(login, env);

    const seenByDocker = ['docker', 'crane'].includes(login[0]) ? 'read' : 'refused';
    expect([ofEarlier, ofOurs]).toEqual([{ ...everyone(seenByDocker), ...family('read') }, everyone('read')]);
    expect(await must('docker', ['context', 'show'], env)).toBe('far');
    expect(JSON.parse(readFileSync(join(String(env['DOCKER_CONFIG']), 'config.json'), 'utf8'))).toMatchObject({
      proxies: { default: { httpProxy: 'http://p' } },
    });
  });

  test('A later step of the action keeps a login of podman that docker did not find', async () => {
    const job = newJob(folder);
    job.write('.docker/config.json', { proxies: { default: { httpProxy: 'http://p' } } });
    const env = await step(job, [fieldsOf(ours)]);
    await must('containers-image', ['login', earlier.host, earlier.username, earlier.password], env);

    expect(await readsOf(image(earlier), await step(job, [fieldsOf(stored)], env))).toEqual(everyone('read'));
  });

  test('Docker uses a later login of podman to a part of a registry for the whole registry', async () => {
    const env = await step(newJob(folder), [fieldsOf(ours)]);
    await must('containers-image', ['login', `${earlier.host}/another`, earlier.username, earlier.password], env);

    expect(await readsOf(image(earlier), env)).toEqual({ ...everyone('read'), ...family('refused') });
  });

  test('Docker keeps its login to Docker Hub after a login of podman to docker.io', async () => {
    const env = await step(newJob(folder), [{ registry: 'docker.io', username: 'whale', password: 'harpoon' }]);
    await must('containers-image', ['login', 'docker.io', 'crab', 'pincers'], env);

    expect(await must('crane', ['auth', 'get', 'docker.io'], env)).toBe('{"Username":"whale","Secret":"harpoon"}');
    expect(await must('containers-image', ['get-login', 'docker.io'], env)).toBe('crab');
  });

  test('Every client reads an image if the password in the Secret ends with a newline', async () => {
    const secret = { ...fieldsOf(ours), password: `${ours.password}\n` };

    expect(await readsOf(image(ours), await step(newJob(folder), [secret]))).toEqual(everyone('read'));
  });

  test('With a credential store, the current library of podman does not find a later login of docker', async () => {
    const job = newJob(folder);
    job.write('.docker/config.json', { credsStore: 'fake' });
    const env = await step(job, [fieldsOf(ours)]);
    job.store(earlier.host, earlier);

    expect(await readsOf(image(earlier), env)).toEqual({ ...everyone('read'), ...family('refused') });
    expect(await readsOf(image(ours), env)).toEqual(everyone('read'));
  });
});

describe('A credential store of docker', () => {
  const withStore = () => {
    const job = newJob(folder);
    job.write('.docker/config.json', { credsStore: 'fake', auths: { [stored.host]: {} } });
    job.store(stored.host, stored);
    job.store(ours.host, { username: 'ours', password: 'of-last-year' });
    return job;
  };

  test('A credential store still provides its logins to the clients that support stores', async () => {
    const job = withStore();

    expect(await readsOf(image(stored), await step(job, [fieldsOf(ours)]))).toEqual({
      ...everyone('read'),
      ...family('refused'),
    });
    expect(await readsOf(image(stored), job.env)).toEqual({ ...everyone('read'), ...family('refused') });
  });

  test('A credential store does not hide our login, and only crane queries it, for the repository', async () => {
    const job = withStore();

    expect(await readsOf(image(ours), await step(job, [fieldsOf(ours)]))).toEqual(everyone('read'));
    expect(job.asked()).toEqual([`get ${ours.host}/team/tiny`]);
  });

  test('skopeo fails with the file of docker if there is a credential store, so the step writes two files', async () => {
    const env = await step(withStore(), [fieldsOf(ours)]);
    const config = join(String(env['DOCKER_CONFIG']), 'config.json');
    const { output } = await run('skopeo', ['inspect', '--raw', `docker://${image(ours)}`], {
      ...env,
      REGISTRY_AUTH_FILE: config,
    });

    expect(output).toContain('docker-credential-');
  });
});

describe('The other files of docker', () => {
  test('Contexts and plug-ins of docker keep working after a step', async () => {
    const job = newJob(folder);
    await must('docker', ['context', 'create', 'far', '--docker', 'host=tcp://127.0.0.1:9'], job.env);
    job.write('.docker/cli-plugins/docker-hello', `#!/bin/sh\n[ "$1" = hello ] && echo hello || echo '${HELLO}'\n`);
    const env = await step(job, [fieldsOf(ours)]);

    expect((await must('docker', ['context', 'ls', '--format', '{{.Name}}'], env)).split('\n')).toContain('far');
    expect(await must('docker', ['hello'], env)).toBe('hello');
  });
});

/** The metadata that a plug-in of docker prints: docker/cli cli-plugins/metadata. */
const HELLO = JSON.stringify({ SchemaVersion: '0.1.0', Vendor: 'tests', Version: '1', ShortDescription: 'hello' });
