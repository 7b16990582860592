import { parseTls } from '../certificates/tls-inputs.js';
import { ActionError } from '../errors.js';
import { type InputName, type Inputs, invalid } from '../inputs/inputs.js';
import { parseChoice, parseRequired } from '../inputs/values.js';
import { type Credentials, GRANT_TYPES, type Grant, type GrantName } from '../oauth/credentials.js';
import { isBearerToken } from '../oauth/token.js';
import type { Platform } from '../platforms/platform.js';
import { type LoginContext, parseClientAuthentication, parseIdTokenAudience, usedBy } from './client.js';

/** What a login starts with: a token at hand, credentials, or both. */
export interface LoginSettings {
  readonly bearerToken: string | undefined;
  /** How messages call where the token came from. */
  readonly suppliedTokenName: string;
  /** Who a token at hand must be for, in its claim `aud`; undefined for anybody. */
  readonly tokenAudience: string | undefined;
  readonly credentials: Credentials | undefined;
  readonly warnings: readonly string[];
}

/** Reads the login of a platform that knows OAuth's own grants. @throws ActionError input_missing, input_invalid, input_conflict */
export function parseLogin(inputs: Inputs, context: LoginContext): LoginSettings {
  const bearerToken = requireBearerToken(inputs);
  const asksForLogin = LOGIN_INPUTS.some((name) => inputs[name] !== undefined);
  const isEnough = context.platform.certificateAlone === true && parseTls(inputs).client !== undefined;
  if (!asksForLogin && bearerToken === undefined && !isEnough) {
    const message = `There is nothing to log in with: give ${context.platform.loginInputs}.`;
    throw new ActionError('input_missing', message);
  }
  return {
    bearerToken,
    suppliedTokenName: '`bearer_token`',
    tokenAudience: undefined,
    credentials: asksForLogin ? parseCredentials(inputs, context) : undefined,
    warnings: [],
  };
}

/** Every input that says how to log in, and so that a login is wanted. */
const LOGIN_INPUTS = [
  'client_id',
  'client_secret',
  'username',
  'password',
  'refresh_token',
  'grant_type',
  'client_authentication',
  'signing_key',
  'signing_key_password',
  'signing_key_id',
  'id_token_audience',
] as const satisfies InputName[];

/** The inputs that each grant presents. */
const PRESENTED: Readonly<Record<GrantName, readonly InputName[]>> = {
  client_credentials: [],
  password: ['username', 'password'],
  refresh_token: ['refresh_token'],
  token_exchange: ['id_token_audience'],
  jwt_bearer: ['id_token_audience'],
};

function parseCredentials(inputs: Inputs, context: LoginContext): Credentials {
  if (inputs.password !== undefined && inputs.username === undefined) {
    parseRequired(inputs, 'username', '`password` is given, and one needs the other');
  }
  const [grantName, why] = chooseGrant(inputs, context.platform);
  const client = parseClientAuthentication(inputs, context, grantName);
  refuseUnused(inputs, [...PRESENTED[grantName], ...usedBy(client.clientAuthentication.method)], why);
  return {
    ...client,
    grant: parseGrant(inputs, grantName, context),
    scope: inputs.scope,
    audience: inputs.audience,
  };
}

/** The grant, and what made it this one. */
function chooseGrant(inputs: Inputs, { grants }: Platform): [GrantName, string] {
  if (inputs.grant_type !== undefined) {
    const grant = parseChoice(inputs, 'grant_type', grants);
    return [grant, `\`grant_type: ${grant}\``];
  }
  if (inputs.username !== undefined) {
    return ['password', '`username`'];
  }
  return inputs.refresh_token === undefined
    ? ['client_credentials', 'the client credentials grant']
    : ['refresh_token', '`refresh_token`'];
}

function parseGrant(inputs: Inputs, name: GrantName, context: LoginContext): Grant {
  const need = (input: InputName) => parseRequired(inputs, input, `the ${name} grant needs it`);
  switch (name) {
    case 'client_credentials':
      return { type: 'client_credentials' };
    case 'password':
      return { type: 'password', username: need('username'), password: need('password') };
    case 'refresh_token':
      return { type: 'refresh_token', refreshToken: need('refresh_token') };
    case 'token_exchange':
    case 'jwt_bearer':
      return { type: GRANT_TYPES[name], idTokenAudience: parseIdTokenAudience(inputs, context) };
  }
}

/** Refuses credentials that the login would not present. @throws ActionError input_conflict */
function refuseUnused(inputs: Inputs, used: readonly InputName[], why: string): void {
  const settling: readonly InputName[] = ['client_id', 'grant_type', 'client_authentication'];
  const unused = LOGIN_INPUTS.find(
    (name) => inputs[name] !== undefined && !used.includes(name) && !settling.includes(name),
  );
  if (unused !== undefined) {
    const method =
      inputs.client_authentication === undefined
        ? ''
        : ` with \`client_authentication: ${inputs.client_authentication}\``;
    const message = `The input \`${unused}\` is given, but a login by ${why}${method} does not use it.`;
    throw new ActionError('input_conflict', message);
  }
}

/** Reads a token at hand; undefined for none. @throws ActionError input_invalid, which never shows it */
export function requireBearerToken({ bearer_token: token }: Inputs): string | undefined {
  if (token !== undefined && !isBearerToken(token)) {
    throw invalid(
      'bearer_token',
      'is not a bearer token: give the token alone, without the word Bearer, quotes or blanks',
    );
  }
  return token;
}
