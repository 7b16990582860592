import type { ActionError } from '../errors.js';
import type { InputName, Inputs } from '../inputs/inputs.js';
import { parseTokenParameters } from '../inputs/token-parameters.js';
import { conflict, invalid, missing, parseChoice, parseRequired } from '../inputs/values.js';
import { type Credentials, GRANT_TYPES, type Grant, type GrantName } from '../oauth/credentials.js';
import { isBearerToken } from '../oauth/token.js';
import type { Platform } from '../platforms/platform.js';
import type { Remark } from '../ports.js';
import { INPUTS_OF_METHOD, type LoginContext, parseClient, parseIdTokenAudience } from './client.js';

/** What a login starts with: a supplied token, credentials, or both. */
export interface LoginSettings {
  readonly bearerToken: string | undefined;
  /** The name of the supplied token's source in messages. */
  readonly suppliedTokenName: string;
  /** The client that a supplied token must be for, by its claim `aud`; undefined for any client. */
  readonly tokenAudience: string | undefined;
  readonly credentials: Credentials | undefined;
  /** Lines about the settings for the log. */
  readonly remarks: readonly Remark[];
}

/** Reads the login of a platform with OAuth's own grants. @throws ActionError input_missing, input_invalid, input_conflict */
export function parseLogin(inputs: Inputs, context: LoginContext): LoginSettings {
  const bearerToken = parseBearerToken(inputs);
  const hasCredentials = LOGIN_INPUTS.some((name) => inputs[name] !== undefined);
  const isEnough = context.platform.certificateAlone === true && context.hasCertificate;
  if (!hasCredentials && bearerToken === undefined && !isEnough) {
    throw noCredentials(context.platform);
  }
  return {
    bearerToken,
    suppliedTokenName: '`bearer_token`',
    tokenAudience: undefined,
    credentials: hasCredentials ? parseCredentials(inputs, context) : undefined,
    remarks: [],
  };
}

/** Makes the error for a step without any credentials. */
export function noCredentials({ title, loginInputs }: Platform): ActionError {
  return missing(`Either ${loginInputs}`, `a login to ${title} needs credentials`);
}

/** The inputs that each grant presents. */
const INPUTS_OF_GRANT: Readonly<Record<GrantName, readonly InputName[]>> = {
  client_credentials: [],
  password: ['username', 'password'],
  refresh_token: ['refresh_token'],
  token_exchange: ['id_token_audience'],
  jwt_bearer: ['id_token_audience'],
};

/** The inputs that a login may present. */
const PRESENTED = [...Object.values(INPUTS_OF_GRANT), ...Object.values(INPUTS_OF_METHOD)].flat();

/** The inputs that request a login: what it may present, the client's ID, and the choice of grant and authentication. */
const LOGIN_INPUTS: readonly InputName[] = ['client_id', 'grant_type', 'client_authentication', ...PRESENTED];

function parseCredentials(inputs: Inputs, context: LoginContext): Credentials {
  const { platform } = context;
  if (inputs.password !== undefined) {
    parseRequired(inputs, 'username', '`password` is set, and is used only with `username`');
  }
  const grant = chooseGrant(inputs, platform);
  const client = parseClient(inputs, context, grant);
  rejectUnused(inputs, [...INPUTS_OF_GRANT[grant], ...INPUTS_OF_METHOD[client.clientAuthentication.method]]);
  return {
    ...client,
    grant: parseGrant(inputs, grant, context),
    negotiable: inputs.client_authentication === undefined && platform.secretMethod === 'discovered',
    scope: inputs.scope,
    audience: inputs.audience,
    parameters: parseTokenParameters(inputs),
  };
}

function chooseGrant({ grant_type, username, refresh_token }: Inputs, { grants }: Platform): GrantName {
  if (grant_type !== undefined) {
    return parseChoice('grant_type', grant_type, grants);
  }
  if (username !== undefined) {
    return 'password';
  }
  return refresh_token === undefined ? 'client_credentials' : 'refresh_token';
}

function parseGrant(inputs: Inputs, name: GrantName, context: LoginContext): Grant {
  const read = (input: InputName) => parseRequired(inputs, input, `the ${name} grant uses it`);
  switch (name) {
    case 'client_credentials':
      return { type: 'client_credentials' };
    case 'password':
      return { type: 'password', username: read('username'), password: read('password') };
    case 'refresh_token':
      return { type: 'refresh_token', refreshToken: read('refresh_token') };
    case 'token_exchange':
    case 'jwt_bearer':
      return { type: GRANT_TYPES[name], idTokenAudience: parseIdTokenAudience(inputs, context) };
  }
}

/** Rejects credentials that the login would not present. @throws ActionError input_conflict */
function rejectUnused(inputs: Inputs, used: readonly InputName[]): void {
  const unused = PRESENTED.find((name) => inputs[name] !== undefined && !used.includes(name));
  if (unused !== undefined) {
    const { grant_type, client_authentication } = inputs;
    const choices = Object.entries({ grant_type, client_authentication }).filter(([, value]) => value !== undefined);
    const presented = used.filter((name) => inputs[name] !== undefined);
    const reasons = choices.length > 0 ? choices.map(([name, value]) => `${name}: ${value}`) : presented.slice(0, 1);
    throw conflict([unused, ...reasons], `this login does not use \`${unused}\``);
  }
}

/** Reads a supplied token. @throws ActionError input_invalid, which does not show the token */
export function parseBearerToken({ bearer_token: token }: Inputs): string | undefined {
  if (token !== undefined && !isBearerToken(token)) {
    throw invalid(
      'bearer_token',
      'is not a bearer token: it contains a blank, or a character outside ASCII',
      'Set only the token, without the word Bearer',
    );
  }
  return token;
}
