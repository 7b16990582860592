import { appendSummary, COMMAND_FILES, rememberSizes, whyUnwritable } from './command-files.js';
import { ActionError } from './errors.js';
import { checkTemp, removeFolder, writeFiles } from './files.js';
import type { Publication } from './publication.js';
import { formatState, STATE_NAME } from './state.js';

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
