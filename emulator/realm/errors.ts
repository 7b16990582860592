import { type Answer, json, typed } from '../answers.js';

/** The headers of what no cache may keep. */
export const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** Makes an OAuth error. Source: RFC 6749 section 5.2; Keycloak, `OAuth2ErrorRepresentation`. */
export function oauthError(status: number, error: string, description: string): Answer {
  return json(status, { error, error_description: description });
}

/** Makes the answer that does not say which part of a client's authentication is wrong. */
export function invalidClient(): Answer {
  return oauthError(401, 'invalid_client', 'Invalid client or Invalid client credentials');
}

/** Makes the refusal of a token at a resource: all of it in a header. Source: Keycloak, `OAuth2Error`; RFC 6750. */
export function bearerError(status: number, parts: Readonly<Record<string, string>>): Answer {
  const challenge = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
  const headers = { 'content-type': 'text/plain;charset=utf-8', 'www-authenticate': `Bearer ${challenge.join(', ')}` };
  return { status, headers: { ...headers, ...NO_STORE }, body: '' };
}

/** Makes the answer for a path that the server does not have, under its own prefix or under none. */
export function noSuchResource(): Answer {
  return json(404, { error: 'Unable to find matching target resource method' });
}

/** Makes the answer for a path outside of the server's prefix: a page. */
export function noSuchPage(): Answer {
  const page = '<html><body><h1>Resource not found</h1></body></html>';
  return typed(404, 'text/html; charset=utf-8', page);
}

/** Makes the page that asks a person whether to log out. */
export function logoutPage(): Answer {
  const page = typed(200, 'text/html;charset=utf-8', '<html><body><h1>Logging out</h1></body></html>');
  return { ...page, headers: { ...page.headers, 'cache-control': 'no-cache' } };
}

/** Makes the refusal of a request that no client of the documented interfaces has a reason to send. */
export function badRequest(problem: string): Answer {
  return typed(400, 'text/plain', `400 Bad Request: ${problem}`);
}

/** Says whether a result is an answer already: a refusal. */
export function isAnswer(result: object): result is Answer {
  return 'status' in result && 'body' in result;
}
