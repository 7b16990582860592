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
  const left = () => Math.max(0, end - monotonic());
  const timers = new Set<NodeJS.Timeout>();
  const start = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  };
  start(seconds * 1000, () => {});
  return {
    seconds,
    left,
    async bound(work, late) {
      let timer: NodeJS.Timeout | undefined;
      const expired = new Promise<never>((_resolve, reject) => {
        timer = start(left(), () => reject(late()));
      });
      // Work that is done only after a long computation of this process is late, too.
      return Promise.race(left() === 0 ? [expired] : [work, expired]).finally(() => clearTimeout(timer));
    },
    sleep: (ms) => new Promise((resolve) => void start(ms, resolve)),
    close: () => timers.forEach(clearTimeout),
  };
}
