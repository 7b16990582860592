import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { exampleWriter, secret } from '../../emulator/chariot/index.js';
import { runsOfSecret, runsShown } from '../../harness/judges/shown-runs.js';
import { projectRoot } from '../../harness/project.js';
import { NASTY_SECRETS } from '../support/nasty-secrets.js';
import { type ActJob, runActJob } from './support/act-job.js';

// A run takes a second on a quiet machine.
jest.setTimeout(60_000);

// One variable may contain 128 KiB, but the environment of a step only a few such variables.
const SECRETS = Object.values(NASTY_SECRETS).filter((value) => value.length < 10_000);

/** Runs a job that exports these Secrets as variables and outputs; a later step prints them in every encoding. */
async function runWith(values: readonly string[], flags: readonly string[] = []): Promise<ActJob> {
  const folder = mkdtempSync(join(tmpdir(), 'act-values-'));
  try {
    const file = join(folder, 'values.json');
    writeFileSync(file, JSON.stringify(values));
    const job = await runActJob('hidden.yml', {
      settings: values.map((value, n) => secret(`s${n}`, value)),
      // Prints every variable of every step, and each expression with its value.
      flags: ['--verbose', ...flags],
      vars: {
        REQUESTS: values.map((_, n) => `s${n} | S${n}`).join('\n'),
        PRINT_VALUES: join(projectRoot, 'build', '__tests__', 'real', 'support', 'print-values.js'),
        VALUES_FILE: file,
      },
    });
    return { ...job, log: job.log.map((line) => line.replaceAll(folder, '/values')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Returns every four characters in a row that a log shows, in any encoding. Hexadecimal ones are left out, since durations,
 * ports and commits can contain them by chance.
 */
function runsIn({ log }: ActJob): ReadonlySet<string> {
  return new Set(log.flatMap((line) => [...runsShown(line)]).filter((run) => !/^[\da-f]+$/i.test(run)));
}

/** The runs of a log without such Secrets: `mask` is one of them, and also a part of a Secret. */
let ordinary: ReadonlySet<string>;

beforeAll(async () => {
  ordinary = runsIn(await runWith(['0123456789', '{}\n0123456789']));
});

/** Returns the parts of each value that a log shows. */
function shownIn(job: ActJob, values: readonly string[]): string[][] {
  const shown = runsIn(job);
  return values.map((value) => [...runsOfSecret(value)].filter((run) => shown.has(run) && !ordinary.has(run)));
}

/** Returns what the log shows of each output, without colons, brackets and blanks next to a mask, which are not secret. */
function outputsIn({ log }: ActJob): string[] {
  const entries = log
    .join('\n')
    .split(/\n(?=\[)/)
    .flatMap((text) => /::set-output:: (S\d+=.*)/s.exec(text)?.[1] ?? []);
  return entries.map((entry) => entry.replace(/=[:\]*\s]+$/, '=***')).toSorted();
}

/** Counts the printed lines with a mask; each value is printed in more than twelve encodings. */
const masked = ({ log }: ActJob) => log.filter((line) => / {3}\| .*\*\*\*/.test(line)).length;

// act decodes the escapes of a command in a random order.
test.each([1, 2, 3])('The log of act shows nothing of values that runners fail to mask (run %i)', async () => {
  const job = await runWith(SECRETS);

  expect({ exitCode: job.exitCode, shown: shownIn(job, SECRETS).flat() }).toEqual({ exitCode: 0, shown: [] });
  expect(outputsIn(job)).toEqual(SECRETS.map((_, n) => `S${n}=***`).toSorted());
  expect(masked(job)).toBeGreaterThan(12 * SECRETS.length);
});

test('The log of act shows nothing of values that start with the client secret or contain a Secret of one letter', async () => {
  const values = [`${exampleWriter.clientSecret}-tail-0815`, 'z', 'a-puzzle-of-fuzzy-dozens'];
  const job = await runWith(values);

  expect({ exitCode: job.exitCode, shown: shownIn(job, values).flat() }).toEqual({ exitCode: 0, shown: [] });
});

test('The log of act shows each of these values if act masks nothing', async () => {
  const job = await runWith(SECRETS, ['--insecure-secrets']);

  expect(shownIn(job, SECRETS).filter((runs) => runs.length === 0)).toEqual([]);
});
