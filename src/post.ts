import { exitSoon } from './runner/process.js';
import { log, ports, readState, readVariables, restore } from './runner/runner.js';
import { cleanUp } from './undo/clean-up.js';
import { revokeToken } from './undo/end-token.js';

const { state, temp } = readState();

// Begun first, since it reads a file that the cleanup removes.
const ending = revokeToken(state?.token, readVariables(), ports);

const files = cleanUp(state, temp);

restore(state?.variables ?? []);

const token = await ending;

(files.failed || token.failed ? log.warning : log.info)(`${files.line} ${token.line}`.trim());

await exitSoon();
