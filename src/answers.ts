import { ActionError, type ErrorCode } from './errors.js';
import { isRecord, parseJson } from './json.js';
import type { HttpRequest, HttpResponse } from './ports.js';
import { quote } from './untrusted-text.js';

/** A request together with its answer. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
}

/** The address of a path below the base URL of a platform, whose own path stays in front. */
export function endpoint(base: URL, path: string): URL {
  return new URL(`${base.href.replace(/\/$/, '')}${path}`);
}

/** The header for a bearer token (RFC 6750 section 2.1); none where the client certificate is enough. */
export function authorizationOf(token: string | undefined): Readonly<Record<string, string>> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** Method, origin and path of a request: all that an error shows of it. */
export function describe(request: HttpRequest): string {
  return `${request.method} ${request.url.origin}${request.url.pathname}`;
}

/** Whether an answer is a success. */
export function isSuccess(response: HttpResponse): boolean {
  return response.status >= 200 && response.status < 300;
}

/**
 * Parses the body of a good answer.
 *
 * @throws ActionError response_invalid when it is empty, a web page, or no JSON
 */
export function readJson(exchange: Exchange): unknown {
  const { body } = exchange.response;
  if (body.trim() === '') {
    throw answerError('response_invalid', exchange, { what: 'with an empty body' });
  }
  if (isPage(exchange.response)) {
    throw answerError('response_invalid', exchange, { what: 'with a web page instead of JSON' });
  }
  try {
    return parseJson(body);
  } catch {
    // Without its cause: the message of a SyntaxError quotes the text around the fault, which may be a secret.
    throw answerError('response_invalid', exchange, { what: 'with JSON that is broken' });
  }
}

/** What an error says beside the request and the status. */
export interface AnswerProblem {
  /** What was wrong, as the rest of a sentence that ends in "answered 200". */
  readonly what?: string | undefined;
  readonly advice?: string | undefined;
}

/** An error about an answer: what was asked, the status, what is wrong, and on a refusal what the server said. */
export function answerError(
  code: ErrorCode,
  { request, response }: Exchange,
  problem: AnswerProblem = {},
): ActionError {
  const number = response.requestId === undefined ? '' : ` (X-Request-ID ${quote(response.requestId)})`;
  const what = problem.what === undefined ? '' : ` ${problem.what}`;
  const message = `${request.purpose} failed: ${describe(request)} answered ${response.status}${number}${what}`;
  return new ActionError(code, message, {
    said: isSuccess(response) ? undefined : wordsOf(response),
    advice: problem.advice,
  });
}

/** The code for a status that nobody explains better; `refused` is the one for 401 and 403. */
export function codeOfStatus(response: HttpResponse, refused: ErrorCode): ErrorCode {
  if (response.status === 401 || response.status === 403) {
    return refused;
  }
  if (response.status === 408 || response.status === 425 || response.status === 429 || response.status >= 500) {
    return 'server_failed';
  }
  return response.status === 404 || response.status === 405 ? 'endpoint_not_found' : 'response_invalid';
}

/** The members of an error body in JSON: OAuth's (RFC 6749 section 5.2), and the `{"error": "…"}` of other APIs. */
export function errorBody(response: HttpResponse): Readonly<Record<string, unknown>> {
  try {
    const body = parseJson(response.body);
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}

/** What the server says went wrong, raw; nothing for a page. */
function wordsOf(response: HttpResponse): string | undefined {
  if (isPage(response)) {
    return undefined;
  }
  const { error, error_description, message } = errorBody(response);
  const words = [error, error_description, message].filter((part) => typeof part === 'string' && part !== '');
  if (words.length > 0) {
    return words.join(': ');
  }
  const challenged = wordsOfChallenge(response.challenge ?? '');
  if (challenged !== '') {
    return challenged;
  }
  return response.contentType === 'text/plain' && response.body.trim() !== '' ? response.body : undefined;
}

/** The error of a challenge, such as `Bearer realm="x", error="invalid_token", error_description="expired"`. */
function wordsOfChallenge(challenge: string): string {
  return [...challenge.matchAll(/\b(?:error|error_description)="([^"]*)"/g)].map(([, words]) => words).join(': ');
}

/** Whether an answer is a web page. */
export function isPage(response: HttpResponse): boolean {
  return response.contentType === 'text/html' || /^\s*<(?:!doctype|html)/i.test(response.body);
}

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

/** Whether a host never leaves this machine (RFC 5735, RFC 4291, RFC 6761). */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}
