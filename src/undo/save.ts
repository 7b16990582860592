import { basename, dirname, join } from 'node:path';
import { attempt } from '../json.js';
import type { Login } from '../login/login.js';
import type { IssuedLogin } from '../login/requested.js';
import { openTokenCache, type TokenCache } from '../login/shared-token.js';
import type { JobEnvironment } from '../machine/environment.js';
import { checkTemp, digestOf, writeFiles } from '../machine/files.js';
import { createFolder, newFolderName, removeFolder } from '../machine/own-folder.js';
import { clientSecrets } from '../oauth/saved-client.js';
import type { Settings } from '../settings/settings.js';
import { planRevocation, type Revocation } from './plan.js';
import { AUTHORITIES_FILE, type State } from './state.js';

/** What of a run is needed to save its state. */
interface UndoContext {
  readonly environment: JobEnvironment;
  /** Writes the state of this step. @throws ActionError publication_failed */
  readonly save: (state: State) => void;
}

/** What outlives the process of a login: the state for the post step, and the token that later steps share. */
export interface UndoSaver {
  /**
   * Saves what the post step needs to undo a login, and returns it; undefined if there is nothing to undo.
   * What a server issued is saved even if the login is rejected afterwards.
   *
   * It must be called in the same turn of the event loop in which the token is received: the process may be killed later.
   */
  readonly saveLogin: (login: Login | IssuedLogin) => State | undefined;
  readonly cache?: TokenCache | undefined;
}

/** The state of a token that the post step revokes. */
type RevokedState = State & { readonly token: Revocation };

/** Opens the token cache of a login, and returns it with the function that saves the login for the post step. */
export function prepareUndo(settings: Settings, context: UndoContext): UndoSaver {
  const cache = openTokenCache(settings, context.environment);
  const saveLogin: UndoSaver['saveLogin'] = (login) => {
    if (login.kind !== 'requested' && login.kind !== 'shared') {
      return undefined;
    }
    const token = planRevocation(login, settings);
    const files = login.kind === 'requested' ? cache?.files : [];
    const state: State = { folders: [], variables: [], cache: cache && files, token };
    if (token?.steps !== undefined) {
      context.environment.mask(clientSecrets(token.client));
      if (settings.security.authorities.length > 0) {
        return saveWithAuthorities({ ...state, token }, settings.security.authorities, context);
      }
    }
    context.save(state);
    return state;
  };
  return { saveLogin, cache };
}

/**
 * Saves the state, and the authorities of `ca_certificate` in a file, because they may be a whole bundle of root certificates.
 *
 * The state contains the digest of the file, so that the post step can see whether the file was changed.
 */
function saveWithAuthorities(state: RevokedState, authorities: readonly string[], context: UndoContext): State {
  const { environment, save } = context;
  const content = authorities.join('\n');
  const path = join(dirname(environment.folder), newFolderName());
  // If this fails, the login succeeds, and the post step reports what is missing.
  const folder = attempt(() => {
    checkTemp(dirname(path), environment.variable('GITHUB_WORKSPACE') ?? '');
    return createFolder(path);
  });
  const saved = { folder: folder ?? { name: basename(path), identity: '' }, digest: digestOf(content) };
  const folders = folder === undefined ? [] : [folder];
  const whole: State = { ...state, folders, token: { ...state.token, authorities: saved } };
  try {
    save(whole);
  } catch (error) {
    // The post step cannot know the folder.
    void (folder && removeFolder(dirname(path), folder));
    throw error;
  }
  attempt(() => writeFiles(path, folder === undefined ? [] : [{ path: AUTHORITIES_FILE, content }]));
  return whole;
}
