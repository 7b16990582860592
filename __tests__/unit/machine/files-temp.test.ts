import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkTemp, leadsOut } from '../../../src/machine/files.js';

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
    ['beside the workspace', { temp: 'temp', workspace: 'repo', taken: true }],
    ['beside one with a longer name', { temp: 'repo-temp', workspace: 'repo', taken: true }],
    ['around the workspace', { temp: '', workspace: 'repo', taken: true }],
    ['without a workspace', { temp: 'temp', workspace: '-', taken: true }],
    ['that is not there yet', { temp: 'gone', workspace: 'repo', taken: true }],
    ['beside a workspace that is not there', { temp: 'temp', workspace: 'gone', taken: true }],
    ['that is the workspace', { temp: 'repo', workspace: 'repo', taken: false }],
    ['in the workspace', { temp: 'repo/..temp', workspace: 'repo', taken: false }],
    ['that leads into it by dots', { temp: 'temp/../repo/x', workspace: 'repo', taken: false }],
    ['that is a link into it', { temp: 'link-in', workspace: 'repo', taken: false }],
    ['in a workspace that is a link', { temp: 'repo/..temp', workspace: 'link-repo', taken: false }],
    ['in the workspace, as a link that leads out', { temp: 'repo/link-out', workspace: 'repo', taken: true }],
  ];

  testOnUnix.each(CASES)('%s (not on Windows)', (_where, { temp, workspace, taken }) => {
    for (const path of ['temp', 'repo', 'repo/..temp', 'repo-temp']) mkdirSync(join(root, path));
    symlinkSync(join(root, 'repo', '..temp'), join(root, 'link-in'));
    symlinkSync(join(root, 'repo'), join(root, 'link-repo'));
    symlinkSync(join(root, 'temp'), join(root, 'repo', 'link-out'));
    const check = () => checkTemp(`${root}/${temp}`, workspace === '-' ? '' : join(root, workspace));

    if (taken) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'runner_unsupported' }));
  });

  test.each(['', 'temp', './temp', '../temp'])('that is no whole path is none: %j', (temp) => {
    process.chdir(root);
    mkdirSync(join(root, 'temp'));

    for (const workspace of ['', join(root, 'repo')]) {
      expect(() => checkTemp(temp, workspace)).toThrow(
        'The runner provides no folder for files (RUNNER_TEMP) outside the workspace',
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
