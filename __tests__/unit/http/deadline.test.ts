import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { startDeadline } from '../../../src/http/deadline.js';
import { type Answerer, get, serve, stopTimers, transport, until } from '../../support/local-servers.js';

afterEach(() => void jest.useRealTimers());

describe('The deadline', () => {
  const headers: Answerer = ({ socket }) => void socket.write('HTTP/1.1 200 OK\r\nX-Requ');
  const body: Answerer = (_request, response) => void response.setHeader('content-length', 10).write('{"a"');
  test.each<[name: string, server: Answerer, phase: string]>([
    ['If a server sends nothing, the deadline ends the request', () => undefined, 'waiting for the answer'],
    ['If a server stops in the headers, the deadline ends the request', headers, 'waiting for the answer'],
    ['If a server stops in the body, the deadline ends the request', body, 'reading the answer'],
  ])('%s', async (_name, answer, phase) => {
    stopTimers();
    const server = await serve(answer);
    const phases = jest.spyOn(globalThis, 'setTimeout');
    const sending = transport({ timeoutSeconds: 2 }).send(get(server.url));
    const failed = expect(sending).rejects.toMatchObject({
      code: 'deadline_exceeded',
      message: `The test did not finish within 2 s (${phase})`,
      request: { text: `GET ${server.url}`, layer: 'answer' },
    });
    // One timer for the deadline, and one for each phase: begun, connecting, sent, twice in the body.
    await until(() => server.requests() === 1 && phases.mock.calls.length >= (phase === 'reading the answer' ? 6 : 4));
    jest.advanceTimersByTime(1999);
    jest.advanceTimersByTime(1);
    phases.mockRestore();

    await failed;
  });

  test('The deadline ends also the waits between tries', async () => {
    stopTimers();
    const server = await serve((_request, response) => response.writeHead(500, { 'retry-after': '1' }).end());
    const { send, sleep, lines } = transport({ timeoutSeconds: 2, retries: 5 });
    const errors = Promise.all(
      [send(get(server.url)), sleep(3000)].map((work) => work.catch(({ message }) => message)),
    );
    // The clock stands still while timers are stopped, so that a wait may begin that is too long.
    for (const [tries, ms] of [
      [1, 1500],
      [2, 500],
    ] as const) {
      await until(() => lines.length === tries);
      jest.advanceTimersByTime(ms);
    }

    expect(await errors).toEqual([
      'The test did not finish within 2 s (waiting to try again)',
      'The run did not finish within 2 s (waiting to try again)',
    ]);
  });
});

test('Work that is done only after the deadline is late, even if it is done before a timer could run', async () => {
  const deadline = startDeadline(0.01);
  const end = process.hrtime.bigint() + 20_000_000n;
  while (process.hrtime.bigint() < end);
  const bounded = deadline.bound(Promise.resolve('done'), () => new Error('late'));

  await expect(bounded).rejects.toThrow('late');
  deadline.close();
});

describe('Work after the connections are closed', () => {
  test('The deadline ends it, too', async () => {
    jest.useFakeTimers();
    const deadline = startDeadline(2);
    deadline.close();
    const bounded = expect(deadline.bound(new Promise(() => {}), () => new Error('late'))).rejects.toThrow('late');
    jest.advanceTimersByTime(2000);

    await bounded;
  });

  test('When it is done, no timer keeps the process alive', async () => {
    jest.useFakeTimers();
    const deadline = startDeadline(2);
    deadline.close();
    await deadline.bound(Promise.resolve('done'), () => new Error('late'));
    await Promise.resolve();

    expect(jest.getTimerCount()).toBe(0);
  });
});
