import { createPrivateKey } from 'node:crypto';
import type { Client, ClientAuthentication } from './credentials.js';

type KeyAuthentication = Extract<ClientAuthentication, { readonly method: 'private_key_jwt' }>;

/** A client and how it authenticates, as plain JSON; it does not contain what the client presents for its token. */
export interface SavedClient {
  readonly clientId: string | undefined;
  readonly authentication: Exclude<ClientAuthentication, KeyAuthentication> | SavedKeyAuthentication;
}

/** Authentication with a signed assertion, where the key is a text. */
interface SavedKeyAuthentication {
  readonly method: KeyAuthentication['method'];
  readonly audience: string;
  /** The signing key in PEM (PKCS#8). */
  readonly key: string;
  readonly keyId: string | undefined;
  readonly algorithm: string;
}

/** Turns a client into plain JSON; `accepted` are the signing algorithms that the server accepts. */
export function saveClient({ clientId, clientAuthentication }: Client, accepted: readonly string[] = []): SavedClient {
  if (clientAuthentication.method !== 'private_key_jwt') {
    return { clientId, authentication: clientAuthentication };
  }
  const { method, audience, key } = clientAuthentication;
  const algorithm = key.algorithms.find((name) => accepted.includes(name)) ?? key.algorithms[0];
  const pem = key.key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { clientId, authentication: { method, audience, key: pem, keyId: key.keyId, algorithm } };
}

/** Turns a saved client back into a client. @throws Error of OpenSSL for an unreadable key */
export function restoreClient({ clientId, authentication }: SavedClient): Client {
  if (authentication.method !== 'private_key_jwt') {
    return { clientId, clientAuthentication: authentication };
  }
  const { method, audience, key, keyId, algorithm } = authentication;
  const signingKey = { key: createPrivateKey(key), keyId, algorithms: [algorithm] } as const;
  return { clientId, clientAuthentication: { method, audience, key: signingKey } };
}

/** Lists the secrets of a saved client, to be masked before it is saved and after it is read. */
export function clientSecrets({ authentication }: SavedClient): string[] {
  if ('clientSecret' in authentication) {
    return [authentication.clientSecret];
  }
  return 'key' in authentication ? [authentication.key] : [];
}
