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

/** Returns milliseconds on a clock that system time changes do not affect; `performance` would load eight modules for this. */
export function monotonic(): number {
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
  const left = () => Math.max(0, end - monotonic());
  const timers = new Set<NodeJS.Timeout>();
  /** What fails if the deadline comes. One timer for all: a run can have thousands of requests. */
  const bounded = new Set<() => void>();
  const start = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  };
  start(seconds * 1000, () => {
    for (const expire of bounded) {
      expire();
    }
  });
  return {
    seconds,
    left,
    bound: (work, late) =>
      new Promise((resolve, reject) => {
        const expire = () => reject(late());
        // Work that is done only after a long computation of this process is late, too.
        if (left() === 0) {
          expire();
        }
        bounded.add(expire);
        const settle =
          <R>(end: (result: R) => void) =>
          (result: R) => {
            bounded.delete(expire);
            end(result);
          };
        work.then(settle(resolve), settle(reject));
      }),
    sleep: (ms) => new Promise((resolve) => start(ms, resolve)),
    close: () => timers.forEach(clearTimeout),
  };
}
