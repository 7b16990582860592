import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Registry } from '../../../src/formats/registry.js';
import { type DockerPlaces, planDockerFiles, readDockerFiles } from '../../../src/machine/docker-files.js';

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
/** The hosts in each of the two files. */
const hostsIn = (places: Partial<DockerPlaces> = {}) =>
  plan(places)
    .slice(0, 2)
    .map((file) => Object.keys(JSON.parse('content' in file ? String(file.content) : '').auths));

test('holds the two files where nothing was', () => {
  expect(plan().map(({ path }) => path)).toEqual(['config.json', 'registry-auth.json']);
  expect(hostsIn()).toEqual([['ghcr.io'], ['ghcr.io']]);
});

test.each<[string, string[], Partial<Record<keyof DockerPlaces, string>> & { hosts: string[][] }]>([
  ['in the home', ['.docker/config.json'], { hosts: [['0.io'], ['0.io']] }],
  [
    'where DOCKER_CONFIG says',
    ['d/config.json', '.docker/config.json'],
    { dockerConfig: 'd', hosts: [['0.io'], ['0.io']] },
  ],
  ['in an empty folder that DOCKER_CONFIG names', ['.docker/config.json'], { dockerConfig: 'd', hosts: [[], []] }],
  ['of podman', ['run/containers/auth.json'], { hosts: [['0.io'], ['0.io']] }],
  ['of podman, in the home', ['.config/containers/auth.json'], { hosts: [['0.io'], ['0.io']] }],
  [
    'of podman, where XDG_CONFIG_HOME says',
    ['c/containers/auth.json'],
    { xdgConfigHome: 'c', hosts: [['0.io'], ['0.io']] },
  ],
  [
    'where REGISTRY_AUTH_FILE says, alone',
    ['a.json', 'run/containers/auth.json'],
    { registryAuthFile: 'a.json', hosts: [['0.io'], ['0.io']] },
  ],
  [
    'where REGISTRY_AUTH_FILE says and nothing is',
    ['run/containers/auth.json'],
    { registryAuthFile: 'a.json', hosts: [[], []] },
  ],
  ['of both', ['.docker/config.json', 'run/containers/auth.json'], { hosts: [['0.io'], ['0.io', '1.io']] }],
  [
    'of podman on macOS',
    ['.config/containers/auth.json', 'run/containers/auth.json'],
    { platform: 'darwin', hosts: [['0.io'], ['0.io']] },
  ],
])('keeps logins %s', (_where, files, { hosts, ...places }) => {
  for (const [index, file] of files.entries()) {
    write(file, login(`${index}.io`));
  }
  const named = Object.entries(places).map(([name, path]) => [name, name === 'platform' ? path : join(home, path)]);

  expect(hostsIn(Object.fromEntries(named))).toEqual(hosts.map((kept) => [...kept, 'ghcr.io']));
});

test('takes podman before docker, unless DOCKER_CONFIG is set', () => {
  write('.docker/config.json', { auths: { 'a.io': ghcr } });
  write('run/containers/auth.json', { auths: { 'a.io': old } });
  const loginIn = (places: Partial<DockerPlaces>) => {
    const file = plan(places)[1];
    return file !== undefined && 'content' in file && JSON.parse(String(file.content)).auths['a.io'];
  };

  expect(loginIn({})).toEqual(old);
  expect(loginIn({ dockerConfig: join(home, '.docker') })).toEqual(ghcr);
});

test('keeps every digit of a number where this Node can', () => {
  write('.docker/config.json', '{"a":12345678901234567890}');
  const [config] = plan();
  const kept = 'rawJSON' in JSON ? '12345678901234567890' : '12345678901234567000';

  expect(config !== undefined && 'content' in config && config.content).toContain(`"a": ${kept}`);
});

test('reads an empty file as docker does', () => {
  write('.docker/config.json', '\n');

  expect(hostsIn()).toEqual([['ghcr.io'], ['ghcr.io']]);
});

test.each(['{"auths": hunter2', '[]', '"x"', '{"auths":[]}', '{"credHelpers":"x"}'])(
  'is not made over a damaged file: %s',
  (text) => {
    write('.docker/config.json', text);
    const path = join(home, '.docker', 'config.json');

    expect(() => plan()).toThrow(
      expect.objectContaining({
        code: 'publication_failed',
        message: `The file "${path}" is not a docker configuration`,
        advice: 'Correct or remove the file: docker and podman cannot read it either',
        cause: undefined,
      }),
    );
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

test('is not made over a file that cannot be read', () => {
  mkdirSync(join(home, '.docker', 'config.json'), { recursive: true });

  expect(() => plan()).toThrow(`"${join(home, '.docker', 'config.json')}" cannot be read (EISDIR)`);
});

describe('links to what else is there', () => {
  beforeEach(() => {
    for (const path of ['config.json', 'config.json123', 'buildx/current', 'contexts/meta/x', 'ca.pem']) {
      write(`.docker/${path}`, {});
    }
    mkdirSync(join(home, 'plugins'));
    symlinkSync(join(home, 'plugins'), join(home, '.docker', 'cli-plugins'));
    symlinkSync(join(home, 'nowhere'), join(home, '.docker', 'broken'));
  });

  const rest = (platform: NodeJS.Platform) =>
    plan({ platform })
      .slice(2)
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));

  test('on Linux and macOS', () => {
    expect(rest('linux')).toEqual([
      { path: 'buildx', linkTo: join(home, '.docker', 'buildx') },
      { path: 'ca.pem', linkTo: join(home, '.docker', 'ca.pem') },
      { path: 'cli-plugins', linkTo: join(home, 'plugins') },
      { path: 'contexts', linkTo: join(home, '.docker', 'contexts') },
    ]);
  });

  test('on Windows, where a file is copied', () => {
    expect(rest('win32')).toEqual([
      { path: 'buildx', linkTo: join(home, '.docker', 'buildx') },
      { path: 'ca.pem', content: Buffer.from('{}') },
      { path: 'cli-plugins', linkTo: join(home, 'plugins') },
      { path: 'contexts', linkTo: join(home, '.docker', 'contexts') },
    ]);
  });
});
