import { answerError, authorizationOf, codeOfStatus, type Exchange, endpoint, readJson } from '../answers.js';
import type { ActionError } from '../errors.js';
import { isRecord } from '../json.js';
import type { Owner, SecretsPlatform } from '../platforms/platform.js';
import type { HttpRequest } from '../ports.js';
import { quote } from '../untrusted-text.js';

/** One Secret of the list; its value is not in it. */
export interface SecretEntry {
  readonly id: string;
  /** Its place below the owner, such as `secret/Custom/2kFm…`. */
  readonly key: string;
  readonly name: string;
  /** Such as `secret/Custom`. */
  readonly type: string;
  readonly updatedAt?: Date;
}

/** Whose Secrets are asked for, where, and with which token. */
export interface SecretsAccess {
  readonly platform: SecretsPlatform;
  readonly url: URL;
  readonly owner: Owner;
  /** Undefined where the client certificate is enough. */
  readonly token: string | undefined;
}

/** The form of a key: `secret/<type>/<id>`; whether a type may have a slash of its own is not documented. */
const SECRET_KEY = /^secret(?:\/[^/]+){2,}$/;

/** Whether a text can be a key; `.` and `..` as segments would leave the owner's part of the path. */
export function isKey(text: string): boolean {
  return SECRET_KEY.test(text) && text.isWellFormed() && text.split('/').every((part) => part !== '.' && part !== '..');
}

/** Builds the request for the list of an owner's Secrets. */
export function buildListRequest(access: SecretsAccess): HttpRequest {
  const path = access.platform.secrets.listPath(access.owner);
  return get(access, path, `Listing the Secrets of ${describeOwner(access.owner)}`);
}

/** Builds the request for one value; `who` is the Secret as the user named it. */
export function buildDecryptRequest(access: SecretsAccess, key: string, who: string): HttpRequest {
  return get(access, access.platform.secrets.decryptPath(access.owner, key), `Decrypting ${who}`);
}

/** An owner as messages show it. */
export function describeOwner(owner: Owner): string {
  return `${owner.kind} ${quote(owner.id)}`;
}

/**
 * Reads the list: the entries whose type says that they are Secrets, since other settings stand beside them.
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
        what: 'with a Secret that has no usable `_id`, `_key` or `name`',
      });
    }
    const updatedAt = readTime(entry['_updated_at']);
    return { id, key, name, type, ...(updatedAt === undefined ? {} : { updatedAt }) };
  });
}

/** `_updated_at` is in Unix seconds; whatever else it may be is left alone, since only the age hangs on it. */
export function readTime(value: unknown): Date | undefined {
  const seconds = Number(JSON.stringify(value));
  return seconds > 0 && seconds < 8.64e12 ? new Date(seconds * 1000) : undefined;
}

function isSecret(entry: unknown): entry is Readonly<Record<string, unknown>> & { readonly _type: string } {
  return isRecord(entry) && typeof entry['_type'] === 'string' && entry['_type'].startsWith('secret/');
}

/**
 * Finds the entry in the answer to a decrypt: the answer itself, or under `data`; its documents do not say which.
 */
export function entryOf(body: unknown): Readonly<Record<string, unknown>> | undefined {
  const entry = isRecord(body) && !('value' in body) ? body['data'] : body;
  return isRecord(entry) && 'value' in entry ? entry : undefined;
}

/** The error for a list that was not given. */
export function listRefusal(exchange: Exchange, access: SecretsAccess): ActionError {
  const { response } = exchange;
  if (response.status === 403) {
    return answerError('permission_denied', exchange, { what: lack(access.platform.secrets.listPermission) });
  }
  if (isApi404(exchange)) {
    const what = `since there is no ${describeOwner(access.owner)}, or these credentials do not see it`;
    return answerError('owner_not_found', exchange, { what });
  }
  return answerError(codeOfStatus(response, 'invalid_token'), exchange);
}

/** What is known of a key before its value is asked for. */
export interface KeyKnowledge {
  /** Whether this token was good enough for a list. */
  readonly tokenWorked: boolean;
  /** Whether the key came from that list. */
  readonly isListed: boolean;
}

/**
 * The error for a value that was not given.
 *
 * With which status the platform answers a lack of the permission is not documented: 401, 403 and 404 are possible.
 */
export function decryptRefusal(exchange: Exchange, access: SecretsAccess, known: KeyKnowledge): ActionError {
  const { response } = exchange;
  const lacking = lack(access.platform.secrets.decryptPermission);
  if (response.status === 403 || (response.status === 401 && known.tokenWorked)) {
    return answerError('permission_denied', exchange, { what: lacking });
  }
  if (isApi404(exchange)) {
    const what = `although the Secret is in the list: it was deleted just now, or refused ${lacking}`;
    return answerError('secret_not_found', exchange, known.isListed ? { what } : {});
  }
  return answerError(codeOfStatus(response, 'invalid_token'), exchange);
}

function lack(permission: string): string {
  return `for lack of the permission ${permission}`;
}

/** A service that does not exist answers 404 in plain text, the settings API in JSON: only the latter knows ids. */
function isApi404({ response }: Exchange): boolean {
  return response.status === 404 && response.contentType === 'application/json';
}

function get(access: SecretsAccess, path: string, purpose: string): HttpRequest {
  return {
    method: 'GET',
    url: endpoint(access.url, path),
    headers: { accept: 'application/json', ...authorizationOf(access.token) },
    purpose,
  };
}
