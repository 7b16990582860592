import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { ActionError } from '../errors.js';
import { attempt } from '../json.js';

/** Returns the SHA-256 of a text in hex. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A file to write, or a link to something that exists. The path is relative to the step's own folder, with slashes. */
export type PlannedFile =
  | { readonly path: string; readonly content: string | Uint8Array }
  | { readonly path: string; readonly linkTo: string };

/**
 * Writes the files of a step into the step's own empty folder, each with mode 0600.
 *
 * Follows no link and overwrites nothing: O_EXCL creates each file. On Windows, the modes have no effect; there, the folder
 * of the runner's user protects the files.
 */
export function writeFiles(folder: string, files: readonly PlannedFile[]): void {
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if ('linkTo' in file) {
      // On Windows, only a junction needs no privilege. Other systems ignore the type.
      symlinkSync(file.linkTo, path, 'junction');
    } else {
      writeFileSync(path, file.content, { flag: 'wx', mode: 0o600 });
    }
  }
}

/**
 * Rejects a RUNNER_TEMP that is not absolute or is in the workspace, which workflows commit, cache and upload.
 *
 * @throws ActionError runner_unsupported
 */
export function checkTemp(temp: string, workspace: string): void {
  if (!isAbsolute(temp) || (workspace !== '' && !leadsOut(relative(realPath(workspace), realPath(temp))))) {
    const message = 'The runner provides no folder for files (RUNNER_TEMP) outside the workspace';
    throw new ActionError('runner_unsupported', message);
  }
}

/** Tells whether a relative path leads out of the folder in which it starts. */
export function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}

/** Returns the path without links; unchanged if it does not exist. */
function realPath(path: string): string {
  return attempt(() => realpathSync(path)) ?? path;
}
