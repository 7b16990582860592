import type { Owner, Platform } from './platform.js';

/**
 * Striveworks Chariot, as its pages on authentication and on Secrets describe it.
 *
 * Those pages give the project's path only; the ones of organizations and users are by analogy. A 404 answers every
 * spelling of a path that is not the documented one: with the slash before `?` in the list, without it behind a key.
 */
export const chariot: Platform = {
  title: 'Chariot',
  tokenPath: '/auth/client/v2/chariot/login',
  tokenFields: ['access_token'],
  tokenVariable: 'CHARIOT_TOKEN',
  leewaySeconds: 30,
  loginAdvice:
    'Client credentials of Chariot expire after at most a year: if this login worked before, make new ones (Profile, Client Credentials)',
  noRevocation: 'Chariot documents no way to end a token',
  secrets: {
    listPath: (owner) => `${settingsPath(owner)}/?sort=name&desc=false`,
    // A key such as secret/Custom/2kFm… keeps its slashes; each of its segments is encoded alone.
    decryptPath: (owner, key) =>
      `${settingsPath(owner)}/${key.split('/').map(encodeURIComponent).join('/')}?decrypt=true`,
    listPermission: 'secret_list (the roles Reader, Writer and Owner have it)',
    decryptPermission: 'secret_decrypt (the roles Writer and Owner have it, Reader has not)',
  },
};

function settingsPath(owner: Owner): string {
  return `/api/identity/v2/settings/${owner.kind}/${encodeURIComponent(owner.id)}`;
}
