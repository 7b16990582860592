import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { HttpClient } from '@actions/http-client';
import type { RequestInfo } from '@actions/http-client/lib/interfaces';
import type { HttpRequest } from '../ports.js';
import { readBody, statusOf } from './body.js';
import { monotonic } from './deadline.js';
import { ExplainedError, type Outcome } from './failure.js';
import { bareHost } from './no-proxy.js';
import { NO_LIMIT_MS, type Progress } from './progress.js';
import { addressOfProxy, loginToProxy, nameOfProxy } from './proxy.js';
import { clockAheadMs, endOfWait, parseRetryAfter } from './retry.js';
import type { Route } from './routes.js';
import { tlsErrorPage } from './tls-problem.js';
import { isOfProxy, proxyRefusal } from './tunnel.js';
import type { WatchedOptions } from './watched-agent.js';

/** The result of one message to the server: an outcome, or the address that the server redirects to. */
export type HopResult = Outcome | { readonly location: string | undefined };

declare module '@actions/http-client' {
  /** The types leave out that a message can have no body. */
  interface HttpClient {
    requestRawWithCallback(
      info: RequestInfo,
      data: string | null,
      onResult: (error?: Error, response?: HttpClientResponse) => void,
    ): void;
  }
}

// Without a limit, since the library would end a request after three minutes of silence.
const client = new HttpClient('bearer-login', [], { socketTimeout: NO_LIMIT_MS });

/**
 * Sends one message over a route, reads the answer, and reports both to `progress`.
 *
 * The library's `request` is not used: its own agent keeps no connections and could bypass the proxy. It would also follow
 * redirects, and its other layers take time for each request (docs/performance.md).
 *
 * @throws Error of any layer
 */
export async function sendHop(request: HttpRequest, route: Route, progress: Progress): Promise<HopResult> {
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    client.requestRawWithCallback(messageFor(request, route, progress), request.body ?? null, (error, response) =>
      response === undefined ? reject(error) : resolve(response.message),
    );
  });
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

function messageFor({ method, url, headers }: HttpRequest, route: Route, progress: Progress): RequestInfo {
  const { agent, forwarder } = route;
  const isSecure = url.protocol === 'https:';
  const own = {
    // Without this header, a server may choose any coding (RFC 9110 section 12.5.3).
    'accept-encoding': 'identity',
    'user-agent': client.userAgent,
    ...headers,
  };
  const options: WatchedOptions = {
    method,
    agent,
    progress,
    ...(forwarder === undefined
      ? {
          // Node would look up an IPv6 host in brackets as a name.
          host: bareHost(url.hostname),
          port: url.port || (isSecure ? 443 : 80),
          path: url.pathname + url.search,
          headers: own,
        }
      : {
          ...addressOfProxy(forwarder),
          path: url.href,
          headers: { ...own, host: url.host, ...loginToProxy(forwarder) },
        }),
  };
  return { options, parsedUrl: url, httpModule: isSecure ? https : http };
}
