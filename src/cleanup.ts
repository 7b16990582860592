import { existsSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { leadsOut } from './files.js';
import { quote } from './foreign-text.js';
import type { State } from './state.js';

/** How the post step ended: one line, and whether it is a warning. */
export interface CleanupReport {
  readonly line: string;
  readonly failed: boolean;
}

/**
 * Removes the files that main wrote, and says in one line how everything ended; it never throws.
 *
 * Only what lies below `temp` is removed: the state comes back through the environment, where others could write too.
 */
export function cleanUp(state: State | undefined, temp: string): CleanupReport {
  if (state === undefined) {
    return { line: 'Nothing to clean up.', failed: false };
  }
  const kept = state.files.filter((file) => !remove(file, temp));
  const count = state.files.length - kept.length;
  const removed =
    state.files.length === 0 ? 'No files to remove' : `${count} of ${state.files.length} files and folders removed`;
  const left =
    kept.length === 0 ? '' : ` (left, since not below RUNNER_TEMP or not removable: ${kept.map(quote).join(', ')})`;
  return { line: `${removed}${left}. ${tokenLine(state)}`.trim(), failed: kept.length > 0 };
}

function tokenLine({ token }: State): string {
  if (token === undefined) {
    return '';
  }
  const until = token.expiresAt === undefined ? 'until it expires' : `until ${token.expiresAt}`;
  return `The token was not ended, since ${token.reason}; it stays valid ${until}.`;
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
