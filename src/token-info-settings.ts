import { ActionError } from './errors.js';
import { parseBoolean } from './input-values.js';
import type { Inputs } from './inputs.js';
import type { LoginSettings } from './login-settings.js';
import type { Platform } from './platforms/platform.js';
import type { Surroundings } from './surroundings.js';
import { TOKEN_INFO_FILE } from './token-info.js';

/** A token_info.json to write for the Python client. */
export interface TokenInfoFile {
  readonly path: string;
  /** Variable that tells the client where it is. */
  readonly variable: string;
  /** Variable of the token, when an earlier step left one: it would win over the file. */
  readonly stale: string | undefined;
}

/**
 * Reads whether a token_info.json is to be written, and where.
 *
 * @throws ActionError input_missing, input_conflict
 */
export function parseTokenInfoFile(
  inputs: Inputs,
  { platform, login }: { readonly platform: Platform; readonly login: LoginSettings },
  surroundings: Surroundings,
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
  const isStale = surroundings.variable(platform.tokenVariable) !== undefined;
  return {
    path: surroundings.pathOf(TOKEN_INFO_FILE),
    variable: `${platform.pythonClient.variablePrefix}_TOKEN_INFO_PATH`,
    stale: isStale ? platform.tokenVariable : undefined,
  };
}
