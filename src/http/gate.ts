/** Bounds how many requests are under way at the same time, and narrows when the server says that there are too many. */
export interface Gate {
  /** Waits for a place; the ticket names the width that the gate had then. */
  enter(): Promise<Ticket>;
  leave(): void;
  /** Halves the width, once for all requests that started at the same width; nothing starts for `pauseMs`. */
  narrow(ticket: Ticket, pauseMs: number): void;
  /** Forgets its timer. */
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
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  const waiting: ((ticket: Ticket) => void)[] = [];
  const admit = () => {
    const pause = pausedUntil - Date.now();
    clearTimeout(timer);
    if (pause > 0) {
      timer = setTimeout(admit, pause);
      return;
    }
    while (busy < current.width && waiting.length > 0) {
      busy += 1;
      waiting.shift()?.(current);
    }
  };
  return {
    enter() {
      return new Promise((resolve) => {
        waiting.push(resolve);
        admit();
      });
    },
    leave() {
      busy -= 1;
      admit();
    },
    narrow(ticket, pauseMs) {
      pausedUntil = isClosed ? 0 : Math.max(pausedUntil, Date.now() + pauseMs);
      if (ticket === current) {
        current = { width: Math.max(1, Math.floor(current.width / 2)) };
      }
    },
    close() {
      waiting.length = 0;
      isClosed = true;
      // Who leaves after this would wait for the pause to end, and hold the process.
      pausedUntil = 0;
      clearTimeout(timer);
    },
  };
}
