import type { ErrorCode } from '../errors.js';
import type { InputName } from '../inputs/inputs.js';
import type { ClientAuthentication, GrantName } from '../oauth/credentials.js';

/** The owner of Secrets; the kind is part of the path of the settings API. */
export interface Owner {
  readonly kind: 'project' | 'organization' | 'user';
  readonly id: string;
}

/** Everything that the flow needs to know about a platform; each difference between platforms is a field. */
export interface Platform {
  /** The name as its owner writes it, for messages. */
  readonly title: string;
  readonly server: ServerForm;
  /** Inputs that this platform uses and some other platform rejects. */
  readonly inputs: readonly InputName[];
  readonly grants: readonly GrantName[];
  readonly clientAuthentications: readonly ClientAuthentication['method'][];
  /** How a client secret is sent by default; `discovered`: as the server's metadata offers. */
  readonly secretMethod: 'client_secret_post' | 'discovered';
  /** The public client for logins of users without `client_id`. */
  readonly publicClient?: string;
  readonly tokenRequest: TokenRequestForm;
  /** The only status of a response with a token; by default, any success. */
  readonly tokenStatus?: number;
  /** Members of the response that may contain the token; the first one that is present counts. */
  readonly tokenFields: readonly string[];
  /** The variable that receives the token by default. */
  readonly tokenVariable: string;
  /** How long, in seconds, a token must still be valid to be used. */
  readonly leewaySeconds: number;
  /** Whether a token that expires within the leeway is used, with a warning, if nothing replaces it. */
  readonly keepsExpiringToken?: boolean;
  /** Whether a client certificate is enough without any login. */
  readonly certificateAlone?: boolean;
  /** Whether a refresh token stays valid after its use, so that a second use is harmless. */
  readonly reusesRefreshToken?: boolean;
  /** The inputs that a login needs, for the error if none is set. */
  readonly loginInputs: string;
  /** The advice for a rejected login that no row of `refusals` explains. */
  readonly loginAdvice?: readonly string[];
  /** The known errors of the token endpoint; the first row that matches counts. */
  readonly refusals: readonly Refusal[];
  /** How the post step revokes what this step obtained. */
  readonly revocation: RevocationMethod;
  readonly whoami: Whoami;
  /** Defined if the Python client of the platform stores credentials and tokens. */
  readonly pythonClient?: PythonClient;
  readonly secrets?: SecretsApi;
}

/** How the result of a login is revoked; the server's metadata contains the endpoints. */
export type RevocationMethod =
  /** By ending the session with its refresh token (Keycloak's logout); without one, the access token is revoked. */
  | { readonly by: 'logout' }
  /** The refresh token, then the access token (RFC 7009). */
  | { readonly by: 'revocation' }
  | { readonly by: 'nothing'; readonly reason: string };

/** How the inputs define the server. */
export type ServerForm =
  /** A base URL and fixed paths below it. */
  | { readonly by: 'url'; readonly fallback?: string; readonly tokenPath: string; readonly userPath?: string }
  /** A realm of Keycloak below a base URL; `prefix` is inserted unless the URL has a path. */
  | { readonly by: 'tenant'; readonly prefix: string }
  /** The token endpoint itself, or an issuer whose metadata contains it. */
  | { readonly by: 'issuer' };

/** The format of a token request. */
type TokenRequestForm =
  | { readonly format: 'form' }
  /** JSON; one old client has a different request. */
  | { readonly format: 'json'; readonly legacyClient?: { readonly id: string; readonly scope: string } };

/** Where the owner of a token is found, and which members the log may show. */
interface Whoami {
  readonly from: 'endpoint' | 'claims';
  readonly shown: readonly string[];
  /** The scope that the endpoint requires. */
  readonly scope?: 'openid';
  /** What the token lacks if the endpoint returns 403, for the message. */
  readonly permission?: string;
}

/** What only the Python client of a platform does; docs/descarteslabs.md describes it row by row. */
export interface PythonClient {
  /** The start of the names of its variables. */
  readonly variablePrefix: string;
  /** The start of the names of its own claims, which it removes. */
  readonly claimPrefix: string;
  /** Whether the namespace of a user without the claim `userid` is the SHA-1 of `sub`; otherwise there is none. */
  readonly hashesSub: boolean;
}

/** A platform that stores Secrets. */
export type SecretsPlatform = Platform & { readonly secrets: SecretsApi };

/** Tells whether a platform stores Secrets. */
export function keepsSecrets(platform: Platform): platform is SecretsPlatform {
  return platform.secrets !== undefined;
}

/** A platform whose Python client stores credentials. */
export type PythonPlatform = Platform & { readonly pythonClient: PythonClient };

/** Tells whether credentials may be in variables and files of a Python client. */
export function keepsTokenInfo(platform: Platform): platform is PythonPlatform {
  return platform.pythonClient !== undefined;
}

/** The paths of the Secrets API below `url`, and the permissions that it requires. */
interface SecretsApi {
  readonly listPath: (owner: Owner) => string;
  readonly decryptPath: (owner: Owner, key: string) => string;
  readonly listPermission: string;
  readonly decryptPermission: string;
}

/** One way in which a token endpoint rejects a login; the body identifies it better than the status. */
export interface Refusal {
  /** The member `error` of the response; undefined for a response without it, such as a web page. */
  readonly error?: string | undefined;
  /** Matches `error_description` in every version. */
  readonly description?: RegExp;
  readonly status?: number;
  /** The only grant for which this row counts. */
  readonly grant?: string;
  /** The error code of the action, if it is not the server's. */
  readonly code?: ErrorCode;
  /** Whether the server trusted the ID token of the workflow, so that its claims are no explanation. */
  readonly isTrusted?: true;
  /** The explanation for the message: what is wrong, and what to do. */
  readonly advice: string;
}
