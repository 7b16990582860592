import type { Answer } from '../answers.js';
import { splitTarget } from '../server/form.js';
import { type Emulator, type ListenOptions, type Platform, startEmulator } from '../server/server.js';
import { isAnswer } from './errors.js';
import { exampleKeycloak } from './example.js';
import { answerLogoutForm, answerRevokeForm, answerToken } from './form-endpoints.js';
import { answerDiscovery, answerJwks, answerUserinfo } from './get-endpoints.js';
import { tokenAnswer } from './issue.js';
import type { Realm, RealmClient, RealmUser } from './model.js';
import { locate, type RealmRoute, realmPath } from './routes.js';
import { beginSession, createState, type EndpointRequest, type RealmState } from './state.js';

export type { Fault, When } from '../faults/faults.js';
export type { RecordedRequest } from '../server/request-log.js';
export * from './example.js';
export * from './model.js';
export { REALM_PATHS, type RealmRoute } from './routes.js';

/** A session of a user, as tests see it. */
export interface LiveSession {
  readonly id: string;
  readonly username: string;
  /** The clients in the session. A client is removed if its refresh token is used twice. */
  readonly clients: readonly string[];
}

/** A running emulator of a Keycloak realm. */
export interface RunningRealm extends Emulator<RealmRoute> {
  /** The server's URL, including the path prefix. */
  readonly baseUrl: string;
  readonly issuer: string;
  /** All access, refresh and ID tokens so far, in the order of issue. */
  issuedTokens(): readonly string[];
  /** The active sessions, in the order of creation. */
  liveSessions(): readonly LiveSession[];
  /** The number of wrong passwords of a user since the last successful login. */
  failuresOf(username: string): number;
  /** Logs a user in without a request, as if on another machine. Returns the body of the answer. */
  logIn(client: RealmClient, user: RealmUser, scope?: readonly string[]): Readonly<Record<string, unknown>>;
}

/** Starts a Keycloak realm. Missing options are those of `exampleKeycloak`. Source: Keycloak's guides and sources. */
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

type Endpoints = Readonly<Record<RealmRoute, (request: EndpointRequest) => Answer | Promise<Answer>>>;

const ENDPOINTS: Endpoints = {
  discovery: answerDiscovery,
  jwks: answerJwks,
  token: answerToken,
  userinfo: answerUserinfo,
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
      // Without a configured host name, Keycloak uses the host name in the request.
      const issuer = `http://${request.headers['host']}${realmPath(realm)}`;
      return ENDPOINTS[place.route]({ realm, state, issuer, request });
    },
  };
}
