import { codeOf } from './json.js';
import { exitSoon } from './runner/process.js';
import { getState, printer } from './runner/toolkit.js';
import { NOT_UNDONE, parseState, STATE_NAME, type State } from './undo/state.js';

void undo(parseState(getState(STATE_NAME)))
  .catch((error) => printer.warning(`${NOT_UNDONE} (${codeOf(error)}).`))
  .then(() => exitSoon(process.stdout));

/** Undoes what main did. The code for that is loaded on demand: a step that failed early has nothing to undo. */
async function undo(saved: State | undefined): Promise<void> {
  if (saved === undefined) {
    return printer.info('Nothing to clean up.');
  }
  const { createStep } = await import('./runner/step.js');
  const { cleanUp, joinReports } = await import('./undo/clean-up.js');
  const { ports, restore, variables } = createStep(process.env, process.stdout);
  const { token } = saved;
  // The revocation starts first: it reads a file that the clean-up removes.
  const revocation = token && (await import('./undo/revoke-token.js')).revokeToken(token, variables, ports);
  const files = cleanUp(saved, variables['RUNNER_TEMP'] ?? '');
  restore(saved.variables);
  const { line, failed } = joinReports([files, await revocation]);
  (failed ? ports.log.warning : ports.log.info)(line);
}
