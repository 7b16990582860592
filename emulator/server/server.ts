import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { type Answer, send } from '../answers.js';
import { after, applyDamage } from '../faults/effects.js';
import type { Fault, When } from '../faults/faults.js';
import { createFaultPlan, type Place } from '../faults/plan.js';
import { createRateLimit, type RateLimit } from './rate-limit.js';
import { createRequestLog, type RecordedRequest } from './request-log.js';
import { refuseBytes, refuseMessage } from './strictness.js';

const HOST = '127.0.0.1';

/** What a platform adds to the server: its routes and its answers. */
export interface Platform<Route extends string> {
  identify(request: RecordedRequest): Place<Route> | undefined;
  answer(request: RecordedRequest): Answer | Promise<Answer>;
}

/** A running emulator. */
export interface Emulator<Route extends string = string> {
  readonly url: string;
  readonly port: number;
  /** All requests so far, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Adds a fault to a route, or to all routes. `undefined` removes the faults of the route, or all faults. */
  setFault(route: Route | 'all', fault: Fault | undefined, when?: When): void;
  /** The highest number of requests that ran at the same time. */
  maxConcurrent(): number;
  /** The number of TCP connections that were opened. */
  connections(): number;
  /** Stops the server and closes all connections, even if a request still waits for its answer. */
  close(): Promise<void>;
}

/** The port of an emulator, its certificate, its limit, and a function that is called after each request. */
export interface ListenOptions {
  /** Default: 0, which takes a free port. */
  readonly port?: number;
  /** Default: plain http. For measurements: a TLS front would add its own time to each answer. */
  readonly tls?: ServerOptions;
  /** Default: no limit. */
  readonly limit?: RateLimit;
  readonly onEnd?: (request: RecordedRequest) => void;
}

/** Starts an emulated platform on the loopback address. */
export async function startEmulator<Route extends string>(
  platform: Platform<Route>,
  { port = 0, tls, limit, onEnd = () => undefined }: ListenOptions = {},
): Promise<Emulator<Route>> {
  const log = createRequestLog(onEnd);
  const plan = createFaultPlan<Route>();
  const refuse = limit === undefined ? () => undefined : createRateLimit(limit);
  const listener: RequestListener = async (message, response) => {
    const request = log.arrive(message, response);
    response.setHeader('X-Request-ID', request.requestId);
    if (!(await readBody(message, request))) return;
    const place = platform.identify(request);
    request.route = place?.route;
    const answer = refuse() ?? refuseMessage(request) ?? (await platform.answer(request));
    const { delay, held, damage } = plan.choose(place);
    if (held !== undefined) await held;
    afterDelay(response, delay, () => (damage ? applyDamage(damage, { response, answer }) : send(response, answer)));
  };
  const kept = { keepAliveTimeout: 60_000 };
  const server = tls === undefined ? createServer(kept, listener) : createSecureServer({ ...kept, ...tls }, listener);
  server.on(tls === undefined ? 'connection' : 'secureConnection', log.connect);
  server.on('clientError', (_error, socket) => refuseBytes(socket));
  server.on('connect', (_request, socket) => refuseBytes(socket));
  const boundPort = await listen(server, port);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      log.disconnectAll();
    });
  const { requests, maxConcurrent, connections } = log;
  return {
    url: `http${tls === undefined ? '' : 's'}://${HOST}:${boundPort}`,
    port: boundPort,
    requests,
    setFault: plan.set,
    maxConcurrent,
    connections,
    close,
  };
}

async function readBody(message: IncomingMessage, request: RecordedRequest): Promise<boolean> {
  try {
    request.body = (await buffer(message)).toString();
    return true;
  } catch {
    // The client closed the connection, or sent bytes that are not HTTP; `refuseBytes` answers those.
    return false;
  }
}

function afterDelay(response: ServerResponse, ms: number, action: () => void): void {
  if (ms > 0) after(response, ms, action);
  else action();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server does not listen on a port.'));
      else resolve(address.port);
    });
  });
}
