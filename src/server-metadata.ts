/** What is known of a server before it is asked for a token; the names are those of RFC 8414 section 2. */
export interface ServerMetadata {
  readonly tokenEndpoint: URL;
  /** Where it says whom a token belongs to; undefined when it does not. */
  readonly userEndpoint: URL | undefined;
  /** Where it ends a token (RFC 7009); undefined when it does not, or not in a safe place. */
  readonly revocationEndpoint?: URL | undefined;
  /** Where it ends a session by its refresh token, which is Keycloak's own. */
  readonly logoutEndpoint?: URL | undefined;
  /** `token_endpoint_auth_methods_supported`; undefined when the server was not asked, or did not say. */
  readonly authMethods?: readonly string[] | undefined;
  /** `token_endpoint_auth_signing_alg_values_supported`; undefined likewise. */
  readonly signingAlgorithms?: readonly string[] | undefined;
}
