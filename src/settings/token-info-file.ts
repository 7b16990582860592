import { TOKEN_INFO_FILE, type TokenInfoFile } from '../formats/token-info.js';
import type { Inputs } from '../inputs/inputs.js';
import { conflict, missing, parseBoolean } from '../inputs/values.js';
import type { Environment } from '../machine/environment.js';
import type { Platform } from '../platforms/platform.js';
import type { LoginSettings } from './login.js';

/**
 * Reads whether and where to write a token_info.json.
 *
 * @throws ActionError input_missing, input_conflict
 */
export function parseTokenInfoFile(
  inputs: Inputs,
  { platform, login }: { readonly platform: Platform; readonly login: LoginSettings },
  environment: Environment,
): TokenInfoFile | undefined {
  if (!parseBoolean(inputs, 'write_token_info') || platform.pythonClient === undefined) {
    return undefined;
  }
  if (login.credentials === undefined) {
    throw missing(
      '`client_id` with `client_secret`',
      '`write_token_info` is set, and the file must contain both to be refreshed',
    );
  }
  if (inputs.token_variable !== undefined && inputs.token_variable !== 'none') {
    const why = 'the Python client would use the token in the variable instead of the file';
    throw conflict(['write_token_info', 'token_variable'], why);
  }
  const prefix = platform.pythonClient.variablePrefix;
  const isSet = (name: string) => environment.variable(name) !== undefined;
  return {
    path: environment.pathOf(TOKEN_INFO_FILE),
    variable: `${prefix}_TOKEN_INFO_PATH`,
    stale: isSet(platform.tokenVariable) ? platform.tokenVariable : undefined,
    rivals: [
      ...['CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN'].map((name) => `${prefix}_${name}`),
      // The client also reads these names; any of them keeps it from reading the file.
      ...['CLIENT_ID', 'CLIENT_SECRET'],
    ].filter(isSet),
  };
}
