import http from 'node:http';
import https from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { HttpRequest } from '../ports.js';
import { type Progress, watchSocket } from './progress.js';
import { type NetworkEnvironment, type ProxyServer, proxyOf } from './proxy.js';
import { contextOf, type Security } from './secure-context.js';
import { openTunnel, PATIENT, proxyOptions, type TlsUse } from './tunnel.js';
import { begin, type WatchedOptions, watched } from './watched-agent.js';

/** How a request reaches its host. */
export interface Route {
  readonly agent: http.Agent;
  /** The proxy that receives the request itself, because the address is plain http. */
  readonly forwarder: ProxyServer | undefined;
  /** The proxy that opens a tunnel to the host. */
  readonly tunnel: ProxyServer | undefined;
}

/** All routes of one run. */
export interface Routes {
  /** Finds the route of a request; `fresh` opens a new connection, since the server may have closed a kept one. */
  find(request: Pick<HttpRequest, 'url' | 'toRunner'>, fresh: boolean): Route;
  /** Closes the idle connections: if the server closed one of them, it probably closed others also. */
  forgetIdle(): void;
  close(): void;
}

/** What an agent needs to know about the servers that it connects to. */
interface Destination {
  readonly tls: TlsUse;
  readonly proxy: ProxyServer | undefined;
  /** TLS towards an https proxy, which is always verified and never receives the client certificate. */
  readonly proxyTls: TlsUse;
  readonly keepAlive: boolean;
}

type Callback = (error: Error | null, socket: Duplex) => void;

/** Opens direct routes and routes through proxies; connections are kept alive. */
export function openRoutes(security: Security, environment: NetworkEnvironment): Routes {
  const extra = environment.NODE_EXTRA_CA_CERTS;
  const { authorities, verify } = security;
  const context = contextOf({ authorities }, extra);
  const platform = { context: contextOf(security, extra), verify };
  // `tls_verify` and the client certificate are for the platform alone, not for the runner's service or a proxy.
  const verified = { context, verify: true };
  const agents = new Map<string, http.Agent>();
  return {
    find({ url, toRunner = false }, fresh) {
      const proxy = proxyOf(url, environment);
      const isSecure = url.protocol === 'https:';
      const name = `${url.protocol} ${proxy?.url.href} ${fresh} ${toRunner}`;
      const target = { tls: toRunner ? verified : platform, proxy, proxyTls: verified, keepAlive: !fresh };
      const agent = agents.get(name) ?? watched((isSecure ? secureAgent : plainAgent)(target));
      agents.set(name, agent);
      return { agent, forwarder: isSecure ? undefined : proxy, tunnel: isSecure ? proxy : undefined };
    },
    forgetIdle() {
      for (const socket of [...agents.values()].flatMap((agent) => Object.values(agent.freeSockets).flat())) {
        socket?.destroy();
      }
    },
    close() {
      for (const agent of agents.values()) {
        agent.destroy();
      }
    },
  };
}

/** Makes an agent that connects to https hosts, directly or through a tunnel. */
function secureAgent({ tls, proxy, proxyTls, keepAlive }: Destination): https.Agent {
  const agent = new https.Agent({ keepAlive, rejectUnauthorized: tls.verify, ...PATIENT });
  const connect = agent.createConnection.bind(agent);
  const secure = (options: WatchedOptions & { socket?: Duplex }, progress: Progress) => {
    const withContext = { ...options, secureContext: tls.context() };
    return watchSocket(connect(withContext), progress, 'secureConnect');
  };
  agent.createConnection = (options: WatchedOptions, callback?: Callback) => {
    const progress = begin(options);
    if (proxy === undefined) {
      return secure(options, progress);
    }
    const target = { host: String(options.host), port: Number(options.port), progress };
    openTunnel(proxy, proxyTls, target)
      .then((socket) => {
        progress.enter('in the TLS handshake');
        callback?.(null, secure({ ...options, socket }, progress));
      })
      // Node ignores the socket if there is an error, but its type requires one.
      .catch((error) => callback?.(error, new Socket()));
    return undefined;
  };
  return agent;
}

/** Makes an agent that connects to plain http hosts, or to the proxy that forwards requests to them. */
function plainAgent({ proxy, proxyTls, keepAlive }: Destination): http.Agent {
  const agent = new http.Agent({ keepAlive, ...PATIENT });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options: WatchedOptions) => {
    const progress = begin(options, proxy);
    if (proxy?.url.protocol !== 'https:') {
      return watchSocket(connect(options), progress, 'connect');
    }
    const toProxy = { ...options, ...proxyOptions(proxy, proxyTls) };
    return watchSocket(new https.Agent().createConnection(toProxy), progress, 'secureConnect');
  };
  return agent;
}
