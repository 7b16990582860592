import { isRecord } from '../json.js';
import type { Registry } from './registry.js';
import { HUB } from './registry-fields.js';

/** A parsed `config.json` or `auth.json`; both have `auths` and `credHelpers`, with the same meaning. */
export type Document = Readonly<Record<string, unknown>>;

/** The key under which docker and crane look up Docker Hub, and no other: docker/cli registry.IndexServer. */
const HUB_KEY = 'https://index.docker.io/v1/';

/** User name of an identity token that came without one: docker/cli credentials/native_store.go. */
const TOKEN_USER = '<token>';

/** What two logins to one registry have in common; podman, buildah and skopeo look up a login by it. */
export function registryKey({ server }: Registry): string {
  return server;
}

/** The key of a login for docker and crane. */
function dockerKey({ server }: Registry): string {
  return server === HUB ? HUB_KEY : server;
}

/** `user:password` in base64, as every client writes and reads it; an identity token stands beside a user alone. */
export function authOf({ username, password }: Pick<Registry, 'username' | 'password'>): string {
  return Buffer.from(`${username === '' ? TOKEN_USER : username}:${password}`).toString('base64');
}

/** Every text of a login that is a secret, some of which no Secret held in this form. */
export function registrySecrets(registry: Registry): string[] {
  const basic = registry.password === '' ? [] : [registry.password, authOf(registry)];
  return registry.identityToken === undefined ? basic : [...basic, registry.identityToken];
}

/**
 * The `config.json` of docker and crane: what was there, and the new logins.
 *
 * Where a credential store is set, both ask it even for a host that has a login in the file, unless an empty helper stands
 * for the host (docker/cli configfile.getConfiguredCredentialStore). Without a store that entry would only harm: other
 * clients run a helper with the empty name for it.
 */
export function dockerConfig(existing: Document, registries: readonly Registry[]): Document {
  const keys = registries.map(dockerKey);
  const hasStore = typeof existing['credsStore'] === 'string' && existing['credsStore'] !== '';
  const emptied = Object.fromEntries(hasStore ? keys.map((key) => [key, '']) : []);
  return {
    ...existing,
    auths: { ...recordIn(existing, 'auths'), ...loginsBy(dockerKey, registries) },
    credHelpers: orAbsent({ ...without(recordIn(existing, 'credHelpers'), keys), ...emptied }),
  };
}

/**
 * The file for REGISTRY_AUTH_FILE (podman, buildah, skopeo): what they found so far in several files, and the new logins.
 *
 * With that variable set they read no other file (containers/image getAuthFilePaths). For a host in `credHelpers` they run
 * that helper, be its name empty, before they look at `auths`; there they read `auth` and `identitytoken` alone.
 *
 * @param existing The files that they read, first the one that wins.
 */
export function authFile(existing: readonly Document[], registries: readonly Registry[]): Document {
  const { auths, credHelpers } = existing.reduceRight(under, { auths: {}, credHelpers: {} });
  const keys = registries.flatMap((registry) => [registryKey(registry), dockerKey(registry)]);
  return {
    ...existing[0],
    auths: { ...without(auths, keys), ...loginsBy(registryKey, registries) },
    credHelpers: orAbsent(without(credHelpers, keys)),
  };
}

interface Logins {
  readonly auths: Document;
  readonly credHelpers: Document;
}

/** Lays a file over what later files hold: a host that it serves in either way is served so, and in no other. */
function under(later: Logins, document: Document): Logins {
  const auths = Object.entries(recordIn(document, 'auths')).flatMap(([host, entry]) => usable(host, entry));
  const helpers = Object.entries(recordIn(document, 'credHelpers')).filter(([, helper]) => helper !== '');
  const served = [...auths, ...helpers].map(([host]) => host);
  return {
    auths: { ...without(later.auths, served), ...Object.fromEntries(auths) },
    credHelpers: { ...without(later.credHelpers, served), ...Object.fromEntries(helpers) },
  };
}

/** An entry with its `auth`; docker also reads user and password apart, and leaves empty ones where a store has the login. */
function usable(host: string, entry: unknown): [string, unknown][] {
  const { auth, username, password, identitytoken } = isRecord(entry) ? entry : {};
  const isUsable = isFilled(auth) || isFilled(identitytoken) || (isFilled(username) && isFilled(password));
  const parts = { username: isFilled(username) ? username : '', password: isFilled(password) ? password : '' };
  return isUsable ? [[host, { ...Object(entry), auth: isFilled(auth) ? auth : authOf(parts) }]] : [];
}

function loginsBy(key: (registry: Registry) => string, registries: readonly Registry[]): Document {
  const login = (registry: Registry) => ({ auth: authOf(registry), identitytoken: registry.identityToken });
  return Object.fromEntries(registries.map((registry) => [key(registry), login(registry)]));
}

function recordIn(document: Document, name: string): Document {
  const member = document[name];
  return isRecord(member) ? member : {};
}

function without(document: Document, keys: readonly string[]): Document {
  return Object.fromEntries(Object.entries(document).filter(([key]) => !keys.includes(key)));
}

function orAbsent(document: Document): Document | undefined {
  return Object.keys(document).length === 0 ? undefined : document;
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
