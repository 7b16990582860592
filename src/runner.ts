import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { appendSummary, rememberSizes } from './command-files.js';
import { ActionError, asActionError, explain } from './errors.js';
import { checkTemp, removeFolder, writeFiles } from './files.js';
import { clean, reveal } from './foreign-text.js';
import { holdSignals } from './hand-over.js';
import { idTokenRequestOf } from './id-token-request.js';
import { secretsIn } from './input-secrets.js';
import { type InputName, type Inputs, inputNames, isVerbatimInput } from './inputs.js';
import { isRecord } from './json.js';
import { createMasker } from './masker.js';
import type { Log, Ports } from './ports.js';
import type { Publication } from './publication.js';
import { formatState, parseState, STATE_NAME, type State } from './state.js';

/** The one masker of this process; what it is given becomes masks of the runner at once. */
export const masker = createMasker((data) => {
  // One write for all: hundreds of small ones cost more than all the rest of a run.
  process.stdout.cork();
  data.forEach(core.setSecret);
  process.stdout.uncork();
});

/** The files through which an action gives something to the runner; without them the library would print values. */
const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'] as const;

/** The log of the step; whatever is said, our own secrets are taken out of it first. */
export const log: Log = {
  debug: (message) => core.debug(reveal(message, masker.redact)),
  info: (message) => core.info(reveal(message, masker.redact)),
  notice: (message) => core.notice(reveal(message, masker.redact)),
  warning: (message) => core.warning(reveal(message, masker.redact)),
};

/** The effects of this process that the flow needs, but for the network. */
export const ports: Omit<Ports, 'send' | 'sleep'> = {
  mask: masker.mask,
  log,
  now: () => new Date(),
  newId: randomUUID,
  idTokenRequest: () => idTokenRequestOf({ variable: (name) => process.env[name] || undefined, mask: masker.mask }),
};

/**
 * Reads every input and masks the secret ones.
 *
 * @throws ActionError runner_unsupported
 */
export function readInputs(): Inputs {
  const read = (name: InputName) => core.getInput(name, { trimWhitespace: !isVerbatimInput(name) });
  const given = inputNames()
    .map((name) => [name, read(name)] as const)
    .filter(([, value]) => value !== '');
  const inputs: Inputs = Object.fromEntries(given);
  masker.mask(secretsIn(inputs));
  const missing = COMMAND_FILES.find((file) => !process.env[file]);
  if (missing !== undefined) {
    throw new ActionError('runner_unsupported', `The runner gives no file in ${missing}`);
  }
  return inputs;
}

/** The variables of the job, as they stand at this step. */
export function readEnvironment(): Readonly<NodeJS.ProcessEnv> {
  return process.env;
}

/**
 * Gives everything out: state, files, outputs, variables, summary, in this order and in one turn of the event loop. The
 * masks are out by then: each value was masked at its birth.
 *
 * @throws ActionError publication_failed, runner_unsupported, after undoing what was written
 */
export function publish(publication: Publication, summary: string): void {
  if (publication.files.length > 0) {
    checkTemp(process.env['RUNNER_TEMP'] ?? '', process.env['GITHUB_WORKSPACE'] ?? '');
  }
  holdSignals();
  let undo = () => {};
  let place = 'file in GITHUB_STATE';
  try {
    undo = rememberSizes([...COMMAND_FILES, 'GITHUB_STEP_SUMMARY'].flatMap((name) => process.env[name] || []));
    core.saveState(STATE_NAME, formatState(publication.state));
    place = 'folder in RUNNER_TEMP';
    writeFiles(publication.folder, publication.files);
    place = 'file in GITHUB_OUTPUT';
    for (const [name, value] of publication.outputs) {
      core.setOutput(name, value);
    }
    place = 'file in GITHUB_ENV';
    for (const [name, value] of publication.variables) {
      core.exportVariable(name, value);
    }
    place = 'file in GITHUB_STEP_SUMMARY';
    appendSummary(process.env['GITHUB_STEP_SUMMARY'], summary);
  } catch (error) {
    undo();
    removeFolder(publication.folder);
    const why = isRecord(error) && 'code' in error ? String(error['code']) : 'it does not exist';
    throw new ActionError('publication_failed', `The ${place} could not be written (${why})`, { cause: error });
  }
  publication.notices.forEach(log.notice);
  publication.warnings.forEach(log.warning);
  publication.infos.forEach(log.info);
}

/** Gives variables back what they held, unless a later step has changed them; it never throws. */
export function restore(variables: State['variables']): void {
  for (const { name, value, before } of variables) {
    if (process.env[name] === value && process.env['GITHUB_ENV']) {
      try {
        core.exportVariable(name, before);
      } catch {
        // The file is gone or full: programs of other post steps find no logins then, which is no reason to fail.
      }
    }
  }
}

/** Ends the step as failed, with one line and the output `error_code`. */
export function fail(error: unknown): void {
  const known = asActionError(error);
  core.setFailed(explain(known, masker.redact, documents()));
  if (known.code === 'internal_error' && error instanceof Error) {
    log.debug(clean(error.stack ?? '', masker.redact));
  }
  // Without the file the library would print a command that runners no longer take.
  if (process.env['GITHUB_OUTPUT']) {
    try {
      core.setOutput('error_code', known.code);
    } catch {
      // The file is gone or full, which is what the line above may be about.
    }
  }
}

/** Reads what main saved, and the folder in which it may have written. */
export function readState(): { readonly state: State | undefined; readonly temp: string } {
  return { state: parseState(core.getState(STATE_NAME)), temp: process.env['RUNNER_TEMP'] ?? '' };
}

/** Where the documents are: beside the action when it comes from a repository, else in the workflow's own checkout. */
function documents(): string {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
  return server && repository && ref ? `${server}/${repository}/blob/${ref}/docs` : 'docs';
}
