import { textOf } from '../../support/realm-requests.js';
import type { Keycloak } from './keycloak.js';

/** Reads and changes the realm through the admin API of Keycloak. */
export interface KeycloakAdmin {
  /** Returns the sorted IDs of the active sessions of users and clients. */
  sessions(): Promise<string[]>;
  /** Returns the number of wrong passwords of a user, and whether the user is locked. */
  lockOf(username: string): Promise<{ readonly failures: number; readonly locked: boolean }>;
  changeRealm(changes: Readonly<Record<string, unknown>>): Promise<void>;
}

type Item = Readonly<Record<string, unknown>>;

/** Creates the access to the admin API as the client `watcher`, whose logins start no session. */
export function adminOf(keycloak: Keycloak): KeycloakAdmin {
  const ask = async (path: string, json?: unknown): Promise<unknown> => {
    const form = { grant_type: 'client_credentials', client_id: 'watcher', client_secret: 'watcher-client-secret' };
    const headers = { authorization: `Bearer ${textOf(await keycloak.ask('token', { form }), 'access_token')}` };
    const request = json === undefined ? { headers } : { headers, json, method: 'PUT' };
    const { status, body } = await keycloak.askPath(`/admin/realms/acme${path}`, request);
    if (status >= 300) throw new Error(`The admin API answered ${status} for ${path}.`);
    return body;
  };
  const list = async (path: string): Promise<Item[]> => Object.values(Object(await ask(path)));
  return {
    async sessions() {
      const clients = await list('/client-session-stats');
      const found = await Promise.all(clients.map(({ id }) => list(`/clients/${id}/user-sessions`)));
      return [...new Set(found.flat().map(({ id }) => String(id)))].sort();
    },
    async lockOf(username) {
      const [user] = await list(`/users?exact=true&username=${username}`);
      const { numFailures, disabled } = Object(await ask(`/attack-detection/brute-force/users/${user?.['id']}`));
      return { failures: numFailures, locked: disabled };
    },
    async changeRealm(changes) {
      await ask('', changes);
    },
  };
}
