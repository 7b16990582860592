import type { Owner, SecretsPlatform } from './platform.js';

/**
 * Striveworks Chariot, as its pages on authentication and on Secrets describe it.
 *
 * Those pages give the project's path only; the ones of organizations and users are by analogy. A 404 answers every
 * spelling of a path that is not the documented one: with the slash before `?` in the list, without it behind a key.
 */
export const chariot: SecretsPlatform = {
  title: 'Chariot',
  server: { by: 'url', tokenPath: '/auth/client/v2/chariot/login', userPath: '/api/identity/v2/users/me/' },
  inputs: ['url', 'project_id', 'organization_id', 'user_id', 'secrets'],
  grants: ['client_credentials'],
  clientAuthentications: ['client_secret_post'],
  secretMethod: 'client_secret_post',
  tokenRequest: { format: 'form' },
  tokenFields: ['access_token'],
  tokenVariable: 'CHARIOT_TOKEN',
  leewaySeconds: 30,
  certificateAlone: true,
  loginInputs: '`client_id` and `client_secret`, `bearer_token`, or a client certificate',
  loginAdvice:
    'Client credentials of Chariot expire after at most a year: if this login worked before, make new ones (Profile, Client Credentials)',
  refusals: [],
  revocation: { by: 'nothing', reason: 'Chariot documents no way to end a token' },
  whoami: { from: 'endpoint', shown: ['id', 'email', 'name'] },
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
