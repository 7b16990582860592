import type { KeyObject } from 'node:crypto';

/** The `grant_type` in the token request, by the value of the input `grant_type`. */
export const GRANT_TYPES = {
  client_credentials: 'client_credentials',
  password: 'password',
  refresh_token: 'refresh_token',
  token_exchange: 'urn:ietf:params:oauth:grant-type:token-exchange',
  jwt_bearer: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
} as const;

/** A value of the input `grant_type`. */
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
 * How the client authenticates; the discriminants are the registered names (RFC 7591 section 2, RFC 8705 section 2).
 *
 * `github_oidc` is our name: the ID token of the workflow is the client assertion (RFC 7523 section 2.2).
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
  /** The algorithms that the key can sign with, the preferred one first (RFC 7518 section 3.1). */
  readonly algorithms: readonly [string, ...string[]];
  readonly keyId: string | undefined;
}

/** A client and how it authenticates, without a grant. */
export interface Client {
  /** Undefined if an assertion alone identifies the client. */
  readonly clientId: string | undefined;
  readonly clientAuthentication: ClientAuthentication;
}

/** A name and its value in the body of a request. */
export type Parameter = readonly [name: string, value: string];

/** Everything that one login needs. */
export interface Credentials extends Client {
  readonly grant: Grant;
  /** Whether the server's metadata decides how a client secret is sent: in the body or in a header. */
  readonly negotiable: boolean;
  readonly scope: string | undefined;
  /** Whether the scope is only for `whoami`, and not set by the workflow. */
  readonly addsScope?: boolean;
  readonly audience: string | undefined;
  /** Additional parameters of the token request; a name may be repeated (RFC 8707 section 2). */
  readonly parameters?: readonly Parameter[];
}
