import type { PlannedFile } from './files.js';
import type { Part } from './publication-parts.js';
import { ownClaims, pythonIdentity } from './python-claims.js';
import type { Pair } from './secrets/names.js';
import type { Session } from './session.js';
import type { Settings } from './settings.js';
import { formatTokenInfo, TOKEN_INFO_FILE } from './token-info.js';

/** What a login gives out: the token, all that is known of it and of its user, and the file for a Python client. */
export function loginPart(session: Session, settings: Settings): Part {
  return {
    outputs: loginOutputs(session, settings),
    variables: loginVariables(session, settings),
    files: loginFiles(session, settings),
  };
}

/** The outputs of a login: the token, all that is known of it, and of its user. */
export function loginOutputs({ login: { token }, user }: Session, { platform, tokenInfoFile }: Settings): Pair[] {
  const claims = ownClaims(token?.claims, platform);
  const identity = claims === undefined || platform.pythonClient === undefined ? undefined : pythonIdentity(claims);
  const optional = (name: string, value: string | undefined): Pair[] => (value === undefined ? [] : [[name, value]]);
  return [
    ...optional('bearer_token', token?.value),
    ...optional('token_type', token?.type),
    ...optional('expires_in', token?.expiresIn?.toString()),
    ...optional('expires_at', token?.expiresAt?.toISOString()),
    ...optional('claims', claims && JSON.stringify(claims)),
    ...optional('user', user && JSON.stringify(user)),
    ...optional('namespace', identity?.namespace),
    ...optional('all_acl_subjects', identity && JSON.stringify(identity.aclSubjects)),
    ...optional('all_owner_acl_subjects', identity && JSON.stringify(identity.ownerAclSubjects)),
    ...optional('token_info', tokenInfoFile?.path),
  ];
}

/** The variables of a login: the token, or the path of the file that stands for it. */
export function loginVariables({ login }: Session, { tokenVariable, tokenInfoFile, exportEnv }: Settings): Pair[] {
  if (tokenInfoFile === undefined || !exportEnv) {
    return tokenVariable === undefined || login.token === undefined ? [] : [[tokenVariable, login.token.value]];
  }
  const { variable, path, stale } = tokenInfoFile;
  return [[variable, path], ...(stale === undefined ? [] : ([[stale, '']] as const))];
}

/** The file that a Python client reads and refreshes with, where one is wanted. */
export function loginFiles({ login: { token } }: Session, { tokenInfoFile, credentials }: Settings): PlannedFile[] {
  const { grant, clientId, scope } = credentials ?? {};
  if (tokenInfoFile === undefined || grant?.type !== 'refresh_token' || clientId === undefined || token === undefined) {
    return [];
  }
  const content = formatTokenInfo({ clientId, refreshToken: grant.refreshToken, token: token.value, scope });
  return [{ path: TOKEN_INFO_FILE, content }];
}
