import { cleanSharedFolder, SHARED_FOLDER } from '../login/sealed-file.js';
import { removeFolder } from '../machine/own-folder.js';
import { quote } from '../untrusted-text.js';
import type { State } from './state.js';

/** The result of a part of the post step: one line, and whether it is a warning. */
export interface CleanupReport {
  readonly line: string;
  readonly failed: boolean;
}

/** Joins the reports of all parts that had something to do to one line. */
export function joinReports(reports: readonly (CleanupReport | undefined)[]): CleanupReport {
  const known = reports.filter((report) => report !== undefined);
  return { line: known.map(({ line }) => line).join(' '), failed: known.some(({ failed }) => failed) };
}

/**
 * Removes what main created in RUNNER_TEMP, and describes the result; it never throws.
 *
 * If it is not certain that a folder belongs to this step, the folder is left: other programs can change the state and the
 * folder.
 */
export function cleanUp({ folders, cache }: State, temp: string): CleanupReport {
  const left = [
    ...folders.flatMap((folder) => describeLeft(folder.name, removeFolder(temp, folder))),
    ...(cache === undefined ? [] : describeLeft(SHARED_FOLDER, cleanSharedFolder(temp, cache))),
  ];
  if (left.length > 0) {
    return { line: `${left.join(' ')} It may contain secrets, so remove it.`, failed: true };
  }
  return { line: folders.length === 0 ? 'No files to remove.' : 'The files of this step were removed.', failed: false };
}

function describeLeft(name: string, reason: string | undefined): string[] {
  return reason === undefined ? [] : [`In RUNNER_TEMP, ${quote(name)} was left, because it ${reason}.`];
}
