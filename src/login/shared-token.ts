import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { securitySecrets } from '../http/secure-context.js';
import type { JobEnvironment } from '../machine/environment.js';
import { checkTemp, removeFolder } from '../machine/files.js';
import { clientSecrets, saveClient } from '../oauth/saved-client.js';
import { type AccessToken, isBearerToken, readSuppliedToken } from '../oauth/token.js';
import type { Settings } from '../settings/settings.js';

/** The place where the steps of a job that log in alike share a token. */
export interface TokenCache {
  /** The folder of all shared tokens, and the files that this step may write there. */
  readonly folder: string;
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
  const folder = join(temp, 'bearer-login-cache');
  const name = hmac(identity, 'name');
  environment.mask([name]);
  const file = join(folder, name);
  const draft = `${file}.${randomUUID()}`;
  const seal = (content: string) => hmac(identity, `content ${content}`);
  return {
    folder,
    files: [file, draft],
    read(now) {
      const token = readSealed(file, seal, now);
      const earliest = now.getTime() + settings.leewaySeconds * 1000;
      return token !== undefined && token.expiresAt.getTime() > earliest ? token : undefined;
    },
    write(token) {
      if (token.expiresAt !== undefined) {
        const content = JSON.stringify([token.value, token.type, token.expiresAt.toISOString()]);
        replace(file, draft, `${seal(content)}\n${content}\n`);
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
  const { grant, clientAuthentication, scope, audience } = credentials;
  const client = saveClient(credentials);
  // GitHub issues a new ID token on every request, so the token that requests it represents the job.
  const presentsIdToken = 'idTokenAudience' in grant || 'idTokenAudience' in clientAuthentication;
  const jobToken = presentsIdToken ? environment.variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN') : undefined;
  const isSecret = grant.type === 'password' || grant.type === 'refresh_token' || jobToken !== undefined;
  if (!isSecret && clientSecrets(client).length === 0 && securitySecrets(security).length === 0) {
    return undefined;
  }
  const server = [platform.title, url.href, issuer, metadata?.tokenEndpoint.href];
  return JSON.stringify({ server, client, grant, jobToken, scope, audience, security });
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

/** Reads a token with a valid seal. */
function readSealed(file: string, seal: (content: string) => string, now: Date): SavedToken | undefined {
  try {
    // Reading a pipe would block the step forever.
    if (!lstatSync(file).isFile()) {
      return undefined;
    }
    const [found = '', content = ''] = readFileSync(file, 'utf8').split('\n');
    return isEqual(found, seal(content)) ? parseToken(JSON.parse(content), now) : undefined;
  } catch {
    // Missing or not readable: the step logs in.
    return undefined;
  }
}

function isEqual(found: string, expected: string): boolean {
  const [a, b] = [Buffer.from(found), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

type SavedToken = AccessToken & { readonly expiresAt: Date };

function parseToken(content: unknown, now: Date): SavedToken | undefined {
  const [value, type, expiry] = Array.isArray(content) ? content : [];
  const expiresAt = new Date(String(expiry));
  if (typeof value !== 'string' || !isBearerToken(value) || Number.isNaN(expiresAt.getTime())) {
    return undefined;
  }
  const expiresIn = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  return { ...readSuppliedToken(value, now), type: type === 'N_A' ? 'N_A' : 'Bearer', expiresAt, expiresIn };
}

/** Writes a draft and renames it, so that another step never reads half of a file. */
function replace(file: string, draft: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600 });
    renameSync(draft, file);
  } catch {
    // The folder is not writable, or (Windows) another step is reading the file: the other steps log in.
    removeFolder(draft);
  }
}
