import { describe } from '../answers.js';
import { ActionError } from '../errors.js';
import type { HttpRequest, HttpResponse, Log, Send } from '../ports.js';
import { type Deadline, startDeadline } from './deadline.js';
import type { Outcome } from './failure.js';
import { type Gate, openGate } from './gate.js';
import { MOST_CONNECTIONS, openPace, type Pace } from './pace.js';
import { type Limits, layerOf, limitsOf, type Position } from './progress.js';
import type { NetworkEnvironment } from './proxy.js';
import { countTry, nextWait, type Situation, type Tries } from './retry.js';
import { DEFAULT_SECURITY, type Security } from './secure-context.js';
import type { Sender } from './send-once.js';

/** The connection of a run to the network. */
export interface Transport {
  readonly send: Send;
  /** Waits for this time, in ms, but not longer than the deadline. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Announces similar requests; returns a function that tells how many of them at the same time are useful at the moment. */
  readonly expect: (requests: number) => () => number;
  /** Returns the result of other work, unless the deadline comes first; `phase` names the work. @throws ActionError deadline_exceeded */
  readonly beforeDeadline: <T>(work: Promise<T>, phase: string) => Promise<T>;
  /** Closes all connections, also those of requests under way. */
  readonly close: () => void;
}

/** How a run may use the network. */
export interface TransportOptions {
  /** Counted from the opening of the transport. */
  readonly timeoutSeconds: number;
  /** How often one request may be sent again. */
  readonly retries: number;
  readonly security?: Security;
  readonly environment?: NetworkEnvironment;
  readonly log: Pick<Log, 'debug' | 'info'>;
  /** The longest wait before another try, even if the server asks for more. Default: the time until the deadline. */
  readonly longestWaitMs?: number;
  readonly limits?: Limits;
  /** How many requests may be under way at the same time. Default: `MOST_CONNECTIONS`. */
  readonly width?: number;
}

/** What the functions of one transport share. */
interface TransportRun extends Pick<Situation, 'retries' | 'longestWaitMs' | 'log'> {
  readonly isClosed: () => boolean;
  /** Loads the code of the network with the first request: a run with a shared token may send none. */
  readonly loadSender: () => Promise<Sender>;
  readonly deadline: Deadline;
  readonly gate: Gate;
  readonly pace: Pace;
}

/** Opens the transport of a run, with kept connections, one deadline for everything, and retries that do no harm. */
export function openTransport(options: TransportOptions): Transport {
  const { timeoutSeconds, retries, log, longestWaitMs, security = DEFAULT_SECURITY, environment = {} } = options;
  const deadline = startDeadline(timeoutSeconds);
  let closed = false;
  let sender: Promise<Sender> | undefined;
  const { limits = limitsOf(timeoutSeconds), width = MOST_CONNECTIONS } = options;
  const isClosed = () => closed;
  const loadSender = () => {
    sender ??= import('./send-once.js').then(({ openSender }) =>
      openSender({ security, environment, limits, isClosed }),
    );
    return sender;
  };
  const run = { isClosed, loadSender, deadline, gate: openGate(width), pace: openPace(), log, retries, longestWaitMs };
  const beforeDeadline: Transport['beforeDeadline'] = (work, phase) =>
    deadline.bound(work, () => {
      const message = `The run did not finish within ${timeoutSeconds} s (${phase})`;
      return new ActionError('deadline_exceeded', message);
    });
  return {
    send: (request) => sendBeforeDeadline(request, run),
    sleep: (ms) => beforeDeadline(deadline.sleep(ms), 'waiting to try again'),
    expect: run.pace.expect,
    beforeDeadline,
    close() {
      closed = true;
      deadline.close();
      run.gate.close();
      // If it could not be loaded, the request has failed with that error.
      void sender?.then(
        ({ close }) => close(),
        () => undefined,
      );
    },
  };
}

async function sendBeforeDeadline(request: HttpRequest, run: TransportRun): Promise<HttpResponse> {
  const position = { phase: 'waiting for its turn' };
  return run.deadline.bound(sendWithRetries(request, run, position), () => {
    const what = `did not finish within ${run.deadline.seconds} s (${position.phase})`;
    const failed = { text: describe(request), url: request.url, layer: layerOf(position.phase, 'deadline_exceeded') };
    return new ActionError('deadline_exceeded', `${request.purpose} ${what}`, { request: failed });
  });
}

async function sendWithRetries(request: HttpRequest, run: TransportRun, position: Position): Promise<HttpResponse> {
  let current = request;
  for (let tries: Tries = { all: 0, limited: 0 }; ; ) {
    const outcome = await sendInTurn(current, run, position);
    tries = countTry(tries, outcome);
    const wait = run.isClosed() ? undefined : nextWait(outcome, tries, { request, left: run.deadline.left(), ...run });
    if (wait === undefined) {
      return responseOrError(outcome, request, position);
    }
    position.phase = 'waiting to try again';
    await run.deadline.sleep(wait);
    position.phase = 'waiting for its turn';
    // The new request keeps `renew`, which also means that it needs a connection of its own.
    current = request.renew === undefined ? request : { ...(await request.renew()), renew: request.renew };
  }
}

/** Sends a request once, as soon as the gate admits it. */
async function sendInTurn(request: HttpRequest, run: TransportRun, position: Position): Promise<Outcome> {
  const { gate, pace, log, loadSender, longestWaitMs, deadline } = run;
  const ticket = await gate.enter();
  const started = Date.now();
  try {
    const outcome = await (await loadSender()).sendOnce(request, position);
    if ('response' in outcome) {
      const { status } = outcome.response;
      pace.learn(outcome.waitMs, request.url.protocol === 'https:');
      log.debug(`${describe(request)}: ${status} in ${Date.now() - started} ms`);
      if (status === 429 || status === 503) {
        gate.narrow(ticket, Math.min(outcome.retryAfterMs ?? 0, longestWaitMs ?? deadline.left()));
      }
    }
    return outcome;
  } finally {
    gate.leave();
  }
}

function responseOrError(outcome: Outcome, request: HttpRequest, { phase }: Position): HttpResponse {
  if ('response' in outcome) {
    return outcome.response;
  }
  const { code, what, why, ...details } = outcome.failure;
  const failed = { text: describe(request), url: request.url, layer: layerOf(phase, code) };
  throw new ActionError(code, `${request.purpose} failed: the request ${what}: ${why}`, {
    ...details,
    request: failed,
  });
}
