import http, { type RequestOptions } from 'node:http';
import https from 'node:https';
import { HttpClient, type HttpClientResponse } from '@actions/http-client';
import type { RequestHandler } from '@actions/http-client/lib/interfaces';
import { getProxyUrl } from '@actions/http-client/lib/proxy';
import { describe } from '../answers.js';
import { ActionError } from '../errors.js';
import type { HttpRequest, HttpResponse, Log, Send } from '../ports.js';
import { readBody, UnreadableBody } from './body.js';
import { networkProblem } from './network-problem.js';
import { redirectTarget } from './redirect.js';

/** A way to the network; `close` frees its connections, also those of requests that are still under way. */
export interface Transport {
  readonly send: Send;
  readonly close: () => void;
}

/** Where a request is, for the message of a deadline that ends it. */
interface Progress {
  phase: string;
}

/**
 * Opens the one transport of a run: kept-alive connections, one deadline over everything, no redirect to another origin.
 *
 * `timeoutSeconds` counts from here.
 */
export function openTransport(timeoutSeconds: number, log: Log): Transport {
  const agents = { 'http:': new http.Agent({ keepAlive: true }), 'https:': new https.Agent({ keepAlive: true }) };
  const client = new HttpClient('bearer-login', [useAgents(agents)], { allowRedirects: false });
  // A race beside the request, since a signal does not end one whose socket is still being made.
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutSeconds * 1000);
  });
  const warnOfProxy = proxyWarning(log);
  return {
    async send(request) {
      const started = Date.now();
      warnOfProxy(request.url);
      const progress: Progress = { phase: 'waiting for the answer' };
      const late = expired.then(() => {
        const message = `${request.purpose} was not done within ${timeoutSeconds} s (${progress.phase}): ${describe(request)}`;
        throw new ActionError('deadline_exceeded', message);
      });
      const response = await Promise.race([exchange(client, request, progress), late]);
      log.debug(`${describe(request)}: ${response.status} in ${Date.now() - started} ms`);
      return response;
    },
    close() {
      clearTimeout(timer);
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

/** Follows redirects of a GET within its origin; a request with credentials in its body is never sent again elsewhere. */
async function exchange(client: HttpClient, request: HttpRequest, progress: Progress): Promise<HttpResponse> {
  let url = request.url;
  for (let redirects = 0; ; redirects += 1) {
    const { message } = await attempt(client, { ...request, url });
    const status = message.statusCode ?? 0;
    if (![301, 302, 303, 307, 308].includes(status)) {
      progress.phase = 'reading the answer';
      const body = await readWhole(message, request);
      const requestId = message.headers['x-request-id'];
      const contentType = (message.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
      return { status, contentType, body, ...(typeof requestId === 'string' ? { requestId } : {}) };
    }
    message.destroy();
    url = redirectTarget({ ...request, url }, message.headers.location, redirects);
  }
}

async function attempt(client: HttpClient, request: HttpRequest): Promise<HttpClientResponse> {
  try {
    return await client.request(request.method, request.url.href, request.body ?? null, { ...request.headers });
  } catch (error) {
    const { code, what } = networkProblem(error);
    throw new ActionError(code, `${request.purpose} failed: ${describe(request)} ${what}`, { cause: error });
  }
}

async function readWhole(message: http.IncomingMessage, request: HttpRequest): Promise<string> {
  try {
    return await readBody(message);
  } catch (error) {
    message.destroy();
    const what = error instanceof UnreadableBody ? error.message : 'could not be read';
    throw new ActionError('response_invalid', `${request.purpose} failed: the answer of ${describe(request)} ${what}`, {
      cause: error,
    });
  }
}

/** The library would give each request an agent of its own making, without keep-alive. */
function useAgents(agents: Readonly<Record<'http:' | 'https:', http.Agent>>): RequestHandler {
  return {
    prepareRequest(options: RequestOptions) {
      // The library passes an IPv6 host in brackets, which the resolver takes for a name.
      options.host = options.host?.replace(/^\[(.*)\]$/, '$1') ?? null;
      options.agent = options.agent instanceof https.Agent ? agents['https:'] : agents['http:'];
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('not used')),
  };
}

function proxyWarning(log: Log): (url: URL) => void {
  let warned = false;
  return (url) => {
    if (!warned && proxyOf(url) !== undefined) {
      warned = true;
      log.warning(`This version does not use proxies: ${url.origin} is asked directly, although one is set.`);
    }
  };
}

function proxyOf(url: URL): URL | undefined {
  try {
    return getProxyUrl(url);
  } catch {
    // Without its cause, which shows the value, and with it perhaps a password.
    throw new ActionError(
      'server_unreachable',
      `The proxy variable for ${url.origin} (https_proxy, http_proxy) is no URL`,
    );
  }
}
