/** A limit on the number of requests at the same time, which narrows if the server reports too many. */
export interface Gate {
  /** Waits for a place; the ticket contains the width that the gate has then. */
  enter(): Promise<Ticket>;
  leave(): void;
  /** Halves the width, once for all requests that started at the same width; no request starts for `pauseMs`. */
  narrow(ticket: Ticket, pauseMs: number): void;
  /** Clears the timer and admits no further request; the timer would keep the process alive. */
  close(): void;
}

/** The place of one request. */
export interface Ticket {
  readonly width: number;
}

/** Makes a gate of this width. */
export function openGate(width: number): Gate {
  let current: Ticket = { width };
  let busy = 0;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  const waiting: ((ticket: Ticket) => void)[] = [];
  const admit = () => {
    const pause = pausedUntil - Date.now();
    clearTimeout(timer);
    if (pause > 0) {
      timer = pause === Number.POSITIVE_INFINITY ? undefined : setTimeout(admit, pause);
      return;
    }
    while (busy < current.width && waiting.length > 0) {
      busy += 1;
      waiting.shift()?.(current);
    }
  };
  return {
    enter: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        admit();
      }),
    leave() {
      busy -= 1;
      admit();
    },
    narrow(ticket, pauseMs) {
      pausedUntil = Math.max(pausedUntil, Date.now() + pauseMs);
      if (ticket === current) {
        current = { width: Math.max(1, Math.floor(current.width / 2)) };
      }
    },
    close() {
      pausedUntil = Number.POSITIVE_INFINITY;
      clearTimeout(timer);
    },
  };
}
