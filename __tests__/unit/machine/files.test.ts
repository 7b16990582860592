import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type PlannedFile, removeFolder, writeFiles } from '../../../src/machine/files.js';

let root = '';
let folder = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'files-')));
  folder = join(root, 'step');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const modeOf = (path: string) => (statSync(join(folder, path)).mode & 0o777).toString(8);
const testOnUnix = process.platform === 'win32' ? test.skip : test;

describe('the files of a step', () => {
  test('stand in a folder of its own, byte for byte', () => {
    const bytes = Buffer.from([0xff, 0x00, 0x0d, 0x0a]);
    writeFiles(folder, [
      { path: 'KEY', content: bytes },
      { path: 'a/b/text', content: 'ä\n' },
      { path: 'empty', content: '' },
    ]);

    expect(readFileSync(join(folder, 'KEY'))).toEqual(bytes);
    expect(readFileSync(join(folder, 'a', 'b', 'text'), 'utf8')).toBe('ä\n');
    expect(readFileSync(join(folder, 'empty'), 'utf8')).toBe('');
  });

  testOnUnix.each([0o000, 0o022, 0o077])(
    'are for their owner only, whatever the umask: %i (not on Windows)',
    (mask) => {
      const before = process.umask(mask);
      try {
        writeFiles(folder, [
          { path: 'KEY', content: 'k' },
          { path: 'a/b/text', content: 'k' },
        ]);
      } finally {
        process.umask(before);
      }

      expect(['', 'a', 'a/b', 'KEY', 'a/b/text'].map(modeOf)).toEqual(['700', '700', '700', '600', '600']);
    },
  );

  test('without one there is no folder', () => {
    writeFiles(folder, []);

    expect(existsSync(folder)).toBe(false);
  });

  testOnUnix('may be links to what is there (not on Windows)', () => {
    mkdirSync(join(root, 'plugins'));
    writeFiles(folder, [
      { path: 'd/plugins', linkTo: join(root, 'plugins') },
      { path: 'd/gone', linkTo: join(root, 'gone') },
    ]);

    expect(readlinkSync(join(folder, 'd', 'plugins'))).toBe(join(root, 'plugins'));
    expect(lstatSync(join(folder, 'd', 'gone')).isSymbolicLink()).toBe(true);
  });

  testOnUnix('are removed with their links, and not what these lead to (not on Windows)', () => {
    mkdirSync(join(root, 'plugins'));
    writeFileSync(join(root, 'plugins', 'one'), 'x');
    writeFiles(folder, [
      { path: 'KEY', content: 'k' },
      { path: 'plugins', linkTo: join(root, 'plugins') },
    ]);

    removeFolder(folder);

    expect(readdirSync(root)).toEqual(['plugins']);
    expect(readdirSync(join(root, 'plugins'))).toEqual(['one']);
    expect(() => removeFolder(folder)).not.toThrow();
  });
});

describe('nothing that is there is followed or overwritten', () => {
  const FILE: PlannedFile = { path: 'KEY', content: 'k' };

  test.each<[string, () => void]>([
    ['a folder, be it empty', () => mkdirSync(folder)],
    ['a file', () => writeFileSync(folder, 'x')],
    ...(process.platform === 'win32'
      ? []
      : [
          ['a link to a folder', () => symlinkSync(root, folder)] as [string, () => void],
          ['a link to nothing', () => symlinkSync(join(root, 'gone'), folder)] as [string, () => void],
        ]),
  ])('where the folder is to stand: %s', (_what, make) => {
    make();

    expect(() => writeFiles(folder, [FILE])).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(readdirSync(root)).toEqual(['step']);
  });

  testOnUnix.each<[string, PlannedFile]>([
    ['a file', { path: 'x', content: 'other' }],
    ['a link to a file', { path: 'x', linkTo: '../target' }],
    ['a link to nothing', { path: 'x', linkTo: '../gone' }],
  ])('where a file is to stand: %s (not on Windows)', (_what, first) => {
    writeFileSync(join(root, 'target'), 'untouched');

    expect(() => writeFiles(folder, [first, { path: 'x', content: 'k' }])).toThrow(
      expect.objectContaining({ code: 'EEXIST' }),
    );
    expect(() => writeFiles(join(root, 'step-2'), [first, { path: 'x', linkTo: root }])).toThrow('EEXIST');
    expect(readFileSync(join(root, 'target'), 'utf8')).toBe('untouched');
    expect(existsSync(join(root, 'gone'))).toBe(false);
  });

  test('where there is no folder for temporary files', () => {
    expect(() => writeFiles(join(root, 'gone', 'step'), [FILE])).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});
