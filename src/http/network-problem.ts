import { codeOf } from '../json.js';
import { ExplainedError, type NetworkProblem, unusableAnswer } from './failure.js';
import { tlsProblem } from './tls-problem.js';

type Row = readonly [what: string, why: string, permanent?: 'permanent'];

/** Node's error codes (errno(3), https://nodejs.org/api/dns.html#error-codes) and what they mean to the user. */
const PROBLEMS: Readonly<Record<string, Row>> = {
  ENOTFOUND: ['was not sent', 'the host name is unknown', 'permanent'],
  EAI_AGAIN: ['was not sent', 'the host name cannot be resolved at the moment'],
  ECONNREFUSED: ['was refused', 'nothing listens on this port of the host'],
  EHOSTUNREACH: ['did not reach the host', 'there is no route to the host'],
  ENETUNREACH: ['did not reach the host', 'there is no route to the network of the host'],
  ETIMEDOUT: ['did not reach the host', 'the host does not answer'],
  ECONNRESET: ['got no answer', 'the connection was closed before the answer'],
  EPIPE: ['got no answer', 'the connection was closed before the answer'],
};

/** The errors of Node's HTTP parser (https://nodejs.org/api/errors.html). */
const PARSER_ERROR = /^HPE_/;

/** Explains an error of Node's network stack; if several addresses were tried (AggregateError), that of the first. */
export function networkProblem(error: unknown): NetworkProblem {
  if (error instanceof ExplainedError) {
    return error.problem;
  }
  const code = codeOf(error);
  if (PARSER_ERROR.test(code)) {
    return unusableAnswer(`the answer is not HTTP (${code})`).problem;
  }
  const [what, why, permanent] = PROBLEMS[code] ?? ['failed on the network', 'the cause is unknown'];
  const passes = permanent === undefined;
  return tlsProblem(error, code) ?? { code: 'server_unreachable', what, why: `${why} (${code})`, passes };
}

/** Tells whether an error means that the other side closed the connection; for a kept connection, this is normal. */
export function isClosedConnection(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes(codeOf(error));
}
