import { appendFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { ActionError } from '../errors.js';
import type { FailureReport } from '../failure/report.js';
import { attempt, codeOf } from '../json.js';
import { checkTemp, writeFiles } from '../machine/files.js';
import { createFolder, type OwnFolder, removeFolder } from '../machine/own-folder.js';
import type { Publication } from '../publication/publication.js';
import { formatState, STATE_NAME, type State } from '../undo/state.js';
import { appendEntries } from './toolkit.js';

/** Returns a variable of the step; empty if it is not set. */
export type Variable = (name: string) => string;

/** The variables that name the files of an action. Without these files, the toolkit would print values. */
export const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'] as const;

/** Saves the state of a step. @throws ActionError publication_failed */
export function saveState(state: State, variable: Variable): void {
  try {
    appendEntries(variable('GITHUB_STATE'), [[STATE_NAME, formatState(state)]]);
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
export function writePublication(publication: Publication, summary: string, variable: Variable): void {
  const { state } = publication;
  const own: OwnFolder[] = [];
  let undo = () => {};
  let place = 'files of the runner';
  try {
    undo = rememberSizes([...COMMAND_FILES, 'GITHUB_STEP_SUMMARY'].map(variable));
    if (publication.files.length > 0) {
      place = 'folder in RUNNER_TEMP';
      checkTemp(variable('RUNNER_TEMP'), variable('GITHUB_WORKSPACE'));
      own.push(createFolder(publication.folder));
    }
    place = 'file in GITHUB_STATE';
    const saved = formatState({ ...state, folders: [...state.folders, ...own] });
    appendEntries(variable('GITHUB_STATE'), [[STATE_NAME, saved]]);
    place = 'folder in RUNNER_TEMP';
    writeFiles(publication.folder, publication.files);
    place = 'file in GITHUB_OUTPUT';
    appendEntries(variable('GITHUB_OUTPUT'), publication.outputs);
    place = 'file in GITHUB_ENV';
    appendEntries(variable('GITHUB_ENV'), publication.variables);
    place = 'file in GITHUB_STEP_SUMMARY';
    appendSummary(variable('GITHUB_STEP_SUMMARY'), summary);
  } catch (error) {
    undo();
    // If another program has opened a file (Windows), the folder stays until the runner empties RUNNER_TEMP.
    own.forEach((folder) => void removeFolder(dirname(publication.folder), folder));
    throw error instanceof ActionError ? error : unwritable(place, error);
  }
}

/** Writes the output `error_code` and the summary of a failure, as far as that is possible; never throws. */
export function writeFailure({ code, summary }: FailureReport, isQuiet: boolean, variable: Variable): void {
  // A file can be missing, or the disk can be full; the error line may be about that.
  attempt(() => appendEntries(variable('GITHUB_OUTPUT'), [['error_code', code]]));
  attempt(() => isQuiet || appendSummary(variable('GITHUB_STEP_SUMMARY'), summary));
}

/** Records the sizes of files. Returns a function that truncates the files to these sizes, as far as it can. */
function rememberSizes(files: readonly string[]): () => void {
  const sizes = files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.size ?? 0] as const);
  return () => {
    for (const [file, size] of sizes) {
      // A file that cannot be truncated could not be written either. The other files still can be.
      attempt(() => truncateSync(file, size));
    }
  };
}

/** Appends to the job summary at once, unlike the toolkit; a runner without summaries sets no file. */
function appendSummary(file: string, summary: string): void {
  if (file !== '' && summary !== '') {
    appendFileSync(file, summary);
  }
}

/** Makes the error for a failed write. */
function unwritable(place: string, error: unknown): ActionError {
  const code = codeOf(error);
  const why = code === 'ENOENT' && place.startsWith('file') ? 'it does not exist' : code;
  return new ActionError('publication_failed', `The ${place} could not be written (${why})`, { cause: error });
}
