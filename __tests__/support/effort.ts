import { appendFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import fc from 'fast-check';

/** How long each property looks for a counterexample, in seconds; with 0, it tries a fixed number of inputs. */
const SECONDS = Number(process.env['RELIABILITY_SECONDS'] ?? 0);

const SEED = Number(process.env['RELIABILITY_SEED'] ?? 20_260_101);

/** Whether a test that is too slow for each change uses its full size: from 60 seconds for each property on. */
export const isThorough = SECONDS >= 60;

/** Returns the time limit of a test that needs `seconds` in a short run, in ms; one at its full size may take an hour. */
export function timeLimit(seconds: number): number {
  return (isThorough ? 3600 : seconds + 2 * SECONDS) * 1000;
}

/**
 * Looks for inputs for which a property does not hold: in rounds of `runs` inputs, until the time of a property is over.
 */
export async function expectToHold<T>(property: fc.IAsyncPropertyWithHooks<T>, runs: number): Promise<void> {
  const end = Date.now() + SECONDS * 1000;
  let rounds = 0;
  do {
    await fc.assert(property, { seed: SEED + rounds, numRuns: runs });
    rounds += 1;
  } while (Date.now() < end);
  recordTried(rounds * runs);
}

/** Records how many cases the current test tried, for the table that `npm run reliability` prints. */
export function recordTried(count: number): void {
  const file = process.env['RELIABILITY_FIGURES'];
  const { testPath, currentTestName } = expect.getState();
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ testPath, title: currentTestName, count })}\n`);
}
