import type { IncomingMessage, RequestOptions } from 'node:http';
import { HttpClient } from '@actions/http-client';
import type { HttpRequest } from '../ports.js';
import { readBody, statusOf } from './body.js';
import { monotonic } from './deadline.js';
import { ExplainedError, type Outcome } from './failure.js';
import { bareHost } from './no-proxy.js';
import { NO_LIMIT_MS, type Progress } from './progress.js';
import { addressOfProxy, loginToProxy, nameOfProxy } from './proxy.js';
import { clockAheadMs, endOfWait, parseRetryAfter } from './retry.js';
import type { Route, WatchedOptions } from './routes.js';
import { tlsErrorPage } from './tls-problem.js';
import { isOfProxy, proxyRefusal } from './tunnel.js';

/** The result of one message to the server: an outcome, or the address that the server redirects to. */
export type HopResult = Outcome | { readonly location: string | undefined };

/** Sends one message over a route, reads the answer, and reports both to `progress`. @throws Error of any layer */
export async function sendHop(request: HttpRequest, route: Route, progress: Progress): Promise<HopResult> {
  const { method, url, body = null, headers } = request;
  const handler = {
    prepareRequest: (options: RequestOptions) => prepare(options, url, { route, progress }),
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('not used')),
  };
  // Without a limit, since the library would end a request after three minutes of silence.
  const client = new HttpClient('bearer-login', [handler], { allowRedirects: false, socketTimeout: NO_LIMIT_MS });
  // Without this header, a server may choose any coding (RFC 9110 section 12.5.3).
  const all = { 'accept-encoding': 'identity', ...headers };
  const { message } = await client.request(method, url.href, body, all);
  const waitMs = monotonic() - progress.sentAt;
  progress.answered = true;
  progress.enter('reading the answer');
  const status = statusOf(message);
  if (route.forwarder !== undefined && isOfProxy(message)) {
    message.destroy();
    throw new ExplainedError(proxyRefusal(route.forwarder, message));
  }
  if ([301, 302, 303, 307, 308].includes(status)) {
    message.destroy();
    return { location: message.headers.location };
  }
  return { ...(await readAnswer(message, progress, route)), waitMs };
}

async function readAnswer(message: IncomingMessage, progress: Progress, { forwarder }: Route) {
  const status = statusOf(message);
  const body = await readBody(message, () => progress.enter('reading the answer')).finally(() => {
    if (!message.complete) {
      message.destroy();
    }
  });
  const problem = tlsErrorPage(status, body);
  if (problem !== undefined) {
    throw new ExplainedError(problem);
  }
  const { 'retry-after': retryAfter, 'content-type': contentType = '', date } = message.headers;
  const now = new Date();
  const retryAfterMs = parseRetryAfter(retryAfter, date, now);
  const response = {
    status,
    contentType: contentType.replace(/;.*/s, '').trim().toLowerCase(),
    body,
    requestId: message.headers['x-request-id']?.toString(),
    challenge: message.headers['www-authenticate'],
    proxy: forwarder && !/json/i.test(contentType) ? nameOfProxy(forwarder) : undefined,
    retryAt: endOfWait(retryAfterMs, now),
    clockAheadMs: clockAheadMs(date, now),
  };
  return { response, retryAfterMs };
}

/** Replaces the library's own agent, which would not keep connections and could bypass the proxy. */
function prepare(options: WatchedOptions, url: URL, way: { readonly route: Route; readonly progress: Progress }): void {
  const { agent, forwarder } = way.route;
  options.agent = agent;
  options.progress = way.progress;
  // The library passes an IPv6 host in brackets, and Node would look it up as a name.
  options.host = bareHost(url.hostname);
  if (forwarder !== undefined) {
    Object.assign(options, addressOfProxy(forwarder), { path: url.href });
    options.headers = { ...options.headers, host: url.host, ...loginToProxy(forwarder) };
  }
}
