import { type Security, securitySecrets } from '../http/secure-context.js';
import type { Environment } from '../machine/environment.js';
import type { Credentials } from '../oauth/credentials.js';
import type { Settings } from '../settings/settings.js';

/** What tells one login from another, as two texts: what only its owner knows, and all else that is sent. */
export interface LoginIdentity {
  readonly secrets: string;
  readonly login: string;
}

/** The identity of a login; undefined for one that knows no secret. */
export function identityOf(
  settings: Settings,
  security: Security,
  surroundings: Pick<Environment, 'variable'>,
): LoginIdentity | undefined {
  const { credentials, platform, url, issuer, metadata } = settings;
  if (credentials === undefined) {
    return undefined;
  }
  const secrets = [...identitySecrets(credentials, surroundings), ...securitySecrets(security)];
  if (secrets.every((secret) => secret === '')) {
    return undefined;
  }
  const { clientId, grant, clientAuthentication, scope, audience } = credentials;
  const { identity, authorities, verify } = security;
  const named = {
    server: [platform.title, url.href, issuer, metadata?.tokenEndpoint.href],
    client: [clientId, clientAuthentication.method, 'key' in clientAuthentication && clientAuthentication.key.keyId],
    audiences: [clientAuthentication, grant].map((part) => ('idTokenAudience' in part ? part.idTokenAudience : null)),
    grant: [grant.type, grant.type === 'password' ? grant.username : null],
    wanted: [scope, audience],
    tls: [identity?.form === 'pem' ? identity.certificate : null, authorities, verify],
  };
  return { secrets: JSON.stringify(secrets), login: JSON.stringify(named) };
}

/** An ID token is new each time: the runner's token for it, which is the job's own, stands for it. */
function identitySecrets(
  { grant, clientAuthentication }: Credentials,
  { variable }: Pick<Environment, 'variable'>,
): string[] {
  const showsIdToken = 'idTokenAudience' in grant || 'idTokenAudience' in clientAuthentication;
  return [
    'clientSecret' in clientAuthentication ? clientAuthentication.clientSecret : '',
    'key' in clientAuthentication
      ? clientAuthentication.key.key.export({ type: 'pkcs8', format: 'pem' }).toString()
      : '',
    grant.type === 'password' ? grant.password : '',
    grant.type === 'refresh_token' ? grant.refreshToken : '',
    showsIdToken ? (variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN') ?? '') : '',
  ];
}
