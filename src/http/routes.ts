import http, { type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import type { HttpRequest } from '../ports.js';
import { bareHost } from './no-proxy.js';
import { type Progress, watchSocket } from './progress.js';
import { type NetworkEnvironment, type ProxyServer, proxyOf } from './proxy.js';
import { contextOf, type Security } from './secure-context.js';
import { openTunnel, PATIENT, type ProxySecurity, proxyOptions } from './tunnel.js';

/** The options of a request, which Node hands on to the agent as they are, with what belongs to this try. */
export type WatchedOptions = RequestOptions & { progress?: Progress };

/** How a request gets to its host. */
export interface Route {
  readonly agent: http.Agent;
  /** The proxy that gets the request itself, since the address is one of plain http; else a proxy gives a tunnel. */
  readonly forwarder: ProxyServer | undefined;
  /** The proxy that gives a tunnel. */
  readonly tunnel: ProxyServer | undefined;
}

/** The ways of one run to the network. */
export interface Routes {
  /** The route for a request; `alone` where it may not meet a connection that was closed meanwhile. */
  find(request: Pick<HttpRequest, 'url' | 'toRunner'>, alone: boolean): Route;
  /** Forgets the kept connections: the one that was closed is seldom the only one. */
  forgetIdle(): void;
  close(): void;
}

/** What all routes share. */
interface Shared {
  readonly security: Security;
  readonly context: () => SecureContext;
  /** A proxy gets no client certificate. */
  readonly towardsProxy: ProxySecurity;
}

type Callback = (error: Error | null, socket: Socket) => void;

/** Opens routes with kept-alive connections, direct ones and tunnels. */
export function openRoutes(security: Security, environment: NetworkEnvironment): Routes {
  const extra = environment.NODE_EXTRA_CA_CERTS;
  const { authorities, verify } = security;
  const towardsProxy = { context: contextOf({ authorities, verify }, extra), verify };
  const platform = { security, context: contextOf(security, extra), towardsProxy };
  // The runner's service is always verified and never gets the client certificate, whatever the inputs say of the platform.
  const trusted = { authorities, verify: true };
  const runner = { security: trusted, context: contextOf(trusted, extra), towardsProxy };
  const agents = new Map<string, http.Agent>();
  return {
    find({ url, toRunner = false }, alone) {
      const proxy = proxyOf(url, environment);
      const isSecure = url.protocol === 'https:';
      const name = `${url.protocol} ${proxy?.url.href ?? ''} ${alone} ${toRunner}`;
      const shared = toRunner ? runner : platform;
      const agent = agents.get(name) ?? (isSecure ? secureAgent : plainAgent)(shared, proxy, !alone);
      agents.set(name, agent);
      return { agent, forwarder: isSecure ? undefined : proxy, tunnel: isSecure ? proxy : undefined };
    },
    forgetIdle() {
      for (const agent of agents.values()) {
        for (const sockets of Object.values(agent.freeSockets)) {
          for (const socket of sockets ?? []) {
            socket.destroy();
          }
        }
      }
    },
    close() {
      for (const agent of agents.values()) {
        agent.destroy();
      }
    },
  };
}

/** Connects to a host of https, straight or in a tunnel of a proxy's. */
function secureAgent({ security, context, towardsProxy }: Shared, proxy: ProxyServer | undefined, keepAlive: boolean) {
  const agent = new https.Agent({ keepAlive, rejectUnauthorized: security.verify, ...PATIENT });
  const connect = agent.createConnection.bind(agent);
  const secure = (options: WatchedOptions & { socket?: Socket }, progress: Progress) => {
    const socket = connect({ ...options, secureContext: context() } as RequestOptions) as Socket;
    watchSocket(socket, progress, 'secureConnect');
    return socket;
  };
  agent.createConnection = ((options: WatchedOptions, callback: Callback) => {
    const progress = begin(options);
    if (proxy === undefined) {
      return secure(options, progress);
    }
    const target = { host: String(options.host), port: Number(options.port), progress };
    openTunnel(proxy, towardsProxy, target)
      .then((socket) => {
        progress.enter('in the TLS handshake');
        callback(null, secure({ ...options, socket }, progress));
      })
      // The type wants a socket, which Node does not look at beside an error.
      .catch((error) => callback(error, undefined as unknown as Socket));
    return undefined;
  }) as typeof agent.createConnection;
  return agent;
}

/** Connects to a host of plain http, or to the proxy that hands such a request on. */
function plainAgent({ towardsProxy }: Shared, proxy: ProxyServer | undefined, keepAlive: boolean) {
  const agent = new http.Agent({ keepAlive, ...PATIENT });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = ((options: WatchedOptions) => {
    const progress = begin(options);
    const isSecure = proxy?.url.protocol === 'https:';
    const socket = proxy && isSecure ? secureProxy(options, proxyOptions(proxy, towardsProxy)) : connect(options);
    watchSocket(socket as Socket, progress, isSecure ? 'secureConnect' : 'connect');
    return socket;
  }) as typeof agent.createConnection;
  return agent;
}

function secureProxy(options: WatchedOptions, toProxy: RequestOptions) {
  return new https.Agent().createConnection({ ...options, ...toProxy });
}

/** Notes that a connection is made for this try. */
function begin({ progress, host }: WatchedOptions): Progress {
  if (progress === undefined) {
    throw new Error('a request without its progress');
  }
  progress.opened = true;
  progress.sent = false;
  progress.enter(isIP(bareHost(String(host))) > 0 ? 'connecting' : 'looking up the name of the host');
  return progress;
}
