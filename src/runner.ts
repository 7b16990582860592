import * as core from '@actions/core';
import { rememberSizes } from './command-files.js';
import { ActionError, explain } from './errors.js';
import { clean, reveal } from './foreign-text.js';
import { INPUTS, type InputName, type Inputs, isSecretInput } from './inputs.js';
import { createMasker } from './masker.js';
import { userPasswords } from './masks.js';
import type { Log } from './ports.js';
import type { Publication, VariableLimit } from './publication.js';
import { formatState, parseState, STATE_NAME, type State } from './state.js';

const masker = createMasker((data) => {
  // One write for all: hundreds of small ones cost more than all the rest of a run.
  process.stdout.cork();
  data.forEach(core.setSecret);
  process.stdout.uncork();
});

/** The files through which an action gives something to the runner; without them the library would print values. */
const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV'] as const;

/** Registers texts as masks, in all their forms. */
export const { mask } = masker;

/** The log of the step; whatever is said, our own secrets are taken out of it first. */
export const log: Log = {
  debug: (message) => core.debug(reveal(message, masker.redact)),
  info: (message) => core.info(reveal(message, masker.redact)),
  notice: (message) => core.notice(reveal(message, masker.redact)),
  warning: (message) => core.warning(reveal(message, masker.redact)),
};

/** What one variable may hold on this system: MAX_ARG_STRLEN in Linux' limits.h, the Win32 page on CreateProcess. */
export const variableLimit: VariableLimit =
  process.platform === 'win32' ? { characters: 32_767 } : { bytes: 128 * 1024 };

/**
 * Reads every input and masks the secret ones.
 *
 * @throws ActionError runner_unsupported
 */
export function readInputs(): Inputs {
  const names = Object.keys(INPUTS).filter((name): name is InputName => name in INPUTS);
  const given = names.map((name) => [name, core.getInput(name)] as const).filter(([, value]) => value !== '');
  const secrets = given.filter(([name]) => isSecretInput(name)).map(([name, text]) => ({ path: [name], text }));
  const client = given.filter(([name]) => name === 'client_id').map(([name, text]) => ({ path: [name], text }));
  mask([...secrets.map(({ text }) => text), ...userPasswords([...client, ...secrets])]);
  for (const file of COMMAND_FILES) {
    if (!process.env[file]) {
      throw new ActionError('runner_unsupported', `The runner gives no file in ${file}`);
    }
  }
  return Object.fromEntries(given);
}

/**
 * Gives everything out: masks, state, outputs, variables, in this order and in one turn of the event loop.
 *
 * @throws ActionError publication_failed, after undoing what was written
 */
export function publish(publication: Publication): void {
  holdSignals();
  let undo = () => {};
  let file: (typeof COMMAND_FILES)[number] = 'GITHUB_STATE';
  try {
    undo = rememberSizes(COMMAND_FILES.flatMap((name) => process.env[name] ?? []));
    mask(publication.masks);
    core.saveState(STATE_NAME, formatState(publication.state));
    file = 'GITHUB_OUTPUT';
    for (const [name, value] of publication.outputs) {
      core.setOutput(name, value);
    }
    file = 'GITHUB_ENV';
    for (const [name, value] of publication.variables) {
      core.exportVariable(name, value);
    }
  } catch (error) {
    undo();
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'it does not exist';
    throw new ActionError('publication_failed', `The file in ${file} could not be written (${why})`, { cause: error });
  }
  publication.warnings.forEach(log.warning);
  log.info(`Outputs: ${namesOf(publication.outputs)}.`);
  log.info(`Variables: ${namesOf(publication.variables)}.`);
}

/** Ends the step as failed, with one line and the output `error_code`. */
export function fail(error: unknown): void {
  const known = error instanceof ActionError ? error : internalError(error);
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

/** Waits until the runner has all that was printed: a pipe takes 64 KiB at once, the rest waits in this process. */
export function handOver(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write('', () => resolve());
  });
}

/** Ends the process soon, should a connection or a resolver still hold it; nothing is left to do by then. */
export async function letGo(): Promise<void> {
  await handOver();
  setTimeout(() => process.exit(), 1000).unref();
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

/** From here on a signal ends the process between two turns of the event loop; by default it would in the midst of one. */
function holdSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.kill(process.pid, signal));
  }
}

function internalError(error: unknown): ActionError {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new ActionError('internal_error', 'The action failed in a way that it does not know', {
    said: message,
    cause: error,
  });
}

function namesOf(pairs: readonly (readonly [string, string])[]): string {
  return pairs.length === 0 ? 'none' : pairs.map(([name]) => name).join(', ');
}
