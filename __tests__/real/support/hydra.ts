import type { GitHubIdTokens } from '../../../emulator/github/id-tokens.js';
import type { Jwk } from '../../../emulator/jwt.js';
import { installed } from './installed.js';
import { type OAuthServer, readObject } from './oauth-server.js';
import { freePort, startSystem } from './system-process.js';

/** A running Ory Hydra. */
export interface Hydra extends OAuthServer {
  /** Logs a user in at this client, as a browser and the pages of a login do, and returns the refresh token. */
  issueRefreshToken(client: HydraClient): Promise<string>;
}

/** A client, in the words of Hydra's admin API. */
export interface HydraClient {
  readonly client_id: string;
  readonly client_secret?: string;
  readonly token_endpoint_auth_method: string;
  readonly token_endpoint_auth_signing_alg?: string;
  readonly grant_types: readonly string[];
  readonly scope?: string;
  readonly jwks?: { readonly keys: readonly Jwk[] };
  readonly redirect_uris?: readonly string[];
  readonly audience?: readonly string[];
}

const REDIRECT = 'http://127.0.0.1/callback';

/** Starts Hydra with these clients and a database in memory; it trusts the ID tokens of GitHub. */
export async function startHydra(clients: readonly HydraClient[], github: GitHubIdTokens): Promise<Hydra> {
  const adminPort = await freePort();
  const admin = `http://127.0.0.1:${adminPort}/admin`;
  const { port, stop } = await startSystem({
    program: installed('hydra', 'hydra'),
    files: (at) => ({ 'hydra.json': JSON.stringify(configOf(at.port, adminPort)) }),
    args: () => ['serve', 'all', '--dev', '--config', 'hydra.json'],
  });
  const issuer = `http://127.0.0.1:${port}`;
  const introspect = (token: string) => readObject(`${admin}/oauth2/introspect`, { token });
  try {
    for (const client of clients) await send('POST', `${admin}/clients`, client);
    await send('POST', `${admin}/trust/grants/jwt-bearer/issuers`, {
      issuer: github.issuer,
      subject: github.subject,
      scope: ['read'],
      jwk: github.keys()[0],
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    });
  } catch (error) {
    await stop();
    throw error;
  }
  const issueRefreshToken = (client: HydraClient) => logIn({ issuer, admin }, client);
  return { issuer, tokenUrl: `${issuer}/oauth2/token`, introspect, stop, issueRefreshToken };
}

function configOf(port: number, adminPort: number): unknown {
  const host = '127.0.0.1';
  return {
    dsn: 'memory',
    serve: { public: { host, port }, admin: { host, port: adminPort } },
    urls: {
      self: { issuer: `http://${host}:${port}` },
      login: 'http://127.0.0.1/login',
      consent: 'http://127.0.0.1/ask',
    },
    secrets: { system: ['example-secret-of-a-test-server'] },
    sqa: { opt_out: true },
  };
}

async function send(method: string, url: string, body: unknown): Promise<Readonly<Record<string, string>>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** Requests an authorization code, accepts the login and the consent through the admin API, and redeems the code. */
async function logIn(hydra: { issuer: string; admin: string }, client: HydraClient): Promise<string> {
  const cookies = new Map<string, string>();
  const follow = async (url: string) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { headers } = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const text of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      cookies.set(name, value);
    }
    return new URL(headers.get('location') ?? '').searchParams;
  };
  const accept = async (kind: 'login' | 'consent', found: URLSearchParams, body: object) => {
    const challenge = `${kind}_challenge=${found.get(`${kind}_challenge`)}`;
    const url = `${hydra.admin}/oauth2/auth/requests/${kind}/accept?${challenge}`;
    return follow((await send('PUT', url, body))['redirect_to'] ?? '');
  };
  const scope = 'openid offline';
  const query = new URLSearchParams({ client_id: client.client_id, redirect_uri: REDIRECT, scope });
  const start = await follow(`${hydra.issuer}/oauth2/auth?${query}&response_type=code&state=example-state`);
  const consent = await accept('login', start, { subject: 'jane' });
  const granted = await accept('consent', consent, { grant_scope: scope.split(' ') });
  const { client_id, client_secret = '' } = client;
  const form = { grant_type: 'authorization_code', redirect_uri: REDIRECT, code: granted.get('code') ?? '' };
  return String(
    (await readObject(`${hydra.issuer}/oauth2/token`, { ...form, client_id, client_secret }))['refresh_token'],
  );
}
