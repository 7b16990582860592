import { cleanUp } from './cleanup.js';
import { endSession } from './end-session.js';
import { letGo } from './hand-over.js';
import { log, ports, readEnvironment, readState, restore } from './runner.js';

const { state, temp } = readState();
// Begun first, since it reads a file that the cleanup removes.
const ending = endSession(state?.token, readEnvironment(), ports);
const files = cleanUp(state, temp);
restore(state?.variables ?? []);
const token = await ending;
(files.failed || token.failed ? log.warning : log.info)(`${files.line} ${token.line}`.trim());
await letGo();
