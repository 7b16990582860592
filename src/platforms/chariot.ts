import { otherPlatformRefusals } from './keycloak-refusals.js';
import type { Owner, SecretsPlatform } from './platform.js';

/**
 * Striveworks Chariot, as its pages on authentication and on Secrets describe it.
 *
 * Those pages document only the path of a project; we assume similar ones for organizations and users. The server returns
 * 404 for any other spelling: the list has a slash before `?`, a key has none.
 */
export const chariot: SecretsPlatform = {
  title: 'Chariot',
  server: { by: 'url', tokenPath: '/auth/client/v2/chariot/login', userPath: '/api/identity/v2/users/me/' },
  inputs: ['url', 'token_parameters', 'project_id', 'organization_id', 'user_id', 'secrets'],
  grants: ['client_credentials'],
  clientAuthentications: ['client_secret_post'],
  secretMethod: 'client_secret_post',
  tokenRequest: { format: 'form' },
  tokenFields: ['access_token'],
  tokenVariable: 'CHARIOT_TOKEN',
  leewaySeconds: 30,
  certificateAlone: true,
  loginInputs: '`client_id` and `client_secret`, `bearer_token`, or a client certificate',
  loginAdvice: [
    'If this login worked before, create new client credentials in Chariot (Profile, Client Credentials): they expire after at most a year',
    'If it never worked, check that `client_id` and `client_secret` are complete and belong to this Chariot',
  ],
  refusals: otherPlatformRefusals,
  revocation: { by: 'nothing', reason: 'Chariot documents no way to revoke a token' },
  whoami: { from: 'endpoint', shown: ['id', 'email', 'name'] },
  secrets: {
    listPath: (owner) => `${settingsPath(owner)}/?sort=name&desc=false`,
    // A key such as secret/Custom/2kFm… keeps its slashes; each of its segments is encoded.
    decryptPath: (owner, key) =>
      `${settingsPath(owner)}/${key.split('/').map(encodeURIComponent).join('/')}?decrypt=true`,
    listPermission: 'secret_list (the roles Reader, Writer and Owner have it)',
    decryptPermission: 'secret_decrypt (the roles Writer and Owner have it, Reader does not)',
  },
};

function settingsPath(owner: Owner): string {
  return `/api/identity/v2/settings/${owner.kind}/${encodeURIComponent(owner.id)}`;
}
