import { answerError, certificateAloneRefusal, isSuccess, readJson } from '../answers.js';
import { ActionError } from '../errors.js';
import { checkValue, readValue, type SecretValue } from '../formats/value.js';
import { keepsSecrets } from '../platforms/platform.js';
import type { HttpRequest, HttpResponse, Ports } from '../ports.js';
import type { Settings } from '../settings/settings.js';
import { quote } from '../untrusted-text.js';
import { checkMatches, type Match } from './match.js';
import { maskValue } from './plain-fields.js';
import { givesKey, resolveRequests } from './resolve.js';
import { type Result, resultOf } from './result.js';
import * as api from './settings-api.js';

/** The longest value that is used, in characters; its masks alone are 14 MB of log. */
const VALUE_LIMIT = 1024 * 1024;

/** How many values are asked for at the same time. */
const CONCURRENCY = 20;

/** What a fetch needs of a login: its token, unless the client certificate is enough, and whether this run requested it. */
export interface SecretsLogin {
  readonly token: { readonly value: string } | undefined;
  readonly fetched: boolean;
}

/** What a run has fetched, and what it saw on the way. */
export interface Fetched {
  readonly results: readonly Result[];
  /** How many Secrets of the owner no line names; unknown when the list was not needed. */
  readonly unnamed: number | undefined;
}

/**
 * Fetches every Secret that the workflow names: one list at most, each value once, all or none.
 *
 * @throws ActionError secret_not_found, field_not_found, secret_ambiguous, secret_not_decrypted, permission_denied,
 *   owner_not_found, invalid_token, name_refused, name_conflict, value_unsupported, response_invalid, server_failed
 */
export async function fetchSecrets(settings: Settings, login: SecretsLogin, ports: Ports): Promise<Fetched> {
  const { platform, url, owner, secretRequests } = settings;
  if (owner === undefined || secretRequests.length === 0 || !keepsSecrets(platform)) {
    return { results: [], unnamed: undefined };
  }
  const access = { platform, url, owner, token: login.token?.value };
  const tokenWorked = !secretRequests.every(givesKey);
  const entries = tokenWorked ? await requestList(access, ports) : [];
  const { matches, absent } = resolveRequests(secretRequests, entries);
  for (const { selector, line } of absent) {
    ports.log.notice(`\`secrets\`, line ${line}: there is no Secret ${quote(selector)}; it is optional.`);
  }
  checkMatches(matches, settings);
  const keys = [...new Set(matches.map(({ key }) => key))];
  const decrypted = new Map<string, Decrypted>();
  await inParallel(keys, async (key) => {
    const asked = matches.filter((match) => match.key === key);
    const known = { tokenWorked, isListed: entries.some((entry) => entry.key === key) };
    const wanted = { ...access, key, known, matches: asked, plain: settings.plainFields, fresh: login.fetched };
    const found = await decrypt(wanted, ports);
    if (found !== undefined) {
      decrypted.set(key, found);
    }
  });
  ports.log.info(
    `Decrypted ${decrypted.size} Secret${decrypted.size === 1 ? '' : 's'} of ${api.describeOwner(owner)}.`,
  );
  const results = matches.flatMap((match) => {
    const found = decrypted.get(match.key);
    return found === undefined ? [] : (resultOf({ match, ...found }, settings.plainFields, ports) ?? []);
  });
  return { results, unnamed: tokenWorked ? entries.filter(({ key }) => !keys.includes(key)).length : undefined };
}

async function requestList(access: api.SecretsAccess, ports: Ports): Promise<api.SecretEntry[]> {
  const request = api.buildListRequest(access);
  const response = await ports.send(request);
  if (!isSuccess(response)) {
    throw (
      certificateAloneRefusal({ request, response }, access.token) ?? api.listRefusal({ request, response }, access)
    );
  }
  return api.parseSecretList({ request, response });
}

interface Wanted extends api.SecretsAccess {
  readonly key: string;
  /** Every match of this Secret. */
  readonly matches: readonly Match[];
  readonly known: api.KeyKnowledge;
  readonly plain: readonly string[];
  /** Whether the token was fetched in this run. */
  readonly fresh: boolean;
}

interface Decrypted {
  readonly value: SecretValue;
  readonly updatedAt: Date | undefined;
}

async function decrypt(wanted: Wanted, ports: Ports): Promise<Decrypted | undefined> {
  const who = `Secret ${quote(wanted.matches[0]?.entry?.name ?? wanted.key)}`;
  const request = api.buildDecryptRequest(wanted, wanted.key, who);
  const response = wanted.fresh ? await sendAllowingForLag(request, ports) : await ports.send(request);
  const exchange = { request, response };
  if (!isSuccess(response)) {
    const refusal =
      certificateAloneRefusal(exchange, wanted.token) ?? api.decryptRefusal(exchange, wanted, wanted.known);
    if (refusal.code === 'secret_not_found' && wanted.matches.every((match) => match.request.optional)) {
      ports.log.notice(`${who} does not exist; it is optional.`);
      return undefined;
    }
    throw refusal;
  }
  const entry = api.entryOf(readJson(exchange));
  const raw = entry?.['value'];
  const value = readValue(raw);
  if (value.text.length > VALUE_LIMIT) {
    const message = `${who} is longer than 1 MiB, the most that this action masks, whatever the target`;
    throw new ActionError('value_unsupported', message);
  }
  maskValue({ field: undefined, value }, wanted.plain, ports);
  if (entry === undefined) {
    throw answerError('response_invalid', exchange, {
      what: 'with JSON that has no `value`, neither at its top nor under `data`',
    });
  }
  if (entry['_key'] !== undefined && entry['_key'] !== wanted.key) {
    throw answerError('response_invalid', exchange, { what: 'with another Secret than the one asked for' });
  }
  checkValue(raw, value, who);
  return { value, updatedAt: wanted.matches[0]?.entry?.updatedAt ?? api.readTime(entry['_updated_at']) };
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

/** How long, in ms, a replica of the platform gets to hear of a token that is new. */
const LAG = 1000;

/**
 * Sends a request with a token that was fetched in this run, once more where it is refused: the part of the platform that
 * answers may not know the token yet.
 */
export async function sendAllowingForLag(
  request: HttpRequest,
  { send, sleep, log }: Pick<Ports, 'send' | 'sleep' | 'log'>,
): Promise<HttpResponse> {
  const response = await send(request);
  if (response.status !== 401 && response.status !== 403) {
    return response;
  }
  log.info(
    `${request.purpose}: answered ${response.status}, and the token is new. Trying again in ${LAG / 1000} s, once.`,
  );
  await sleep(LAG);
  return send(request);
}
