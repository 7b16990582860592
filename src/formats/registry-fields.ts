import { parseJson } from '../json.js';

/** A part of a login that a field can contain; `auth` is user name and password together. */
export type Role = 'server' | 'port' | 'username' | 'password' | 'auth';

const SERVER_NAMES =
  'server serverurl serveraddress servername registry host hostname url uri endpoint address loginserver domain';

/** The usual names of the parts, with only letters and digits in lower case; Chariot does not publish its names. */
const ROLE_NAMES: readonly (readonly [role: Role, names: string])[] = [
  ['server', SERVER_NAMES],
  ['port', 'port'],
  ['username', 'username user login loginname account accountname userid clientid'],
  ['password', 'password pass passwd pwd token accesstoken apitoken authtoken apikey pat secret clientsecret'],
  ['auth', 'auth'],
];

/** Words that can precede a name: `docker_password`, `registryUser`. */
const PREFIX = /^(?:container|docker|hub|image|oci|registry)+(?=.)/;

/** Finds the part that a field contains, by its name: `REGISTRY_URL`, `registryUrl` and `registry-url` are the same name. */
export function roleOf(name: string): Role | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const spellings = [plain, plain.replace(PREFIX, '')];
  return ROLE_NAMES.find(([, names]) => spellings.some((spelling) => names.split(' ').includes(spelling)))?.[0];
}

/** Docker Hub, as in the names of images. */
export const HUB = 'docker.io';

/** Other spellings of Docker Hub; `registry.hub.docker.com` is a different host in the names of images. */
const HUB_HOSTS: ReadonlySet<string> = new Set([
  HUB,
  'index.docker.io',
  'registry-1.docker.io',
  'registry.docker.io',
  'hub.docker.com',
]);

/** A host with which the name of an image can start: with a dot or a port, or localhost (distribution/reference). */
const HOST = /^(?=.*[.:]|localhost$)(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?$/;

/**
 * Reads the host and port of a registry from an address: `https://GHCR.io/v2/` becomes `ghcr.io`.
 *
 * A path is removed, as `docker login` does: clients find a login only by its host (docker/cli ConvertToHostname).
 */
export function registryHost(text: string): string | undefined {
  const [, scheme = '', authority = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)/i.exec(text.trim()) ?? [];
  const host = authority.toLowerCase().replace(scheme.toLowerCase() === 'https' ? /:443$/ : /$^/, '');
  if (!HOST.test(host)) {
    return undefined;
  }
  return HUB_HOSTS.has(host) ? HUB : host;
}

/** Decodes an `auth`, which is `user:password` in base64; undefined if one of them is missing. */
export function decodeAuth(auth: string): { readonly username: string; readonly password: string } | undefined {
  const text = Buffer.from(auth, 'base64').toString();
  const [, username, password] = /^([^:]+):(.*)$/s.exec(text) ?? [];
  const isText = username !== undefined && password !== undefined && !text.includes('\ufffd');
  return isText ? { username, password } : undefined;
}

/** Removes the newline at the end of a single line, as `docker login --password-stdin` does (docker/cli registry/login.go). */
export function withoutLineEnd(text: string): string {
  return text.replace(/^([^\r\n]*)[\r\n]+$/, '$1');
}

/** How many levels of documents inside each other are searched for a login. */
export const DEPTH = 8;

/** Reads the document in a text: JSON, base64 of JSON (as in Kubernetes), or JSON in a JSON string; undefined if there is none. */
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
