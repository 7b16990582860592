import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startProxy } from '../../../harness/servers/proxy-server.js';
import { openTransport, type Transport, WIDTH } from '../../../src/http/transport.js';
import type { HttpRequest, Log, Repeat } from '../../../src/ports.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

type Answerer = (request: IncomingMessage, response: ServerResponse, number: number) => void;

/** Starts a server that hears the number of each request; its connections are counted. */
async function serve(answer: Answerer) {
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = http.createServer((request, response) => {
    requests += 1;
    answer(request, response, requests);
  });
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    requests: () => requests,
    connections: () => sockets.size,
  };
}

function transport(options: Partial<Parameters<typeof openTransport>[0]> = {}): Transport & { lines: string[] } {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  const log: Log = { debug: () => undefined, info: keep, notice: keep, warning: keep };
  const opened = openTransport({ timeoutSeconds: 20, retries: 0, log, ...options });
  closers.push(opened.close);
  return { ...opened, lines };
}

const get = (url: URL, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  purpose: 'Asking',
  ...more,
});

/** Resets a connection that has answered before, and answers on a new one. */
function onceEach(): Answerer {
  const known = new Set<unknown>();
  return (request, response) => {
    if (known.has(request.socket)) request.socket.resetAndDestroy();
    else response.end('{}');
    known.add(request.socket);
  };
}

describe('a kept connection', () => {
  test('is used again', async () => {
    const server = await serve((_request, response) => response.end('{}'));
    const { send } = transport();
    for (let index = 0; index < 3; index += 1) await send(get(server.url));

    expect([server.requests(), server.connections()]).toEqual([3, 1]);
  });

  test('that the server has closed meanwhile is no error, and no try', async () => {
    const server = await serve(onceEach());
    const { send, lines } = transport();
    await send(get(server.url));

    await expect(send(get(server.url))).resolves.toMatchObject({ status: 200 });
    expect([server.requests(), lines]).toEqual([3, []]);
  });

  test('that dies takes the other idle ones with it, so that a single request goes out again', async () => {
    const server = await serve(onceEach());
    const { send } = transport();
    await Promise.all([1, 2, 3, 4].map(() => send(get(server.url))));
    const before = server.requests();
    await send(get(server.url));

    expect(server.requests() - before).toBe(2);
  });

  test('is not given to a request that may not be sent twice', async () => {
    const server = await serve(onceEach());
    const { send } = transport();
    await send(get(server.url));
    const refresh = get(server.url, { method: 'POST', body: 'x', repeat: 'unsent' });

    await expect(send(refresh)).resolves.toMatchObject({ status: 200 });
    expect([server.requests(), server.connections()]).toEqual([2, 2]);
  });
});

describe('a request that is not answered', () => {
  const reset: Answerer = (request) => request.socket.resetAndDestroy();
  test.each<[repeat: Repeat, tries: number]>([
    ['always', 3],
    ['unanswered', 3],
    ['unsent', 1],
  ])('and may be repeated %s is sent %i times of 3', async (repeat, tries) => {
    const server = await serve(reset);
    const sending = transport({ retries: 2 }).send(get(server.url, { method: 'POST', body: 'x', repeat }));

    await expect(sending).rejects.toMatchObject({ code: 'server_unreachable' });
    expect(server.requests()).toBe(tries);
  });

  const cut: Answerer = (_request, response) => {
    response.setHeader('content-length', 10);
    response.write('{', () => response.socket?.destroy());
  };
  test.each<[repeat: Repeat, tries: number]>([
    ['always', 3],
    ['unanswered', 1],
    ['unsent', 1],
  ])('in whole and may be repeated %s is sent %i times of 3', async (repeat, tries) => {
    const server = await serve(cut);
    const sending = transport({ retries: 2 }).send(get(server.url, { method: 'POST', body: 'x', repeat }));

    await expect(sending).rejects.toMatchObject({ code: 'response_invalid' });
    expect(server.requests()).toBe(tries);
  });
});

