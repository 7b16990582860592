import { ActionError } from '../errors.js';
import type { Ports } from '../ports.js';
import type { AssertionClaims } from './client-assertion.js';
import type { Client, Credentials, Parameter, SigningKey } from './credentials.js';
import { requestIdToken } from './id-token.js';
import type { ServerMetadata } from './metadata.js';

/** What authenticates a client in one request. */
export interface ClientProof {
  readonly parameters: readonly Parameter[];
  readonly headers: Readonly<Record<string, string>>;
  /** The assertion in the parameters, if the client authenticates with one. */
  readonly assertion: string | undefined;
}

/** The type of every client assertion (RFC 7523 section 2.2). */
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Makes what authenticates a client in one request, and masks it; the authentication is already negotiated.
 *
 * A request contains only one method (RFC 6749 section 2.3), so a header excludes the ID in the body.
 *
 * @throws ActionError id_token_unavailable, certificate_unusable for a key that cannot sign
 */
export async function proveClient(
  { clientId, clientAuthentication: authentication }: Client,
  { signingAlgorithms }: Pick<ServerMetadata, 'signingAlgorithms'>,
  ports: Ports,
): Promise<ClientProof> {
  const id: Parameter[] = clientId === undefined ? [] : [['client_id', clientId]];
  const proofOf = (parameters: readonly Parameter[], assertion?: string) => ({ parameters, headers: {}, assertion });
  const asserted = (assertion: string) =>
    proofOf([...id, ['client_assertion_type', JWT_BEARER], ['client_assertion', assertion]], assertion);
  switch (authentication.method) {
    case 'client_secret_post':
      return proofOf([...id, ['client_secret', authentication.clientSecret]]);
    case 'client_secret_basic': {
      const pair = [clientId, authentication.clientSecret].map(formEncode).join(':');
      ports.mask([pair]);
      const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
      return { parameters: [], headers: { authorization }, assertion: undefined };
    }
    case 'private_key_jwt': {
      const claims = { clientId, audience: authentication.audience, id: ports.newId(), now: ports.now() };
      const assertion = await sign(claims, authentication.key, signingAlgorithms);
      ports.mask([assertion]);
      return asserted(assertion);
    }
    case 'github_oidc':
      return asserted(await requestIdToken(authentication.idTokenAudience, ports));
    case 'tls_client_auth':
    case 'none':
      return proofOf(id);
  }
}

async function sign(claims: AssertionClaims, key: SigningKey, supported?: readonly string[]): Promise<string> {
  // Loaded on demand: no other login pays for the library that signs.
  const { chooseAlgorithm, signClientAssertion } = await import('./client-assertion.js');
  try {
    return await signClientAssertion(claims, key, chooseAlgorithm(key, supported));
  } catch (cause) {
    throw new ActionError('certificate_unusable', 'The input `signing_key` contains a key that cannot sign', { cause });
  }
}

/** Encodes each half of `id:secret`, so that a colon or a character outside ASCII arrives (RFC 6749 section 2.3.1). */
function formEncode(text = ''): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

/** Chooses how a client secret is sent from what the server offers; the default is Basic (RFC 8414 section 2). */
export function negotiate(credentials: Credentials, { authMethods }: ServerMetadata): Credentials {
  const { clientAuthentication: chosen, negotiable } = credentials;
  const needsPost =
    authMethods?.includes('client_secret_basic') === false && authMethods.includes('client_secret_post');
  return negotiable && chosen.method === 'client_secret_basic' && needsPost
    ? { ...credentials, clientAuthentication: { ...chosen, method: 'client_secret_post' } }
    : credentials;
}
