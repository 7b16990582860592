import { join } from 'node:path';
import { DEFAULT_SECURITY, type Security } from '../../src/http/secure-context.js';
import type { Inputs } from '../../src/inputs/inputs.js';
import { openTokenCache } from '../../src/login/shared-token.js';
import { readSuppliedToken } from '../../src/oauth/token.js';
import { NOW, settingsFrom } from './fake-ports.js';
import { jobEnvironment } from './fetched-run.js';

/** A login whose token can be shared. */
export const CACHED_LOGIN = {
  platform: 'keycloak',
  url: 'https://h',
  tenant: 'a',
  client_id: 'i',
  client_secret: 's-1',
} as const satisfies Inputs;

/** What the cache depends on beside the inputs. */
export interface CacheCircumstances {
  readonly security?: Security;
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens the cache of a step whose inputs replace those of the usual login; an empty one removes it. */
export function cacheIn(temp: string, inputs: Inputs = {}, { security, env = {} }: CacheCircumstances = {}) {
  const around = { ...jobEnvironment({ env }), folder: join(temp, 'bearer-login-1') };
  const given = Object.entries({ ...CACHED_LOGIN, token_cache: 'true', ...inputs }).filter(([, value]) => value !== '');
  const settings = settingsFrom(Object.fromEntries(given), around);
  return openTokenCache({ ...settings, security: security ?? DEFAULT_SECURITY }, around);
}

/** A token that is valid for so many seconds. */
export function living(seconds: number, value = 'token-1') {
  const expiresAt = new Date(NOW.getTime() + seconds * 1000);
  return { ...readSuppliedToken(value, NOW), expiresIn: seconds, expiresAt };
}
