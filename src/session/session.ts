import { ActionError, describeFailure } from '../errors.js';
import { type NetworkEnvironment, networkOf } from '../http/proxy.js';
import { openTransport, type Transport } from '../http/transport.js';
import { type Login, login } from '../login/login.js';
import type { IssuedLogin } from '../login/requested.js';
import { type User, whoami } from '../login/whoami.js';
import type { NetworkPort, Ports } from '../ports.js';
import type { Fetched } from '../secrets/fetch.js';
import type { Settings } from '../settings/settings.js';
import type { UndoSaver } from '../undo/save.js';
import type { State } from '../undo/state.js';

// Loaded together with the session, which saves its login.
export { prepareUndo } from '../undo/save.js';

/** The result of a run: its login and Secrets, with the time and the requests that were necessary. */
export interface Session {
  readonly login: Login;
  readonly fetched: Fetched;
  /** The state that is already saved, in case the run stops before it publishes anything. */
  readonly saved?: State | undefined;
  /** The owner of the token; undefined if `whoami` is false. */
  readonly user: User | undefined;
  readonly timing: { readonly milliseconds: number; readonly requests: number };
}

/** Logs in, saves the login, then fetches everything in parallel. @throws ActionError of the first failure */
export async function openSession(
  settings: Settings,
  ports: Ports,
  saver: UndoSaver = { saveLogin: () => undefined },
): Promise<Session> {
  const started = ports.now();
  let requests = 0;
  const counting: Ports = {
    ...ports,
    send(request) {
      requests += 1;
      return ports.isCancelled() ? Promise.reject(new Error('cancelled')) : ports.send(request);
    },
  };
  const run = await logInAndFetch(settings, counting, saver);
  const milliseconds = ports.now().getTime() - started.getTime();
  return { ...run, timing: { milliseconds, requests } };
}

type UntimedSession = Omit<Session, 'timing'>;

/** Logs in and fetches; if the platform rejects a shared token, because it was revoked for example, it is replaced once. */
async function logInAndFetch(settings: Settings, ports: Ports, saver: UndoSaver): Promise<UntimedSession> {
  const first = await logIn(settings, ports, saver);
  try {
    return await useLogin(first, settings, ports);
  } catch (error) {
    if (first.login.kind !== 'shared' || !(error instanceof ActionError) || error.code !== 'invalid_token') {
      throw error;
    }
    ports.log.info(`${describeFailure(error)}. The token of the earlier step is replaced.`);
    const cache = saver.cache && { ...saver.cache, read: () => undefined };
    return useLogin(await logIn(settings, ports, { ...saver, cache }), settings, ports);
  }
}

type LoggedIn = Pick<Session, 'login' | 'saved'>;

async function logIn(settings: Settings, ports: Ports, { saveLogin, cache }: UndoSaver): Promise<LoggedIn> {
  let saved: State | undefined;
  const keep = (issued: Login | IssuedLogin) => {
    saved = saveLogin(issued) ?? saved;
  };
  const loggedIn = await ports.track('login', () => login(settings, ports, { cache, keep }));
  if (loggedIn.kind === 'requested') {
    cache?.write(loggedIn.token);
  } else {
    keep(loggedIn);
  }
  return { login: loggedIn, saved };
}

async function useLogin(loggedIn: LoggedIn, settings: Settings, ports: Ports): Promise<UntimedSession> {
  const { login } = loggedIn;
  const [fetched, user] = await Promise.all([
    settings.secretRequests.length === 0 ? NO_SECRETS : fetchSecrets(settings, login, ports),
    settings.whoami ? ports.track('whoami', () => whoami(settings, login, ports)) : undefined,
  ]);
  return { ...loggedIn, fetched, user };
}

const NO_SECRETS: Fetched = { results: [], unnamed: undefined };

/** Loaded on demand: many runs request only a token. */
async function fetchSecrets(settings: Settings, { token, kind }: Login, ports: Ports): Promise<Fetched> {
  const { fetchSecrets: fetch } = await import('../secrets/fetch.js');
  return fetch(settings, { token, fresh: kind === 'requested' }, ports);
}

/** The ports of a run and its deadline; `close` ends both, and every connection, also during a request. */
export interface Connection extends Pick<Transport, 'beforeDeadline' | 'close'> {
  readonly ports: Ports;
}

/** Opens the only way to the network of a run, as its settings and the runner's variables define it. */
export function connect(
  { security, timeoutSeconds, retries }: Pick<Settings, 'security' | 'timeoutSeconds' | 'retries'>,
  variables: NetworkEnvironment,
  ports: Omit<Ports, NetworkPort>,
): Connection {
  const environment = networkOf(variables, ports.mask);
  const { send, sleep, expect, ...rest } = openTransport({
    timeoutSeconds,
    retries,
    security,
    environment,
    log: ports.log,
  });
  return { ports: { ...ports, send, sleep, expect }, ...rest };
}
