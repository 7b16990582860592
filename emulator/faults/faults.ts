/** The options of each kind of fault. `unknown` means that a kind has no options. */
export interface FaultOptions {
  /** Another status. The body is a JSON error unless `body` and `contentType` are set. */
  readonly status: { readonly status: number; readonly body?: string; readonly contentType?: string };
  /** Another answer: its status, headers and body. */
  readonly answer: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string | readonly string[]>>;
    readonly body?: string | Buffer;
  };
  /** Status 200 with a login page in HTML. */
  readonly html: unknown;
  /** Status 200 with an empty body. */
  readonly empty: unknown;
  /** Half of the real body, with a matching Content-Length. */
  readonly 'broken-json': unknown;
  /** A part of the real body (default: half) with a greater Content-Length, then the connection closes. */
  readonly cut: { readonly part?: number };
  /** A part of the real body (default: half) in chunks, then the connection closes before the last chunk. */
  readonly 'cut-chunked': { readonly part?: number };
  /** No answer at all; the connection stays open. */
  readonly stall: unknown;
  /** Half of the headers; the connection stays open. */
  readonly 'stall-headers': unknown;
  /** The headers and half of the body; the connection stays open. */
  readonly 'stall-body': unknown;
  /** A connection reset before the answer. */
  readonly reset: unknown;
  /** A connection reset after half of the headers. */
  readonly 'reset-headers': unknown;
  /** A connection reset after half of the body. */
  readonly 'reset-body': unknown;
  /** A redirect. Default status: 302. */
  readonly redirect: { readonly location: string; readonly status?: number };
  /** A body of this many MiB. Default: a body without an end. */
  readonly huge: { readonly mebibytes?: number };
  /** The real answer, one byte every `ms` milliseconds. */
  readonly drip: { readonly ms: number };
  /** The real answer, compressed although the client did not accept compression. */
  readonly gzip: unknown;
}

/** A kind of fault that replaces or damages the answer. */
export type DamageKind = keyof FaultOptions;

/** A fault that replaces or damages the answer. */
export type Damage<K extends DamageKind = DamageKind> = { [P in K]: { readonly kind: P } & FaultOptions[P] }[K];

/** A delay of the answer, which can be combined with a fault that damages it: a time in ms, or an event. */
export type Delay =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'held'; readonly until: Promise<unknown> };

/** A fault that delays, replaces or damages the answer. */
export type Fault = Damage | Delay;

/** The requests of a route that a fault applies to. Requests are counted from the moment the fault is set. */
export interface When {
  /** Only the request with this number, from 1. */
  readonly nth?: number;
  /** Only the first requests, up to this number. */
  readonly first?: number;
  /** Only requests for the setting with this `_key`. Other requests are not counted. */
  readonly key?: string;
}
