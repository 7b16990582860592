import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { createJournal, type Journal } from '../failure/journal.js';
import type { FailureContext, FailureReport } from '../failure/report.js';
import type { Inputs } from '../inputs/inputs.js';
import type { Variables } from '../machine/environment.js';
import { actCommand, createActReader } from '../masking/act.js';
import { createMasker, type Masker } from '../masking/masker.js';
import { githubReader } from '../masking/masks.js';
import { idTokenRequestOf } from '../oauth/id-token.js';
import type { Ports } from '../ports.js';
import type { Publication } from '../publication/publication.js';
import { parseState, STATE_NAME, type State } from '../undo/state.js';
import { createLog, printFailure, printPublication } from './log.js';
import { createCancellation, flushOutput } from './process.js';
import { type RunnerFiles, restoreVariables, saveState, writeFailure, writePublication } from './publish.js';
import { readInputs } from './read-inputs.js';

/** The runner as one step sees it. */
export interface Runner {
  /** The variables of the job at the start of this step. */
  readonly variables: Variables;
  /** The only masker of this process: each mask that it makes is registered with the runner at once. */
  readonly masker: Masker;
  /** The effects that a run needs, except those of the network. */
  readonly ports: Omit<Ports, 'send' | 'sleep'>;
  /** Prints the remarks about the checked inputs, and remembers the inputs for the case that the run fails. */
  readonly begin: Journal['begin'];
  /** Reads every input, masks the secret ones, and warns about unknown ones. @throws as `readInputs` */
  readonly readInputs: () => Inputs;
  /** Reads the state that main saved, and RUNNER_TEMP. */
  readonly readState: () => { readonly state: State | undefined; readonly temp: string };
  /** Saves state; a later call replaces an earlier one. @throws ActionError publication_failed */
  readonly save: (state: State) => void;
  /** Waits until the runner has read all masks. @throws ActionError publication_failed, if the output is closed */
  readonly flush: () => Promise<void>;
  /** Exports everything, unless a signal arrived. @throws as `writePublication` */
  readonly publish: (publication: Publication, summary: string) => void;
  /** Restores variables, unless a later step changed them; never throws. */
  readonly restore: (variables: State['variables']) => void;
  /** Fails the step with one error line, the output `error_code`, and a summary. */
  readonly fail: (error: unknown) => Promise<void>;
  /** Exits soon after a signal, with one line and nothing half exported. */
  readonly handleSignals: () => void;
}

/** Creates the only connection to the runner, from `process.env` and `process.stdout`, which the toolkit also uses. */
export function createRunner(variables: Variables, stdout: NodeJS.WriteStream): Runner {
  const masker = createRunnerMasker(variables, stdout);
  const { isRequested, settle, handleSignals } = createCancellation(stdout);
  const basics = createPorts(variables, masker);
  const journal = createJournal(basics.log);
  const ports = { ...basics, track: journal.track, isCancelled: isRequested };
  const files: RunnerFiles = { ...core, variable: (name) => variables[name] ?? '' };
  return {
    variables,
    masker,
    ports,
    begin: journal.begin,
    readInputs: () => readInputs({ variables, getInput: core.getInput }, ports),
    readState: () => ({ state: parseState(core.getState(STATE_NAME)), temp: variables['RUNNER_TEMP'] ?? '' }),
    save(state) {
      saveState(state, files);
      // A shared token may still be replaced by a new login.
      if (state.token !== undefined) {
        settle();
      }
    },
    flush: () => flushOutput(stdout),
    publish(publication, summary) {
      if (!isRequested()) {
        writePublication(publication, summary, files);
        printPublication(publication, ports.log);
      }
    },
    restore: (saved) => restoreVariables(saved, files),
    async fail(error) {
      const report = await describe(error, { variables, journal, redact: masker.redact }).catch(() => undefined);
      if (!isRequested()) {
        fail(report, files);
      }
      settle();
    },
    handleSignals: () => handleSignals((signal) => ports.log.info(`Cancelled (${signal}): ${CANCELLED}`)),
  };
}

const CANCELLED = 'this step stops now, and its post step cleans up.';

function createRunnerMasker(variables: Variables, stdout: NodeJS.WriteStream): Masker {
  // nektos/act sets this variable.
  const isAct = variables['ACT'] === 'true';
  const addMask = isAct ? (text: string) => stdout.write(actCommand(text)) : core.setSecret;
  return createMasker(
    (masks) => {
      // One write for all masks: hundreds of small writes take longer than the rest of a run.
      stdout.cork();
      masks.forEach(addMask);
      stdout.uncork();
    },
    isAct ? createActReader() : githubReader,
  );
}

function createPorts(variables: Variables, masker: Masker): Omit<Runner['ports'], 'isCancelled' | 'track'> {
  const { mask, isMasked } = masker;
  return {
    mask,
    isMasked,
    log: createLog(masker.redact, core),
    now: () => new Date(),
    newId: randomUUID,
    idTokenRequest: () => idTokenRequestOf({ variable: (name) => variables[name] || undefined, mask }),
  };
}

/** Loaded on demand: only a failed run pays for the code that describes failures. */
async function describe(error: unknown, context: FailureContext): Promise<FailureReport> {
  const { reportFailure } = await import('../failure/report.js');
  return reportFailure(error, context);
}

/** Fails the step, also if its error cannot be described: Node would then print a stack, in which a secret could be. */
function fail(report: FailureReport | undefined, files: RunnerFiles): void {
  process.exitCode = core.ExitCode.Failure;
  if (report === undefined) {
    core.error(
      'The action failed, and its error cannot be described. Report this defect as an issue in its repository.',
    );
    return;
  }
  printFailure(report, core);
  writeFailure(report, /^(?:false|False|FALSE)$/.test(core.getInput('summary')), files);
}
