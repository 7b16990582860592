import type { ErrorCode } from '../errors.js';
import type { InputName } from '../inputs/inputs.js';
import type { ClientAuthentication, GrantName } from '../oauth/credentials.js';

/** Whose Secrets are asked for: the kind is the word in the path of the settings API. */
export interface Owner {
  readonly kind: 'project' | 'organization' | 'user';
  readonly id: string;
}

/** Everything that the flow must know of a platform; what differs between two platforms is a field here. */
export interface Platform {
  /** The name as its owner writes it, for messages. */
  readonly title: string;
  readonly server: ServerForm;
  /** Inputs that this platform takes and not every other does. */
  readonly inputs: readonly InputName[];
  readonly grants: readonly GrantName[];
  readonly clientAuthentications: readonly ClientAuthentication['method'][];
  /** How a client secret is sent when nobody says it; `discovered`: as the server's metadata offers. */
  readonly secretMethod: 'client_secret_post' | 'discovered';
  /** The public client that logs users in when `client_id` names none. */
  readonly publicClient?: string;
  readonly tokenRequest: TokenRequestForm;
  /** The only status with which a token comes; without it every success may hold one. */
  readonly tokenStatus?: number;
  /** Members of the answer that may hold the token; the first that is there counts. */
  readonly tokenFields: readonly string[];
  /** Variable that receives the token when `token_variable` names none. */
  readonly tokenVariable: string;
  /** How long, in seconds, a token must still live to be used. */
  readonly leewaySeconds: number;
  /** Whether a token within the leeway is kept, with a warning, when nothing replaces it. */
  readonly keepsExpiringToken?: boolean;
  /** Whether a client certificate may stand for the client without any login. */
  readonly certificateAlone?: boolean;
  /** Whether a refresh token stays good when it has been used, so that a second use does no harm. */
  readonly reusesRefreshToken?: boolean;
  /** What a login needs, for the message when nothing is given. */
  readonly loginInputs: string;
  /** What to look for when a login is refused and no row of `refusals` knows better, for the end of the message. */
  readonly loginAdvice?: string;
  /** What is known of the server's refusals; the first row that fits counts. */
  readonly refusals: readonly Refusal[];
  /** How the post step ends what this step began. */
  readonly revocation: RevocationMethod;
  readonly whoami: Whoami;
  /** Present where credentials and tokens are kept as the Python client keeps them. */
  readonly pythonClient?: PythonClient;
  readonly secrets?: SecretsApi;
}

/** How what a login began is ended; where, the server's metadata tells. */
export type RevocationMethod =
  /** The session by its refresh token, where there is one (Keycloak's logout); else the access token is revoked. */
  | { readonly by: 'logout' }
  /** The refresh token, then the access token (RFC 7009). */
  | { readonly by: 'revocation' }
  | { readonly by: 'nothing'; readonly reason: string };

/** How the inputs name the server. */
export type ServerForm =
  /** A base URL and fixed paths below it. */
  | { readonly by: 'url'; readonly fallback?: string; readonly tokenPath: string; readonly userPath?: string }
  /** A realm of Keycloak below a base URL; `prefix` stands before it unless the URL has a path of its own. */
  | { readonly by: 'tenant'; readonly prefix: string }
  /** The token endpoint itself, or an issuer whose metadata names it. */
  | { readonly by: 'issuer' };

/** How a token is asked for. */
export type TokenRequestForm =
  | { readonly format: 'form' }
  /** JSON, and the one old client whose request is another. */
  | { readonly format: 'json'; readonly legacyClient?: { readonly id: string; readonly scope: string } };

/** Where it stands whom a token belongs to, and what of it the log may show. */
export interface Whoami {
  readonly from: 'endpoint' | 'claims';
  readonly shown: readonly string[];
  /** Scope that the endpoint asks for. */
  readonly scope?: 'openid';
  /** What a token that may not ask lacks, for the message of a 403. */
  readonly permission?: string;
}

/** What the Python client of a platform does that others do not; rows are those of docs/descarteslabs.md. */
export interface PythonClient {
  /** Start of the names of its variables. */
  readonly variablePrefix: string;
  /** Start of the names of its own claims, which it takes away. */
  readonly claimPrefix: string;
}

/** A platform that keeps Secrets. */
export type SecretsPlatform = Platform & { readonly secrets: SecretsApi };

/** Whether a platform keeps Secrets. */
export function keepsSecrets(platform: Platform): platform is SecretsPlatform {
  return platform.secrets !== undefined;
}

/** A platform whose Python client keeps credentials. */
export type PythonPlatform = Platform & { readonly pythonClient: PythonClient };

/** Whether credentials may stand in variables and files of a Python client. */
export function keepsTokenInfo(platform: Platform): platform is PythonPlatform {
  return platform.pythonClient !== undefined;
}

/** The paths of the platform's Secrets below `url`, and who may ask for them. */
export interface SecretsApi {
  readonly listPath: (owner: Owner) => string;
  readonly decryptPath: (owner: Owner, key: string) => string;
  readonly listPermission: string;
  readonly decryptPermission: string;
}

/** One way in which a token endpoint refuses, told apart by what it says and not by its status alone. */
export interface Refusal {
  /** The member `error` of the answer; for a page, which has none, undefined. */
  readonly error?: string | undefined;
  /** What its `error_description` says, in any version. */
  readonly description?: RegExp;
  readonly status?: number;
  /** Only a refusal of this grant. */
  readonly grant?: string;
  /** The code, where it is not the server's own. */
  readonly code?: ErrorCode;
  /** Whether the ID token of the workflow was trusted all the same, so that its claims are no help. */
  readonly isTrusted?: true;
  /** What to look for, as the message says it. */
  readonly advice: string;
}
