import { ActionError } from '../errors.js';
import { isRecord } from '../json.js';
import { quote } from '../untrusted-text.js';
import { DEPTH, decodeAuth, documentIn, type Role, registryHost, roleOf } from './registry-fields.js';
import { type Field, readValue, type SecretValue } from './value.js';

/** A login to a container registry. */
export interface Registry {
  /** Host and port, as images name it: `ghcr.io`, `docker.io`, `localhost:5000`. */
  readonly server: string;
  /** May be empty beside an identity token only, as the password. */
  readonly username: string;
  readonly password: string;
  /** A refresh token that stands in place of the password: docker/cli types.AuthConfig. */
  readonly identityToken?: string;
}

/**
 * The logins in a Secret: in its fields, in a dockerconfigjson, or in either as JSON or base64 in a text.
 *
 * @throws ActionError value_unsupported, which names the part that is missing and the fields that there are
 */
export function readRegistries(value: SecretValue, who: string): Registry[] {
  const document = documentIn(value.text);
  const parts: unknown[] = Array.isArray(document) && document.length > 0 ? document : [document];
  const found = new Map<string, Registry>();
  for (const registry of parts.flatMap((part) => registriesIn(part, who))) {
    const other = found.get(registry.server) ?? registry;
    if (JSON.stringify(other) !== JSON.stringify(registry)) {
      throw unusableLogin(who, 'it holds two different logins to one registry');
    }
    found.set(registry.server, registry);
  }
  return [...found.values()];
}

function registriesIn(document: unknown, who: string): Registry[] {
  const logins = loginsIn(document, DEPTH);
  return logins.length > 0
    ? logins.map((login) => fromLogin(login, who))
    : [fromFields(fieldsIn(readValue(document), DEPTH), who)];
}

/** The entries of `auths` of every `config.json` in a document, and those of a `.dockercfg`, which has no `auths`. */
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
  const given = { username: text('username'), password: text('password') };
  const { username, password } = agreed(decodeAuth(text('auth')), given, who);
  const identityToken = text('identitytoken');
  const server = registryHost(host);
  if (server === undefined) {
    throw unusableLogin(who, `in its auths, ${quote(host)} is not the address of a registry`);
  }
  if (identityToken === '' && (username === '' || password === '')) {
    throw unusableLogin(who, `in its auths, ${quote(host)} has no user name and password`);
  }
  return checked({ server, username, password, ...(identityToken === '' ? {} : { identityToken }) }, who);
}

type UserAndPassword = Pick<Registry, 'username' | 'password'>;

/** A login that is given twice must be one. @throws ActionError value_unsupported */
function agreed(auth: UserAndPassword | undefined, given: UserAndPassword, who: string): UserAndPassword {
  const differs = (name: keyof UserAndPassword) =>
    given[name] !== '' && auth !== undefined && given[name] !== auth[name];
  if (differs('username') || differs('password')) {
    throw unusableLogin(who, 'its `auth` says another user name or password than its other fields');
  }
  return auth ?? given;
}

/** The fields of a value; one whose name says nothing may itself be a document in a text. */
function fieldsIn({ fields = [] }: SecretValue, depth: number): readonly Field[] {
  return fields.flatMap((field) => {
    const inner = depth === 0 || roleOf(fieldPath(field)) !== undefined ? undefined : documentIn(field.text);
    const within = isRecord(inner) ? fieldsIn(readValue(inner), depth - 1) : [];
    return within.length === 0 ? [field] : within.map(({ path, text }) => ({ path: [...field.path, ...path], text }));
  });
}

function fromFields(fields: readonly Field[], who: string): Registry {
  const part = (role: Role) => onlyOne(role, fields, who);
  const [address, auth] = [part('server'), decodeAuth(part('auth'))];
  const { username, password } = agreed(auth, { username: part('username'), password: part('password') }, who);
  const parts = { server: address, 'user name': username, password };
  const missing = Object.entries(parts).flatMap(([name, text]) => (text === '' ? [name] : []));
  if (missing.length > 0) {
    const seen = fields.length === 0 ? 'it has no fields' : `its fields are ${listed(fields)}`;
    throw unusableLogin(who, `no ${missing.join(', no ')} was found; ${seen}`);
  }
  const host = registryHost(address);
  if (host === undefined) {
    throw unusableLogin(who, `its server is not the address of a registry; its fields are ${listed(fields)}`);
  }
  const server = /:\d+$/.test(host) || ['', '443'].includes(part('port')) ? host : `${host}:${part('port')}`;
  return checked({ server, username: parts['user name'], password: parts.password }, who);
}

/** The text of the field that holds a part, or nothing; fields that say the same are one. */
function onlyOne(role: Role, fields: readonly Field[], who: string): string {
  const found = fields.filter((field) => roleOf(fieldPath(field)) === role && field.text !== '');
  const texts = found.map(({ text }) => (role === 'server' ? (registryHost(text) ?? text) : text));
  if (new Set(texts).size > 1) {
    throw unusableLogin(
      who,
      `its fields ${listed(found)} could each be the ${role === 'username' ? 'user name' : role}`,
    );
  }
  return found[0]?.text ?? '';
}

/** A colon ends the user name where the two are joined: RFC 7617 section 2. */
function checked(registry: Registry, who: string): Registry {
  if (registry.username.includes(':')) {
    throw unusableLogin(who, 'its user name holds a colon, which a registry would take for the end of the name');
  }
  return registry;
}

function fieldPath({ path }: Field): string {
  return path.at(-1) ?? '';
}

function listed(fields: readonly Field[]): string {
  return fields.map(({ path }) => quote(path.join('.'))).join(', ');
}

function unusableLogin(who: string, why: string): ActionError {
  const advice = 'Give it the fields server, username and password, or make it a dockerconfigjson';
  return new ActionError('value_unsupported', `${who} is no login to a container registry: ${why}`, { advice });
}
