import { ActionError } from '../errors.js';
import { TOKEN_INFO_FILE, type TokenInfoFile } from '../formats/token-info.js';
import type { Inputs } from '../inputs/inputs.js';
import { parseBoolean } from '../inputs/values.js';
import type { Environment } from '../machine/environment.js';
import type { Platform } from '../platforms/platform.js';
import type { LoginSettings } from './login.js';

/**
 * Reads whether a token_info.json is to be written, and where.
 *
 * @throws ActionError input_missing, input_conflict
 */
export function parseTokenInfoFile(
  inputs: Inputs,
  { platform, login }: { readonly platform: Platform; readonly login: LoginSettings },
  surroundings: Environment,
): TokenInfoFile | undefined {
  if (!parseBoolean(inputs, 'write_token_info') || platform.pythonClient === undefined) {
    return undefined;
  }
  if (login.credentials === undefined) {
    const message =
      '`write_token_info` is given, but no `client_id` and `client_secret`, without which the file could not be used to refresh.';
    throw new ActionError('input_missing', message);
  }
  if (inputs.token_variable !== undefined && inputs.token_variable !== 'none') {
    const message =
      'The inputs `write_token_info` and `token_variable` are given, but a token in a variable would win over the file.';
    throw new ActionError('input_conflict', message);
  }
  const prefix = platform.pythonClient.variablePrefix;
  const isSet = (name: string) => surroundings.variable(name) !== undefined;
  return {
    path: surroundings.pathOf(TOKEN_INFO_FILE),
    variable: `${prefix}_TOKEN_INFO_PATH`,
    stale: isSet(platform.tokenVariable) ? platform.tokenVariable : undefined,
    rivals: [
      ...['CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN'].map((name) => `${prefix}_${name}`).filter(isSet),
      // The client reads these names, too, and any one of them keeps it from the file.
      ...['CLIENT_ID', 'CLIENT_SECRET'].filter(isSet),
    ],
  };
}
