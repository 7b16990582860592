import { parseTls, type TlsInputs } from '../certificates/tls-inputs.js';
import { ActionError } from '../errors.js';
import type { TokenInfoFile } from '../formats/token-info.js';
import { INPUTS, type InputName, type Inputs } from '../inputs/inputs.js';
import { parseBoolean, parseChoice, parseNames, parseSeconds, parseWhole } from '../inputs/values.js';
import { parseSecretRequests, type SecretRequest } from '../language/request.js';
import { checkRequests } from '../language/taken-names.js';
import type { Environment } from '../machine/environment.js';
import type { ServerMetadata } from '../oauth/discovery.js';
import { PLATFORMS, type PlatformName } from '../platforms/index.js';
import { keepsTokenInfo, type Owner, type Platform } from '../platforms/platform.js';
import { parseAddress } from './address.js';
import { type LoginSettings, parseLogin } from './login.js';
import { parseStoredLogin } from './python-login.js';
import { parseOwner, parseTokenVariable, unusedOwner } from './secrets.js';
import { parseTokenInfoFile } from './token-info-file.js';

/** What the workflow asked for, checked and complete: nothing after this reads an input. */
export interface Settings extends LoginSettings {
  readonly platform: Platform;
  readonly url: URL;
  /** The server's name for itself; undefined where nothing names it. */
  readonly issuer: string | undefined;
  /** Undefined when the issuer must be asked first. */
  readonly metadata: ServerMetadata | undefined;
  /** How long, in seconds, a token at hand must still live to be used. */
  readonly leewaySeconds: number;
  readonly whoami: boolean;
  readonly tokenInfoFile: TokenInfoFile | undefined;
  /** Present exactly when Secrets are asked for. */
  readonly owner: Owner | undefined;
  readonly secretRequests: readonly SecretRequest[];
  readonly exportEnv: boolean;
  /** Variable that receives the token; undefined for none. */
  readonly tokenVariable: string | undefined;
  /** Fields of structured Secrets that stay unmasked, by their path. */
  readonly plainFields: readonly string[];
  /** Days after which an unchanged Secret is a warning; 0 for never. */
  readonly rotateAfterDays: number;
  /** Whether everything is resolved and checked, but nothing exported. */
  readonly plan: boolean;
  /** Whether the post step ends what the login began. */
  readonly revoke: boolean;
  /** Whether steps of this job that log in alike share a token. */
  readonly tokenCache: boolean;
  readonly summary: boolean;
  readonly tls: TlsInputs;
  readonly timeoutSeconds: number;
  readonly retries: number;
  /** What the user should know although it is no error. */
  readonly notices: readonly string[];
}

/**
 * Turns inputs into settings, before any request.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, endpoint_insecure, name_refused, name_conflict,
 *   runner_unsupported
 */
export function parseSettings(inputs: Inputs, surroundings: Environment): Settings {
  const name = parseChoice(inputs, 'platform', platformNames());
  const platform: Platform = PLATFORMS[name];
  rejectInputsOfOtherPlatforms(inputs, name, platform);
  const exportEnv = parseBoolean(inputs, 'export_env');
  const named = exportEnv ? parseTokenVariable(inputs.token_variable, platform.tokenVariable) : undefined;
  const secretRequests = parseSecretRequests(inputs.secrets ?? '');
  const owner = parseOwner(inputs, secretRequests.length > 0);
  const address = parseAddress(inputs, platform);
  const whoami = parseBoolean(inputs, 'whoami');
  checkWhoami(whoami, platform, address.metadata);
  const context = { platform, issuer: address.issuer, tokenEndpoint: address.metadata?.tokenEndpoint, surroundings };
  const login = keepsTokenInfo(platform)
    ? parseStoredLogin(inputs, platform, surroundings)
    : withOpenid(parseLogin(inputs, context), whoami, platform);
  const tokenInfoFile = parseTokenInfoFile(inputs, { platform, login }, surroundings);
  const tokenVariable = tokenInfoFile === undefined ? named : undefined;
  checkRequests({ exportEnv, tokenVariable, secretRequests });
  return {
    ...address,
    ...login,
    platform,
    leewaySeconds:
      inputs.leeway_seconds === undefined ? platform.leewaySeconds : parseSeconds(inputs, 'leeway_seconds', 0),
    whoami,
    tokenInfoFile,
    owner,
    secretRequests,
    exportEnv,
    tokenVariable,
    plainFields: parseNames(inputs, 'plain_fields'),
    rotateAfterDays: parseWhole(inputs, 'rotate_after_days', [0, 36_500]),
    plan: parseBoolean(inputs, 'plan'),
    revoke: parseBoolean(inputs, 'revoke'),
    tokenCache: parseBoolean(inputs, 'token_cache'),
    summary: parseBoolean(inputs, 'summary'),
    tls: parseTls(inputs),
    timeoutSeconds: parseSeconds(inputs, 'timeout_seconds'),
    retries: parseWhole(inputs, 'retries', [0, 20]),
    notices: owner !== undefined && secretRequests.length === 0 ? [unusedOwner(owner)] : [],
  };
}

function platformNames(): PlatformName[] {
  return Object.keys(PLATFORMS).filter((name): name is PlatformName => name in PLATFORMS);
}

/** Refuses inputs of other platforms than the chosen one. @throws ActionError input_conflict, input_invalid */
function rejectInputsOfOtherPlatforms(inputs: Inputs, name: PlatformName, platform: Platform): void {
  const special = new Set<InputName>(Object.values(PLATFORMS).flatMap(({ inputs }: Platform) => inputs));
  const isOff = (input: InputName) => 'fallback' in INPUTS[input] && !parseBoolean(inputs, input);
  const stranger = [...special].find(
    (input) => inputs[input] !== undefined && !platform.inputs.includes(input) && !isOff(input),
  );
  if (stranger !== undefined) {
    const message = `The input \`${stranger}\` is given, but \`platform: ${name}\` does not use it.`;
    throw new ActionError('input_conflict', message);
  }
  if (inputs.grant_type !== undefined) {
    parseChoice(inputs, 'grant_type', platform.grants);
  }
  if (inputs.client_authentication !== undefined) {
    parseChoice(inputs, 'client_authentication', platform.clientAuthentications);
  }
}

/** @throws ActionError input_conflict where no endpoint could say whom a token belongs to */
function checkWhoami(whoami: boolean, platform: Platform, metadata: ServerMetadata | undefined): void {
  if (whoami && platform.whoami.from === 'endpoint' && metadata !== undefined && metadata.userEndpoint === undefined) {
    const message = '`whoami` is given, but with `token_url` alone nobody can be asked: give `issuer` in its place.';
    throw new ActionError('input_conflict', message);
  }
}

/**
 * Asks for the scope that the answer to `whoami` needs, where the workflow asks for none itself.
 *
 * Not for a refresh, whose scope may not be wider than the first one (RFC 6749 section 6).
 */
function withOpenid(login: LoginSettings, whoami: boolean, platform: Platform): LoginSettings {
  const { credentials } = login;
  const isOpen =
    credentials !== undefined && credentials.scope === undefined && credentials.grant.type !== 'refresh_token';
  return whoami && isOpen ? { ...login, credentials: { ...credentials, scope: platform.whoami.scope } } : login;
}
