/**
 * When a request may be sent again after a failure that can pass; its value is the last moment at which it may.
 *
 * `always`: a second one does no harm (a GET, client credentials). `unanswered`: until an answer has begun (a password,
 * where each refusal counts towards a lock-out). `unsent`: only when it has certainly not left this process (a refresh
 * token that rotates, where a second use ends the session).
 */
export type Repeat = 'always' | 'unanswered' | 'unsent';

/** One request; `purpose` starts the sentence of an error, such as "The login". */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly purpose: string;
  /** Whether it goes to the runner's own service and not to the platform: then what the inputs say of TLS does not count. */
  readonly toRunner?: boolean;
  /** Left out, it is `always` for a GET and `unsent` for a POST. */
  readonly repeat?: Repeat;
  /** Makes the request anew for another try, where what it presents is taken only once. */
  readonly renew?: () => Promise<HttpRequest>;
}

/** One whole answer, its body decoded as UTF-8. */
export interface HttpResponse {
  readonly status: number;
  /** Media type in lower case without parameters; empty when the server sent none. */
  readonly contentType: string;
  readonly body: string;
  /** The challenge of a refusal (`WWW-Authenticate`), which may say what the body does not (RFC 6750 section 3). */
  readonly challenge?: string;
  /** The server's own number of the request (`X-Request-ID`), for its administrator. */
  readonly requestId?: string;
}

/**
 * Sends a request and gives the answer, whatever its status.
 *
 * @throws ActionError server_unreachable, server_untrusted, certificate_required, certificate_refused, proxy_refused,
 *   proxy_failed, redirect_refused, response_invalid, deadline_exceeded
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** Where the flow says what it does; each call is one line for the workflow's reader. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
}

/** Where the runner gives out ID tokens of this workflow, and the token that must be shown there. */
export interface IdTokenRequest {
  readonly url: string;
  readonly token: string;
}

/** The effects that the flow needs, handed in so that a test can hand in others. */
export interface Ports {
  readonly send: Send;
  /** Registers these texts and all their forms as masks, before it returns; `plain` are parts of them to leave open. */
  readonly mask: (texts: readonly string[], plain?: readonly string[]) => void;
  readonly now: () => Date;
  /** A UUID that nobody has used. */
  readonly newId: () => string;
  /** Undefined for a job that may not have ID tokens. */
  readonly idTokenRequest: () => IdTokenRequest | undefined;
  /** Waits so many milliseconds, inside the deadline of the run. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

/** A name and its value. */
export type Pair = readonly [name: string, value: string];
