import { createHash } from 'node:crypto';
import type { Claims } from '../oauth/token.js';
import type { Platform, PythonClient } from '../platforms/platform.js';

/** What the Python client of a platform derives about its user from the claims of the token. */
interface PythonIdentity {
  /** Undefined for a token that does not name a user. */
  readonly namespace: string | undefined;
  readonly aclSubjects: readonly string[];
  readonly ownerAclSubjects: readonly string[];
}

/** Removes the platform's prefix from the names of claims; a prefixed claim replaces a plain one of the same name. */
export function ownClaims(claims: Claims | undefined, { pythonClient }: Platform): Claims | undefined {
  const prefix = pythonClient?.claimPrefix;
  if (claims === undefined || prefix === undefined) {
    return claims;
  }
  const entries = Object.entries(claims);
  const own = entries.filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries([
    ...entries.filter(([name]) => !name.startsWith(prefix)),
    ...own.map(([name, value]): [string, unknown] => [name.slice(prefix.length), value]),
  ]);
}

/** Derives `namespace` and the two lists of ACL subjects as the class Auth does (descarteslabs-python, auth.py). */
export function pythonIdentity(claims: Claims, { hashesSub }: PythonClient): PythonIdentity {
  const text = (name: string) => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const sub = hashesSub ? text('sub') : undefined;
  const namespace = text('userid') ?? (sub === undefined ? undefined : createHash('sha1').update(sub).digest('hex'));
  const email = text('email')?.toLowerCase();
  const org = text('org');
  const groups = listOf(claims['groups']);
  const user = subject('user', namespace);
  return {
    namespace,
    aclSubjects: [
      ...user,
      ...subject('email', email),
      ...subject('org', org),
      ...groups.filter((group) => isActive(group, org)).map((group) => `group:${group}`),
    ],
    ownerAclSubjects: [
      ...user,
      ...adminsOf(groups, ':org-admin').map((name) => `org:${name}`),
      ...adminsOf(groups, ':resource-admin').map((name) => `access-id:${name}`),
    ],
  };
}

function subject(kind: string, name: string | undefined): string[] {
  return name === undefined ? [] : [`${kind}:${name}`];
}

/** A group of an organization counts only if it is the user's organization. */
function isActive(group: string, org: string | undefined): boolean {
  return !group.includes(':') || group.split(':', 1)[0] === org;
}

function adminsOf(groups: readonly string[], suffix: string): string[] {
  return groups
    .filter((group) => group.endsWith(suffix) && group.length > suffix.length)
    .map((group) => group.slice(0, -suffix.length));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
