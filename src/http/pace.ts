/** The most connections of a run to one server. */
export const MOST_CONNECTIONS = 50;

/** What a new connection costs this process, in ms of CPU: with TLS, and without; measured, see docs/performance.md. */
const [SECURE_MS, PLAIN_MS] = [1, 0.1];

/** What a request costs this process, in ms of CPU. */
const REQUEST_MS = 0.3;

/** Decides how many requests at the same time are useful, from the answers themselves. */
export interface Pace {
  /** Learns how long the server needed for an answer, in ms. */
  readonly learn: (waitMs: number, isSecure: boolean) => void;
  /** Announces similar requests; returns a function that tells how many of them at the same time are useful at the moment. */
  readonly expect: (requests: number) => () => number;
}

/** Opens a pace that knows no answer yet. */
export function openPace(): Pace {
  let fastest: number | undefined;
  let openMs = SECURE_MS;
  let isFirst = false;
  return {
    learn(waitMs, isSecure) {
      // The fastest answer waited least behind other requests. Answers of another kind are only a first estimate.
      fastest = isFirst ? waitMs : Math.min(fastest ?? waitMs, waitMs);
      isFirst = false;
      openMs = isSecure ? SECURE_MS : PLAIN_MS;
    },
    expect(requests) {
      isFirst = true;
      return () => Math.min(MOST_CONNECTIONS, usefulConnections(requests, fastest, openMs));
    },
  };
}

/**
 * Computes how many connections are useful for a number of requests; without any answer yet, one.
 *
 * With `w` connections, the answers take `requests / w * waitMs`, and opening the connections takes `w * openMs`. The sum is
 * smallest at the root. There are never more than the requests that this process can handle while it waits for one answer, and
 * two at least, so that one slow answer does not hold up all others.
 */
export function usefulConnections(requests: number, waitMs: number | undefined, openMs: number): number {
  if (waitMs === undefined) {
    return 1;
  }
  const fewest = Math.min(Math.sqrt((requests * waitMs) / openMs), 1 + waitMs / REQUEST_MS);
  return Math.min(requests, Math.max(2, Math.ceil(fewest)));
}
