import { generateSigningKey } from '../../../emulator/jwt.js';
import type { ErrorCode } from '../../../src/errors.js';
import { certificateOf, jane } from '../support/keycloak-place.js';

/** A rejected login: the response of Keycloak, and the error of the action. */
export interface Refused {
  /** The fault, as the rest of a title after "A login with". */
  readonly what: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly status: number;
  readonly code: ErrorCode;
  readonly said: string;
  readonly advice: string;
  /** The line of the log before the error. */
  readonly before?: string;
}

export const GENERIC = 'Invalid client or Invalid client credentials';
export const UNKNOWN =
  'The client is unknown to the server, disabled, or must use another client authentication. Check `client_id`';
export const LOOK_ALIKE =
  'Either `username` or `password` is wrong, the user is locked after too many wrong passwords, or another login of this user runs at the same time (jobs of a matrix). The login was not repeated, since each attempt counts towards the lock';

const service = { client_id: 'service', client_secret: 'service-client-secret' };
const people = { client_id: 'people', client_secret: 'people-client-secret' };
const dcUi = { client_id: 'dc-ui' };
const pemOf = (kid: string) =>
  generateSigningKey('ES256', kid).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const wrongProof = {
  status: 401,
  code: 'unauthorized_client',
  said: GENERIC,
  advice:
    'The `client_secret`, key or ID token of the client is wrong, missing or was replaced. Keycloak also returns unauthorized_client for that',
} as const;
const unknownClient = { status: 401, code: 'invalid_client', said: GENERIC, advice: UNKNOWN } as const;
const noService = {
  status: 401,
  code: 'unauthorized_client',
  advice:
    'The client is not allowed to use client credentials: its "Service accounts roles" are off, or it is public. An administrator of the realm can change that',
} as const;
const badToken = {
  status: 400,
  code: 'invalid_grant',
  advice: 'The `refresh_token` is expired, of another `client_id`, or its session was ended. Store a new one',
} as const;

/** Every rejected login that requires no preparation. */
export const REFUSED: readonly Refused[] = [
  { what: 'a wrong client secret', inputs: { ...service, client_secret: 'another secret' }, ...wrongProof },
  {
    what: 'a wrong client secret in the header',
    inputs: { ...service, client_secret: 'another secret', client_authentication: 'client_secret_basic' },
    ...wrongProof,
  },
  { what: 'a client ID without its secret', inputs: { client_id: 'people', ...jane }, ...wrongProof },
  { what: 'an unknown client', inputs: { ...service, client_id: 'nobody' }, ...unknownClient },
  { what: 'a disabled client', inputs: { client_id: 'off', client_secret: 'off-client-secret' }, ...unknownClient },
  {
    what: 'an unknown user',
    inputs: { ...dcUi, ...jane, username: 'nobody' },
    status: 400,
    code: 'invalid_grant',
    said: 'Invalid user credentials',
    advice: LOOK_ALIKE,
  },
  {
    what: 'a disabled user',
    inputs: { ...dcUi, username: 'dora', password: 'password-of-dora' },
    status: 400,
    code: 'invalid_grant',
    said: 'Account disabled',
    advice: 'The account of this user is disabled. An administrator of the realm can enable it',
  },
  {
    what: 'a user who must change the password',
    inputs: { ...dcUi, username: 'nora', password: 'password-of-nora' },
    status: 400,
    code: 'invalid_grant',
    said: 'Account is not fully set up',
    advice:
      'The account is not fully set up. The user must log in to the platform in a browser and complete the required steps (change the password, verify the e-mail address, set up a second factor)',
  },
  {
    what: 'a client without direct access grants',
    inputs: { ...service, ...jane },
    status: 400,
    code: 'unauthorized_client',
    said: 'Client not allowed for direct access grants',
    advice:
      'The client is not allowed to use the password grant: its "Direct access grants" are off. An administrator of the realm can switch them on',
  },
  {
    what: 'a client that needs consent',
    inputs: { client_id: 'asking', ...jane },
    status: 400,
    code: 'invalid_client',
    said: 'Client requires user consent',
    advice: 'The client requires the consent of the user. A workflow cannot give it: switch consent off',
  },
  {
    what: 'a client without a service account',
    inputs: people,
    ...noService,
    said: 'Client not enabled to retrieve service account',
  },
  {
    what: 'the client credentials of a public client',
    inputs: { ...dcUi, client_secret: 'Uq7-zW2.kX9' },
    ...noService,
    said: 'Public client not allowed to retrieve service account',
  },
  {
    what: 'a text that is not a refresh token',
    inputs: { ...dcUi, refresh_token: 'no refresh token' },
    ...badToken,
    said: 'Invalid refresh token',
  },
  {
    what: 'a key that the realm does not know',
    inputs: { client_id: 'signed', signing_key: pemOf('another'), signing_key_id: 'another' },
    status: 400,
    code: 'invalid_client',
    said: 'Unable to load public key',
    advice:
      'The client has no key with this `signing_key_id` and algorithm. Register the public key, or set the ID of the registered key',
  },
  {
    what: 'a key under the ID of another key',
    inputs: { client_id: 'signed', signing_key: pemOf('another'), signing_key_id: 'key-ES256' },
    status: 400,
    code: 'invalid_client',
    said: 'Client authentication with signed JWT failed: Signature on JWT token failed validation',
    advice: 'The `signing_key` does not belong to the registered key of the client',
  },
  {
    what: 'a client certificate with another subject',
    inputs: { client_id: 'certified', client_authentication: 'tls_client_auth', ...certificateOf('unknown') },
    ...unknownClient,
    before: 'The client certificate is "CN=unknown", valid until <time>.',
  },
  {
    what: 'a scope that the realm does not know',
    inputs: { ...service, scope: 'no-such-scope' },
    status: 400,
    code: 'invalid_scope',
    said: 'Invalid scopes: no-such-scope',
    advice: '',
  },
];
