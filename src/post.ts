import { exitSoon } from './runner/process.js';
import { createStep } from './runner/step.js';
import { cleanUp } from './undo/clean-up.js';

const { ports, readState, restore, variables } = createStep(process.env, process.stdout);

void undo().then(() => exitSoon(process.stdout));

async function undo(): Promise<void> {
  const { state, temp } = readState();
  const plan = state?.token;
  // The revocation starts first: it reads a file that the clean-up removes.
  const revocation = plan && (await import('./undo/revoke-token.js')).revokeToken(plan, variables, ports);
  const files = cleanUp(state, temp);
  restore(state?.variables ?? []);
  const token = (await revocation) ?? { line: '', failed: false };
  (files.failed || token.failed ? ports.log.warning : ports.log.info)(`${files.line} ${token.line}`.trim());
}
