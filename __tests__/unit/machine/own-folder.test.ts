import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { temporaryFolder } from '../../../harness/temporary-folder.js';
import {
  createFolder,
  findFolder,
  isPrivateFolder,
  newFolderName,
  readOwnFile,
  readRegularFile,
  removeFolder,
} from '../../../src/machine/own-folder.js';

const root = temporaryFolder();
const at = (...path: string[]) => join(root(), ...path);
const testOnUnix = process.platform === 'win32' ? test.skip : test;

describe('createFolder', () => {
  test('A new folder is empty, and its device and inode identify it', () => {
    const name = newFolderName();
    const folder = createFolder(at(name));
    const { dev, ino } = statSync(at(name), { bigint: true });

    expect(folder).toEqual({ name, identity: `${dev}:${ino}` });
    expect(readdirSync(at(name))).toEqual([]);
  });

  testOnUnix.each([0o000, 0o022, 0o077])('Only the owner can read it with the umask %i (not on Windows)', (mask) => {
    const before = process.umask(mask);
    try {
      createFolder(at('folder'));
    } finally {
      process.umask(before);
    }

    expect([statSync(at('folder')).mode & 0o777, isPrivateFolder(at('folder'))]).toEqual([0o700, true]);
  });

  test.each<[string, () => void]>([
    ['an empty folder', () => mkdirSync(at('step'))],
    ['a file', () => writeFileSync(at('step'), 'x')],
    ...(process.platform === 'win32'
      ? []
      : [
          ['a link to a folder', () => symlinkSync(root(), at('step'))] as [string, () => void],
          ['a link to nothing', () => symlinkSync(at('gone'), at('step'))] as [string, () => void],
        ]),
  ])('The folder is not created where there is %s', (_what, make) => {
    make();

    expect(() => createFolder(at('step'))).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(readdirSync(root())).toEqual(['step']);
  });
});

describe('removeFolder, with any name in the state', () => {
  /** Parts of paths, so that most names lead somewhere. */
  const names = fc
    .array(fc.constantFrom('..', '.', '', 'victim', 'temp', 'link', 'nosuch', 'inner', 'file', '~', 'bearer-login-1'), {
      minLength: 1,
      maxLength: 6,
    })
    .chain((parts) => fc.constantFrom('/', '\\', '//', '/./').map((separator) => parts.join(separator)));

  testOnUnix('Whatever the name, nothing that the step did not create is removed (not on Windows)', () => {
    mkdirSync(at('temp', 'inner'), { recursive: true });
    mkdirSync(at('victim', 'inner'), { recursive: true });
    for (const path of [at('victim', 'file'), at('temp', 'file'), at('temp', 'inner', 'file')])
      writeFileSync(path, 'x');
    symlinkSync(at('victim'), at('temp', 'link'));
    const all = () => readdirSync(root(), { recursive: true }).map(String).sort();
    const before = all();
    const identities = ['temp', 'victim', 'temp/inner', 'victim/inner'].map((path) => {
      const { dev, ino } = lstatSync(at(path), { bigint: true });
      return `${dev}:${ino}`;
    });

    fc.assert(
      fc.property(fc.oneof(names, names.map(at), fc.string()), fc.constantFrom(...identities), (name, identity) => {
        expect(removeFolder(at('temp'), { name, identity })).toMatch(/^(?:is not|cannot)/);
        expect(all()).toEqual(before);
      }),
      { numRuns: 2000 },
    );
  });

  test('A folder with the right name and identity is removed', () => {
    const folder = createFolder(at(newFolderName()));

    expect(removeFolder(root(), folder)).toBeUndefined();
    expect(readdirSync(root())).toEqual([]);
  });
});

test('A folder is found only in RUNNER_TEMP itself', () => {
  const folder = createFolder(at(newFolderName()));
  mkdirSync(at('other'));

  expect(findFolder(root(), folder)).toBe(at(folder.name));
  expect(findFolder(at('other'), folder)).toBeUndefined();
});

