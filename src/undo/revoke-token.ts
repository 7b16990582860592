import { join } from 'node:path';
import { ActionError, asActionError, describeFailure } from '../errors.js';
import { type NetworkEnvironment, networkOf } from '../http/proxy.js';
import { securitySecrets } from '../http/secure-context.js';
import { openTransport } from '../http/transport.js';
import type { Variables } from '../machine/environment.js';
import { digestOf } from '../machine/files.js';
import { findFolder, readOwnFile } from '../machine/own-folder.js';
import { clientSecrets } from '../oauth/saved-client.js';
import type { Log, NetworkPort, Ports } from '../ports.js';
import type { CleanupReport } from './clean-up.js';
import type { Revocation, RevocationPlan } from './plan.js';
import { describeResults, notRevoked, revokeAll, until } from './revocation-request.js';
import { AUTHORITIES_FILE } from './state.js';

/** The limits of a post step: a revocation must not delay the job. */
const LIMITS = {
  timeoutSeconds: 10,
  retries: 2,
  longestWaitMs: 2000,
  limits: { connectMs: 3000, silenceMs: 4000 },
} as const;

/**
 * Revokes the token of this step as planned, and describes the result; it never throws.
 *
 * It reads every file that it uses before its first wait, so that the caller can remove the files right after the call.
 */
export async function revokeToken(
  plan: RevocationPlan,
  variables: NetworkEnvironment & Variables,
  ports: Omit<Ports, NetworkPort>,
): Promise<CleanupReport> {
  if (plan.steps === undefined) {
    return { line: notRevoked(plan.reason, until(plan.expiresAt)), failed: false };
  }
  try {
    const tokens = plan.steps.map(({ token }) => token);
    ports.mask([...clientSecrets(plan.client), ...securitySecrets(plan.security), ...tokens]);
    return await sendRevocation(plan, variables, ports);
  } catch (error) {
    const why = describeFailure(asActionError(error));
    const line = `The token could not be revoked and stays valid ${until(plan.expiresAt)}. ${why}.`;
    return { line, failed: true };
  }
}

async function sendRevocation(
  plan: Revocation,
  variables: NetworkEnvironment & Variables,
  ports: Omit<Ports, NetworkPort>,
): Promise<CleanupReport> {
  const security = { ...plan.security, authorities: readAuthorities(plan, variables['RUNNER_TEMP']) };
  const environment = networkOf(variables, ports.mask);
  // The post step prints one line, so single attempts are only debug lines.
  const log: Log = { ...ports.log, info: ports.log.debug };
  const { send, sleep, expect, close } = openTransport({ ...LIMITS, security, environment, log });
  try {
    return describeResults(plan, await revokeAll(plan, { ...ports, log, send, sleep, expect }));
  } finally {
    close();
  }
}

/** Reads the authorities that main saved; without them no server is trusted. @throws ActionError certificate_unusable */
function readAuthorities({ authorities }: Revocation, temp = ''): string[] {
  if (authorities === undefined) {
    return [];
  }
  try {
    const folder = findFolder(temp, authorities.folder);
    const content = folder === undefined ? '' : readOwnFile(join(folder, AUTHORITIES_FILE));
    if (digestOf(content) === authorities.digest) {
      return [content];
    }
  } catch {
    // Missing, or not the file of this step.
  }
  const message = 'The file with the authorities of `ca_certificate` is missing or was changed after the login';
  throw new ActionError('certificate_unusable', message);
}
