import type { Answer } from '../answers.js';
import type { Jwk } from '../jwt.js';
import { invalidClient, oauthError } from './errors.js';

/** How a client shows who it is; `federated` is Keycloak's `federated-jwt`: another issuer's token. */
export type RealmClientAuthentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'secret'; readonly secret: string }
  /** A key without `alg` takes the usual algorithm of its type, as in Keycloak: RS256 for RSA. */
  | { readonly kind: 'private_key_jwt'; readonly keys: readonly Jwk[] }
  | { readonly kind: 'federated'; readonly provider: string; readonly subject: string };

/** A client of a realm; what is left out is off. */
export interface RealmClient {
  readonly clientId: string;
  readonly authentication: RealmClientAuthentication;
  readonly disabled?: boolean;
  /** "Direct access grants": the password grant. */
  readonly directAccess?: boolean;
  readonly consentRequired?: boolean;
  /** Client credentials; the service user may be switched off, or missing after an import. */
  readonly serviceAccount?: 'enabled' | 'disabled' | 'missing';
  /** Gives client credentials a session and a refresh token; Keycloak does so only when told. */
  readonly serviceAccountRefresh?: boolean;
  readonly tokenExchange?: boolean;
  /** Aliases of the identity providers whose assertions it may change for a token. */
  readonly jwtGrant?: readonly string[];
}

/** A person of a realm. */
export interface RealmUser {
  readonly username: string;
  readonly password: string;
  readonly email: string;
  readonly disabled?: boolean;
  /** Something that the person has to do first, such as `UPDATE_PASSWORD`. */
  readonly requiredAction?: string;
  /** The `sub` of the person at an identity provider, by alias. */
  readonly links?: Readonly<Record<string, string>>;
}

/** Another issuer whose tokens the realm takes as assertions. */
export interface IdentityProvider {
  readonly alias: string;
  readonly issuer: string;
  readonly keys: () => readonly Jwk[];
  readonly assertionReuse?: boolean;
}

/** All that an emulated realm knows. */
export interface Realm {
  readonly name: string;
  /** Where the server is: DataClarity's is below `/auth`. */
  readonly prefix: '' | '/auth';
  /** `current` answers as 26.7.3, `old` as the generation that had `/auth` (up to 16). */
  readonly release: 'current' | 'old';
  readonly disabled: boolean;
  /** Refuses every login, since the emulator has no TLS. */
  readonly tlsRequired: boolean;
  readonly clients: readonly RealmClient[];
  readonly users: readonly RealmUser[];
  readonly identityProviders: readonly IdentityProvider[];
  /** Token exchange V1, a preview: also takes the identity providers' tokens as subjects. */
  readonly externalTokenExchange: boolean;
  /** Client scopes beside `openid`, `profile`, `email` and `offline_access`. */
  readonly scopes: readonly string[];
  readonly accessTokenLifetimeSeconds: number;
  readonly refreshTokenLifetimeSeconds: number;
  /** DataClarity's sample is HS256; Keycloak's default is RS256. */
  readonly accessTokenAlgorithm: 'RS256' | 'HS256';
  /** Each refresh token is good for one use ("Revoke Refresh Token"). */
  readonly rotation: boolean;
  /** Locks a user after so many wrong passwords, and refuses logins of one user at the same moment. */
  readonly bruteForce?: { readonly failures: number; readonly lockSeconds: number };
  /** Unix seconds; tokens issued before are invalid. */
  readonly notBefore: number;
  /** What a password's check waits for: others of the same user meet it there. */
  readonly whileChecking: () => void | Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What differs between the two releases. Source: Keycloak's sources of both, and answers of 26.7.3. */
export interface Dialect {
  readonly refusedLoginStatus: 400 | 401;
  readonly missingClient: Answer;
  /** Answers a header that it cannot read with a challenge; else it overlooks the header. */
  readonly challengesHeader: boolean;
  /** Tells that a user is disabled before it looks at the password. */
  readonly tellsDisabledFirst: boolean;
  readonly endedSession: string;
  /** Takes a logout without a token for one of a browser, and answers with a page. */
  readonly logoutPage: boolean;
  readonly wrongSecret: string;
  readonly missingSecret: string;
  readonly tokenType: 'Bearer' | 'bearer';
  readonly userinfoNeedsOpenid: boolean;
  /** Revoking a refresh token ends every session of the user with that client, not only the token's own. */
  readonly revokesEverySession: boolean;
  readonly federatedClients: boolean;
  readonly wellKnownOfRfc8414: boolean;
}

const DIALECTS: Readonly<Record<Realm['release'], Dialect>> = {
  current: {
    refusedLoginStatus: 400,
    missingClient: invalidClient(),
    challengesHeader: false,
    tellsDisabledFirst: false,
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
    tellsDisabledFirst: true,
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

/** Gives what the realm's release says and does in its own way. */
export function dialectOf(realm: Realm): Dialect {
  return DIALECTS[realm.release];
}
