import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { codeOf } from '../errors.js';
import { ExplainedError, type NetworkProblem } from './failure.js';
import { whyUnreachable } from './network-problem.js';
import { bareHost } from './no-proxy.js';
import type { Progress } from './progress.js';
import { nameOfProxy, type ProxyServer } from './proxy.js';
import { mayPass } from './retry.js';

/** Node gives each address of a host 250 ms, in which a far one cannot answer: it would never be reached (net.connect). */
export const PATIENT = { autoSelectFamilyAttemptTimeout: 2500 };

/** How the connection to a proxy is secured, when it is one of https. */
export interface ProxySecurity {
  readonly context: () => SecureContext | undefined;
  readonly verify: boolean;
}

/** Where the tunnel leads, and whose it is. */
export interface TunnelTarget {
  readonly host: string;
  readonly port: number | string;
  readonly progress: Progress;
}

/** The options of a connection to the proxy itself. */
export function proxyOptions(
  { url }: ProxyServer,
  security: ProxySecurity,
): RequestOptions & { secureContext?: SecureContext } {
  const host = bareHost(url.hostname);
  const isSecure = url.protocol === 'https:';
  const context = isSecure ? security.context() : undefined;
  return {
    host,
    port: url.port || (isSecure ? 443 : 80),
    ...(isSecure ? { rejectUnauthorized: security.verify, servername: isIP(host) > 0 ? '' : host } : {}),
    ...(context === undefined ? {} : { secureContext: context }),
  };
}

/**
 * Asks a proxy for a tunnel to a host and port (RFC 9110 section 9.3.6).
 *
 * @throws ExplainedError
 */
export function openTunnel(proxy: ProxyServer, security: ProxySecurity, target: TunnelTarget): Promise<Socket> {
  const { progress } = target;
  const host = isIP(target.host) === 6 ? `[${target.host}]` : target.host;
  const authority = `${host}:${target.port}`;
  const login = proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization };
  const module = proxy.url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    progress.enter('connecting to the proxy');
    const request = module.request({
      ...proxyOptions(proxy, security),
      ...PATIENT,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, 'user-agent': 'bearer-login', ...login },
      agent: false,
    });
    progress.endBy(() => request.destroy());
    request.once('socket', (socket) => {
      const ready = proxy.url.protocol === 'https:' ? 'secureConnect' : 'connect';
      socket.once(ready, () => progress.enter('waiting for the proxy'));
    });
    request.once('connect', (answer, socket, head) => {
      if (answer.statusCode !== undefined && answer.statusCode >= 200 && answer.statusCode < 300) {
        socket.unshift(head);
        return resolve(socket as Socket);
      }
      socket.destroy();
      reject(new ExplainedError(proxyProblem(proxy, answer)));
    });
    request.once('error', (error) => {
      const what = `was not sent: ${nameOfProxy(proxy)} did not take it: ${whyUnreachable(error)}`;
      reject(new ExplainedError({ code: 'proxy_failed', what, passes: !isPermanent(error) }, error));
    });
    request.end();
  });
}

/** What a proxy's own refusal means; a wrong login is 401 for tinyproxy, and 407 for everybody else. */
export function proxyProblem(proxy: ProxyServer, answer: IncomingMessage): NetworkProblem {
  const status = answer.statusCode ?? 0;
  const name = nameOfProxy(proxy);
  const said = answer.headers['x-squid-error']?.toString();
  if (status === 407 || status === 401) {
    const schemes = answer.headers['proxy-authenticate'];
    const isBasic = schemes === undefined || /(?:^|,)\s*basic\b/i.test(schemes.toString());
    const advice = isBasic ? undefined : 'It does not offer the scheme Basic, and the action knows no other';
    const what =
      proxy.authorization === undefined
        ? `was not sent: ${name} wants a login, and the variable holds none`
        : `was not sent: ${name} does not accept the login in the variable`;
    return { code: 'proxy_refused', what: `${what} (${status})`, advice, said, passes: false };
  }
  if (mayPass(status)) {
    const what = `was not sent: ${name} answered ${status}, often since it does not reach the host itself`;
    return { code: 'proxy_failed', what, said, passes: true };
  }
  return { code: 'proxy_refused', what: `was not sent: ${name} does not allow it (${status})`, said, passes: false };
}

/** A proxy whose name or certificate is wrong stays so. */
function isPermanent(error: Error): boolean {
  return /^(?:ENOTFOUND|EPROTO|ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/.test(codeOf(error));
}
