import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  type Chariot,
  exampleProject,
  exampleWriter,
  type Fault,
  startChariot,
} from '../../../emulator/chariot/index.js';
import { until } from './until.js';

const ME = '/api/identity/v2/users/me/';
const LIST = `/api/identity/v2/settings/project/${exampleProject.id}/`;

let chariot: Chariot;
let whole: string;
let agent: Agent;
beforeEach(async () => {
  agent = new Agent({ keepAlive: true });
  chariot = await startChariot();
  whole = (await receive().ended).text;
});
afterEach(async () => {
  jest.useRealTimers();
  await chariot.close();
  agent.destroy();
});

/** What a client has received so far; `end` is how it ended: `whole`, an error's code, or `open`. */
interface Received {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  body: Buffer;
  text: string;
  end: string;
}

/** Sends a request. `ended` resolves when the answer is complete or the connection fails. */
function receive(path = ME, limit = Number.POSITIVE_INFINITY) {
  const received: Received = { status: undefined, headers: {}, body: Buffer.alloc(0), text: '', end: 'open' };
  const headers = { authorization: `Bearer ${chariot.issueToken(exampleWriter)}` };
  const request = get(chariot.url + path, { headers, agent });
  const ended = new Promise<Received>((resolve) => {
    const finish = (end: string) => {
      received.end = end;
      resolve(received);
    };
    const fail = (error: Error) => finish('code' in error ? String(error.code) : error.message);
    request.on('error', fail).on('response', (message) => {
      Object.assign(received, { status: message.statusCode, headers: message.headers });
      message.on('error', fail).on('end', () => finish('whole'));
      message.on('data', (chunk: Buffer) => {
        received.body = Buffer.concat([received.body, chunk]);
        received.text = received.body.toString();
        if (received.body.length <= limit) return;
        finish('limit');
        request.destroy();
      });
    });
  });
  return { received, ended };
}

/** Waits until the server has handled all requests, and everything that it sent has arrived. */
async function settle(): Promise<void> {
  // Answers on other connections follow whatever the server sent before.
  for (const path of [LIST, LIST]) await receive(path).ended;
}

function half(text: string): string {
  return text.slice(0, text.length / 2);
}

const page = '<html>502</html>';

type Outcome = Pick<Received, 'status' | 'end' | 'text'>;

