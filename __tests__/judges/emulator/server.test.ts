import { Agent, get } from 'node:http';
import { afterEach, expect, jest, test } from '@jest/globals';
import { type Chariot, ksuid, secret, startChariot } from '../../../emulator/chariot/index.js';
import { until } from './until.js';

const ME = '/api/identity/v2/users/me/';

const running: Chariot[] = [];
afterEach(async () => {
  jest.useRealTimers();
  for (const chariot of running.splice(0)) await chariot.close();
});

async function start(port = 0): Promise<Chariot> {
  const chariot = await startChariot({}, { port });
  running.push(chariot);
  return chariot;
}

test('The request log contains each request as the client sent it', async () => {
  const chariot = await start();
  const headers = { 'X-A': '1', 'content-type': 'application/x-www-form-urlencoded' };
  const before = Date.now();
  const { headers: answered } = await fetch(`${chariot.url}/auth/client/v2/chariot/login?%41`, {
    method: 'POST',
    headers,
    body: 'é=1',
  });
  const [request] = chariot.requests;
  const sent = {
    method: 'POST',
    target: '/auth/client/v2/chariot/login?%41',
    body: 'é=1',
    status: 400,
    route: 'login',
  };
  expect(request).toMatchObject({ ...sent, connection: 1, requestId: answered.get('x-request-id') });
  expect(request?.headers).toMatchObject({ 'x-a': '1', host: `127.0.0.1:${chariot.port}` });
  expect(request?.rawHeaders).toEqual(expect.arrayContaining(['X-A', '1']));
  expect(request?.at).toBeGreaterThanOrEqual(before);
  expect(request?.at).toBeLessThanOrEqual(Date.now());
});

test('The values of a repeated header are joined', async () => {
  const chariot = await start();
  await new Promise((resolve) => get(chariot.url, { headers: { 'X-A': ['1', '2'] } }, resolve));
  expect(chariot.requests[0]?.headers['x-a']).toBe('1, 2');
});

test('Connections and simultaneous requests are counted', async () => {
  const chariot = await start();
  const visit = (agent: Agent) =>
    new Promise((resolve) => get(chariot.url, { agent }, (answer) => answer.resume().on('end', resolve)));
  const [one, many] = [new Agent({ keepAlive: true, maxSockets: 1 }), new Agent({ keepAlive: true })];
  await Promise.all([visit(one), visit(one), visit(one)]);
  expect([chariot.connections(), chariot.maxConcurrent()]).toEqual([1, 1]);
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  chariot.setFault('all', { kind: 'latency', ms: 100 });
  const answered = [visit(many), visit(many), visit(many)];
  await until(() => jest.getTimerCount() === answered.length);
  jest.runAllTimers();
  await Promise.all(answered);
  expect([chariot.connections(), chariot.maxConcurrent()]).toEqual([4, 3]);
  expect(chariot.requests.map(({ connection }) => connection).sort()).toEqual([1, 1, 1, 2, 3, 4]);
});

test('`close` ends a waiting request and frees the port', async () => {
  const chariot = await start();
  chariot.setFault('me', { kind: 'stall' });
  const waiting = fetch(chariot.url + ME).then(String, () => 'ended');
  await until(() => chariot.requests.length > 0);
  await chariot.close();
  await chariot.close();
  expect(await waiting).toBe('ended');
  const again = await start(chariot.port);
  expect(again.url).toBe(chariot.url);
});

test('An id contains its time, and the same seed makes the same id', () => {
  // Chariot's own sample: the first characters are its `_updated_at`.
  expect(ksuid(1_722_887_562, 'any')).toMatch(/^2kFmB[0-9A-Za-z]{22}$/);
  expect(ksuid(1_400_000_000, 'any')).toHaveLength(27);
  expect(secret('a', 1)).toEqual(secret('a', 1));
  expect(secret('a', 1).id).not.toBe(secret('a', 2).id);
});
