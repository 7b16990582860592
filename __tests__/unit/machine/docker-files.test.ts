import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Registry } from '../../../src/formats/registry.js';
import { type DockerPlaces, readDockerFiles } from '../../../src/machine/docker-files.js';
import { planDockerFiles } from '../../../src/machine/docker-plan.js';
import type { PlannedFile } from '../../../src/machine/files.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const GHCR: Registry = { server: 'ghcr.io', username: 'octocat', password: 'hunter2', identityToken: undefined };
const ghcr = { auth: base64('octocat:hunter2') };
const old = { auth: base64('old:login') };

let home: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'docker-files-')));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const write = (path: string, content: unknown = {}): void => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), typeof content === 'string' ? content : JSON.stringify(content));
};
const login = (host: string) => ({ auths: { [host]: old } });
const plan = (places: Partial<DockerPlaces> = {}) =>
  planDockerFiles([GHCR], readDockerFiles({ home, platform: 'linux', xdgRuntimeDir: join(home, 'run'), ...places }));
/** The document in a file of a plan. */
const documentIn = (files: readonly PlannedFile[], path: string) => {
  const file = files.find((one) => one.path === path);
  return JSON.parse(file !== undefined && 'content' in file ? String(file.content) : 'null');
};
/** The hosts in the one file that all clients read. */
const hostsIn = (places: Partial<DockerPlaces> = {}) => {
  const { files, authFile, notices } = plan(places);
  expect([authFile, notices]).toEqual(['config.json', []]);
  return Object.keys(documentIn(files, 'config.json').auths).toSorted();
};

test('Without existing files, the plan contains one file with the login alone', () => {
  expect(plan().files.map(({ path }) => path)).toEqual(['config.json']);
  expect(hostsIn()).toEqual(['ghcr.io']);
});

test.each<[string, string[], Partial<Record<keyof DockerPlaces, string>> & { hosts: string[] }]>([
  ['of docker in the home', ['.docker/config.json'], { hosts: ['0.io'] }],
  [
    'of docker in the folder that DOCKER_CONFIG names',
    ['d/config.json', '.docker/config.json'],
    { dockerConfig: 'd', hosts: ['0.io'] },
  ],
  ['of no file if DOCKER_CONFIG names an empty folder', ['.docker/config.json'], { dockerConfig: 'd', hosts: [] }],
  ['of podman in XDG_RUNTIME_DIR', ['run/containers/auth.json'], { hosts: ['0.io'] }],
  ['of podman in the home', ['.config/containers/auth.json'], { hosts: ['0.io'] }],
  [
    'of podman in the folder that XDG_CONFIG_HOME names',
    ['c/containers/auth.json'],
    { xdgConfigHome: 'c', hosts: ['0.io'] },
  ],
  [
    'only of the file that REGISTRY_AUTH_FILE names',
    ['a.json', 'run/containers/auth.json'],
    { registryAuthFile: 'a.json', hosts: ['0.io'] },
  ],
  [
    'of no file if REGISTRY_AUTH_FILE names a missing one',
    ['run/containers/auth.json'],
    { registryAuthFile: 'a.json', hosts: [] },
  ],
  [
    'of docker also if REGISTRY_AUTH_FILE names a file of podman',
    ['a.json', '.docker/config.json'],
    { registryAuthFile: 'a.json', hosts: ['0.io', '1.io'] },
  ],
  ['of docker and podman', ['.docker/config.json', 'run/containers/auth.json'], { hosts: ['0.io', '1.io'] }],
  [
    'of podman on macOS',
    ['.config/containers/auth.json', 'run/containers/auth.json'],
    { platform: 'darwin', hosts: ['0.io'] },
  ],
])('The plan keeps the logins %s', (_where, files, { hosts, ...places }) => {
  for (const [index, file] of files.entries()) {
    write(file, login(`${index}.io`));
  }
  const named = Object.entries(places).map(([name, path]) => [name, name === 'platform' ? path : join(home, path)]);

  expect(hostsIn(Object.fromEntries(named))).toEqual([...hosts, 'ghcr.io']);
});

