import type { Answer } from '../answers.js';
import { oauthError } from './errors.js';
import type { ClientRequest } from './issue.js';

const DEFAULT_SCOPES = ['profile', 'email'];
const OPTIONAL_SCOPES = ['openid', 'offline_access'];

/** Gives the scope that a request is granted, the realm's own included, or refuses one that nobody knows. */
export function grantScope({ realm, form }: ClientRequest): readonly string[] | Answer {
  const scope = form.get('scope') ?? '';
  const asked = scope.split(' ').filter((part) => part !== '');
  const known = [...DEFAULT_SCOPES, ...OPTIONAL_SCOPES, ...realm.scopes];
  if (asked.some((part) => !known.includes(part))) return oauthError(400, 'invalid_scope', `Invalid scopes: ${scope}`);
  return [...new Set([...asked, ...DEFAULT_SCOPES])];
}

/** Gives the scope of a refresh: never wider than that of the token, and never without the realm's own. RFC 6749 section 6. */
export function narrowScope({ form }: ClientRequest, granted: readonly string[]): readonly string[] {
  const asked = form.get('scope')?.split(' ');
  return asked === undefined
    ? granted
    : granted.filter((part) => asked.includes(part) || DEFAULT_SCOPES.includes(part));
}
