import { type Answer, jsonError, jsonText } from '../answers.js';
import { findFieldProblem } from '../server/form.js';
import type { ChariotPlace } from './routes.js';
import { type Client, keyOf, type Owner, type Role, type Setting, type Tenant } from './tenant.js';

const MASKED = '"********"';
const LIST_QUERY = { sort: ['name'], desc: ['true', 'false'] };
const ENTRY_QUERY = { decrypt: ['true', 'false'] };
const DECRYPTERS: readonly Role[] = ['Writer', 'Owner'];

/** A request for settings with a valid token. */
export interface SettingsRequest {
  readonly place: ChariotPlace;
  readonly query: string;
  readonly client: Client;
}

/** Returns the settings of an owner, or one of them. Source: Chariot, Secrets. */
export function answerSettings(tenant: Tenant, request: SettingsRequest): Answer {
  const { place, query, client } = request;
  const problem = findQueryProblem(place.route === 'list' ? LIST_QUERY : ENTRY_QUERY, query);
  if (problem !== undefined) return jsonError(400, problem);
  const owner = tenant.owners.find(({ kind, id }) => kind === place.owner?.kind && id === place.owner.id);
  if (owner === undefined) return jsonError(404, 'not found');
  const role = client.roles[owner.id] ?? 'None';
  if (role === 'None') return jsonError(403, 'missing permission secret_list');
  const fields = new URLSearchParams(query);
  if (place.route === 'list') return list(owner, fields);
  const decrypt = fields.get('decrypt') === 'true';
  if (decrypt && !DECRYPTERS.includes(role)) return jsonError(403, 'missing permission secret_decrypt');
  const setting = owner.settings.find((known) => keyOf(known) === place.key);
  if (setting === undefined) return jsonError(404, 'not found');
  const entry = entryText(setting, decrypt ? (setting.valueText ?? JSON.stringify(setting.value)) : MASKED);
  return jsonText(200, tenant.decryptShape === 'data' ? `{"data":${entry}}` : entry);
}

function findQueryProblem(allowed: Readonly<Record<string, readonly string[]>>, query: string): string | undefined {
  const problem = findFieldProblem(query, Object.keys(allowed));
  if (problem !== undefined) return problem;
  const wrong = [...new URLSearchParams(query)].find(([name, value]) => !allowed[name]?.includes(value));
  return wrong === undefined ? undefined : `invalid value of parameter "${wrong[0]}"`;
}

function list(owner: Owner, fields: URLSearchParams): Answer {
  const settings = [...owner.settings];
  if (fields.has('sort')) settings.sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
  if (fields.get('desc') === 'true') settings.reverse();
  return jsonText(200, `{"data":[${settings.map((setting) => entryText(setting, MASKED)).join(',')}]}`);
}

// JSON.stringify cannot include a JSON text unchanged, so this appends the value's text.
function entryText(setting: Setting, valueText: string): string {
  const { id: _id, type: _type, updatedAt: _updated_at, name } = setting;
  const entry = JSON.stringify({ _id, _key: keyOf(setting), _type, _updated_at, name });
  return `${entry.slice(0, -1)},"value":${valueText}}`;
}
