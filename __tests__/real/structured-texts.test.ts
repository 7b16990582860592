import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { secret } from '../../emulator/chariot/index.js';
import { type Job, runJob } from '../../harness/jobs/chariot-job.js';
import { projectRoot } from '../../harness/project.js';
import { ORDERS, readActLog } from '../../harness/runner/act-log.js';
import { STRUCTURED_TEXTS } from '../support/structured-texts.js';
import { installed } from './support/installed.js';

let jobFolder: string;
beforeEach(() => {
  jobFolder = mkdtempSync(join(tmpdir(), 'structured-texts-'));
});
afterEach(() => rmSync(jobFolder, { recursive: true, force: true }));

/** Runs a step of the action that exports a text as a variable and as a file. */
const exportText = (text: string, env: Record<string, string> = {}) =>
  runJob({ settings: [secret('text', text)], jobFolder, env, inputs: { secrets: 'text; text | FILE@file' } });

/** Runs a script in a later step, and returns the lines that it prints. */
function printedBy({ variables }: Job, script: string): string[] {
  const env = {
    PATH: process.env['PATH'],
    NODE: process.execPath,
    PYTHON: installed('s3-python', 'bin', 'python3'),
    TEXT: variables.get('TEXT'),
    FILE: variables.get('FILE'),
  };
  const args = ['--norc', '-euo', 'pipefail', '-c', script];
  return execFileSync('bash', args, { cwd: projectRoot, env, encoding: 'utf8' }).trimEnd().split('\n');
}

describe('What the log of a later step shows', () => {
  test.each(STRUCTURED_TEXTS)(
    "The log of GitHub's runner hides the secret parts of $kind",
    async ({ text, script, lines }) => {
      const job = await exportText(text);
      const printed = printedBy(job, script);

      expect(printed).toEqual(lines.map(([line]) => line));
      expect(printed.map(job.log.masker.mask)).toEqual(lines.map(([, shown]) => shown));
    },
  );

  test.each(STRUCTURED_TEXTS)(
    'The log of nektos/act hides the secret parts of $kind',
    async ({ text, script, lines }) => {
      const job = await exportText(text, { ACT: 'true' });
      const printed = printedBy(job, script);

      for (const order of ORDERS) {
        expect(printed.map(readActLog(job.stdout, order).mask)).toEqual(lines.map(([, shown]) => shown));
      }
    },
  );
});
