import { type Answer, json } from '../../answers.js';
import { isAnswer, oauthError } from '../errors.js';
import { type ClientRequest, grantScope, tokenAnswer } from '../issue.js';
import { dialectOf, type RealmUser } from '../model.js';
import { beginSession } from '../state.js';

/** Logs a user in with name and password. Source: Keycloak, `ResourceOwnerPasswordCredentialsGrantType` and its flow. */
export async function answerPassword(request: ClientRequest): Promise<Answer> {
  const { realm, state, client, form } = request;
  if (client.directAccess !== true) {
    return oauthError(400, 'unauthorized_client', 'Client not allowed for direct access grants');
  }
  if (client.consentRequired === true) return oauthError(400, 'invalid_client', 'Client requires user consent');
  const scope = grantScope(request);
  if (isAnswer(scope)) return scope;
  const username = form.get('username');
  if (username === null) return oauthError(401, 'invalid_request', 'Missing parameter: username');
  const user = realm.users.find((known) => known.username === username);
  if (user === undefined || isLocked(request, user)) return refuseLogin(request);
  const disabled = user.disabled === true ? oauthError(400, 'invalid_grant', 'Account disabled') : undefined;
  if (disabled !== undefined && dialectOf(realm).reportsDisabledFirst) return disabled;
  if (!(await isRightPassword(request, user))) return refuseLogin(request);
  if (disabled !== undefined) return disabled;
  if (user.requiredAction !== undefined) return oauthError(400, 'invalid_grant', 'Account is not fully set up');
  const session = beginSession(realm, state, user);
  return json(200, tokenAnswer(request, { user, scope, session, refresh: true }));
}

// Brute-force detection checks one login of a user at a time. It rejects simultaneous logins without counting them.
async function isRightPassword({ realm, state, form }: ClientRequest, user: RealmUser): Promise<boolean> {
  const { username } = user;
  if (realm.bruteForce !== undefined && state.checking.has(username)) return false;
  state.checking.add(username);
  try {
    await realm.whileChecking();
  } finally {
    state.checking.delete(username);
  }
  if (form.get('password') === user.password) return state.failures.delete(username) || true;
  const count = (state.failures.get(username)?.count ?? 0) + 1;
  const { failures = Number.POSITIVE_INFINITY, lockSeconds = 0 } = realm.bruteForce ?? {};
  state.failures.set(username, { count, lockedUntil: count < failures ? 0 : realm.now() + lockSeconds * 1000 });
  return false;
}

function isLocked({ realm, state }: ClientRequest, { username }: RealmUser): boolean {
  return realm.now() < (state.failures.get(username)?.lockedUntil ?? 0);
}

// Keycloak returns the same text for a wrong password, an unknown user, a locked user and a simultaneous login.
function refuseLogin({ realm }: ClientRequest): Answer {
  return oauthError(dialectOf(realm).refusedLoginStatus, 'invalid_grant', 'Invalid user credentials');
}
