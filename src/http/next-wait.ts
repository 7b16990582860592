import { describe } from '../answers.js';
import type { HttpRequest, Log } from '../ports.js';
import { mayRepeat, type Outcome, waitBefore } from './retry.js';

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
