import type { ActionError, FailedRequest, Layer } from '../errors.js';
import { type NetworkEnvironment, proxyOf } from '../http/proxy.js';
import type { RunPart } from '../ports.js';
import type { Journal } from './journal.js';

/** What each part of a run is called. */
const PARTS: Readonly<Record<RunPart, string>> = {
  login: 'login',
  whoami: 'whoami',
  list: 'list of Secrets',
  decrypt: 'decryption',
};

/** A stage of a run or of a request, and whether the failure is in it. */
export interface Stage {
  readonly name: string;
  readonly isFailed: boolean;
  /** The layers that the failed request passed. */
  readonly layers: readonly Stage[];
}

/** Lists the stages that a failed run passed; the last one failed. */
export function howFar(
  journal: Pick<Journal, 'settings' | 'parts'>,
  { request, code }: Pick<ActionError, 'request' | 'code'>,
  environment: NetworkEnvironment,
): Stage[] {
  const isExport = code === 'publication_failed';
  const settings = journal.settings();
  const passed = (name: string): Stage => ({ name, isFailed: false, layers: [] });
  const failed = (name: string): Stage => ({ name, isFailed: true, layers: layersOf(request, environment) });
  if (settings === undefined) {
    return [failed('inputs')];
  }
  const parts = journal.parts();
  const ended = parts.find(([, end]) => end === 'failed')?.[0];
  const isFetched = settings.secretRequests.length === 0 || parts.some(([part]) => part === 'decrypt');
  const done = parts.flatMap(([part, end]) => (end === 'done' ? passed(PARTS[part]) : []));
  const last = parts.length === 0 ? 'preparation' : isFetched ? 'check of the results' : 'choice of the Secrets';
  return [passed('inputs'), ...done, failed(isExport ? 'export' : ended === undefined ? last : PARTS[ended])];
}

/** Lists the layers that a request passed, up to the one in which it failed; none if that is not known. */
function layersOf(request: FailedRequest | undefined, environment: NetworkEnvironment): Stage[] {
  if (request?.layer === undefined) {
    return [];
  }
  const { layer, url } = request;
  const isSecure = url.protocol === 'https:';
  const isDirect = layer !== 'proxy' && proxyOf(url, environment) === undefined;
  const way: readonly Layer[] = isDirect ? ['name', 'TCP'] : ['proxy'];
  const all: readonly Layer[] = [...way, ...(isSecure || layer === 'TLS' ? (['TLS'] as const) : []), 'answer'];
  return all.slice(0, all.indexOf(layer) + 1).map((name) => ({ name, isFailed: name === layer, layers: [] }));
}
