import { quoteWords } from './untrusted-text.js';

/**
 * Every way in which the action can fail, with its headline.
 *
 * OAuth's own codes (RFC 6749 section 5.2, RFC 6750 section 3.1) keep their names; the others are ours.
 */
export const TITLES = {
  invalid_request: 'The server rejected the request',
  invalid_client: 'The server rejected the client',
  invalid_grant: 'The server rejected the credentials',
  unauthorized_client: 'The client may not log in like this',
  unsupported_grant_type: 'The server does not support this grant',
  invalid_scope: 'The server rejected the scope',
  access_denied: 'The server denied access',
  invalid_target: 'The server issues no token for this audience',
  insufficient_scope: 'The token lacks a scope',
  invalid_token: 'The server rejected the token',
  input_missing: 'An input is missing',
  input_invalid: 'An input is invalid',
  input_conflict: 'Inputs cannot be combined',
  endpoint_insecure: 'The address uses plain http',
  issuer_mismatch: 'The issuer has another name',
  id_token_unavailable: 'The job cannot request an ID token',
  endpoint_not_found: 'The address is wrong',
  redirect_refused: 'The server redirects to another address',
  certificate_unusable: 'A certificate or key cannot be used',
  certificate_required: 'The server requires a client certificate',
  certificate_refused: 'The server rejected the client certificate',
  server_untrusted: 'The certificate of the server is not trusted',
  proxy_refused: 'The proxy refused the connection',
  proxy_failed: 'The proxy could not be used',
  server_unreachable: 'The server could not be reached',
  server_failed: 'The server has a problem',
  response_invalid: 'The answer cannot be used',
  deadline_exceeded: 'The run took too long',
  token_expired: 'The token has expired',
  permission_denied: 'The credentials lack a permission',
  owner_not_found: 'The owner of the Secrets was not found',
  secret_not_found: 'A Secret was not found',
  field_not_found: 'A field was not found',
  secret_ambiguous: 'Several Secrets have the same name',
  secret_not_decrypted: 'A Secret was not decrypted',
  name_refused: 'A name is not allowed',
  name_conflict: 'Two results have the same name',
  value_unsupported: 'A value cannot be exported like this',
  runner_unsupported: 'The runner is not supported',
  publication_failed: 'The results could not be written',
  internal_error: 'The action has a defect',
} as const;

/** A code of an error; each has a title, a hint, and a heading in docs/troubleshooting.md. */
export type ErrorCode = keyof typeof TITLES;

/** The layers of a request, in the order in which it passes them; a proxy replaces name and TCP of the server. */
export type Layer = 'name' | 'TCP' | 'proxy' | 'TLS' | 'answer';

/** What became of one line of `secrets`, for the summary of a failure. */
export interface LineResult {
  readonly line: number;
  /** The line as the workflow contains it. */
  readonly text: string;
  /** Whether a Secret was found, or what is wrong. */
  readonly result: string;
  readonly isWrong: boolean;
  /** The lines to write instead. */
  readonly instead: readonly string[];
}

/** A failed request, for the administrator of the server. */
export interface FailedRequest {
  /** Method and address, and the ID of the answer. */
  readonly text: string;
  readonly url: URL;
  /** Where the request ended; undefined if that is not known. */
  readonly layer: Layer | undefined;
}

/** The parts of an error besides its code and message. */
export interface ErrorDetails {
  /** The headline, if it says more than that of the code. */
  readonly title?: string | undefined;
  /** Untrusted text of a server. Only the runner room prints it: cleaned, cut, and without our own secrets. */
  readonly said?: string | undefined;
  /** What else is known about the cause, as sentences without a full stop. */
  readonly facts?: readonly string[] | undefined;
  /** What to do in this case, as sentences without a full stop. The hint of the code is then left out. */
  readonly advice?: string | readonly string[] | undefined;
  /** What may also be the cause and what to do then, as sentences without a full stop; after the advice or the hint. */
  readonly also?: readonly string[] | undefined;
  readonly request?: FailedRequest | undefined;
  /** The line of `secrets` with a problem, and a caret below. */
  readonly excerpt?: string | undefined;
  readonly lines?: readonly LineResult[] | undefined;
  /** Commands or lines of the workflow that correct the error, for the summary. */
  readonly copy?: string | undefined;
  readonly cause?: unknown;
}

/** The only error that users see: a code, one sentence about what failed and why, and what is known besides. */
export class ActionError extends Error {
  readonly code: ErrorCode;
  readonly title: string | undefined;
  readonly said: string | undefined;
  readonly facts: readonly string[];
  readonly advice: readonly string[];
  readonly also: readonly string[];
  readonly request: FailedRequest | undefined;
  readonly excerpt: string | undefined;
  readonly lines: readonly LineResult[];
  readonly copy: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    const { advice = [], also = [], facts = [], lines = [], title, said, request, excerpt, copy } = details;
    this.name = 'ActionError';
    this.code = code;
    this.title = title;
    this.said = said;
    this.facts = facts;
    this.advice = typeof advice === 'string' ? [advice] : advice;
    this.also = also;
    this.request = request;
    this.excerpt = excerpt;
    this.lines = lines;
    this.copy = copy;
  }
}

/** Describes what failed, with the words of the server, as a sentence of a message without its full stop. */
export function sentenceOf({ message, said }: Pick<ActionError, 'message' | 'said'>): string {
  return `${message.replace(/\.$/, '')}${said === undefined ? '' : `: ${quoteWords(said)}`}`;
}

/** Describes what failed and the request, as a sentence of a message without its full stop. */
export function describeFailure(error: ActionError): string {
  return `${sentenceOf(error)}${error.request === undefined ? '' : ` (${error.request.text})`}`;
}

/** Converts any error to an ActionError: an error of another class is a defect, and its message is untrusted text. */
export function asActionError(error: unknown): ActionError {
  if (error instanceof ActionError) {
    return error;
  }
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new ActionError('internal_error', 'The action failed unexpectedly', { said, cause: error });
}
