import { createPrivateKey } from 'node:crypto';
import { isRecord } from '../json.js';
import type { ClientAuthentication, Credentials } from '../oauth/credentials.js';
import type { ServerMetadata } from '../oauth/discovery.js';

/** A client and how it proves itself, as plain texts for the state of a step; never what it presented for its token. */
export interface SavedClient {
  readonly clientId?: string;
  readonly method: ClientAuthentication['method'];
  readonly clientSecret?: string;
  /** The signing key in PEM (PKCS#8). */
  readonly key?: string;
  readonly keyId?: string;
  /** The algorithms that the server takes from this key. */
  readonly algorithms?: readonly string[];
  /** Of the assertion, or of GitHub's ID token. */
  readonly audience?: string;
}

/** What of credentials is needed to prove the same client once more. */
export function saveClient({ clientId, clientAuthentication }: Credentials, metadata: ServerMetadata): SavedClient {
  const id = clientId === undefined ? {} : { clientId };
  const { method } = clientAuthentication;
  switch (method) {
    case 'client_secret_post':
    case 'client_secret_basic':
      return { ...id, method, clientSecret: clientAuthentication.clientSecret };
    case 'private_key_jwt': {
      const { key, audience } = clientAuthentication;
      const taken = key.algorithms.filter((algorithm) => metadata.signingAlgorithms?.includes(algorithm));
      return {
        ...id,
        method,
        key: key.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
        ...(key.keyId === undefined ? {} : { keyId: key.keyId }),
        algorithms: taken.length === 0 ? key.algorithms : taken,
        audience,
      };
    }
    case 'github_oidc':
      return { ...id, method, audience: clientAuthentication.idTokenAudience };
    case 'tls_client_auth':
    case 'none':
      return { ...id, method };
  }
}

/** Every secret in it, to be masked before it is saved and after it is read again. */
export function clientSecrets({ clientSecret, key }: SavedClient): string[] {
  return [clientSecret, key].filter((text) => text !== undefined);
}

/** The credentials of a saved client; they have no grant of their own. @throws Error for a key that is none */
export function restoreClient(saved: SavedClient): Credentials {
  return {
    clientId: saved.clientId,
    grant: { type: 'client_credentials' },
    clientAuthentication: restoreAuthentication(saved),
    negotiable: false,
    scope: undefined,
    audience: undefined,
  };
}

function restoreAuthentication(saved: SavedClient): ClientAuthentication {
  const { method, clientSecret = '', key = '', audience = '', keyId } = saved;
  switch (method) {
    case 'client_secret_post':
    case 'client_secret_basic':
      return { method, clientSecret };
    case 'private_key_jwt': {
      const [first = '', ...others] = saved.algorithms ?? [];
      return { method, audience, key: { key: createPrivateKey(key), algorithms: [first, ...others], keyId } };
    }
    case 'github_oidc':
      return { method, idTokenAudience: audience };
    case 'tls_client_auth':
    case 'none':
      return { method };
  }
}

/** The members that each method needs. */
const NEEDED: Readonly<Record<ClientAuthentication['method'], readonly (keyof SavedClient)[]>> = {
  client_secret_post: ['clientSecret'],
  client_secret_basic: ['clientSecret'],
  private_key_jwt: ['key', 'audience'],
  github_oidc: ['audience'],
  tls_client_auth: [],
  none: [],
};

/** Whether a value is a saved client. */
export function isSavedClient(value: unknown): value is SavedClient {
  if (!isRecord(value)) {
    return false;
  }
  const { clientId = '', keyId = '', algorithms = [], method } = value;
  const needed = Object.entries(NEEDED).find(([known]) => known === method)?.[1];
  const texts = [clientId, keyId, ...(needed ?? []).map((name) => value[name])];
  return (
    needed !== undefined &&
    texts.every((text) => typeof text === 'string') &&
    Array.isArray(algorithms) &&
    algorithms.every((algorithm) => typeof algorithm === 'string')
  );
}
