import { describe, expect, test } from '@jest/globals';
import { exampleProject, type Fault, keyOf, secret, startChariot, type When } from '../../../emulator/chariot/index.js';
import { type Job, type JobOptions, judge, logOf, runJob } from '../../../harness/jobs/chariot-job.js';

const one = secret('db-password', 'correct horse battery staple');
const VALUES = ['correct horse battery staple'];

/** The number of each route's request among those of a step without faults. */
const NUMBERS = { login: 1, list: 2, decrypt: 3 } as const;
type Route = keyof typeof NUMBERS;
const REQUESTS = 3;

/** Runs a step with a fault at one route; by default only the first request meets the fault. */
function meet(route: Route, fault: Fault, options: { when?: When; inputs?: Record<string, string> } = {}) {
  const { when = { first: 1 }, inputs = {} } = options;
  const given = { secrets: 'db-password', retries: '5', ...inputs };
  return runJob({ settings: [one], inputs: given, faults: [[route, fault, when]] });
}

/** The lines of the log about waits, without their lengths and the server's number of the request. */
function waits(job: Job): string[] {
  return logOf(job)
    .filter((line) => /rying again/.test(line))
    .map((line) => line.replace(/^.*(?:GET|POST) \S+ /, '').replace(/\d+\.\d s/g, '<n> s'));
}

/** The first wait that the log contains, in seconds. */
function firstWait(job: Job): number {
  return Number(/in (\d+\.\d) s \(try 2/.exec(logOf(job).join('\n'))?.[1]);
}

const status = (code: number, headers: Record<string, string> = {}): Fault => ({
  kind: 'answer',
  status: code,
  headers: { 'content-type': 'text/html', ...headers },
  body: '<html>no</html>',
});

// All statuses, failures and forms of Retry-After are rows of __tests__/unit/http/retry.test.ts and transport.test.ts.
describe('A failure that passes', () => {
  test.concurrent.each<[name: string, route: Route, fault: Fault, what: string, tries?: string]>([
    ['A login that is answered with 503 is sent again', 'login', status(503), 'answered 503'],
    [
      'A list that is cut short is requested again',
      'list',
      { kind: 'cut' },
      'got an unusable answer: the body was cut short',
    ],
    ['A decryption that is answered with 429 is requested again', 'decrypt', status(429), 'answered 429', 'try 2'],
  ])('%s after one line', async (...[, route, fault, what, tries = 'try 2 of 6']) => {
    const job = await meet(route, fault);

    expect(judge(job, VALUES)).toMatchObject({ exitCode: 0, problems: [] });
    expect(waits(job)).toEqual([`${what}. Trying again in <n> s (${tries}).`]);
    expect(job.requests).toHaveLength(REQUESTS + 1);
  });

  test.concurrent.each<[name: string, route: Route, lines: string[]]>([
    [
      'A reset of a new connection is a try of its own',
      'login',
      ['got no answer: the connection was closed before the answer (ECONNRESET). Trying again in <n> s (try 2 of 6).'],
    ],
    ['A reset of a kept connection is not a try', 'list', []],
  ])('%s', async (_name, route, lines) => {
    const job = await meet(route, { kind: 'reset' });

    expect(judge(job, VALUES)).toMatchObject({ exitCode: 0, problems: [] });
    expect(waits(job)).toEqual(lines);
    expect(job.requests).toHaveLength(REQUESTS + 1);
  });

  test.concurrent.each<[name: string, route: Route]>([
    ['If the login fails in each try, the step fails after the last one', 'login'],
    ['If the decryption fails in each try, the step fails after the last one', 'decrypt'],
  ])('%s', async (_name, route) => {
    const job = await meet(route, status(503), { when: {}, inputs: { retries: '2' } });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'server_failed' }, problems: [] });
    expect(waits(job)).toEqual([2, 3].map((n) => `answered 503. Trying again in <n> s (try ${n} of 3).`));
    expect(job.requests).toHaveLength(NUMBERS[route] + 2);
  });

  test('If the server limits requests, a login is sent again more often than `retries` until it is answered', async () => {
    const job = await meet('login', status(429), { when: { first: 2 }, inputs: { retries: '1' } });

    expect(judge(job, VALUES)).toMatchObject({ exitCode: 0, problems: [] });
    expect(waits(job)).toEqual([2, 3].map((n) => `answered 429. Trying again in <n> s (try ${n}).`));
  }, 30_000);

  test('If nothing listens on the port, each retry is used', async () => {
    const closed = await startChariot();
    await closed.close();
    const job = await runJob({ inputs: { url: closed.url, retries: '2', project_id: '' } });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'server_unreachable' }, problems: [] });
    expect(waits(job)).toEqual(
      [2, 3].map(
        (n) =>
          `was refused: nothing listens on this port of the host (ECONNREFUSED). Trying again in <n> s (try ${n} of 3).`,
      ),
    );
  });

  test('A step survives many answers with the status 503', async () => {
    const many = Array.from({ length: 30 }, (_, index) => secret(`secret-${index}`, `value-of-secret-${index}`));
    const inputs = { secrets: many.map(({ name }) => name).join('\n'), retries: '5' };
    const job = await runJob({ settings: many, inputs, faults: [['decrypt', status(503), { first: 10 }]] });
    const values = many.map(({ value }) => String(value));

    expect(judge(job, values)).toMatchObject({ exitCode: 0, problems: [] });
    expect(job.requests).toHaveLength(2 + 30 + 10);
    expect(new Set(job.requests.map(({ target }) => target.split('?')[0])).size).toBe(2 + many.map(keyOf).length);
  });
});

