import type { ErrorCode } from '../errors.js';

/** One way in which a token endpoint refuses, told apart by what it says and not by its status alone. */
export interface Refusal {
  /** The member `error` of the answer; for a page, which has none, undefined. */
  readonly error?: string | undefined;
  /** What its `error_description` says, in any version. */
  readonly description?: RegExp;
  readonly status?: number;
  /** Only a refusal of this grant. */
  readonly grant?: string;
  /** The code, where it is not the server's own. */
  readonly code?: ErrorCode;
  /** Whether the ID token of the workflow was trusted all the same, so that its claims are no help. */
  readonly isTrusted?: true;
  /** What to look for, as the message says it. */
  readonly advice: string;
}
