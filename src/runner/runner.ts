import { createJournal, type Journal } from '../failure/journal.js';
import type { FailureContext, FailureReport } from '../failure/report.js';
import type { Inputs } from '../inputs/inputs.js';
import type { Variables } from '../machine/environment.js';
import type { Publication } from '../publication/publication.js';
import type { State } from '../undo/state.js';
import { printFailure, printPublication } from './log.js';
import { createCancellation, failIfUnfinished, flushOutput } from './process.js';
import { saveState, type Variable, writeFailure, writePublication } from './publish.js';
import { readInputs } from './read-inputs.js';
import { createStep, type Step } from './step.js';
import { getInput, printer } from './toolkit.js';

/** The runner as main sees it. */
export interface Runner extends Step {
  /** Prints the remarks about the checked inputs, and remembers the inputs for the case that the run fails. */
  readonly begin: Journal['begin'];
  /** Reads every input, masks the secret ones, and warns about unknown ones. @throws as `readInputs` */
  readonly readInputs: () => Inputs;
  /** Saves state; a later call replaces an earlier one. @throws ActionError publication_failed */
  readonly save: (state: State) => void;
  /** Waits until the runner has read all masks. @throws ActionError publication_failed, if the output is closed */
  readonly flush: () => Promise<void>;
  /** Exports everything, unless a signal arrived. @throws as `writePublication` */
  readonly publish: (publication: Publication, summary: string) => void;
  /** Fails the step if the run never ends, and exits soon after a signal, with one line and nothing half exported. */
  readonly start: () => void;
  /** Ends the step with exit code 0. */
  readonly succeed: () => void;
  /** Fails the step with one error line, the output `error_code`, and a summary. */
  readonly fail: (error: unknown) => Promise<void>;
}

/** Creates the only connection to the runner, from `process.env` and `process.stdout`, which the toolkit also uses. */
export function createRunner(variables: Variables, stdout: NodeJS.WriteStream): Runner {
  const step = createStep(variables, stdout);
  const { isRequested, settle, handleSignals } = createCancellation(stdout);
  const journal = createJournal(step.ports.log);
  const ports = { ...step.ports, track: journal.track, isCancelled: isRequested };
  let end = setExitCode;
  const variable: Variable = (name) => variables[name] ?? '';
  return {
    ...step,
    ports,
    begin: journal.begin,
    readInputs: () => readInputs({ variables, getInput }, ports),
    save(state) {
      saveState(state, variable);
      settleIfFinal(state, settle);
    },
    flush: () => flushOutput(stdout),
    publish(publication, summary) {
      if (!isRequested()) {
        writePublication(publication, summary, variable);
        printPublication(publication, ports.log);
      }
    },
    start() {
      end = failIfUnfinished(() => void (isRequested() || printer.error(UNFINISHED, {})));
      handleSignals((signal) => ports.log.info(`Cancelled (${signal}): ${CANCELLED}`));
    },
    succeed: () => end(0),
    async fail(error) {
      end(1);
      const report = await describe(error, { variables, journal, redact: step.masker.redact }).catch(() => undefined);
      if (!isRequested()) {
        fail(report, variable);
      }
      settle();
    },
  };
}

/** A shared token may still be replaced by a new login. */
function settleIfFinal({ token }: State, settle: () => void): void {
  if (token !== undefined) {
    settle();
  }
}

function setExitCode(exitCode: number): void {
  process.exitCode = exitCode;
}

const UNFINISHED =
  'The action stopped before its work was done. Nothing was exported. Report this defect as an issue in its repository.';

const UNDESCRIBED =
  'The action failed, and its error cannot be described. Report this defect as an issue in its repository.';

const CANCELLED = 'this step stops now, and its post step cleans up.';

/** Loaded on demand: only a failed run pays for the code that describes failures. */
async function describe(error: unknown, context: FailureContext): Promise<FailureReport> {
  const { reportFailure } = await import('../failure/report.js');
  return reportFailure(error, context);
}

/** Fails the step, also if its error cannot be described: Node would then print a stack, in which a secret could be. */
function fail(report: FailureReport | undefined, variable: Variable): void {
  if (report === undefined) {
    printer.error(UNDESCRIBED, {});
    return;
  }
  printFailure(report, printer);
  writeFailure(report, /^(?:false|False|FALSE)$/.test(getInput('summary', { trimWhitespace: true })), variable);
}
