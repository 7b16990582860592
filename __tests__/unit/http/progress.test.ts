import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startProxy } from '../../../harness/servers/proxy-server.js';
import { beginProgress, NO_LIMIT_MS, watchSocket } from '../../../src/http/progress.js';
import type { Repeat } from '../../../src/ports.js';
import { afterTest, get, serve, serveTcp, stopTimers, transport, turn, until } from '../../support/local-servers.js';

afterEach(() => void jest.useRealTimers());

/** A try, with the phase that messages show and the error that it stalls with. */
function begin(silenceMs = 1000) {
  const position = { phase: '' };
  const progress = beginProgress({ connectMs: 100, silenceMs }, position);
  const stalls: unknown[] = [];
  progress.failed.catch((error) => stalls.push(error.problem));
  return { position, progress, stalls };
}

describe('beginProgress', () => {
  beforeEach(() => void jest.useFakeTimers());

  test.each([
    ['Before the request is sent, a phase may take `connectMs`', false, { ms: 100, what: 'was not sent' }],
    ['After the request is sent, a phase may take `silenceMs`', true, { ms: 1000, what: 'got no complete answer' }],
  ])('%s', async (_name, sent, { ms, what }) => {
    const { progress, stalls } = begin();
    progress.sent = sent;
    progress.enter('connecting');
    await jest.advanceTimersByTimeAsync(ms - 1);
    expect(stalls).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(stalls).toEqual([
      { code: 'server_unreachable', what, why: 'nothing happened for too long (connecting)', passes: true },
    ]);
  });

  test('Each phase has the whole time limit', async () => {
    const { progress, stalls, position } = begin();
    for (const phase of ['one', 'two', 'three']) {
      progress.enter(phase);
      await jest.advanceTimersByTimeAsync(999);
    }
    expect([position.phase, stalls]).toEqual(['three', []]);
  });

  test('The longest time limit is one that Node accepts', async () => {
    const { progress, stalls } = begin(NO_LIMIT_MS);
    progress.enter('waiting for the answer');
    await jest.advanceTimersByTimeAsync(24 * 60 * 60 * 1000);
    expect([stalls, NO_LIMIT_MS]).toEqual([[], 0x7fffffff]);
  });

  test.each([
    ['A try that stalls at the server', { sent: true, phase: 'reading the answer' }, 'got no complete answer'],
    ['A try that stalls before it is sent', { sent: false, phase: 'connecting' }, 'was not sent'],
    ['A try that stalls at a proxy', { sent: false, phase: 'waiting for the proxy' }, 'was not sent'],
  ])('%s has a problem that names its phase and passes', async (_name, { sent, phase }, what) => {
    const { progress, stalls } = begin();
    progress.sent = sent;
    progress.enter(phase);
    await jest.runAllTimersAsync();
    const code = phase === 'waiting for the proxy' ? 'proxy_failed' : 'server_unreachable';

    expect(stalls).toEqual([{ code, what, why: `nothing happened for too long (${phase})`, passes: true }]);
  });

  test('A finished try has no timer, and changes the phase no more', () => {
    const { progress, position } = begin();
    progress.enter('looking up the name of the host');
    progress.finish();
    position.phase = 'waiting to try again';
    progress.enter('connecting');

    expect([position.phase, jest.getTimerCount()]).toEqual(['waiting to try again', 0]);
  });

  test('A canceled try stops each thing that it waits for, once', () => {
    const { progress } = begin();
    const stopped: string[] = [];
    progress.onCancel(() => stopped.push('tunnel'));
    progress.onCancel(() => stopped.push('request'));
    progress.cancel();
    progress.cancel();

    expect(stopped).toEqual(['tunnel', 'request']);
  });
});

describe('watchSocket', () => {
  beforeEach(() => void jest.useFakeTimers());

  /** The phase and whether the request is sent, after each event of a socket. */
  function follow(ready: 'connect' | 'secureConnect', events: readonly string[]) {
    const { progress, position } = begin();
    progress.sent = false;
    const socket = new PassThrough();
    expect(watchSocket(socket, progress, ready)).toBe(socket);
    return events.map((event) => {
      socket.emit(event);
      return [position.phase, progress.sent];
    });
  }

  test('A plain connection looks up the name, connects and sends', () => {
    expect(follow('connect', ['lookup', 'connect'])).toEqual([
      ['connecting', false],
      ['waiting for the answer', true],
    ]);
  });

  test('A TLS connection sends after the handshake', () => {
    expect(follow('secureConnect', ['lookup', 'connect', 'secureConnect'])).toEqual([
      ['connecting', false],
      ['in the TLS handshake', false],
      ['waiting for the answer', true],
    ]);
  });

  test('An agent without a connection is an error', () => {
    expect(() => watchSocket(undefined, begin().progress, 'connect')).toThrow('an agent without a connection');
  });
});

