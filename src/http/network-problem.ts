import type { ErrorCode } from '../errors.js';

/** What ended a request before an answer: an error code and the end of a sentence that starts with the request. */
export interface NetworkProblem {
  readonly code: ErrorCode;
  readonly what: string;
}

/** Node's error codes (errno(3), https://nodejs.org/api/tls.html) and what they mean to the user. */
const PROBLEMS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'was not sent: no such host is known',
  EAI_AGAIN: 'was not sent: the name of the host could not be resolved now',
  ECONNREFUSED: 'was refused: nothing listens on this port of the host',
  EHOSTUNREACH: 'did not reach the host: there is no route to it',
  ENETUNREACH: 'did not reach the host: there is no route to its network',
  ETIMEDOUT: 'did not reach the host: it does not answer',
  ECONNRESET: 'got no answer: the connection was closed before one came',
  EPIPE: 'got no answer: the connection was closed before one came',
  EPROTO: 'failed in the TLS handshake: is this a port for plain http?',
  SELF_SIGNED_CERT_IN_CHAIN: 'was not sent: the certificate of the host comes from an unknown authority',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'was not sent: the certificate of the host is signed by itself',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'was not sent: the certificate of the host comes from an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'was not sent: the certificate of the host comes from an unknown authority',
  ERR_TLS_CERT_ALTNAME_INVALID: 'was not sent: the certificate of the host is for another name',
  CERT_HAS_EXPIRED: 'was not sent: the certificate of the host has expired',
};

/** The answer came, but it was no HTTP: Node's parser names its errors so (https://nodejs.org/api/errors.html). */
const PARSER_ERROR = /^HPE_/;

/** Explains an error of Node's network stack, of one attempt or of several addresses tried (AggregateError). */
export function networkProblem(error: unknown): NetworkProblem {
  const code = codeOf(error);
  if (PARSER_ERROR.test(code)) {
    return { code: 'response_invalid', what: `got an answer that is not HTTP (${code})` };
  }
  return { code: 'server_unreachable', what: `${PROBLEMS[code] ?? 'failed on the network'} (${code})` };
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return error instanceof AggregateError ? codeOf(error.errors[0]) : 'no code';
}
