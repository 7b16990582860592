import { answerError, authorizationOf, type Exchange, endpoint, readJson } from '../answers.js';
import { isRecord, timeIn } from '../json.js';
import type { Owner, SecretsPlatform } from '../platforms/platform.js';
import type { HttpRequest } from '../ports.js';
import { quote } from '../untrusted-text.js';

/** One Secret of the list; its value is not in it. */
export interface SecretEntry {
  readonly id: string;
  /** Its path below the owner, such as `secret/Custom/2kFm…`. */
  readonly key: string;
  readonly name: string;
  /** Such as `secret/Custom`. */
  readonly type: string;
  readonly updatedAt: Date | undefined;
}

/** Whose Secrets are requested, where, and with which token. */
export interface SecretsAccess {
  readonly platform: SecretsPlatform;
  readonly url: URL;
  readonly owner: Owner;
  /** Undefined if the client certificate is the only credential. */
  readonly token: string | undefined;
  /** Whether this run requested the token. */
  readonly fresh: boolean;
}

/** One Secret to decrypt, and what is known about it. */
export interface Wanted extends SecretsAccess {
  readonly key: string;
  /** Its entry in the list; undefined if the list does not contain it or was not requested. */
  readonly entry: SecretEntry | undefined;
  /** Whether the server accepted the token for the list. */
  readonly tokenWorked: boolean;
}

/** The form of a key: `secret/<type>/<id>`. An ID contains no blank; a type may contain blanks and perhaps slashes. */
const SECRET_KEY = /^secret(?:\/[^/]+)+\/[^/\s]+$/;

/** Tells whether a text can be a key; the segments `.` and `..` would leave the owner's part of the path. */
export function isKey(text: string): boolean {
  return SECRET_KEY.test(text) && text.isWellFormed() && text.split('/').every((part) => part !== '.' && part !== '..');
}

/** Builds the request for the list of an owner's Secrets. */
export function buildListRequest(access: SecretsAccess): HttpRequest {
  const path = access.platform.secrets.listPath(access.owner);
  return buildGet(access, path, `Listing the Secrets of ${describeOwner(access.owner)}`);
}

/** Builds the request for one value. */
export function buildDecryptRequest(wanted: Wanted): HttpRequest {
  const { platform, owner, key } = wanted;
  return buildGet(wanted, platform.secrets.decryptPath(owner, key), `Decrypting ${describeSecret(wanted)}`);
}

/** Names a Secret in messages, by its key if its name is not known. */
export function describeSecret({ entry, key }: Pick<Wanted, 'entry' | 'key'>): string {
  return `Secret ${quote(entry?.name ?? key)}`;
}

/** Names an owner in messages. */
export function describeOwner(owner: Owner): string {
  return `${owner.kind} ${quote(owner.id)}`;
}

/**
 * Reads the list. It also contains other settings, so only entries whose type starts with `secret/` count.
 *
 * @throws ActionError response_invalid
 */
export function parseSecretList(exchange: Exchange): SecretEntry[] {
  const body = readJson(exchange);
  const data = isRecord(body) ? body['data'] : undefined;
  if (!Array.isArray(data)) {
    throw answerError('response_invalid', exchange, { what: 'with JSON that has no list in `data`' });
  }
  return data.filter(isSecret).map((entry) => {
    const { _id: id, _key: key, _type: type, name } = entry;
    if (typeof id !== 'string' || typeof key !== 'string' || !isKey(key) || typeof name !== 'string') {
      throw answerError('response_invalid', exchange, {
        what: 'with a Secret that has no valid `_id`, `_key` or `name`',
      });
    }
    return { id, key, name, type, updatedAt: timeIn(entry['_updated_at']) };
  });
}

function isSecret(entry: unknown): entry is Readonly<Record<string, unknown>> & { readonly _type: string } {
  return isRecord(entry) && typeof entry['_type'] === 'string' && entry['_type'].startsWith('secret/');
}

/** Finds the entry in the response to a decrypt request: the body or its `data`; the documentation does not define which. */
export function answeredEntry(body: unknown): Readonly<Record<string, unknown>> | undefined {
  const entry = isRecord(body) && !('value' in body) ? body['data'] : body;
  return isRecord(entry) && 'value' in entry ? entry : undefined;
}

function buildGet(access: SecretsAccess, path: string, purpose: string): HttpRequest {
  return {
    method: 'GET',
    url: endpoint(access.url, path),
    headers: { accept: 'application/json', ...authorizationOf(access.token) },
    purpose,
  };
}
