import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../support/project.js';

const read = (...path: string[]): string => readFileSync(join(projectRoot, ...path), 'utf8');

describe('dist/', () => {
  test.each(['index.js', 'post.js'])('%s is under 200 kB and readable', (bundle) => {
    const text = read('dist', bundle);
    expect(Buffer.byteLength(text)).toBeLessThan(200_000);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(1_000);
  });

  test.each(['index.js', 'post.js'])('%s holds no second HTTP stack and nothing that starts a program', (bundle) => {
    expect(read('dist', bundle)).not.toMatch(/llhttp|node_modules\/undici|child_process/);
  });

  // An ESM import of node:http reads all its exports, and three of them load Node's own undici: 35 ms for nothing.
  test.each(['index.js', 'post.js'])('%s imports node:http by require only', (bundle) => {
    expect(read('dist', bundle)).not.toMatch(/from ["'](?:node:)?https?["']/);
  });

  test('index.js names no place of the machine that built it', () => {
    expect(read('dist', 'index.js')).not.toContain(projectRoot);
  });

  test('licenses.txt names every package in the bundles', () => {
    const packages = [...read('dist', 'licenses.txt').matchAll(/^(@?[\w/-]+) \d+\.\d+\.\d+$/gm)].map(
      ([, name]) => name,
    );
    const bundled = [...read('dist', 'index.js').matchAll(/\.\/node_modules\/((?:@[\w-]+\/)?[\w-]+)/g)].map(
      ([, name]) => name,
    );
    expect(packages).toEqual([...new Set(bundled)].sort());
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
