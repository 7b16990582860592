import { parseSigningKey } from '../certificates/signing-key.js';
import type { ActionError } from '../errors.js';
import type { InputName, Inputs } from '../inputs/inputs.js';
import { conflict, missing, parseChoice, parseRequired } from '../inputs/values.js';
import type { Environment } from '../machine/environment.js';
import type { Client, ClientAuthentication, GrantName } from '../oauth/credentials.js';
import type { Platform } from '../platforms/platform.js';
import type { Address } from './address.js';

type Method = ClientAuthentication['method'];

/** What the login needs to know in addition to its inputs. */
export interface LoginContext {
  readonly platform: Platform;
  readonly address: Address;
  readonly hasCertificate: boolean;
  readonly environment: Environment;
}

/** The inputs that each client authentication uses. */
export const INPUTS_OF_METHOD: Readonly<Record<Method, readonly InputName[]>> = {
  client_secret_post: ['client_secret'],
  client_secret_basic: ['client_secret'],
  private_key_jwt: ['signing_key', 'signing_key_password', 'signing_key_id', 'assertion_audience'],
  github_oidc: ['id_token_audience'],
  tls_client_auth: [],
  none: [],
};

/**
 * Reads the client and how it authenticates.
 *
 * @throws ActionError input_missing, input_invalid, input_conflict, certificate_unusable
 */
export function parseClient(inputs: Inputs, context: LoginContext, grant: GrantName): Client {
  const { platform } = context;
  const method = chooseMethod(inputs, platform);
  if (method === 'none' && grant === 'client_credentials') {
    throw noAuthentication(inputs, platform);
  }
  const clientId = parseClientId(inputs, { platform, method, grant });
  return { clientId, clientAuthentication: parseAuthentication(method, inputs, context) };
}

function chooseMethod(inputs: Inputs, { clientAuthentications, secretMethod }: Platform): Method {
  if (inputs.client_authentication !== undefined) {
    return parseChoice('client_authentication', inputs.client_authentication, clientAuthentications);
  }
  if (inputs.client_secret !== undefined) {
    return secretMethod === 'discovered' ? 'client_secret_basic' : secretMethod;
  }
  return inputs.signing_key === undefined ? 'none' : 'private_key_jwt';
}

function parseAuthentication(method: Method, inputs: Inputs, context: LoginContext): ClientAuthentication {
  const { address, environment, hasCertificate } = context;
  const audience = inputs.assertion_audience ?? address.assertionAudience;
  switch (method) {
    case 'client_secret_post':
    case 'client_secret_basic':
      return {
        method,
        clientSecret: parseRequired(inputs, 'client_secret', `\`client_authentication: ${method}\` is set`),
      };
    case 'private_key_jwt':
      return { method, key: parseSigningKey(inputs, environment), audience };
    case 'github_oidc':
      return { method, idTokenAudience: parseIdTokenAudience(inputs, context) };
    case 'tls_client_auth':
      if (!hasCertificate) {
        const what = '`pkcs12`, or `certificate` with `private_key`,';
        throw missing(what, '`client_authentication: tls_client_auth` is set');
      }
      return { method };
    case 'none':
      return { method };
  }
}

/** Reads the audience of GitHub's ID token; the default is the issuer. @throws ActionError input_missing */
export function parseIdTokenAudience(inputs: Inputs, { address }: LoginContext): string {
  const why = 'with `token_url` alone there is no issuer to use as the default audience';
  return inputs.id_token_audience ?? address.issuer ?? parseRequired(inputs, 'id_token_audience', why);
}

function parseClientId(
  inputs: Inputs,
  login: { readonly platform: Platform; readonly method: Method; readonly grant: GrantName },
): string | undefined {
  const { platform, method, grant } = login;
  const isAssertion = grant === 'token_exchange' || grant === 'jwt_bearer';
  if (inputs.client_id !== undefined || method === 'github_oidc' || (method === 'none' && isAssertion)) {
    return inputs.client_id;
  }
  if (method === 'none') {
    const why = 'a client without a secret is identified by its ID only';
    return platform.publicClient ?? parseRequired(inputs, 'client_id', why);
  }
  const [input = `client_authentication: ${method}`] = INPUTS_OF_METHOD[method];
  return parseRequired(inputs, 'client_id', `\`${input}\` is set, and is used only with \`client_id\``);
}

/** Makes the error for client credentials of a client that does not authenticate (RFC 6749 section 4.4). */
function noAuthentication(inputs: Inputs, { clientAuthentications }: Platform): ActionError {
  if (inputs.client_authentication !== undefined) {
    const names = ['client_authentication: none', 'grant_type: client_credentials'];
    return conflict(names, 'this grant is only for clients that authenticate');
  }
  const isChoice = clientAuthentications.length > 1;
  const what = isChoice ? 'One of `client_secret`, `signing_key` and `client_authentication`' : '`client_secret`';
  return missing(what, '`client_id` alone does not authenticate a client');
}
