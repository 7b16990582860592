import { type Answer, json } from './answers.js';
import { splitTarget } from './form.js';
import { answerDiscovery } from './realm/discovery.js';
import { isAnswer } from './realm/errors.js';
import { exampleKeycloak } from './realm/example.js';
import { answerLogoutForm, answerRevokeForm, answerToken, type FormRequest } from './realm/form-endpoints.js';
import { tokenAnswer } from './realm/issue.js';
import type { Realm, RealmClient, RealmUser } from './realm/model.js';
import { locate, type RealmRoute, realmPath } from './realm/routes.js';
import { beginSession, createState, type RealmState } from './realm/state.js';
import { answerUserinfo } from './realm/userinfo.js';
import { type Emulator, type ListenOptions, type Platform, startEmulator } from './server.js';

export type { Fault, When } from './faults.js';
export * from './realm/example.js';
export * from './realm/model.js';
export { REALM_PATHS, type RealmRoute } from './realm/routes.js';
export type { RecordedRequest } from './request-log.js';

/** A session as a test sees it. */
export interface LiveSession {
  readonly id: string;
  readonly username: string;
  /** The clients in it; one whose refresh token was replayed is not any more. */
  readonly clients: readonly string[];
}

/** A running realm. */
export interface RunningRealm extends Emulator<RealmRoute> {
  /** The server's address with its prefix. */
  readonly baseUrl: string;
  readonly issuer: string;
  /** Every access, refresh and ID token so far, in the order of issue. */
  issuedTokens(): readonly string[];
  /** The sessions that have not ended, in the order of their beginning. */
  liveSessions(): readonly LiveSession[];
  /** How many wrong passwords of a user were counted since the last right one. */
  failuresOf(username: string): number;
  /** Logs a user in outside of the requests, as long ago or at another machine. */
  logIn(client: RealmClient, user: RealmUser, scope?: readonly string[]): Readonly<Record<string, unknown>>;
}

/** Starts a Keycloak realm; what is left out is as in `exampleKeycloak`. Source: Keycloak's guides and sources. */
export async function startRealm(realm: Partial<Realm> = {}, options: ListenOptions = {}): Promise<RunningRealm> {
  const whole = { ...exampleKeycloak, ...realm };
  const state = createState();
  const emulator = await startEmulator(keycloak(whole, state), options);
  const issuer = emulator.url + realmPath(whole);
  return {
    ...emulator,
    baseUrl: emulator.url + whole.prefix,
    issuer,
    issuedTokens: () => [...state.tokens.keys()],
    liveSessions: () =>
      [...state.sessions.values()]
        .filter(({ expiresAt }) => whole.now() < expiresAt)
        .map(({ id, user, clients }) => ({ id, username: user.username, clients: [...clients] })),
    failuresOf: (username) => state.failures.get(username)?.count ?? 0,
    logIn(client, user, scope = []) {
      const session = beginSession(whole, state, user);
      const request = { realm: whole, state, issuer, client, form: new URLSearchParams() };
      return tokenAnswer(request, { user, scope, session, refresh: true });
    },
  };
}

type Endpoints = Readonly<Record<RealmRoute, (request: FormRequest) => Answer | Promise<Answer>>>;

const ENDPOINTS: Endpoints = {
  discovery: ({ request, issuer }) => onlyGet(request.method) ?? answerDiscovery(issuer),
  jwks: ({ request, state }) => onlyGet(request.method) ?? json(200, { keys: [state.key.jwk] }),
  token: answerToken,
  userinfo: ({ realm, state, request }) => onlyGet(request.method) ?? answerUserinfo(realm, state, request),
  logout: answerLogoutForm,
  revoke: answerRevokeForm,
};

function keycloak(realm: Realm, state: RealmState): Platform<RealmRoute> {
  return {
    identify({ target }) {
      const place = locate(realm, splitTarget(target).path);
      return isAnswer(place) ? undefined : place;
    },
    answer(request) {
      const place = locate(realm, splitTarget(request.target).path);
      if (isAnswer(place)) return place;
      // Keycloak without a fixed host name goes by the one that it was asked as.
      const issuer = `http://${request.headers['host']}${realmPath(realm)}`;
      return ENDPOINTS[place.route]({ realm, state, issuer, request });
    },
  };
}

function onlyGet(method: string): Answer | undefined {
  return method === 'GET' ? undefined : json(405, { error: 'HTTP 405 Method Not Allowed' });
}
