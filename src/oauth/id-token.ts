import { answerError, codeOfStatus, isSuccess, readJson } from '../answers.js';
import { ActionError } from '../errors.js';
import { isRecord } from '../json.js';
import type { HttpRequest, Ports } from '../ports.js';
import { isLoopback } from '../ports.js';
import { quote } from '../untrusted-text.js';
import { readClaims } from './token.js';

/**
 * Requests an ID token of this workflow from the runner, for one audience and one use.
 *
 * Servers that remember the `jti` accept a token only once, so each use requests a new one.
 *
 * @throws ActionError id_token_unavailable, response_invalid, and what the transport throws
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

function buildIdTokenRequest(audience: string, ports: Ports): HttpRequest {
  const idTokenRequest = ports.idTokenRequest();
  if (idTokenRequest === undefined || !URL.canParse(idTokenRequest.url)) {
    const message = 'This job cannot request an ID token: the runner provides no address for ID tokens';
    throw new ActionError('id_token_unavailable', message);
  }
  const url = new URL(idTokenRequest.url);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    const message = "The runner's address for ID tokens is plain http, which would expose its token";
    throw new ActionError('id_token_unavailable', message);
  }
  url.searchParams.set('audience', audience);
  const headers = { accept: 'application/json', authorization: `Bearer ${idTokenRequest.token}` };
  return { method: 'GET', url, headers, toRunner: true, purpose: 'The request for an ID token' };
}

/** Describes the claims of an ID token for the case that a server does not trust it; the token itself is not shown. */
export function trustAdvice(idToken: string): string {
  const claims = readClaims(idToken);
  const shown = ['iss', 'sub', 'aud'].map((name) => {
    const value = claims?.[name];
    return `${name} ${quote(typeof value === 'string' ? value : JSON.stringify(value ?? null))}`;
  });
  return `The ID token of this workflow contains ${shown.join(', ')}: the server must trust exactly these values. \`id_token_audience\` sets aud`;
}
