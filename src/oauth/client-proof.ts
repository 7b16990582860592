import type { Ports } from '../ports.js';
import { type ClientProof, negotiate, proveClient } from './client-authentication.js';
import type { Credentials } from './credentials.js';
import { requestIdToken, trustAdvice } from './id-token.js';
import type { ServerMetadata } from './metadata.js';

/** What a login presents in one request. */
export interface Presentation {
  /** The credentials, as negotiated with the server. */
  readonly credentials: Credentials;
  /** GitHub's ID token, if it is what the grant presents. */
  readonly subjectToken: string | undefined;
  readonly proof: ClientProof;
  /** A UUID for this request. */
  readonly id: string;
  /** The advice in case the server does not trust the ID token; undefined without one. */
  readonly trust: string | undefined;
}

/**
 * Makes what a login presents in one request: ID tokens and assertions, each masked as soon as it is received.
 *
 * @throws ActionError id_token_unavailable, certificate_unusable for a key that cannot sign
 */
export async function preparePresentation(
  wanted: Credentials,
  metadata: ServerMetadata,
  ports: Ports,
): Promise<Presentation> {
  const credentials = negotiate(wanted, metadata);
  const { grant, clientAuthentication } = credentials;
  const subjectToken = 'idTokenAudience' in grant ? await requestIdToken(grant.idTokenAudience, ports) : undefined;
  const proof = await proveClient(credentials, metadata, ports);
  const idToken = subjectToken ?? (clientAuthentication.method === 'github_oidc' ? proof.assertion : undefined);
  const trust = idToken === undefined ? undefined : trustAdvice(idToken);
  return { credentials, subjectToken, proof, id: ports.newId(), trust };
}

/** Tells whether a server may reject a second use: it accepts the `jti` of a token only once (RFC 7523 section 3). */
export function isTakenOnce({ subjectToken, proof }: Presentation): boolean {
  return subjectToken !== undefined || proof.assertion !== undefined;
}
