import type http from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { HttpClient } from '@actions/http-client';
import type { HttpRequest } from '../ports.js';
import { readBody } from './body.js';
import { ExplainedError, type Outcome } from './failure.js';
import { tlsErrorPage } from './network-problem.js';
import { bareHost } from './no-proxy.js';
import type { Progress } from './progress.js';
import { parseRetryAfter } from './retry.js';
import type { Route, WatchedOptions } from './routes.js';
import { proxyOptions, proxyProblem } from './tunnel.js';

/** The library would end a request after three minutes of silence; the limits here are our own. */
const NEVER = 2 ** 31 - 1;

/** What came of one message to the server: an outcome, or where the server wants it to be sent. */
export type HopResult = Outcome | { readonly location: string | undefined };

/** Sends one message over a route and reads the answer; `progress` hears how far it is. @throws Error of any layer */
export async function sendHop(request: HttpRequest, route: Route, progress: Progress): Promise<HopResult> {
  const handler = {
    prepareRequest: (options: RequestOptions) => prepare(options, request.url, { route, progress }),
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('not used')),
  };
  const client = new HttpClient('bearer-login', [handler], { allowRedirects: false, socketTimeout: NEVER });
  const { message } = await client.request(request.method, request.url.href, request.body ?? null, {
    ...request.headers,
  });
  progress.answered = true;
  progress.enter('reading the answer');
  const status = message.statusCode ?? 0;
  if (route.forwarder !== undefined && status === 407) {
    message.destroy();
    throw new ExplainedError(proxyProblem(route.forwarder, message));
  }
  if ([301, 302, 303, 307, 308].includes(status)) {
    message.destroy();
    return { location: message.headers.location };
  }
  return responseOf(message, progress);
}

async function responseOf(message: IncomingMessage, progress: Progress): Promise<Outcome> {
  const status = message.statusCode ?? 0;
  const body = await readBody(message, () => progress.enter('reading the answer')).finally(() => {
    if (!message.complete) {
      message.destroy();
    }
  });
  const told = tlsErrorPage(status, body);
  if (told !== undefined) {
    throw new ExplainedError(told);
  }
  const requestId = message.headers['x-request-id'];
  const contentType = (message.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const challenge = message.headers['www-authenticate'];
  const response = {
    status,
    contentType,
    body,
    ...(typeof requestId === 'string' ? { requestId } : {}),
    ...(challenge === undefined ? {} : { challenge }),
  };
  const { 'retry-after': retryAfter, date } = message.headers;
  return { response, retryAfterMs: parseRetryAfter(retryAfter, date, new Date()) };
}

/** The library would give each request an agent of its own making, without keep-alive, and pass the proxy by. */
function prepare(options: WatchedOptions, url: URL, way: { readonly route: Route; readonly progress: Progress }): void {
  const { agent, forwarder } = way.route;
  options.agent = heardBy(way.progress, agent);
  options.progress = way.progress;
  // The library passes an IPv6 host in brackets, which the resolver takes for a name.
  options.host = bareHost(url.hostname);
  if (forwarder !== undefined) {
    const { host, port } = proxyOptions(forwarder, { context: () => undefined, verify: true });
    Object.assign(options, { host, port, path: url.href });
    const login = forwarder.authorization === undefined ? {} : { 'proxy-authorization': forwarder.authorization };
    options.headers = { ...options.headers, host: url.host, ...login };
  }
}

/** What Node calls an "Agent-like Object": it hands the request on, which the library keeps to itself. */
interface AgentLike extends http.Agent {
  addRequest(request: http.ClientRequest, options: RequestOptions): void;
}

function heardBy(progress: Progress, agent: http.Agent): http.Agent {
  const real = agent as AgentLike;
  const like: AgentLike = Object.create(real);
  like.addRequest = (request, options) => {
    progress.endBy(() => request.destroy());
    real.addRequest(request, options);
  };
  return like;
}
