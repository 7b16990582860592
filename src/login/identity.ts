import { type Security, securitySecrets } from '../http/secure-context.js';
import type { Environment } from '../machine/environment.js';
import { clientSecrets, saveClient } from '../oauth/saved-client.js';
import type { Settings } from '../settings/settings.js';

/**
 * Describes everything that a token depends on, as one text: steps that log in alike, and only those, have the same text.
 *
 * The text contains the secrets of the login, so it serves as a key and is never written anywhere. Undefined for a login
 * without a secret, since anybody could compute that text.
 */
export function identityOf(
  settings: Settings,
  security: Security,
  environment: Pick<Environment, 'variable'>,
): string | undefined {
  const { credentials, platform, url, issuer, metadata } = settings;
  if (credentials === undefined) {
    return undefined;
  }
  const { grant, clientAuthentication, scope, audience } = credentials;
  const client = saveClient(credentials);
  // GitHub issues a new ID token on every request, so the token that requests it represents the job.
  const presentsIdToken = 'idTokenAudience' in grant || 'idTokenAudience' in clientAuthentication;
  const jobToken = presentsIdToken ? environment.variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN') : undefined;
  const isSecret = grant.type === 'password' || grant.type === 'refresh_token' || jobToken !== undefined;
  if (!isSecret && clientSecrets(client).length === 0 && securitySecrets(security).length === 0) {
    return undefined;
  }
  const server = [platform.title, url.href, issuer, metadata?.tokenEndpoint.href];
  return JSON.stringify({ server, client, grant, jobToken, scope, audience, security });
}
