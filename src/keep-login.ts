import { createHash, randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type Ending, isEnding, planEnding } from './ending.js';
import { checkTemp, writeFiles } from './files.js';
import type { Security } from './http/secure-context.js';
import type { Ports } from './ports.js';
import { clientSecrets } from './saved-client.js';
import type { Keeping } from './session.js';
import type { Settings } from './settings.js';
import type { State } from './state.js';
import type { JobSurroundings } from './surroundings.js';
import { openTokenCache } from './token-cache.js';

/** What of a run the keeping of a login needs. */
export interface Keeper {
  readonly surroundings: JobSurroundings;
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
export function keepLogin(settings: Settings, keeper: Keeper): Keeping {
  const cache = openTokenCache(settings, keeper.security, keeper.surroundings);
  const keep: Keeping['keep'] = (login) => {
    const end = planEnding(login, settings, keeper.security);
    const place =
      cache === undefined ? {} : { cache: { folder: cache.folder, files: login.fetched ? cache.files : [] } };
    const nothing = { files: [], variables: [], ...place };
    if (end === undefined) {
      return login.shared === true ? saved(nothing, keeper) : undefined;
    }
    const state: State = { ...nothing, token: end };
    if (isEnding(end)) {
      keeper.mask(clientSecrets(end.client));
      return keeper.security.authorities.length === 0 ? saved(state, keeper) : keepAuthorities(state, end, keeper);
    }
    return saved(state, keeper);
  };
  return { keep, cache };
}

function saved(state: State, { save }: Keeper): State {
  save(state);
  return state;
}

/**
 * Saves the state, and the authorities of `ca_certificate`, which may be a whole bundle of roots, in a file; the state tells
 * whether it is still the same one in the end.
 */
function keepAuthorities(bare: State, end: Ending, keeper: Keeper): State {
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

/** What tells that a text is still the same. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
