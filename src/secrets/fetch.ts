import { certificateAloneRefusal, isSuccess } from '../answers.js';
import { isListing } from '../language/stars.js';
import { checkNames } from '../language/taken-names.js';
import { keepsSecrets } from '../platforms/platform.js';
import type { Ports } from '../ports.js';
import type { Settings } from '../settings/settings.js';
import { quote } from '../untrusted-text.js';
import { groupBy } from './catalog.js';
import { type Decrypted, decrypt } from './decrypt.js';
import { type Match, nameOfMatch } from './match.js';
import { adviceFor } from './missing.js';
import { listRefusal } from './refusals.js';
import { givesKey, resolveRequests } from './resolve.js';
import { type Result, selectResults } from './result.js';
import * as api from './settings-api.js';

/** What a fetch needs of a login: its token, if there is one, and whether this run requested it. */
export interface SecretsLogin {
  readonly token: { readonly value: string } | undefined;
  readonly fresh: boolean;
}

/** What a run has fetched. */
export interface Fetched {
  readonly results: readonly Result[];
  /** How many Secrets of the owner no line names; undefined if the list was not requested. */
  readonly unnamed: number | undefined;
}

/**
 * Fetches every Secret that the workflow names: with one list at most, each value once, and either all or none.
 *
 * @throws ActionError secret_not_found, field_not_found, secret_ambiguous, secret_not_decrypted, permission_denied,
 *   owner_not_found, invalid_token, name_refused, name_conflict, value_unsupported, response_invalid, server_failed
 */
export async function fetchSecrets(settings: Settings, login: SecretsLogin, ports: Ports): Promise<Fetched> {
  const { platform, url, owner, secretRequests, plainFields, plan } = settings;
  if (owner === undefined || secretRequests.length === 0 || !keepsSecrets(platform)) {
    return { results: [], unnamed: undefined };
  }
  const access = { platform, url, owner, token: login.token?.value, fresh: login.fresh };
  const needsList = !secretRequests.every(givesKey);
  const entries = needsList ? await ports.track('list', () => requestList(access, ports)) : [];
  const { matches, absent } = resolveRequests(secretRequests, { entries, isMasked: ports.isMasked }, plan);
  for (const request of absent) {
    const what = `there is no Secret ${quote(request.selector)}${adviceFor(request, entries)}`;
    ports.log.notice(`\`secrets\`, line ${request.line}: ${what}; it is optional.`);
  }
  // The fields of `.*` have no names before their values are known.
  const named = matches.filter(({ request }) => !request.allFields && !isListing(request, plan));
  const names = named.map((match) => ({ sink: match.request.sink, name: nameOfMatch(match) }));
  checkNames(names, settings);
  const byKey = groupBy(matches, ({ key }) => key);
  const decrypted = new Map<string, Decrypted>();
  const decryptOne = async ([key, uses]: readonly [string, readonly Match[]]) => {
    const entry = uses[0]?.entry;
    const requests = uses.map(({ request }) => request);
    const use = { lines: requests.map(({ line }) => line), optional: requests.every(({ optional }) => optional) };
    const tried = { tokenWorked: needsList };
    const found = await decrypt({ ...access, ...tried, key, entry, ...use, plainFields }, ports);
    if (found !== undefined) {
      decrypted.set(key, found);
    }
  };
  const useful = ports.expect(byKey.size);
  await ports.track('decrypt', () => inParallel(byKey, decryptOne, useful));
  const results = matches.flatMap((match) => {
    const found = decrypted.get(match.key);
    return found === undefined ? [] : selectResults({ match, ...found }, plainFields, ports);
  });
  const used = new Set(results.map(({ match }) => match.key)).size;
  ports.log.info(describeDecrypted(decrypted.size, used, api.describeOwner(owner)));
  return { results, unnamed: needsList ? entries.filter(({ key }) => !byKey.has(key)).length : undefined };
}

function describeDecrypted(all: number, used: number, owner: string): string {
  const some = used === all ? '' : ` ${used} of them ${used === 1 ? 'has' : 'have'} what the lines select.`;
  return `Decrypted ${all} Secret${all === 1 ? '' : 's'} of ${owner}.${some}`;
}

async function requestList(access: api.SecretsAccess, ports: Ports): Promise<api.SecretEntry[]> {
  const request = api.buildListRequest(access);
  const response = await ports.send(request);
  const exchange = { request, response };
  if (!isSuccess(response)) {
    throw certificateAloneRefusal(exchange, access.token) ?? listRefusal(exchange, access);
  }
  return api.parseSecretList(exchange);
}

/**
 * Works on as many items at the same time as are useful at each moment, and starts nothing more after the first failure.
 *
 * The transport also limits its requests, but it does not know that one failure fails them all. It would still send the
 * waiting requests, for example after the server has rejected a shared token.
 */
function inParallel<T>(items: Iterable<T>, work: (item: T) => Promise<void>, useful: () => number): Promise<void> {
  const queue = items[Symbol.iterator]();
  let active = 0;
  let hasFailed = false;
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      hasFailed = true;
      reject(error);
    };
    const done = () => {
      active -= 1;
      start();
    };
    const start = () => {
      while (!hasFailed && active < useful()) {
        const { value, done: isEmpty } = queue.next();
        if (isEmpty) {
          break;
        }
        active += 1;
        work(value).then(done, fail);
      }
      if (active === 0) {
        resolve();
      }
    };
    start();
  });
}
