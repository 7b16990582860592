import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkTemp, leadsOut, type PlannedFile, writeFiles } from '../../../src/machine/files.js';
import { createFolder } from '../../../src/machine/own-folder.js';

const start = process.cwd();
let root = '';
let folder = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'files-')));
  folder = join(root, 'step');
  createFolder(folder);
});

afterEach(() => {
  process.chdir(start);
  rmSync(root, { recursive: true, force: true });
});

const modeOf = (path: string) => (statSync(join(folder, path)).mode & 0o777).toString(8);
const testOnUnix = process.platform === 'win32' ? test.skip : test;

describe('writeFiles', () => {
  test('Files are written byte for byte, with the folders in their paths', () => {
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
    'Only the owner can read the files and folders with the umask %i (not on Windows)',
    (mask) => {
      const before = process.umask(mask);
      try {
        rmSync(folder, { recursive: true });
        createFolder(folder);
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

  testOnUnix('A link is written, whether its target exists or not (not on Windows)', () => {
    mkdirSync(join(root, 'plugins'));
    writeFiles(folder, [
      { path: 'd/plugins', linkTo: join(root, 'plugins') },
      { path: 'd/gone', linkTo: join(root, 'gone') },
    ]);

    expect(readlinkSync(join(folder, 'd', 'plugins'))).toBe(join(root, 'plugins'));
    expect(readlinkSync(join(folder, 'd', 'gone'))).toBe(join(root, 'gone'));
  });
});

describe('writeFiles where something exists', () => {
  testOnUnix.each<[string, PlannedFile]>([
    ['a file', { path: 'x', content: 'other' }],
    ['a link to a file', { path: 'x', linkTo: '../target' }],
    ['a link to nothing', { path: 'x', linkTo: '../gone' }],
  ])('A planned file or link does not replace or follow %s (not on Windows)', (_what, first) => {
    writeFileSync(join(root, 'target'), 'untouched');

    expect(() => writeFiles(folder, [first, { path: 'x', content: 'k' }])).toThrow(
      expect.objectContaining({ code: 'EEXIST' }),
    );
    createFolder(join(root, 'step-2'));
    expect(() => writeFiles(join(root, 'step-2'), [first, { path: 'x', linkTo: root }])).toThrow('EEXIST');
    expect(readFileSync(join(root, 'target'), 'utf8')).toBe('untouched');
    expect(existsSync(join(root, 'gone'))).toBe(false);
  });
});

describe('checkTemp', () => {
  const CASES: [string, 'accepted' | 'rejected', { temp: string; workspace: string }][] = [
    ['next to the workspace', 'accepted', { temp: 'temp', workspace: 'repo' }],
    ['whose path starts with that of the workspace', 'accepted', { temp: 'repo-temp', workspace: 'repo' }],
    ['that contains the workspace', 'accepted', { temp: '', workspace: 'repo' }],
    ['of a job without a workspace', 'accepted', { temp: 'temp', workspace: '-' }],
    ['that does not exist yet', 'accepted', { temp: 'gone', workspace: 'repo' }],
    ['next to a workspace that does not exist', 'accepted', { temp: 'temp', workspace: 'gone' }],
    ['that is the workspace', 'rejected', { temp: 'repo', workspace: 'repo' }],
    ['in the workspace', 'rejected', { temp: 'repo/..temp', workspace: 'repo' }],
    ['that leads into the workspace by dots', 'rejected', { temp: 'temp/../repo/x', workspace: 'repo' }],
    ['that is a link into the workspace', 'rejected', { temp: 'link-in', workspace: 'repo' }],
    ['in a workspace that is a link', 'rejected', { temp: 'repo/..temp', workspace: 'link-repo' }],
    ['that is in the workspace, but links out of it', 'accepted', { temp: 'repo/link-out', workspace: 'repo' }],
  ];

  testOnUnix.each(CASES)('A RUNNER_TEMP %s is %s (not on Windows)', (_where, verdict, { temp, workspace }) => {
    for (const path of ['temp', 'repo', 'repo/..temp', 'repo-temp']) mkdirSync(join(root, path));
    symlinkSync(join(root, 'repo', '..temp'), join(root, 'link-in'));
    symlinkSync(join(root, 'repo'), join(root, 'link-repo'));
    symlinkSync(join(root, 'temp'), join(root, 'repo', 'link-out'));
    // Only the workspace counts, not the folder in which the process runs.
    process.chdir(root);
    const check = () => checkTemp(`${root}/${temp}`, workspace === '-' ? '' : join(root, workspace));

    if (verdict === 'accepted') expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'runner_unsupported' }));
  });

  test.each(['', 'temp', './temp', '../temp'])('A RUNNER_TEMP that is not an absolute path is rejected: %j', (temp) => {
    process.chdir(root);
    mkdirSync(join(root, 'temp'));

    for (const workspace of ['', join(root, 'repo')]) {
      expect(() => checkTemp(temp, workspace)).toThrow(
        'The runner provides no folder for files (RUNNER_TEMP) outside the workspace',
      );
    }
  });
});

describe('leadsOut', () => {
  test.each([
    ['/a', '/a', false],
    ['/a', '/a/b', false],
    ['/a', '/a/..b', false],
    ['/a', '/a/b/../c', false],
    ['/a', '/', true],
    ['/a', '/ab', true],
    ['/a/b', '/a/c', true],
  ])('The path from %s to %s leads out of the folder: %s', (from, to, expected) => {
    expect(leadsOut(relative(from, to))).toBe(expected);
  });
});
