import { asActionError, type ErrorCode } from '../errors.js';
import { documentsOf, type Variables } from '../machine/environment.js';
import { quoteWords, type Redact, reveal } from '../untrusted-text.js';
import { type Explained, explain, titleOf } from './explain.js';
import type { Journal } from './journal.js';
import { summarizeFailure } from './summary.js';

/** What a step shows of its failure. */
export interface FailureReport {
  readonly code: ErrorCode;
  /** The lines above the error: a line of `secrets` and a caret. They are not in the error, where act shows a line end as `%0A`. */
  readonly excerpt: readonly string[];
  /** The error in one line, and the title of its annotation. */
  readonly message: string;
  readonly title: string;
  /** Where a defect of the action is in its code; undefined for any other error. */
  readonly stack: string | undefined;
  /** The job summary, as HTML. */
  readonly summary: string;
}

/** What a failure is described with. */
export interface FailureContext {
  readonly variables: Variables;
  readonly journal: Pick<Journal, 'settings' | 'parts'>;
  readonly redact: Redact;
}

/** Describes any error for the log, the annotation, the output and the summary of a step. */
export function reportFailure(thrown: unknown, { variables, journal, redact }: FailureContext): FailureReport {
  const error = asActionError(thrown);
  const platform = journal.settings()?.platform;
  const isAct = variables['ACT'] === 'true';
  const explained: Explained = { error, platform, isAct, documents: documentsOf(variables) };
  const stack = error.code === 'internal_error' && thrown instanceof Error ? thrown.stack : undefined;
  return {
    code: error.code,
    excerpt: error.excerpt === undefined ? [] : error.excerpt.split('\n').map((line) => redact(line)),
    message: explain(explained, redact),
    title: `${titleOf(error)} (${error.code})`,
    stack: stack && reveal(quoteWords(stack), redact),
    summary: summarizeFailure({ ...explained, journal, variables }, redact),
  };
}
