import { type Answer, json } from '../../answers.js';
import { parseJwt } from '../../jwt.js';
import { isSignedBy } from '../clients/assertion.js';
import { isAnswer, oauthError } from '../errors.js';
import { type ClientRequest, grantScope, type Subject, tokenAnswer } from '../issue.js';
import { sessionOf } from '../state.js';
import { findLinkedUser } from './jwt.js';

type Exchanged = Pick<Subject, 'user' | 'scope' | 'session'>;

const TYPE = 'urn:ietf:params:oauth:token-type:';
const EXTERNAL_TYPES = [`${TYPE}jwt`, `${TYPE}id_token`];

/**
 * Exchanges a token for an access token. The standard exchange accepts only access tokens of the same realm. GitHub's
 * ID token is accepted only if the preview feature is enabled.
 * Source: RFC 8693 section 2; Keycloak, `StandardTokenExchangeProvider`.
 */
export function answerExchange(request: ClientRequest): Answer {
  const problem = findProblem(request);
  if (problem !== undefined) return oauthError(400, 'invalid_request', problem);
  const subject = EXTERNAL_TYPES.includes(request.form.get('subject_token_type') ?? '')
    ? findExternal(request)
    : findInternal(request);
  if (subject === undefined) return oauthError(400, 'invalid_request', 'Invalid token');
  if (isAnswer(subject)) return subject;
  // Recorded answers of 26.7.1 have no ID token, even with `openid`. Their scope is always that of the subject token.
  const answer = tokenAnswer(request, { ...subject, refresh: false, idToken: false });
  return json(200, { ...answer, issued_token_type: `${TYPE}access_token` });
}

function findProblem({ realm, client, form }: ClientRequest): string | undefined {
  if (client.tokenExchange !== true) return 'Standard token exchange is not enabled for the requested client';
  const missing = ['subject_token', 'subject_token_type'].find((name) => !form.has(name));
  if (missing !== undefined) return `Parameter '${missing}' required for standard token exchange`;
  const external = realm.externalTokenExchange ? EXTERNAL_TYPES : [];
  if (![`${TYPE}access_token`, ...external].includes(form.get('subject_token_type') ?? '')) {
    return "Parameter 'subject_token' supports access tokens only";
  }
  const requested = form.get('requested_token_type') ?? `${TYPE}access_token`;
  return requested === `${TYPE}access_token` ? undefined : 'requested_token_type unsupported';
}

function findInternal({ realm, state, client, form }: ClientRequest): Exchanged | Answer | undefined {
  const token = state.tokens.get(form.get('subject_token') ?? '');
  const session = token === undefined ? undefined : sessionOf(realm, state, token);
  const ended = token?.sessionId !== undefined && session === undefined;
  if (token?.use !== 'access' || ended || realm.now() >= token.expiresAt || state.spent.has(token.id)) return undefined;
  if (client.authentication.kind === 'none') {
    return oauthError(400, 'invalid_client', 'Public client is not allowed to exchange token');
  }
  if (token.clientId !== client.clientId) {
    // The only audience of the emulator's tokens is `account`.
    return oauthError(403, 'access_denied', 'Client is not within the token audience');
  }
  return { user: token.user, scope: token.scope, ...(session === undefined ? {} : { session }) };
}

function findExternal(request: ClientRequest): Exchanged | Answer | undefined {
  const { realm, form } = request;
  const jwt = parseJwt(form.get('subject_token') ?? '');
  const provider = realm.identityProviders.find(({ issuer }) => issuer === jwt?.claims['iss']);
  if (jwt === undefined || provider === undefined || !isSignedBy(jwt, provider.keys())) return undefined;
  const { exp } = jwt.claims;
  const user = findLinkedUser(request, provider.alias, jwt.claims);
  if (typeof exp !== 'number' || realm.now() >= exp * 1000 || user === undefined) return undefined;
  const scope = grantScope(request);
  return isAnswer(scope) ? scope : { user, scope };
}
