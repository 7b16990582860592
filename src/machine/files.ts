import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { ActionError } from '../errors.js';

/** What tells that a text is still the same. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A file to write, or a link to what is there already; the path is relative to the step's own folder, with slashes. */
export type PlannedFile =
  | { readonly path: string; readonly content: string | Uint8Array }
  | { readonly path: string; readonly linkTo: string };

/**
 * Writes the files of a step into a folder of its own that does not exist yet: 0700, its files 0600.
 *
 * Nothing that is there is followed or overwritten: the folder is made anew, every file with O_EXCL. On Windows the modes
 * have no effect; there the folder of the runner's user keeps others out.
 */
export function writeFiles(folder: string, files: readonly PlannedFile[]): void {
  if (files.length === 0) {
    return;
  }
  mkdirSync(folder, { mode: 0o700 });
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if ('linkTo' in file) {
      // On Windows only a junction needs no privilege; elsewhere the type is ignored.
      symlinkSync(file.linkTo, path, 'junction');
    } else {
      writeFileSync(path, file.content, { flag: 'wx', mode: 0o600 });
    }
  }
}

/** Removes the folder of a step, if it is there and as far as it can be; what its links lead to stays. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another program holds a file of it (Windows); the error that led here counts more.
  }
}

/**
 * Refuses to write where the runner does not clear up: files belong below RUNNER_TEMP, and never into the workspace, which
 * gets committed, cached and uploaded.
 *
 * @throws ActionError runner_unsupported
 */
export function checkTemp(temp: string, workspace: string): void {
  if (!isAbsolute(temp) || (workspace !== '' && !leadsOut(relative(realPath(workspace), realPath(temp))))) {
    const message = 'The runner gives no folder for files (RUNNER_TEMP) outside the workspace';
    throw new ActionError('runner_unsupported', message);
  }
}

/** Whether a relative path leads out of the folder that it starts in. */
export function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}

/** The path without links, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
