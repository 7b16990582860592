import type { Client, ClientAuthentication, Credentials } from './credentials.js';
import type { ServerMetadata } from './discovery.js';

/** A name and its value, as they go into a body. */
export type Parameter = readonly [name: string, value: string];

/** What one request carries to prove the client: parameters of its body, and headers. */
export interface ClientProof {
  readonly parameters: readonly Parameter[];
  readonly headers: Readonly<Record<string, string>>;
}

/** The type of every assertion by which a client proves itself (RFC 7523 section 2.2). */
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * How a client proves itself in one request; `assertion` is the one that was made for it.
 *
 * One way in a request (RFC 6749 section 2.3), so the id is not in the body beside a header.
 */
export function proveClient(client: Client, assertion: string | undefined): ClientProof {
  const { clientId, clientAuthentication: authentication } = client;
  const id: Parameter[] = clientId === undefined ? [] : [['client_id', clientId]];
  switch (authentication.method) {
    case 'client_secret_post':
      return { parameters: [...id, ['client_secret', authentication.clientSecret]], headers: {} };
    case 'client_secret_basic': {
      const pair = basicPair(clientId ?? '', authentication.clientSecret);
      return { parameters: [], headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
    }
    case 'private_key_jwt':
    case 'github_oidc':
      return {
        parameters: [...id, ['client_assertion_type', JWT_BEARER], ['client_assertion', assertion ?? '']],
        headers: {},
      };
    case 'tls_client_auth':
    case 'none':
      return { parameters: id, headers: {} };
  }
}

/** `id:secret`, each form-encoded by itself, so that a colon or anything beyond ASCII arrives (RFC 6749 section 2.3.1). */
export function basicPair(clientId: string, clientSecret: string): string {
  return `${formEncode(clientId)}:${formEncode(clientSecret)}`;
}

/** Chooses between the two ways to send a secret as the server offers; silence means Basic (RFC 8414 section 2). */
export function negotiate(credentials: Credentials, { authMethods }: ServerMetadata): Credentials {
  const { clientAuthentication: chosen, negotiable } = credentials;
  const offersBasic = authMethods === undefined || authMethods.includes('client_secret_basic');
  if (!negotiable || chosen.method !== 'client_secret_basic' || offersBasic) {
    return credentials;
  }
  const clientAuthentication: ClientAuthentication = authMethods.includes('client_secret_post')
    ? { method: 'client_secret_post', clientSecret: chosen.clientSecret }
    : chosen;
  return { ...credentials, clientAuthentication };
}

function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