describe('Retry-After', () => {
  const SENT = 'Wed, 01 Jan 2020 00:00:00 GMT';
  test.concurrent.each<[name: string, headers: Record<string, string>]>([
    ['The seconds in Retry-After are the shortest wait', { 'retry-after': '1' }],
    [
      'The date in Retry-After is the end of the shortest wait',
      { 'retry-after': 'Wed, 01 Jan 2020 00:00:01 GMT', date: SENT },
    ],
  ])('%s', async (_name, headers) => {
    const job = await meet('list', status(429, headers));

    expect(judge(job, VALUES)).toMatchObject({ exitCode: 0, problems: [] });
    expect(firstWait(job)).toBeGreaterThanOrEqual(1);
    expect(firstWait(job)).toBeLessThanOrEqual(3);
  });

  test('A wait beyond the deadline ends the step at once', async () => {
    const job = await meet('login', status(429, { 'retry-after': '3600' }), { when: {} });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'server_failed' }, problems: [] });
    expect(waits(job)).toEqual(['answered 429. Not trying again: the wait would be <n> s, but only <n> s are left.']);
    expect(job.requests).toHaveLength(1);
  });
});

describe('A failure that stays', () => {
  test.concurrent.each<[name: string, route: Route, code: number]>([
    ['A login that is answered with 401 fails at once', 'login', 401],
    ['A decryption that is answered with 404 fails at once', 'decrypt', 404],
  ])('%s', async (_name, route, code) => {
    const job = await meet(route, status(code), { when: {} });

    expect(job.exitCode).toBe(1);
    expect(waits(job)).toEqual([]);
    expect(job.requests).toHaveLength(NUMBERS[route]);
  });
});

describe('A replica that does not know the token yet', () => {
  test('If a decryption with a new token is answered with 403, it is requested once more', async () => {
    const job = await meet('decrypt', status(403), { when: {} });

    expect(job.exitCode).toBe(1);
    expect(waits(job).map((line) => line.replace(/^.*: a/, 'a'))).toEqual([
      'answered 403. The server may not know the new token yet. Trying again once in 1 s.',
    ]);
    expect(job.requests).toHaveLength(REQUESTS + 1);
  });

  test('If only the first decryption with a new token is answered with 401, the step succeeds', async () => {
    const job = await meet('decrypt', status(401));

    expect(judge(job, VALUES)).toMatchObject({ exitCode: 0, problems: [] });
    expect(job.requests).toHaveLength(REQUESTS + 1);
  });

  test('If the token was supplied, a decryption that is answered with 403 is not requested again', async () => {
    const inputs: JobOptions['inputs'] = (chariot) => ({
      client_id: '',
      client_secret: '',
      bearer_token: chariot.issueToken({ clientId: 'w', clientSecret: 's', roles: { [exampleProject.id]: 'Writer' } }),
      secrets: 'db-password',
    });
    const job = await runJob({ settings: [one], inputs, faults: [['decrypt', status(403)]] });

    expect(job.exitCode).toBe(1);
    expect(job.requests.filter(({ route }) => route === 'decrypt')).toHaveLength(1);
  });
});
