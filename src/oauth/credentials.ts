import type { KeyObject } from 'node:crypto';

/** The values of the input `grant_type`, and what is sent for each. */
export const GRANT_TYPES = {
  client_credentials: 'client_credentials',
  password: 'password',
  refresh_token: 'refresh_token',
  token_exchange: 'urn:ietf:params:oauth:grant-type:token-exchange',
  jwt_bearer: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
} as const;

export type GrantName = keyof typeof GRANT_TYPES;

/**
 * What is presented in exchange for a token; the discriminants are the values of `grant_type`.
 *
 * RFC 6749 section 4, RFC 8693 section 2.1, RFC 7523 section 2.1; the last two present GitHub's ID token.
 */
export type Grant =
  | { readonly type: 'client_credentials' }
  | { readonly type: 'password'; readonly username: string; readonly password: string }
  | { readonly type: 'refresh_token'; readonly refreshToken: string }
  | { readonly type: 'urn:ietf:params:oauth:grant-type:token-exchange'; readonly idTokenAudience: string }
  | { readonly type: 'urn:ietf:params:oauth:grant-type:jwt-bearer'; readonly idTokenAudience: string };

/**
 * How the client proves itself; the discriminants are the registered names (RFC 7591 section 2, RFC 8705 section 2).
 *
 * `github_oidc` is ours: the ID token of the workflow is the client assertion (RFC 7523 section 2.2).
 */
export type ClientAuthentication =
  | { readonly method: 'client_secret_post'; readonly clientSecret: string }
  | { readonly method: 'client_secret_basic'; readonly clientSecret: string }
  | { readonly method: 'tls_client_auth' }
  | { readonly method: 'private_key_jwt'; readonly key: SigningKey; readonly audience: string }
  | { readonly method: 'github_oidc'; readonly idTokenAudience: string }
  | { readonly method: 'none' };

/** A private key that signs client assertions. */
export interface SigningKey {
  readonly key: KeyObject;
  /** The algorithms that it can sign with, the one to prefer first (RFC 7518 section 3.1). */
  readonly algorithms: readonly [string, ...string[]];
  readonly keyId: string | undefined;
}

/** All that one login needs. */
export interface Credentials {
  /** Undefined where the assertion alone says who the client is. */
  readonly clientId: string | undefined;
  readonly grant: Grant;
  readonly clientAuthentication: ClientAuthentication;
  /** Whether the server's metadata may choose between the two ways to send a client secret. */
  readonly negotiable: boolean;
  readonly scope: string | undefined;
  readonly audience: string | undefined;
}

/** A client and how it authenticates, without a grant. */
export type Client = Pick<Credentials, 'clientId' | 'clientAuthentication'>;