describe('A try without progress', () => {
  const limits = { connectMs: 300, silenceMs: 300 };

  test('If the server does not answer, another try is made', async () => {
    stopTimers();
    let hungUp = false;
    const server = await serve((request, response, number) => {
      if (number > 1) response.end('{}');
      else request.socket.once('close', () => (hungUp = true));
    });
    const { send, lines } = transport({ retries: 1, limits });
    const sending = send(get(server.url));
    await until(() => server.requests() === 1);
    jest.advanceTimersByTime(300);
    await until(() => lines.length === 1 && hungUp);
    jest.advanceTimersByTime(500);

    await expect(sending).resolves.toMatchObject({ status: 200 });
    expect(lines).toEqual([
      expect.stringContaining(
        'got no complete answer: nothing happened for too long (waiting for the answer). Trying again in',
      ),
    ]);
  });

  test('A slow answer is complete, however long it takes', async () => {
    stopTimers();
    let response: ServerResponse | undefined;
    const server = await serve((_request, opened) => {
      response = opened.setHeader('content-length', 7);
      response.flushHeaders();
    });
    const phases = jest.spyOn(globalThis, 'setTimeout');
    const sending = transport({ limits }).send(get(server.url));
    await until(() => response !== undefined);
    for (const part of '{"a":1}') {
      const before = phases.mock.calls.length;
      response?.write(part);
      await until(() => phases.mock.calls.length > before);
      jest.advanceTimersByTime(299);
    }
    phases.mockRestore();

    await expect(sending).resolves.toMatchObject({ body: '{"a":1}' });
  });

  test.each<[name: string, repeat: Repeat, expected: object]>([
    ['A request that may not be sent twice waits until the deadline', 'unsent', { status: 200 }],
    ['A request that may be sent twice does not wait for a silent server', 'always', { code: 'server_unreachable' }],
  ])('%s', async (_name, repeat, expected) => {
    stopTimers();
    let response: ServerResponse | undefined;
    const server = await serve((_request, opened) => {
      response = opened;
    });
    const sending = transport({ limits })
      .send(get(server.url, { method: 'POST', body: 'x', repeat }))
      .catch((error) => error);
    await until(() => response !== undefined);
    jest.advanceTimersByTime(19_000);
    await turn();
    response?.end('{}');

    expect(await sending).toMatchObject(expected);
  });

  test('If a proxy does not answer, another try is made even for a request that may not be sent twice', async () => {
    stopTimers();
    const proxy = await startProxy({ answers: ['hang'] });
    afterTest(() => void proxy.close());
    const environment = { https_proxy: `http://127.0.0.1:${proxy.port}` };
    const { send, lines } = transport({ retries: 2, limits, environment });
    const sending = send(get(new URL('https://chariot.test/'), { method: 'POST', body: 'x', repeat: 'unsent' }));
    const failed = expect(sending).rejects.toMatchObject({
      code: 'proxy_failed',
      message: expect.stringContaining('was not sent: nothing happened for too long (waiting for the proxy)'),
    });
    for (const tries of [1, 2, 3]) {
      await until(() => proxy.asked.length === tries);
      jest.advanceTimersByTime(300);
      await until(() => lines.length === Math.min(tries, 2));
      jest.advanceTimersByTime(1000);
    }

    await failed;
    expect([proxy.asked.length, lines.length]).toEqual([3, 2]);
  });

  test('If a proxy does not answer a request of plain http, the failure names the proxy', async () => {
    stopTimers();
    const proxy = await startProxy({ answers: ['hang'] });
    afterTest(() => void proxy.close());
    const environment = { http_proxy: `http://127.0.0.1:${proxy.port}` };
    const sending = transport({ limits, environment }).send(get(new URL('http://chariot.test/')));
    const failed = expect(sending).rejects.toMatchObject({
      code: 'proxy_failed',
      message:
        'The test failed: the request got no complete answer: nothing happened for too long (waiting for the answer through the proxy)',
      facts: [`The request uses the proxy "http://127.0.0.1:${proxy.port}" (http_proxy), which may be the cause`],
    });
    await until(() => proxy.asked.length === 1);
    jest.advanceTimersByTime(300);

    await failed;
  });

  test.each([
    ['If a server does not answer in the TLS handshake, the request was not sent', '127.0.0.1'],
    ['If a server does not answer in the TLS handshake in a tunnel, the request was not sent', 'chariot.test'],
  ])('%s', async (_name, host) => {
    stopTimers();
    const proxy = await startProxy();
    afterTest(() => void proxy.close());
    let hello = false;
    const { port } = await serveTcp((socket) => void socket.once('data', () => (hello = true)));
    const environment = { https_proxy: `http://127.0.0.1:${proxy.port}` };
    const sending = transport({ limits, environment }).send(get(new URL(`https://${host}:${port}/`)));
    const failed = expect(sending).rejects.toMatchObject({
      code: 'server_unreachable',
      message: expect.stringContaining('was not sent: nothing happened for too long (in the TLS handshake)'),
    });
    await until(() => hello);
    jest.advanceTimersByTime(300);

    await failed;
    expect(proxy.asked.map(({ target }) => target)).toEqual(host === '127.0.0.1' ? [] : [`${host}:${port}`]);
  });
});
