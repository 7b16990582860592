import { ActionError } from '../errors.js';
import { parsePastedTokenInfo, readTokenInfoFile, secretsOfTokenInfo, type TokenInfo } from '../formats/token-info.js';
import { type InputName, type Inputs, invalid } from '../inputs/inputs.js';
import type { Environment } from '../machine/environment.js';
import { isBearerToken } from '../oauth/token.js';
import type { Platform, PythonPlatform } from '../platforms/platform.js';
import { type LoginSettings, requireBearerToken } from './login.js';

/** What one source gave, and how messages call its token. */
type CredentialSource = TokenInfo & { readonly tokenName: string; readonly warnings: readonly string[] };

/**
 * Reads the login of a platform whose Python client keeps credentials: inputs, then variables, else one file alone.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict
 */
export function parseStoredLogin(inputs: Inputs, platform: PythonPlatform, surroundings: Environment): LoginSettings {
  const { clientId, clientSecret, refreshToken, token, tokenName, scope, warnings } = gather(
    inputs,
    platform,
    surroundings,
  );
  const secret = refreshToken ?? clientSecret;
  const isPair = clientId !== undefined && secret !== undefined;
  if (token === undefined && !isPair) {
    throw incomplete(platform, clientId, secret);
  }
  const differ = clientSecret !== undefined && refreshToken !== undefined && clientSecret !== refreshToken;
  return {
    bearerToken: token,
    suppliedTokenName: tokenName,
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
    warnings: differ ? [...warnings, MISMATCH] : warnings,
  };
}

/** In the words of the Python client. */
const MISMATCH =
  'Authentication token mismatch: both the client secret and the refresh token are provided but differ in value; the refresh token will be used for authentication.';

/** Inputs that give credentials, and so keep a token that an earlier step left in a variable from being used. */
const CREDENTIAL_INPUTS = [
  'client_id',
  'client_secret',
  'refresh_token',
  'token_info_path',
] as const satisfies InputName[];

function gather(inputs: Inputs, { pythonClient }: PythonPlatform, surroundings: Environment): CredentialSource {
  requireBearerToken(inputs);
  refuseMixtures(inputs);
  if (inputs.token_info !== undefined) {
    const pasted = checkPasted(parsePastedTokenInfo(inputs.token_info), surroundings);
    return { ...pasted, scope: inputs.scope, token: undefined, tokenName: '`bearer_token`', warnings: [] };
  }
  const prefix = pythonClient.variablePrefix;
  const direct = fromInputsAndVariables(inputs, prefix, surroundings);
  const isNothing = [direct.clientId, direct.clientSecret, direct.refreshToken, direct.token].every(
    (value) => value === undefined,
  );
  if (!isNothing) {
    const unread = `\`token_info_path\` is not read, since the variables ${prefix}_CLIENT_ID and so on give credentials: a file is never mixed with anything.`;
    return inputs.token_info_path === undefined ? direct : { ...direct, warnings: [unread] };
  }
  const [path, who] =
    inputs.token_info_path === undefined
      ? [surroundings.variable(`${prefix}_TOKEN_INFO_PATH`), `The variable ${prefix}_TOKEN_INFO_PATH`]
      : [inputs.token_info_path, 'The input `token_info_path`'];
  if (path === undefined) {
    return direct;
  }
  const file = fromFile(path, who, surroundings);
  return { ...file, scope: inputs.scope ?? file.scope };
}

/** Value by value: the input, else the variable; an empty one is absent. */
function fromInputsAndVariables(inputs: Inputs, prefix: string, { variable, mask }: Environment): CredentialSource {
  const read = (name: string) => variable(`${prefix}_${name}`);
  const bearer = inputs.bearer_token;
  const givesCredentials = CREDENTIAL_INPUTS.some((name) => inputs[name] !== undefined);
  const left = bearer === undefined && !givesCredentials ? read('TOKEN') : undefined;
  const source = {
    clientId: inputs.client_id ?? read('CLIENT_ID'),
    clientSecret: inputs.client_secret ?? read('CLIENT_SECRET'),
    refreshToken: inputs.refresh_token ?? read('REFRESH_TOKEN'),
    token: bearer ?? left,
  };
  mask(secretsOfTokenInfo(source));
  return {
    ...source,
    token: source.token !== undefined && isBearerToken(source.token) ? source.token : undefined,
    scope: inputs.scope,
    tokenName: bearer === undefined ? `token in ${prefix}_TOKEN` : '`bearer_token`',
    warnings: [],
  };
}

/** @throws ActionError input_conflict, since a file or a pasted text is never mixed with anything */
function refuseMixtures(inputs: Inputs): void {
  const whole = (['token_info', 'token_info_path'] as const).find((name) => inputs[name] !== undefined);
  const other = [...CREDENTIAL_INPUTS, 'bearer_token' as const].find(
    (name) => name !== whole && inputs[name] !== undefined,
  );
  if (whole !== undefined && other !== undefined) {
    const message = `The inputs \`${whole}\` and \`${other}\` are given, but the first holds all credentials by itself.`;
    throw new ActionError('input_conflict', message);
  }
}

function checkPasted(info: TokenInfo | undefined, { mask }: Environment): TokenInfo {
  mask(info === undefined ? [] : secretsOfTokenInfo(info));
  if (info?.clientId === undefined || (info.clientSecret ?? info.refreshToken) === undefined) {
    throw invalid('token_info', 'is not the text that the web page of the platform hands out; copy it whole');
  }
  return info;
}

function fromFile(path: string, who: string, { readFile, mask }: Environment): CredentialSource {
  const info = readTokenInfoFile(path, who, readFile);
  mask(secretsOfTokenInfo(info));
  const token = info.token !== undefined && isBearerToken(info.token) ? info.token : undefined;
  return { ...info, token, tokenName: '`jwt_token` of the file', warnings: [] };
}

function incomplete({ loginInputs }: Platform, clientId: string | undefined, secret: string | undefined): ActionError {
  if (clientId === undefined && secret === undefined) {
    return new ActionError('input_missing', `There is nothing to log in with: give ${loginInputs}.`);
  }
  const [missing, given] = clientId === undefined ? ['client_id', 'client_secret'] : ['client_secret', 'client_id'];
  return new ActionError(
    'input_missing',
    `The input \`${missing}\` is empty: \`${given}\` is given, and one needs the other.`,
  );
}