test('A login of podman wins over a login of docker, unless DOCKER_CONFIG is set', () => {
  write('.docker/config.json', { auths: { 'a.io': ghcr } });
  write('run/containers/auth.json', { auths: { 'a.io': old } });
  const loginsIn = (places: Partial<DockerPlaces>) => {
    const { files, authFile } = plan(places);
    return ['config.json', authFile].map((path) => documentIn(files, path).auths['a.io']);
  };

  expect(loginsIn({})).toEqual([ghcr, old]);
  expect(loginsIn({ dockerConfig: join(home, '.docker') })).toEqual([ghcr, ghcr]);
});

test('Every digit of a number is kept if this version of Node supports it', () => {
  write('.docker/config.json', '{"a":12345678901234567890}');
  const [config] = plan().files;
  const kept = 'rawJSON' in JSON ? '12345678901234567890' : '12345678901234567000';

  expect(config !== undefined && 'content' in config && config.content).toContain(`"a": ${kept}`);
});

test('An empty file contains no logins', () => {
  write('.docker/config.json', '\n');

  expect(hostsIn()).toEqual(['ghcr.io']);
});

test.each(['{"auths": hunter2', '[]', '"x"', '{"auths":[]}', '{"credHelpers":"x"}'])(
  'A damaged file is an error and stays unchanged: %s',
  (text) => {
    write('.docker/config.json', text);
    const path = join(home, '.docker', 'config.json');

    expect(() => plan()).toThrow(
      expect.objectContaining({
        code: 'publication_failed',
        message: `The file "${path}" is not a docker configuration`,
        advice: ['Correct or remove the file: docker and podman cannot read it either'],
        cause: undefined,
      }),
    );
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

test('A file that cannot be read is an error', () => {
  mkdirSync(join(home, '.docker', 'config.json'), { recursive: true });

  expect(() => plan()).toThrow(`"${join(home, '.docker', 'config.json')}" cannot be read (EISDIR)`);
});

describe('The other files of docker', () => {
  beforeEach(() => {
    for (const path of [
      'config.json',
      'config.json123',
      '.tmp-config.json4',
      'my-config.json',
      'buildx/current',
      'contexts/meta/x',
      'ca.pem',
    ]) {
      write(`.docker/${path}`, {});
    }
    mkdirSync(join(home, 'plugins'));
    symlinkSync(join(home, 'plugins'), join(home, '.docker', 'cli-plugins'));
    symlinkSync(join(home, 'nowhere'), join(home, '.docker', 'broken'));
  });

  const rest = (platform: NodeJS.Platform) =>
    plan({ platform })
      .files.slice(1)
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));

  test('On Linux and macOS, links lead to the other files of docker', () => {
    expect(rest('linux')).toEqual([
      { path: 'buildx', linkTo: join(home, '.docker', 'buildx') },
      { path: 'ca.pem', linkTo: join(home, '.docker', 'ca.pem') },
      { path: 'cli-plugins', linkTo: join(home, 'plugins') },
      { path: 'contexts', linkTo: join(home, '.docker', 'contexts') },
      { path: 'my-config.json', linkTo: join(home, '.docker', 'my-config.json') },
    ]);
  });

  test('On Windows, a file of docker is copied, since a link needs a permission', () => {
    expect(rest('win32')).toEqual([
      { path: 'buildx', linkTo: join(home, '.docker', 'buildx') },
      { path: 'ca.pem', content: Buffer.from('{}') },
      { path: 'cli-plugins', linkTo: join(home, 'plugins') },
      { path: 'contexts', linkTo: join(home, '.docker', 'contexts') },
      { path: 'my-config.json', content: Buffer.from('{}') },
    ]);
  });
});
