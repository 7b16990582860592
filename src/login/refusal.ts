import { answerError, codeOfStatus, type Exchange, errorBody } from '../answers.js';
import { type ActionError, isOAuthErrorCode } from '../errors.js';
import type { Credentials } from '../oauth/credentials.js';
import type { Platform, Refusal } from '../platforms/platform.js';

/** What was presented in a rejected login, for the advice in its error. */
interface Presented {
  readonly credentials: Credentials;
  /** The advice about the workflow's ID token; undefined if none was presented. */
  readonly trust?: string | undefined;
}

/**
 * Makes the error for a rejected login: its code is OAuth's if the server returned one, else it depends on the status.
 *
 * Code and description decide which advice fits, because the status of one fault differs between versions of a server:
 * 400 in one, 401 in the next.
 */
export function loginRefusal(exchange: Exchange, platform: Platform, presented: Presented): ActionError {
  const { response } = exchange;
  const { error } = errorBody(response);
  const known = platform.refusals.find((row) => matchesRefusal(row, exchange, presented.credentials));
  const status = response.status === 400 ? 'invalid_request' : codeOfStatus(response, 'invalid_client');
  const code = known?.code ?? (isOAuthErrorCode(error) ? error : status);
  const isCredential = code === 'invalid_client' || code === 'invalid_grant';
  const advice = known?.advice ?? (isCredential ? platform.loginAdvice : undefined);
  const isAboutTrust = known?.isTrusted !== true && (isCredential || code === 'unauthorized_client');
  const trust = isAboutTrust ? presented.trust : undefined;
  return answerError(code, exchange, {
    advice: [advice, trust].filter((part) => part !== undefined).join('. ') || undefined,
  });
}

function matchesRefusal(row: Refusal, { response }: Exchange, { grant }: Credentials): boolean {
  const { error, error_description: description } = errorBody(response);
  return (
    row.error === (typeof error === 'string' ? error : undefined) &&
    (row.status ?? response.status) === response.status &&
    (row.grant ?? grant.type) === grant.type &&
    (row.description === undefined || (typeof description === 'string' && row.description.test(description)))
  );
}
