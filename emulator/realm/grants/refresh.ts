import { type Answer, json } from '../../answers.js';
import { isAnswer, logoutPage, oauthError } from '../errors.js';
import { type ClientRequest, narrowScope, tokenAnswer } from '../issue.js';
import { dialectOf } from '../model.js';
import { type IssuedToken, type Session, sessionOf } from '../state.js';

/** Exchanges a refresh token for new tokens. Source: Keycloak, `RefreshTokenGrantType`, `TokenManager`. */
export function answerRefresh(request: ClientRequest): Answer {
  const token = readRefreshToken(request);
  if (isAnswer(token)) return token;
  const session = findSession(request, token);
  if (isAnswer(session)) return session;
  const { realm, state, client } = request;
  if (realm.rotation && state.spent.has(token.id)) {
    // 26.7.3 keeps the session but removes the client, so the tokens of the first use become invalid.
    session.clients.delete(client.clientId);
    return invalidGrant('Maximum allowed refresh token reuse exceeded');
  }
  state.spent.add(token.id);
  const scope = narrowScope(request, token.scope);
  // 26.7.3 uses the scope of the refresh token for this, even if the request narrows the scope.
  const idToken = token.scope.includes('openid');
  const subject = { user: token.user, scope, session, refresh: true, idToken };
  return json(200, tokenAnswer(request, subject));
}

/** Ends the session of a refresh token, even if the token has expired. Source: Keycloak, `LogoutEndpoint`. */
export function answerLogout(request: ClientRequest): Answer {
  if (!request.form.has('refresh_token') && dialectOf(request.realm).logoutPage) return logoutPage();
  const token = readRefreshToken(request);
  if (isAnswer(token)) return token;
  request.state.sessions.delete(token.sessionId ?? '');
  return { status: 204, headers: { 'cache-control': 'no-cache' }, body: '' };
}

function readRefreshToken({ state, client, form }: ClientRequest): IssuedToken | Answer {
  const text = form.get('refresh_token');
  if (text === null) return oauthError(400, 'invalid_request', 'No refresh token');
  const token = state.tokens.get(text);
  if (token?.use !== 'refresh') return invalidGrant('Invalid refresh token');
  if (token.clientId === client.clientId) return token;
  return invalidGrant("Invalid refresh token. Token client and authorized client don't match");
}

function findSession({ realm, state, client }: ClientRequest, token: IssuedToken): Session | Answer {
  if (realm.now() >= token.expiresAt) return invalidGrant('Token is not active');
  const session = sessionOf(realm, state, token);
  if (session === undefined) return invalidGrant('Session not active');
  if (token.user.disabled === true) return invalidGrant('User disabled');
  if (!session.clients.has(client.clientId)) return invalidGrant("Session doesn't have required client");
  return token.issuedAt < realm.notBefore ? invalidGrant('Stale token') : session;
}

function invalidGrant(description: string): Answer {
  return oauthError(400, 'invalid_grant', description);
}
