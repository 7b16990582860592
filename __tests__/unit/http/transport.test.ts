import type { ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { MOST_CONNECTIONS } from '../../../src/http/pace.js';
import type { Repeat } from '../../../src/ports.js';
import { type Answerer, get, serve, stopTimers, transport, turn, until } from '../../support/local-servers.js';

afterEach(() => void jest.useRealTimers());

/** Resets a connection that has answered before, and answers on a new one. */
function onceEach(): Answerer {
  const known = new Set<unknown>();
  return (request, response) => {
    if (known.has(request.socket)) request.socket.resetAndDestroy();
    else response.end('{}');
    known.add(request.socket);
  };
}

describe('A kept connection', () => {
  test('A kept connection is used again', async () => {
    const server = await serve((_request, response) => response.end('{}'));
    const { send } = transport();
    for (let index = 0; index < 3; index += 1) await send(get(server.url));

    expect([server.requests(), server.connections()]).toEqual([3, 1]);
  });

  test('A kept connection that the server has closed is neither an error nor a try', async () => {
    const server = await serve(onceEach());
    const { send, lines } = transport();
    await send(get(server.url));

    await expect(send(get(server.url))).resolves.toMatchObject({ status: 200 });
    expect([server.requests(), lines]).toEqual([3, []]);
  });

  test('If one kept connection is closed, the other idle ones are not tried', async () => {
    const server = await serve(onceEach());
    const { send } = transport();
    await Promise.all([1, 2, 3, 4].map(() => send(get(server.url))));
    const before = server.requests();
    await send(get(server.url));

    expect(server.requests() - before).toBe(2);
  });

  test('A request that may not be sent twice gets a new connection', async () => {
    const server = await serve(onceEach());
    const { send } = transport();
    await send(get(server.url));
    const refresh = get(server.url, { method: 'POST', body: 'x', repeat: 'unsent' });

    await expect(send(refresh)).resolves.toMatchObject({ status: 200 });
    await expect(send(refresh)).resolves.toMatchObject({ status: 200 });
    expect([server.requests(), server.connections()]).toEqual([3, 3]);
  });
});

describe('Tries of a request that fails', () => {
  const reset: Answerer = (request) => request.socket.resetAndDestroy();
  const resetHeaders: Answerer = ({ socket }) =>
    void socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => socket.resetAndDestroy());
  const cut: Answerer = (_request, response) =>
    void response.setHeader('content-length', 10).write('{', () => response.socket?.destroy());
  const cutChunked: Answerer = (_request, response) => void response.write('{', () => response.socket?.destroy());
  const busy: Answerer = (_request, response) => response.writeHead(503).end();
  const failures: [name: string, server: Answerer, code: string, tries: Readonly<Record<Repeat, number>>][] = [
    ['before the answer', reset, 'server_unreachable', { always: 3, unanswered: 3, unsent: 1 }],
    ['in its headers', resetHeaders, 'server_unreachable', { always: 3, unanswered: 3, unsent: 1 }],
    ['in its body', cut, 'response_invalid', { always: 3, unanswered: 1, unsent: 1 }],
    ['before its last chunk', cutChunked, 'response_invalid', { always: 3, unanswered: 1, unsent: 1 }],
  ];
  test.each(
    failures.flatMap(([name, server, code, tries]) =>
      (['always', 'unanswered', 'unsent'] as const).map((repeat) => ({
        name,
        server,
        code,
        repeat,
        tries: tries[repeat],
      })),
    ),
  )('An answer cut off $name is requested $tries times if the request may be repeated "$repeat"', async (row) => {
    stopTimers();
    const server = await serve(row.server);
    const sending = transport({ retries: 2 }).send(get(server.url, { method: 'POST', body: 'x', repeat: row.repeat }));
    const failed = expect(sending).rejects.toMatchObject({ code: row.code });
    await passRetries(() => server.requests() === row.tries);

    await failed;
    expect(server.requests()).toBe(row.tries);
  });

  test('The log contains one line for each further try', async () => {
    stopTimers();
    const server = await serve((request, response, number) =>
      number < 3 ? busy(request, response, number) : response.end('{}'),
    );
    const { send, lines } = transport({ retries: 5 });
    const sending = send(get(server.url));
    await passRetries(() => server.requests() === 3);

    await expect(sending).resolves.toMatchObject({ status: 200 });
    expect(lines.map((line) => line.replace(/\d+\.\d s/, '<n> s'))).toEqual(
      [2, 3].map((n) => `The test: GET ${server.url} answered 503. Trying again in <n> s (try ${n} of 6).`),
    );
  });

  test('Each further try sends a renewed request, on a connection of its own', async () => {
    stopTimers();
    const proofs: unknown[] = [];
    const server = await serve(({ headers }, response, number) => {
      proofs.push(headers.authorization);
      response.writeHead(number < 3 ? 503 : 200).end('{}');
    });
    const proof = (value: number) => get(server.url, { headers: { authorization: `${value}` } });
    let made = 1;
    const renew = async () => {
      made += 1;
      return proof(made);
    };
    const { send } = transport({ retries: 2 });
    const sending = send({ ...proof(1), renew });
    await passRetries(() => server.requests() === 3);

    await expect(sending).resolves.toMatchObject({ status: 200 });
    expect(proofs).toEqual(['1', '2', '3']);
    expect(server.connections()).toBe(3);
  });

  test('Retry-After is compared with the date of the answer', async () => {
    const headers = { 'retry-after': 'Wed, 01 Jan 2020 01:00:00 GMT', date: 'Wed, 01 Jan 2020 00:00:00 GMT' };
    const server = await serve((_request, response) => response.writeHead(429, headers).end());
    const { send, lines } = transport({ retries: 5 });

    await expect(send(get(server.url))).resolves.toMatchObject({ status: 429 });
    expect(lines).toEqual([
      expect.stringMatching(
        /answered 429\. Not trying again: the wait would be 360\d\.\d s, but only \d+\.\d s are left\.$/,
      ),
    ]);
  });

  /** Lets the waits before further tries pass, until a condition is true. */
  async function passRetries(condition: () => boolean) {
    while (!condition()) {
      await turn();
      jest.advanceTimersByTime(100);
    }
  }
});

