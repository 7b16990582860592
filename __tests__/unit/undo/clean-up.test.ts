import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cleanUp } from '../../../src/undo/clean-up.js';

/** The state of a step that wrote these files. */
const wrote = (...files: string[]) => ({ files, variables: [] });

const start = process.cwd();
let root = '';
let temp = '';
let outside = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cleanup-'));
  temp = join(root, 'temp');
  outside = join(root, 'outside');
  for (const folder of [temp, outside]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'file'), 'x');
  }
  // A cleanup that is broken may remove what a relative path means: then here.
  process.chdir(root);
});

afterEach(() => {
  process.chdir(start);
  rmSync(root, { recursive: true, force: true });
});

describe('the post step removes', () => {
  test('a file of ours', () => {
    expect(cleanUp(wrote(join(temp, 'file')), temp)).toEqual({
      line: '1 of 1 files and folders removed.',
      failed: false,
    });
    expect(existsSync(join(temp, 'file'))).toBe(false);
  });

  test('a folder of ours with all that is in it', () => {
    mkdirSync(join(temp, 'folder', 'deep'), { recursive: true });
    writeFileSync(join(temp, 'folder', 'deep', 'file'), 'x');

    expect(cleanUp(wrote(join(temp, 'folder')), temp)).toMatchObject({ failed: false });
    expect(existsSync(join(temp, 'folder'))).toBe(false);
  });

  test('nothing more of a file that is gone, which is as good', () => {
    expect(cleanUp(wrote(join(temp, 'gone')), temp)).toEqual({
      line: '1 of 1 files and folders removed.',
      failed: false,
    });
  });

  test('a file whose name only starts like the parent folder', () => {
    writeFileSync(join(temp, '..file'), 'x');

    expect(cleanUp(wrote(join(temp, '..file')), temp).failed).toBe(false);
    expect(existsSync(join(temp, '..file'))).toBe(false);
  });

  const testOnUnix = process.platform === 'win32' ? test.skip : test;

  testOnUnix('a link, and not what it leads to (not on Windows)', () => {
    symlinkSync(join(outside, 'file'), join(temp, 'link'));
    symlinkSync(outside, join(temp, 'folder-link'));

    expect(cleanUp(wrote(join(temp, 'link'), join(temp, 'folder-link')), temp).failed).toBe(false);
    expect(existsSync(join(temp, 'link'))).toBe(false);
    expect(existsSync(join(outside, 'file'))).toBe(true);
  });

  testOnUnix.each([
    ['behind it', join('link', 'file')],
    ['behind it and back', 'link/../outside/file'],
    ['where a slash follows it', 'link/'],
    ['where a slash and a dot follow it', 'link/.'],
  ])('nothing that a link leads to elsewhere: %s (not on Windows)', (_where, path) => {
    symlinkSync(outside, join(temp, 'link'));

    cleanUp(wrote(`${temp}/${path}`), temp);

    expect(existsSync(join(outside, 'file'))).toBe(true);
  });
});

describe('the post step leaves, and says so,', () => {
  test.each<[string, () => string]>([
    ['a file elsewhere', () => join(outside, 'file')],
    ['a file elsewhere by way of our folder', () => `${temp}/../outside/file`],
    ['the folder itself', () => temp],
    ['the folder above', () => root],
    ['a relative path', () => join('outside', 'file')],
    ['no path at all', () => ''],
  ])('%s', (_what, file) => {
    const report = cleanUp(wrote(file(), join(temp, 'file')), temp);

    expect(report.failed).toBe(true);
    expect(report.line).toMatch(
      /^1 of 2 files and folders removed \(left, because not below RUNNER_TEMP or not removable: ".*"\)\.$/s,
    );
    expect([temp, root, join(outside, 'file')].map((path) => existsSync(path))).toEqual([true, true, true]);
    expect(existsSync(join(temp, 'file'))).toBe(false);
  });

  test('everything, where the runner names no folder for temporary files', () => {
    expect(cleanUp(wrote(join(temp, 'file')), '')).toMatchObject({ failed: true });
    expect(existsSync(join(temp, 'file'))).toBe(true);
  });
});

describe('of the folder in which steps share tokens the post step removes', () => {
  const files = ['own', 'own.draft'];
  /** Leaves the cache of a step, which is in this folder, and gives what is there then. */
  const leave = (folder: string, others: readonly string[]) => {
    mkdirSync(folder, { recursive: true });
    for (const name of [...files.slice(0, 1), ...others]) writeFileSync(join(folder, name), 'x');
    const cache = { folder, files: files.map((name) => join(folder, name)) };
    const report = cleanUp({ ...wrote(), cache }, temp);
    return [report, existsSync(folder) ? readdirSync(folder) : undefined];
  };
  const quiet = { line: 'No files to remove.', failed: false };

  test('all, where this step is the last one', () => {
    expect(leave(join(temp, 'cache'), [])).toEqual([quiet, undefined]);
  });

  test('its own file, where others have theirs', () => {
    expect(leave(join(temp, 'cache'), ['other'])).toEqual([quiet, ['other']]);
  });

  test('nothing elsewhere', () => {
    expect(leave(join(root, 'elsewhere'), [])).toEqual([quiet, ['own']]);
  });

  test('nothing twice: a folder that is gone is as good', () => {
    const folder = join(temp, 'never');

    expect(cleanUp({ ...wrote(), cache: { folder, files: [join(folder, 'own')] } }, temp)).toEqual(quiet);
  });
});

test('what the action keeps for itself goes without a word, unless it cannot', () => {
  expect(cleanUp({ ...wrote(), scratch: [join(temp, 'file')] }, temp)).toEqual({
    line: 'No files to remove.',
    failed: false,
  });
  expect(existsSync(join(temp, 'file'))).toBe(false);
  expect(cleanUp({ ...wrote(), scratch: [join(outside, 'file')] }, temp).failed).toBe(true);
  expect(existsSync(join(outside, 'file'))).toBe(true);
});

describe('the post step says in one line', () => {
  test.each<[string, Parameters<typeof cleanUp>[0], string]>([
    ['that main left nothing', undefined, 'Nothing to clean up.'],
    ['that there were no files', wrote(), 'No files to remove.'],
  ])('%s', (_what, state, line) => {
    expect(cleanUp(state, temp)).toEqual({ line, failed: false });
  });
});
