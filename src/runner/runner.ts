import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { ActionError, asActionError, explain } from '../errors.js';
import { secretsIn } from '../inputs/content.js';
import { type InputName, type Inputs, inputNames, isVerbatimInput } from '../inputs/inputs.js';
import { actCommand, createActReader } from '../masking/act.js';
import { createMasker } from '../masking/masker.js';
import { githubReader } from '../masking/masks.js';
import { idTokenRequestOf } from '../oauth/id-token.js';
import type { Log, Ports } from '../ports.js';
import type { Publication } from '../publication/publication.js';
import { formatState, parseState, STATE_NAME, type State } from '../undo/state.js';
import { revealQuotes, sanitize } from '../untrusted-text.js';
import { exitOnSignals, isCancelled } from './process.js';
import { COMMAND_FILES, whyUnwritable, writePublication } from './publish.js';

/** nektos/act says so of itself. */
const isAct = process.env['ACT'] === 'true';

/** The one masker of this process; what it is given becomes masks of the runner at once. */
export const masker = createMasker(
  (data) => {
    // One write for all: hundreds of small ones cost more than all the rest of a run.
    process.stdout.cork();
    data.forEach(isAct ? (text) => process.stdout.write(actCommand(text)) : core.setSecret);
    process.stdout.uncork();
  },
  isAct ? createActReader() : githubReader,
);

/** The log of the step; whatever is said, our own secrets are taken out of it first. */
export const log: Log = {
  debug: (message) => core.debug(revealQuotes(message, masker.redact)),
  info: (message) => core.info(revealQuotes(message, masker.redact)),
  notice: (message) => core.notice(revealQuotes(message, masker.redact)),
  warning: (message) => core.warning(revealQuotes(message, masker.redact)),
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
export function readVariables(): Readonly<NodeJS.ProcessEnv> {
  return process.env;
}

/** Gives everything out, unless a signal has come. @throws ActionError as `writePublication` */
export function publish(publication: Publication, summary: string): void {
  if (isCancelled()) {
    return;
  }
  writePublication(publication, summary, {
    saveState: core.saveState,
    setOutput: core.setOutput,
    exportVariable: core.exportVariable,
    variable: (name) => process.env[name] ?? '',
  });
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
  if (isCancelled()) {
    return;
  }
  const known = asActionError(error);
  core.setFailed(explain(known, masker.redact, documents()));
  if (known.code === 'internal_error' && error instanceof Error) {
    log.debug(sanitize(error.stack ?? '', masker.redact));
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

/** Saves state right away; what is saved later takes its place. @throws ActionError publication_failed */
export function save(state: State): void {
  try {
    core.saveState(STATE_NAME, formatState(state));
  } catch (error) {
    const message = `The file in GITHUB_STATE could not be written (${whyUnwritable(error)})`;
    throw new ActionError('publication_failed', message, { cause: error });
  }
}

/** Ends this process when the runner cancels the step: quickly, with one line, and nothing half exported. */
export function handleSignals(): void {
  exitOnSignals((signal) => log.info(`Cancelled (${signal}): the step ends here, and its post step cleans up.`));
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
