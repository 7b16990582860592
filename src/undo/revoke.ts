import { answerError, errorBody, isPage, isSuccess } from '../answers.js';
import { ActionError } from '../errors.js';
import { proveClientAgain } from '../oauth/client-proof.js';
import type { HttpRequest, HttpResponse, Ports } from '../ports.js';
import { restoreClient } from './client.js';
import type { Revocation, RevocationStep } from './plan.js';

/** How one request to end something came out. */
export type RevocationResult =
  | { readonly how: 'ended' | 'gone' | 'expired' }
  /** The server knows no such request, or not for this kind of token. */
  | { readonly how: 'unsupported' }
  | { readonly how: 'failed'; readonly error: ActionError };

/** Ends what a step began, in order, each whatever came of the one before; it never throws. */
export async function revokeAll(ending: Revocation, ports: Ports): Promise<RevocationResult[]> {
  const results: RevocationResult[] = [];
  for (const step of ending.steps) {
    results.push(isOver(step, ports.now()) ? { how: 'expired' } : await revokeStep(step, ending, ports));
  }
  return results;
}

function isOver({ expiresAt }: RevocationStep, now: Date): boolean {
  return expiresAt !== undefined && now.getTime() >= Date.parse(expiresAt);
}

async function revokeStep(step: RevocationStep, ending: Revocation, ports: Ports): Promise<RevocationResult> {
  try {
    const make = () => buildRevocationRequest(step, ending, ports);
    // An assertion is taken once, so each try has one of its own.
    const request = { ...(await make()), renew: make };
    return readRevocationAnswer(request, await ports.send(request));
  } catch (error) {
    const known = error instanceof ActionError ? error : new ActionError('internal_error', String(error));
    return { how: 'failed', error: known };
  }
}

/** Builds one request that ends something: RFC 7009 section 2.1, or the logout of Keycloak's LogoutEndpoint. */
export async function buildRevocationRequest(
  { revokes, url, token }: RevocationStep,
  { platform, client }: Revocation,
  ports: Ports,
): Promise<HttpRequest> {
  const { parameters, headers } = await proveClientAgain(restoreClient(client), ports);
  const what = revokes === 'session' ? { refresh_token: token } : { token, token_type_hint: revokes };
  return {
    method: 'POST',
    url: new URL(url),
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ ...what, ...Object.fromEntries(parameters) }).toString(),
    repeat: 'always',
    purpose: revokes === 'session' ? `The logout from ${platform}` : `Revoking the token of ${platform}`,
  };
}

/**
 * What an answer says about the end.
 *
 * Keycloak answers 200 with the error `invalid_token` for a token that it does not know any more
 * (TokenRevocationEndpoint). A 401 that names the client is no word about the token (RFC 6749 section 5.2).
 */
export function readRevocationAnswer(request: HttpRequest, response: HttpResponse): RevocationResult {
  const { error } = errorBody(response);
  if (error === 'invalid_token' || error === 'invalid_grant') {
    return { how: 'gone' };
  }
  if (isSuccess(response)) {
    return { how: 'ended' };
  }
  const isClient = error === 'invalid_client' || error === 'unauthorized_client';
  if (error === 'unsupported_token_type' || (response.status === 404 && isPage(response))) {
    return { how: 'unsupported' };
  }
  if ((response.status === 401 && !isClient) || response.status === 404) {
    return { how: 'gone' };
  }
  const code = isClient ? 'unauthorized_client' : 'server_failed';
  return { how: 'failed', error: answerError(code, { request, response }) };
}

/** What was ended, as the subject of a sentence. */
const SUBJECTS = { session: 'session', refresh_token: 'token', access_token: 'token' } as const;

/** How everything ended, in one sentence, and whether it is a warning; the message of an error is still raw. */
export function describeResult(
  { steps, expiresAt }: Revocation,
  results: readonly RevocationResult[],
): { readonly sentence: string; readonly failed: boolean; readonly error?: ActionError } {
  const name = `The ${SUBJECTS[steps[0].revokes]} of this step`;
  // A session may outlive its access token.
  const left = until(steps[0].revokes === 'session' ? steps[0].expiresAt : expiresAt);
  const failed = results.find((result) => result.how === 'failed');
  if (failed !== undefined) {
    return { sentence: `${name} could not be ended, and stays valid ${left}`, failed: true, error: failed.error };
  }
  const has = (how: RevocationResult['how']) => results.some((result) => result.how === how);
  if (has('ended')) {
    return { sentence: `${name} was ended.`, failed: false };
  }
  if (has('unsupported')) {
    const sentence = `The token was not ended, since the server does not end such tokens; it stays valid ${left}.`;
    return { sentence, failed: false };
  }
  return { sentence: has('gone') ? `${name} was ended already.` : `${name} had expired.`, failed: false };
}

/** Until when a token is good. */
export function until(expiresAt: string | undefined): string {
  return expiresAt === undefined ? 'until it expires' : `until ${expiresAt}`;
}
