/** What each kind of fault needs to know; `unknown` needs nothing. */
export interface FaultOptions {
  /** Another status; a JSON error unless a body and its type are given. */
  readonly status: { readonly status: number; readonly body?: string; readonly contentType?: string };
  /** Any answer at all. */
  readonly answer: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string | readonly string[]>>;
    readonly body?: string | Buffer;
  };
  /** Status 200 and a login page. */
  readonly html: unknown;
  /** Status 200 without a body. */
  readonly empty: unknown;
  /** Half of the real body, correctly framed. */
  readonly 'broken-json': unknown;
  /** A part (half) of the real body under a longer Content-Length, then the end of the connection. */
  readonly cut: { readonly part?: number };
  /** The same in chunks, without the last one. */
  readonly 'cut-chunked': { readonly part?: number };
  /** Nothing, ever. */
  readonly stall: unknown;
  /** Half of the header block, then nothing. */
  readonly 'stall-headers': unknown;
  /** The headers and half of the body, then nothing. */
  readonly 'stall-body': unknown;
  /** The connection is reset before an answer. */
  readonly reset: unknown;
  /** The connection is reset in the midst of the headers. */
  readonly 'reset-headers': unknown;
  /** The connection is reset in the midst of the body. */
  readonly 'reset-body': unknown;
  /** A redirect, 302 unless a status is given. */
  readonly redirect: { readonly location: string; readonly status?: number };
  /** A body of so many MiB; without a number it never ends. */
  readonly huge: { readonly mebibytes?: number };
  /** The real answer, a byte each so many ms. */
  readonly drip: { readonly ms: number };
  /** The real answer compressed, though nobody asked for it. */
  readonly gzip: unknown;
}

/** A kind of fault that replaces or damages the answer. */
export type DamageKind = keyof FaultOptions;

/** A fault that replaces or damages the answer. */
export type Damage<K extends DamageKind = DamageKind> = { [P in K]: { readonly kind: P } & FaultOptions[P] }[K];

/** A fault as plain data; a latency delays the answer and goes together with any other fault. */
export type Fault = Damage | { readonly kind: 'latency'; readonly ms: number };

/** Which requests of a route a fault is for; requests are counted from the moment the fault is set. */
export interface When {
  /** Only the request with this number, from 1. */
  readonly nth?: number;
  /** Only so many requests, the first ones. */
  readonly first?: number;
  /** Only requests for this setting's `_key`; they alone are counted then. */
  readonly key?: string;
}
