import { describe } from '../answers.js';
import type { HttpRequest } from '../ports.js';
import type { Failure, NetworkProblem } from './failure.js';
import { isClosedConnection, networkProblem } from './network-problem.js';
import type { Progress } from './progress.js';
import { nameOfProxy } from './proxy.js';
import type { Route } from './routes.js';
import { CHECK_PORT } from './tls-problem.js';
import { connectionProblem } from './tunnel.js';

/** How a try was made, and how far it came. */
interface Try {
  readonly progress: Pick<Progress, 'sent' | 'answered'>;
  readonly route: Pick<Route, 'tunnel' | 'forwarder'>;
  readonly showsCertificate: boolean;
}

const CHECK_CHAIN =
  'the server may not accept the client certificate. Check that its chain is complete, that it is for clients, and that the server knows its authority';

/** Explains why a try of a request got no answer, and what may be the cause. */
export function failureOf(error: unknown, request: HttpRequest, tried: Try): Failure {
  const { sent, answered } = tried.progress;
  const { forwarder } = tried.route;
  const problem = forwarder !== undefined && !sent ? connectionProblem(forwarder, error) : networkProblem(error);
  const sentence = `${describe(request)} ${problem.what}: ${problem.why}`;
  const isClosed = !answered && forwarder === undefined && isClosedConnection(error);
  const closers = isClosed ? closersOf(request.url.protocol === 'https:', tried) : [];
  const close = closers.length === 0 ? undefined : `If this happens again, ${closers.join('. Otherwise, ')}`;
  const facts = proxyFacts(problem, tried);
  return { ...problem, advice: problem.advice ?? close, facts, sent, answered, cause: error, sentence };
}

/** Names the proxy that may have caused a failure. */
function proxyFacts({ code }: NetworkProblem, { progress, route: { tunnel, forwarder } }: Try): string[] {
  if (forwarder !== undefined && progress.sent && !progress.answered) {
    return [`The request uses ${nameOfProxy(forwarder)}, which may be the cause`];
  }
  return tunnel !== undefined && code === 'server_untrusted'
    ? [
        `The connection uses ${nameOfProxy(tunnel)}. A proxy that decrypts TLS presents certificates of another authority`,
      ]
    : [];
}

/** Lists why a server may close a new connection: it expects plain http, or TLS, or rejects the client certificate. */
function closersOf(isSecure: boolean, { progress, showsCertificate }: Try): string[] {
  if (!isSecure) {
    return ['the port may expect https. Write the address with https://'];
  }
  const plain = progress.sent ? [] : [`the port may use plain http. ${CHECK_PORT}`];
  return showsCertificate ? [...plain, CHECK_CHAIN] : plain;
}
