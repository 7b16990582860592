import type { Owner } from '../platforms/platform.js';

/**
 * What the job summary tells of a run: names and times, never a value, a token or a credential.
 *
 * Foreign texts come raw, but without our own secrets: whoever makes the report takes them out first, since a long name is
 * cut, and half of a secret is none that a masker knows.
 */
export interface SummaryReport {
  /** The platform's name as its owner writes it. */
  readonly platform: string;
  /** Origin of `url`. */
  readonly origin: string;
  /** Whose Secrets were asked for, if any. */
  readonly owner: Owner | undefined;
  readonly login: SummaryLogin;
  /** `plan`: all was checked, nothing exported. */
  readonly mode: 'exported' | 'plan';
  /** How many different Secrets the rows come from; two lines of the workflow can use one. */
  readonly secrets: number;
  /** One for each exported result, in the order of the workflow. */
  readonly rows: readonly SummaryRow[];
  /** Every output of the step. */
  readonly outputs: readonly SummaryOutput[];
  /** Files and folders that were written, and are removed in the end. */
  readonly files: readonly string[];
  /** How many Secrets of the owner no line names; undefined when the list was not asked for. */
  readonly unnamed: number | undefined;
  /** The input `rotate_after_days`; 0 for off. */
  readonly rotateAfterDays: number;
  readonly timing: { readonly milliseconds: number; readonly requests: number };
  /** When the report was made: ages are counted up to it. */
  readonly now: Date;
}

/** Where the token comes from, and where it went. */
export interface SummaryLogin {
  /** `shared`: an earlier step of the job got it; `certificate`: the client certificate alone, so there is no token. */
  readonly token: 'fetched' | 'at-hand' | 'shared' | 'certificate';
  /** Variable that holds the token; undefined for none. */
  readonly variable: string | undefined;
  /** Undefined when nobody says. */
  readonly expiresAt: Date | undefined;
}

/** One result: a Secret or a field of it, and what became of it. */
export interface SummaryRow {
  /** The Secret's name on the server, or its key when only that is known. Foreign text. */
  readonly name: string;
  /** The same, with `.field` for a field. */
  readonly secret: string;
  /** Whether it was found in the owner's list, or asked for by the key that the workflow gives. */
  readonly from: 'list' | 'key';
  /** `_type` without the `secret/` that all of them start with; foreign text. */
  readonly type: string | undefined;
  readonly updatedAt: Date | undefined;
  /** Whether it is unchanged for longer than `rotate_after_days`. */
  readonly tooOld: boolean;
  readonly targets: readonly SummaryTarget[];
  readonly masking: Masking;
}

/** Where a result went; `docker` is named by its registry, `aws` by a variable that is an output too, a file by what holds its path. */
export interface SummaryTarget {
  readonly kind: 'variable' | 'output' | 'file' | 'dotenv' | 'env-file' | 'docker' | 'aws';
  readonly name: string;
}

/** An output; one that holds a masked text cannot go to another job, since the runner drops such a job output. */
export interface SummaryOutput {
  readonly name: string;
  readonly crossesJobs: boolean;
}

/** How the log hides a value. */
export type Masking =
  | { readonly kind: 'masked' }
  | { readonly kind: 'partly'; readonly plainFields: readonly string[] }
  | { readonly kind: 'plain' }
  | { readonly kind: 'unmaskable' };
