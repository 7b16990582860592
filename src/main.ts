import { run } from './run.js';
import { exitSoon } from './runner/process.js';
import { createRunner } from './runner/runner.js';

const runner = createRunner(process.env, process.stdout);

runner.handleSignals();
await run(runner).catch(runner.fail);
await exitSoon(process.stdout);