test('A file is not the folder of a step, not even of a step that could not create its folder', () => {
  const name = newFolderName();
  writeFileSync(at(name), 'x');

  expect(() => findFolder(root(), { name, identity: '' })).toThrow('is not the folder that this step created');
});

describe('isPrivateFolder', () => {
  testOnUnix.each<[string, boolean, () => void]>([
    ['A folder of mode 0700 is private', true, () => mkdirSync(at('x'), { mode: 0o700 })],
    ['A folder that a group can read is not private', false, () => mkdirSync(at('x'), { mode: 0o750 })],
    ['A folder that others can enter is not private', false, () => mkdirSync(at('x'), { mode: 0o701 })],
    ['A file is not a private folder', false, () => writeFileSync(at('x'), '', { mode: 0o600 })],
    ['A missing folder is not private', false, () => undefined],
    [
      'A link to a private folder is not private',
      false,
      () => {
        mkdirSync(at('y'), { mode: 0o700 });
        symlinkSync(at('y'), at('x'));
      },
    ],
  ])('%s (not on Windows)', (_what, expected, make) => {
    make();
    if (existsSync(at('x')) && !lstatSync(at('x')).isSymbolicLink())
      chmodSync(at('x'), lstatSync(at('x')).mode & 0o777);

    expect(isPrivateFolder(at('x'))).toBe(expected);
  });
});

testOnUnix('Neither a folder nor a file of another user belongs to a step (not on Windows)', () => {
  mkdirSync(at('x'), { mode: 0o700 });
  writeFileSync(at('file'), 'content');
  const otherUser = (process.getuid?.() ?? 0) + 1;
  const getuid = jest.spyOn(process as Required<typeof process>, 'getuid').mockReturnValue(otherUser);
  try {
    expect(isPrivateFolder(at('x'))).toBe(false);
    expect(() => readOwnFile(at('file'))).toThrow(expect.objectContaining({ code: 'ENOTSUP' }));
    expect(readRegularFile(at('file')).toString()).toBe('content');
  } finally {
    getuid.mockRestore();
  }
});

describe('Files of a step', () => {
  test('A regular file is read', () => {
    writeFileSync(at('file'), 'content');

    expect([readOwnFile(at('file')), readRegularFile(at('file')).toString()]).toEqual(['content', 'content']);
  });

  test('A file is closed after it was read', () => {
    writeFileSync(at('file'), 'content');
    // The system gives out the lowest number that is free.
    const nextNumber = () => {
      const number = openSync(at('file'), 'r');
      closeSync(number);
      return number;
    };
    const before = nextNumber();
    readOwnFile(at('file'));

    expect(nextNumber()).toBe(before);
  });

  testOnUnix('A link is followed only to a file that an input names (not on Windows)', () => {
    writeFileSync(at('file'), 'content');
    symlinkSync(at('file'), at('link'));

    expect(() => readOwnFile(at('link'))).toThrow(expect.objectContaining({ code: 'ELOOP' }));
    expect(readRegularFile(at('link')).toString()).toBe('content');
  });

  testOnUnix.each<[string, string, () => void]>([
    ['a pipe', 'ENOTSUP', () => void execFileSync('mkfifo', [at('x')])],
    ['a device', 'ENOTSUP', () => symlinkSync('/dev/zero', at('x'))],
    ['a folder', 'EISDIR', () => mkdirSync(at('x'))],
    ['a missing file', 'ENOENT', () => undefined],
    ['a link to itself', 'ELOOP', () => symlinkSync(at('x'), at('x'))],
  ])('Reading %s is an error, and does not wait (not on Windows)', (_what, code, make) => {
    make();

    expect(() => readRegularFile(at('x'))).toThrow(expect.objectContaining({ code }));
  });

  testOnUnix('A file that was moved away is not found under its old name (not on Windows)', () => {
    writeFileSync(at('file'), 'content');
    renameSync(at('file'), at('moved'));

    expect(() => readOwnFile(at('file'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});