describe('faults', () => {
  const complete = (status: number, text: string): Outcome => ({ status, end: 'whole', text });
  const reset = (text: string): Outcome => ({ status: 200, end: 'ECONNRESET', text });
  test.each<[string, Fault, () => Outcome]>([
    ['status returns a JSON error', { kind: 'status', status: 500 }, () => complete(500, '{"error":"status 500"}')],
    [
      'status can return another body',
      { kind: 'status', status: 502, body: page, contentType: 'text/html' },
      () => complete(502, page),
    ],
    [
      'answer returns any answer',
      { kind: 'answer', status: 418, headers: { 'x-a': ['1', '2'] }, body: 'a' },
      () => complete(418, 'a'),
    ],
    ['empty returns an empty body', { kind: 'empty' }, () => complete(200, '')],
    ['broken-json returns half of the body', { kind: 'broken-json' }, () => complete(200, half(whole))],
    ['cut closes the connection after half of the body', { kind: 'cut' }, () => reset(half(whole))],
    ['cut can close the connection before the body', { kind: 'cut', part: 0 }, () => reset('')],
    ['cut can close the connection after the body', { kind: 'cut', part: 1 }, () => reset(whole)],
    ['cut-chunked closes the connection after half of the body', { kind: 'cut-chunked' }, () => reset(half(whole))],
    ['cut-chunked can close the connection after the body', { kind: 'cut-chunked', part: 1 }, () => reset(whole)],
    ['reset resets the connection', { kind: 'reset' }, () => ({ ...reset(''), status: undefined })],
    [
      'reset-headers resets the connection in the headers',
      { kind: 'reset-headers' },
      () => ({ ...reset(''), status: undefined }),
    ],
    ['reset-body resets the connection in the body', { kind: 'reset-body' }, () => reset(half(whole))],
    ['redirect returns 302 by default', { kind: 'redirect', location: '/x' }, () => complete(302, '')],
    ['redirect can return another status', { kind: 'redirect', location: '/x', status: 308 }, () => complete(308, '')],
    ['drip returns the whole body', { kind: 'drip', ms: 1 }, () => complete(200, whole)],
    ['latency returns the whole body', { kind: 'latency', ms: 1 }, () => complete(200, whole)],
  ])('The fault %s', async (_name, fault, expected) => {
    chariot.setFault('me', fault);
    const { status, end, text, headers } = await receive().ended;
    expect({ status, end, text }).toEqual(expected());
    if (fault.kind === 'redirect') expect(headers['location']).toBe('/x');
    if (fault.kind === 'answer') expect(headers['x-a']).toBe('1, 2');
    expect(await receive(LIST).ended).toMatchObject({ status: 200, end: 'whole' });
  });

  test.each<[string, Fault, () => Outcome]>([
    ['stall sends nothing', { kind: 'stall' }, () => ({ status: undefined, end: 'open', text: '' })],
    ['stall-headers sends no body', { kind: 'stall-headers' }, () => ({ status: undefined, end: 'open', text: '' })],
    [
      'stall-body sends half of the body',
      { kind: 'stall-body' },
      () => ({ status: 200, end: 'open', text: half(whole) }),
    ],
    ['drip sends no byte at first', { kind: 'drip', ms: 60_000 }, () => ({ status: 200, end: 'open', text: '' })],
  ])('The fault %s and leaves the connection open', async (_name, fault, expected) => {
    chariot.setFault('me', fault);
    const { received } = receive();
    await until(() => chariot.requests.filter(({ route }) => route === 'me').length === 2);
    await settle();
    const { status, end, text } = received;
    expect({ status, end, text }).toEqual(expected());
    expect(await receive(LIST).ended).toMatchObject({ status: 200, end: 'whole' });
  });

  test('The fault html returns a page with status 200', async () => {
    chariot.setFault('me', { kind: 'html' });
    const { status, headers, text } = await receive().ended;
    expect([status, headers['content-type'], text.slice(0, 9)]).toEqual([200, 'text/html; charset=utf-8', '<!doctype']);
  });

  test('The fault gzip returns the whole body, compressed', async () => {
    chariot.setFault('me', { kind: 'gzip' });
    const { headers, body } = await receive().ended;
    expect([headers['content-encoding'], gunzipSync(body).toString()]).toEqual(['gzip', whole]);
  });

  test('The fault huge returns a body of a set size, or a body without an end', async () => {
    chariot.setFault('me', { kind: 'huge', mebibytes: 2 });
    const { end, body } = await receive().ended;
    expect([end, body.length]).toEqual(['whole', 2 * 1024 * 1024 + '{"data":""}'.length]);
    chariot.setFault('me', { kind: 'huge' });
    expect((await receive(ME, 8_000_000).ended).end).toBe('limit');
  });

  test('The fault drip sends one byte each time the interval has passed', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    chariot.setFault('me', { kind: 'drip', ms: 5 });
    const { received, ended } = receive();
    await until(() => jest.getTimerCount() === 1);
    for (const [ms, bytes] of [
      [4, 0],
      [1, 1],
      [10, 3],
    ] as const) {
      jest.advanceTimersByTime(ms);
      await until(() => received.body.length >= bytes || received.end !== 'open');
      await settle();
      expect([received.text, received.end]).toEqual([whole.slice(0, bytes), 'open']);
    }
    jest.advanceTimersByTime(5 * whole.length);
    expect(await ended).toMatchObject({ text: whole, end: 'whole' });
  });

  test('The fault latency delays the answer, also together with another fault', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    chariot.setFault('me', { kind: 'latency', ms: 200 });
    chariot.setFault('me', { kind: 'status', status: 500 });
    const { received, ended } = receive();
    await until(() => jest.getTimerCount() === 1);
    jest.advanceTimersByTime(199);
    await settle();
    expect(received.end).toBe('open');
    jest.advanceTimersByTime(1);
    expect(await ended).toMatchObject({ end: 'whole', status: 500 });
  });

  test('The fault held waits for an event, also together with another fault', async () => {
    let release = () => {};
    chariot.setFault('me', { kind: 'held', until: new Promise<void>((resolve) => (release = resolve)) });
    chariot.setFault('me', { kind: 'status', status: 500 });
    const { received, ended } = receive();
    await until(() => chariot.requests.length === 2);
    await settle();
    expect(received.end).toBe('open');
    release();
    expect(await ended).toMatchObject({ end: 'whole', status: 500 });
  });

  test('The fault stall-headers sends a part of the headers', async () => {
    chariot.setFault('all', { kind: 'stall-headers' });
    const socket = connect(chariot.port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
    const text = await new Promise((resolve) => socket.once('data', (data) => resolve(data.toString())));
    expect(text).toMatch(/^HTTP\/1\.1 404 [\s\S]+\r\nX-Requ$/);
    socket.destroy();
  });
});
