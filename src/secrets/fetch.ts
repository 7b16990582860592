import { answerError, isSuccess, readJson } from '../answers.js';
import { ActionError } from '../errors.js';
import { quote } from '../foreign-text.js';
import { userPasswords } from '../masks.js';
import type { Ports } from '../ports.js';
import type { Settings } from '../settings.js';
import type { SecretRequest } from './request.js';
import { givesKey, resolveRequests } from './resolve.js';
import * as api from './settings-api.js';
import { checkValue, readValue, type SecretValue, textsOf } from './value.js';

/** The longest value that is used; to mask a longer one takes longer than any deadline. */
const LONGEST = 1024 * 1024;

/** How many values are asked for at the same time. */
const CONCURRENCY = 20;

/** A request with the value of its Secret. */
export interface FetchedSecret {
  readonly request: SecretRequest;
  readonly value: SecretValue;
}

/**
 * Fetches every Secret that the workflow names: one list at most, each value once, all or none.
 *
 * @throws ActionError secret_not_found, secret_ambiguous, secret_not_decrypted, permission_denied, owner_not_found,
 *   invalid_token, value_unsupported, response_invalid, server_failed
 */
export async function fetchSecrets(settings: Settings, token: string, ports: Ports): Promise<FetchedSecret[]> {
  const { platform, url, owner, secretRequests } = settings;
  if (owner === undefined || secretRequests.length === 0) {
    return [];
  }
  const access = { platform, url, owner, token };
  const tokenWorked = !secretRequests.every(givesKey);
  const entries = tokenWorked ? await list(access, ports) : [];
  const resolved = resolveRequests(secretRequests, entries);
  const keys = [...new Set(resolved.map(({ key }) => key))];
  const values = new Map<string, SecretValue>();
  await inParallel(keys, async (key) => {
    const asked = resolved.find((item) => item.key === key)?.request.selector ?? key;
    const isListed = entries.some((entry) => entry.key === key);
    const wanted = { ...access, key, who: `Secret ${quote(asked)}`, known: { tokenWorked, isListed } };
    values.set(key, await decrypt(wanted, ports));
  });
  ports.log.info(`Decrypted ${values.size} Secret${values.size === 1 ? '' : 's'} of ${api.nameOf(owner)}.`);
  return resolved.flatMap(({ request, key }) => {
    const value = values.get(key);
    return value === undefined ? [] : [{ request, value }];
  });
}

async function list(access: api.SecretsAccess, ports: Ports): Promise<api.SecretEntry[]> {
  const request = api.buildListRequest(access);
  const response = await ports.send(request);
  if (!isSuccess(response)) {
    throw api.listRefusal({ request, response }, access);
  }
  return api.parseList({ request, response });
}

interface Wanted extends api.SecretsAccess {
  readonly key: string;
  readonly who: string;
  readonly known: api.KeyKnowledge;
}

async function decrypt(wanted: Wanted, ports: Ports): Promise<SecretValue> {
  const request = api.buildDecryptRequest(wanted, wanted.key, wanted.who);
  const response = await ports.send(request);
  const exchange = { request, response };
  if (!isSuccess(response)) {
    throw api.decryptRefusal(exchange, wanted, wanted.known);
  }
  const entry = api.entryOf(readJson(exchange));
  const raw = entry?.['value'];
  const value = readValue(raw);
  if (value.text.length > LONGEST) {
    throw new ActionError(
      'value_unsupported',
      `${wanted.who} is longer than 1 MiB, the most that the outputs of a job hold`,
    );
  }
  ports.mask([...textsOf(value), ...userPasswords(value.fields ?? [])]);
  if (entry === undefined) {
    throw answerError('response_invalid', exchange, {
      what: 'with JSON that has no `value`, neither at its top nor under `data`',
    });
  }
  if (entry['_key'] !== undefined && entry['_key'] !== wanted.key) {
    throw answerError('response_invalid', exchange, { what: 'with another Secret than the one asked for' });
  }
  checkValue(raw, value, wanted.who);
  return value;
}

/** Works through the items, so many at a time; the first failure ends it, and nothing more is started. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, items.length) }, worker));
}
