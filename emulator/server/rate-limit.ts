import { type Answer, jsonError } from '../answers.js';

/** A limit on the requests of a server. */
export interface RateLimit {
  readonly perSecond: number;
  /** The header Retry-After of a refusal, in seconds. Default: none. */
  readonly retryAfter?: number;
}

/**
 * Returns a function that refuses requests above the limit with 429 (RFC 6585 section 4); undefined means not refused.
 *
 * A bucket holds the requests of one second and is filled steadily, as the limits of gateways do.
 */
export function createRateLimit({ perSecond, retryAfter }: RateLimit, now = Date.now): () => Answer | undefined {
  let [left, at] = [perSecond, now()];
  return () => {
    left = Math.min(perSecond, left + ((now() - at) * perSecond) / 1000);
    at = now();
    if (left >= 1) {
      left -= 1;
      return undefined;
    }
    const { headers, ...refusal } = jsonError(429, 'too many requests');
    return { ...refusal, headers: retryAfter === undefined ? headers : { ...headers, 'retry-after': `${retryAfter}` } };
  };
}
