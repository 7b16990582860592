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
  // A broken cleanup may remove what a relative path names, so relative paths start here.
  process.chdir(root);
});

afterEach(() => {
  process.chdir(start);
  rmSync(root, { recursive: true, force: true });
});

describe('cleanUp removes files below RUNNER_TEMP', () => {
  test('A file is removed', () => {
    expect(cleanUp(wrote(join(temp, 'file')), temp)).toEqual({
      line: '1 of 1 files and folders removed.',
      failed: false,
    });
    expect(existsSync(join(temp, 'file'))).toBe(false);
  });

  test('A folder is removed with its content', () => {
    mkdirSync(join(temp, 'folder', 'deep'), { recursive: true });
    writeFileSync(join(temp, 'folder', 'deep', 'file'), 'x');

    expect(cleanUp(wrote(join(temp, 'folder')), temp)).toMatchObject({ failed: false });
    expect(existsSync(join(temp, 'folder'))).toBe(false);
  });

  test('A missing file counts as removed', () => {
    expect(cleanUp(wrote(join(temp, 'gone')), temp)).toEqual({
      line: '1 of 1 files and folders removed.',
      failed: false,
    });
  });

  test('A file whose name starts with two dots is removed', () => {
    writeFileSync(join(temp, '..file'), 'x');

    expect(cleanUp(wrote(join(temp, '..file')), temp).failed).toBe(false);
    expect(existsSync(join(temp, '..file'))).toBe(false);
  });

  const testOnUnix = process.platform === 'win32' ? test.skip : test;

  testOnUnix('A link is removed, but not its target (not on Windows)', () => {
    symlinkSync(join(outside, 'file'), join(temp, 'link'));
    symlinkSync(outside, join(temp, 'folder-link'));

    expect(cleanUp(wrote(join(temp, 'link'), join(temp, 'folder-link')), temp).failed).toBe(false);
    expect(existsSync(join(temp, 'link'))).toBe(false);
    expect(existsSync(join(outside, 'file'))).toBe(true);
  });

  testOnUnix.each([
    ['in its target', join('link', 'file')],
    ['in its target through ..', 'link/../outside/file'],
    ['with a slash at the end', 'link/'],
    ['with a slash and a dot at the end', 'link/.'],
  ])('The target of a link stays if the path is %s (not on Windows)', (_where, path) => {
    symlinkSync(outside, join(temp, 'link'));

    cleanUp(wrote(`${temp}/${path}`), temp);

    expect(existsSync(join(outside, 'file'))).toBe(true);
  });
});

describe('cleanUp leaves other files and reports them', () => {
  test.each<[string, () => string]>([
    ['A file in another folder', () => join(outside, 'file')],
    ['A file in another folder, with a path through RUNNER_TEMP,', () => `${temp}/../outside/file`],
    ['RUNNER_TEMP itself', () => temp],
    ['The folder that contains RUNNER_TEMP', () => root],
    ['A relative path', () => join('outside', 'file')],
    ['An empty path', () => ''],
  ])('%s is left and reported', (_what, file) => {
    const report = cleanUp(wrote(file(), join(temp, 'file')), temp);

    expect(report.failed).toBe(true);
    expect(report.line).toMatch(
      /^1 of 2 files and folders removed \(left, because not below RUNNER_TEMP or not removable: ".*"\)\.$/s,
    );
    expect([temp, root, join(outside, 'file')].map((path) => existsSync(path))).toEqual([true, true, true]);
    expect(existsSync(join(temp, 'file'))).toBe(false);
  });

  test('Everything is left if RUNNER_TEMP is not set', () => {
    expect(cleanUp(wrote(join(temp, 'file')), '')).toMatchObject({ failed: true });
    expect(existsSync(join(temp, 'file'))).toBe(true);
  });
});

describe('cleanUp in the folder of shared tokens', () => {
  const files = ['own', 'own.draft'];
  /** Cleans the cache of a step in this folder; returns the report and the files that are left. */
  const leave = (folder: string, others: readonly string[]) => {
    mkdirSync(folder, { recursive: true });
    for (const name of [...files.slice(0, 1), ...others]) writeFileSync(join(folder, name), 'x');
    const cache = { folder, files: files.map((name) => join(folder, name)) };
    const report = cleanUp({ ...wrote(), cache }, temp);
    return [report, existsSync(folder) ? readdirSync(folder) : undefined];
  };
  const quiet = { line: 'No files to remove.', failed: false };

  test('The last step removes the folder', () => {
    expect(leave(join(temp, 'cache'), [])).toEqual([quiet, undefined]);
  });

  test('A step leaves the files of other steps', () => {
    expect(leave(join(temp, 'cache'), ['other'])).toEqual([quiet, ['other']]);
  });

  test('A folder that is not below RUNNER_TEMP is left', () => {
    expect(leave(join(root, 'elsewhere'), [])).toEqual([quiet, ['own']]);
  });

  test('A missing folder is not a failure', () => {
    const folder = join(temp, 'never');

    expect(cleanUp({ ...wrote(), cache: { folder, files: [join(folder, 'own')] } }, temp)).toEqual(quiet);
  });
});

test('Scratch files are removed without being counted, and reported only if they cannot be removed', () => {
  expect(cleanUp({ ...wrote(), scratch: [join(temp, 'file')] }, temp)).toEqual({
    line: 'No files to remove.',
    failed: false,
  });
  expect(existsSync(join(temp, 'file'))).toBe(false);
  expect(cleanUp({ ...wrote(), scratch: [join(outside, 'file')] }, temp).failed).toBe(true);
  expect(existsSync(join(outside, 'file'))).toBe(true);
});

describe('cleanUp reports in one line', () => {
  test.each<[string, Parameters<typeof cleanUp>[0], string]>([
    ['A step without a state has nothing to clean up', undefined, 'Nothing to clean up.'],
    ['A step without files has no files to remove', wrote(), 'No files to remove.'],
  ])('%s', (_what, state, line) => {
    expect(cleanUp(state, temp)).toEqual({ line, failed: false });
  });
});
