import { describe, expect, test } from '@jest/globals';
import type { Failure, Outcome } from '../../../src/http/failure.js';
import {
  clockAheadMs,
  countTry,
  endOfWait,
  mayRepeat,
  nextWait,
  parseRetryAfter,
  type Situation,
  type Tries,
  waitBefore,
} from '../../../src/http/retry.js';
import type { HttpRequest, Repeat } from '../../../src/ports.js';
import { answer } from '../../support/fake-ports.js';

const NOW = new Date('2026-11-25T12:00:00.000Z');
const get: HttpRequest = { method: 'GET', url: new URL('https://h/'), headers: {}, purpose: 'It' };
const post: HttpRequest = { ...get, method: 'POST' };
const answered = (status: number, retryAfterMs?: number): Outcome => ({
  response: answer('', { status }),
  retryAfterMs,
  waitMs: 0,
});
const failed = (how: Partial<Failure>): Outcome => ({
  failure: {
    code: 'server_unreachable',
    what: 'failed',
    why: 'of this',
    sentence: 'it failed',
    facts: [],
    passes: true,
    sent: false,
    answered: false,
    cause: undefined,
    ...how,
  },
});

describe('mayRepeat', () => {
  type Row = readonly [what: string, outcome: Outcome, expected: Readonly<Record<Repeat, boolean>>];
  const all = { always: true, unanswered: true, unsent: true };
  const none = { always: false, unanswered: false, unsent: false };
  test.each<Row>([
    ...[408, 425, 429, 500, 501, 502, 503, 504, 599].map(
      (status): Row => [`the status ${status}`, answered(status), { ...none, always: true }],
    ),
    ...[200, 204, 304, 400, 401, 403, 404, 405, 409, 410, 418, 422].map(
      (status): Row => [`the status ${status}`, answered(status), none],
    ),
    ['a failure before it was sent', failed({}), all],
    ['a failure after it was sent', failed({ sent: true }), { always: true, unanswered: true, unsent: false }],
    ['a failure after the answer began', failed({ sent: true, answered: true }), { ...none, always: true }],
    ['a failure that stays', failed({ passes: false }), none],
  ])('Whether a request is sent again after %s depends on its repeat rule', (_what, outcome, expected) => {
    for (const repeat of ['always', 'unanswered', 'unsent'] as const) {
      expect([repeat, mayRepeat({ ...post, repeat }, outcome)]).toEqual([repeat, expected[repeat]]);
    }
  });

  test('A request without a repeat rule is repeated according to its method', () => {
    expect(mayRepeat(get, answered(503))).toBe(true);
    expect(mayRepeat(post, answered(503))).toBe(false);
    expect(mayRepeat(post, failed({ sent: true }))).toBe(false);
    expect(mayRepeat(post, failed({}))).toBe(true);
  });
});

describe('waitBefore', () => {
  test.each([
    [1, 500],
    [2, 1000],
    [3, 2000],
    [5, 8000],
    [6, 16_000],
    [7, 20_000],
    [20, 20_000],
  ])('The wait after try %i is at most %i ms, and any shorter time', (tried, most) => {
    expect([0, 0.5, 1].map((random) => waitBefore(failed({}), tried, random))).toEqual([0, most / 2, most]);
  });

  test('The wait is never shorter than the server asks', () => {
    expect([0, 1].map((random) => waitBefore(answered(503, 7000), 1, random))).toEqual([7000, 7500]);
  });

  test('After 429, the waits are four times as long, but not longer than the longest wait', () => {
    expect([1, 2, 4, 5].map((tried) => waitBefore(answered(429), tried, 1))).toEqual([2000, 4000, 16_000, 20_000]);
  });
});

describe('parseRetryAfter', () => {
  const DATE = 'Wed, 25 Nov 2026 11:00:00 GMT';
  test.each<[value: string | undefined, date: string | undefined, ms: number | undefined]>([
    [undefined, DATE, undefined],
    ['', DATE, undefined],
    ['120', undefined, 120_000],
    [' 5 ', undefined, 5000],
    ['0', undefined, 0],
    ['-1', undefined, 0],
    ['1.5', undefined, 1500],
    ['1.25', undefined, 1250],
    ['Wed, 25 Nov 2026 12:00:10 GMT', undefined, 10_000],
    ['Wed, 25 Nov 2026 11:00:10 GMT', DATE, 10_000],
    ['Wednesday, 25-Nov-26 11:00:10 GMT', DATE, 10_000],
    ['Wed Nov 25 11:00:10 2026', DATE, 10_000],
    // Some servers write a date as mail does.
    ['Wed, 25 Nov 2026 10:00:10 -0100', DATE, 10_000],
    ['Wed, 25 Nov 2026 10:00:00 GMT', DATE, 0],
    ['Wed, 25 Nov 2026 12:00:10 GMT', 'no date', 10_000],
    ['soon', DATE, undefined],
    ['1e3', DATE, undefined],
    ['2026-11-25', DATE, undefined],
    ['120, 60', DATE, undefined],
    ['after Wed, 25 Nov 2026 12:00:10 GMT', DATE, undefined],
  ])('The value %j, with the date %j, is a wait of %j ms', (value, date, ms) => {
    expect(parseRetryAfter(value, date, NOW)).toBe(ms);
  });
});

