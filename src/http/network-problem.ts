import { codeOf } from '../error-code.js';
import type { ErrorCode } from '../errors.js';
import { tlsProblem } from './tls-problem.js';

/** What ended a request before an answer: an error code and the end of a sentence that starts with the request. */
export interface NetworkProblem {
  readonly code: ErrorCode;
  readonly what: string;
  /** What to look for in this very case. */
  readonly advice?: string | undefined;
  /** What the other side says of it, raw. */
  readonly said?: string | undefined;
  /** Whether the same may succeed a moment later. */
  readonly passes: boolean;
}

/** An error of the network that is explained already, such as a proxy's. */
export class ExplainedError extends Error {
  readonly problem: NetworkProblem;

  constructor(problem: NetworkProblem, cause?: unknown) {
    super(problem.what, { cause });
    this.problem = problem;
  }
}

/** What a request meets: how its sentence goes on, why, and whether it is for good. */
type Row = readonly [verb: string, why: string, permanent?: 'permanent'];

/** Node's error codes (errno(3), https://nodejs.org/api/dns.html#error-codes) and what they mean to the user. */
const PROBLEMS: Readonly<Record<string, Row>> = {
  ENOTFOUND: ['was not sent', 'no such host is known', 'permanent'],
  EAI_AGAIN: ['was not sent', 'the name of the host could not be resolved now'],
  ECONNREFUSED: ['was refused', 'nothing listens on this port of the host'],
  EHOSTUNREACH: ['did not reach the host', 'there is no route to it'],
  ENETUNREACH: ['did not reach the host', 'there is no route to its network'],
  ETIMEDOUT: ['did not reach the host', 'it does not answer'],
  ECONNRESET: ['got no answer', 'the connection was closed before one came'],
  EPIPE: ['got no answer', 'the connection was closed before one came'],
};

/** The answer came, but it was no HTTP: Node's parser names its errors so (https://nodejs.org/api/errors.html). */
const PARSER_ERROR = /^HPE_/;

/** Explains an error of Node's network stack, of one attempt or of several addresses tried (AggregateError). */
export function networkProblem(error: unknown): NetworkProblem {
  if (error instanceof ExplainedError) {
    return error.problem;
  }
  const code = codeOf(error);
  if (PARSER_ERROR.test(code)) {
    return { code: 'response_invalid', what: `got an answer that is not HTTP (${code})`, passes: false };
  }
  const [verb, why, permanent] = PROBLEMS[code] ?? ['failed on the network', ''];
  const what = `${verb}${why === '' ? '' : `: ${why}`} (${code})`;
  return tlsProblem(error, code) ?? { code: 'server_unreachable', what, passes: permanent === undefined };
}

/** Why a proxy was not reached, as a clause. */
export function whyUnreachable(error: unknown): string {
  const code = codeOf(error);
  const why =
    PROBLEMS[code]?.[1] ??
    tlsProblem(error, code)
      ?.what.replace(/^was not sent: /, '')
      .replace(/ \(.*$/, '');
  return why === undefined ? code : `${why} (${code})`;
}

/** Whether an error is what comes of a kept connection that the other side has closed meanwhile. */
export function isClosedConnection(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes(codeOf(error));
}
