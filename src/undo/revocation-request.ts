import { answerError, errorBody, isSuccess } from '../answers.js';
import { ActionError, describeFailure } from '../errors.js';
import { formatMinute } from '../json.js';
import { proveClient } from '../oauth/client-authentication.js';
import { findRevocationEndpoint, NO_ENDPOINT } from '../oauth/discovery.js';
import { restoreClient } from '../oauth/saved-client.js';
import type { HttpRequest, HttpResponse, Ports } from '../ports.js';
import { isPage } from '../server-words.js';
import type { CleanupReport } from './clean-up.js';
import type { Revocation, RevocationStep } from './plan.js';

/** The result of one step; `invalid` means that the server does not know the token any more. */
export type RevocationResult =
  | { readonly is: 'revoked' | 'invalid' | 'expired' }
  /** The server has no such endpoint, or does not revoke tokens of this kind. */
  | { readonly is: 'unsupported'; readonly reason: string }
  | { readonly is: 'failed'; readonly error: ActionError };

/**
 * Carries out all steps of a revocation in order, also after one that failed.
 *
 * @throws ActionError if the documents that may contain the endpoint cannot be read
 */
export async function revokeAll(revocation: Revocation, ports: Ports): Promise<RevocationResult[]> {
  const { steps, documents } = revocation;
  const isPointless = documents === undefined || steps.every((step) => isExpired(step, ports.now()));
  const found = isPointless ? undefined : await findRevocationEndpoint(documents, ports);
  const results: RevocationResult[] = [];
  for (const step of steps) {
    const located = { ...step, url: step.url ?? found?.href };
    results.push(isExpired(step, ports.now()) ? { is: 'expired' } : await revokeStep(located, revocation, ports));
  }
  return results;
}

function isExpired({ expiresAt }: RevocationStep, now: Date): boolean {
  return expiresAt !== undefined && now.getTime() >= Date.parse(expiresAt);
}

async function revokeStep(step: RevocationStep, revocation: Revocation, ports: Ports): Promise<RevocationResult> {
  const { url } = step;
  if (url === undefined) {
    return { is: 'unsupported', reason: NO_ENDPOINT };
  }
  try {
    const request = await buildRevocationRequest({ ...step, url }, revocation, ports);
    return readRevocationAnswer(request, await ports.send(request));
  } catch (error) {
    const known = error instanceof ActionError ? error : new ActionError('internal_error', String(error));
    return { is: 'failed', error: known };
  }
}

/** Builds the request of one step: RFC 7009 section 2.1, or the logout of Keycloak's LogoutEndpoint. */
export async function buildRevocationRequest(
  step: RevocationStep & { readonly url: string },
  revocation: Revocation,
  ports: Ports,
): Promise<HttpRequest> {
  const { revokes, url, token } = step;
  const { platform, client } = revocation;
  const { parameters, headers, assertion } = await proveClient(restoreClient(client), {}, ports);
  const subject = revokes === 'session' ? { refresh_token: token } : { token, token_type_hint: revokes };
  return {
    method: 'POST',
    url: new URL(url),
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ ...subject, ...Object.fromEntries(parameters) }).toString(),
    repeat: 'always',
    // A server accepts an assertion once, so each attempt builds a new one.
    ...(assertion === undefined ? {} : { renew: () => buildRevocationRequest(step, revocation, ports) }),
    purpose: revokes === 'session' ? `The logout from ${platform}` : `Revoking the token of ${platform}`,
  };
}

/**
 * Reads the result of a step from the response.
 *
 * Keycloak returns 200 with the error `invalid_token` for a token that it does not know any more (TokenRevocationEndpoint).
 * A 401 with an error about the client says nothing about the token (RFC 6749 section 5.2).
 */
export function readRevocationAnswer(request: HttpRequest, response: HttpResponse): RevocationResult {
  const { error } = errorBody(response);
  if (error === 'invalid_token' || error === 'invalid_grant') {
    return { is: 'invalid' };
  }
  if (isSuccess(response)) {
    return { is: 'revoked' };
  }
  const isClient = error === 'invalid_client' || error === 'unauthorized_client';
  if (error === 'unsupported_token_type' || (response.status === 404 && isPage(response))) {
    return { is: 'unsupported', reason: 'the server does not revoke tokens of this kind' };
  }
  if ((response.status === 401 && !isClient) || response.status === 404) {
    return { is: 'invalid' };
  }
  const code = isClient ? 'unauthorized_client' : 'server_failed';
  return { is: 'failed', error: answerError(code, { request, response }) };
}

/** The words for what a first step revokes. */
const WORDS = {
  session: { subject: 'The session of this step', revoked: 'logged out' },
  refresh_token: { subject: 'The token of this step', revoked: 'revoked' },
  access_token: { subject: 'The token of this step', revoked: 'revoked' },
} as const;

/** Describes the results of all steps in one line. */
export function describeResults({ steps, expiresAt }: Revocation, results: readonly RevocationResult[]): CleanupReport {
  const { subject, revoked } = WORDS[steps[0].revokes];
  // A session may outlive its access token.
  const end = until(steps[0].revokes === 'session' ? steps[0].expiresAt : expiresAt);
  const failure = results.find((result) => result.is === 'failed');
  if (failure !== undefined) {
    const why = describeFailure(failure.error);
    return { line: `${subject} could not be ${revoked} and stays valid ${end}. ${why}.`, failed: true };
  }
  const has = (is: RevocationResult['is']) => results.some((result) => result.is === is);
  if (has('revoked')) {
    return { line: `${subject} was ${revoked}.`, failed: false };
  }
  const unsupported = results.find((result) => result.is === 'unsupported');
  if (unsupported !== undefined) {
    return { line: notRevoked(unsupported.reason, end), failed: false };
  }
  return { line: has('invalid') ? `${subject} was already ${revoked}.` : `${subject} had expired.`, failed: false };
}

/** Describes a token that is not revoked; `end` is a result of `until`. */
export function notRevoked(reason: string, end: string): string {
  return `The token was not revoked, because ${reason}. It stays valid ${end}.`;
}

/** Describes until when a token is valid. */
export function until(expiresAt: string | undefined): string {
  const date = new Date(expiresAt ?? Number.NaN);
  // Another program can change the state.
  return Number.isNaN(date.getTime()) ? 'until it expires' : `until ${formatMinute(date)}`;
}
