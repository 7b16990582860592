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

/** A timer that runs once at most, whoever starts it. */
function createAlarm(left: () => number, ring: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    start() {
      timer ??= setTimeout(ring, left());
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/**
 * Starts the clock.
 *
 * Its timer keeps the process alive. If everything else that Node waits for is gone, the run still fails with an error
 * and does not exit with code 0. There is one timer for all work, since a run can have thousands of requests.
 */
export function startDeadline(seconds: number): Deadline {
  const end = monotonic() + seconds * 1000;
  const left = () => Math.max(0, end - monotonic());
  const bounded = new Set<() => void>();
  const sleepers = new Set<NodeJS.Timeout>();
  let isClosed = false;
  const alarm = createAlarm(left, () => bounded.forEach((expire) => void expire()));
  alarm.start();
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
        alarm.start();
        void work.then(resolve, reject).then(() => {
          bounded.delete(expire);
          // The last work of a run is done after its connections are closed.
          return isClosed && bounded.size === 0 && alarm.stop();
        });
      }),
    sleep: (ms) => new Promise((resolve) => void sleepers.add(setTimeout(resolve, ms))),
    close() {
      isClosed = true;
      bounded.clear();
      alarm.stop();
      sleepers.forEach(clearTimeout);
    },
  };
}
