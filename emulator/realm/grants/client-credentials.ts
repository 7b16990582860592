import { type Answer, json } from '../../answers.js';
import { isAnswer, oauthError } from '../errors.js';
import { type ClientRequest, grantScope, tokenAnswer } from '../issue.js';
import { beginSession } from '../state.js';

/** Logs a client in as its service account's user. Source: Keycloak, `ClientCredentialsGrantType`. */
export function answerClientCredentials(request: ClientRequest): Answer {
  const { realm, state, client } = request;
  if (client.authentication.kind === 'none') {
    return unauthorized('Public client not allowed to retrieve service account');
  }
  if (client.serviceAccount === undefined) return unauthorized('Client not enabled to retrieve service account');
  const scope = grantScope(request);
  if (isAnswer(scope)) return scope;
  if (client.serviceAccount === 'missing') {
    return oauthError(401, 'invalid_request', 'The associated service account for the client does not exist');
  }
  const username = `service-account-${client.clientId.toLowerCase()}`;
  if (client.serviceAccount === 'disabled') {
    return oauthError(401, 'invalid_request', `User '${username}' disabled`);
  }
  const user = { username, password: '', email: `${username}@example.com` };
  if (client.serviceAccountRefresh !== true) return json(200, tokenAnswer(request, { user, scope, refresh: false }));
  const session = beginSession(realm, state, user);
  return json(200, tokenAnswer(request, { user, scope, session, refresh: true }));
}

function unauthorized(description: string): Answer {
  return oauthError(401, 'unauthorized_client', description);
}
