import type { Answer } from '../../answers.js';
import { type Jwt, parseJwt } from '../../jwt.js';
import { badRequest, invalidClient, isAnswer, oauthError } from '../errors.js';
import { dialectOf, type Realm, type RealmClient } from '../model.js';
import { REALM_PATHS } from '../routes.js';
import type { EndpointRequest } from '../state.js';
import { findAssertionProblem, findKey, isSignedBy } from './assertion.js';
import { readBasic } from './basic.js';

/** A request before its client is authenticated. */
export interface UnknownClient extends EndpointRequest {
  readonly form: URLSearchParams;
}

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
// Keycloak's default limits.
const CLIENT_JWT = { clockSkewSeconds: 15, longestSeconds: 60, use: 'signed', reuse: false } as const;
const FEDERATED = { clockSkewSeconds: 0, longestSeconds: 300, use: 'federated' } as const;

/**
 * Finds the client by `client_id`, header or assertion, and authenticates it by the method that the client is configured
 * for. Returns an error if that fails. Source: Keycloak's client authenticators, and observed answers of 26.7.3.
 */
export function authenticateClient(unknown: UnknownClient): RealmClient | Answer {
  const { realm, form, request } = unknown;
  const asserted = form.has('client_assertion') || form.has('client_assertion_type');
  const authorization = request.headers['authorization'];
  // RFC 6749 section 2.3 forbids this; Keycloak would use the credentials in the form.
  if ([authorization !== undefined, form.has('client_secret'), asserted].filter(Boolean).length > 1) {
    return badRequest('two client authentications');
  }
  const basic = readBasic(realm, authorization, form.has('client_id'));
  if (isAnswer(basic)) return basic;
  const jwt = parseJwt(form.get('client_assertion') ?? '');
  const isTyped = form.get('client_assertion_type') === JWT_BEARER;
  const id = form.get('client_id') ?? basic.id;
  if (id === undefined && !asserted) return dialectOf(realm).missingClient;
  const client = findClient(realm, (known) =>
    id === undefined ? isTyped && isAsserted(realm, known, jwt) : known.clientId === id,
  );
  return client === undefined ? invalidClient() : prove(unknown, client, { jwt, secret: basic.secret });
}

interface Proof {
  readonly jwt: Jwt | undefined;
  readonly secret: string | undefined;
}

function prove(unknown: UnknownClient, client: RealmClient, { jwt, secret }: Proof): RealmClient | Answer {
  const { realm, form } = unknown;
  switch (client.authentication.kind) {
    case 'none':
      return client;
    case 'secret':
      return bySecret(realm, client, { posted: form.get('client_secret') ?? undefined, secret });
    case 'private_key_jwt':
      return bySignedJwt(unknown, client, jwt);
    case 'federated':
      return byFederatedJwt(unknown, client, jwt);
  }
}

// An assertion identifies a client if the client signed it, or if the client's identity provider did.
function isAsserted(realm: Realm, { clientId, authentication }: RealmClient, jwt: Jwt | undefined): boolean {
  const { iss, sub } = jwt?.claims ?? {};
  if (sub === undefined) return false;
  if (iss === sub) return authentication.kind === 'private_key_jwt' && clientId === sub;
  const provider = realm.identityProviders.find(({ issuer }) => issuer === iss);
  const isFederated = authentication.kind === 'federated' && dialectOf(realm).federatedClients;
  return isFederated && authentication.provider === provider?.alias && authentication.subject === sub;
}

interface Secrets {
  readonly posted: string | undefined;
  readonly secret: string | undefined;
}

function bySecret(realm: Realm, client: RealmClient, { posted, secret: header }: Secrets): RealmClient | Answer {
  if (client.authentication.kind !== 'secret') return invalidClient();
  const secret = posted ?? header;
  const used = posted === undefined ? 'client_secret_basic' : 'client_secret_post';
  const { only = used } = client.authentication;
  if (only !== used) return otherMethod(only, used);
  if (secret === client.authentication.secret) return client;
  const { missingSecret, wrongSecret } = dialectOf(realm);
  return oauthError(401, 'unauthorized_client', secret === undefined ? missingSecret : wrongSecret);
}

// Source: ory/fosite, client_authentication.go.
function otherMethod(only: string, used: string): Answer {
  const text =
    'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).';
  const hint = `The OAuth 2.0 Client supports client authentication method '${only}', but method '${used}' was requested.`;
  return oauthError(401, 'invalid_client', `${text} ${hint}`);
}

function bySignedJwt(unknown: UnknownClient, client: RealmClient, jwt: Jwt | undefined): RealmClient | Answer {
  const { realm, state, issuer, form } = unknown;
  if (client.authentication.kind !== 'private_key_jwt') return invalidClient();
  if (jwt === undefined && form.has('client_assertion')) {
    return refuse('Client authentication with signed JWT failed: java.lang.IllegalArgumentException: Parsing error');
  }
  if (jwt !== undefined && !isAsserted(realm, client, jwt)) return invalidClient();
  const missing = findMissing(form);
  if (jwt === undefined || missing !== undefined) return refuse(missing ?? 'client_assertion parameter missing');
  const { keys } = client.authentication;
  if (findKey(jwt, keys) === undefined) return refuse('Unable to load public key');
  if (!isSignedBy(jwt, keys)) {
    return refuse('Client authentication with signed JWT failed: Signature on JWT token failed validation');
  }
  const endpoint = issuer + REALM_PATHS.token;
  const audiences = realm.other?.tokenEndpointAudience === true ? [endpoint] : [issuer, endpoint];
  const rules = { ...CLIENT_JWT, audiences, now: secondsOf(realm) };
  const problem = findAssertionProblem(state, jwt.claims, rules);
  return problem === undefined ? client : refuse(problem);
}

function findMissing(form: URLSearchParams): string | undefined {
  const type = form.get('client_assertion_type');
  if (type === null) return 'Parameter client_assertion_type is missing';
  return type === JWT_BEARER
    ? undefined
    : `Parameter client_assertion_type has value '${type}' but expected is '${JWT_BEARER}'`;
}

function byFederatedJwt(unknown: UnknownClient, client: RealmClient, jwt: Jwt | undefined): RealmClient | Answer {
  const { realm, state, issuer, form } = unknown;
  const provider = realm.identityProviders.find((known) => known.issuer === jwt?.claims['iss']);
  const isTyped = form.get('client_assertion_type') === JWT_BEARER;
  if (jwt === undefined || provider === undefined || !isTyped || !isAsserted(realm, client, jwt))
    return invalidClient();
  if (!isSignedBy(jwt, provider.keys())) return invalidClient();
  const rules = { reuse: provider.assertionReuse === true, audiences: [issuer], now: secondsOf(realm) };
  const problem = findAssertionProblem(state, jwt.claims, { ...FEDERATED, ...rules });
  return problem === undefined ? client : refuse(problem);
}

function findClient(realm: Realm, isMeant: (client: RealmClient) => boolean): RealmClient | undefined {
  return realm.clients.find((client) => client.disabled !== true && isMeant(client));
}

function secondsOf(realm: Realm): number {
  return Math.floor(realm.now() / 1000);
}

function refuse(description: string): Answer {
  return oauthError(400, 'invalid_client', description);
}
