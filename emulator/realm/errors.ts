import { type Answer, json, typed } from '../answers.js';

/** The headers of an answer that must not be cached. */
export const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** Makes an OAuth error answer. Source: RFC 6749 section 5.2; Keycloak, `OAuth2ErrorRepresentation`. */
export function oauthError(status: number, error: string, description: string): Answer {
  return json(status, { error, error_description: description });
}

/** Makes the error for a failed client authentication. It does not reveal which part is wrong. */
export function invalidClient(): Answer {
  return oauthError(401, 'invalid_client', 'Invalid client or Invalid client credentials');
}

/** Makes the error for a rejected access token, which is in a header only. Source: Keycloak, `OAuth2Error`; RFC 6750. */
export function bearerError(status: number, parts: Readonly<Record<string, string>>): Answer {
  const challenge = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
  const headers = { 'content-type': 'text/plain;charset=utf-8', 'www-authenticate': `Bearer ${challenge.join(', ')}` };
  return { status, headers: { ...headers, ...NO_STORE }, body: '' };
}

/** Makes the answer to an unknown path below the server's prefix. */
export function noSuchResource(): Answer {
  return json(404, { error: 'Unable to find matching target resource method' });
}

/** Makes the answer to a path outside the server's prefix: an HTML page. */
export function noSuchPage(): Answer {
  const page = '<html><body><h1>Resource not found</h1></body></html>';
  return typed(404, 'text/html; charset=utf-8', page);
}

/** Makes the HTML page on which a person confirms the logout. */
export function logoutPage(): Answer {
  const page = typed(200, 'text/html;charset=utf-8', '<html><body><h1>Logging out</h1></body></html>');
  return { ...page, headers: { ...page.headers, 'cache-control': 'no-cache' } };
}

/** Makes the answer to a request that a client of the documented interfaces never has a reason to send. */
export function badRequest(problem: string): Answer {
  return typed(400, 'text/plain', `400 Bad Request: ${problem}`);
}

/** Returns whether a result is an answer, which here is always an error. */
export function isAnswer(result: object): result is Answer {
  return 'status' in result && 'body' in result;
}
