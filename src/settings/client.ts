import { parseSigningKey } from '../certificates/signing-key.js';
import { parseTls } from '../certificates/tls-inputs.js';
import { ActionError } from '../errors.js';
import type { InputName, Inputs } from '../inputs/inputs.js';
import { parseChoice, parseRequired } from '../inputs/values.js';
import type { Environment } from '../machine/environment.js';
import type { ClientAuthentication, Credentials, GrantName } from '../oauth/credentials.js';
import type { Platform } from '../platforms/platform.js';

type Method = ClientAuthentication['method'];

/** The login's own part of what is read: the platform, the issuer as far as the inputs name it, and the machine. */
export interface LoginContext {
  readonly platform: Platform;
  readonly issuer: string | undefined;
  /** Undefined when the issuer's metadata will tell it. */
  readonly tokenEndpoint: URL | undefined;
  readonly surroundings: Environment;
}

/** The inputs that each client authentication uses. */
const USED: Readonly<Record<Method, readonly InputName[]>> = {
  client_secret_post: ['client_secret'],
  client_secret_basic: ['client_secret'],
  private_key_jwt: ['signing_key', 'signing_key_password', 'signing_key_id'],
  github_oidc: ['id_token_audience'],
  tls_client_auth: [],
  none: [],
};

/** The inputs that a client authentication uses. */
export function usedBy(method: Method): readonly InputName[] {
  return USED[method];
}

/**
 * Reads who the client is and how it proves itself.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict
 */
export function parseClientAuthentication(
  inputs: Inputs,
  context: LoginContext,
  grant: GrantName,
): Pick<Credentials, 'clientId' | 'clientAuthentication' | 'negotiable'> {
  const { platform } = context;
  const method = chooseMethod(inputs, platform);
  if (method === 'none' && grant === 'client_credentials') {
    throw unproved(inputs, platform);
  }
  const clientId = parseClientId(inputs, { platform, method, grant });
  return {
    clientId,
    clientAuthentication: parseAuthentication(method, inputs, context),
    negotiable: inputs.client_authentication === undefined && platform.secretMethod === 'discovered',
  };
}

function chooseMethod(inputs: Inputs, platform: Platform): Method {
  if (inputs.client_authentication !== undefined) {
    return parseChoice(inputs, 'client_authentication', platform.clientAuthentications);
  }
  if (inputs.client_secret !== undefined) {
    return platform.secretMethod === 'discovered' ? 'client_secret_basic' : platform.secretMethod;
  }
  return inputs.signing_key === undefined ? 'none' : 'private_key_jwt';
}

function parseAuthentication(method: Method, inputs: Inputs, context: LoginContext): ClientAuthentication {
  switch (method) {
    case 'client_secret_post':
    case 'client_secret_basic':
      return {
        method,
        clientSecret: parseRequired(inputs, 'client_secret', `\`client_authentication: ${method}\` needs it`),
      };
    case 'private_key_jwt':
      return {
        method,
        key: parseSigningKey(inputs, context.surroundings),
        audience: context.issuer ?? context.tokenEndpoint?.href ?? '',
      };
    case 'github_oidc':
      return { method, idTokenAudience: parseIdTokenAudience(inputs, context) };
    case 'tls_client_auth':
      requireCertificate(inputs);
      return { method };
    case 'none':
      return { method };
  }
}

/** @throws ActionError input_missing */
function requireCertificate(inputs: Inputs): void {
  if (parseTls(inputs).client === undefined) {
    const inputsOfIt = '`pkcs12`, or `certificate` and `private_key`';
    throw new ActionError('input_missing', `\`client_authentication: tls_client_auth\` needs ${inputsOfIt}.`);
  }
}

/** The audience of GitHub's ID token: what is given, else the server's name for itself. @throws ActionError input_missing */
export function parseIdTokenAudience(inputs: Inputs, { issuer }: LoginContext): string {
  return (
    inputs.id_token_audience ??
    issuer ??
    parseRequired(inputs, 'id_token_audience', 'with `token_url` alone nothing else tells whom the ID token is for')
  );
}

/** What in the inputs makes a client id needed, for the message that it is missing. */
const NEEDS_ID: Readonly<Record<Method, string>> = {
  client_secret_post: '`client_secret` is given, and one needs the other',
  client_secret_basic: '`client_secret` is given, and one needs the other',
  private_key_jwt: '`signing_key` is given, and one needs the other',
  tls_client_auth: '`client_authentication: tls_client_auth` needs it',
  github_oidc: '',
  none: 'a client without a secret is known by it alone',
};

function parseClientId(
  inputs: Inputs,
  login: { readonly platform: Platform; readonly method: Method; readonly grant: GrantName },
): string | undefined {
  const { platform, method, grant } = login;
  const isAssertion = grant === 'token_exchange' || grant === 'jwt_bearer';
  if (inputs.client_id !== undefined || method === 'github_oidc' || (method === 'none' && isAssertion)) {
    return inputs.client_id;
  }
  return method === 'none' && platform.publicClient !== undefined
    ? platform.publicClient
    : parseRequired(inputs, 'client_id', NEEDS_ID[method]);
}

/** The error for client credentials of a client that proves nothing (RFC 6749 section 4.4). */
function unproved(inputs: Inputs, { clientAuthentications }: Platform): ActionError {
  if (inputs.client_authentication !== undefined) {
    const message =
      '`client_authentication: none` is given, but the client credentials grant is for clients that prove themselves.';
    return new ActionError('input_conflict', message);
  }
  const why =
    inputs.client_id === undefined || clientAuthentications.length > 1
      ? 'client credentials need it, or else a `signing_key`, or `client_authentication: github_oidc` or `tls_client_auth`'
      : '`client_id` is given, and one needs the other';
  return new ActionError('input_missing', `The input \`client_secret\` is empty: ${why}.`);
}
