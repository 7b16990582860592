import { describe, expect, test } from '@jest/globals';
import { exampleProject, type Fault, keyOf, secret, startChariot, type When } from '../../../emulator/chariot/index.js';
import { type Job, type JobOptions, judge, logOf, runJob } from '../../../harness/jobs/chariot-job.js';

const one = secret('db-password', 'correct horse battery staple');
const VALUES = ['correct horse battery staple'];

/** The number of each route's request among those of a step without faults. */
const NUMBERS = { login: 1, list: 2, decrypt: 3 } as const;
type Route = keyof typeof NUMBERS;
const routes: Route[] = ['login', 'list', 'decrypt'];
const REQUESTS = 3;

/** Runs a step with a fault at one route; by default it is over with the first request. */
function meet(route: Route, fault: Fault, options: { when?: When; inputs?: Record<string, string> } = {}) {
  const { when = { first: 1 }, inputs = {} } = options;
  const given = { secrets: 'db-password', retries: '5', ...inputs };
  return runJob({ settings: [one], inputs: given, faults: [[route, fault, when]] });
}

/** What the log says of waits, without the waits themselves and the server's number of the request. */
function waits(job: Job): string[] {
  return logOf(job)
    .filter((line) => /rying again|tried again/.test(line))
    .map((line) => line.replace(/^.*(?:GET|POST) \S+ /, '').replace(/\d+\.\d s/g, '<n> s'));
}

/** The first wait that the log tells of, in seconds. */
function firstWait(job: Job): number {
  return Number(/in (\d+\.\d) s \(try 2/.exec(logOf(job).join('\n'))?.[1]);
}

const status = (code: number, headers: Record<string, string> = {}): Fault => ({
  kind: 'answer',
  status: code,
  headers: { 'content-type': 'text/html', ...headers },
  body: '<html>no</html>',
});

describe.each(routes)('a failure of the %s that passes', (route) => {
  test.concurrent.each<[name: string, fault: Fault, said: string]>([
    ['408', status(408), 'answered 408'],
    ['425', status(425), 'answered 425'],
    ['429', status(429), 'answered 429'],
    ['500', status(500), 'answered 500'],
    ['502 with a page', status(502), 'answered 502'],
    ['503', status(503), 'answered 503'],
    ['504', status(504), 'answered 504'],
    ['a body cut short', { kind: 'cut' }, 'was cut short'],
    ['a last chunk that is missing', { kind: 'cut-chunked' }, 'was cut short'],
    ['a reset in the body', { kind: 'reset-body' }, 'was cut short'],
  ])('%s: it is sent again after one line', async (_name, fault, said) => {
    const job = await meet(route, fault);

    expect(judge(job, VALUES)).toMatchObject({ exitCode: 0, problems: [] });
    expect(waits(job)).toEqual([`${said}. Trying again in <n> s (try 2 of 6).`]);
    expect(job.requests).toHaveLength(REQUESTS + 1);
  });

  test.concurrent.each<[name: string, fault: Fault]>([
    ['before an answer', { kind: 'reset' }],
    ['in the headers', { kind: 'reset-headers' }],
  ])('a reset %s: it is sent again, on a kept connection without a word', async (_name, fault) => {
    const job = await meet(route, fault);
    const gotNone = 'got no answer: the connection was closed before one came (ECONNRESET)';

    expect(judge(job, VALUES)).toMatchObject({ exitCode: 0, problems: [] });
    expect(waits(job)).toEqual(route === 'login' ? [`${gotNone}. Trying again in <n> s (try 2 of 6).`] : []);
    expect(job.requests).toHaveLength(REQUESTS + 1);
  });

  test('stays: after the last try it is an error', async () => {
    const job = await meet(route, status(503), { when: {}, inputs: { retries: '2' } });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'server_failed' }, problems: [] });
    expect(waits(job)).toEqual([2, 3].map((n) => `answered 503. Trying again in <n> s (try ${n} of 3).`));
    expect(job.requests).toHaveLength(NUMBERS[route] + 2);
  });
});

