import { errorBody, isSuccess, readJson } from './answers.js';
import { ActionError } from './errors.js';
import type { Ports } from './ports.js';
import type { Settings } from './settings.js';
import { buildTokenRequest } from './token-request.js';
import { type AccessToken, loginRefusal, parseTokenResponse, secretsOf, tokenAtHand } from './token-response.js';

/** A token to work with, and whether this run got it from the server. */
export interface Login {
  readonly token: AccessToken;
  readonly fetched: boolean;
}

/**
 * Gets a bearer token: the one at hand while it lives long enough, else by the credentials.
 *
 * @throws ActionError token_expired, or what the login was refused with
 */
export async function login(settings: Settings, ports: Ports): Promise<Login> {
  const { bearerToken, credentials, platform } = settings;
  const now = ports.now();
  const atHand = bearerToken === undefined ? undefined : tokenAtHand(bearerToken, now);
  const left = (atHand?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime();
  if (atHand !== undefined && left > (credentials === undefined ? 0 : platform.leewaySeconds * 1000)) {
    ports.log.info(`Using the bearer token at hand: ${lifeOf(atHand)}.`);
    return { token: atHand, fetched: false };
  }
  if (credentials === undefined) {
    const when = atHand?.expiresAt?.toISOString() ?? 'an unknown time';
    throw new ActionError('token_expired', `The \`bearer_token\` expired at ${when}, and no credentials are given`);
  }
  const request = buildTokenRequest(platform, settings.url, credentials);
  const response = await ports.send(request);
  if (!isSuccess(response)) {
    ports.mask(secretsOf(errorBody(response)));
    throw loginRefusal({ request, response }, platform);
  }
  const body = readJson({ request, response });
  ports.mask(secretsOf(body));
  const token = parseTokenResponse(body, { request, response }, { platform, now: ports.now() });
  ports.log.info(`Logged in to ${platform.title} at ${settings.url.origin}: ${lifeOf(token)}.`);
  return { token, fetched: true };
}

function lifeOf(token: AccessToken): string {
  return token.expiresAt === undefined
    ? 'how long the token lives is not known'
    : `the token lives ${token.expiresIn} s, until ${token.expiresAt.toISOString()}`;
}
