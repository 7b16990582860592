import { parseJson } from '../json.js';

/** The parts of a login that a field can hold; `auth` is user and password in one. */
export type Role = 'server' | 'port' | 'username' | 'password' | 'auth';

/** The usual names of the parts, in lower case and without signs; what Chariot calls them is not published. */
const ROLE_NAMES: Readonly<Record<Role, string>> = {
  server:
    'server serverurl serveraddress servername registry host hostname url uri endpoint address loginserver domain',
  port: 'port',
  username: 'username user login loginname account accountname userid clientid',
  password: 'password pass passwd pwd token accesstoken apitoken authtoken apikey pat secret clientsecret',
  auth: 'auth',
};

const ROLES: ReadonlyMap<string, Role> = new Map(
  Object.entries(ROLE_NAMES).flatMap(([role, names]) => names.split(' ').map((name) => [name, role as Role])),
);

/** What may stand before a name: `docker_password`, `registryUser`. */
const PREFIX = /^(?:container|docker|hub|image|oci|registry)+(?=.)/;

/** The part that a field holds, by its name: `REGISTRY_URL`, `registryUrl` and `registry-url` are one. */
export function roleOf(name: string): Role | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return ROLES.get(plain) ?? ROLES.get(plain.replace(PREFIX, ''));
}

/** Docker Hub as images name it. */
export const HUB = 'docker.io';

/** What else people write for Docker Hub; `registry.hub.docker.com` is a host of its own in the names of images. */
const HUB_HOSTS: ReadonlySet<string> = new Set([
  HUB,
  'index.docker.io',
  'registry-1.docker.io',
  'registry.docker.io',
  'hub.docker.com',
]);

/** A host that an image's name can start with: it has a dot or a port, or is localhost (distribution/reference). */
const HOST = /^(?=.*[.:]|localhost$)(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?$/;

/**
 * The host and port of a registry, from what people write for it: `https://GHCR.io/v2/` is `ghcr.io`.
 *
 * A path is cut off, as `docker login` does: clients know a login by its host alone (docker/cli ConvertToHostname).
 */
export function registryHost(text: string): string | undefined {
  const [, scheme = '', authority = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)/i.exec(text.trim()) ?? [];
  const host = authority.toLowerCase().replace(scheme.toLowerCase() === 'https' ? /:443$/ : /$^/, '');
  if (!HOST.test(host)) {
    return undefined;
  }
  return HUB_HOSTS.has(host) ? HUB : host;
}

/** User and password of an `auth`, which is `user:password` in base64; docker refuses a whole file for one without either. */
export function decodeAuth(auth: string): { readonly username: string; readonly password: string } | undefined {
  const text = Buffer.from(auth, 'base64').toString();
  const [, username, password] = /^([^:]+):(.*)$/s.exec(text) ?? [];
  const isText = username !== undefined && password !== undefined && !text.includes('\ufffd');
  return isText ? { username, password } : undefined;
}

/** How deep documents may stand in one another; more is no login. */
export const DEPTH = 8;

/** The document in a text: JSON, base64 of JSON (as Kubernetes stores it), or JSON in a JSON string. */
export function documentIn(text: string, depth = DEPTH): unknown {
  const isJson = /^\s*[[{"]/.test(text);
  const json = isJson ? text : Buffer.from(text, 'base64').toString();
  try {
    const document: unknown = depth > 0 && /^\s*[[{"]/.test(json) ? parseJson(json) : undefined;
    return typeof document === 'string' ? documentIn(document, depth - 1) : document;
  } catch {
    return undefined;
  }
}
