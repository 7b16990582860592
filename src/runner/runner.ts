import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { asActionError, explain } from '../errors.js';
import type { Inputs } from '../inputs/inputs.js';
import { documentsOf, type Variables } from '../machine/environment.js';
import { actCommand, createActReader } from '../masking/act.js';
import { createMasker, type Masker } from '../masking/masker.js';
import { githubReader } from '../masking/masks.js';
import { idTokenRequestOf } from '../oauth/id-token.js';
import type { Log, Ports } from '../ports.js';
import type { Publication } from '../publication/publication.js';
import { parseState, STATE_NAME, type State } from '../undo/state.js';
import { quoteWords, reveal } from '../untrusted-text.js';
import { createCancellation, flushOutput } from './process.js';
import { type RunnerFiles, restoreVariables, saveState, writePublication } from './publish.js';
import { readInputs } from './read-inputs.js';

/** The runner as one step sees it. */
export interface Runner {
  /** The variables of the job at the start of this step. */
  readonly variables: Variables;
  /** The only masker of this process: each mask that it makes is registered with the runner at once. */
  readonly masker: Masker;
  /** The effects that a run needs, except those of the network. */
  readonly ports: Omit<Ports, 'send' | 'sleep'>;
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
  /** Fails the step with one error line and the output `error_code`. */
  readonly fail: (error: unknown) => void;
  /** Exits soon after a signal, with one line and nothing half exported. */
  readonly handleSignals: () => void;
}

const ignore = () => undefined;

const CANCELLED = 'this step stops now, and its post step cleans up.';

/** Creates the only connection to the runner, from `process.env` and `process.stdout`, which the toolkit also uses. */
export function createRunner(variables: Variables, stdout: NodeJS.WriteStream): Runner {
  const masker = createRunnerMasker(variables, stdout);
  const { isRequested, settle, handleSignals } = createCancellation(stdout);
  const ports = { ...createPorts(variables, masker), isCancelled: isRequested };
  const { saveState: save, setOutput, exportVariable } = core;
  const files: RunnerFiles = { saveState: save, setOutput, exportVariable, variable: (name) => variables[name] ?? '' };
  // Without a listener, Node prints a stack trace if the output is closed. The write itself reports the error.
  stdout.off('error', ignore).on('error', ignore);
  return {
    variables,
    masker,
    ports,
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
        publication.notices.forEach(ports.log.notice);
        publication.warnings.forEach(ports.log.warning);
        publication.infos.forEach(ports.log.info);
      }
    },
    restore: (saved) => restoreVariables(saved, files),
    fail(error) {
      if (!isRequested()) {
        fail(error, variables, masker);
      }
      settle();
    },
    handleSignals: () => handleSignals((signal) => ports.log.info(`Cancelled (${signal}): ${CANCELLED}`)),
  };
}

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

function createPorts(variables: Variables, masker: Masker): Omit<Runner['ports'], 'isCancelled'> {
  const { mask, isMasked } = masker;
  return {
    mask,
    isMasked,
    log: createLog(masker),
    now: () => new Date(),
    newId: randomUUID,
    idTokenRequest: () => idTokenRequestOf({ variable: (name) => variables[name] || undefined, mask }),
  };
}

/** Creates a log that removes our own secrets from each message before it prints the message. */
function createLog({ redact }: Masker): Log {
  return {
    debug: (message) => core.debug(reveal(message, redact)),
    info: (message) => core.info(reveal(message, redact)),
    notice: (message) => core.notice(reveal(message, redact)),
    warning: (message) => core.warning(reveal(message, redact)),
  };
}

function fail(error: unknown, variables: Variables, { redact }: Masker): void {
  const known = asActionError(error);
  core.setFailed(explain(known, redact, documentsOf(variables)));
  if (known.code === 'internal_error' && error instanceof Error) {
    core.debug(reveal(quoteWords(error.stack ?? ''), redact));
  }
  // Without the file, the toolkit would print a command that runners no longer accept.
  if (variables['GITHUB_OUTPUT']) {
    try {
      core.setOutput('error_code', known.code);
    } catch {
      // The file is missing or the disk is full; the error line may be about that.
    }
  }
}
