import type { NetworkProblem } from './network-problem.js';

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
export function telltaleOf(status: number, body: string): NetworkProblem | undefined {
  return status === 400 ? TELLTALES.find(({ text }) => text.test(body))?.problem : undefined;
}
