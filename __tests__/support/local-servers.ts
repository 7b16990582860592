import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, jest } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { openTransport, type Transport, type TransportOptions } from '../../src/http/transport.js';
import type { HttpRequest } from '../../src/ports.js';
import { reveal } from '../../src/untrusted-text.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Calls a function after the test. */
export function afterTest(close: () => void): void {
  closers.push(close);
}

/** Answers a request; `number` counts the requests of the server. */
export type Answerer = (request: IncomingMessage, response: ServerResponse, number: number) => void;

/** Starts an HTTP server that counts its requests and connections. */
export async function serve(answer: Answerer, host = '127.0.0.1') {
  let requests = 0;
  const server = http.createServer((request, response) => {
    requests += 1;
    answer(request, response, requests);
  });
  const { port, connections } = await listen(server, host);
  const shown = host.includes(':') ? `[${host}]` : host;
  return { url: new URL(`http://${shown}:${port}/`), requests: () => requests, connections };
}

/** Starts a server that speaks no HTTP. */
export function serveTcp(onSocket: (socket: Socket) => void) {
  return listen(createServer(onSocket));
}

async function listen(server: Server, host = '127.0.0.1') {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  afterTest(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { port: address.port, connections: () => sockets.size };
}

/** Makes timers wait for `jest.advanceTimersByTime`; connections still need no timer. */
export function stopTimers(): void {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'hrtime', 'Date', 'performance'] });
}

/** Waits until a condition is true, without a timer. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await turn();
}

/** Lets the event loop turn so many times. */
export async function turn(times = 1): Promise<void> {
  for (let left = times; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Opens a transport that is closed after the test, with the lines of its log. */
export function transport(options: Partial<TransportOptions> = {}): Transport & { lines: string[] } {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  const log: TransportOptions['log'] = { debug: () => undefined, info: keep };
  const opened = openTransport({ timeoutSeconds: 20, retries: 0, log, ...options });
  afterTest(opened.close);
  return { ...opened, lines };
}

/** A GET without headers. */
export function get(url: URL, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url, headers: {}, purpose: 'The test', ...more };
}

/** What a reader learns of a request that failed; each origin is replaced by its scheme. */
export async function failureAt(href: string, options: Partial<TransportOptions> = {}) {
  const error = await transport(options)
    .send(get(new URL(href)))
    .catch((thrown) => thrown);
  if (!(error instanceof ActionError)) throw new Error(`no failure: ${JSON.stringify(error)}`);
  const { code, advice, facts, said } = error;
  const message = reveal(error.message, (text) => text).replace(/(\w+:\/\/)[^/ "]+\/?/g, '$1');
  return { code, message, advice, facts, said };
}
