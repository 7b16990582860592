import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Security } from '../http/secure-context.js';
import type { JobEnvironment } from '../machine/environment.js';
import { checkTemp, removeFolder } from '../machine/files.js';
import { type AccessToken, isBearerToken, readSuppliedToken } from '../oauth/token.js';
import type { Settings } from '../settings/settings.js';
import { identityOf } from './identity.js';

/** The one place in which the steps of a job that log in alike share a token. */
export interface TokenCache {
  /** The folder of all such tokens, and what this step may leave in it. */
  readonly folder: string;
  readonly files: readonly string[];
  /** A token that lives longer than the leeway; undefined for none, and for whatever else stands there. */
  read(now: Date): AccessToken | undefined;
  /** Puts a token there, or does not: the step does without. */
  write(token: AccessToken): void;
}

/**
 * Opens the place for tokens of exactly this login; undefined where none is wanted, or none can be.
 *
 * Its name is an HMAC with the credentials as the key, and so is the seal on its content: who does not have them neither finds
 * a token nor can leave one. The name is masked, since it would tell a guess of a weak password.
 */
export function openTokenCache(
  settings: Settings,
  security: Security,
  surroundings: JobEnvironment,
): TokenCache | undefined {
  const identity = settings.tokenCache ? identityOf(settings, security, surroundings) : undefined;
  const temp = dirname(surroundings.folder);
  if (identity === undefined || !isUsable(temp, surroundings)) {
    return undefined;
  }
  const folder = join(temp, 'bearer-login-cache');
  const name = hmac(identity.secrets, `name ${identity.login}`);
  surroundings.mask([name]);
  const file = join(folder, name);
  const draft = `${file}.${randomUUID()}`;
  const seal = (content: string) => hmac(identity.secrets, `content ${content}`);
  return {
    folder,
    files: [file, draft],
    read(now) {
      const token = readSealed(file, seal, now);
      const left = (token?.expiresAt?.getTime() ?? 0) - now.getTime();
      return left > settings.leewaySeconds * 1000 ? token : undefined;
    },
    write(token) {
      if (token.expiresAt !== undefined) {
        const content = JSON.stringify([token.value, token.type, token.expiresAt.toISOString()]);
        replace({ folder, file, draft }, `${seal(content)}\n${content}\n`);
      }
    },
  };
}

function isUsable(temp: string, { variable }: JobEnvironment): boolean {
  try {
    checkTemp(temp, variable('GITHUB_WORKSPACE') ?? '');
    return true;
  } catch {
    return false;
  }
}

function hmac(secrets: string, text: string): string {
  return createHmac('sha256', secrets).update(text).digest('hex');
}

/** Reads a token whose seal is good. */
function readSealed(file: string, seal: (content: string) => string, now: Date): AccessToken | undefined {
  try {
    // A pipe would hold the step for ever.
    if (!lstatSync(file).isFile()) {
      return undefined;
    }
    const [found = '', content = ''] = readFileSync(file, 'utf8').split('\n');
    return isEqual(found, seal(content)) ? parseToken(JSON.parse(content), now) : undefined;
  } catch {
    // Nothing there, or nothing that can be read: a login is as good.
    return undefined;
  }
}

function isEqual(found: string, expected: string): boolean {
  const [a, b] = [Buffer.from(found), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parseToken(content: unknown, now: Date): AccessToken | undefined {
  const [value, type, expiry] = Array.isArray(content) ? content : [];
  const expiresAt = new Date(String(expiry));
  if (typeof value !== 'string' || !isBearerToken(value) || Number.isNaN(expiresAt.getTime())) {
    return undefined;
  }
  const expiresIn = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  return { ...readSuppliedToken(value, now), type: type === 'N_A' ? 'N_A' : 'Bearer', expiresAt, expiresIn };
}

/** Writes a file beside its place and moves it there: nobody ever finds the half of it. */
function replace(
  place: { readonly folder: string; readonly file: string; readonly draft: string },
  text: string,
): void {
  try {
    mkdirSync(place.folder, { recursive: true, mode: 0o700 });
    writeFileSync(place.draft, text, { flag: 'wx', mode: 0o600 });
    renameSync(place.draft, place.file);
  } catch {
    // No place, or (Windows) another step is reading the file: the others log in by themselves.
    removeFolder(place.draft);
  }
}
