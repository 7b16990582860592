import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { exampleWriter, secret } from '../../emulator/chariot/index.js';
import { runsOfSecret, runsShown } from '../../harness/judges/shown-runs.js';
import { projectRoot } from '../../harness/project.js';
import { NASTY_SECRETS } from '../support/nasty-secrets.js';
import { type ActJob, runActJob } from './support/act-job.js';

// A run takes a second; many tests may run at once.
jest.setTimeout(60_000);

// One variable may hold 128 KiB, the environment of a step not many of those.
const SECRETS = Object.values(NASTY_SECRETS).filter((value) => value.length < 10_000);

/** Runs a job with these Secrets, all of which become variables and outputs, and are printed by a later step in every way. */
async function runWith(values: readonly string[], flags: readonly string[] = []): Promise<ActJob> {
  const folder = mkdtempSync(join(tmpdir(), 'act-values-'));
  try {
    const file = join(folder, 'values.json');
    writeFileSync(file, JSON.stringify(values));
    const job = await runActJob('hidden.yml', {
      settings: values.map((value, n) => secret(`s${n}`, value)),
      // Shows every variable of every step, and each expression with what it comes to.
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
 * Every four characters in a row that a log shows, in whatever encoding; without those that durations, ports and commits have by
 * chance.
 */
function runsIn({ log }: ActJob): ReadonlySet<string> {
  return new Set(log.flatMap((line) => [...runsShown(line)]).filter((run) => !/^[\da-f]+$/i.test(run)));
}

/** Those of any such log: `mask` is one, and a part of a Secret, too. */
let ordinary: ReadonlySet<string>;

beforeAll(async () => {
  ordinary = runsIn(await runWith(['0123456789', '{}\n0123456789']));
});

/** What a log shows of each of these values. */
function shownIn(job: ActJob, values: readonly string[]): string[][] {
  const shown = runsIn(job);
  return values.map((value) => [...runsOfSecret(value)].filter((run) => shown.has(run) && !ordinary.has(run)));
}

/** What the log shows of the outputs, each in one entry of one or more lines; colons, brackets and blanks beside a mask are no secret. */
function outputsIn({ log }: ActJob): string[] {
  const entries = log
    .join('\n')
    .split(/\n(?=\[)/)
    .flatMap((text) => /::set-output:: (S\d+=.*)/s.exec(text)?.[1] ?? []);
  return entries.map((entry) => entry.replace(/=[:\]*\s]+$/, '=***')).toSorted();
}

/** How often a step has printed something masked; each value is printed in twelve ways. */
const masked = ({ log }: ActJob) => log.filter((line) => / {3}\| .*\*\*\*/.test(line)).length;

// act takes the escapes of a command back in an order that is another one each time.
test.each([1, 2, 3])('nothing is in clear of values on which runners fail, in run %i', async () => {
  const job = await runWith(SECRETS);

  expect({ exitCode: job.exitCode, shown: shownIn(job, SECRETS).flat() }).toEqual({ exitCode: 0, shown: [] });
  expect(outputsIn(job)).toEqual(SECRETS.map((_, n) => `S${n}=***`).toSorted());
  expect(masked(job)).toBeGreaterThan(12 * SECRETS.length);
});

test('nothing is in clear of values that begin with the client secret, or hold a letter that is a Secret itself', async () => {
  const values = [`${exampleWriter.clientSecret}-tail-0815`, 'z', 'a-puzzle-of-fuzzy-dozens'];
  const job = await runWith(values);

  expect({ exitCode: job.exitCode, shown: shownIn(job, values).flat() }).toEqual({ exitCode: 0, shown: [] });
});

test('each of them is in clear where act masks nothing', async () => {
  const job = await runWith(SECRETS, ['--insecure-secrets']);

  expect(shownIn(job, SECRETS).filter((runs) => runs.length === 0)).toEqual([]);
});
