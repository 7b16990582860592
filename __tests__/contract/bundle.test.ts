import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../harness/project.js';

const read = (...path: string[]): string => readFileSync(join(projectRoot, ...path), 'utf8');

/** The entries in dist/, and the chunks that they load on demand, each with its text. */
const bundles = readdirSync(join(projectRoot, 'dist'))
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, text: read('dist', name) }));

/** The names of the bundles whose text has a property. */
const bundlesWhere = (has: (text: string) => boolean) =>
  bundles.filter(({ text }) => has(text)).map(({ name }) => name.replace(/^\d+/, '<number>'));

/** The entries, which every start reads; each chunk is read only when it is needed. */
const ENTRIES = ['index.js', 'post.js'];

/** The names of the bundles that contain a text. */
const bundlesWith = (text: string) => bundlesWhere((bundle) => bundle.includes(text));

describe('dist/', () => {
  test('`dist/` contains the two entries and their chunks', () => {
    const others = bundlesWhere(() => true).filter((name) => !/^<number>\.(?:index|post)\.js$/.test(name));

    expect(others).toEqual(ENTRIES);
  });

  test('index.js is smaller than 300 kB, post.js than 60 kB, and no line of our own code is longer than 1,000 characters', () => {
    const hasLongLine = (text: string) => text.split('\n').some((line) => line.length >= 1_000);
    const sizeOf = (entry: string) => Buffer.byteLength(read('dist', entry));

    expect([sizeOf('index.js') < 300_000, sizeOf('post.js') < 60_000]).toEqual([true, true]);
    expect(bundlesWhere((text) => hasLongLine(text) && !text.includes('node_modules/node-forge/'))).toEqual([]);
  });

  test.each([
    ['Decompression', 'createBrotliDecompress', ['<number>.index.js', '<number>.post.js']],
    ['`jose`', 'node_modules/jose/', ['<number>.index.js', '<number>.post.js']],
    ['`@actions/http-client`', 'class HttpClient ', ['<number>.index.js', '<number>.post.js']],
    ['`node-forge`', 'forge.pki = forge.pki', ['<number>.index.js']],
    ['What describes a failure', 'function reportFailure', ['<number>.index.js']],
    ['What fetches Secrets', 'function fetchSecrets(settings, login, ports)', ['<number>.index.js']],
    ['What plans a publication', 'function planPublication', ['<number>.index.js']],
    ['What revokes a token', 'function revokeToken', ['<number>.post.js']],
  ])('%s is only in chunks, which are read only when they are needed', (_what, text, expected) => {
    expect([...new Set(bundlesWith(text))]).toEqual(expected);
  });

  test('No bundle contains a second HTTP stack or code that starts a program', () => {
    expect(
      bundlesWhere((text) => /llhttp|node_modules\/undici|child_process|worker_threads|process\.title/.test(text)),
    ).toEqual([]);
  });

  test('No bundle loads a module of Node before its first use', () => {
    const loadsAtOnce = (text: string) =>
      /(?<!onFirstUse\(\(\) => )require\("(?!\.)/.test(text) || /^import /m.test(text);

    expect(bundlesWhere(loadsAtOnce)).toEqual([]);
    expect(bundlesWith('onFirstUse(() => require("node:https"))').length).toBeGreaterThan(0);
  });

  test('No bundle names a folder of the machine that built it', () => {
    expect(bundlesWhere((text) => text.includes(projectRoot))).toEqual([]);
  });

  test('`licenses.txt` names exactly the packages in the bundles', () => {
    const packages = [...read('dist', 'licenses.txt').matchAll(/^(@?[\w/-]+) \d+\.\d+\.\d+$/gm)].map(
      ([, name]) => name,
    );
    const text = bundles.map((bundle) => bundle.text).join('\n');
    const bundled = [...text.matchAll(/\/node_modules\/((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name]) => name);
    // ncc names the files of CommonJS packages in another form.
    expect(packages).toEqual([...new Set([...bundled, 'node-forge'])].sort());
  });
});

describe('src/', () => {
  test('`main.ts`, `post.ts` and `run.ts` have at most 25 lines each', () => {
    const lengths = ['main.ts', 'post.ts', 'run.ts'].map((file) => read('src', file).split('\n').length - 1);

    expect(lengths.filter((length) => length > 25)).toEqual([]);
  });
});

describe('package.json', () => {
  const manifest = JSON.parse(read('package.json'));

  test('Every dependency is pinned to a version or is a folder of this project', () => {
    const versions = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies });

    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$|^file:\.\//.test(version))).toEqual([]);
  });

  test('The lock file names no address of a registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "(?!stubs\/|harness\/)/);
  });
});
