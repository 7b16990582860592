import { ActionError } from '../errors.js';
import type { Ports } from '../ports.js';
import { basicPair, type ClientProof, negotiate, proveClient } from './client-authentication.js';
import type { Client, Credentials } from './credentials.js';
import type { ServerMetadata } from './discovery.js';
import { requestIdToken, trustAdvice } from './id-token.js';

/** An attempt to log in, and what to say of its ID token should the server not trust it. */
export interface PreparedPresentation {
  readonly presentation: Presentation;
  readonly trust: string | undefined;
}

/**
 * Makes what a login presents for one request: ID tokens and assertions, each masked as soon as it is there.
 *
 * @throws ActionError id_token_unavailable, certificate_unusable for a key that does not sign
 */
export async function preparePresentation(
  given: Credentials,
  metadata: ServerMetadata,
  ports: Ports,
): Promise<PreparedPresentation> {
  const credentials = negotiate(given, metadata);
  const { grant, clientAuthentication } = credentials;
  const subjectToken = 'idTokenAudience' in grant ? await requestIdToken(grant.idTokenAudience, ports) : undefined;
  const clientAssertion = await makeAssertion(credentials, metadata, ports);
  maskPair(credentials, ports);
  const idToken = subjectToken ?? (clientAuthentication.method === 'github_oidc' ? clientAssertion : undefined);
  return {
    presentation: { credentials, subjectToken, clientAssertion, id: ports.newId() },
    trust: idToken === undefined ? undefined : trustAdvice(idToken),
  };
}

/**
 * Proves a client in a request that does not request a token; its authentication is already negotiated.
 *
 * @throws ActionError as `preparePresentation`
 */
export async function proveClientAgain(client: Client, ports: Ports): Promise<ClientProof> {
  maskPair(client, ports);
  return proveClient(client, await makeAssertion(client, {}, ports));
}

function maskPair({ clientId = '', clientAuthentication }: Client, ports: Ports): void {
  if (clientAuthentication.method === 'client_secret_basic') {
    ports.mask([basicPair(clientId, clientAuthentication.clientSecret)]);
  }
}

async function makeAssertion(
  { clientId = '', clientAuthentication: authentication }: Client,
  { signingAlgorithms }: Pick<ServerMetadata, 'signingAlgorithms'>,
  ports: Ports,
): Promise<string | undefined> {
  if (authentication.method === 'github_oidc') {
    return requestIdToken(authentication.idTokenAudience, ports);
  }
  if (authentication.method !== 'private_key_jwt') {
    return undefined;
  }
  const { key, audience } = authentication;
  // Loaded here: no other login pays for reading the library that signs.
  const { chooseAlgorithm, signClientAssertion } = await import('./client-assertion.js');
  const claims = { clientId, audience, id: ports.newId(), now: ports.now() };
  try {
    const assertion = await signClientAssertion(claims, key, chooseAlgorithm(key, signingAlgorithms));
    ports.mask([assertion]);
    return assertion;
  } catch (error) {
    throw new ActionError('certificate_unusable', 'The input `signing_key` holds a key that cannot sign', {
      cause: error,
    });
  }
}

/** Credentials, and what was made for this one request. */
export interface Presentation {
  readonly credentials: Credentials;
  /** GitHub's ID token, where it is what is presented. */
  readonly subjectToken: string | undefined;
  /** The assertion that proves the client, where it proves itself so. */
  readonly clientAssertion: string | undefined;
  /** A UUID for this request. */
  readonly id: string;
}

/** Whether a server may refuse this a second time: an assertion or ID token with a `jti` is taken once (RFC 7523 section 3). */
export function isTakenOnce({ subjectToken, clientAssertion }: Presentation): boolean {
  return subjectToken !== undefined || clientAssertion !== undefined;
}
