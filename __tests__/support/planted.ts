import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isThorough } from './effort.js';
import { isRoot } from './neighbour.js';

/** A thing that a program of the job puts in place of a file or folder: its name, and how it is made. */
export type Planted = readonly [what: string, make: (path: string, victims: string) => void];

/** A size that is more than one text of Node can have, or in a short run only much for a token. */
const HUGE = isThorough ? 600 * 1024 * 1024 : 20 * 1024 * 1024;

const folder =
  (mode: number): Planted[1] =>
  (path) => {
    mkdirSync(path);
    chmodSync(path, mode);
  };

const file =
  (content: string | Uint8Array, mode = 0o600): Planted[1] =>
  (path) => {
    writeFileSync(path, content);
    chmodSync(path, mode);
  };

/** Makes one thing after the other at the same path. */
const both =
  (first: Planted[1], second: (path: string) => void): Planted[1] =>
  (path, victims) => {
    first(path, victims);
    second(path);
  };

const toOther = (path: string) => chownSync(path, 1, 1);

/** Only root can make these. */
const BY_ROOT: readonly Planted[] = [
  ['a device', (path) => void execFileSync('mknod', [path, 'c', '1', '5'])],
  ['a folder of another user', both(folder(0o700), toOther)],
  ['a file of another user', both(file('x', 0o644), toOther)],
];

/** A socket stays when its server is killed; the path of a socket may have only 103 characters. */
const SOCKET = 'net.createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))';

const RANDOM = Uint8Array.from({ length: 997 }, (_, index) => index * 89);

/** Everything that a file system can contain. */
export const PLANTED: readonly Planted[] = [
  ['a folder for everybody', folder(0o777)],
  ['a sticky folder for everybody', folder(0o1777)],
  ['a folder without rights', folder(0o000)],
  ['a folder that nobody can write', folder(0o500)],
  ['a private folder with a file', both(folder(0o700), (path) => writeFileSync(join(path, 'file'), 'x'))],
  ['an empty file', file('')],
  ['a file of random bytes', file(RANDOM)],
  ['a file without rights', file('x', 0o000)],
  ['a huge file', both(file('{'), (path) => truncateSync(path, HUGE))],
  ['a link to a folder', (path, victims) => symlinkSync(join(victims, 'home'), path)],
  ['a link to a file', (path, victims) => symlinkSync(join(victims, 'etc', 'passwd'), path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
  ['a link to its folder', (path) => symlinkSync(dirname(path), path)],
  ['a link to nothing', (path, victims) => symlinkSync(join(victims, 'nothing'), path)],
  ['a hard link', (path, victims) => linkSync(join(victims, 'etc', 'passwd'), path)],
  ['a pipe', (path) => void execFileSync('mkfifo', [path])],
  ['a socket', (path) => void spawnSync(process.execPath, ['-e', SOCKET, basename(path)], { cwd: dirname(path) })],
  ...(isRoot ? BY_ROOT : []),
];
