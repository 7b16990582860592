import type { Socket } from 'node:net';

/** Where one try of a request is, and until when it may be there. */
export interface Progress {
  /** Where it is, for a message: `waiting for the answer`. */
  phase: string;
  /** Whether a connection was opened for it; one that was kept from before may be closed already. */
  opened: boolean;
  /** Whether the request may have left this process. */
  sent: boolean;
  /** Whether an answer has begun. */
  answered: boolean;
  /** Keeps how to end what it waits for now; a signal would do the same, but costs a run 2 ms of CPU on Node 24. */
  endBy(end: () => void): void;
  /** Ends it, whatever it is waiting for. */
  cancel(): void;
  /** Notes that it goes on; the time that the phase may take starts anew. */
  enter(phase: string): void;
}

/** How long, in ms, a try may make no progress, before and after the request is sent. */
export interface Limits {
  readonly connectMs: number;
  readonly silenceMs: number;
}

/** A try under way; `stalled` is called when it makes no progress, `finish` frees the timer. */
export function beginProgress(limits: Limits, stalled: () => void): Progress & { finish(): void } {
  let timer: NodeJS.Timeout | undefined;
  const ends: (() => void)[] = [];
  return {
    phase: 'waiting for the answer',
    opened: false,
    sent: true,
    answered: false,
    endBy: (end) => void ends.push(end),
    cancel() {
      for (const end of ends.splice(0)) {
        end();
      }
    },
    enter(phase) {
      this.phase = phase;
      clearTimeout(timer);
      timer = setTimeout(stalled, this.sent ? limits.silenceMs : limits.connectMs);
    },
    finish() {
      clearTimeout(timer);
    },
  };
}

/** Notes how far a new connection is; `ready` is the event after which the request goes out. */
export function watchSocket(socket: Socket, progress: Progress, ready: 'connect' | 'secureConnect'): void {
  socket.once('lookup', () => progress.enter('connecting'));
  socket.once('connect', () => ready === 'secureConnect' && progress.enter('in the TLS handshake'));
  socket.once(ready, () => {
    progress.sent = true;
    progress.enter('waiting for the answer');
  });
}
