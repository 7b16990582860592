import { existsSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { leadsOut } from '../machine/files.js';
import { quote } from '../untrusted-text.js';
import type { State } from './state.js';

/** How a part of the post step ended: one line or sentence, and whether it is a warning. */
export interface CleanupReport {
  readonly line: string;
  readonly failed: boolean;
}

/**
 * Removes the files that main wrote, and says how that went; it never throws.
 *
 * Only what lies below `temp` is removed: the state comes back through the environment, where others could write too.
 */
export function cleanUp(state: State | undefined, temp: string): CleanupReport {
  if (state === undefined) {
    return { line: 'Nothing to clean up.', failed: false };
  }
  leaveCache(state, temp);
  const [files, scratch] = [state.files, state.scratch ?? []].map((list) => list.filter((file) => !remove(file, temp)));
  const kept = [...(files ?? []), ...(scratch ?? [])];
  const count = state.files.length - (files ?? []).length;
  const removed =
    state.files.length === 0 ? 'No files to remove' : `${count} of ${state.files.length} files and folders removed`;
  const left =
    kept.length === 0 ? '' : ` (left, since not below RUNNER_TEMP or not removable: ${kept.map(quote).join(', ')})`;
  return { line: `${removed}${left}.`, failed: kept.length > 0 };
}

/** Takes this step's token out of the shared folder; who finds it empty then removes it. What stays is of other steps. */
function leaveCache({ cache }: State, temp: string): void {
  if (cache === undefined) {
    return;
  }
  for (const file of cache.files) {
    remove(file, temp);
  }
  try {
    if (isInside(cache.folder, temp)) {
      rmdirSync(cache.folder);
    }
  } catch {
    // Not empty, or gone.
  }
}

function remove(file: string, temp: string): boolean {
  try {
    if (!isInside(file, temp)) {
      return false;
    }
    // Without a slash at its end, behind which Node 24 would follow a link.
    rmSync(join(dirname(file), basename(file)), { recursive: true, force: true });
    return !existsSync(file);
  } catch {
    return false;
  }
}

/** Whether a file lies below a folder, links in the path to it followed: a link itself may be removed, not what it leads to. */
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
