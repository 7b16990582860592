import type { ErrorCode } from '../errors.js';
import type { HttpResponse } from '../ports.js';

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

/** How one try of a request ended: with an answer, or with a failure on the way. */
export type Outcome =
  | { readonly response: HttpResponse; readonly retryAfterMs: number | undefined }
  | { readonly failure: Failure };

/** A try without a whole answer, and how far it came. */
export interface Failure extends NetworkProblem {
  /** Whether the request may have left this process. */
  readonly sent: boolean;
  /** Whether an answer had begun. */
  readonly answered: boolean;
  readonly cause: unknown;
  /** What failed, as a sentence without its end: the request and what became of it. */
  readonly sentence: string;
}
