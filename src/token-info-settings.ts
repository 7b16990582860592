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
  /** Variables of the job from which the client takes its credentials instead. */
  readonly rivals: readonly string[];
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

/** A warning where the client will not read the file. */
export function tokenInfoWarnings(file: TokenInfoFile | undefined): string[] {
  const rivals = file?.rivals ?? [];
  const names = rivals.join(', ');
  return rivals.length === 0
    ? []
    : [
        `The job sets ${names}: the Python client takes its credentials from there, and does not read the token_info.json.`,
      ];
}
