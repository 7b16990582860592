import { parseTls, type TlsInputs } from '../certificates/tls-inputs.js';
import type { TokenInfoFile } from '../formats/token-info.js';
import { DEFAULT_SECURITY, type Security } from '../http/secure-context.js';
import type { Inputs } from '../inputs/inputs.js';
import { conflict, parseSeconds } from '../inputs/values.js';
import { parseSecretRequests, type SecretRequest } from '../language/request.js';
import { checkRequests } from '../language/taken-names.js';
import type { Environment } from '../machine/environment.js';
import { keepsTokenInfo, type Owner, type Platform } from '../platforms/platform.js';
import { type Address, parseAddress } from './address.js';
import { type LoginSettings, parseLogin } from './login.js';
import { parseOptions, parsePlatform, type RunOptions } from './options.js';
import { parseStoredLogin } from './python-login.js';
import { ownerRemarks, parseOwner, parseTokenVariable } from './secrets.js';
import { parseTokenInfoFile } from './token-info-file.js';

/** What the workflow requests, checked and complete: nothing after this reads an input, or a file that an input names. */
export interface Settings extends Address, LoginSettings, RunOptions {
  readonly platform: Platform;
  /** How long, in seconds, a supplied token must still be valid to be used. */
  readonly leewaySeconds: number;
  readonly tokenInfoFile: TokenInfoFile | undefined;
  /** The owner of the Secrets; defined whenever `secretRequests` is not empty. */
  readonly owner: Owner | undefined;
  readonly secretRequests: readonly SecretRequest[];
  /** The variable that receives the token; undefined for none. */
  readonly tokenVariable: string | undefined;
  /** How TLS is done, with the content of certificates and keys. */
  readonly security: Security;
}

/**
 * Turns inputs into settings before any request is sent.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, endpoint_insecure, name_refused, name_conflict,
 *   runner_unsupported, certificate_unusable
 */
export async function parseSettings(inputs: Inputs, environment: Environment): Promise<Settings> {
  const { tls, ...parsed } = parseInputs(inputs, environment);
  if (tls.client === undefined && tls.authorities === undefined && tls.verify) {
    return { ...parsed, security: DEFAULT_SECURITY };
  }
  // Loaded on demand: only a run with certificates pays for the code that reads them.
  const { loadSecurity } = await import('../certificates/client-certificate.js');
  const { security, remarks } = await loadSecurity(tls, environment);
  return { ...parsed, security, remarks: [...parsed.remarks, ...remarks] };
}

/** The settings without the content of certificates, and the inputs that name those. */
type ParsedInputs = Omit<Settings, 'security'> & { readonly tls: TlsInputs };

/** Turns inputs into settings, but reads no certificates. @throws ActionError as `parseSettings` */
export function parseInputs(inputs: Inputs, environment: Environment): ParsedInputs {
  const platform = parsePlatform(inputs);
  const options = parseOptions(inputs);
  const secretRequests = parseSecretRequests(inputs.secrets ?? '');
  const owner = parseOwner(inputs, secretRequests.length > 0);
  const address = parseAddress(inputs, platform);
  const tls = parseTls(inputs);
  checkWhoami(options, platform, address);
  const context = { platform, address, hasCertificate: tls.client !== undefined, environment };
  const login = keepsTokenInfo(platform)
    ? parseStoredLogin(inputs, platform, environment)
    : withOpenid(parseLogin(inputs, context), options, platform);
  const tokenInfoFile = parseTokenInfoFile(inputs, { platform, login }, environment);
  const { exportEnv, plan } = options;
  const named = exportEnv ? parseTokenVariable(inputs.token_variable, platform.tokenVariable) : undefined;
  const tokenVariable = tokenInfoFile === undefined ? named : undefined;
  checkRequests({ exportEnv, plan, tokenVariable, secretRequests });
  return {
    ...address,
    ...login,
    ...options,
    remarks: [...ownerRemarks(owner, secretRequests), ...login.remarks],
    platform,
    leewaySeconds: parseSeconds('leeway_seconds', inputs.leeway_seconds ?? String(platform.leewaySeconds), 0),
    tokenInfoFile,
    owner,
    secretRequests,
    tokenVariable,
    tls,
  };
}

/** @throws ActionError input_conflict if no endpoint returns the owner of a token */
function checkWhoami({ whoami }: RunOptions, platform: Platform, { metadata, issuer }: Address): void {
  const isUnknown = metadata !== undefined && metadata.userEndpoint === undefined && issuer === undefined;
  if (whoami && platform.whoami.from === 'endpoint' && isUnknown) {
    throw conflict(['whoami', 'token_url'], '`whoami` needs an issuer', 'Also set `issuer`, or remove `whoami`');
  }
}

/**
 * Requests the scope that `whoami` needs, unless the workflow sets a scope itself.
 *
 * Not for a refresh, whose scope may not be wider than the first one (RFC 6749 section 6).
 */
function withOpenid(login: LoginSettings, { whoami }: RunOptions, platform: Platform): LoginSettings {
  const { credentials } = login;
  const isOpen =
    credentials !== undefined && credentials.scope === undefined && credentials.grant.type !== 'refresh_token';
  const { scope } = platform.whoami;
  return whoami && isOpen ? { ...login, credentials: { ...credentials, scope, addsScope: true } } : login;
}
