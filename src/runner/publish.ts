import { appendFileSync, statSync, truncateSync } from 'node:fs';
import { ActionError } from '../errors.js';
import { isRecord } from '../json.js';
import { checkTemp, removeFolder, writeFiles } from '../machine/files.js';
import type { Publication } from '../publication/publication.js';
import { formatState, STATE_NAME } from '../undo/state.js';

/** The runner's library, as far as it takes something; each function throws when its file cannot be written. */
export interface RunnerFiles {
  readonly saveState: (name: string, value: string) => void;
  readonly setOutput: (name: string, value: string) => void;
  readonly exportVariable: (name: string, value: string) => void;
  /** A variable of the step; empty for none. */
  readonly variable: (name: string) => string;
}

/**
 * Gives everything out: state, files, outputs, variables, summary, in this order and in one turn of the event loop. The
 * masks are out by then: each value was masked at its birth.
 *
 * @throws ActionError publication_failed, runner_unsupported, after undoing what was written
 */
export function writePublication(publication: Publication, summary: string, runner: RunnerFiles): void {
  const { variable } = runner;
  if (publication.files.length > 0) {
    checkTemp(variable('RUNNER_TEMP'), variable('GITHUB_WORKSPACE'));
  }
  let undo = () => {};
  let place = 'file in GITHUB_STATE';
  try {
    undo = rememberSizes([...COMMAND_FILES, 'GITHUB_STEP_SUMMARY'].flatMap((name) => variable(name) || []));
    runner.saveState(STATE_NAME, formatState(publication.state));
    place = 'folder in RUNNER_TEMP';
    writeFiles(publication.folder, publication.files);
    place = 'file in GITHUB_OUTPUT';
    for (const [name, value] of publication.outputs) {
      runner.setOutput(name, value);
    }
    place = 'file in GITHUB_ENV';
    for (const [name, value] of publication.variables) {
      runner.exportVariable(name, value);
    }
    place = 'file in GITHUB_STEP_SUMMARY';
    appendSummary(variable('GITHUB_STEP_SUMMARY'), summary);
  } catch (error) {
    undo();
    removeFolder(publication.folder);
    const message = `The ${place} could not be written (${whyUnwritable(error)})`;
    throw new ActionError('publication_failed', message, { cause: error });
  }
}

/** The files through which an action gives something to the runner; without them the library would print values. */
export const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'] as const;

/** Notes how long files are; the function that it returns cuts them back to that, as far as it can. */
export function rememberSizes(files: readonly string[]): () => void {
  const sizes = files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.size ?? 0] as const);
  return () => {
    for (const [file, size] of sizes) {
      try {
        truncateSync(file, size);
      } catch {
        // This file could not be written either; the others still can be cut back.
      }
    }
  };
}

/** Adds to the job summary, in this turn unlike the library's own; a runner without the file goes without it. */
export function appendSummary(file: string | undefined, summary: string): void {
  if (file && summary !== '') {
    appendFileSync(file, summary);
  }
}

/** Why a file could not be written: the system's code; the library's own error, without one, is about a missing file. */
export function whyUnwritable(error: unknown): string {
  return isRecord(error) && 'code' in error ? String(error['code']) : 'it does not exist';
}
