import { cleanUp } from './cleanup.js';
import { log, readState } from './runner.js';

const { state, temp } = readState();
const { line, failed } = cleanUp(state, temp);
(failed ? log.warning : log.info)(line);
