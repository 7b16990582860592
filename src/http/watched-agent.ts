import type http from 'node:http';
import { isIP } from 'node:net';
import { unusableAnswer } from './failure.js';
import { bareHost } from './no-proxy.js';
import type { Progress } from './progress.js';
import type { ProxyServer } from './proxy.js';

declare module 'node:http' {
  /** The part of Node's "Agent-like Object" that the types leave out. */
  interface Agent {
    addRequest(request: http.ClientRequest, options: WatchedOptions): void;
  }
}

/** The options of a request, with the try that it belongs to; Node passes all of them to the agent. */
export type WatchedOptions = http.RequestOptions & { progress?: Progress };

/** Lets the try of each request cancel it, which the library does not expose. */
export function watched(agent: http.Agent): http.Agent {
  const add = agent.addRequest.bind(agent);
  agent.addRequest = (request, options) => {
    const { progress } = options;
    progress?.onCancel(() => request.destroy());
    // Without a listener, Node closes the connection, and the library waits forever.
    request.once('upgrade', (_message, socket) => {
      socket.destroy();
      progress?.fail(unusableAnswer('the server switches to another protocol (101), which the request does not allow'));
    });
    add(request, options);
  };
  return agent;
}

/** Reports that a connection is opened for this try, to a host or to the proxy that forwards the request to it. */
export function begin({ progress, host }: WatchedOptions, forwarder?: ProxyServer): Progress {
  if (progress === undefined) {
    throw new Error('a request without its progress');
  }
  progress.opened = true;
  progress.sent = false;
  const needsNoName = forwarder !== undefined || isIP(bareHost(String(host))) > 0;
  progress.enter(needsNoName ? 'connecting' : 'looking up the name of the host');
  return progress;
}
