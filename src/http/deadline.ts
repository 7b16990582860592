/** The moment by which a run must be done. */
export interface Deadline {
  /** Seconds that the run may take. */
  readonly seconds: number;
  /** Milliseconds that are left. */
  left(): number;
  /** Returns the result of the work, or fails with the error of `late` if the deadline comes first. */
  bound<T>(work: Promise<T>, late: () => Error): Promise<T>;
  /** Waits for this time, in ms. */
  sleep(ms: number): Promise<void>;
  /** Clears every timer, so that the process can exit. */
  close(): void;
}

/** Milliseconds on a clock that system time changes do not affect; `performance` would load eight modules for this. */
function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/**
 * Starts the clock.
 *
 * Its timer keeps the process alive. If everything else that Node waits for is gone, the run still fails with an error
 * and does not exit with code 0.
 */
export function startDeadline(seconds: number): Deadline {
  const end = monotonic() + seconds * 1000;
  const timers = new Set<NodeJS.Timeout>();
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, ms);
      timers.add(timer);
    });
  const expired = sleep(seconds * 1000);
  return {
    seconds,
    left: () => Math.max(0, end - monotonic()),
    bound: (work, late) => Promise.race([work, expired.then(() => Promise.reject(late()))]),
    sleep,
    close: () => timers.forEach(clearTimeout),
  };
}