describe('Retry-After', () => {
  const SENT = 'Wed, 01 Jan 2020 00:00:00 GMT';
  test.concurrent.each<[form: string, headers: Record<string, string>, seconds: number]>([
    ['in seconds', { 'retry-after': '1' }, 1],
    ['as a date', { 'retry-after': 'Wed, 01 Jan 2020 00:00:01 GMT', date: SENT }, 1],
    ['as a date of the older form', { 'retry-after': 'Wednesday, 01-Jan-20 00:00:01 GMT', date: SENT }, 1],
    ['that is past', { 'retry-after': 'Tue, 31 Dec 2019 23:59:00 GMT', date: SENT }, 0],
    ['that is negative', { 'retry-after': '-5' }, 0],
    ['that is nonsense', { 'retry-after': 'soon' }, 0],
  ])('%s is heeded', async (_form, headers, seconds) => {
    const job = await meet('list', status(429, headers));

    expect(judge(job, VALUES)).toMatchObject({ exitCode: 0, problems: [] });
    expect(firstWait(job)).toBeGreaterThanOrEqual(seconds);
    expect(firstWait(job)).toBeLessThanOrEqual(seconds + 0.5);
  });

  test('beyond the deadline ends the step at once', async () => {
    const job = await meet('login', status(429, { 'retry-after': '3600' }), { when: {} });

    expect(judge(job)).toMatchObject({ exitCode: 1, outputs: { error_code: 'server_failed' }, problems: [] });
    expect(waits(job)).toEqual(['answered 429. Not tried again: <n> s to wait, and <n> s are left.']);
    expect(job.requests).toHaveLength(1);
  });
});

describe('a failure that stays', () => {
  test.concurrent.each([400, 401, 403, 404, 405, 409, 410, 422])('%i to the login fails at once', async (code) => {
    const job = await meet('login', status(code), { when: {} });

    expect(job.exitCode).toBe(1);
    expect(waits(job)).toEqual([]);
    expect(job.requests).toHaveLength(1);
  });

  test.concurrent.each([400, 404])('%i to a decrypt fails at once', async (code) => {
    const job = await meet('decrypt', status(code), { when: {} });

    expect(job.exitCode).toBe(1);
    expect(waits(job)).toEqual([]);
    expect(job.requests).toHaveLength(REQUESTS);
  });

  test.concurrent.each([401, 403])('%i to a decrypt fails after one more try, since the token is new', async (code) => {
    const job = await meet('decrypt', status(code), { when: {} });

    expect(job.exitCode).toBe(1);
    expect(waits(job).map((line) => line.replace(/^.*: a/, 'a'))).toEqual([
      `answered ${code}, and the token is new. Trying again in 1 s, once.`,
    ]);
    expect(job.requests).toHaveLength(REQUESTS + 1);
  });

  test('a closed port is tried again as often as was said', async () => {
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
});

describe('a replica that has not heard of the token', () => {
  test.each([401, 403])('answers %i to a decrypt once: the step succeeds', async (code) => {
    const job = await meet('decrypt', status(code));

    expect(judge(job, VALUES)).toMatchObject({ exitCode: 0, problems: [] });
    expect(job.requests).toHaveLength(REQUESTS + 1);
  });

  test('is no reason where the token was at hand', async () => {
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

test('a storm of 503 is ridden out', async () => {
  const many = Array.from({ length: 30 }, (_, index) => secret(`secret-${index}`, `value-of-secret-${index}`));
  const inputs = { secrets: many.map(({ name }) => name).join('\n'), retries: '5' };
  const job = await runJob({ settings: many, inputs, faults: [['decrypt', status(503), { first: 10 }]] });

  expect(
    judge(
      job,
      many.map(({ value }) => String(value)),
    ),
  ).toMatchObject({ exitCode: 0, problems: [] });
  expect(job.requests).toHaveLength(2 + 30 + 10);
  expect(new Set(job.requests.map(({ target }) => target.split('?')[0])).size).toBe(2 + many.map(keyOf).length);
});
