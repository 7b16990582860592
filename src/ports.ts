/** One request; `purpose` starts the sentence of an error, such as "The login". */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly purpose: string;
}

/** One whole answer, its body decoded as UTF-8. */
export interface HttpResponse {
  readonly status: number;
  /** Media type in lower case without parameters; empty when the server sent none. */
  readonly contentType: string;
  readonly body: string;
  /** The server's own number of the request (`X-Request-ID`), for its administrator. */
  readonly requestId?: string;
}

/**
 * Sends a request and gives the answer, whatever its status.
 *
 * @throws ActionError server_unreachable, redirect_refused, response_invalid, deadline_exceeded
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** Where the flow says what it does; each call is one line for the workflow's reader. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
}

/** The effects that the flow needs, handed in so that a test can hand in others. */
export interface Ports {
  readonly send: Send;
  /** Registers these texts and all their forms as masks, before it returns. */
  readonly mask: (texts: readonly string[]) => void;
  readonly now: () => Date;
  readonly log: Log;
}
