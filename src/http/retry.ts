import { describe } from '../answers.js';
import type { HttpRequest, Log, Repeat } from '../ports.js';
import type { Outcome } from './failure.js';

/** What decides about another try, in addition to the outcome of the last one. */
export interface Situation {
  readonly request: HttpRequest;
  /** How often one request may be sent again after a failure other than 429. */
  readonly retries: number;
  /** Milliseconds until the deadline. */
  readonly left: number;
  /** The longest wait, in ms, even if the server asks for more. */
  readonly longestWaitMs: number | undefined;
  readonly log: Pick<Log, 'debug' | 'info'>;
}

/** How often a request was sent, and how many of these tries were answered with 429. */
export interface Tries {
  readonly all: number;
  readonly limited: number;
}

const isLimited = (outcome: Outcome) => 'response' in outcome && outcome.response.status === 429;

/** Adds a try with this outcome. */
export function countTry({ all, limited }: Tries, outcome: Outcome): Tries {
  return { all: all + 1, limited: limited + Number(isLimited(outcome)) };
}

/**
 * Decides how long to wait before the next try, in ms, and logs the decision; undefined means no further try.
 *
 * An answer with 429 uses up no retry: a thousand jobs that start together need many tries until each had its turn.
 */
export function nextWait(outcome: Outcome, tries: Tries, situation: Situation): number | undefined {
  const { request, retries, left, log, longestWaitMs = Number.POSITIVE_INFINITY } = situation;
  if (retries === 0 || tries.all - tries.limited > retries || !mayRepeat(request, outcome)) {
    return undefined;
  }
  const wait = Math.min(longestWaitMs, waitBefore(outcome, tries.all, Math.random()));
  const what =
    'failure' in outcome ? outcome.failure.sentence : `${describe(request)} answered ${outcome.response.status}`;
  const isTooLong = wait >= left;
  const next = isTooLong
    ? `Not trying again: the wait would be ${seconds(wait)}, but only ${seconds(left)} are left`
    : `Trying again in ${seconds(wait)} (try ${tries.all + 1}${tries.limited === 0 ? ` of ${retries + 1}` : ''})`;
  log.info(`${request.purpose}: ${what}. ${next}.`);
  return isTooLong ? undefined : wait;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** The longest wait before another try, in ms, unless the server asks for a longer one. */
const LONGEST_WAIT = 20_000;

/** The limit of the first wait, in ms, after 429 and after another outcome; it doubles with each further wait. */
const [FIRST_WAIT_LIMITED, FIRST_WAIT] = [2000, 500];

/** Tells whether a status means that the same request may succeed later (RFC 9110 section 15, RFC 6585, RFC 8470). */
export function mayPass(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** Tells whether a request may be sent again after this outcome. */
export function mayRepeat(request: HttpRequest, outcome: Outcome): boolean {
  const repeat = retryRule(request);
  if ('response' in outcome) {
    return repeat === 'always' && mayPass(outcome.response.status);
  }
  const { passes, sent, answered } = outcome.failure;
  const allowed: Readonly<Record<Repeat, boolean>> = { always: true, unanswered: !answered, unsent: !sent };
  return passes && allowed[repeat];
}

/** Returns the repeat rule of a request, by its method if the request does not contain one. */
export function retryRule({ repeat, method }: HttpRequest): Repeat {
  return repeat ?? (method === 'GET' ? 'always' : 'unsent');
}

/**
 * Computes the wait before the next try, in ms. It grows exponentially, and is never shorter than the server asks.
 *
 * Full jitter prevents jobs that failed together from coming back together.
 *
 * @param random a number from 0 to 1
 */
export function waitBefore(outcome: Outcome, tried: number, random: number): number {
  const requested = 'response' in outcome ? (outcome.retryAfterMs ?? 0) : 0;
  const first = isLimited(outcome) ? FIRST_WAIT_LIMITED : FIRST_WAIT;
  return Math.round(requested + random * Math.min(LONGEST_WAIT, first * 2 ** (tried - 1)));
}

/**
 * Reads `Retry-After`, in seconds or as a date, as ms from now (RFC 9110 section 10.2.3). A past date or a negative
 * number is 0; any other value is undefined.
 *
 * A date is compared with the answer's own `Date`, since the clocks of the two machines may differ.
 */
export function parseRetryAfter(value: string | undefined, date: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? '';
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) {
    return Math.max(0, Number(text) * 1000);
  }
  const moment = parseDate(text);
  if (Number.isNaN(moment)) {
    return undefined;
  }
  const from = parseDate(date);
  return Math.max(0, moment - (Number.isNaN(from) ? now.getTime() : from));
}

/** Computes how far this clock is ahead of an answer's `Date` (RFC 9110 section 6.6.1), in ms; undefined without one. */
export function clockAheadMs(date: string | undefined, now: Date): number | undefined {
  const moment = parseDate(date);
  return Number.isNaN(moment) ? undefined : now.getTime() - moment;
}

/**
 * Parses an HTTP date. The asctime form has no time zone, and Date.parse would use that of this machine. A second `GMT` in the
 * other forms changes nothing.
 *
 * Date.parse accepts much more, for example a number as a year. All three forms of an HTTP date begin with a weekday.
 */
function parseDate(text = ''): number {
  const isDate = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i.test(text);
  return isDate ? Date.parse(/[+-]\d{4}$/.test(text) ? text : `${text} GMT`) : Number.NaN;
}

/** The longest wait that a message shows, in ms: a year. */
const LONGEST_SHOWN = 366 * 86_400_000;

/** Returns when a wait ends; undefined for a wait that no server can mean, and of which no Date may exist. */
export function endOfWait(ms: number | undefined, now: Date): Date | undefined {
  return ms === undefined || ms > LONGEST_SHOWN ? undefined : new Date(now.getTime() + ms);
}
