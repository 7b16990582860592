import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Security } from '../http/secure-context.js';
import type { Login } from '../login/login.js';
import { openTokenCache, type TokenCache } from '../login/shared-token.js';
import type { JobEnvironment } from '../machine/environment.js';
import { checkTemp, digestOf, writeFiles } from '../machine/files.js';
import type { Ports } from '../ports.js';
import type { Settings } from '../settings/settings.js';
import { clientSecrets } from './client.js';
import { isRevocation, planRevocation, type Revocation } from './plan.js';
import type { State } from './state.js';

/** What of a run the keeping of a login needs. */
export interface UndoContext {
  readonly surroundings: JobEnvironment;
  readonly security: Security;
  readonly mask: Ports['mask'];
  /** Writes the state of this step. @throws ActionError publication_failed */
  readonly save: (state: State) => void;
}

const AUTHORITIES_FILE = 'authorities.pem';

/**
 * Opens the cache of a login, and makes the function that saves all that it takes to end it, for whatever happens to this
 * process from then on; that gives undefined where there is nothing to undo.
 */
export function prepareUndo(settings: Settings, keeper: UndoContext): UndoSaver {
  const cache = openTokenCache(settings, keeper.security, keeper.surroundings);
  const keep: UndoSaver['keep'] = (login) => {
    const end = planRevocation(login, settings, keeper.security);
    const place =
      cache === undefined ? {} : { cache: { folder: cache.folder, files: login.fetched ? cache.files : [] } };
    const nothing = { files: [], variables: [], ...place };
    if (end === undefined) {
      return login.shared === true ? saved(nothing, keeper) : undefined;
    }
    const state: State = { ...nothing, token: end };
    if (isRevocation(end)) {
      keeper.mask(clientSecrets(end.client));
      return keeper.security.authorities.length === 0 ? saved(state, keeper) : keepAuthorities(state, end, keeper);
    }
    return saved(state, keeper);
  };
  return { keep, cache };
}

function saved(state: State, { save }: UndoContext): State {
  save(state);
  return state;
}

/**
 * Saves the state, and the authorities of `ca_certificate`, which may be a whole bundle of roots, in a file; the state tells
 * whether it is still the same one in the end.
 */
function keepAuthorities(bare: State, end: Revocation, keeper: UndoContext): State {
  const { surroundings, security } = keeper;
  const content = security.authorities.join('\n');
  const folder = join(dirname(surroundings.folder), `bearer-login-${randomUUID()}`);
  const authorities = { path: join(folder, AUTHORITIES_FILE), digest: digestOf(content) };
  const state = saved({ ...bare, scratch: [folder], token: { ...end, authorities } }, keeper);
  try {
    checkTemp(dirname(folder), surroundings.variable('GITHUB_WORKSPACE') ?? '');
    writeFiles(folder, [{ path: AUTHORITIES_FILE, content }]);
  } catch {
    // The post step will say that it could not trust the server; the login itself is good.
  }
  return state;
}

/** What outlives this process of a login. */
export interface UndoSaver {
  /** Saves what a login takes to be ended; it happens in the turn in which there is a token. */
  readonly keep: (login: Login) => State | undefined;
  readonly cache?: TokenCache | undefined;
}
