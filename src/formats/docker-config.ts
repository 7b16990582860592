import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../json.js';
import type { Registry } from './registry.js';
import { HUB } from './registry-fields.js';

/** A parsed `config.json` or `auth.json`; both have `auths` and `credHelpers`, with the same meaning. */
export type Document = Readonly<Record<string, unknown>>;

/** The only key under which docker and crane look up Docker Hub: docker/cli registry.IndexServer. */
const HUB_KEY = 'https://index.docker.io/v1/';

/** The user name of an identity token without a user name: docker/cli credentials/native_store.go. */
const TOKEN_USER = '<token>';

/** Returns the key that two logins to one registry share; podman, buildah and skopeo look up a login by this key. */
export function registryKey({ server }: Registry): string {
  return server;
}

/** Returns the key of a login for docker and crane. */
function dockerKey({ server }: Registry): string {
  return server === HUB ? HUB_KEY : server;
}

/** Encodes `user:password` in base64, as every client does; for an identity token, the password is empty. */
function authOf({ username, password }: Pick<Registry, 'username' | 'password'>): string {
  return Buffer.from(`${username === '' ? TOKEN_USER : username}:${password}`).toString('base64');
}

/** Lists the secret texts of a login; the Secret may not contain them in this form. */
export function registrySecrets(registry: Registry): string[] {
  const basic = registry.password === '' ? [] : [registry.password, authOf(registry)];
  return registry.identityToken === undefined ? basic : [...basic, registry.identityToken];
}

/**
 * Builds the `config.json` of docker and crane: the existing content with the new logins.
 *
 * If a credential store is set, both query the store even for a host that has a login in the file. An empty helper for the host
 * prevents this (docker/cli configfile.getConfiguredCredentialStore). Without a store, the empty helper is left out, because
 * other clients would run a helper with an empty name.
 */
export function dockerConfig(existing: Document, registries: readonly Registry[]): Document {
  const keys = keysOf(registries);
  const emptied = Object.fromEntries(hasStore(existing) ? registries.map((registry) => [dockerKey(registry), '']) : []);
  return {
    ...existing,
    auths: { ...without(recordIn(existing, 'auths'), keys), ...loginsBy(dockerKey, registries) },
    credHelpers: orAbsent({ ...without(recordIn(existing, 'credHelpers'), keys), ...emptied }),
  };
}

/**
 * Merges the existing files, and tells what prevents that one file serves all clients, if anything does.
 *
 * Docker's key of Docker Hub serves all clients, since podman's family also compares normalized keys (containers/image
 * findCredentialsInFile). A store requires helpers with an empty name, which podman's family would run.
 *
 * @param logins The files that podman's family reads; the first file takes precedence.
 */
export function sharedConfig(
  config: Document | undefined,
  logins: readonly Document[],
  registries: readonly Registry[],
): { readonly shared: Document; readonly obstacle: string | undefined } {
  const known = config === undefined ? logins : [config, ...logins];
  const [shared, ofPodman] = [authFile(known, registries), authFile([...logins, ...known], registries)];
  const isSame = ['auths', 'credHelpers'].every((name) => isDeepStrictEqual(shared[name], ofPodman[name]));
  const difference = isSame ? undefined : 'docker and podman have different logins to one registry';
  return { shared, obstacle: hasStore(shared) ? 'docker has a credential store' : difference };
}

function hasStore(document: Document): boolean {
  return isFilled(document['credsStore']);
}

/**
 * Builds the file for REGISTRY_AUTH_FILE (podman, buildah, skopeo): the content of the existing files with the new logins.
 *
 * If the variable is set, these clients read no other file (containers/image getAuthFilePaths). For a host in `credHelpers`, they
 * run the helper, even one with an empty name, before they read `auths`. There they read only `auth` and `identitytoken`.
 *
 * @param existing The files that these clients read; the first file takes precedence.
 */
export function authFile(existing: readonly Document[], registries: readonly Registry[]): Document {
  const { auths, credHelpers } = existing.reduceRight(under, { auths: {}, credHelpers: {} });
  const keys = keysOf(registries);
  return {
    ...existing[0],
    auths: { ...without(auths, keys), ...loginsBy(registryKey, registries) },
    credHelpers: orAbsent(without(credHelpers, keys)),
  };
}

type Logins = Readonly<Record<'auths' | 'credHelpers', Document>>;

/** Merges a file with the later files: a host that the file contains in either way is not read from them. */
function under(later: Logins, document: Document): Logins {
  const auths = Object.entries(recordIn(document, 'auths')).flatMap(([host, entry]) => usable(host, entry));
  const helpers = Object.entries(recordIn(document, 'credHelpers')).filter(([, helper]) => helper !== '');
  const served = [...auths, ...helpers].map(([host]) => host);
  return {
    auths: { ...without(later.auths, served), ...Object.fromEntries(auths) },
    credHelpers: { ...without(later.credHelpers, served), ...Object.fromEntries(helpers) },
  };
}

/**
 * Adds the missing `auth` to an entry, and drops an entry without a login.
 *
 * Docker also reads separate members, and leaves empty entries if a store has the login.
 */
function usable(host: string, entry: unknown): [string, unknown][] {
  const { auth, username, password, identitytoken, registrytoken } = isRecord(entry) ? entry : {};
  const parts = { username: isFilled(username) ? username : '', password: isFilled(password) ? password : '' };
  const joined = isFilled(identitytoken) || (parts.username && parts.password) ? authOf(parts) : undefined;
  const whole = { ...Object(entry), auth: isFilled(auth) ? auth : joined };
  return isFilled(whole.auth) || isFilled(registrytoken) ? [[host, whole]] : [];
}

function keysOf(registries: readonly Registry[]): string[] {
  return registries.flatMap((registry) => [registryKey(registry), dockerKey(registry)]);
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
