import type { Duplex } from 'node:stream';
import type { ErrorCode, Layer } from '../errors.js';
import { monotonic } from './deadline.js';
import { ExplainedError } from './failure.js';

/** Where a request is, for messages such as `waiting for the answer`; the tries of a request share it. */
export interface Position {
  phase: string;
}

/** The layer of each phase. */
const LAYERS: readonly (readonly [phase: RegExp, layer: Layer])[] = [
  [/(?:to|for) the proxy|^(?:looking|connecting).* through/, 'proxy'],
  [/^looking/, 'name'],
  [/^connecting/, 'TCP'],
  [/TLS/, 'TLS'],
  [/answer/, 'answer'],
];

/** The layer of failures that can become visible in a later phase: a certificate can be rejected after the handshake. */
const LAYER_OF_CODE: Readonly<Partial<Record<ErrorCode, Layer>>> = {
  certificate_required: 'TLS',
  certificate_refused: 'TLS',
  server_untrusted: 'TLS',
  proxy_refused: 'proxy',
  proxy_failed: 'proxy',
};

/** Tells in which layer a request ended. */
export function layerOf(phase: string, code: ErrorCode): Layer | undefined {
  return LAYER_OF_CODE[code] ?? LAYERS.find(([pattern]) => pattern.test(phase))?.[1];
}

/** How far one try of a request is. */
export interface Progress {
  /** Whether a connection was opened for this try; the server may already have closed a kept one. */
  opened: boolean;
  /** Whether the request may have left this process. */
  sent: boolean;
  /** When the request was sent, on the clock of `monotonic`. */
  sentAt: number;
  /** Whether an answer has begun. */
  answered: boolean;
  /** Rejects with an ExplainedError if a phase takes longer than its limit, or if `fail` is called. */
  readonly failed: Promise<never>;
  /** Ends the try with an error that the library does not report. */
  readonly fail: (error: ExplainedError) => void;
  /** Begins a phase, and its time limit. */
  enter(phase: string): void;
  /** Adds a function that stops what the try waits for; an AbortSignal would cost a run 2 ms of CPU on Node 24. */
  onCancel(stop: () => void): void;
  /** Stops the try. */
  cancel(): void;
  /** Clears the timer; from then on, the try changes nothing. */
  finish(): void;
}

/** How long one phase of a try may take, in ms, before and after the request is sent. */
export interface Limits {
  readonly connectMs: number;
  readonly silenceMs: number;
}

/** A try that makes no progress ends long before the deadline, so that another one fits; a slow server gets a minute. */
export function limitsOf(timeoutSeconds: number): Limits {
  return { connectMs: Math.max(10, timeoutSeconds / 12) * 1000, silenceMs: Math.max(60, timeoutSeconds / 2) * 1000 };
}

/** The longest time of a timer in Node, 24 days, for what has no limit. */
export const NO_LIMIT_MS = 2 ** 31 - 1;

/** Begins a try; `way` completes the name of each phase. */
export function beginProgress(limits: Limits, position: Position, way = ''): Progress {
  let timer: NodeJS.Timeout | undefined;
  let fail: Progress['fail'] = () => {};
  let isFinished = false;
  const stops: (() => void)[] = [];
  const progress: Progress = {
    opened: false,
    sent: true,
    sentAt: monotonic(),
    answered: false,
    failed: new Promise((_resolve, reject) => {
      fail = reject;
    }),
    fail: (error) => fail(error),
    enter(phase) {
      // A socket of a finished try may still send events: Node reports a name that it has looked up for a closed socket.
      if (isFinished) {
        return;
      }
      position.phase = phase + way;
      clearTimeout(timer);
      timer = setTimeout(
        () => fail(stallError(position, progress)),
        progress.sent ? limits.silenceMs : limits.connectMs,
      );
    },
    onCancel: (stop) => void stops.push(stop),
    cancel() {
      for (const stop of stops.splice(0)) {
        stop();
      }
    },
    finish() {
      isFinished = true;
      clearTimeout(timer);
    },
  };
  return progress;
}

function stallError({ phase }: Position, { sent }: Progress): ExplainedError {
  return new ExplainedError({
    code: phase.includes('proxy') ? 'proxy_failed' : 'server_unreachable',
    what: sent ? 'got no complete answer' : 'was not sent',
    why: `nothing happened for too long (${phase})`,
    passes: true,
  });
}

type NewSocket = Duplex | null | undefined;

/**
 * Follows the phases of a new connection; `ready` is the event after which Node sends the request.
 *
 * @throws Error for an agent that returns no connection, which the types allow and Node's own agents never do
 */
export function watchSocket(socket: NewSocket, progress: Progress, ready: 'connect' | 'secureConnect'): Duplex {
  if (!socket) {
    throw new Error('an agent without a connection');
  }
  socket.once('lookup', (error: Error | null) => error ?? progress.enter('connecting'));
  socket.once('connect', () => ready === 'secureConnect' && progress.enter('in the TLS handshake'));
  return socket.once(ready, () => {
    progress.sent = true;
    progress.sentAt = monotonic();
    progress.enter('waiting for the answer');
  });
}
