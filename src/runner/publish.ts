import { appendFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { ActionError } from '../errors.js';
import type { FailureReport } from '../failure/report.js';
import { isRecord } from '../json.js';
import { checkTemp, writeFiles } from '../machine/files.js';
import { createFolder, type OwnFolder, removeFolder } from '../machine/own-folder.js';
import type { Publication } from '../publication/publication.js';
import { formatState, STATE_NAME, type State } from '../undo/state.js';

/** The functions of the runner's toolkit that write its files. Each throws an error if its file cannot be written. */
export interface RunnerFiles {
  readonly saveState: (name: string, value: string) => void;
  readonly setOutput: (name: string, value: string) => void;
  readonly exportVariable: (name: string, value: string) => void;
  /** Returns a variable of the step; empty if it is not set. */
  readonly variable: (name: string) => string;
}

/** The variables that name the files of an action. Without these files, the toolkit would print values. */
export const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'] as const;

/** Saves the state of a step. @throws ActionError publication_failed */
export function saveState(state: State, files: RunnerFiles): void {
  try {
    files.saveState(STATE_NAME, formatState(state));
  } catch (error) {
    throw unwritable('file in GITHUB_STATE', error);
  }
}

/**
 * Creates the step's own folder, then writes state, files, outputs, variables and summary, in this order and in one turn of
 * the event loop. Every value is masked before.
 *
 * @throws ActionError publication_failed, runner_unsupported, after everything that was written is undone
 */
export function writePublication(publication: Publication, summary: string, files: RunnerFiles): void {
  const { variable } = files;
  const { state } = publication;
  const own: OwnFolder[] = [];
  let undo = () => {};
  let place = 'folder in RUNNER_TEMP';
  try {
    undo = rememberSizes([...COMMAND_FILES, 'GITHUB_STEP_SUMMARY'].flatMap((name) => variable(name) || []));
    if (publication.files.length > 0) {
      checkTemp(variable('RUNNER_TEMP'), variable('GITHUB_WORKSPACE'));
      own.push(createFolder(publication.folder));
    }
    place = 'file in GITHUB_STATE';
    files.saveState(STATE_NAME, formatState({ ...state, folders: [...state.folders, ...own] }));
    place = 'folder in RUNNER_TEMP';
    writeFiles(publication.folder, publication.files);
    place = 'file in GITHUB_OUTPUT';
    for (const [name, value] of publication.outputs) {
      files.setOutput(name, value);
    }
    place = 'file in GITHUB_ENV';
    for (const [name, value] of publication.variables) {
      files.exportVariable(name, value);
    }
    place = 'file in GITHUB_STEP_SUMMARY';
    appendSummary(variable('GITHUB_STEP_SUMMARY'), summary);
  } catch (error) {
    undo();
    // If another program has opened a file (Windows), the folder stays until the runner empties RUNNER_TEMP.
    own.forEach((folder) => void removeFolder(dirname(publication.folder), folder));
    throw error instanceof ActionError ? error : unwritable(place, error);
  }
}

/** Restores the former values of variables, unless a later step changed them; never throws. */
export function restoreVariables(saved: State['variables'], { variable, exportVariable }: RunnerFiles): void {
  for (const { name, value, before } of saved) {
    if (variable(name) === value && variable('GITHUB_ENV') !== '') {
      try {
        exportVariable(name, before);
      } catch {
        // The file is missing or the disk is full. Post steps of other actions find no logins then; that fails no job.
      }
    }
  }
}

/** Writes the output `error_code` and the summary of a failure, as far as that is possible; never throws. */
export function writeFailure({ code, summary }: FailureReport, isQuiet: boolean, files: RunnerFiles): void {
  const { variable, setOutput } = files;
  // Without the file for outputs, the toolkit would print a command that runners no longer accept.
  const writes = [
    () => variable('GITHUB_OUTPUT') !== '' && setOutput('error_code', code),
    () => isQuiet || appendSummary(variable('GITHUB_STEP_SUMMARY'), summary),
  ];
  for (const write of writes) {
    try {
      write();
    } catch {
      // The file is missing or the disk is full; the error line may be about that.
    }
  }
}

/** Records the sizes of files. Returns a function that truncates the files to these sizes, as far as it can. */
function rememberSizes(files: readonly string[]): () => void {
  const sizes = files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.size ?? 0] as const);
  return () => {
    for (const [file, size] of sizes) {
      try {
        truncateSync(file, size);
      } catch {
        // This file could not be written either. The other files can still be truncated.
      }
    }
  };
}

/** Appends to the job summary at once, unlike the toolkit; a runner without summaries sets no file. */
function appendSummary(file: string, summary: string): void {
  if (file !== '' && summary !== '') {
    appendFileSync(file, summary);
  }
}

/** Makes the error for a failed write. An error without a system code is the toolkit's own, for a file that does not exist. */
function unwritable(place: string, error: unknown): ActionError {
  const why = isRecord(error) && 'code' in error ? String(error['code']) : 'it does not exist';
  return new ActionError('publication_failed', `The ${place} could not be written (${why})`, { cause: error });
}
