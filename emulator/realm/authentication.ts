import type { Answer } from '../answers.js';
import { type Jwt, parseJwt } from '../jwt.js';
import type { RecordedRequest } from '../request-log.js';
import { findAssertionProblem, findKey, isSignedBy } from './assertion.js';
import { readBasic } from './basic.js';
import { badRequest, invalidClient, isAnswer, oauthError } from './errors.js';
import { dialectOf, type Realm, type RealmClient } from './model.js';
import { REALM_PATHS } from './routes.js';
import type { RealmState } from './state.js';

/** A request whose client is not known yet. */
export interface UnknownClient {
  readonly realm: Realm;
  readonly state: RealmState;
  readonly issuer: string;
  readonly request: RecordedRequest;
  readonly form: URLSearchParams;
}

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
// Keycloak's defaults.
const CLIENT_JWT = { clockSkewSeconds: 15, longestSeconds: 60, use: 'signed', reuse: false } as const;
const FEDERATED = { clockSkewSeconds: 0, longestSeconds: 300, use: 'federated' } as const;

/** Finds out which client a request is from, or refuses it. Source: Keycloak's client authenticators. */
export function authenticateClient(unknown: UnknownClient): RealmClient | Answer {
  const { form, request } = unknown;
  const asserted = form.has('client_assertion') || form.has('client_assertion_type');
  const basic = request.headers['authorization'] !== undefined;
  // RFC 6749 section 2.3; Keycloak itself would take the form's.
  if ([basic, form.has('client_secret'), asserted].filter(Boolean).length > 1) {
    return badRequest('two client authentications');
  }
  return asserted ? byAssertion(unknown) : bySecret(unknown);
}

function bySecret({ realm, request, form }: UnknownClient): RealmClient | Answer {
  const basic = readBasic(realm, request.headers['authorization'], form.has('client_id'));
  if (isAnswer(basic)) return basic;
  const id = form.get('client_id') ?? basic.id;
  const secret = form.get('client_secret') ?? basic.secret;
  if (id === undefined) return oauthError(400, 'invalid_client', 'Missing client_id parameter');
  const client = findClient(realm, ({ clientId }) => clientId === id);
  if (client === undefined) return invalidClient();
  const { authentication } = client;
  switch (authentication.kind) {
    case 'none':
      return client;
    case 'secret':
      if (secret === undefined) return oauthError(401, 'unauthorized_client', dialectOf(realm).missingSecret);
      if (secret === authentication.secret) return client;
      return oauthError(401, 'unauthorized_client', dialectOf(realm).wrongSecret);
    case 'private_key_jwt':
      return oauthError(400, 'invalid_client', 'Parameter client_assertion_type is missing');
    case 'federated':
      return invalidClient();
  }
}

function byAssertion(unknown: UnknownClient): RealmClient | Answer {
  const { form } = unknown;
  const type = form.get('client_assertion_type');
  const assertion = form.get('client_assertion');
  if (type === null) return refuse('Parameter client_assertion_type is missing');
  if (type !== JWT_BEARER) {
    return refuse(`Parameter client_assertion_type has value '${type}' but expected is '${JWT_BEARER}'`);
  }
  if (assertion === null) return refuse('client_assertion parameter missing');
  const jwt = parseJwt(assertion);
  if (jwt === undefined) return invalidClient();
  if (typeof jwt.claims['sub'] !== 'string') return refuse('Token sub claim is required');
  return jwt.claims['iss'] === jwt.claims['sub'] ? bySignedJwt(unknown, jwt) : byFederatedJwt(unknown, jwt);
}

function bySignedJwt({ realm, state, issuer, form }: UnknownClient, jwt: Jwt): RealmClient | Answer {
  const { claims } = jwt;
  if (!isOwnId(form, String(claims['sub']))) return refuse('client_id parameter does not match sub claim');
  const client = findClient(realm, ({ clientId }) => clientId === claims['sub']);
  if (client?.authentication.kind !== 'private_key_jwt') return invalidClient();
  const { keys } = client.authentication;
  if (findKey(jwt, keys) === undefined) return refuse('Unable to load public key');
  if (!isSignedBy(jwt, keys)) {
    return refuse('Client authentication with signed JWT failed: Signature on JWT token failed validation');
  }
  const rules = { ...CLIENT_JWT, audiences: [issuer, issuer + REALM_PATHS.token], now: secondsOf(realm) };
  const problem = findAssertionProblem(state, claims, rules);
  return problem === undefined ? client : refuse(problem);
}

function byFederatedJwt({ realm, state, issuer, form }: UnknownClient, jwt: Jwt): RealmClient | Answer {
  const { claims } = jwt;
  const provider = realm.identityProviders.find((known) => known.issuer === claims['iss']);
  const client = findClient(
    realm,
    ({ authentication }) =>
      authentication.kind === 'federated' &&
      authentication.provider === provider?.alias &&
      authentication.subject === claims['sub'],
  );
  if (!dialectOf(realm).federatedClients || provider === undefined || client === undefined) return invalidClient();
  if (!isOwnId(form, client.clientId)) return refuse('client_id parameter does not match sub claim');
  if (!isSignedBy(jwt, provider.keys())) return invalidClient();
  const reuse = provider.assertionReuse === true;
  const problem = findAssertionProblem(state, claims, {
    ...FEDERATED,
    reuse,
    audiences: [issuer],
    now: secondsOf(realm),
  });
  return problem === undefined ? client : refuse(problem);
}

function findClient(realm: Realm, isMeant: (client: RealmClient) => boolean): RealmClient | undefined {
  return realm.clients.find((client) => client.disabled !== true && isMeant(client));
}

function isOwnId(form: URLSearchParams, id: string): boolean {
  return (form.get('client_id') ?? id) === id;
}

function secondsOf(realm: Realm): number {
  return Math.floor(realm.now() / 1000);
}

function refuse(description: string): Answer {
  return oauthError(400, 'invalid_client', description);
}
