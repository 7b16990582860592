import { type Login, login } from './login.js';
import type { Ports } from './ports.js';
import { type Fetched, fetchSecrets } from './secrets/fetch.js';
import type { Settings } from './settings.js';
import { type User, whoami } from './whoami.js';

/** All that a run has got, and what that took. */
export interface Session {
  readonly login: Login;
  readonly fetched: Fetched;
  /** Whom the token belongs to, where that was asked. */
  readonly user: User | undefined;
  readonly timing: { readonly milliseconds: number; readonly requests: number };
}

/** Logs in, then fetches everything at the same time. @throws ActionError of the first that fails */
export async function openSession(settings: Settings, ports: Ports): Promise<Session> {
  const started = ports.now();
  let requests = 0;
  const counting: Ports = {
    ...ports,
    send(request) {
      requests += 1;
      return ports.send(request);
    },
  };
  const loggedIn = await login(settings, counting);
  const [fetched, user] = await Promise.all([
    fetchSecrets(settings, loggedIn, counting),
    whoami(settings, loggedIn, counting),
  ]);
  const milliseconds = ports.now().getTime() - started.getTime();
  return { login: loggedIn, fetched, user, timing: { milliseconds, requests } };
}
