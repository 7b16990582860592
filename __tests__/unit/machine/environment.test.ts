import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { isGitHubRunner, readEnvironment } from '../../../src/machine/environment.js';

const temp = mkdtempSync(join(tmpdir(), 'environment-'));
const platform = process.platform;
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

describe('readEnvironment', () => {
  test('Each step has a folder of a unique name below RUNNER_TEMP', () => {
    const one = readEnvironment({ RUNNER_TEMP: temp }, () => {});
    const other = readEnvironment({ RUNNER_TEMP: temp }, () => {});

    expect(dirname(one.folder)).toBe(temp);
    expect(basename(one.folder)).toMatch(/^bearer-login-[0-9a-f-]{36}$/);
    expect(other.folder).not.toBe(one.folder);
    expect(one.pathOf('a/b')).toBe(join(one.folder, 'a', 'b'));
  });

  test.each<[NodeJS.Platform, object]>([
    ['linux', { bytes: 131_072 }],
    ['darwin', { bytes: 131_072 }],
    ['win32', { characters: 32_767 }],
  ])('The limit of a variable on %s is %j', (name, limit) => {
    Object.defineProperty(process, 'platform', { value: name });

    expect(readEnvironment({ RUNNER_TEMP: temp }, () => {}).limit).toEqual(limit);
  });

  test('A variable of the job that is empty counts as absent', () => {
    const { variable } = readEnvironment({ A: 'a', B: '' }, () => {});

    expect([variable('A'), variable('B'), variable('C')]).toEqual(['a', undefined, undefined]);
  });

  test('The places of docker come from the variables of the job and from the machine', () => {
    const env = { DOCKER_CONFIG: '/d', REGISTRY_AUTH_FILE: '/a.json', XDG_RUNTIME_DIR: '/r', XDG_CONFIG_HOME: '/c' };

    expect(readEnvironment({ RUNNER_TEMP: temp, ...env }, () => {}).dockerPlaces).toEqual({
      dockerConfig: '/d',
      registryAuthFile: '/a.json',
      xdgRuntimeDir: '/r',
      xdgConfigHome: '/c',
      home: homedir(),
      uid: process.getuid?.(),
      platform,
    });
  });
});

describe('isGitHubRunner', () => {
  test.each<[what: string, variables: Record<string, string>, expected: boolean]>([
    ['GitHub', { GITHUB_ACTIONS: 'true' }, true],
    ['GitHub, if the job sets ACT to an empty text', { GITHUB_ACTIONS: 'true', ACT: '' }, true],
    ['GitHub, if the job has a token for Gitea', { GITHUB_ACTIONS: 'true', GITEA_TOKEN: 'x' }, true],
    ['act', { GITHUB_ACTIONS: 'true', ACT: 'true' }, false],
    ['Gitea', { GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true' }, false],
    ['Forgejo', { GITHUB_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' }, false],
    ['no runner', { CI: 'true' }, false],
  ])('The variables of %s show whose runner it is', (_what, variables, expected) => {
    expect(isGitHubRunner(variables)).toBe(expected);
  });
});
