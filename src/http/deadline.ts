/** The one end of a run, in time. */
export interface Deadline {
  /** Seconds that the run may take. */
  readonly seconds: number;
  /** Milliseconds that are left. */
  left(): number;
  /** Gives what comes of the work, or fails with what `late` makes when the time is up before. */
  bound<T>(work: Promise<T>, late: () => Error): Promise<T>;
  /** Waits so many ms. */
  sleep(ms: number): Promise<void>;
  /** Lets the process end. */
  close(): void;
}

/** Milliseconds that no change of the system's clock disturbs; `performance` would load eight modules for it. */
function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/**
 * Starts the clock.
 *
 * Its timer keeps the process alive: should all else that Node waits for be gone, the run still ends with an error, and
 * not with exit code 0.
 */
export function startDeadline(seconds: number): Deadline {
  const end = monotonic() + seconds * 1000;
  const timers = new Set<NodeJS.Timeout>();
  const after = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, ms);
      timers.add(timer);
    });
  const expired = after(seconds * 1000);
  return {
    seconds,
    left: () => Math.max(0, end - monotonic()),
    bound: (work, late) =>
      Promise.race([
        work,
        expired.then(() => {
          throw late();
        }),
      ]),
    sleep: after,
    close() {
      for (const timer of timers) {
        clearTimeout(timer);
      }
    },
  };
}
