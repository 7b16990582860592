import { parsePastedTokenInfo, readTokenInfoFile, secretsOfTokenInfo, type TokenInfo } from '../formats/token-info.js';
import type { InputName, Inputs } from '../inputs/inputs.js';
import { conflict, invalid, missing } from '../inputs/values.js';
import type { Environment } from '../machine/environment.js';
import { isBearerToken } from '../oauth/token.js';
import type { PythonPlatform } from '../platforms/platform.js';
import type { Remark } from '../ports.js';
import { type LoginSettings, noCredentials, parseBearerToken } from './login.js';

/** The content of one source, and the name of its token in messages. */
interface CredentialSource extends TokenInfo {
  readonly tokenName: string;
  readonly remarks: readonly Remark[];
}

/**
 * Reads the login of a platform whose Python client stores credentials: from inputs and variables, or else from one file.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict
 */
export function parseStoredLogin(inputs: Inputs, platform: PythonPlatform, environment: Environment): LoginSettings {
  const source = readSource(inputs, platform.pythonClient.variablePrefix, environment);
  const { clientId, clientSecret, refreshToken, token, scope } = source;
  const secret = refreshToken ?? clientSecret;
  const isPair = clientId !== undefined && secret !== undefined;
  if (token === undefined && !isPair) {
    const absent = clientId === undefined ? 'client_id' : 'client_secret';
    throw clientId === undefined && secret === undefined
      ? noCredentials(platform)
      : missing(`\`${absent}\``, '`client_id` and `client_secret` are used only together');
  }
  const differ = clientSecret !== undefined && refreshToken !== undefined && clientSecret !== refreshToken;
  return {
    bearerToken: token,
    suppliedTokenName: source.tokenName,
    tokenAudience: clientId,
    credentials: isPair
      ? {
          clientId,
          grant: { type: 'refresh_token', refreshToken: secret },
          clientAuthentication: { method: 'none' },
          negotiable: false,
          scope,
          audience: undefined,
        }
      : undefined,
    remarks: differ ? [...source.remarks, { level: 'warning', text: MISMATCH }] : source.remarks,
  };
}

/** In the words of the Python client. */
const MISMATCH =
  'Authentication token mismatch: both the client secret and the refresh token are provided but differ in value; the refresh token will be used for authentication.';

/** Inputs with credentials; if one is set, the variable with a token of an earlier step is not read. */
const CREDENTIAL_INPUTS = ['client_id', 'client_secret', 'refresh_token', 'token_info_path'] as const;

function readSource(inputs: Inputs, prefix: string, environment: Environment): CredentialSource {
  rejectMixtures(inputs);
  const { token_info: pasted, token_info_path: path, scope } = inputs;
  if (pasted !== undefined) {
    return { ...readPasted(pasted, environment), scope };
  }
  const direct = readInputsAndVariables(inputs, prefix, environment);
  const { clientId, clientSecret, refreshToken, token } = direct;
  if ((clientId ?? clientSecret ?? refreshToken ?? token) !== undefined) {
    const text = `\`token_info_path\` is not read: credentials are in variables such as ${prefix}_CLIENT_ID, and a file is never combined with other sources.`;
    return path === undefined ? direct : { ...direct, remarks: [{ level: 'warning', text }] };
  }
  const variable = `${prefix}_TOKEN_INFO_PATH`;
  const named = path ?? environment.variable(variable);
  if (named === undefined) {
    return direct;
  }
  const who = path === undefined ? `The variable ${variable}` : 'The input `token_info_path`';
  const file = readFromFile(named, who, environment);
  return { ...file, scope: scope ?? file.scope };
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

/** @throws ActionError input_conflict: a file or a pasted text is never combined with other credentials */
function rejectMixtures(inputs: Inputs): void {
  const isSet = (name: InputName) => inputs[name] !== undefined;
  const whole = (['token_info', 'token_info_path'] as const).find(isSet);
  const other = [...CREDENTIAL_INPUTS, 'bearer_token' as const].find((name) => name !== whole && isSet(name));
  if (whole !== undefined && other !== undefined) {
    throw conflict([whole, other], `\`${whole}\` contains all credentials`);
  }
}

function readPasted(text: string, { mask }: Environment): CredentialSource {
  const info = parsePastedTokenInfo(text);
  mask(info === undefined ? [] : secretsOfTokenInfo(info));
  if (info?.clientId === undefined || (info.clientSecret ?? info.refreshToken) === undefined) {
    throw invalid('token_info', 'is not the text from the web page of the platform. Copy the complete text');
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
