import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenOn } from '../../harness/servers/listening.js';

/** What the server answers, and how late. */
export interface VaultOptions {
  readonly secretOf: (name: string) => string;
  readonly latencyMs: number;
}

/**
 * Starts what the benchmark needs of a Vault server: the login of AppRole and one version of each secret. Returns its address.
 *
 * @see https://developer.hashicorp.com/vault/api-docs/auth/approle#login-with-approle
 */
export async function startVault({ secretOf, latencyMs }: VaultOptions): Promise<string> {
  const server = createServer(async ({ url = '' }, response) => {
    await sleep(latencyMs);
    const body = url.startsWith('/v1/auth/approle/login')
      ? { auth: { client_token: 'hvs.a-token-of-the-benchmark', lease_duration: 3600 } }
      : { data: { data: { value: secretOf(url.slice(url.lastIndexOf('/') + 1)) } } };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  return `http://127.0.0.1:${(await listenOn(server, '127.0.0.1', [])).port}`;
}
