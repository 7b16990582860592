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

describe('dist/', () => {
  test('`dist/` contains the entries and their chunks: certificates for main, signing, decompression and failures for both', () => {
    const chunks = [...Array(4).fill('<number>.index.js'), ...Array(3).fill('<number>.post.js')];

    expect(bundlesWhere(() => true).sort()).toEqual([...chunks, 'index.js', 'pkcs12.js', 'post.js'].sort());
  });

  test('Decompression is only in a chunk of each entry, which is loaded only for a compressed body', () => {
    expect(bundlesWhere((text) => text.includes('createBrotliDecompress'))).toEqual([
      '<number>.index.js',
      '<number>.post.js',
    ]);
  });

  test('Every bundle except pkcs12.js is smaller than 570 kB, and no line is longer than 1,000 characters', () => {
    const isTooLarge = (text: string) => Buffer.byteLength(text) >= 570_000;
    const hasLongLine = (text: string) => text.split('\n').some((line) => line.length >= 1_000);

    expect(bundlesWhere(isTooLarge)).toEqual(['pkcs12.js']);
    expect(bundlesWhere(hasLongLine).filter((name) => name !== 'pkcs12.js')).toEqual([]);
  });

  test('`jose` is only in a small chunk of each entry, which is loaded only to sign', () => {
    const signing = bundles.filter(({ text }) => text.includes('node_modules/jose/'));

    expect(bundlesWhere((text) => text.includes('node_modules/jose/'))).toEqual([
      '<number>.index.js',
      '<number>.post.js',
    ]);
    expect(Math.max(...signing.map(({ text }) => Buffer.byteLength(text)))).toBeLessThan(60_000);
  });

  test('`node-forge` is only in `pkcs12.js`', () => {
    expect(bundlesWhere((text) => text.includes('pkcs12FromAsn1'))).toEqual(['pkcs12.js']);
  });

  test('No bundle contains a second HTTP stack or code that starts a program', () => {
    expect(bundlesWhere((text) => /llhttp|node_modules\/undici|child_process/.test(text))).toEqual([]);
  });

  // An ESM import of node:http reads all its exports. Three of them load Node's own undici, which takes 35 ms.
  test('Every bundle loads node:http by require', () => {
    expect(bundlesWhere((text) => /from ["'](?:node:)?https?["']/.test(text))).toEqual([]);
  });

  test('No bundle names a folder of the machine that built it', () => {
    expect(bundlesWhere((text) => text.includes(projectRoot))).toEqual([]);
  });

  test('`licenses.txt` names exactly the packages in the bundles', () => {
    const packages = [...read('dist', 'licenses.txt').matchAll(/^(@?[\w/-]+) \d+\.\d+\.\d+$/gm)].map(
      ([, name]) => name,
    );
    const text = bundles.map((bundle) => bundle.text).join('\n');
    const bundled = [...text.matchAll(/\.\/node_modules\/((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name]) => name);
    // pkcs12.js contains no other package, and does not name this one in that form.
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
