import { type Answer, json } from '../answers.js';
import type { RecordedRequest } from '../request-log.js';
import { bearerError } from './errors.js';
import { idOf } from './issue.js';
import { dialectOf, type Realm } from './model.js';
import { type RealmState, sessionOf } from './state.js';

const BEARER = /^bearer ([\w.~+/-]+=*)$/i;

/** Shows whom an access token belongs to. Source: OpenID Connect Core section 5.3; Keycloak, `UserInfoEndpoint`. */
export function answerUserinfo(realm: Realm, state: RealmState, request: RecordedRequest): Answer {
  const refuse = (status: number, error: string, description: string) =>
    bearerError(status, { realm: realm.name, error, error_description: description });
  const [, text] = BEARER.exec(request.headers['authorization'] ?? '') ?? [];
  if (text === undefined) return bearerError(401, { realm: realm.name });
  const token = state.tokens.get(text);
  const expired = token === undefined || realm.now() >= token.expiresAt || token.issuedAt < realm.notBefore;
  if (expired || token.use !== 'access' || state.spent.has(token.id)) {
    return refuse(401, 'invalid_token', 'Token verification failed');
  }
  if (dialectOf(realm).userinfoNeedsOpenid && !token.scope.includes('openid')) {
    return refuse(403, 'insufficient_scope', 'Missing openid scope');
  }
  if (token.sessionId !== undefined && sessionOf(realm, state, token)?.clients.has(token.clientId) !== true) {
    return refuse(401, 'invalid_token', dialectOf(realm).endedSession);
  }
  const { username, email } = token.user;
  return json(200, { sub: idOf(token.user), email_verified: true, preferred_username: username, email });
}
