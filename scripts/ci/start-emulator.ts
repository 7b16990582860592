// Starts the Chariot emulator in the background of a job, and sets the outputs that a step of the action needs.
import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exampleProject, exampleWriter } from '../../emulator/chariot/index.js';
import { projectRoot } from '../../harness/project.js';
import { variable } from './variable.js';

const PORT = 8790;
const url = `http://127.0.0.1:${PORT}`;
const log = join(variable('RUNNER_TEMP'), 'emulator.log');

const pid = start();
await untilItAnswers(300);
appendFileSync(
  variable('GITHUB_OUTPUT'),
  [
    `pid=${pid}`,
    `url=${url}`,
    `client_id=${exampleWriter.clientId}`,
    `client_secret=${exampleWriter.clientSecret}`,
    `project_id=${exampleProject.id}`,
    '',
  ].join('\n'),
);
console.log(`The emulator runs at ${url}. A later step of the job stops it.`);

/** Starts the emulator as a process of its own. A pipe to this step would break when the step ends, so it writes to a file. */
function start(): number | undefined {
  const file = openSync(log, 'w');
  const main = join(projectRoot, 'build', 'emulator', 'main.js');
  const options = { detached: true, windowsHide: true, stdio: ['ignore', file, file] } satisfies Parameters<
    typeof spawn
  >[2];
  const emulator = spawn(process.execPath, [main, '--port', String(PORT)], options);
  emulator.unref();
  closeSync(file);
  return emulator.pid;
}

/** Waits until the emulator answers a request. @throws Error with the log of the emulator after the last attempt */
async function untilItAnswers(attempts: number): Promise<void> {
  if (attempts === 0) throw new Error(`The emulator does not answer at ${url}:\n${readFileSync(log, 'utf8')}`);
  try {
    await fetch(url);
  } catch {
    await sleep(100);
    await untilItAnswers(attempts - 1);
  }
}
