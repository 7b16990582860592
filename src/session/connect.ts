import type { TlsInputs } from '../certificates/tls-inputs.js';
import { type NetworkEnvironment, networkOf } from '../http/proxy.js';
import { DEFAULT_SECURITY, type Security } from '../http/secure-context.js';
import { openTransport } from '../http/transport.js';
import type { Ports } from '../ports.js';
import type { Settings } from '../settings/settings.js';

/** The ports of a run; `close` ends every connection, also during a request, and the deadline. */
export interface Connection {
  readonly ports: Ports;
  /** The TLS settings, also for the requests of the post step. */
  readonly security: Security;
  readonly close: () => void;
}

/**
 * Opens the only way to the network of a run, as its settings and the runner's variables define it.
 *
 * @throws ActionError certificate_unusable, input_missing
 */
export async function connect(
  { tls, timeoutSeconds, retries }: Pick<Settings, 'tls' | 'timeoutSeconds' | 'retries'>,
  variables: NetworkEnvironment,
  ports: Omit<Ports, 'send' | 'sleep'>,
): Promise<Connection> {
  const environment = networkOf(variables, ports.mask);
  const security = await securityOf(tls, ports);
  const { send, sleep, close } = openTransport({ timeoutSeconds, retries, security, environment, log: ports.log });
  return { ports: { ...ports, send, sleep }, security, close };
}

/** Loads the code that reads certificates only if there are some. */
async function securityOf(tls: TlsInputs, ports: Pick<Ports, 'mask' | 'log' | 'now'>): Promise<Security> {
  if (tls.client === undefined && tls.authorities === undefined && tls.verify) {
    return DEFAULT_SECURITY;
  }
  const { loadSecurity } = await import('../certificates/client-certificate.js');
  return loadSecurity(tls, ports);
}
