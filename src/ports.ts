/**
 * When a request may be sent again after a temporary failure.
 *
 * `always`: sending it twice is harmless (a GET, client credentials). `unanswered`: until a response has started (a
 * password: each refusal counts towards a lock-out). `unsent`: only if it certainly did not leave this process (a refresh
 * token that rotates: its second use ends the session).
 */
export type Repeat = 'always' | 'unanswered' | 'unsent';

/** One request; `purpose` is the subject of an error's sentence, such as "The login". */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly purpose: string;
  /** Whether the request goes to the runner's own service, where the inputs about TLS do not apply. */
  readonly toRunner?: boolean;
  /** Default: `always` for a GET, `unsent` for a POST. */
  readonly repeat?: Repeat;
  /** Makes a new request for each retry, if the server accepts its credential only once. */
  readonly renew?: () => Promise<HttpRequest>;
}

/** One complete response; its body is decoded as UTF-8. */
export interface HttpResponse {
  readonly status: number;
  /** Media type in lower case without parameters; empty if the server sent none. */
  readonly contentType: string;
  readonly body: string;
  /** The challenge (`WWW-Authenticate`), which can contain the error if the body does not (RFC 6750 section 3). */
  readonly challenge?: string | undefined;
  /** The server's ID of the request (`X-Request-ID`), for its administrator. */
  readonly requestId?: string | undefined;
  /** The proxy that forwarded the answer and may have made it itself, for messages; an API answers in JSON. */
  readonly proxy?: string | undefined;
  /** When the server accepts the next request (`Retry-After`). */
  readonly retryAt?: Date | undefined;
  /** How far the clock of this machine is ahead of the answer's `Date`, in ms. */
  readonly clockAheadMs?: number | undefined;
}

/**
 * Sends a request and returns the response, whatever its status.
 *
 * @throws ActionError server_unreachable, server_untrusted, certificate_required, certificate_refused, proxy_refused,
 *   proxy_failed, redirect_refused, response_invalid, deadline_exceeded
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** The log of the step; each call prints one line. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  /** Prints lines that a reader can unfold below a title. */
  group(title: string, lines: readonly string[]): void;
}

/** A line for the log that is printed later. */
export interface Remark {
  readonly level: Exclude<keyof Log, 'group'>;
  readonly text: string;
}

/** Where the runner issues ID tokens of this workflow, and the token that authorizes the request. */
export interface IdTokenRequest {
  readonly url: string;
  readonly token: string;
}

/** The effects that the flow needs. Tests pass their own. */
export interface Ports {
  readonly send: Send;
  /** Registers these texts and all their forms as masks before it returns, except the parts in `plain`. */
  readonly mask: (texts: readonly string[], plain?: readonly string[]) => void;
  /** Whether a text contains a registered mask, so that the log would hide a part of it. */
  readonly isMasked: (text: string) => boolean;
  /** Whether a signal has arrived; then no request is sent. */
  readonly isCancelled: () => boolean;
  readonly now: () => Date;
  /** Returns a new UUID. */
  readonly newId: () => string;
  /** Undefined if the job may not request ID tokens. */
  readonly idTokenRequest: () => IdTokenRequest | undefined;
  /** Waits a number of milliseconds, within the deadline of the run. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Announces similar requests; returns a function that tells how many of them at the same time are useful at the moment. */
  readonly expect: (requests: number) => () => number;
  /** Does a part of the run, and remembers whether it failed, for the summary of a failure. */
  readonly track: <T>(part: RunPart, work: () => Promise<T>) => Promise<T>;
  readonly log: Log;
}

/** The effects that the network adds to those of the runner. */
export type NetworkPort = 'send' | 'sleep' | 'expect';

/** A part of a run that sends requests. */
export type RunPart = 'login' | 'whoami' | 'list' | 'decrypt';

/** A name and its value. */
export type Pair = readonly [name: string, value: string];

/**
 * Tells whether the host of a URL is certainly this machine (RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3).
 *
 * A name such as `app.localhost` is not included: RFC 6761 reserves it, but a resolver may still send it to DNS.
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}
