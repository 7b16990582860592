import { answerError, codeOfStatus, type Exchange, errorBody, isSuccess, oauthErrorOf } from '../answers.js';
import type { ActionError, ErrorCode } from '../errors.js';
import type { Credentials } from '../oauth/credentials.js';
import type { Platform, Refusal } from '../platforms/platform.js';
import type { HttpResponse } from '../ports.js';
import { isErrorBody, isPage } from '../server-words.js';
import { capitalized, quote } from '../untrusted-text.js';

/** What was presented in a rejected login, for the advice in its error. */
interface Presented {
  readonly credentials: Credentials;
  /** The advice about the workflow's ID token; undefined if none was presented. */
  readonly trust?: string | undefined;
  readonly issuer?: string | undefined;
}

/** Tells whether a response rejects a login; some servers return 200 with an error instead of a token. */
export function isRefusal(response: HttpResponse, { tokenFields, tokenStatus = response.status }: Platform): boolean {
  const body = errorBody(response);
  const hasToken = tokenFields.some((field) => typeof body[field] === 'string' && body[field] !== '');
  return !isSuccess(response) || response.status !== tokenStatus || (!hasToken && isErrorBody(body));
}

/**
 * Makes the error for a rejected login: its code is OAuth's if the server returned one, else it depends on the status.
 *
 * Code and description decide which advice fits, because the status of one fault differs between versions of a server:
 * 400 in one, 401 in the next.
 */
export function loginRefusal(exchange: Exchange, platform: Platform, presented: Presented): ActionError {
  const { response } = exchange;
  // Parsed once for all rows: a body may have 10 MiB.
  const body = errorBody(response);
  const { type } = presented.credentials.grant;
  const rows = platform.refusals.filter(({ grant = type }) => grant === type);
  const known = rows.find((row) => matchesRefusal(row, response.status, body));
  const isRequest = response.status === 400 && !isPage(response);
  const status = isRequest ? 'invalid_request' : codeOfStatus(response, 'invalid_client');
  const code = known?.code ?? oauthErrorOf(response) ?? status;
  const isCredential = code === 'invalid_client' || code === 'invalid_grant';
  const advice = known?.advice ?? (isCredential ? platform.loginAdvice : undefined);
  const isAboutTrust = known?.isTrusted !== true && (isCredential || code === 'unauthorized_client');
  const trust = isAboutTrust ? presented.trust : undefined;
  const client = known?.isTrusted === true ? undefined : clientAdvice(code, exchange, presented);
  return answerError(code, exchange, {
    title: NOT_REFUSED.includes(code) ? undefined : capitalized(`${platform.title} refused the login`),
    advice: advice ?? trust,
    also: [client ?? [], (advice && trust) ?? []].flat(),
  });
}

/** The codes of answers that do not judge the credentials. */
const NOT_REFUSED: readonly ErrorCode[] = ['server_failed', 'endpoint_not_found', 'response_invalid'];

/** The codes with which servers reject the authentication of a client. */
const ABOUT_CLIENT: readonly ErrorCode[] = ['invalid_client', 'unauthorized_client', 'invalid_request'];

/** Explains what the action itself chose, if the server may have rejected the login for that. */
function clientAdvice(code: ErrorCode, { request }: Exchange, presented: Presented): string | undefined {
  const { clientAuthentication: client, negotiable, addsScope, scope } = presented.credentials;
  if (code === 'invalid_scope' && addsScope === true && scope !== undefined) {
    return `The step requested the scope ${quote(scope)} itself, because \`whoami\` is true. If the client may not request it, remove \`whoami\``;
  }
  if (!ABOUT_CLIENT.includes(code)) {
    return undefined;
  }
  if (client.method === 'private_key_jwt') {
    const issuer = presented.issuer === undefined ? 'no issuer is set' : `the issuer is ${quote(presented.issuer)}`;
    const sent = `The signed assertion contains the \`aud\` ${quote(client.audience)}`;
    return `${sent}; ${issuer}, and the token endpoint is ${quote(request.url.href)}. If the server expects another \`aud\`, set it in \`assertion_audience\``;
  }
  if (negotiable && code !== 'invalid_request' && 'clientSecret' in client) {
    const other = client.method === 'client_secret_basic' ? 'client_secret_post' : 'client_secret_basic';
    return `The action chose \`client_authentication: ${client.method}\` itself. If the client is registered for the other method, set \`client_authentication: ${other}\``;
  }
  return undefined;
}

function matchesRefusal(row: Refusal, status: number, body: Readonly<Record<string, unknown>>): boolean {
  const { error, error_description: description } = body;
  return (
    row.error === (typeof error === 'string' ? error : undefined) &&
    (row.status ?? status) === status &&
    (row.description === undefined || (typeof description === 'string' && row.description.test(description)))
  );
}
