import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { attempt, codeOf } from '../json.js';

/** A folder that a step created in RUNNER_TEMP, as the state of the step names it. */
export interface OwnFolder {
  readonly name: string;
  /** Its device and inode, which another folder of this name does not have. */
  readonly identity: string;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const FOLDER_NAME = new RegExp(`^bearer-login-${UUID}$`);

/** Returns a new random name for a folder of a step. */
export function newFolderName(): string {
  return `bearer-login-${randomUUID()}`;
}

/** Creates an empty folder with mode 0700. @throws Error of the file system, also if the path exists, even as a link */
export function createFolder(path: string): OwnFolder {
  mkdirSync(path, { mode: 0o700 });
  try {
    return { name: basename(path), identity: identityOf(path) ?? '' };
  } catch (error) {
    // The post step removes only a folder whose identity is known.
    attempt(() => rmdirSync(path));
    throw error;
  }
}

/**
 * Returns the path of a folder of a step; undefined if it does not exist.
 *
 * The state of a step comes back through the environment, which other programs can change. Therefore a folder counts only if
 * its name is one that `newFolderName` makes, and if it is the same folder and not a link.
 *
 * @throws Error if something else has its name
 */
export function findFolder(temp: string, { name, identity }: OwnFolder): string | undefined {
  if (!isAbsolute(temp)) {
    throw new Error('cannot be found without RUNNER_TEMP');
  }
  if (!FOLDER_NAME.test(name)) {
    throw new Error('is not a folder of this action');
  }
  const path = join(temp, name);
  const found = identityOf(path);
  if (found !== undefined && found !== identity) {
    throw new Error('is not the folder that this step created');
  }
  return found === undefined ? undefined : path;
}

/** Removes a folder of a step as a whole; the targets of its links stay. Returns why it was left, or undefined. */
export function removeFolder(temp: string, folder: OwnFolder): string | undefined {
  try {
    const path = findFolder(temp, folder);
    if (path !== undefined) {
      rmSync(path, { recursive: true, force: true });
    }
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Returns why a file or folder was left: our own words, or the code of the system, whose message contains paths. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return code === 'no code' && error instanceof Error ? error.message : `cannot be removed (${code})`;
}

/** Tells whether a path is a folder, and not a link, that only this user can read; Windows has neither users nor modes here. */
export function isPrivateFolder(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) {
    return false;
  }
  return process.platform === 'win32' || (found.uid === process.getuid?.() && (found.mode & 0o077) === 0);
}

/** Reads a file of a step: a regular file of this user, and not a link. @throws Error of the file system */
export function readOwnFile(path: string): string {
  return readRegularFile(path, 'own').toString();
}

/**
 * Reads a regular file; to open a pipe would block the process forever.
 *
 * @throws Error of the file system; its code is ENOTSUP for a pipe, a socket or a device
 */
export function readRegularFile(path: string, owner: 'any' | 'own' = 'any'): Buffer {
  // Windows has neither of these flags, and no pipes in its folders.
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 }: Partial<typeof constants> & { O_RDONLY: number } = constants;
  const file = openSync(path, O_RDONLY | O_NONBLOCK | (owner === 'own' ? O_NOFOLLOW : 0));
  try {
    const found = fstatSync(file);
    if (
      !(found.isFile() || found.isDirectory()) ||
      (owner === 'own' && found.uid !== (process.getuid?.() ?? found.uid))
    ) {
      throw Object.assign(new Error('not a regular file of this user'), { code: 'ENOTSUP' });
    }
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function identityOf(path: string): string | undefined {
  // Whole numbers: an inode of Windows does not fit into a double.
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found && (found.isDirectory() ? `${found.dev}:${found.ino}` : 'no folder');
}
