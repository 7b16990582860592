import type { ErrorCode } from '../errors.js';
import type { HttpResponse } from '../ports.js';

/** The reason why a request got no usable answer; every layer reports its failures in this form. */
export interface NetworkProblem {
  readonly code: ErrorCode;
  /** What happened to the request, such as `was not sent`. */
  readonly what: string;
  readonly why: string;
  /** What to check in this case, before the hint of the code. */
  readonly advice?: string | undefined;
  /** The words of the server or the proxy: untrusted text. */
  readonly said?: string | undefined;
  /** Whether the same request may succeed a moment later. */
  readonly passes: boolean;
}

/** An error that contains its explanation, for example from a proxy or from the reader of the body. */
export class ExplainedError extends Error {
  readonly problem: NetworkProblem;

  constructor(problem: NetworkProblem, cause?: unknown) {
    super(`${problem.what}: ${problem.why}`, { cause });
    this.problem = problem;
  }
}

/** Makes the error for an answer that cannot be used. */
export function unusableAnswer(why: string, { passes = false, cause }: { passes?: boolean; cause?: unknown } = {}) {
  return new ExplainedError({ code: 'response_invalid', what: 'got an unusable answer', why, passes }, cause);
}

/** Makes the error for an answer without its end. */
export function cutShort(cause: unknown): ExplainedError {
  return unusableAnswer('the body was cut short', { cause, passes: true });
}

/** The result of one try of a request: an answer or a failure. */
export type Outcome =
  | {
      readonly response: HttpResponse;
      readonly retryAfterMs: number | undefined;
      /** How long the server needed until its answer began, in ms. */
      readonly waitMs: number;
    }
  | { readonly failure: Failure };

/** A try without a whole answer, and how far it came. */
export interface Failure extends NetworkProblem {
  /** Whether the request may have left this process. */
  readonly sent: boolean;
  /** Whether an answer had begun. */
  readonly answered: boolean;
  readonly cause: unknown;
  /** What else is known about the cause, as sentences without a full stop. */
  readonly facts: readonly string[];
  /** The request, what happened and why, without a full stop. */
  readonly sentence: string;
}
