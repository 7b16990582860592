import { ActionError, describeFailure } from '../errors.js';
import { formatMinute } from '../json.js';
import type { Credentials } from '../oauth/credentials.js';
import { type AccessToken, readSuppliedToken } from '../oauth/token.js';
import type { Ports } from '../ports.js';
import type { Settings } from '../settings/settings.js';
import { lifetimeOf, noticeShortLifetime, tokenState } from './lifetime.js';
import { type Keep, type RequestedLogin, requestToken } from './requested.js';
import type { TokenCache } from './shared-token.js';

/**
 * A token and its origin: supplied by the workflow, shared by an earlier step of the job, or requested in this run.
 *
 * Without a token, the client certificate is the only credential.
 */
export type Login =
  | { readonly kind: 'supplied' | 'shared'; readonly token: AccessToken }
  | RequestedLogin
  | { readonly kind: 'certificate'; readonly token?: undefined };

/** Where a login finds the token of an earlier step, and saves its own. */
export interface LoginMemory {
  readonly cache?: TokenCache | undefined;
  readonly keep?: Keep;
}

/**
 * Gets a bearer token: the supplied one if it is valid for long enough, else a shared or a new one.
 *
 * @throws ActionError token_expired, invalid_token, id_token_unavailable, or the reason why the server rejected the login
 */
export async function login(settings: Settings, ports: Ports, memory: LoginMemory = {}): Promise<Login> {
  const { bearerToken, credentials, platform } = settings;
  const replace = async (own: Credentials) =>
    useSharedToken(memory.cache, ports) ?? requestToken({ ...settings, credentials: own }, ports, memory.keep);
  if (bearerToken === undefined) {
    return credentials === undefined ? useCertificateAlone(ports) : replace(credentials);
  }
  const token = readSuppliedToken(bearerToken, ports.now());
  if (tokenState(token, settings, ports.now()) === 'good') {
    return useSuppliedToken(token, ports);
  }
  if (credentials === undefined) {
    return useLastToken(token, settings, ports);
  }
  try {
    return await replace(credentials);
  } catch (error) {
    // The attempts may have taken longer than the token was still valid.
    const later = readSuppliedToken(bearerToken, ports.now());
    const isUsable = platform.keepsExpiringToken === true && tokenState(later, settings, ports.now()) === 'expiring';
    if (!isUsable || !(error instanceof ActionError)) {
      throw error;
    }
    ports.log.warning(`${describeFailure(error)}. The supplied token is used instead: ${lifetimeOf(later)}.`);
    return useSuppliedToken(later, ports);
  }
}

/** Uses a supplied token that nothing can replace, if it is still valid. @throws ActionError token_expired, invalid_token */
function useLastToken(token: AccessToken, settings: Settings, ports: Ports): Login {
  const name = settings.suppliedTokenName;
  const state = tokenState(token, settings, ports.now());
  if (state === 'expired' && token.expiresAt !== undefined) {
    const message = `The ${name} expired at ${formatMinute(token.expiresAt)}, and no credentials are set`;
    throw new ActionError('token_expired', message);
  }
  if (state === 'unrelated') {
    const message = `According to its claims \`aud\` and \`exp\`, the ${name} was not issued for the client in \`client_id\`, and no \`client_secret\` is set`;
    throw new ActionError('invalid_token', message);
  }
  if (settings.platform.keepsExpiringToken === true) {
    ports.log.warning(
      `The ${name} expires soon, and no credentials are set to request a new token: ${lifetimeOf(token)}.`,
    );
  }
  return useSuppliedToken(token, ports);
}

function useSuppliedToken(token: AccessToken, { log }: Ports): Login {
  log.info(`Using the supplied token: ${lifetimeOf(token)}.`);
  noticeShortLifetime(token, log);
  return { kind: 'supplied', token };
}

/** Uses the token that an earlier step saved, if there is one. */
function useSharedToken(cache: TokenCache | undefined, { mask, now, log }: Ports): Login | undefined {
  const token = cache?.read(now());
  if (token === undefined) {
    return undefined;
  }
  mask([token.value]);
  log.info(`Using the token that an earlier step of this job requested: ${lifetimeOf(token)}.`);
  noticeShortLifetime(token, log);
  return { kind: 'shared', token };
}

/** Continues without a token; the settings ensure that there is a client certificate. */
function useCertificateAlone({ log }: Ports): Login {
  log.info('No token requested: the client certificate is the only credential.');
  return { kind: 'certificate' };
}
