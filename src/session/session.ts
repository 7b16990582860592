import { ActionError } from '../errors.js';
import { type Login, login } from '../login/login.js';
import type { TokenCache } from '../login/shared-token.js';
import { type User, whoami } from '../login/whoami.js';
import type { Ports } from '../ports.js';
import { type Fetched, fetchSecrets } from '../secrets/fetch.js';
import type { Settings } from '../settings/settings.js';
import type { UndoSaver } from '../undo/save.js';
import type { State } from '../undo/state.js';

/** All that a run has got, and what that took. */
export interface Session {
  readonly login: Login;
  readonly fetched: Fetched;
  /** What is saved already, for the post step of a run that ends before its publication. */
  readonly saved?: State | undefined;
  /** Whom the token belongs to, where that was asked. */
  readonly user: User | undefined;
  readonly timing: { readonly milliseconds: number; readonly requests: number };
}

/** Logs in, saves that, then fetches everything at the same time. @throws ActionError of the first that fails */
export async function openSession(
  settings: Settings,
  ports: Ports,
  keeping: UndoSaver = { keep: () => undefined },
): Promise<Session> {
  const started = ports.now();
  let requests = 0;
  const counting: Ports = {
    ...ports,
    send(request) {
      requests += 1;
      return ports.send(request);
    },
  };
  const got = await getAll(settings, counting, keeping);
  const milliseconds = ports.now().getTime() - started.getTime();
  return { ...got, timing: { milliseconds, requests } };
}

type Got = Omit<Session, 'timing'>;

/** Gets everything; a shared token that is not good any more, since somebody has ended it, is replaced once. */
async function getAll(settings: Settings, ports: Ports, keeping: UndoSaver): Promise<Got> {
  const first = await logIn(settings, ports, keeping);
  try {
    return await useLogin(first, settings, ports);
  } catch (error) {
    if (first.login.shared !== true || !(error instanceof ActionError) || error.code !== 'invalid_token') {
      throw error;
    }
    ports.log.info(`${error.message}. The token of the earlier step is replaced.`);
    return useLogin(
      await logIn(settings, ports, { ...keeping, write: keeping.cache, cache: undefined }),
      settings,
      ports,
    );
  }
}

type LoggedIn = Pick<Session, 'login' | 'saved'>;

async function logIn(
  settings: Settings,
  ports: Ports,
  { keep, cache, write = cache }: UndoSaver & { readonly write?: TokenCache | undefined },
): Promise<LoggedIn> {
  const loggedIn = await login(settings, ports, cache);
  const saved = keep(loggedIn);
  if (loggedIn.fetched && loggedIn.token !== undefined) {
    write?.write(loggedIn.token);
  }
  return { login: loggedIn, saved };
}

async function useLogin(loggedIn: LoggedIn, settings: Settings, ports: Ports): Promise<Got> {
  const [fetched, user] = await Promise.all([
    fetchSecrets(settings, loggedIn.login, ports),
    whoami(settings, loggedIn.login, ports),
  ]);
  return { ...loggedIn, fetched, user };
}
