import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SecureContext } from 'node:tls';
import { statusOf } from './body.js';
import { ExplainedError, type NetworkProblem } from './failure.js';
import { networkProblem } from './network-problem.js';
import type { Progress } from './progress.js';
import { addressOfProxy, loginToProxy, nameOfProxy, type ProxyServer } from './proxy.js';
import { mayPass } from './retry.js';

/** Node tries each address of a host for only 250 ms, too short for a distant one, which would never be reached (net.connect). */
export const PATIENT = { autoSelectFamilyAttemptTimeout: 2500 };

/** How TLS connections to one kind of server are made. */
export interface TlsUse {
  readonly context: () => SecureContext;
  readonly verify: boolean;
}

/** Makes the options of a connection to the proxy itself. */
export function proxyOptions(proxy: ProxyServer, { context, verify }: TlsUse) {
  const address = addressOfProxy(proxy);
  const servername = isIP(address.host) > 0 ? '' : address.host;
  return proxy.url.protocol === 'https:'
    ? { ...address, rejectUnauthorized: verify, servername, secureContext: context() }
    : address;
}

/** The server at the end of a tunnel, and the try that opens the tunnel. */
type TunnelEnd = { readonly host: string; readonly port: number; readonly progress: Progress };

/**
 * Opens a tunnel to a host and port through a proxy (RFC 9110 section 9.3.6).
 *
 * @throws ExplainedError
 */
export function openTunnel(proxy: ProxyServer, tls: TlsUse, { host, port, progress }: TunnelEnd): Promise<Duplex> {
  const authority = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  const isSecure = proxy.url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    progress.enter('connecting to the proxy');
    const request = (isSecure ? https : http).request({
      ...proxyOptions(proxy, tls),
      ...PATIENT,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, 'user-agent': 'bearer-login', ...loginToProxy(proxy) },
      agent: false,
    });
    progress.onCancel(() => request.destroy());
    request.once('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => progress.enter('waiting for the proxy'));
    });
    request.once('connect', (answer, socket, head) => {
      const status = statusOf(answer);
      if (status >= 200 && status < 300) {
        socket.unshift(head);
        return resolve(socket);
      }
      socket.destroy();
      reject(new ExplainedError(proxyRefusal(proxy, answer)));
    });
    request.once('error', (error) => reject(new ExplainedError(connectionProblem(proxy, error), error)));
    request.end();
  });
}

/** The `Server` of answers that these proxies make themselves. In answers that they forward, they keep the server's own. */
const PROXY_PROGRAM = /^(?:squid|tinyproxy|mitmproxy|zscaler)\b/i;

/** Tells whether a proxy certainly made an answer itself, instead of forwarding it; other proxies do not show this. */
export function isOfProxy(answer: IncomingMessage): boolean {
  const { server = '', 'x-squid-error': squidError } = answer.headers;
  const status = statusOf(answer);
  return status === 407 || (status >= 300 && (squidError !== undefined || PROXY_PROGRAM.test(server.toString())));
}

const NO_BASIC =
  'The proxy does not offer Basic, the only scheme that the action supports. Ask its administrator for another proxy';

const NO_LOGIN = [
  'requires a login, and the variable contains none',
  'Write the login into the variable, as in http://user:password@proxy.example.com:3128',
] as const;

const WRONG_LOGIN = [
  'does not accept the login in the variable',
  'Correct the login in the variable. Percent-encode the user name and the password',
] as const;

/** Explains the refusal of a proxy. For a wrong login, tinyproxy returns 401, and all other proxies 407. */
export function proxyRefusal(proxy: ProxyServer, answer: IncomingMessage): NetworkProblem {
  const status = statusOf(answer);
  const name = nameOfProxy(proxy);
  const refusal = { what: 'was not sent', said: answer.headers['x-squid-error']?.toString(), passes: false };
  if (status === 407 || status === 401) {
    const schemes = answer.headers['proxy-authenticate'];
    const isBasic = schemes === undefined || /(?:^|,)\s*basic\b/i.test(schemes.toString());
    const [why, how] = proxy.authorization === undefined ? NO_LOGIN : WRONG_LOGIN;
    return { ...refusal, code: 'proxy_refused', why: `${name} ${why} (${status})`, advice: isBasic ? how : NO_BASIC };
  }
  if (mayPass(status)) {
    const why = `${name} returned ${status}, which often means that the proxy cannot reach the host`;
    return { ...refusal, code: 'proxy_failed', why, passes: true };
  }
  return { ...refusal, code: 'proxy_refused', why: `${name} does not allow the request (${status})` };
}

/**
 * Explains why there is no connection to a proxy.
 *
 * A proxy that does not answer in HTTP may be starting; a wrong name or certificate of a proxy stays wrong.
 */
export function connectionProblem(proxy: ProxyServer, error: unknown): NetworkProblem {
  const { why, code, passes } = networkProblem(error);
  return {
    code: 'proxy_failed',
    what: 'was not sent',
    why: `the connection to ${nameOfProxy(proxy)} failed: ${why}`,
    passes: passes || code === 'response_invalid',
  };
}
