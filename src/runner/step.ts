import { randomUUID } from 'node:crypto';
import { idTokenRequestOf, isGitHubRunner, type Variables } from '../machine/environment.js';
import { createActReader } from '../masking/act.js';
import { createMasker, type Masker } from '../masking/masker.js';
import { githubReader } from '../masking/masks.js';
import type { NetworkPort, Ports, RunPart } from '../ports.js';
import type { State } from '../undo/state.js';
import { createLog } from './log.js';
import { appendEntries, printer } from './toolkit.js';

/** The runner as main and the post step see it. */
export interface Step {
  /** The variables of the job at the start of this step. */
  readonly variables: Variables;
  /** The only masker of this process: each mask that it makes is registered with the runner at once. */
  readonly masker: Masker;
  /** The effects that both entries need, except those of the network. */
  readonly ports: Omit<Ports, NetworkPort>;
  /** Restores variables, unless a later step changed them; never throws. */
  readonly restore: (saved: State['variables']) => void;
}

/** Creates the connection to the runner, from `process.env` and `process.stdout`. */
export function createStep(variables: Variables, stdout: NodeJS.WriteStream): Step {
  // nektos/act sets this variable.
  const reader = variables['ACT'] === 'true' ? createActReader() : githubReader;
  // One write for all masks of a text; the toolkit would make one for each mask.
  const masker = createMasker((commands) => void stdout.write(commands.join('')), reader);
  const { mask, isMasked, redact } = masker;
  const ports = {
    mask,
    isMasked,
    log: createLog(redact, printer, showsDebug(variables)),
    isCancelled: () => false,
    track: <T>(_part: RunPart, work: () => Promise<T>) => work(),
    now: () => new Date(),
    newId: () => randomUUID(),
    idTokenRequest: () => idTokenRequestOf({ variable: (name) => variables[name] || undefined, mask }),
  };
  return {
    variables,
    masker,
    ports,
    restore: (saved) => restoreVariables(saved, variables),
  };
}

/** Other runners have no common variable for debugging. */
function showsDebug(variables: Variables): boolean {
  return variables['RUNNER_DEBUG'] === '1' || !isGitHubRunner(variables);
}

function restoreVariables(saved: State['variables'], variables: Variables): void {
  const unchanged = saved.filter(({ name, value }) => variables[name] === value);
  try {
    appendEntries(
      variables['GITHUB_ENV'] ?? '',
      unchanged.map(({ name, before }) => [name, before]),
    );
  } catch {
    // The file is missing or the disk is full. Post steps of other actions find no logins then; that fails no job.
  }
}
