import type { Refusal } from './platform.js';

/**
 * What Keycloak answers to a login that it refuses, in old versions and new ones, which differ in status and words.
 *
 * Read in its source and tried with 26.7.3; the table with all of it is in docs/keycloak.md.
 */
export const keycloakRefusals: readonly Refusal[] = [
  {
    error: 'invalid_grant',
    description: /^Account is not fully set up/,
    advice:
      'The account is not fully set up: the user must log in to the platform once by hand and do what it asks (change the password, verify the mail, set up a second factor)',
  },
  {
    error: 'invalid_grant',
    description: /^(?:Account|User) disabled/,
    advice: 'The account of this user is disabled; an administrator of the realm can enable it',
  },
  {
    error: 'invalid_grant',
    grant: 'password',
    advice:
      'The server answers the same to a wrong `username` or `password`, to a user who is locked after too many wrong ones, and to another login of this user at the same moment (jobs of a matrix); it was not tried again, since each try counts for the lock',
  },
  {
    error: 'invalid_grant',
    description: /^Maximum allowed refresh token reuse exceeded/,
    advice:
      'The `refresh_token` was used before, and the server has ended its session; where refresh tokens rotate, a stored one works once',
  },
  {
    error: 'invalid_grant',
    grant: 'refresh_token',
    advice: 'The `refresh_token` is expired, its session was ended, or it was issued to another `client_id`',
  },
  {
    error: 'unauthorized_client',
    description: /^Unexpected error when authenticating client/,
    advice:
      'The client could not be read; check `client_id` and `client_secret`, and whether a proxy changes the Authorization header',
  },
  {
    error: 'unauthorized_client',
    description: /direct access grants/,
    advice: 'The client in `client_id` may not use the password grant: its "Direct access grants" are off',
  },
  {
    error: 'unauthorized_client',
    description: /service account/,
    advice:
      'The client in `client_id` may not use client credentials: its "Service accounts roles" are off, or it is public',
  },
  {
    error: 'unauthorized_client',
    status: 400,
    advice: 'This grant is not allowed for the client in `client_id`; its administrator can allow it',
  },
  {
    error: 'unauthorized_client',
    advice:
      'The proof of the client (`client_secret`, key or ID token) is wrong, missing or was renewed; Keycloak calls that unauthorized_client, too',
  },
  {
    error: 'invalid_client',
    description: /^Token reuse detected/,
    isTrusted: true,
    advice: 'This token was presented before, and the server takes each only once',
  },
  {
    error: 'invalid_client',
    description: /^Invalid token audience/,
    advice: 'The server expects another audience: usually exactly the address of the realm',
  },
  {
    error: 'invalid_client',
    description: /^Unable to load public key/,
    advice:
      'The client has no key with this `signing_key_id` and algorithm; register the public key there, or give the id that it has there',
  },
  {
    error: 'invalid_client',
    description: /Signature on JWT token failed validation/,
    advice: 'The `signing_key` is not the key that the client has registered',
  },
  {
    error: 'invalid_client',
    description: /^Token (?:is not active|was issued)/,
    isTrusted: true,
    advice: 'The clocks of the runner and of the server differ, or the token lay too long before it was presented',
  },
  {
    error: 'invalid_client',
    description: /user consent/,
    advice: 'The client requires the consent of the user, which no workflow can give; switch that off for it',
  },
  {
    error: 'invalid_client',
    advice: 'The client does not exist there, is disabled, or does not prove itself in this way',
  },
  {
    error: 'invalid_request',
    description: /^(?:The associated service account |User '.*' disabled)/,
    advice:
      'The user behind the client ("service account") is missing or disabled; an administrator of the realm must restore or enable it',
  },
  {
    error: 'invalid_request',
    description: /^HTTPS required/,
    advice: 'The realm requires TLS: write `url` with https://',
  },
  { error: 'access_denied', description: /^Realm not enabled/, advice: 'The realm in `tenant` is disabled' },
  {
    error: 'Realm does not exist',
    code: 'endpoint_not_found',
    advice: 'The realm in `tenant` does not exist on this server; its name is case-sensitive',
  },
  {
    error: 'Unable to find matching target resource method',
    code: 'endpoint_not_found',
    advice:
      'There is a Keycloak, but not under this path: newer ones have no `/auth`, so use `platform: keycloak` or a `url` without it',
  },
  {
    status: 404,
    code: 'endpoint_not_found',
    advice: 'If this is an older Keycloak, its path starts with `/auth`: put it at the end of `url`',
  },
];
