import { createHmac, randomBytes } from 'node:crypto';
import { type Client, type Tenant, userOf } from './tenant.js';

/** The bearer tokens of a tenant, in the order of issue. */
export interface Tokens {
  readonly issued: readonly string[];
  issue(client: Client, lifetimeSeconds?: number): string;
  /** Returns the client that a token was issued to, or undefined if the token is unknown or expired. */
  find(token: string): Client | undefined;
}

/** Creates the list of tokens. A token is a random text or a JWT, since Chariot's format is not documented. */
export function createTokens(tenant: Tenant): Tokens {
  const key = randomBytes(32);
  const issued: string[] = [];
  const known = new Map<string, { readonly client: Client; readonly expiresAt: number }>();
  return {
    issued,
    issue(client, lifetimeSeconds = tenant.tokenLifetimeSeconds) {
      const expiresAt = tenant.now() + lifetimeSeconds * 1000;
      const jwt = () => signedToken(claimsOf(client, tenant.now(), expiresAt), key);
      const token = tenant.tokenFormat === 'jwt' ? jwt() : randomBytes(32).toString('base64url');
      known.set(token, { client, expiresAt });
      issued.push(token);
      return token;
    },
    find(token) {
      const found = known.get(token);
      return found !== undefined && tenant.now() < found.expiresAt ? found.client : undefined;
    },
  };
}

function claimsOf(client: Client, issuedAt: number, expiresAt: number): object {
  const { id, name } = userOf(client);
  return { sub: id, iat: Math.floor(issuedAt / 1000), exp: Math.floor(expiresAt / 1000), name };
}

function signedToken(claims: object, key: Buffer): string {
  const parts = [{ alg: 'HS256', typ: 'JWT' }, claims];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}
