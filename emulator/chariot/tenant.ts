import { createHash } from 'node:crypto';

/** A client's role in a project: a Reader can list, a Writer and an Owner can also decrypt. Source: Chariot, Secrets. */
export type Role = 'None' | 'Reader' | 'Writer' | 'Owner';

/** A user as `users/me` returns it. The fields are invented, because no document lists them. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** Client credentials with the roles of the user who created them. Source: Chariot, Authentication. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly expired?: boolean;
  readonly user?: User;
  /** Roles by owner id. A missing role is `None`. */
  readonly roles: Readonly<Record<string, Role>>;
}

/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** An entry of the settings store. The type of a Secret begins with `secret/`. Source: Chariot, Secrets. */
export interface Setting {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Unix seconds. */
  readonly updatedAt: number;
  readonly value: JsonValue;
  /** The value's JSON text, for what `value` cannot represent: large numbers, unusual escapes, repeated names. */
  readonly valueText?: string;
}

/** The owner of settings. Source: Chariot SDK, `get_settings`. */
export interface Owner {
  readonly kind: 'project' | 'organization' | 'user';
  readonly id: string;
  readonly settings: readonly Setting[];
}

/** The data and the options of an emulated Chariot. */
export interface Tenant {
  readonly clients: readonly Client[];
  readonly owners: readonly Owner[];
  readonly tokenFormat: 'opaque' | 'jwt';
  readonly tokenLifetimeSeconds: number;
  /** The `token_type` of a login's answer. By default the member is missing, as in the documents. */
  readonly tokenType?: string;
  /** Whether a decrypted entry is the whole answer or its member `data`. The documents do not show it. */
  readonly decryptShape: 'entry' | 'data';
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const KSUID_EPOCH = 1_400_000_000;
const UPDATED_AT = 1_722_887_562;

/**
 * Makes an id that contains a time (Unix seconds). The same time and seed always make the same id.
 * Source: segmentio/ksuid; the time in Chariot's sample `_id` is its `_updated_at`.
 */
export function ksuid(seconds: number, seed: string): string {
  const time = (seconds - KSUID_EPOCH).toString(16).padStart(8, '0');
  const payload = createHash('sha256').update(seed).digest('hex').slice(0, 32);
  let left = BigInt(`0x${time}${payload}`);
  let text = '';
  for (; left > 0n; left /= 62n) text = ALPHABET.charAt(Number(left % 62n)) + text;
  return text.padStart(27, '0');
}

/** Makes a setting, by default a Secret with a single value. The same arguments always make the same id. */
export function secret(name: string, value: JsonValue, type = 'secret/Custom'): Setting {
  const id = ksuid(UPDATED_AT, JSON.stringify([name, value, type]));
  return { id, type, name, updatedAt: UPDATED_AT, value };
}

/** Returns the `_key` of a setting: its type and its id. Source: Chariot, Secrets. */
export function keyOf(setting: Setting): string {
  return `${setting.type}/${setting.id}`;
}

/** Returns the user that client credentials belong to. */
export function userOf(client: Client): User {
  const id = ksuid(UPDATED_AT, client.clientId);
  return client.user ?? { id, email: 'service@example.com', name: 'Service User' };
}
