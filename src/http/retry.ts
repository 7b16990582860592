import { describe } from '../answers.js';
import type { HttpRequest, Log, Repeat } from '../ports.js';
import type { Outcome } from './failure.js';

/** What decides about a further try, beside what came of the last one. */
export interface Situation {
  readonly request: HttpRequest;
  /** How often one request may be sent again. */
  readonly retries: number;
  /** Milliseconds until the deadline. */
  readonly left: number;
  /** The longest wait, in ms, whatever the server asks for. */
  readonly longestWaitMs?: number | undefined;
  readonly log: Log;
}

/** How long to wait before the next try, in ms, said in one line; undefined when there shall be none. */
export function nextWait(outcome: Outcome, tried: number, situation: Situation): number | undefined {
  const { request, retries, left, log, longestWaitMs = Number.POSITIVE_INFINITY } = situation;
  if (tried > retries || !mayRepeat(request, outcome)) {
    return undefined;
  }
  const wait = Math.min(longestWaitMs, waitBefore(outcome, tried, Math.random()));
  const what =
    'failure' in outcome ? outcome.failure.sentence : `${describe(request)} answered ${outcome.response.status}`;
  if (wait >= left) {
    const why = `${seconds(wait)} to wait, and ${seconds(left)} are left`;
    log.info(`${request.purpose}: ${what}. Not tried again: ${why}.`);
    return undefined;
  }
  log.info(`${request.purpose}: ${what}. Trying again in ${seconds(wait)} (try ${tried + 1} of ${retries + 1}).`);
  return wait;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** The longest wait of our own before another try, in ms; a server may ask for a longer one. */
const LONGEST_WAIT = 10_000;

/** The first wait is at most so many ms, each further one at most twice as much. */
const FIRST_WAIT = 500;

/** Whether an answer says that the same request may succeed later (RFC 9110 section 15, RFC 6585, RFC 8470). */
export function mayPass(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** Whether a request may be sent once more after what came of it. */
export function mayRepeat(request: HttpRequest, outcome: Outcome): boolean {
  const repeat = retryRule(request);
  if ('response' in outcome) {
    return repeat === 'always' && mayPass(outcome.response.status);
  }
  const { passes, sent, answered } = outcome.failure;
  const allowed: Readonly<Record<Repeat, boolean>> = { always: true, unanswered: !answered, unsent: !sent };
  return passes && allowed[repeat];
}

/** The kind of a request that does not say its own. */
export function retryRule({ repeat, method }: HttpRequest): Repeat {
  return repeat ?? (method === 'GET' ? 'always' : 'unsent');
}

/**
 * How long to wait before the next try, in ms: exponential with full jitter, so that jobs that failed together do not come
 * back together, and never shorter than the server asks.
 *
 * @param random a number from 0 to 1
 */
export function waitBefore(outcome: Outcome, tried: number, random: number): number {
  const asked = 'response' in outcome ? (outcome.retryAfterMs ?? 0) : 0;
  return Math.round(asked + random * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tried - 1)));
}

/**
 * Reads `Retry-After` as ms from now: seconds or a date (RFC 9110 section 10.2.3); past and negative are 0, nonsense is
 * nothing.
 *
 * A date is compared with the answer's own `Date`, since the clocks of the two machines may differ.
 */
export function parseRetryAfter(value: string | undefined, date: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? '';
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) {
    return Math.max(0, Number(text) * 1000);
  }
  // A number is a year for Date.parse, and so is much else; all three forms of a date start with the day's name.
  const moment = /^[a-z]{3,9},? /i.test(text) ? parseDate(text) : Number.NaN;
  if (Number.isNaN(moment)) {
    return undefined;
  }
  const from = date === undefined ? Number.NaN : parseDate(date);
  return Math.max(0, moment - (Number.isNaN(from) ? now.getTime() : from));
}

/** The form of asctime has no zone, and would be read in the zone of this machine. */
function parseDate(text: string): number {
  return Date.parse(/(?:GMT|UTC|[+-]\d{4})\s*$/i.test(text) ? text : `${text} GMT`);
}
