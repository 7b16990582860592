import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { temporaryFolder } from '../../../harness/temporary-folder.js';
import { createFolder, type OwnFolder } from '../../../src/machine/own-folder.js';
import { type CleanupReport, cleanUp, joinReports } from '../../../src/undo/clean-up.js';
import { reveal } from '../../../src/untrusted-text.js';

const NAME = 'bearer-login-01234567-89ab-cdef-0123-456789abcdef';
const QUIET = { line: 'No files to remove.', failed: false };
const REMOVED = { line: 'The files of this step were removed.', failed: false };
const testOnUnix = process.platform === 'win32' ? test.skip : test;

const root = temporaryFolder();
let temp = '';
let folder: OwnFolder;

beforeEach(() => {
  temp = join(root(), 'temp');
  for (const path of [temp, join(root(), 'victim')]) {
    mkdirSync(path);
    writeFileSync(join(path, 'file'), 'x');
  }
  folder = createFolder(join(temp, NAME));
  writeFileSync(join(temp, NAME, 'key'), 'k');
});

const own = (...folders: OwnFolder[]) => ({ folders, variables: [] });
/** The warning about a folder that was left. */
const left = (name: string, reason: string) => ({
  line: `In RUNNER_TEMP, "${name}" was left, because it ${reason}. It may contain secrets, so remove it.`,
  failed: true,
});
/** What exists besides the folder of the step. */
const others = () => ['temp/file', 'victim/file'].filter((path) => existsSync(join(root(), path)));

describe('joinReports', () => {
  const done = { line: 'One.', failed: false };
  const failed = { line: 'Two.', failed: true };

  test.each<[string, readonly (CleanupReport | undefined)[], CleanupReport]>([
    ['Two parts that succeed are one line without a warning', [done, done], { line: 'One. One.', failed: false }],
    ['One part that fails makes the line a warning', [done, failed], { line: 'One. Two.', failed: true }],
    ['A part that had nothing to do is not in the line', [done, undefined], done],
  ])('%s', (_title, reports, expected) => {
    expect(joinReports(reports)).toEqual(expected);
  });
});

describe('cleanUp removes the folder that this step created', () => {
  test('A folder is removed with its content', () => {
    mkdirSync(join(temp, NAME, 'deep'));

    expect(cleanUp(own(folder), temp)).toEqual(REMOVED);
    expect(readdirSync(temp)).toEqual(['file']);
  });

  test('A missing folder counts as removed', () => {
    rmSync(join(temp, NAME), { recursive: true });

    expect(cleanUp(own(folder), temp)).toEqual(REMOVED);
  });

  testOnUnix('The targets of links in the folder stay (not on Windows)', () => {
    symlinkSync(join(root(), 'victim'), join(temp, NAME, 'link'));

    expect(cleanUp(own(folder), temp)).toEqual(REMOVED);
    expect(others()).toEqual(['temp/file', 'victim/file']);
  });

  test('A step without folders has no files to remove', () => {
    expect(cleanUp(own(), temp)).toEqual({ line: 'No files to remove.', failed: false });
  });
});

