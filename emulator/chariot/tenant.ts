import { ksuid } from './ksuid.js';

/** What a client may do in a project: a Reader lists, a Writer and an Owner also decrypt. Source: Chariot, Secrets. */
export type Role = 'None' | 'Reader' | 'Writer' | 'Owner';

/** A user, as `users/me` shows it; the fields are ours, since no document names any. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** Client credentials and the roles of the user who made them. Source: Chariot, Authentication. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly expired?: boolean;
  readonly user?: User;
  /** By owner id; a missing one is `None`. */
  readonly roles: Readonly<Record<string, Role>>;
}

/** Any value that JSON has. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** One entry of the settings store; a Secret's type begins with `secret/`. Source: Chariot, Secrets. */
export interface Setting {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Unix seconds. */
  readonly updatedAt: number;
  readonly value: JsonValue;
  /** The value's JSON text, for what `value` cannot say: large numbers, odd escapes, repeated names. */
  readonly valueText?: string;
}

/** Whom settings belong to. Source: Chariot SDK, `get_settings`. */
export interface Owner {
  readonly kind: 'project' | 'organization' | 'user';
  readonly id: string;
  readonly settings: readonly Setting[];
}

/** All that an emulated Chariot knows. */
export interface Tenant {
  readonly clients: readonly Client[];
  readonly owners: readonly Owner[];
  readonly tokenFormat: 'opaque' | 'jwt';
  readonly tokenLifetimeSeconds: number;
  /** Sent as `token_type`; without it there is none, as in the documents. */
  readonly tokenType?: string;
  /** The documents do not show a decrypted entry: bare, or under `data`. */
  readonly decryptShape: 'entry' | 'data';
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const UPDATED_AT = 1_722_887_562;

/** Makes a setting, a single variable by default; equal arguments make equal ids. */
export function secret(name: string, value: JsonValue, type = 'secret/Custom'): Setting {
  const id = ksuid(UPDATED_AT, JSON.stringify([name, value, type]));
  return { id, type, name, updatedAt: UPDATED_AT, value };
}

/** Gives the `_key` of a setting: its type and its id. Source: Chariot, Secrets. */
export function keyOf(setting: Setting): string {
  return `${setting.type}/${setting.id}`;
}

/** Gives the user behind client credentials. */
export function userOf(client: Client): User {
  const id = ksuid(UPDATED_AT, client.clientId);
  return client.user ?? { id, email: 'service@example.com', name: 'Service User' };
}
