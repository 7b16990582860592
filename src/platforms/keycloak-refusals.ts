import type { Refusal } from './platform.js';

/**
 * The errors with which old and new versions of Keycloak reject a login; their status and texts differ.
 *
 * From its source, and tried with 26.7.3; docs/keycloak.md contains the complete table.
 */
export const keycloakRefusals: readonly Refusal[] = [
  ...refusalsOf('invalid_grant', {
    '^Account is not fully set up':
      'The account is not fully set up. The user must log in to the platform in a browser and complete the required steps (change the password, verify the e-mail address, set up a second factor)',
    '^(?:Account|User) disabled': 'The account of this user is disabled. An administrator of the realm can enable it',
    '^Maximum allowed refresh token reuse exceeded':
      'The `refresh_token` was used before, so the server ended its session. If refresh tokens rotate, a stored one works only once. Store a new one, or use other credentials',
  }),
  {
    error: 'invalid_grant',
    grant: 'password',
    advice:
      'Either `username` or `password` is wrong, the user is locked after too many wrong passwords, or another login of this user runs at the same time (jobs of a matrix). The login was not repeated, since each attempt counts towards the lock',
  },
  {
    error: 'invalid_grant',
    grant: 'refresh_token',
    advice: 'The `refresh_token` is expired, of another `client_id`, or its session was ended. Store a new one',
  },
  ...refusalsOf('unauthorized_client', {
    '^Unexpected error when authenticating client':
      'The server could not read the client. Check `client_id` and `client_secret`, and whether a proxy changes the Authorization header',
    'direct access grants':
      'The client is not allowed to use the password grant: its "Direct access grants" are off. An administrator of the realm can switch them on',
    'service account':
      'The client is not allowed to use client credentials: its "Service accounts roles" are off, or it is public. An administrator of the realm can change that',
  }),
  {
    error: 'unauthorized_client',
    status: 400,
    advice: 'The client is not allowed to use this grant. An administrator of the realm can allow it',
  },
  {
    error: 'unauthorized_client',
    advice:
      'The `client_secret`, key or ID token of the client is wrong, missing or was replaced. Keycloak also returns unauthorized_client for that',
  },
  {
    error: 'invalid_client',
    description: /^Token reuse detected/,
    isTrusted: true,
    advice: 'This token was presented before, and the server accepts each token only once. Run the job again',
  },
  {
    error: 'invalid_client',
    description: /^Token (?:is not active|was issued)/,
    isTrusted: true,
    advice:
      'The clocks of the runner and of the server differ, or the token was presented too late. Check the clock of the runner',
  },
  ...refusalsOf('invalid_client', {
    '^Invalid token audience': 'The server expects another audience, usually the exact address of the realm',
    '^Unable to load public key':
      'The client has no key with this `signing_key_id` and algorithm. Register the public key, or set the ID of the registered key',
    'Signature on JWT token failed validation': 'The `signing_key` does not belong to the registered key of the client',
    'user consent': 'The client requires the consent of the user. A workflow cannot give it: switch consent off',
  }),
  {
    error: 'invalid_client',
    advice:
      'The client is unknown to the server, disabled, or must use another client authentication. Check `client_id`',
  },
  ...refusalsOf('invalid_request', {
    "^(?:The associated service account |User '.*' disabled)":
      'The service account of the client is missing or disabled. An administrator of the realm must restore or enable it',
  }),
];

/** The errors of a Keycloak where `url` or `tenant` is wrong, for platforms with these inputs. */
export const realmRefusals: readonly Refusal[] = [
  {
    error: 'invalid_request',
    description: /^HTTPS required/,
    advice: 'The realm requires TLS. Use https:// in `url`',
  },
  {
    error: 'access_denied',
    description: /^Realm not enabled/,
    advice: 'The realm in `tenant` is disabled. An administrator of the server can enable it',
  },
  {
    error: 'Realm does not exist',
    code: 'endpoint_not_found',
    advice: 'The realm in `tenant` does not exist on this server. Its name is case-sensitive',
  },
  {
    error: 'Unable to find matching target resource method',
    code: 'endpoint_not_found',
    advice:
      'The server is a Keycloak, but not at this path. Newer versions have no `/auth`: use `platform: keycloak`, or remove the path from `url`',
  },
  {
    status: 404,
    code: 'endpoint_not_found',
    advice:
      'Check the host in `url`. If this is an older Keycloak, its path starts with `/auth`: add that to the end of `url`',
  },
];

/** The errors of a Keycloak to the login of another platform, or at an address that is not a realm's. */
export const otherPlatformRefusals: readonly Refusal[] = realmRefusals.flatMap(({ error, code }) =>
  error !== undefined && code === 'endpoint_not_found'
    ? [{ error, code, advice: 'The server is a Keycloak. If your platform is a Keycloak, set `platform: keycloak`' }]
    : [],
);

/** Makes the rows of one error from its descriptions, as regular expressions, and the advice for each. */
function refusalsOf(error: string, advices: Readonly<Record<string, string>>): Refusal[] {
  return Object.entries(advices).map(([text, advice]) => ({ error, description: new RegExp(text), advice }));
}
