import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { beginProgress, NO_LIMIT_MS, watchSocket } from '../../../src/http/progress.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const limits = { connectMs: 100, silenceMs: 1000 };

/** A try, with the phase that messages show and the error that it stalls with. */
function begin(silenceMs = limits.silenceMs) {
  const position = { phase: '' };
  const progress = beginProgress({ ...limits, silenceMs }, position);
  const stalls: unknown[] = [];
  progress.stalled.catch((error) => stalls.push(error.problem));
  return { position, progress, stalls };
}

describe('beginProgress', () => {
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
