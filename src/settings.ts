import type { Credentials } from './credentials.js';
import { ActionError } from './errors.js';
import {
  type InputName,
  type Inputs,
  invalid,
  parseBaseUrl,
  parseBoolean,
  parseId,
  parseRequired,
  parseSeconds,
} from './inputs.js';
import { chariot } from './platforms/chariot.js';
import type { Owner, Platform } from './platforms/platform.js';
import { checkTargets, parseTokenVariable } from './secrets/names.js';
import { parseSecretRequests, type SecretRequest } from './secrets/request.js';
import { isBearerToken } from './token-response.js';

/** What the workflow asked for, checked and complete: nothing after this reads an input. */
export interface Settings {
  readonly platform: Platform;
  readonly url: URL;
  /** A token at hand; used while it lives longer than the platform's leeway, or to its end without credentials. */
  readonly bearerToken: string | undefined;
  readonly credentials: Credentials | undefined;
  /** Present exactly when Secrets are asked for. */
  readonly owner: Owner | undefined;
  readonly secretRequests: readonly SecretRequest[];
  readonly exportEnv: boolean;
  /** Variable that receives the token; undefined for none. */
  readonly tokenVariable: string | undefined;
  readonly timeoutSeconds: number;
  /** What the user should know although it is no error. */
  readonly notices: readonly string[];
}

/**
 * Turns inputs into settings, before any request.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, endpoint_insecure, name_refused, name_conflict
 */
export function parseSettings(inputs: Inputs): Settings {
  const platform = chariot;
  const exportEnv = parseBoolean(inputs, 'export_env');
  const tokenVariable = exportEnv ? parseTokenVariable(inputs.token_variable, platform.tokenVariable) : undefined;
  const secretRequests = parseSecretRequests(inputs.secrets ?? '');
  const owner = parseOwner(inputs, secretRequests.length > 0);
  checkTargets(secretRequests, { exportEnv, tokenVariable });
  return {
    platform,
    url: parseBaseUrl(inputs, 'url', parseBoolean(inputs, 'allow_http')),
    bearerToken: parseBearerToken(inputs),
    credentials: parseCredentials(inputs),
    owner,
    secretRequests,
    exportEnv,
    tokenVariable,
    timeoutSeconds: parseSeconds(inputs, 'timeout_seconds'),
    notices: owner !== undefined && secretRequests.length === 0 ? [unusedOwner(owner)] : [],
  };
}

function parseBearerToken(inputs: Inputs): string | undefined {
  const token = inputs.bearer_token;
  if (token !== undefined && !isBearerToken(token)) {
    throw invalid(
      'bearer_token',
      'is not a bearer token: give the token alone, without the word Bearer, quotes or blanks',
    );
  }
  return token;
}

function parseCredentials(inputs: Inputs): Credentials | undefined {
  const { client_id: id, client_secret: secret } = inputs;
  if (id === undefined && secret === undefined) {
    if (inputs.bearer_token === undefined) {
      const message = 'There is nothing to log in with: give `client_id` and `client_secret`, or `bearer_token`.';
      throw new ActionError('input_missing', message);
    }
    return undefined;
  }
  return {
    clientId: parseRequired(inputs, 'client_id', '`client_secret` is given, and one needs the other'),
    grant: { type: 'client_credentials' },
    clientAuthentication: {
      method: 'client_secret_post',
      clientSecret: parseRequired(inputs, 'client_secret', '`client_id` is given, and one needs the other'),
    },
  };
}

const OWNER_INPUTS = {
  project: 'project_id',
  organization: 'organization_id',
  user: 'user_id',
} as const satisfies Record<Owner['kind'], InputName>;

function parseOwner(inputs: Inputs, needed: boolean): Owner | undefined {
  const kinds = ['project', 'organization', 'user'] as const;
  const owners = kinds.flatMap((kind) => {
    const id = parseId(inputs, OWNER_INPUTS[kind]);
    return id === undefined ? [] : [{ kind, id }];
  });
  if (owners.length > 1) {
    const given = owners.map((owner) => `\`${OWNER_INPUTS[owner.kind]}\``).join(' and ');
    throw new ActionError('input_conflict', `The inputs ${given} are given, but Secrets have one owner.`);
  }
  if (needed && owners.length === 0) {
    const message = '`secrets` is given, but not whose: give `project_id`, `organization_id` or `user_id`.';
    throw new ActionError('input_missing', message);
  }
  return owners[0];
}

function unusedOwner(owner: Owner): string {
  return `\`${OWNER_INPUTS[owner.kind]}\` is given, but \`secrets\` is empty: no Secret is fetched.`;
}
