import { createHmac, randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { securitySecrets } from '../http/secure-context.js';
import type { JobEnvironment } from '../machine/environment.js';
import { checkTemp } from '../machine/files.js';
import { clientSecrets, saveClient } from '../oauth/saved-client.js';
import { type AccessToken, isBearerToken, readSuppliedToken } from '../oauth/token.js';
import type { Settings } from '../settings/settings.js';
import { openSealedFile } from './sealed-file.js';

/** The place where the steps of a job that log in alike share a token. */
export interface TokenCache {
  /** The names of the files that this step may write into the folder of all shared tokens. */
  readonly files: readonly string[];
  /** Reads a token that is valid for longer than the leeway; undefined if there is none, or if its file is damaged or forged. */
  read(now: Date): AccessToken | undefined;
  /** Saves a token; a failure is ignored, because the step does not need the saved token. */
  write(token: AccessToken): void;
}

/**
 * Opens the cache for tokens of exactly this login; undefined if the cache is off or not possible.
 *
 * The name of the file and the seal on its content are HMACs whose key contains the credentials. Without the credentials,
 * another step can neither find a token nor save one that is accepted. The name is masked, because it would confirm a
 * guessed password.
 */
export function openTokenCache(settings: Settings, environment: JobEnvironment): TokenCache | undefined {
  const identity = settings.tokenCache ? identityOf(settings, environment) : undefined;
  const temp = dirname(environment.folder);
  if (identity === undefined || !isUsable(temp, environment)) {
    return undefined;
  }
  const name = hmac(identity, 'name');
  environment.mask([name]);
  const draft = `${name}.${randomUUID()}`;
  const file = openSealedFile(temp, { name, draft, seal: (content) => hmac(identity, `content ${content}`) });
  return {
    files: [name, draft],
    read(now) {
      const token = parseToken(file.read(), now);
      const earliest = now.getTime() + settings.leewaySeconds * 1000;
      return token !== undefined && token.expiresAt.getTime() > earliest ? token : undefined;
    },
    write(token) {
      if (token.expiresAt !== undefined) {
        file.write(JSON.stringify([token.value, token.type, token.expiresAt.toISOString()]));
      }
    },
  };
}

/**
 * Describes everything that a token depends on, as one text: steps that log in alike, and only those, have the same text.
 *
 * The text contains the secrets of the login, so it serves as a key and is never written anywhere. Undefined for a login
 * without a secret, since anybody could compute that text.
 */
function identityOf(settings: Settings, environment: JobEnvironment): string | undefined {
  const { credentials, platform, url, issuer, metadata, security } = settings;
  if (credentials === undefined) {
    return undefined;
  }
  const { grant, clientAuthentication, scope, audience, parameters } = credentials;
  const client = saveClient(credentials);
  // GitHub issues a new ID token on every request, so the token that requests it represents the job.
  const presentsIdToken = 'idTokenAudience' in grant || 'idTokenAudience' in clientAuthentication;
  const jobToken = presentsIdToken ? environment.variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN') : undefined;
  const isSecret = grant.type === 'password' || grant.type === 'refresh_token' || jobToken !== undefined;
  if (!isSecret && clientSecrets(client).length === 0 && securitySecrets(security).length === 0) {
    return undefined;
  }
  const server = [platform.title, url.href, issuer, metadata?.tokenEndpoint.href];
  return JSON.stringify({ server, client, grant, jobToken, scope, audience, parameters, security });
}

function isUsable(temp: string, { variable }: JobEnvironment): boolean {
  try {
    checkTemp(temp, variable('GITHUB_WORKSPACE') ?? '');
    return true;
  } catch {
    return false;
  }
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

type SavedToken = AccessToken & { readonly expiresAt: Date };

/** Reads what `write` saved; undefined for a text that cannot be a token. A wrong expiry is NaN, which is never late enough. */
function parseToken(content: unknown, now: Date): SavedToken | undefined {
  const [value = '', type, expiry = ''] = Array.isArray(content) ? content.map(String) : [];
  const expiresAt = new Date(expiry);
  const expiresIn = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  return isBearerToken(value)
    ? { ...readSuppliedToken(value, now), type: type === 'N_A' ? 'N_A' : 'Bearer', expiresAt, expiresIn }
    : undefined;
}
