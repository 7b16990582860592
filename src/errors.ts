import { type Redact, revealQuotes, sanitize } from './untrusted-text.js';

/** The error codes of RFC 6749 that a token endpoint may answer (section 5.2; `access_denied` is section 4.1.2.1's). */
export const OAUTH_ERROR_CODES = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'access_denied',
] as const;

/** Every way in which the action can fail; each has a hint here and a heading in docs/troubleshooting.md. */
export type ErrorCode = keyof typeof HINTS;

/**
 * What the user can do about each error, in one sentence or two.
 *
 * OAuth's own codes (RFC 6749 section 5.2, RFC 6750 section 3.1) keep their names; the others are ours.
 */
export const HINTS = {
  invalid_request:
    'The server did not understand the login; check that `url`, `issuer` or `token_url` is an address of the platform.',
  invalid_client:
    'Check `client_id` and what proves it (`client_secret`, key or certificate): whole, of this platform and not expired. A workflow run from a fork or by Dependabot does not see the repository secrets.',
  invalid_grant: 'The credentials are wrong, expired or revoked; make new ones and store them as secrets.',
  unauthorized_client:
    'Check the credentials of the client, and with the administrator of the platform that it may log in this way.',
  unsupported_grant_type:
    'The server does not know this way to log in; check `grant_type`, and that the address is of the right platform.',
  invalid_scope: 'The server refused the requested scope; ask the administrator of the platform.',
  access_denied: 'The server lets nobody in here, or not this client; ask the administrator of the platform.',
  insufficient_scope: 'Add what the message names to `scope`, if the client may have it.',
  invalid_token:
    'The bearer token is expired, revoked or of another server; get a new one, or give client credentials.',
  input_missing:
    'Add the input to the `with:` of this step; an empty value often means that a secret of this name does not exist here.',
  input_invalid: 'Correct the input in the `with:` of this step.',
  input_conflict: 'Remove the input that does not belong to this login.',
  endpoint_insecure: 'Use https, or set `allow_http: true` where the network itself is trusted.',
  issuer_mismatch: 'Write `issuer` exactly as the server names itself, to the last slash.',
  id_token_unavailable:
    'Add `permissions: id-token: write` (and `contents: read`) to the job; a workflow run from a fork cannot have it.',
  endpoint_not_found:
    'Check `url`, `issuer` or `token_url`: the host is wrong, or the platform stands behind a path that is missing in it.',
  redirect_refused:
    'If that address is the platform, put it into `url`, `issuer` or `token_url`; credentials are never sent on to another place.',
  certificate_unusable: 'How to make each form stands in docs/certificates.md; no request was sent.',
  certificate_required:
    'The platform asks every client for a certificate that it knows; its administrator issues them.',
  certificate_refused:
    'The certificate must come, with all certificates of its chain, from an authority that the server knows, be for clients, and not be revoked.',
  server_untrusted: 'No credentials were sent, since this could be another server.',
  proxy_refused: 'Check the variable that names the proxy, or ask who runs it; it is never passed by.',
  proxy_failed:
    'Check the variable that names the proxy, and the address of the server; a host for `no_proxy` is asked directly.',
  server_unreachable: 'Check `url`, `issuer` or `token_url`, and that this runner can reach the host.',
  server_failed:
    'The fault is on the side of the server; run the job again later, and ask its administrator if it stays.',
  response_invalid:
    'Something else than the API answered, or the answer was damaged on its way; check the address and what stands between.',
  deadline_exceeded: 'Raise `timeout_seconds` if the server is only slow; else check that this runner can reach it.',
  token_expired: 'Get a new token, or give client credentials so that the action can log in by itself.',
  permission_denied: 'Ask an owner of the project for the role that the message names.',
  owner_not_found: 'Check the id in the address of the page in the browser; names do not work here.',
  secret_not_found: 'Check the spelling and the project; a Secret can also be named by its id or key.',
  field_not_found: 'Check the spelling of the field; a `?` behind it makes it optional.',
  secret_ambiguous: 'Name the Secret by one of these ids instead, or give the Secrets different names.',
  secret_not_decrypted: 'The server kept the value back; check that the credentials have the role Writer or Owner.',
  name_refused: 'Write a target of your own behind the Secret, for example `my-secret | MY_SECRET`.',
  name_conflict:
    'Write different targets behind the Secrets, for example `my-secret | OTHER_NAME`, or use a step for each.',
  value_unsupported: 'Change the Secret, or hand it over in another way, such as `| NAME@file`.',
  runner_unsupported: 'Use a runner of version 2.327.1 or newer, or one that gives actions the same files and folders.',
  publication_failed: 'Nothing was exported; check the disk and the permissions of the runner.',
  internal_error: 'This is a defect of the action; please report it with the text above.',
} as const;

/** What else an error carries: text of a server, still raw, and the error below it. */
export interface ErrorDetails {
  /** Foreign text: only the edge prints it, cut, cleaned and without our own secrets. */
  readonly said?: string | undefined;
  /** What to look for in this very case, before the hint of the code. */
  readonly advice?: string | undefined;
  /** Lines to show below the message, in the words of the workflow's author. */
  readonly excerpt?: string | undefined;
  readonly cause?: unknown;
}

/** The one error that users see: a code, what went wrong in one sentence, and what the server said. */
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

/** All that a user is told of an error, in one line and perhaps an excerpt: what happened, what the server said, what to do. */
export function explain(error: ActionError, redact: Redact, documents = 'docs'): string {
  const said = error.said === undefined ? '' : `: ${JSON.stringify(sanitize(error.said, redact))}`;
  const advice = error.advice === undefined ? '' : ` ${error.advice}.`;
  const what = revealQuotes(error.message, redact).replace(/\.$/, '');
  const excerpt = error.excerpt === undefined ? '' : `\n${redact(error.excerpt)}`;
  return `${what}${said}.${advice} ${HINTS[error.code]} See ${documents}/troubleshooting.md#${error.code}${excerpt}`;
}

/** Any error as the one that users see: what is not ours is a defect, and its words are foreign text. */
export function asActionError(error: unknown): ActionError {
  if (error instanceof ActionError) {
    return error;
  }
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new ActionError('internal_error', 'The action failed in a way that it does not know', { said, cause: error });
}

/** Narrows a text to one of RFC 6749's error codes. */
export function isOAuthErrorCode(code: unknown): code is (typeof OAUTH_ERROR_CODES)[number] {
  return OAUTH_ERROR_CODES.some((known) => known === code);
}

/** The code that Node gives an error, of the first one where it is of several (AggregateError); `no code` without. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) {
    return 'no code';
  }
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : 'no code';
}
