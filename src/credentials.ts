/** What is presented in exchange for a token; the discriminants are the values of `grant_type` (RFC 6749 section 4). */
export type Grant = { readonly type: 'client_credentials' };

/** How the client proves itself; the discriminants are the registered names (RFC 7591 section 2). */
export type ClientAuthentication = { readonly method: 'client_secret_post'; readonly clientSecret: string };

/** All that one login needs. */
export interface Credentials {
  readonly clientId: string;
  readonly grant: Grant;
  readonly clientAuthentication: ClientAuthentication;
}
