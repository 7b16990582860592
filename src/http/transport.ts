import { describe } from '../answers.js';
import { ActionError } from '../errors.js';
import type { HttpRequest, HttpResponse, Log, Send } from '../ports.js';
import { type Deadline, startDeadline } from './deadline.js';
import type { Failure, Outcome } from './failure.js';
import { type Gate, openGate } from './gate.js';
import type { Limits, Progress } from './progress.js';
import type { NetworkEnvironment } from './proxy.js';
import { nextWait } from './retry.js';
import { openRoutes } from './routes.js';
import { DEFAULT_SECURITY, type Security } from './secure-context.js';
import { type SendContext, sendOnce } from './send-once.js';

/** A way to the network; `close` frees its connections, also those of requests that are still under way. */
export interface Transport {
  readonly send: Send;
  /** Waits so many milliseconds, inside the deadline. */
  readonly sleep: (ms: number) => Promise<void>;
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
  readonly log: Log;
  /** The longest wait before another try, also where the server asks for more; without it that ends the request. */
  readonly longestWaitMs?: number;
  readonly limits?: Limits;
  /** How many requests may be under way at the same time. */
  readonly width?: number;
}

/** How many requests are under way at the same time; measured over TLS, see CONTRIBUTING. */
export const WIDTH = 20;

/** What the parts of one transport share. */
interface Tools {
  readonly attempts: SendContext;
  readonly deadline: Deadline;
  readonly gate: Gate;
  readonly log: Log;
  readonly retries: number;
  readonly longestWaitMs: number | undefined;
}

/** Opens the one transport of a run: kept connections, one deadline over everything, retries that do no harm. */
export function openTransport(options: TransportOptions): Transport {
  const { timeoutSeconds, retries, log, longestWaitMs, security = DEFAULT_SECURITY, environment = {} } = options;
  const deadline = startDeadline(timeoutSeconds);
  const routes = openRoutes(security, environment);
  const underWay = new Set<Progress>();
  let closed = false;
  const limits = options.limits ?? limitsOf(timeoutSeconds);
  const gate = openGate(options.width ?? WIDTH);
  const showsCertificate = security.identity !== undefined;
  const attempts = { routes, limits, showsCertificate, underWay, isClosed: () => closed };
  const tools = { attempts, deadline, gate, log, retries, longestWaitMs };
  return {
    send: (request) => sendBounded(request, tools),
    sleep: (ms) =>
      deadline.bound(deadline.sleep(ms), () => {
        const message = `The run was not done within ${timeoutSeconds} s (waiting to try again)`;
        return new ActionError('deadline_exceeded', message);
      }),
    close() {
      closed = true;
      for (const progress of underWay) {
        progress.cancel();
      }
      deadline.close();
      gate.close();
      routes.close();
    },
  };
}

/** A try that makes no progress gives room for the next one long before the deadline; a slow server gets a minute. */
function limitsOf(timeoutSeconds: number): Limits {
  return { connectMs: Math.max(10, timeoutSeconds / 12) * 1000, silenceMs: Math.max(60, timeoutSeconds / 2) * 1000 };
}

async function sendBounded(request: HttpRequest, tools: Tools): Promise<HttpResponse> {
  let where: { phase: string } = { phase: 'waiting for its turn' };
  const at = (progress: { phase: string }) => {
    where = progress;
  };
  return tools.deadline.bound(sendWithRetries(request, tools, at), () => {
    const message = `${request.purpose} was not done within ${tools.deadline.seconds} s (${where.phase}): ${describe(request)}`;
    return new ActionError('deadline_exceeded', message);
  });
}

async function sendWithRetries(
  request: HttpRequest,
  tools: Tools,
  at: (progress: Pick<Progress, 'phase'>) => void,
): Promise<HttpResponse> {
  let current = request;
  for (let tried = 1; ; tried += 1) {
    const outcome = await once(current, tools, at);
    const wait = tools.attempts.isClosed()
      ? undefined
      : nextWait(outcome, tried, { request, left: tools.deadline.left(), ...tools });
    if (wait === undefined) {
      return responseOrError(outcome, request);
    }
    at({ phase: 'waiting to try again' });
    await tools.deadline.sleep(wait);
    at({ phase: 'waiting for its turn' });
    current = (await request.renew?.()) ?? request;
  }
}

/** Sends a request once, when there is room for it. */
async function once(request: HttpRequest, tools: Tools, at: (progress: Progress) => void): Promise<Outcome> {
  const { gate, log, attempts } = tools;
  const ticket = await gate.enter();
  const started = Date.now();
  try {
    const outcome = await sendOnce(request, attempts, at);
    if ('response' in outcome) {
      const { status } = outcome.response;
      log.debug(`${describe(request)}: ${status} in ${Date.now() - started} ms`);
      if (status === 429 || status === 503) {
        const longest = tools.longestWaitMs ?? tools.deadline.left();
        gate.narrow(ticket, Math.min(outcome.retryAfterMs ?? 0, longest));
      }
    }
    return outcome;
  } finally {
    gate.leave();
  }
}

function responseOrError(outcome: Outcome, { purpose }: HttpRequest): HttpResponse {
  if ('response' in outcome) {
    return outcome.response;
  }
  const { code, sentence, advice, said, cause }: Failure = outcome.failure;
  throw new ActionError(code, `${purpose} failed: ${sentence}`, { said, advice, cause });
}
