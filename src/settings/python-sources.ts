import { asActionError, describeFailure } from '../errors.js';
import { parsePastedTokenInfo, readTokenInfoFile, secretsOfTokenInfo, type TokenInfo } from '../formats/token-info.js';
import type { Inputs } from '../inputs/inputs.js';
import { conflict, invalid, missing } from '../inputs/values.js';
import type { Environment } from '../machine/environment.js';
import { isBearerToken } from '../oauth/token.js';
import type { Remark } from '../ports.js';
import { parseBearerToken } from './login.js';

/** The content of one source, and the name of its token in messages. */
interface CredentialSource extends TokenInfo {
  readonly tokenName: string;
  readonly remarks: readonly Remark[];
}

/** Inputs with credentials; if one is set, the variable with a token of an earlier step is not read. */
const CREDENTIAL_INPUTS = ['client_id', 'client_secret', 'refresh_token', 'token_info_path'] as const;

/** Reads the first source with credentials, and masks its secrets. @throws ActionError input_missing, input_invalid, input_conflict */
export function readSource(inputs: Inputs, prefix: string, environment: Environment): CredentialSource {
  rejectMixtures(inputs);
  const { token_info: pasted, token_info_path: path, scope } = inputs;
  if (pasted !== undefined) {
    return { ...readPasted(pasted, environment), scope };
  }
  const direct = readInputsAndVariables(inputs, prefix, environment);
  const { clientId, clientSecret, refreshToken, token, tokenName } = direct;
  const hasClient = (clientId ?? clientSecret ?? refreshToken) !== undefined;
  if (hasClient || (token !== undefined && path === undefined)) {
    return path === undefined ? direct : withFileToken(direct, path, environment);
  }
  const variable = `${prefix}_TOKEN_INFO_PATH`;
  const named = path ?? environment.variable(variable);
  if (named === undefined) {
    return direct;
  }
  const who = path === undefined ? `The variable ${variable}` : PATH_INPUT;
  const file = readFromFile(named, who, environment);
  return { ...file, ...(token === undefined ? {} : { token, tokenName }), scope: scope ?? file.scope };
}

const PATH_INPUT = 'The input `token_info_path`';

/**
 * Adds the token of a file that contains the same credentials. A file that cannot be used is only a warning.
 *
 * @throws ActionError input_missing if the credentials are not complete
 */
function withFileToken(direct: CredentialSource, path: string, environment: Environment): CredentialSource {
  const { clientId, refreshToken, clientSecret, token, scope } = direct;
  const secret = refreshToken ?? clientSecret;
  if (clientId === undefined || secret === undefined) {
    const why = 'the file in `token_info_path` does not complete credentials of inputs or variables';
    throw missing(clientId === undefined ? '`client_id`' : '`client_secret`', why);
  }
  try {
    const file = readFromFile(path, PATH_INPUT, environment);
    if (file.clientId !== clientId || (file.refreshToken ?? file.clientSecret) !== secret) {
      const text = `${PATH_INPUT} names a file with other credentials, so its token is not used.`;
      return { ...direct, remarks: [{ level: 'notice', text }] };
    }
    const { token: own, tokenName } = file;
    return { ...direct, ...(token === undefined ? { token: own, tokenName } : {}), scope: scope ?? file.scope };
  } catch (error) {
    const text = `${describeFailure(asActionError(error))}. The step continues without the file.`;
    return { ...direct, remarks: [{ level: 'warning', text }] };
  }
}

/** Reads each value from its input, or else from its variable. */
function readInputsAndVariables(inputs: Inputs, prefix: string, { variable, mask }: Environment): CredentialSource {
  const read = (name: string) => variable(`${prefix}_${name}`);
  const bearerToken = parseBearerToken(inputs);
  const hasCredentials = CREDENTIAL_INPUTS.some((name) => inputs[name] !== undefined);
  const token = bearerToken ?? (hasCredentials ? undefined : read('TOKEN'));
  const source = {
    clientId: inputs.client_id ?? read('CLIENT_ID'),
    clientSecret: inputs.client_secret ?? read('CLIENT_SECRET'),
    refreshToken: inputs.refresh_token ?? read('REFRESH_TOKEN'),
    token,
    scope: inputs.scope,
  };
  mask(secretsOfTokenInfo(source));
  const tokenName = bearerToken === undefined ? `token in ${prefix}_TOKEN` : '`bearer_token`';
  return { ...withUsableToken(source), tokenName, remarks: [] };
}

/** @throws ActionError input_conflict: a pasted text is never combined with other credentials */
function rejectMixtures(inputs: Inputs): void {
  const other = [...CREDENTIAL_INPUTS, 'bearer_token' as const].find((name) => inputs[name] !== undefined);
  if (inputs.token_info !== undefined && other !== undefined) {
    throw conflict(['token_info', other], '`token_info` contains all credentials');
  }
}

function readPasted(text: string, { mask }: Environment): CredentialSource {
  const info = parsePastedTokenInfo(text);
  mask(info === undefined ? [] : secretsOfTokenInfo(info));
  if (info?.clientId === undefined || (info.clientSecret ?? info.refreshToken) === undefined) {
    throw invalid('token_info', 'is not the text from the web page of the platform', 'Copy the complete text');
  }
  return { ...info, token: undefined, tokenName: '`bearer_token`', remarks: [] };
}

function readFromFile(path: string, who: string, { readFile, mask }: Environment): CredentialSource {
  const info = readTokenInfoFile(path, who, (name) => readFile(name).toString());
  mask(secretsOfTokenInfo(info));
  return { ...withUsableToken(info), tokenName: '`jwt_token` of the file', remarks: [] };
}

/** Drops a token that no header can contain, as the Python client does. */
function withUsableToken(info: TokenInfo): TokenInfo {
  return info.token !== undefined && isBearerToken(info.token) ? info : { ...info, token: undefined };
}
