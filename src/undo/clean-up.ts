import { existsSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { leadsOut } from '../machine/files.js';
import { quote } from '../untrusted-text.js';
import type { State } from './state.js';

/** The result of a part of the post step: one line, and whether it is a warning. */
export interface CleanupReport {
  readonly line: string;
  readonly failed: boolean;
}

/**
 * Removes the files that main wrote, and describes the result; it never throws.
 *
 * It removes only files below `temp`: the state is returned through the environment, which other programs can also change.
 */
export function cleanUp(state: State | undefined, temp: string): CleanupReport {
  if (state === undefined) {
    return { line: 'Nothing to clean up.', failed: false };
  }
  cleanCache(state, temp);
  const { files, scratch = [] } = state;
  const left = files.filter((file) => !remove(file, temp));
  const all = [...left, ...scratch.filter((file) => !remove(file, temp))];
  const removed =
    files.length === 0
      ? 'No files to remove'
      : `${files.length - left.length} of ${files.length} files and folders removed`;
  const reason = 'not below RUNNER_TEMP or not removable';
  const rest = all.length === 0 ? '' : ` (left, because ${reason}: ${all.map(quote).join(', ')})`;
  return { line: `${removed}${rest}.`, failed: all.length > 0 };
}

/** Removes this step's files from the folder of shared tokens, and the folder once it is empty. */
function cleanCache({ cache }: State, temp: string): void {
  cache?.files.forEach((file) => void remove(file, temp));
  try {
    if (cache !== undefined && isInside(cache.folder, temp)) {
      rmdirSync(cache.folder);
    }
  } catch {
    // Files of other steps are in it, or the folder does not exist.
  }
}

function remove(file: string, temp: string): boolean {
  try {
    if (!isInside(file, temp)) {
      return false;
    }
    // Without the slash at the end of the path: Node 24 would follow a link before it.
    rmSync(join(dirname(file), basename(file)), { recursive: true, force: true });
    return !existsSync(file);
  } catch {
    return false;
  }
}

/** Tells whether a file is below a folder; links in its path are followed, so that only a link is removed and never its target. */
function isInside(file: string, folder: string): boolean {
  if (!isAbsolute(file) || !isAbsolute(folder)) {
    return false;
  }
  const parent = dirname(file);
  if (!existsSync(parent)) {
    return true;
  }
  const inside = relative(realpathSync(folder), join(realpathSync(parent), basename(file)));
  return inside !== '' && !leadsOut(inside);
}
