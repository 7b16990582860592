import { quoteWords, type Redact, reveal } from './untrusted-text.js';

/** The error codes that a token endpoint may return (RFC 6749 sections 5.2 and 4.1.2.1; RFC 8707 section 2). */
export const OAUTH_ERROR_CODES = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'access_denied',
  'invalid_target',
] as const;

/** Every way in which the action can fail. Each code has a hint here and a heading in docs/troubleshooting.md. */
export type ErrorCode = keyof typeof HINTS;

/**
 * What the user can do about each error.
 *
 * OAuth's own codes (RFC 6749 section 5.2, RFC 6750 section 3.1) keep their names; the others are ours.
 */
export const HINTS = {
  invalid_request:
    'The server rejected the request. If it returned no reason, check that `url`, `issuer` or `token_url` is an address of the platform.',
  invalid_client:
    'Check that `client_id` and its secret, key or certificate are complete, belong to this platform, and have not expired. A workflow run from a fork or by Dependabot cannot read the repository secrets.',
  invalid_grant: 'The credentials are wrong, expired or revoked. Create new ones and store them as secrets.',
  unauthorized_client:
    "Check the client's credentials, and ask the platform's administrator whether this client may log in with this grant.",
  unsupported_grant_type:
    'The server does not support this grant. Check `grant_type`, and that the address belongs to the right platform.',
  invalid_scope: "The server rejected the requested scope. Ask the platform's administrator.",
  access_denied: "The server denied access to this client. Ask the platform's administrator.",
  invalid_target: 'The server issues no token for this `audience`, or for a `resource` in `token_parameters`.',
  insufficient_scope: 'Add the scope that the message names to `scope`, if the client may have it.',
  invalid_token:
    'The bearer token is expired or revoked, or belongs to another server. Set a new token, or set client credentials.',
  input_missing:
    'Add the input to the `with:` of this step. If its value comes from a secret, check that the secret exists and that this workflow run may read it.',
  input_invalid: 'Correct the input in the `with:` of this step.',
  input_conflict: 'Remove the input that this login does not use.',
  endpoint_insecure: 'Use https. If the network itself is trusted, set `allow_http: true`.',
  issuer_mismatch: 'Write `issuer` exactly as the server names itself, including the last slash.',
  id_token_unavailable:
    'Add `permissions: id-token: write` (and `contents: read`) to the job. A workflow run from a fork cannot have this permission.',
  endpoint_not_found:
    'Check `url`, `issuer` or `token_url`: the host is wrong, or the path of the platform is missing.',
  redirect_refused:
    'If that address is the platform, set it as `url`, `issuer` or `token_url`. Credentials are never sent to another address.',
  certificate_unusable: 'See docs/certificates.md for the accepted forms. Nothing was presented to the server.',
  certificate_required:
    "The platform requires a client certificate that it knows. The platform's administrator issues such certificates.",
  certificate_refused:
    'The certificate must be valid for clients and must not be revoked. Its authority must be known to the server, and its chain must be complete.',
  server_untrusted: 'No credentials were sent, because this could be another server.',
  proxy_refused:
    "Check the proxy variable, or ask the proxy's administrator. The action never bypasses a configured proxy.",
  proxy_failed:
    'Check the proxy variable and the address of the server. Requests to a host in `no_proxy` do not use the proxy.',
  server_unreachable: 'Check `url`, `issuer` or `token_url`, and that this runner can reach the host.',
  server_failed:
    "The server has a problem. Run the job again later. If the problem remains, ask the platform's administrator.",
  response_invalid:
    'If the response does not come from the API, check the address, and any proxy or gateway before the server. Otherwise, ask the administrator of the server.',
  deadline_exceeded:
    'If the server is only slow, raise `timeout_seconds`. Otherwise check that this runner can reach it.',
  token_expired: 'Set a new token, or set client credentials so that the action can log in.',
  permission_denied: 'Ask an owner of the project for the role that the message names.',
  owner_not_found: "Check the ID in the address of the project's page in the browser. Names are not accepted here.",
  secret_not_found: 'Check the spelling and the project. You can also select a Secret by its ID or key.',
  field_not_found: 'Check which fields the Secret has.',
  secret_ambiguous: 'Select the Secret by one of these IDs, or give the Secrets different names.',
  secret_not_decrypted: 'The server returned no value. Check that the credentials have the role Writer or Owner.',
  name_refused:
    'Write a target after the Secret, for example `my-secret | MY_SECRET`, or a prefix if the line has a `*`: `my-secret.* | MY_*`.',
  name_conflict:
    'Write different targets after the Secrets, for example `my-secret | OTHER_NAME`, or use one step for each.',
  value_unsupported: 'Change the Secret, or the line that exports it.',
  runner_unsupported:
    'Use runner version 2.327.1 or newer, or another runner that provides the same files and folders to actions.',
  publication_failed: 'Nothing was exported. Check the disk and the permissions of the runner.',
  internal_error: 'This is a defect of the action. Please report it with the text above.',
} as const;

/** The parts of an error besides its code and message. */
interface ErrorDetails {
  /** Untrusted text of a server. Only the runner room prints it: cleaned, cut, and without our own secrets. */
  readonly said?: string | undefined;
  /** What to check in this case. It is printed before the hint of the code. */
  readonly advice?: string | undefined;
  /** Lines of the workflow to print below the message. */
  readonly excerpt?: string | undefined;
  readonly cause?: unknown;
}

/** The only error that users see: a code, one sentence about what failed, and what the server returned. */
export class ActionError extends Error {
  readonly code: ErrorCode;
  readonly said: string | undefined;
  readonly advice: string | undefined;
  readonly excerpt: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'ActionError';
    this.code = code;
    this.said = details.said;
    this.advice = details.advice;
    this.excerpt = details.excerpt;
  }
}

/** Formats an error as one line and perhaps an excerpt: what failed, what the server returned, what to do. */
export function explain(error: ActionError, redact: Redact, documents = 'docs'): string {
  const advice = error.advice === undefined ? '' : ` ${error.advice}.`;
  const excerpt = error.excerpt === undefined ? '' : `\n${redact(error.excerpt)}`;
  const place = `See ${documents}/troubleshooting.md#${error.code}`;
  return `${reveal(`${describeFailure(error)}.${advice} ${HINTS[error.code]} ${place}`, redact)}${excerpt}`;
}

/** Describes what failed, with the words of the server, as a sentence of a message without its full stop. */
export function describeFailure({ message, said }: ActionError): string {
  return `${message.replace(/\.$/, '')}${said === undefined ? '' : `: ${quoteWords(said)}`}`;
}

/** Converts any error to an ActionError: an error of another class is a defect, and its message is untrusted text. */
export function asActionError(error: unknown): ActionError {
  if (error instanceof ActionError) {
    return error;
  }
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new ActionError('internal_error', 'The action failed unexpectedly', { said, cause: error });
}

/** Tells whether a value is one of OAuth's error codes. */
export function isOAuthErrorCode(code: unknown): code is (typeof OAUTH_ERROR_CODES)[number] {
  return OAUTH_ERROR_CODES.some((known) => known === code);
}

/** Returns Node's code of an error, or of the first error of an AggregateError; `no code` if there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) {
    return 'no code';
  }
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : 'no code';
}
