import type { Answer } from '../answers.js';
import type { Jwk } from '../jwt.js';
import { invalidClient, oauthError } from './errors.js';

/** How a client authenticates. `federated` is Keycloak's `federated-jwt`: a token of another issuer. */
export type RealmClientAuthentication =
  | { readonly kind: 'none' }
  /** `only` is the method that the client is registered for. Keycloak accepts both, Ory Hydra and Spring only this one. */
  | { readonly kind: 'secret'; readonly secret: string; readonly only?: 'client_secret_basic' | 'client_secret_post' }
  /** A key without `alg` uses the default algorithm of its type, as in Keycloak: RS256 for RSA. */
  | { readonly kind: 'private_key_jwt'; readonly keys: readonly Jwk[] }
  | { readonly kind: 'federated'; readonly provider: string; readonly subject: string };

/** A client of a realm. A feature that is missing is disabled. */
export interface RealmClient {
  readonly clientId: string;
  readonly authentication: RealmClientAuthentication;
  readonly disabled?: boolean;
  /** Whether the password grant is enabled ("Direct access grants"). */
  readonly directAccess?: boolean;
  readonly consentRequired?: boolean;
  /** Whether client credentials are enabled. The service account's user can be disabled, or missing after an import. */
  readonly serviceAccount?: 'enabled' | 'disabled' | 'missing';
  /** Whether client credentials get a session and a refresh token. By default Keycloak creates neither. */
  readonly serviceAccountRefresh?: boolean;
  readonly tokenExchange?: boolean;
  /** Aliases of the identity providers whose assertions the client may exchange for a token. */
  readonly jwtGrant?: readonly string[];
}

/** A user of a realm. */
export interface RealmUser {
  readonly username: string;
  readonly password: string;
  readonly email: string;
  readonly disabled?: boolean;
  /** An action that the user must complete first, such as `UPDATE_PASSWORD`. */
  readonly requiredAction?: string;
  /** The user's `sub` at each identity provider, by alias. */
  readonly links?: Readonly<Record<string, string>>;
}

/** Another issuer whose tokens the realm accepts as assertions. */
export interface IdentityProvider {
  readonly alias: string;
  readonly issuer: string;
  readonly keys: () => readonly Jwk[];
  readonly assertionReuse?: boolean;
}

/** The data and the options of an emulated realm. */
export interface Realm {
  readonly name: string;
  /** The path prefix of the server. DataClarity's is `/auth`. */
  readonly prefix: '' | '/auth';
  /** `current` answers as Keycloak 26.7.3, `old` as the releases that have the prefix `/auth` (up to 16). */
  readonly release: 'current' | 'old';
  readonly disabled: boolean;
  /** Whether the realm requires TLS. If so, every login fails, because the emulator has no TLS. */
  readonly tlsRequired: boolean;
  readonly clients: readonly RealmClient[];
  readonly users: readonly RealmUser[];
  readonly identityProviders: readonly IdentityProvider[];
  /** Whether token exchange also accepts the identity providers' tokens (version 1, a preview feature). */
  readonly externalTokenExchange: boolean;
  /** Parameters of other servers that the token endpoint also accepts, each any number of times; Keycloak ignores them. */
  readonly parameters: readonly string[];
  /** Client scopes in addition to `openid`, `profile`, `email` and `offline_access`. */
  readonly scopes: readonly string[];
  readonly accessTokenLifetimeSeconds: number;
  readonly refreshTokenLifetimeSeconds: number;
  /** DataClarity's sample uses HS256. Keycloak's default is RS256. */
  readonly accessTokenAlgorithm: 'RS256' | 'HS256';
  /** Whether each refresh token can be used only once ("Revoke Refresh Token"). */
  readonly rotation: boolean;
  /** Locks a user after this many wrong passwords, and rejects simultaneous logins of one user. */
  readonly bruteForce?: { readonly failures: number; readonly lockSeconds: number };
  /** Unix seconds. Tokens that were issued before this time are invalid. */
  readonly notBefore: number;
  readonly other?: OtherServer;
  /** Called during each password check, which waits for it. Tests use it to run logins simultaneously. */
  readonly whileChecking: () => void | Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What another OAuth 2.0 server does differently from Keycloak. */
export interface OtherServer {
  /**
   * The only document with `revocation_endpoint`: that of RFC 8414, at the inserted path, or appended if the server is
   * mounted below a path. Source: django-oauth-toolkit 3.4.1, urls.py.
   */
  readonly revocationIn?: 'inserted' | 'appended';
  /** Whether the token endpoint is the only audience of a client's assertion. Source: Ory Hydra 2.3.0, Authlib 1.9.10. */
  readonly tokenEndpointAudience?: boolean;
  /** Changes the body of an answer with a token, for example its `token_type`. */
  readonly tokenBody?: (body: string) => string;
}

/** The differences between the two releases. Source: Keycloak's sources of both, and observed answers of 26.7.3. */
export interface Dialect {
  readonly refusedLoginStatus: 400 | 401;
  readonly missingClient: Answer;
  /** Whether an unreadable Authorization header is answered with a challenge. Otherwise it is ignored. */
  readonly challengesHeader: boolean;
  /** Whether the error for a disabled user is returned before the password is checked. */
  readonly reportsDisabledFirst: boolean;
  readonly endedSession: string;
  /** Whether a logout without a token is answered with an HTML page, as for a browser. */
  readonly logoutPage: boolean;
  readonly wrongSecret: string;
  readonly missingSecret: string;
  readonly tokenType: 'Bearer' | 'bearer';
  readonly userinfoNeedsOpenid: boolean;
  /** Whether revoking a refresh token ends all of the user's sessions with that client, not only the token's session. */
  readonly revokesEverySession: boolean;
  readonly federatedClients: boolean;
  readonly wellKnownOfRfc8414: boolean;
}

const DIALECTS: Readonly<Record<Realm['release'], Dialect>> = {
  current: {
    refusedLoginStatus: 400,
    missingClient: invalidClient(),
    challengesHeader: false,
    reportsDisabledFirst: false,
    endedSession: 'user_session_not_found',
    logoutPage: true,
    wrongSecret: 'Invalid client or Invalid client credentials',
    missingSecret: 'Invalid client or Invalid client credentials',
    tokenType: 'Bearer',
    userinfoNeedsOpenid: true,
    revokesEverySession: false,
    federatedClients: true,
    wellKnownOfRfc8414: true,
  },
  old: {
    refusedLoginStatus: 401,
    missingClient: oauthError(400, 'invalid_client', 'Missing client_id parameter'),
    challengesHeader: true,
    reportsDisabledFirst: true,
    endedSession: "User session not found or doesn't have client attached on it",
    logoutPage: false,
    wrongSecret: 'Invalid client secret',
    missingSecret: 'Client secret not provided in request',
    tokenType: 'bearer',
    userinfoNeedsOpenid: false,
    revokesEverySession: true,
    federatedClients: false,
    wellKnownOfRfc8414: false,
  },
};

/** Returns the behavior that is specific to the realm's release. */
export function dialectOf(realm: Realm): Dialect {
  return DIALECTS[realm.release];
}
