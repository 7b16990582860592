import { ActionError } from '../errors.js';
import { isRecord } from '../json.js';
import { quote } from '../untrusted-text.js';
import { DEPTH, decodeAuth, documentIn, type Role, registryHost, roleOf, withoutLineEnd } from './registry-fields.js';
import { type Field, fieldNames, readValue, type SecretValue } from './value.js';

/** A login to a container registry. */
export interface Registry {
  /** Host and port, as in the names of images: `ghcr.io`, `docker.io`, `localhost:5000`. */
  readonly server: string;
  /** Like the password, empty only if there is an identity token. */
  readonly username: string;
  readonly password: string;
  /** A refresh token that replaces the password: docker/cli types.AuthConfig. */
  readonly identityToken: string | undefined;
  /** The parts that the Secret contains with a newline at their end; undefined if there are none. */
  readonly cut?: string | undefined;
}

/**
 * Reads the logins in a Secret: from its fields or from a dockerconfigjson, also as JSON or base64 in a text.
 *
 * @throws ActionError value_unsupported, which names the missing parts and the existing fields
 */
export function readRegistries(value: SecretValue, who: string): Registry[] {
  const document = documentIn(value.text);
  const parts: unknown[] = Array.isArray(document) && document.length > 0 ? document : [document];
  const all = parts.flatMap((part) => registriesIn(part, who));
  const byServer = new Map(all.map((registry) => [registry.server, registry]));
  const loginOf = (registry?: Registry) => JSON.stringify({ ...registry, cut: undefined });
  if (all.some((registry) => loginOf(registry) !== loginOf(byServer.get(registry.server)))) {
    throw unusableLogin(who, 'the Secret contains two different logins to one registry');
  }
  return [...byServer.values()];
}

function registriesIn(document: unknown, who: string): Registry[] {
  const logins = loginsIn(document, DEPTH);
  return logins.length > 0
    ? logins.map((login) => fromLogin(login, who))
    : [fromFields(fieldsIn(readValue(document), DEPTH), who)];
}

/** Lists the entries of the `auths` of every `config.json` in a document, and those of a `.dockercfg`, which has no `auths`. */
function loginsIn(node: unknown, depth: number): [string, unknown][] {
  const document = typeof node === 'string' ? documentIn(node) : node;
  if (!isRecord(document) || depth === 0) {
    return [];
  }
  const { auths } = document;
  const entries = Object.entries(isRecord(auths) ? auths : document);
  return isRecord(auths) || (entries.length > 0 && entries.every(isLogin))
    ? entries
    : entries.flatMap(([, member]) => loginsIn(member, depth - 1));
}

function isLogin([host, entry]: [string, unknown]): boolean {
  const parts = ['auth', 'username', 'identitytoken'];
  return registryHost(host) !== undefined && isRecord(entry) && parts.some((name) => entry[name] !== undefined);
}

function fromLogin([host, entry]: [string, unknown], who: string): Registry {
  const text = (name: string) => (isRecord(entry) && typeof entry[name] === 'string' ? entry[name] : '');
  const login = onlyLogin(decodeAuth(text('auth')), { username: text('username'), password: text('password') }, who);
  const identityToken = withoutLineEnd(text('identitytoken')) || undefined;
  const server = registryHost(host);
  if (server === undefined) {
    throw unusableLogin(who, `in \`auths\`, ${quote(host)} is not the address of a registry`);
  }
  if (identityToken === undefined && (login.username === '' || login.password === '')) {
    throw unusableLogin(who, `in \`auths\`, ${quote(host)} has no user name and password`);
  }
  return { server, ...login, identityToken };
}

type UserAndPassword = Pick<Registry, 'username' | 'password' | 'cut'>;

/**
 * Combines the login of an `auth` with separate texts, which must not differ.
 *
 * A colon ends the user name where both are joined, and neither may contain control characters: RFC 7617 section 2. But Google
 * accepts a key of several lines as password.
 */
function onlyLogin(auth: UserAndPassword | undefined, texts: UserAndPassword, who: string): UserAndPassword {
  const stored = auth ?? texts;
  const [username, password] = [withoutLineEnd(stored.username), withoutLineEnd(stored.password)];
  const differs = (text: string, other: string) => text !== '' && withoutLineEnd(text) !== other;
  if (differs(texts.username, username) || differs(texts.password, password)) {
    throw unusableLogin(who, '`auth` contains a different user name or password than the other fields');
  }
  if (username.includes(':')) {
    throw unusableLogin(who, 'the user name contains a colon, which a registry reads as the end of the user name');
  }
  if (/\p{Cc}/u.test(username) || /[^\P{Cc}\t\r\n]/u.test(password)) {
    throw unusableLogin(who, 'the user name or the password contains a control character, which no client can send');
  }
  const changed = { 'user name': username !== stored.username, password: password !== stored.password };
  const cut = Object.entries(changed).flatMap(([part, isChanged]) => (isChanged ? [part] : []));
  return { username, password, cut: cut.join(' and ') || undefined };
}

/** Lists the fields of a value, and those of a document in a field whose name is not a part of a login. */
function fieldsIn({ fields = [] }: SecretValue, depth: number): readonly Field[] {
  return fields.flatMap((field) => {
    const inner = depth === 0 || roleOfField(field) !== undefined ? undefined : documentIn(field.text);
    const within = isRecord(inner) ? fieldsIn(readValue(inner), depth - 1) : [];
    return within.length === 0 ? [field] : within.map(({ path, text }) => ({ path: [...field.path, ...path], text }));
  });
}

function roleOfField({ path }: Field): Role | undefined {
  return path.slice(-1).map(roleOf)[0];
}

function fromFields(fields: readonly Field[], who: string): Registry {
  const text = (role: Role) => onlyText(role, fields, who);
  const [address, port, auth] = [text('server'), text('port'), decodeAuth(text('auth'))];
  const login = onlyLogin(auth, { username: text('username'), password: text('password') }, who);
  const parts = { server: address, 'user name': login.username, password: login.password };
  const missing = Object.entries(parts).flatMap(([name, part]) => (part === '' ? [`no ${name}`] : []));
  const seen = fields.length === 0 ? 'the Secret has no fields' : `the fields are ${fieldNames(fields)}`;
  if (missing.length > 0) {
    throw unusableLogin(who, `${missing.join(', ')} found; ${seen}`);
  }
  const host = registryHost(address) ?? '';
  const hasPort = /:\d+$/.test(host) || ['', '443'].includes(port.trim());
  const server = registryHost(hasPort ? host : `${host}:${port.trim()}`);
  if (server === undefined) {
    throw unusableLogin(who, `the server is not the address of a registry; ${seen}`);
  }
  return { server, ...login, identityToken: undefined };
}

/** Returns the text of the field that contains a part, or an empty text if there is none. Several fields must have the same text. */
function onlyText(role: Role, fields: readonly Field[], who: string): string {
  const found = fields.filter((field) => roleOfField(field) === role && field.text !== '');
  const texts = found.map(({ text }) => (role === 'server' ? (registryHost(text) ?? text) : text));
  if (new Set(texts).size > 1) {
    const name = role === 'username' ? 'user name' : role;
    throw unusableLogin(who, `the fields ${fieldNames(found)} have different texts, and each could be the ${name}`);
  }
  return found[0]?.text ?? '';
}

function unusableLogin(who: string, why: string): ActionError {
  const advice = 'Store the fields server, username and password in the Secret, or a dockerconfigjson';
  return new ActionError('value_unsupported', `${who} is not a login to a container registry: ${why}`, { advice });
}
