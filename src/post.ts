import { exitSoon } from './runner/process.js';
import { createRunner } from './runner/runner.js';
import { cleanUp } from './undo/clean-up.js';
import { revokeToken } from './undo/revoke-token.js';

const { ports, readState, restore, variables } = createRunner(process.env, process.stdout);

void undo().then(() => exitSoon(process.stdout));

async function undo(): Promise<void> {
  const { state, temp } = readState();
  // The revocation starts first: it reads a file that the clean-up removes.
  const revocation = revokeToken(state?.token, variables, ports);
  const files = cleanUp(state, temp);
  restore(state?.variables ?? []);
  const token = await revocation;
  (files.failed || token.failed ? ports.log.warning : ports.log.info)(`${files.line} ${token.line}`.trim());
}
