import type { Answer } from '../answers.js';
import { oauthError } from './errors.js';
import type { ClientRequest } from './issue.js';
import { dialectOf } from './model.js';
import { type IssuedToken, sessionOf } from './state.js';

/**
 * Revokes an access token, or removes the client from the session of a refresh token.
 * Source: RFC 7009; Keycloak, `TokenRevocationEndpoint`.
 */
export function answerRevoke(request: ClientRequest): Answer {
  const { realm, state, client, form } = request;
  const text = form.get('token');
  if (text === null) return oauthError(400, 'invalid_request', 'Token not provided');
  const token = state.tokens.get(text);
  // RFC 7009 requires status 200 for a token that is unknown, although Keycloak's body is an error.
  if (token === undefined) return invalidToken();
  if (token.use === 'id') return oauthError(400, 'unsupported_token_type', 'Unsupported token type');
  if (token.clientId !== client.clientId) return oauthError(400, 'invalid_request', 'Unmatching clients');
  if (token.sessionId !== undefined && sessionOf(realm, state, token)?.clients.has(client.clientId) !== true) {
    return invalidToken();
  }
  if (token.use === 'refresh') detachClient(request, token);
  else state.spent.add(token.id);
  return { status: 200, headers: {}, body: '' };
}

function detachClient({ realm, state, client }: ClientRequest, { sessionId, user }: IssuedToken): void {
  const every = dialectOf(realm).revokesEverySession;
  for (const session of state.sessions.values()) {
    if (session.user.username !== user.username || (!every && session.id !== sessionId)) continue;
    session.clients.delete(client.clientId);
    if (session.clients.size === 0) state.sessions.delete(session.id);
  }
}

function invalidToken(): Answer {
  return oauthError(200, 'invalid_token', 'Invalid token');
}