describe('endOfWait', () => {
  test.each<[ms: number | undefined, end: string | undefined]>([
    [undefined, undefined],
    [0, '2026-11-25T12:00:00.000Z'],
    [90_000, '2026-11-25T12:01:30.000Z'],
    [366 * 86_400_000, '2027-11-26T12:00:00.000Z'],
    [366 * 86_400_000 + 1, undefined],
    [1e15, undefined],
    // No Date is so late.
    [1e23, undefined],
  ])('A wait of %s ms ends at %s', (ms, end) => {
    expect(endOfWait(ms, NOW)?.toISOString()).toBe(end);
  });
});

describe('clockAheadMs', () => {
  test.each<[date: string | undefined, ms: number | undefined]>([
    ['Wed, 25 Nov 2026 11:59:00 GMT', 60_000],
    ['Wed Nov 25 12:00:10 2026', -10_000],
    [undefined, undefined],
    // Date.parse reads a year and a month in these texts.
    ['0', undefined],
    ['garbage 5', undefined],
  ])('For the date "%s", this clock is ahead by %s ms', (date, ms) => {
    expect(clockAheadMs(date, NOW)).toBe(ms);
  });
});

describe('countTry', () => {
  test.each<[what: string, outcome: Outcome, limited: number]>([
    ['An answer with 429', answered(429), 3],
    ['An answer with 503', answered(503), 2],
    ['A failure', failed({}), 2],
  ])('%s counts as a try, and only 429 counts as a limit', (_what, outcome, limited) => {
    expect(countTry({ all: 4, limited: 2 }, outcome)).toEqual({ all: 5, limited });
  });
});

describe('nextWait', () => {
  /** The wait before another try, and the line of the log. */
  function decide(outcome: Outcome, more: Partial<Situation> = {}, tried: number | Tries = 1) {
    const lines: string[] = [];
    const keep = (line: string) => void lines.push(line);
    const log = { debug: keep, info: keep, notice: keep, warning: keep };
    const wait = nextWait(outcome, typeof tried === 'number' ? { all: tried, limited: 0 } : tried, {
      request: get,
      retries: 2,
      left: 20_000,
      longestWaitMs: undefined,
      log,
      ...more,
    });
    return { wait, lines };
  }

  test('Another try is announced with the reason, the wait and its number', () => {
    const { wait = Number.NaN, lines } = decide(answered(503, 7000));

    expect(wait).toBeGreaterThanOrEqual(7000);
    expect(lines).toEqual([
      `It: GET https://h/ answered 503. Trying again in ${(wait / 1000).toFixed(1)} s (try 2 of 3).`,
    ]);
  });

  test('Another try after a failure is announced with the sentence of the failure', () => {
    expect(decide(failed({})).lines).toEqual([
      expect.stringMatching(/^It: it failed\. Trying again in 0\.\d s \(try 2/),
    ]);
  });

  test('A wait beyond the deadline is announced, and there is no further try', () => {
    const { wait, lines } = decide(answered(429, 3_600_000), { left: 5000 });

    expect(wait).toBeUndefined();
    expect(lines).toEqual([
      expect.stringMatching(
        /^It: GET https:\/\/h\/ answered 429\. Not trying again: the wait would be 360[0-2]\.\d s, but only 5\.0 s are left\.$/,
      ),
    ]);
  });

  test('A wait that would take all the time that is left is not begun', () => {
    const outcome = answered(503, 7000);

    expect(decide(outcome, { longestWaitMs: 1000, left: 1000 }).wait).toBeUndefined();
    expect(decide(outcome, { longestWaitMs: 1000, left: 1001 }).wait).toBe(1000);
  });

  test('A limit of the wait applies even if the server asks for more', () => {
    expect(decide(answered(429, 3_600_000), { longestWaitMs: 1000 }).wait).toBe(1000);
  });

  test('An answer with 429 uses up no retry, so there is another try until the deadline', () => {
    const { wait = Number.NaN, lines } = decide(answered(429), {}, { all: 9, limited: 9 });

    expect(wait).toBeLessThan(20_000);
    expect(lines).toEqual([`It: GET https://h/ answered 429. Trying again in ${(wait / 1000).toFixed(1)} s (try 10).`]);
  });

  test('A failure after answers with 429 uses up a retry', () => {
    expect(decide(answered(503), {}, { all: 9, limited: 7 }).wait).toEqual(expect.any(Number));
    expect(decide(answered(503), {}, { all: 9, limited: 6 }).wait).toBeUndefined();
  });

  test('Without retries, an answer with 429 is the last one', () => {
    expect(decide(answered(429), { retries: 0 }, { all: 1, limited: 1 })).toEqual({ wait: undefined, lines: [] });
  });

  test.each<[name: string, outcome: Outcome, tried: number]>([
    ['After the last try, there is no further try', answered(503), 3],
    ['After a failure that stays, there is no further try', failed({ passes: false }), 1],
  ])('%s, and no line', (_name, outcome, tried) => {
    expect(decide(outcome, {}, tried)).toEqual({ wait: undefined, lines: [] });
  });
});