describe('A plain http address', () => {
  const LOGIN = 'u:p';

  test('A proxy receives the whole address, the host and its login', async () => {
    const seen: unknown[] = [];
    const proxy = await serve(({ url, headers }, response) => {
      seen.push([url, headers.host, headers['proxy-authorization']]);
      response.end('{}');
    });
    const environment = { http_proxy: `http://${LOGIN}@${proxy.url.host}` };
    const { send } = transport({ environment });

    await expect(send(get(new URL('http://chariot.test:81/a?b=c')))).resolves.toMatchObject({ status: 200 });
    expect(seen).toEqual([['http://chariot.test:81/a?b=c', 'chariot.test:81', `Basic ${btoa(LOGIN)}`]]);
  });

  test('The status 407 of a proxy is an error of the proxy', async () => {
    const proxy = await serve((_request, response) => response.writeHead(407).end());
    const { send } = transport({ environment: { http_proxy: proxy.url.href } });

    await expect(send(get(new URL('http://chariot.test/')))).rejects.toMatchObject({ code: 'proxy_refused' });
  });

  test('The status 407 of a server without a proxy is an answer', async () => {
    const server = await serve((_request, response) => response.writeHead(407).end());

    await expect(transport().send(get(server.url))).resolves.toMatchObject({ status: 407 });
  });

  const hasIpv6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === '::1'));
  (hasIpv6 ? test : test.skip)('An IPv6 address is reached without its brackets', async () => {
    const server = await serve((_request, response) => response.end('{}'), '::1');

    await expect(transport().send(get(server.url))).resolves.toMatchObject({ status: 200 });
  });
});

describe('Requests at the same time', () => {
  /** Answers in waves of this many requests, and keeps the largest number of requests at the same time. */
  function inWaves(size: () => number, status: (number: number) => number) {
    const held: ServerResponse[] = [];
    const most = { now: 0 };
    const answer: Answerer = (_request, response, number) => {
      held.push(response.writeHead(status(number)));
      most.now = Math.max(most.now, held.length);
      // Turns of the event loop in which more could arrive than may.
      if (held.length === size()) void turn(20).then(() => held.splice(0).forEach((each) => void each.end('{}')));
    };
    return { answer, most };
  }

  test('There are never more requests at the same time than the most connections', async () => {
    const { answer, most } = inWaves(
      () => MOST_CONNECTIONS,
      () => 200,
    );
    const server = await serve(answer);
    const { send } = transport();
    await Promise.all(Array.from({ length: 3 * MOST_CONNECTIONS }, () => send(get(server.url))));

    expect([most.now, server.connections()]).toEqual([MOST_CONNECTIONS, MOST_CONNECTIONS]);
  });

  test.each([429, 503])('After the status %i, there are half as many requests at the same time', async (status) => {
    let wave = MOST_CONNECTIONS;
    const { answer, most } = inWaves(
      () => wave,
      (number) => (number <= MOST_CONNECTIONS ? status : 200),
    );
    const server = await serve((request, response, number) => {
      if (number === MOST_CONNECTIONS + 1) {
        wave = MOST_CONNECTIONS / 2;
        most.now = 0;
      }
      answer(request, response, number);
    });
    const { send } = transport();
    await Promise.all(Array.from({ length: 3 * MOST_CONNECTIONS }, () => send(get(server.url))));

    expect(most.now).toBe(MOST_CONNECTIONS / 2);
  });
});

test('A closed transport ends its requests, and starts no further try', async () => {
  const server = await serve(() => undefined);
  const { send, close, lines } = transport({ retries: 5 });
  const sending = send(get(server.url));
  const ended = expect(sending).rejects.toMatchObject({ name: 'ActionError' });
  await until(() => server.requests() > 0);
  close();

  await ended;
  expect([server.requests(), lines]).toEqual([1, []]);
});
