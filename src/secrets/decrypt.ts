import { answerError, certificateAloneRefusal, isSuccess, readJson } from '../answers.js';
import { ActionError } from '../errors.js';
import { checkValue, readValue, type SecretValue } from '../formats/value.js';
import { timeIn } from '../json.js';
import type { HttpRequest, HttpResponse, Ports } from '../ports.js';
import { maskValue } from './plain-fields.js';
import { decryptRefusal } from './refusals.js';
import * as api from './settings-api.js';

/** The longest value that is accepted, in characters; its masks alone are 14 MB of log. */
const VALUE_LIMIT = 1024 * 1024;

/** How the value of one Secret is used. */
interface Use {
  /** The lines that name it. */
  readonly lines: readonly number[];
  /** Whether every line that names it is optional. */
  readonly optional: boolean;
  readonly plainFields: readonly string[];
}

/** A decrypted Secret. */
export interface Decrypted {
  readonly value: SecretValue;
  readonly updatedAt: Date | undefined;
}

/**
 * Decrypts one Secret and masks its value at once; returns undefined if the Secret is optional and does not exist.
 *
 * @throws ActionError secret_not_found, secret_not_decrypted, permission_denied, invalid_token, value_unsupported,
 *   response_invalid, server_failed
 */
export async function decrypt(wanted: api.Wanted & Use, ports: Ports): Promise<Decrypted | undefined> {
  const who = api.describeSecret(wanted);
  const request = api.buildDecryptRequest(wanted);
  const response = wanted.fresh ? await sendAllowingForLag(request, ports) : await ports.send(request);
  const exchange = { request, response };
  if (!isSuccess(response)) {
    const refusal = certificateAloneRefusal(exchange, wanted.token) ?? decryptRefusal(exchange, wanted);
    if (refusal.code === 'secret_not_found' && wanted.optional) {
      ports.log.notice(`${who} does not exist; it is optional.`);
      return undefined;
    }
    throw refusal;
  }
  const answer = api.answeredEntry(readJson(exchange));
  const raw = answer?.['value'];
  const value = readValue(raw);
  if (value.text.length > VALUE_LIMIT) {
    const message = `${who} (line ${wanted.lines.join(', ')}) is longer than 1 MiB, the longest value that this action can mask`;
    throw new ActionError('value_unsupported', message);
  }
  maskValue({ field: undefined, value }, wanted.plainFields, ports);
  if (answer === undefined) {
    throw answerError('response_invalid', exchange, {
      what: 'with JSON that has no `value`, neither at the top level nor in `data`',
    });
  }
  if (answer['_key'] !== undefined && answer['_key'] !== wanted.key) {
    throw answerError('response_invalid', exchange, { what: 'with another Secret than the requested one' });
  }
  checkValue(raw, value, who);
  return { value, updatedAt: wanted.entry?.updatedAt ?? timeIn(answer['_updated_at']) };
}

/** How long, in ms, a replica of the platform may need to learn about a new token. */
const LAG = 1000;

/** Sends a request with a new token, and a second time if it is rejected: the replica may not know the token yet. */
async function sendAllowingForLag(
  request: HttpRequest,
  { send, sleep, log }: Pick<Ports, 'send' | 'sleep' | 'log'>,
): Promise<HttpResponse> {
  const response = await send(request);
  if (response.status !== 401 && response.status !== 403) {
    return response;
  }
  log.info(
    `${request.purpose}: answered ${response.status}. The server may not know the new token yet. Trying again once in ${LAG / 1000} s.`,
  );
  await sleep(LAG);
  return send(request);
}
