import { describe } from '../answers.js';
import { ActionError } from '../errors.js';
import type { HttpRequest } from '../ports.js';
import { quoteAddress } from '../untrusted-text.js';
import { failureOf } from './failed-try.js';
import type { Outcome } from './failure.js';
import { type HopResult, sendHop } from './hop.js';
import { isClosedConnection } from './network-problem.js';
import { beginProgress, type Limits, NO_LIMIT_MS, type Position, type Progress } from './progress.js';
import type { NetworkEnvironment } from './proxy.js';
import { retryRule } from './retry.js';
import { openRoutes, type Route, type Routes } from './routes.js';
import type { Security } from './secure-context.js';

const MAX_REDIRECTS = 5;

/** How requests are sent. */
interface SenderOptions {
  readonly security: Security;
  readonly environment: NetworkEnvironment;
  readonly limits: Limits;
  readonly isClosed: () => boolean;
}

/** What the tries of a request need. */
interface SendContext extends Pick<SenderOptions, 'limits' | 'isClosed'> {
  readonly routes: Routes;
  /** Whether the client presents a certificate, which a server may reject without an explanation. */
  readonly showsCertificate: boolean;
  /** The tries under way. */
  readonly underWay: Set<Progress>;
  /** Where the request is. */
  readonly position: Position;
}

/** Sends single requests over kept connections. */
export interface Sender {
  /**
   * Sends a request once and returns its outcome.
   *
   * Redirects of a GET within its origin are followed. If the server has just closed a kept connection, the request is sent
   * again on a new one. This does not count as a try.
   *
   * @throws ActionError redirect_refused; proxy_failed if the proxy's variable cannot be used
   */
  readonly sendOnce: (request: HttpRequest, position: Position) => Promise<Outcome>;
  /** Closes all connections, also those of requests under way. */
  readonly close: () => void;
}

/** Opens a sender, without a connection yet. */
export function openSender({ security, environment, limits, isClosed }: SenderOptions): Sender {
  const routes = openRoutes(security, environment);
  const underWay = new Set<Progress>();
  const context = { routes, limits, isClosed, underWay, showsCertificate: security.identity !== undefined };
  return {
    sendOnce: (request, position) => sendOnce(request, { ...context, position }),
    close() {
      for (const progress of underWay) {
        progress.cancel();
      }
      routes.close();
    },
  };
}

async function sendOnce(first: HttpRequest, context: SendContext): Promise<Outcome> {
  let request = first;
  for (let redirects = 0; ; redirects += 1) {
    const result = await sendOnOpenConnection(request, context);
    if (!('location' in result)) {
      return result;
    }
    request = { ...request, url: redirectTarget(request, result.location, redirects) };
  }
}

/**
 * Finds the target of a redirect. Only redirects of a GET within its origin are followed, at most five times.
 *
 * @throws ActionError redirect_refused
 */
export function redirectTarget(request: HttpRequest, location: string | undefined, redirects: number): URL {
  const what = `${request.purpose} failed: the server redirects to`;
  const failed = { text: describe(request), url: request.url, layer: 'answer' } as const;
  const fail = (where: string, why: string, advice?: string) =>
    new ActionError('redirect_refused', `${what} ${where}, ${why}`, { request: failed, advice });
  if (!location || !URL.canParse(location, request.url.href)) {
    throw fail('an address', 'which is missing or not a URL', 'Ask the administrator of the server why it redirects');
  }
  const target = new URL(location, request.url);
  // The raw text: in a URL, a secret may be spelled in another way.
  const where = quoteAddress(location);
  if (request.method !== 'GET') {
    throw fail(where, 'but the action never sends credentials to a second address');
  }
  if (target.origin !== request.url.origin) {
    throw fail(where, 'which is another origin');
  }
  if (redirects >= MAX_REDIRECTS) {
    throw fail(where, `after ${MAX_REDIRECTS} redirects`);
  }
  return target;
}

async function sendOnOpenConnection(request: HttpRequest, context: SendContext): Promise<HopResult> {
  for (;;) {
    // A server may close a kept connection after it has accepted the request, and it accepts a credential of `renew` once.
    const isFresh = retryRule(request) === 'unsent' || request.renew !== undefined;
    const route = context.routes.find(request, isFresh);
    const { result, progress, error } = await sendWithLimits(request, route, context);
    if (result !== undefined) {
      return result;
    }
    if (progress.opened || progress.answered || !isClosedConnection(error) || context.isClosed()) {
      return { failure: failureOf(error, request, { progress, route, showsCertificate: context.showsCertificate }) };
    }
    context.routes.forgetIdle();
  }
}

/** Races a hop against its time limits: a wait for a socket or a resolver may never end. */
async function sendWithLimits(request: HttpRequest, route: Route, { limits, position, underWay }: SendContext) {
  const way = route.forwarder === undefined ? '' : ' through the proxy';
  const progress = beginProgress(limitsFor(request, limits), position, way);
  underWay.add(progress);
  progress.enter('waiting for the answer');
  try {
    const result = await Promise.race([sendHop(request, route, progress), progress.failed]);
    return { progress, result, error: undefined };
  } catch (error) {
    progress.cancel();
    return { progress, result: undefined, error };
  } finally {
    progress.finish();
    underWay.delete(progress);
  }
}

/** For a request that may not be sent again, giving up early gains nothing: then only the deadline counts. */
function limitsFor(request: HttpRequest, limits: Limits): Limits {
  return retryRule(request) === 'unsent' ? { ...limits, silenceMs: NO_LIMIT_MS } : limits;
}
