import { run } from './run.js';
import { exitSoon } from './runner/process.js';
import { createRunner } from './runner/runner.js';

const runner = createRunner(process.env, process.stdout);

runner.start();
void run(runner)
  .then(runner.succeed, runner.fail)
  .then(() => exitSoon(process.stdout));
