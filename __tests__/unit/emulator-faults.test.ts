import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Chariot, exampleProject, exampleWriter, type Fault, startChariot } from '../../emulator/chariot/index.js';

const ME = '/api/identity/v2/users/me/';
const PROJECT = `/api/identity/v2/settings/project/${exampleProject.id}`;
// Silence is only waited for where it is expected.
const PATIENCE = { usual: 4000, stalled: 300 };

let chariot: Chariot;
let whole: string;
let agent: Agent;
beforeEach(async () => {
  agent = new Agent({ keepAlive: true });
  chariot = await startChariot();
  whole = (await ask()).body.toString();
});
afterEach(async () => {
  await chariot.close();
  agent.destroy();
});

interface Outcome {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly end: string;
}

/** Asks, and tells how it ended: whole, an error's code, or silence after a while; then hangs up. */
function ask(path = ME, patience = PATIENCE.usual, limit = Number.POSITIVE_INFINITY): Promise<Outcome> {
  return new Promise((resolve) => {
    let [body, response]: [Buffer, IncomingMessage | undefined] = [Buffer.alloc(0), undefined];
    const headers = { authorization: `Bearer ${chariot.issueToken(exampleWriter)}` };
    const request = get(chariot.url + path, { headers, agent });
    const finish = (end: string) => {
      clearTimeout(timer);
      resolve({ status: response?.statusCode, headers: response?.headers ?? {}, body, end });
      if (end !== 'whole') request.destroy();
    };
    const timer = setTimeout(finish, patience, 'silence');
    request.on('error', (error) => finish('code' in error ? String(error.code) : error.message));
    request.on('response', (message) => {
      response = message.on('error', (error) => finish('code' in error ? String(error.code) : error.message));
      message
        .on('end', () => finish('whole'))
        .on('data', (chunk: Buffer) => {
          timer.refresh();
          body = Buffer.concat([body, chunk]);
          if (body.length > limit) finish('limit');
        });
    });
  });
}

function half(text: string): string {
  return text.slice(0, text.length / 2);
}

const page = '<html>502</html>';

describe('a fault', () => {
  test.each<[Fault, () => { status?: number | undefined; end: string; text: string }]>([
    [{ kind: 'status', status: 500 }, () => ({ status: 500, end: 'whole', text: '{"error":"status 500"}' })],
    [
      { kind: 'status', status: 502, body: page, contentType: 'text/html' },
      () => ({ status: 502, end: 'whole', text: page }),
    ],
    [
      { kind: 'answer', status: 418, headers: { 'x-a': ['1', '2'] }, body: 'a' },
      () => ({ status: 418, end: 'whole', text: 'a' }),
    ],
    [{ kind: 'empty' }, () => ({ status: 200, end: 'whole', text: '' })],
    [{ kind: 'broken-json' }, () => ({ status: 200, end: 'whole', text: half(whole) })],
    [{ kind: 'cut' }, () => ({ status: 200, end: 'ECONNRESET', text: half(whole) })],
    [{ kind: 'cut', part: 0 }, () => ({ status: 200, end: 'ECONNRESET', text: '' })],
    [{ kind: 'cut', part: 1 }, () => ({ status: 200, end: 'ECONNRESET', text: whole })],
    [{ kind: 'cut-chunked' }, () => ({ status: 200, end: 'ECONNRESET', text: half(whole) })],
    [{ kind: 'cut-chunked', part: 1 }, () => ({ status: 200, end: 'ECONNRESET', text: whole })],
    [{ kind: 'stall' }, () => ({ status: undefined, end: 'silence', text: '' })],
    [{ kind: 'stall-headers' }, () => ({ status: undefined, end: 'silence', text: '' })],
    [{ kind: 'stall-body' }, () => ({ status: 200, end: 'silence', text: half(whole) })],
    [{ kind: 'reset' }, () => ({ status: undefined, end: 'ECONNRESET', text: '' })],
    [{ kind: 'redirect', location: '/x' }, () => ({ status: 302, end: 'whole', text: '' })],
    [{ kind: 'redirect', location: '/x', status: 308 }, () => ({ status: 308, end: 'whole', text: '' })],
    [{ kind: 'drip', ms: 1 }, () => ({ status: 200, end: 'whole', text: whole })],
    [{ kind: 'drip', ms: 60_000 }, () => ({ status: 200, end: 'silence', text: '' })],
    [{ kind: 'latency', ms: 1 }, () => ({ status: 200, end: 'whole', text: whole })],
  ])('%j', async (fault, expected) => {
    chariot.setFault('me', fault);
    const patience = expected().end === 'silence' ? PATIENCE.stalled : PATIENCE.usual;
    const { status, end, body, headers } = await ask(ME, patience);
    expect({ status, end, text: body.toString() }).toEqual(expected());
    if (fault.kind === 'redirect') expect(headers['location']).toBe('/x');
    if (fault.kind === 'answer') expect(headers['x-a']).toBe('1, 2');
    expect(await ask(`${PROJECT}/`)).toMatchObject({ status: 200, end: 'whole' });
  });

  test('html is a page', async () => {
    chariot.setFault('me', { kind: 'html' });
    const { status, headers, body } = await ask();
    expect([status, headers['content-type'], `${body}`.slice(0, 9)]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<!doctype',
    ]);
  });

  test('gzip is the real body', async () => {
    chariot.setFault('me', { kind: 'gzip' });
    const { headers, body } = await ask();
    expect([headers['content-encoding'], gunzipSync(body).toString()]).toEqual(['gzip', whole]);
  });

  test('huge has so many MiB, or no end', async () => {
    chariot.setFault('me', { kind: 'huge', mebibytes: 2 });
    const { end, body } = await ask();
    expect([end, body.length]).toEqual(['whole', 2 * 1024 * 1024 + '{"data":""}'.length]);
    chariot.setFault('me', { kind: 'huge' });
    expect((await ask(ME, PATIENCE.usual, 8_000_000)).end).toBe('limit');
  });

  test.each<[Fault, () => number]>([
    [{ kind: 'drip', ms: 5 }, () => 4 * whole.length],
    [{ kind: 'latency', ms: 200 }, () => 190],
  ])('%j takes its time, also beside another', async (fault, least) => {
    chariot.setFault('all', fault);
    if (fault.kind === 'latency') chariot.setFault('me', { kind: 'status', status: 500 });
    const start = performance.now();
    expect(await ask()).toMatchObject({ end: 'whole', status: fault.kind === 'latency' ? 500 : 200 });
    expect(performance.now() - start).toBeGreaterThan(least());
  });

  test('stall-headers sends some of them', async () => {
    chariot.setFault('all', { kind: 'stall-headers' });
    const socket = connect(chariot.port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
    const text = await new Promise((resolve) => socket.once('data', (data) => resolve(data.toString())));
    expect(text).toMatch(/^HTTP\/1\.1 404 [\s\S]+\r\nX-Requ$/);
    socket.destroy();
  });
});
