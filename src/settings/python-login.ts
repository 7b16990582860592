import type { Inputs } from '../inputs/inputs.js';
import { missing } from '../inputs/values.js';
import type { Environment } from '../machine/environment.js';
import type { PythonPlatform } from '../platforms/platform.js';
import { type LoginSettings, noCredentials } from './login.js';
import { readSource } from './python-sources.js';

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