describe('a try that gets nowhere', () => {
  const limits = { connectMs: 300, silenceMs: 300 };

  test('makes room for the next one when the server says nothing', async () => {
    let hungUp = Promise.resolve();
    const server = await serve((request, response, number) => {
      if (number > 1) response.end('{}');
      else hungUp = new Promise((resolve) => request.socket.once('close', () => resolve()));
    });
    const { send, lines } = transport({ retries: 1, limits });

    await expect(send(get(server.url))).resolves.toMatchObject({ status: 200 });
    await hungUp;
    expect(lines).toEqual([
      expect.stringContaining(
        'got no further: nothing happened for too long (waiting for the answer). Trying again in',
      ),
    ]);
  });

  test('is none while the answer comes, however slowly', async () => {
    const server = await serve((_request, response) => {
      const parts = [...'{"a":1}'];
      response.setHeader('content-length', parts.length);
      const timer = setInterval(() => {
        response.write(parts.shift());
        if (parts.length === 0) clearInterval(timer);
      }, 100);
    });

    await expect(transport({ limits }).send(get(server.url))).resolves.toMatchObject({ body: '{"a":1}' });
  });

  test('is none for what may not be sent twice and has been sent: nothing is won by giving up', async () => {
    const server = await serve((_request, response) => void setTimeout(() => response.end('{}'), 900));
    const sending = (repeat: Repeat) =>
      transport({ limits }).send(get(server.url, { method: 'POST', body: 'x', repeat }));

    await expect(sending('unsent')).resolves.toMatchObject({ status: 200 });
    await expect(sending('always')).rejects.toMatchObject({ code: 'server_unreachable' });
  });

  test('makes room when a proxy hangs, also for what may not be sent twice', async () => {
    const proxy = await startProxy({ answers: ['hang'] });
    closers.push(() => void proxy.close());
    const environment = { https_proxy: `http://127.0.0.1:${proxy.port}` };
    const { send, lines } = transport({ retries: 2, limits, environment });
    const sending = send(get(new URL('https://chariot.test/'), { method: 'POST', body: 'x', repeat: 'unsent' }));

    await expect(sending).rejects.toMatchObject({
      code: 'proxy_failed',
      message: expect.stringContaining('was not sent: nothing happened for too long (waiting for the proxy)'),
    });
    expect([proxy.asked.length, lines.length]).toEqual([3, 2]);
  });

  test('in the TLS handshake makes room', async () => {
    const mute = createServer((socket) => void closers.push(() => socket.on('error', () => undefined).destroy()));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    closers.push(() => mute.close());
    const url = new URL(`https://127.0.0.1:${(mute.address() as AddressInfo).port}/`);

    await expect(transport({ limits }).send(get(url))).rejects.toMatchObject({
      message: expect.stringContaining('was not sent: nothing happened for too long (in the TLS handshake)'),
    });
  });
});

describe('requests side by side', () => {
  test('are never more than the width', async () => {
    let [now, most] = [0, 0];
    const server = await serve((_request, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.end('{}');
      }, 5);
    });
    const { send } = transport();
    await Promise.all(Array.from({ length: 3 * WIDTH }, () => send(get(server.url))));

    expect([most, server.connections()]).toEqual([WIDTH, WIDTH]);
  });

  test.each([429, 503])('are half as many after a %i', async (status) => {
    let [now, most] = [0, 0];
    const refused: ServerResponse[] = [];
    const server = await serve((_request, response, number) => {
      if (number <= WIDTH) {
        // All at once, so that none of a later wave is among them.
        refused.push(response);
        if (number === WIDTH) for (const each of refused) each.writeHead(status).end();
        return;
      }
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.end('{}');
      }, 5);
    });
    const { send } = transport({ retries: 1 });
    await Promise.all(Array.from({ length: 3 * WIDTH }, () => send(get(server.url))));

    expect(most).toBe(WIDTH / 2);
  });
});

test('a closed transport ends its requests, and starts no further try', async () => {
  const server = await serve(() => undefined);
  const { send, close, lines } = transport({ retries: 5 });
  const sending = send(get(server.url));
  const ended = expect(sending).rejects.toMatchObject({ name: 'ActionError' });
  while (server.requests() === 0) await new Promise((resolve) => setImmediate(resolve));
  close();

  await ended;
  expect([server.requests(), lines]).toEqual([1, []]);
});
