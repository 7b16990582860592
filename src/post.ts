import { cleanUp } from './cleanup.js';
import { log, readState, restore } from './runner.js';

const { state, temp } = readState();
const { line, failed } = cleanUp(state, temp);
restore(state?.variables ?? []);
(failed ? log.warning : log.info)(line);
