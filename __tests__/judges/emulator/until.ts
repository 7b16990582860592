import { afterEach, beforeEach } from '@jest/globals';

let isRunning = true;
beforeEach(() => {
  isRunning = true;
});
afterEach(() => {
  isRunning = false;
});

/** Waits until a condition holds. Also stops when the test has timed out; otherwise Jest could not exit. */
export async function until(condition: () => boolean): Promise<void> {
  while (isRunning && !condition()) await new Promise(setImmediate);
}