describe('cleanUp leaves what is not certainly the folder of this step, and warns', () => {
  test.each([
    'nosuch/../../victim',
    '../victim',
    'victim',
    '',
    '.',
    '..',
    'file',
    `x/../${NAME}`,
    `${NAME}/`,
    `${NAME}/.`,
    `./${NAME}`,
    `${NAME}\n`,
    NAME.toUpperCase(),
  ])('A folder with the name %j is left', (name) => {
    const { line, failed } = cleanUp(own({ ...folder, name }), temp);

    expect([failed, reveal(line, (text) => text)]).toEqual([
      true,
      left(name.trimEnd(), 'is not a folder of this action').line,
    ]);
    expect([...others(), existsSync(join(temp, NAME))]).toEqual(['temp/file', 'victim/file', true]);
  });

  test('A folder with an absolute path as its name is left', () => {
    expect(cleanUp(own({ ...folder, name: join(root(), 'victim') }), temp).failed).toBe(true);
    expect(others()).toEqual(['temp/file', 'victim/file']);
  });

  test.each<[string, () => void]>([
    ['another folder', () => createFolder(join(temp, NAME))],
    ['a file', () => writeFileSync(join(temp, NAME), 'x')],
    ...(process.platform === 'win32'
      ? []
      : [
          ['a link to another folder', () => symlinkSync(join(root(), 'victim'), join(temp, NAME))] as [
            string,
            () => void,
          ],
          ['a link to the folder itself', () => symlinkSync(join(root(), 'moved'), join(temp, NAME))] as [
            string,
            () => void,
          ],
          ['a link to nothing', () => symlinkSync(join(root(), 'gone'), join(temp, NAME))] as [string, () => void],
        ]),
  ])('If %s has the name of the folder, it is left', (_what, replace) => {
    renameSync(join(temp, NAME), join(root(), 'moved'));
    replace();

    expect(cleanUp(own(folder), temp)).toEqual(left(NAME, 'is not the folder that this step created'));
    expect([...others(), ...readdirSync(join(root(), 'moved'))]).toEqual(['temp/file', 'victim/file', 'key']);
  });

  test.each(['', 'temp', '.'])('If RUNNER_TEMP is %j, the folder is left', (path) => {
    expect(cleanUp(own(folder), path)).toEqual(left(NAME, 'cannot be found without RUNNER_TEMP'));
    expect(existsSync(join(temp, NAME))).toBe(true);
  });

  test('If two folders are left, the warning names both', () => {
    const { line } = cleanUp(own({ ...folder, name: 'one' }, { ...folder, name: 'two' }), temp);
    const why = 'was left, because it is not a folder of this action.';

    expect(reveal(line, (text) => text)).toBe(
      `In RUNNER_TEMP, "one" ${why} In RUNNER_TEMP, "two" ${why} It may contain secrets, so remove it.`,
    );
  });

  test('If one of two folders is left, the other one is removed', () => {
    expect(cleanUp(own({ ...folder, name: 'victim' }, folder), temp)).toEqual(
      left('victim', 'is not a folder of this action'),
    );
    expect(readdirSync(temp)).toEqual(['file']);
  });
});

describe('cleanUp in the folder of shared tokens', () => {
  const OWN = 'a'.repeat(64);
  const DRAFT = `${OWN}.01234567-89ab-cdef-0123-456789abcdef`;
  const OTHER = 'b'.repeat(64);
  const shared = () => join(temp, 'bearer-login-cache');
  const clean = (...cache: string[]) => cleanUp({ ...own(), cache }, temp);
  const NOT_OURS = left('bearer-login-cache', 'is not a private folder of this action');

  function share(...names: string[]): void {
    mkdirSync(shared(), { mode: 0o700 });
    for (const name of names) writeFileSync(join(shared(), name), 'x');
  }

  test('The last step removes the folder', () => {
    share(OWN);

    expect(clean(OWN, DRAFT)).toEqual(QUIET);
    expect(existsSync(shared())).toBe(false);
  });

  test('A step leaves the files of other steps', () => {
    share(OWN, DRAFT, OTHER);

    expect(clean(OWN, DRAFT)).toEqual(QUIET);
    expect(readdirSync(shared())).toEqual([OTHER]);
  });

  test('A step that shares no token leaves the folder', () => {
    share(OTHER);

    expect(cleanUp(own(), temp)).toEqual(QUIET);
    expect(readdirSync(shared())).toEqual([OTHER]);
  });

  test('A missing folder is not a failure', () => {
    expect(clean(OWN)).toEqual(QUIET);
  });

  test.each(['../file', '../../victim/file', 'file', '', '.', `${OWN}/../${OTHER}`])(
    'If the state names the file %j, nothing is removed',
    (name) => {
      share(OWN, 'file');

      expect(clean(OWN, name)).toEqual(NOT_OURS);
      expect([...others(), ...readdirSync(shared())]).toEqual(['temp/file', 'victim/file', OWN, 'file']);
    },
  );

  testOnUnix('A folder that other users can read is left (not on Windows)', () => {
    mkdirSync(shared(), { mode: 0o755 });
    writeFileSync(join(shared(), OWN), 'x');

    expect(clean(OWN)).toEqual(NOT_OURS);
    expect(readdirSync(shared())).toEqual([OWN]);
  });

  testOnUnix('A link in place of the folder is left, with its target (not on Windows)', () => {
    mkdirSync(join(root(), 'elsewhere'), { mode: 0o700 });
    writeFileSync(join(root(), 'elsewhere', OWN), 'x');
    symlinkSync(join(root(), 'elsewhere'), shared());

    expect(clean(OWN)).toEqual(NOT_OURS);
    expect(readdirSync(join(root(), 'elsewhere'))).toEqual([OWN]);
  });

  test('A folder in place of a file is left', () => {
    share();
    mkdirSync(join(shared(), OWN));

    expect(clean(OWN)).toEqual(left('bearer-login-cache', 'cannot be removed (ERR_FS_EISDIR)'));
  });
});
