import { errorBody, isSuccess, readJson } from '../answers.js';
import { ActionError } from '../errors.js';
import { isTakenOnce, type Presentation, preparePresentation } from '../oauth/client-proof.js';
import type { Credentials } from '../oauth/credentials.js';
import { discover, type ServerMetadata } from '../oauth/discovery.js';
import { type AccessToken, readSuppliedToken } from '../oauth/token.js';
import type { Ports } from '../ports.js';
import type { Settings } from '../settings/settings.js';
import { lifeOf, noticeShortLife, type TokenState, tokenState } from './lifetime.js';
import { loginRefusal } from './refusal.js';
import type { TokenCache } from './shared-token.js';
import { buildTokenRequest } from './token-request.js';
import { parseTokenResponse, type RefreshToken, refreshTokenOf, remarksOn, tokenSecrets } from './token-response.js';

/** A token to work with, and whether this run got it from the server; none where the client certificate is enough. */
export interface Login {
  readonly token: AccessToken | undefined;
  readonly fetched: boolean;
  /** Whether an earlier step of the job got it, which will end it. */
  readonly shared?: boolean;
  /** What the server said of itself, when it was asked. */
  readonly metadata?: ServerMetadata;
  /** What the client was known by, as negotiated with the server. */
  readonly credentials?: Credentials;
  /** The refresh token of a session that this login has begun. */
  readonly refresh?: RefreshToken | undefined;
}

/**
 * Gets a bearer token: the one at hand while it lives long enough, else by the credentials.
 *
 * @throws ActionError token_expired, invalid_token, id_token_unavailable, or what the login was refused with
 */
export async function login(settings: Settings, ports: Ports, cache?: TokenCache): Promise<Login> {
  const { bearerToken, credentials } = settings;
  settings.warnings.forEach(ports.log.warning);
  const now = ports.now();
  if (bearerToken === undefined) {
    return credentials === undefined
      ? useCertificateAlone(ports)
      : (useSharedToken(cache, ports) ?? fetchToken(credentials, settings, ports));
  }
  const token = readSuppliedToken(bearerToken, now);
  const worth = tokenState(token, settings, now);
  if (worth === 'good') {
    return useSuppliedToken(token, ports);
  }
  if (credentials === undefined) {
    return keepExpiringToken(token, worth, { settings, ports });
  }
  try {
    return useSharedToken(cache, ports) ?? (await fetchToken(credentials, settings, ports));
  } catch (error) {
    if (worth !== 'expiring' || settings.platform.keepsExpiringToken !== true || !(error instanceof ActionError)) {
      throw error;
    }
    // The tries may have taken longer than the token still had to live.
    const later = readSuppliedToken(bearerToken, ports.now());
    if (tokenState(later, settings, ports.now()) !== 'expiring') {
      throw error;
    }
    ports.log.warning(`${error.message}. The token at hand is kept: ${lifeOf(later)}.`);
    return useSuppliedToken(later, ports);
  }
}

/** Uses a token at hand for which there is no other, as long as it lives at all. */
function keepExpiringToken(
  token: AccessToken,
  worth: TokenState,
  { settings, ports }: { readonly settings: Settings; readonly ports: Ports },
): Login {
  const name = settings.suppliedTokenName;
  if (worth === 'expired') {
    const when = token.expiresAt?.toISOString() ?? 'an unknown time';
    throw new ActionError('token_expired', `The ${name} expired at ${when}, and no credentials are given`);
  }
  if (worth === 'foreign') {
    const message = `The ${name} is not one of the client in \`client_id\`, by its claims \`aud\` and \`exp\`, and no \`client_secret\` is given`;
    throw new ActionError('invalid_token', message);
  }
  if (settings.platform.keepsExpiringToken === true) {
    ports.log.warning(`The ${name} expires soon, and no credentials are given to replace it: ${lifeOf(token)}.`);
  }
  return useSuppliedToken(token, ports);
}

function useSuppliedToken(token: AccessToken, { log }: Ports): Login {
  log.info(`Using the bearer token at hand: ${lifeOf(token)}.`);
  noticeShortLife(token, log);
  return { token, fetched: false };
}

/** Uses the token that an earlier step has left, if there is one. */
function useSharedToken(cache: TokenCache | undefined, { mask, now, log }: Ports): Login | undefined {
  const token = cache?.read(now());
  if (token === undefined) {
    return undefined;
  }
  mask([token.value]);
  log.info(`Using the token that an earlier step of this job has got: ${lifeOf(token)}.`);
  noticeShortLife(token, log);
  return { token, fetched: false, shared: true };
}

/** The settings have seen to it that there is a client certificate then. */
function useCertificateAlone({ log }: Ports): Login {
  log.info('No login: the client certificate alone stands for the client.');
  return { token: undefined, fetched: false };
}

async function fetchToken(credentials: Credentials, settings: Settings, ports: Ports): Promise<Login> {
  const { platform, url, tls } = settings;
  const source = { issuer: settings.issuer ?? url.href, verified: tls.verify, mutual: tls.client !== undefined };
  const metadata = settings.metadata ?? (await discover(source, ports));
  const prepare = () => preparePresentation(credentials, metadata, ports);
  const build = (attempt: Presentation) => buildTokenRequest(platform, metadata.tokenEndpoint, attempt);
  const { presentation: attempt, trust } = await prepare();
  const request = {
    ...build(attempt),
    ...(isTakenOnce(attempt) ? { renew: async () => build((await prepare()).presentation) } : {}),
  };
  const response = await ports.send(request);
  if (!isSuccess(response) || response.status !== (platform.tokenStatus ?? response.status)) {
    ports.mask(tokenSecrets(errorBody(response)));
    throw loginRefusal({ request, response }, platform, { credentials: attempt.credentials, trust });
  }
  const body = readJson({ request, response });
  ports.mask(tokenSecrets(body));
  const context = { platform, now: ports.now(), grant: credentials.grant.type };
  const token = parseTokenResponse(body, { request, response }, context);
  remarksOn(body, credentials, platform).forEach(ports.log.info);
  ports.log.info(`Logged in to ${platform.title} at ${url.origin}: ${lifeOf(token)}.`);
  noticeShortLife(token, ports.log);
  const refresh = refreshTokenOf(body, context);
  return { token, fetched: true, metadata, credentials: attempt.credentials, refresh };
}
