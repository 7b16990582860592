import {
  chmodSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from '@jest/globals';

/** Whether the tests run as root: then the action runs as another user, and files can have other owners. */
export const isRoot = process.getuid?.() === 0;

/** The user who runs the action: `nobody` instead of root, so that a fault of the action cannot remove other files. */
export const USER = isRoot ? 65_534 : undefined;

/** Windows has no pipes and no modes here, and a link needs a privilege. */
export const onUnix = process.platform === 'win32' ? test.skip : test;

/** The folder of another step. */
export const OTHER_STEP = 'bearer-login-aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

/** Files that belong to others. The user of the action could change and remove each of them. */
const VICTIMS = {
  'victims/home/.ssh/id_ed25519': 'a private key',
  'victims/home/.docker/config.json': '{"auths":{"victim.example.com":{"auth":"dmljdGltOnZpY3RpbQ=="}}}',
  'victims/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
  'victims/workspace/src/main.ts': 'export {};\n',
  'job/home/.profile': 'export A=1\n',
  'job/workspace/package.json': '{}\n',
  [`job/_temp/${OTHER_STEP}/key`]: 'the key of another step',
};

/** A job on fixed paths, with files of others. */
export interface VictimJob {
  /** Returns a path in the folder of the test, such as `victims/home` or `job/_temp/x`. */
  readonly at: (path: string) => string;
  /** Gives everything that the test has created to the user of the action. */
  readonly own: () => void;
  /** Records everything that exists. Returns a function that lists what is changed, removed or new since then. */
  readonly watch: () => () => string[];
}

/** Creates a job for each test, and removes it after the test. */
export function victimJob(): VictimJob {
  let root = '';
  const at = (path: string) => join(root, path);
  const own = () => {
    // What a test gave to another user stays with that user.
    for (const [path, { uid }] of entriesBelow(root)) if (USER !== undefined && uid === 0) lchownSync(path, USER, USER);
  };
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'neighbours-')));
    chmodSync(root, 0o755);
    for (const [path, content] of Object.entries(VICTIMS)) {
      mkdirSync(dirname(at(path)), { recursive: true, mode: 0o700 });
      writeFileSync(at(path), content, { mode: 0o600 });
    }
    own();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const watch = () => {
    const before = snapshot(root);
    return () => differences(before, snapshot(root));
  };
  return { at, own, watch };
}

/** Lists what is below a folder; a link is not followed, and a folder that nobody may read is not opened. */
function entriesBelow(folder: string): (readonly [path: string, stats: Stats])[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stats = lstatSync(path);
    const isOpen = stats.isDirectory() && (isRoot || (stats.mode & 0o500) === 0o500);
    return [[path, stats], ...(isOpen ? entriesBelow(path) : [])];
  });
}

/** The files of the runner's commands change in each step. */
const COMMANDS = 'job/_temp/_runner_file_commands';

/** Describes each entry by kind, mode, owner, inode and content. */
function snapshot(root: string): Map<string, string> {
  const entries = entriesBelow(root).map(
    ([path, stats]) => [path.slice(root.length + 1), describe(path, stats)] as const,
  );
  return new Map(entries.filter(([path]) => !path.startsWith(COMMANDS)));
}

/** A file that is larger is recognized by its size. */
const LARGE = 1_000_000;

function describe(path: string, stats: Stats): string {
  const { mode, uid, ino, size } = stats;
  const text = stats.isSymbolicLink() ? readlinkSync(path) : stats.isFile() && size < LARGE ? readFileSync(path) : '';
  return [mode.toString(8), uid, ino, stats.isFile() ? size : '', text].join(' ');
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const old = [...before].flatMap(([path, was]) => {
    const is = after.get(path);
    return is === was ? [] : [`${is === undefined ? 'removed' : 'changed'} ${path}`];
  });
  return [...old, ...[...after.keys()].filter((path) => !before.has(path)).map((path) => `new ${path}`)];
}
