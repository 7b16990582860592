import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../harness/project.js';

const read = (...path: string[]): string => readFileSync(join(projectRoot, ...path), 'utf8');

/** The two entries, and what they load only when they need it. */
const bundles = readdirSync(join(projectRoot, 'dist')).filter((name) => name.endsWith('.js'));

describe('dist/', () => {
  test('has the two entries, and what they load when they need it: signing, certificates, old PKCS#12 files', () => {
    const chunkOf = (entry: string) => expect.stringMatching(new RegExp(`^\\d+\\.${entry}\\.js$`));
    const chunks = [chunkOf('index'), chunkOf('index'), chunkOf('post')];
    expect(bundles).toEqual([...chunks, 'index.js', 'pkcs12.js', 'post.js']);
  });

  test.each(bundles.filter((name) => name !== 'pkcs12.js'))('%s is under 500 kB and readable', (bundle) => {
    const text = read('dist', bundle);
    expect(Buffer.byteLength(text)).toBeLessThan(500_000);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(1_000);
  });

  test('holds the library that signs beside the entries, where nobody pays for it who does not sign', () => {
    const signing = bundles.filter((bundle) => read('dist', bundle).includes('node_modules/jose/'));

    expect(signing).toEqual([expect.stringMatching(/^\d+\.index\.js$/), expect.stringMatching(/^\d+\.post\.js$/)]);
    expect(Math.max(...signing.map((bundle) => Buffer.byteLength(read('dist', bundle))))).toBeLessThan(60_000);
  });

  test.each(bundles)('%s holds no second HTTP stack and nothing that starts a program', (bundle) => {
    expect(read('dist', bundle)).not.toMatch(/llhttp|node_modules\/undici|child_process/);
  });

  // An ESM import of node:http reads all its exports, and three of them load Node's own undici: 35 ms for nothing.
  test.each(bundles)('%s imports node:http by require only', (bundle) => {
    expect(read('dist', bundle)).not.toMatch(/from ["'](?:node:)?https?["']/);
  });

  test.each(['index.js', 'post.js'])('%s does not hold node-forge, which only few runs load', (bundle) => {
    expect(read('dist', bundle)).not.toContain('pkcs12FromAsn1');
    expect(read('dist', 'pkcs12.js')).toContain('pkcs12FromAsn1');
  });

  test('index.js names no place of the machine that built it', () => {
    expect(read('dist', 'index.js')).not.toContain(projectRoot);
  });

  test('licenses.txt names every package in the bundles', () => {
    const packages = [...read('dist', 'licenses.txt').matchAll(/^(@?[\w/-]+) \d+\.\d+\.\d+$/gm)].map(
      ([, name]) => name,
    );
    const text = bundles.map((bundle) => read('dist', bundle)).join('\n');
    const bundled = [...text.matchAll(/\.\/node_modules\/((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name]) => name);
    // The bundle of PKCS#12 files holds nothing but this one.
    expect(packages).toEqual([...new Set([...bundled, 'node-forge'])].sort());
  });
});

describe('src/', () => {
  const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );

  test.each(files)('%s has at most 150 lines', (file) => {
    expect(read('src', file).split('\n').length - 1).toBeLessThanOrEqual(150);
  });

  test('both entries are a paragraph', () => {
    const lengths = ['main.ts', 'post.ts'].map((file) => read('src', file).split('\n').length - 1);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(25);
  });
});

describe('packages', () => {
  const manifest = JSON.parse(read('package.json'));

  test('are pinned to a version or a folder', () => {
    const versions = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$|^file:\.\/stubs\//.test(version))).toEqual([]);
  });

  test('come from no address of their own', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "(?!stubs\/)/);
  });
});
