import { answerError, type Exchange } from '../answers.js';
import type { ActionError } from '../errors.js';

/** The error for a 401 to a request without a token, which says what to add; undefined for any other answer. */
export function certificateAloneRefusal(exchange: Exchange, token: string | undefined): ActionError | undefined {
  if (exchange.response.status !== 401 || token !== undefined) {
    return undefined;
  }
  return answerError('input_missing', exchange, {
    what: 'since the client certificate alone is not enough here',
    advice: 'Give `client_id` and `client_secret`, or `bearer_token`, beside the certificate',
  });
}
