import { readFileSync } from 'node:fs';
import { asActionError } from '../errors.js';
import { type NetworkEnvironment, networkOf } from '../http/proxy.js';
import { type Security, securitySecrets } from '../http/secure-context.js';
import { openTransport } from '../http/transport.js';
import { digestOf } from '../machine/files.js';
import type { Log, Ports } from '../ports.js';
import { quote } from '../untrusted-text.js';
import type { CleanupReport } from './clean-up.js';
import { clientSecrets } from './client.js';
import { isRevocation, type Revocation, type RevocationPlan } from './plan.js';
import { describeResult, revokeAll, until } from './revoke.js';

/** The bounds of a post step: a job shall not wait for a token's end. */
const BOUNDS = {
  timeoutSeconds: 10,
  retries: 2,
  longestWaitMs: 2000,
  limits: { connectMs: 3000, silenceMs: 4000 },
} as const;

/**
 * Ends the token of this step, where it can be, and says how that went; it never throws.
 *
 * All files that it needs are read before it returns for the first time.
 */
export async function revokeToken(
  end: RevocationPlan | undefined,
  variables: NetworkEnvironment,
  ports: Omit<Ports, 'send' | 'sleep'>,
): Promise<CleanupReport> {
  if (end === undefined) {
    return { line: '', failed: false };
  }
  if (!isRevocation(end)) {
    const line = `The token was not ended, since ${end.reason}; it stays valid ${until(end.expiresAt)}.`;
    return { line, failed: false };
  }
  try {
    ports.mask([
      ...clientSecrets(end.client),
      ...securitySecrets(end.security),
      ...end.steps.map(({ token }) => token),
    ]);
    const security = { ...end.security, authorities: readAuthorities(end) };
    const environment = networkOf(variables, ports.mask);
    return await revokeOver({ security, environment }, end, ports);
  } catch (error) {
    const { message } = asActionError(error);
    return { line: `The token could not be ended, and stays valid ${until(end.expiresAt)}: ${message}.`, failed: true };
  }
}

/** The authorities that main has left. @throws Error when they are gone or are others now: then no server is trusted */
function readAuthorities({ authorities }: Revocation): string[] {
  if (authorities === undefined) {
    return [];
  }
  const content = readFileSync(authorities.path, 'utf8');
  if (digestOf(content) !== authorities.digest) {
    throw new Error('the file with the authorities of this step has changed');
  }
  return [content];
}

async function revokeOver(
  way: { readonly security: Security; readonly environment: NetworkEnvironment },
  ending: Revocation,
  ports: Omit<Ports, 'send' | 'sleep'>,
): Promise<CleanupReport> {
  // Each try would be a line, and the end is to be one.
  const log: Log = { ...ports.log, info: ports.log.debug };
  const { send, sleep, close } = openTransport({ ...BOUNDS, ...way, log });
  try {
    const { sentence, failed, error } = describeResult(ending, await revokeAll(ending, { ...ports, log, send, sleep }));
    if (error === undefined) {
      return { line: sentence, failed };
    }
    const said = error.said === undefined ? '' : `: ${quote(error.said.slice(0, 300))}`;
    return { line: `${sentence}. ${error.message}${said}.`, failed };
  } finally {
    close();
  }
}
