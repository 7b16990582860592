import { errorBody, isSuccess, readJson } from './answers.js';
import { prepareAttempt } from './attempt.js';
import type { Credentials } from './credentials.js';
import { discover } from './discovery.js';
import { ActionError } from './errors.js';
import { quote } from './foreign-text.js';
import { loginRefusal } from './login-refusal.js';
import type { Ports } from './ports.js';
import type { ServerMetadata } from './server-metadata.js';
import type { Settings } from './settings.js';
import { judgeTokenAtHand, type Worth } from './token-at-hand.js';
import { buildTokenRequest } from './token-request.js';
import { type AccessToken, grantedScope, parseTokenResponse, secretsOf, tokenAtHand } from './token-response.js';

/** A token to work with, and whether this run got it from the server; none where the client certificate is enough. */
export interface Login {
  readonly token: AccessToken | undefined;
  readonly fetched: boolean;
  /** What the server said of itself, when it was asked. */
  readonly metadata?: ServerMetadata;
}

/**
 * Gets a bearer token: the one at hand while it lives long enough, else by the credentials.
 *
 * @throws ActionError token_expired, invalid_token, id_token_unavailable, or what the login was refused with
 */
export async function login(settings: Settings, ports: Ports): Promise<Login> {
  const { bearerToken, credentials } = settings;
  settings.warnings.forEach(ports.log.warning);
  const now = ports.now();
  if (bearerToken === undefined) {
    return credentials === undefined ? withoutToken(ports) : fetchToken(credentials, settings, ports);
  }
  const token = tokenAtHand(bearerToken, now);
  const worth = judgeTokenAtHand(token, settings, now);
  if (worth === 'good') {
    return use(token, ports);
  }
  if (credentials === undefined) {
    return keep(token, worth, { settings, ports });
  }
  try {
    return await fetchToken(credentials, settings, ports);
  } catch (error) {
    if (worth !== 'expiring' || settings.platform.keepsExpiringToken !== true || !(error instanceof ActionError)) {
      throw error;
    }
    ports.log.warning(`${error.message}. The token at hand is kept: ${lifeOf(token)}.`);
    return use(token, ports);
  }
}

/** Uses a token at hand for which there is no other, as long as it lives at all. */
function keep(
  token: AccessToken,
  worth: Worth,
  { settings, ports }: { readonly settings: Settings; readonly ports: Ports },
): Login {
  const name = settings.bearerTokenName;
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
  return use(token, ports);
}

function use(token: AccessToken, { log }: Ports): Login {
  log.info(`Using the bearer token at hand: ${lifeOf(token)}.`);
  return { token, fetched: false };
}

/** The settings have seen to it that there is a client certificate then. */
function withoutToken({ log }: Ports): Login {
  log.info('No login: the client certificate alone stands for the client.');
  return { token: undefined, fetched: false };
}

async function fetchToken(credentials: Credentials, settings: Settings, ports: Ports): Promise<Login> {
  const { platform, url } = settings;
  const metadata = settings.metadata ?? (await discover(settings.issuer ?? url.href, ports));
  const { attempt, trust } = await prepareAttempt(credentials, metadata, ports);
  const request = buildTokenRequest(platform, metadata.tokenEndpoint, attempt);
  const response = await ports.send(request);
  if (!isSuccess(response) || response.status !== (platform.tokenStatus ?? response.status)) {
    ports.mask(secretsOf(errorBody(response)));
    throw loginRefusal({ request, response }, platform, { credentials: attempt.credentials, trust });
  }
  const body = readJson({ request, response });
  ports.mask(secretsOf(body));
  const context = { platform, now: ports.now(), grant: credentials.grant.type };
  const token = parseTokenResponse(body, { request, response }, context);
  const granted = grantedScope(body, credentials.scope);
  if (granted !== undefined) {
    ports.log.info(`The server granted another scope than it was asked for: ${quote(granted)}.`);
  }
  ports.log.info(`Logged in to ${platform.title} at ${url.origin}: ${lifeOf(token)}.`);
  return { token, fetched: true, metadata };
}

function lifeOf(token: AccessToken): string {
  return token.expiresAt === undefined
    ? 'how long the token lives is not known'
    : `the token lives ${token.expiresIn} s, until ${token.expiresAt.toISOString()}`;
}
