import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkTemp, leadsOut } from '../../src/files.js';

const start = process.cwd();
let root = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'files-temp-')));
});

afterEach(() => {
  process.chdir(start);
  rmSync(root, { recursive: true, force: true });
});

const testOnUnix = process.platform === 'win32' ? test.skip : test;

describe('RUNNER_TEMP', () => {
  const CASES: [string, { temp: string; workspace: string; taken: boolean }][] = [
    ['beside the workspace', { temp: 'temp', workspace: 'work', taken: true }],
    ['beside one with a longer name', { temp: 'work-temp', workspace: 'work', taken: true }],
    ['around the workspace', { temp: '', workspace: 'work', taken: true }],
    ['without a workspace', { temp: 'temp', workspace: '-', taken: true }],
    ['that is not there yet', { temp: 'gone', workspace: 'work', taken: true }],
    ['beside a workspace that is not there', { temp: 'temp', workspace: 'gone', taken: true }],
    ['that is the workspace', { temp: 'work', workspace: 'work', taken: false }],
    ['in the workspace', { temp: 'work/..temp', workspace: 'work', taken: false }],
    ['that leads into it by dots', { temp: 'temp/../work/x', workspace: 'work', taken: false }],
    ['that is a link into it', { temp: 'link-in', workspace: 'work', taken: false }],
    ['in a workspace that is a link', { temp: 'work/..temp', workspace: 'link-work', taken: false }],
    ['in the workspace, as a link that leads out', { temp: 'work/link-out', workspace: 'work', taken: true }],
  ];

  testOnUnix.each(CASES)('%s (not on Windows)', (_where, { temp, workspace, taken }) => {
    for (const path of ['temp', 'work', 'work/..temp', 'work-temp']) mkdirSync(join(root, path));
    symlinkSync(join(root, 'work', '..temp'), join(root, 'link-in'));
    symlinkSync(join(root, 'work'), join(root, 'link-work'));
    symlinkSync(join(root, 'temp'), join(root, 'work', 'link-out'));
    const check = () => checkTemp(`${root}/${temp}`, workspace === '-' ? '' : join(root, workspace));

    if (taken) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'runner_unsupported' }));
  });

  test.each(['', 'temp', './temp', '../temp'])('that is no whole path is none: %j', (temp) => {
    process.chdir(root);
    mkdirSync(join(root, 'temp'));

    for (const workspace of ['', join(root, 'work')]) {
      expect(() => checkTemp(temp, workspace)).toThrow(
        'The runner gives no folder for files (RUNNER_TEMP) outside the workspace',
      );
    }
  });

  test.each([
    ['/a', '/a', false],
    ['/a', '/a/b', false],
    ['/a', '/a/..b', false],
    ['/a', '/a/b/../c', false],
    ['/a', '/', true],
    ['/a', '/ab', true],
    ['/a/b', '/a/c', true],
  ])('%s to %s leads out of it: %s', (from, to, expected) => {
    expect(leadsOut(relative(from, to))).toBe(expected);
  });
});
