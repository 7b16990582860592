import { codeOf } from '../errors.js';
import { ExplainedError, type NetworkProblem } from './failure.js';
import { tlsProblem } from './tls-problem.js';

/** A page in place of an answer, with which a server says that TLS is not as it wants it. */
interface Telltale {
  readonly text: RegExp;
  readonly problem: NetworkProblem;
}

/** What servers answer with status 400 where the fault is one of TLS (nginx ngx_http_special_response.c, Go net/http server.go, Apache ssl_engine_kernel.c). */
const TELLTALES: readonly Telltale[] = [
  {
    text: /No required SSL certificate was sent/i,
    problem: {
      code: 'certificate_required',
      what: 'was refused: the server wants a client certificate',
      advice: 'Give one in `pkcs12`, or in `certificate` and `private_key`',
      passes: false,
    },
  },
  {
    text: /The SSL certificate error/i,
    problem: {
      code: 'certificate_refused',
      what: 'was refused: the server does not accept the client certificate',
      passes: false,
    },
  },
  {
    text: /plain HTTP request was sent to HTTPS port|sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled server port/i,
    problem: {
      code: 'server_unreachable',
      what: 'was refused: this port speaks https',
      advice: 'Write `url` with https://',
      passes: false,
    },
  },
];

/** The fault of TLS that an answer tells of, if it does. */
export function tlsErrorPage(status: number, body: string): NetworkProblem | undefined {
  return status === 400 ? TELLTALES.find(({ text }) => text.test(body))?.problem : undefined;
}

/** What a request meets: how its sentence goes on, why, and whether it is for good. */
type Row = readonly [verb: string, why: string, permanent?: 'permanent'];

/** Node's error codes (errno(3), https://nodejs.org/api/dns.html#error-codes) and what they mean to the user. */
const PROBLEMS: Readonly<Record<string, Row>> = {
  ENOTFOUND: ['was not sent', 'no such host is known', 'permanent'],
  EAI_AGAIN: ['was not sent', 'the name of the host could not be resolved now'],
  ECONNREFUSED: ['was refused', 'nothing listens on this port of the host'],
  EHOSTUNREACH: ['did not reach the host', 'there is no route to it'],
  ENETUNREACH: ['did not reach the host', 'there is no route to its network'],
  ETIMEDOUT: ['did not reach the host', 'it does not answer'],
  ECONNRESET: ['got no answer', 'the connection was closed before one came'],
  EPIPE: ['got no answer', 'the connection was closed before one came'],
};

/** The answer came, but it was no HTTP: Node's parser names its errors so (https://nodejs.org/api/errors.html). */
const PARSER_ERROR = /^HPE_/;

/** Explains an error of Node's network stack, of one attempt or of several addresses tried (AggregateError). */
export function networkProblem(error: unknown): NetworkProblem {
  if (error instanceof ExplainedError) {
    return error.problem;
  }
  const code = codeOf(error);
  if (PARSER_ERROR.test(code)) {
    return { code: 'response_invalid', what: `got an answer that is not HTTP (${code})`, passes: false };
  }
  const [verb, why, permanent] = PROBLEMS[code] ?? ['failed on the network', ''];
  const what = `${verb}${why === '' ? '' : `: ${why}`} (${code})`;
  return tlsProblem(error, code) ?? { code: 'server_unreachable', what, passes: permanent === undefined };
}

/** Why a proxy was not reached, as a clause. */
export function whyUnreachable(error: unknown): string {
  const code = codeOf(error);
  const why =
    PROBLEMS[code]?.[1] ??
    tlsProblem(error, code)
      ?.what.replace(/^was not sent: /, '')
      .replace(/ \(.*$/, '');
  return why === undefined ? code : `${why} (${code})`;
}

/** Whether an error is what comes of a kept connection that the other side has closed meanwhile. */
export function isClosedConnection(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes(codeOf(error));
}
