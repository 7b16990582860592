import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Answer, send } from './answers.js';
import { applyDamage } from './fault-effects.js';
import { createFaultPlan, type Place } from './fault-plan.js';
import type { Fault, When } from './faults.js';
import { createRequestLog, type RecordedRequest } from './request-log.js';
import { refuseBytes, refuseMessage } from './strictness.js';
import { after } from './timers.js';

const HOST = '127.0.0.1';

/** What a platform adds to the server: where a path leads, and what it answers. */
export interface Platform<Route extends string> {
  identify(request: RecordedRequest): Place<Route> | undefined;
  answer(request: RecordedRequest): Answer | Promise<Answer>;
}

/** A running emulator. */
export interface Emulator<Route extends string = string> {
  readonly url: string;
  readonly port: number;
  /** Every request so far, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Adds a fault to a route, or to all; `undefined` removes those of the route, and `all` every one. */
  setFault(route: Route | 'all', fault: Fault | undefined, when?: When): void;
  /** How many requests were under way at the same time, at most. */
  maxConcurrent(): number;
  /** How many TCP connections were opened. */
  connections(): number;
  /** Stops it and ends every connection, whatever it is waiting for. */
  close(): Promise<void>;
}

/** Where an emulator listens, and who hears of each request that has ended. */
export interface ListenOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly onEnd?: (request: RecordedRequest) => void;
}

/** Starts a platform on the loopback address. */
export async function startEmulator<Route extends string>(
  platform: Platform<Route>,
  { port = 0, onEnd = () => undefined }: ListenOptions = {},
): Promise<Emulator<Route>> {
  const log = createRequestLog(onEnd);
  const plan = createFaultPlan<Route>();
  const server = createServer({ keepAliveTimeout: 60_000 }, async (message, response) => {
    const request = log.arrive(message, response);
    response.setHeader('X-Request-ID', request.requestId);
    if (!(await readBody(message, request))) return;
    const place = platform.identify(request);
    request.route = place?.route;
    const answer = refuseMessage(request) ?? (await platform.answer(request));
    const { delay, damage } = plan.choose(place);
    afterDelay(response, delay, () => (damage ? applyDamage(damage, { response, answer }) : send(response, answer)));
  });
  server.on('connection', log.connect);
  server.on('clientError', (_error, socket) => refuseBytes(socket));
  server.on('connect', (_request, socket) => refuseBytes(socket));
  const taken = await listen(server, port);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      log.disconnectAll();
    });
  const { requests, maxConcurrent, connections } = log;
  return {
    url: `http://${HOST}:${taken}`,
    port: taken,
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
    // The client has gone, or what it sent was no HTTP and is refused on the socket.
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
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}
