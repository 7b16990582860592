import { ActionError, type ErrorCode, type ErrorDetails } from './errors.js';
import { isRecord, parseBody, parseJson } from './json.js';
import type { HttpRequest, HttpResponse } from './ports.js';
import { factsAbout, isErrorBody, isPage, readPage, waitAdvice, wordsIn, wordsOfChallenge } from './server-words.js';
import { LONGEST_ADDRESS, quote, untrusted } from './untrusted-text.js';

/** A request and its response. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
}

/** Returns the address of a path below the base URL of a platform; the path of the base URL is kept as a prefix. */
export function endpoint(base: URL, path: string): URL {
  return new URL(`${base.href.replace(/\/$/, '')}${path}`);
}

/** Returns the header for a bearer token (RFC 6750 section 2.1); empty if the client certificate is the only credential. */
export function authorizationOf(token: string | undefined): Readonly<Record<string, string>> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** Describes a request in an error: its method, origin and path, and nothing else. */
export function describe({ method, url }: HttpRequest): string {
  return `${method} ${untrusted(`${url.origin}${url.pathname}`, LONGEST_ADDRESS)}`;
}

/** Tells whether a response is successful. */
export function isSuccess(response: HttpResponse): boolean {
  return response.status >= 200 && response.status < 300;
}

/**
 * Parses the body of a successful response.
 *
 * @throws ActionError response_invalid if the body is empty, a web page, or not JSON
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
    // No cause: the message of a SyntaxError quotes the text around the fault, which may be a secret.
    throw answerError('response_invalid', exchange, { what: 'with invalid JSON' });
  }
}

/** What an error about a response adds to the request and the status. */
interface AnswerProblem extends Pick<ErrorDetails, 'advice' | 'also' | 'facts' | 'title'> {
  /** What was wrong, as the rest of a sentence after "answered 200". */
  readonly what?: string | undefined;
}

/** Makes an error about a response: the request, the status, what was wrong, and the server's words if it failed. */
export function answerError(code: ErrorCode, exchange: Exchange, problem: AnswerProblem = {}): ActionError {
  const { request, response } = exchange;
  const { status, requestId } = response;
  const id = requestId === undefined ? '' : `, X-Request-ID ${quote(requestId)}`;
  const what = problem.what === undefined ? '' : ` ${problem.what}`;
  const page = isPage(response) ? readPage(response.body) : undefined;
  const titled = page?.title === undefined ? '' : `; the page is titled ${quote(page.title)}`;
  return new ActionError(code, `${request.purpose} failed: the server answered ${status}${what}${titled}`, {
    title: status === 429 ? 'The server limits the number of requests' : problem.title,
    said: wordsOf(response),
    facts: [...(problem.facts ?? []), ...factsAbout(response)],
    advice: [problem.advice ?? [], page?.advice ?? [], waitAdvice(response)].flat(),
    also: problem.also,
    request: { text: `${describe(request)}${id}`, url: request.url, layer: 'answer' },
  });
}

/** Returns the error code for a status; `refused` is the code for 401 and 403. */
export function codeOfStatus(response: HttpResponse, refused: ErrorCode): ErrorCode {
  if (response.status === 401 || response.status === 403) {
    return refused;
  }
  if (response.status === 408 || response.status === 425 || response.status === 429 || response.status >= 500) {
    return 'server_failed';
  }
  if (response.status === 404 || response.status === 405) {
    return 'endpoint_not_found';
  }
  return wordsOfBody(response).length > 0 ? 'invalid_request' : 'response_invalid';
}

/** Returns the members of a body that is a JSON object, such as OAuth's errors (RFC 6749 section 5.2). */
export function errorBody(response: HttpResponse): Readonly<Record<string, unknown>> {
  const body = parseBody(response);
  return isRecord(body) ? body : {};
}

/** The error codes that a token endpoint may return (RFC 6749 sections 5.2 and 4.1.2.1; RFC 8707 section 2). */
const OAUTH_ERROR_CODES = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'access_denied',
  'invalid_target',
] as const satisfies readonly ErrorCode[];

/** Returns the OAuth error code in a response, wherever it is. */
export function oauthErrorOf(response: HttpResponse): ErrorCode | undefined {
  const words = [...wordsOfBody(response), ...wordsOfChallenge(response.challenge ?? '')];
  return words.flatMap((word) => OAUTH_ERROR_CODES.find((code) => code === word) ?? [])[0];
}

/** Returns the server's words in a body; a successful response without an error has none, and may contain secrets. */
function wordsOfBody(response: HttpResponse): string[] {
  const body = parseBody(response);
  const isProblem = response.contentType === 'application/problem+json';
  return !isSuccess(response) || isProblem || isErrorBody(body) ? wordsIn(body) : [];
}

/** Returns the server's own words about a failure, raw; undefined for a web page. */
function wordsOf(response: HttpResponse): string | undefined {
  if (isPage(response)) {
    return undefined;
  }
  const words = wordsOfBody(response);
  if (words.length > 0) {
    return words.join(': ');
  }
  if (wordsOfChallenge(response.challenge ?? '').length > 0) {
    // The whole challenge: a secret with a quotation mark in it can be removed only before the words are read.
    return response.challenge;
  }
  const isText = /^(?:text\/|(?:application\/(?:.+\+)?xml)?$)/.test(response.contentType);
  const isShown = isText && !isSuccess(response) && response.body.trim() !== '' && parseBody(response) === undefined;
  return isShown ? response.body : undefined;
}

/** Makes the error for a 401 to a request without a token; undefined for any other response. */
export function certificateAloneRefusal(exchange: Exchange, token: string | undefined): ActionError | undefined {
  if (exchange.response.status !== 401 || token !== undefined) {
    return undefined;
  }
  return answerError('input_missing', exchange, {
    what: 'because the client certificate alone is not sufficient',
    advice: 'Also set `client_id` and `client_secret`, or `bearer_token`',
  });
}
