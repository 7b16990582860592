import { describe, expect, test } from '@jest/globals';
import type { Failure, Outcome } from '../../../src/http/failure.js';
import { mayRepeat, parseRetryAfter, waitBefore } from '../../../src/http/retry.js';
import type { HttpRequest, Repeat } from '../../../src/ports.js';
import { answer } from '../../support/fake-ports.js';

const NOW = new Date('2026-11-25T12:00:00.000Z');
const get: HttpRequest = { method: 'GET', url: new URL('https://h/'), headers: {}, purpose: 'It' };
const post: HttpRequest = { ...get, method: 'POST' };
const answered = (status: number, retryAfterMs?: number): Outcome => ({
  response: answer('', { status }),
  retryAfterMs,
});
const failed = (how: Partial<Failure>): Outcome => ({
  failure: {
    code: 'server_unreachable',
    what: 'failed',
    sentence: 'it failed',
    passes: true,
    sent: false,
    answered: false,
    cause: undefined,
    ...how,
  },
});

describe('whether a request is sent again', () => {
  type Row = readonly [what: string, outcome: Outcome, expected: Readonly<Record<Repeat, boolean>>];
  const all = { always: true, unanswered: true, unsent: true };
  const none = { always: false, unanswered: false, unsent: false };
  test.each<Row>([
    ...[408, 425, 429, 500, 501, 502, 503, 504, 599].map(
      (status): Row => [`after ${status}`, answered(status), { ...none, always: true }],
    ),
    ...[200, 204, 304, 400, 401, 403, 404, 405, 409, 418].map(
      (status): Row => [`after ${status}`, answered(status), none],
    ),
    ['before it was sent', failed({}), all],
    ['after it was sent', failed({ sent: true }), { always: true, unanswered: true, unsent: false }],
    ['after an answer began', failed({ sent: true, answered: true }), { ...none, always: true }],
    ['after a failure that stays', failed({ passes: false }), none],
  ])('%s', (_what, outcome, expected) => {
    for (const repeat of ['always', 'unanswered', 'unsent'] as const) {
      expect([repeat, mayRepeat({ ...post, repeat }, outcome)]).toEqual([repeat, expected[repeat]]);
    }
  });

  test('is by the method where the request does not say', () => {
    expect(mayRepeat(get, answered(503))).toBe(true);
    expect(mayRepeat(post, answered(503))).toBe(false);
    expect(mayRepeat(post, failed({ sent: true }))).toBe(false);
    expect(mayRepeat(post, failed({}))).toBe(true);
  });
});

describe('the wait before the next try', () => {
  test.each([
    [1, 500],
    [2, 1000],
    [3, 2000],
    [5, 8000],
    [6, 10_000],
    [20, 10_000],
  ])('after %i tries is at most %i ms, and anything below', (tried, most) => {
    expect([0, 0.5, 1].map((random) => waitBefore(failed({}), tried, random))).toEqual([0, most / 2, most]);
  });

  test('is never shorter than the server asks', () => {
    expect([0, 1].map((random) => waitBefore(answered(429, 7000), 1, random))).toEqual([7000, 7500]);
  });
});

describe('Retry-After', () => {
  const DATE = 'Wed, 25 Nov 2026 11:00:00 GMT';
  test.each<[value: string | undefined, date: string | undefined, ms: number | undefined]>([
    [undefined, DATE, undefined],
    ['', DATE, undefined],
    ['120', undefined, 120_000],
    [' 5 ', undefined, 5000],
    ['0', undefined, 0],
    ['-1', undefined, 0],
    ['1.5', undefined, 1500],
    ['Wed, 25 Nov 2026 12:00:10 GMT', undefined, 10_000],
    ['Wed, 25 Nov 2026 11:00:10 GMT', DATE, 10_000],
    ['Wednesday, 25-Nov-26 11:00:10 GMT', DATE, 10_000],
    ['Wed Nov 25 11:00:10 2026', DATE, 10_000],
    ['Wed, 25 Nov 2026 10:00:00 GMT', DATE, 0],
    ['Wed, 25 Nov 2026 12:00:10 GMT', 'no date', 10_000],
    ['soon', DATE, undefined],
    ['1e3', DATE, undefined],
    ['2026-11-25', DATE, undefined],
    ['120, 60', DATE, undefined],
  ])('%j, sent at %j, is %j ms', (value, date, ms) => {
    expect(parseRetryAfter(value, date, NOW)).toBe(ms);
  });
});
