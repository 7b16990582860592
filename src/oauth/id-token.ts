import { answerError, codeOfStatus, isLoopback, isSuccess, readJson } from '../answers.js';
import { ActionError } from '../errors.js';
import { isRecord } from '../json.js';
import type { HttpRequest, IdTokenRequest, Ports } from '../ports.js';
import { quote } from '../untrusted-text.js';
import { readClaims } from './token.js';

/**
 * Asks the runner for an ID token of this workflow, for one audience and one use.
 *
 * Servers that remember the `jti` take each token once, so each use asks for its own.
 *
 * @throws ActionError id_token_unavailable, and what the transport throws
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export async function requestIdToken(audience: string, ports: Ports): Promise<string> {
  const request = buildIdTokenRequest(audience, ports);
  const response = await ports.send(request);
  if (!isSuccess(response)) {
    throw answerError(codeOfStatus(response, 'id_token_unavailable'), { request, response });
  }
  const body = readJson({ request, response });
  const value = isRecord(body) ? body['value'] : undefined;
  if (typeof value !== 'string' || value === '') {
    throw answerError('response_invalid', { request, response }, { what: 'without an ID token (value)' });
  }
  ports.mask([value]);
  return value;
}

/** @throws ActionError id_token_unavailable for a job that may not have ID tokens */
function buildIdTokenRequest(audience: string, ports: Ports): HttpRequest {
  const idTokenRequest = ports.idTokenRequest();
  if (idTokenRequest === undefined || !URL.canParse(idTokenRequest.url)) {
    const message = 'This job may not have an ID token: the permission `id-token: write` is missing';
    throw new ActionError('id_token_unavailable', message);
  }
  const url = new URL(idTokenRequest.url);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    const message = 'The runner gives an address for ID tokens that is plain http, where anybody could read its token';
    throw new ActionError('id_token_unavailable', message);
  }
  url.searchParams.set('audience', audience);
  return {
    method: 'GET',
    url,
    headers: { accept: 'application/json', authorization: `Bearer ${idTokenRequest.token}` },
    toRunner: true,
    purpose: 'Asking the runner for an ID token',
  };
}

/** Who an ID token says the workflow is, for the message when a server does not trust it; never the token. */
export function trustAdvice(idToken: string): string {
  const claims = readClaims(idToken);
  const shown = ['iss', 'sub', 'aud'].map((name) => {
    const value = claims?.[name];
    return `${name} ${quote(typeof value === 'string' ? value : JSON.stringify(value ?? null))}`;
  });
  return `The ID token of this workflow says ${shown.join(', ')}: what the server trusts must be exactly these`;
}

/** Where GitHub's ID token is asked for; undefined for a job without `id-token: write`. */
export function idTokenRequestOf({
  variable,
  mask,
}: Pick<Ports, 'mask'> & { readonly variable: (name: string) => string | undefined }): IdTokenRequest | undefined {
  const url = variable('ACTIONS_ID_TOKEN_REQUEST_URL');
  const token = variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  if (url === undefined || token === undefined) {
    return undefined;
  }
  mask([token]);
  return { url, token };
}
