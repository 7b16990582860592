import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../harness/project.js';

/** docs/tested-with.md lists what is tested and in which versions. It must agree with scripts/e2e and __tests__/real. */

const read = (...path: string[]) => readFileSync(join(projectRoot, ...path), 'utf8');
const rows = read('docs', 'tested-with.md')
  .split('\n')
  .filter((line) => /^\| (?!system|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, system = '', version = '', files = '']) => ({ system, version, files }));

const packages = JSON.parse(read('package.json')).devDependencies as Record<string, string>;
const pinned = (file: string, name: string) => new RegExp(`^${name}==(.+)$`, 'm').exec(read(file))?.[1];
const installed = (name: string) =>
  new RegExp(`^install ${name} \\S+[@:=]v?([\\d.]+)`, 'm').exec(read('scripts/e2e/install.sh'))?.[1];

/** The start of a system's row, and the installed version. */
const VERSIONS: readonly (readonly [system: string, version: string | undefined])[] = [
  ['nektos/act', installed('act')],
  ['Keycloak', /^keycloak=(.+)$/m.exec(read('scripts/e2e/install.sh'))?.[1]],
  ['`descarteslabs`', pinned('scripts/e2e/python-clients/descarteslabs.txt', 'descarteslabs')],
  ['`earthdaily-earthone`', pinned('scripts/e2e/python-clients/earthone.txt', 'earthdaily-earthone')],
  ['Ory Hydra', installed('hydra')],
  ['Authlib', pinned('scripts/e2e/oauth-servers/authlib.txt', 'Authlib')],
  ['django-oauth-toolkit', pinned('scripts/e2e/oauth-servers/django-oauth-toolkit.txt', 'django-oauth-toolkit')],
  ['crane', installed('crane')],
  ['versitygw', installed('versitygw')],
  ['boto3', pinned('scripts/e2e/s3/requirements.txt', 'boto3')],
  ['PyYAML', pinned('scripts/e2e/s3/requirements.txt', 'PyYAML')],
  ['Gson', installed('gson')],
  ['awscli', pinned('scripts/e2e/s3/requirements.txt', 'awscli')],
  ['@aws-sdk/client-s3', JSON.parse(read('scripts/e2e/s3/javascript/package.json')).dependencies['@aws-sdk/client-s3']],
  ['dotenv of npm', packages['dotenv']],
  ['[oidc-provider]', packages['oidc-provider']],
  ['python-dotenv', `${installed('python-dotenv-1.0.1')} and ${installed('python-dotenv-1.2.4')}`],
  ['go.podman.io/image', /image\/v5 v([\d.]+)/.exec(read('scripts/e2e/containers-image/go.mod'))?.[1]],
  ["docker's parser", /cli v([\d.]+)/.exec(read('scripts/e2e/dotenv/envfile/go.mod'))?.[1]],
];

describe('docs/tested-with.md', () => {
  test('`docs/tested-with.md` names the installed version of every system', () => {
    const documented = VERSIONS.map(([system]) => [
      system,
      ...rows.filter((row) => row.system.startsWith(system)).map(({ version }) => version),
    ]);

    expect(documented).toEqual(VERSIONS);
  });

  test("Every other row names Debian's version", () => {
    const others = rows.filter(({ system }) => !VERSIONS.some(([name]) => system.startsWith(name)));

    expect(others.filter(({ version }) => !version.startsWith("Debian's"))).toEqual([]);
  });

  test('`docs/tested-with.md` names every file of `__tests__/real`, and no other', () => {
    const files = readdirSync(join(projectRoot, '__tests__', 'real')).flatMap(
      (name) => /^(.+)\.test\.ts$/.exec(name)?.[1] ?? [],
    );
    const named = [
      ...new Set(rows.flatMap(({ files }) => [...files.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))),
    ];
    const fits = (name: string, file: string) =>
      name.endsWith('*') ? file.startsWith(name.slice(0, -1)) : file === name;

    expect(files.filter((file) => !named.some((name) => fits(name, file)))).toEqual([]);
    expect(named.filter((name) => !files.some((file) => fits(name, file)))).toEqual([]);
  });
});
