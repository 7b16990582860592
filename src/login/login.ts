import { errorBody, isSuccess, readJson } from '../answers.js';
import { ActionError } from '../errors.js';
import { isTakenOnce, type Presentation, preparePresentation } from '../oauth/client-proof.js';
import type { Credentials } from '../oauth/credentials.js';
import { discover, type ServerMetadata } from '../oauth/discovery.js';
import { type AccessToken, readSuppliedToken } from '../oauth/token.js';
import type { Ports } from '../ports.js';
import type { Settings } from '../settings/settings.js';
import { lifetimeOf, noticeShortLifetime, tokenState } from './lifetime.js';
import { loginRefusal } from './refusal.js';
import type { TokenCache } from './shared-token.js';
import { buildTokenRequest } from './token-request.js';
import {
  parseTokenResponse,
  type RefreshToken,
  refreshTokenOf,
  responseRemarks,
  tokenSecrets,
} from './token-response.js';

/**
 * A token and its origin: supplied by the workflow, shared by an earlier step of the job, or requested in this run.
 *
 * Without a token, the client certificate is the only credential.
 */
export type Login =
  | { readonly kind: 'supplied' | 'shared'; readonly token: AccessToken }
  | RequestedLogin
  | { readonly kind: 'certificate'; readonly token?: undefined };

/** A token that this run requested, and what the post step needs to revoke it. */
export interface RequestedLogin {
  readonly kind: 'requested';
  readonly token: AccessToken;
  readonly metadata: ServerMetadata;
  /** The credentials as negotiated with the server. */
  readonly credentials: Credentials;
  /** The refresh token of a session that this login started. */
  readonly refresh: RefreshToken | undefined;
}

/**
 * Gets a bearer token: the supplied one if it is valid for long enough, else a shared or a new one.
 *
 * @throws ActionError token_expired, invalid_token, id_token_unavailable, or the reason why the server rejected the login
 */
export async function login(settings: Settings, ports: Ports, cache?: TokenCache): Promise<Login> {
  const { bearerToken, credentials, platform } = settings;
  const replace = async (own: Credentials) => useSharedToken(cache, ports) ?? requestToken(own, settings, ports);
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
    ports.log.warning(`${error.message}. The supplied token is used instead: ${lifetimeOf(later)}.`);
    return useSuppliedToken(later, ports);
  }
}

/** Uses a supplied token that nothing can replace, if it is still valid. @throws ActionError token_expired, invalid_token */
function useLastToken(token: AccessToken, settings: Settings, ports: Ports): Login {
  const name = settings.suppliedTokenName;
  const state = tokenState(token, settings, ports.now());
  if (state === 'expired' && token.expiresAt !== undefined) {
    const message = `The ${name} expired at ${token.expiresAt.toISOString()}, and no credentials are set`;
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

async function requestToken(credentials: Credentials, settings: Settings, ports: Ports): Promise<RequestedLogin> {
  const { platform, url, security } = settings;
  const { verify: verified, identity } = security;
  const source = { issuer: settings.issuer ?? url.href, verified, mutual: identity !== undefined };
  const metadata = settings.metadata ?? (await discover(source, ports));
  const prepare = () => preparePresentation(credentials, metadata, ports);
  const build = (presented: Presentation) => buildTokenRequest(platform, metadata.tokenEndpoint, presented);
  const presentation = await prepare();
  const request = {
    ...build(presentation),
    ...(isTakenOnce(presentation) ? { renew: async () => build(await prepare()) } : {}),
  };
  const response = await ports.send(request);
  if (!isSuccess(response) || response.status !== (platform.tokenStatus ?? response.status)) {
    ports.mask(tokenSecrets(errorBody(response)));
    throw loginRefusal({ request, response }, platform, presentation);
  }
  const body = readJson({ request, response });
  ports.mask(tokenSecrets(body));
  const context = { platform, now: ports.now(), grant: credentials.grant.type };
  const token = parseTokenResponse(body, { request, response }, context);
  responseRemarks(body, credentials, platform).forEach(ports.log.info);
  ports.log.info(`Logged in to ${platform.title} at ${url.origin}: ${lifetimeOf(token)}.`);
  noticeShortLifetime(token, ports.log);
  const refresh = refreshTokenOf(body, context);
  return { kind: 'requested', token, metadata, credentials: presentation.credentials, refresh };
}
