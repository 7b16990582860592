import { describe } from '../answers.js';
import type { HttpRequest } from '../ports.js';
import { UnreadableBody } from './body.js';
import { ExplainedError, type Failure, type Outcome } from './failure.js';
import { type HopResult, sendHop } from './hop.js';
import { isClosedConnection, networkProblem } from './network-problem.js';
import { beginProgress, type Limits, type Progress } from './progress.js';
import { nameOfProxy } from './proxy.js';
import { redirectTarget } from './redirect.js';
import { retryRule } from './retry.js';
import type { Route, Routes } from './routes.js';

/** The longest time of a timer, 24 days. */
const NEVER = 2 ** 31 - 1;

/** What every try of a run needs. */
export interface SendContext {
  readonly routes: Routes;
  readonly limits: Limits;
  /** Whether the client shows a certificate, which a server may dislike without a word. */
  readonly showsCertificate: boolean;
  /** The tries under way. */
  readonly underWay: Set<Progress>;
  readonly isClosed: () => boolean;
}

/**
 * Sends a request once and gives what came of it; `at` hears where it is.
 *
 * Redirects of a GET within its origin are followed. A kept connection that the server has closed just then is no
 * failure: the request goes out again on a new one, which does not count.
 *
 * @throws ActionError redirect_refused, proxy_failed when the variable cannot be used
 */
export async function sendOnce(
  request: HttpRequest,
  tools: SendContext,
  at: (progress: Progress) => void,
): Promise<Outcome> {
  let url = request.url;
  for (let redirects = 0; ; redirects += 1) {
    const outcome = await sendFollowingClosed({ ...request, url }, tools, at);
    if (!('location' in outcome)) {
      return outcome;
    }
    url = redirectTarget({ ...request, url }, outcome.location, redirects);
  }
}

async function sendFollowingClosed(
  request: HttpRequest,
  tools: SendContext,
  at: (progress: Progress) => void,
): Promise<HopResult> {
  for (;;) {
    const route = tools.routes.find(request, retryRule(request) === 'unsent');
    const { result, progress, error } = await watched(request, { route, ...tools }, at);
    if (result !== undefined) {
      return result;
    }
    if (progress.opened || progress.answered || !isClosedConnection(error) || tools.isClosed()) {
      const failure = withProxyAdvice(failureOf(error, request, progress), route);
      const isSecure = request.url.protocol === 'https:';
      return { failure: progress.opened ? withCloseAdvice(failure, isSecure, tools.showsCertificate) : failure };
    }
    tools.routes.forgetIdle();
  }
}

interface Watched {
  readonly progress: Progress;
  readonly result?: HopResult;
  readonly error?: unknown;
}

/** Runs one exchange beside its limits: what waits for a socket, or for a resolver, is not sure to end. */
async function watched(
  request: HttpRequest,
  tools: SendContext & { readonly route: Route },
  at: (progress: Progress) => void,
): Promise<Watched> {
  let stalled = () => {};
  const stall = new Promise<never>((_resolve, reject) => {
    stalled = () => reject(new ExplainedError(stallProblem(progress)));
  });
  const progress = beginProgress(limitsFor(request, tools.limits), () => stalled());
  tools.underWay.add(progress);
  at(progress);
  progress.enter(progress.phase);
  try {
    return { progress, result: await Promise.race([sendHop(request, tools.route, progress), stall]) };
  } catch (error) {
    progress.cancel();
    return { progress, error };
  } finally {
    progress.finish();
    tools.underWay.delete(progress);
  }
}

/** Nothing is won by giving up on what may not be sent again: then only the deadline counts. */
function limitsFor(request: HttpRequest, limits: Limits): Limits {
  return retryRule(request) === 'unsent' ? { ...limits, silenceMs: NEVER } : limits;
}

function stallProblem({ phase, sent }: Progress) {
  const code = /proxy/.test(phase) ? ('proxy_failed' as const) : ('server_unreachable' as const);
  return {
    code,
    what: `${sent ? 'got no further' : 'was not sent'}: nothing happened for too long (${phase})`,
    passes: true,
  };
}

function failureOf(error: unknown, request: HttpRequest, { sent, answered }: Progress): Failure {
  const way = { sent, answered, cause: error };
  if (answered && !(error instanceof ExplainedError)) {
    const isCut = !(error instanceof UnreadableBody) || error.isCut;
    const what = error instanceof UnreadableBody ? error.message : 'could not be read';
    const sentence = `the answer of ${describe(request)} ${what}`;
    return { ...way, code: 'response_invalid', what, passes: isCut, sentence };
  }
  const problem = networkProblem(error);
  return { ...way, ...problem, sentence: `${describe(request)} ${problem.what}` };
}

/** A proxy that opens TLS shows certificates of an authority of its own. */
function withProxyAdvice(failure: Failure, { tunnel }: Route): Failure {
  if (tunnel === undefined || failure.code !== 'server_untrusted') {
    return failure;
  }
  const way = `The way leads through ${nameOfProxy(tunnel)}, which may open TLS with an authority of its own`;
  return { ...failure, advice: failure.advice === undefined ? way : `${failure.advice}. ${way}` };
}

/** Why a new connection was perhaps closed without a word: servers do so that dislike a certificate, or that speak TLS only. */
function withCloseAdvice(failure: Failure, isSecure: boolean, showsCertificate: boolean): Failure {
  if (failure.answered || !isClosedConnection(failure.cause) || (isSecure && !showsCertificate)) {
    return failure;
  }
  const advice = isSecure
    ? 'If it stays so, the server may not accept the client certificate: is its chain whole, is it for clients, does the server know its authority'
    : 'If it stays so, this may be a port of https: write `url` with https://';
  return { ...failure, advice };
}
