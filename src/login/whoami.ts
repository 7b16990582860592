import {
  answerError,
  authorizationOf,
  certificateAloneRefusal,
  codeOfStatus,
  type Exchange,
  isSuccess,
  readJson,
} from '../answers.js';
import { ActionError } from '../errors.js';
import { isRecord } from '../json.js';
import { discover } from '../oauth/discovery.js';
import type { Platform } from '../platforms/platform.js';
import type { HttpRequest, Ports } from '../ports.js';
import type { Settings } from '../settings/settings.js';
import { quote } from '../untrusted-text.js';
import type { Login } from './login.js';
import { ownClaims } from './python-claims.js';
import { metadataSource } from './requested.js';

/** What a platform returns about the user of a token. */
export type User = Readonly<Record<string, unknown>>;

/**
 * Finds out who the token's owner is, and prints the owner in one line.
 *
 * @throws ActionError invalid_token if the platform rejects the token, insufficient_scope, permission_denied
 */
export async function whoami(settings: Settings, login: Login, ports: Ports): Promise<User> {
  const { platform } = settings;
  const user =
    platform.whoami.from === 'claims' ? claimsOf(login, platform) : await requestUser(settings, login, ports);
  const shown = platform.whoami.shown.flatMap((name) => {
    const value = user[name];
    return typeof value === 'string' && value !== '' ? [`${name} ${quote(value)}`] : [];
  });
  ports.log.info(
    shown.length === 0
      ? "The platform did not return a name for the token's owner."
      : `The token belongs to ${shown.join(', ')}.`,
  );
  return user;
}

/** Reads the user from the claims of the token. @throws ActionError invalid_token for a token without claims */
function claimsOf({ token }: Login, platform: Platform): User {
  const claims = ownClaims(token?.claims, platform);
  if (claims === undefined) {
    throw new ActionError('invalid_token', '`whoami` is true, but the token contains no readable claims');
  }
  return claims;
}

async function requestUser(settings: Settings, login: Login, ports: Ports): Promise<User> {
  const { platform } = settings;
  const known = login.kind === 'requested' ? login.metadata : settings.metadata;
  // With `token_url`, the metadata of the issuer is not read before.
  const isRead = known?.userEndpoint !== undefined || settings.metadata === undefined;
  const metadata = known !== undefined && isRead ? known : await discover(metadataSource(settings), ports);
  if (metadata.userEndpoint === undefined) {
    const message = 'The input `whoami` is true, but the metadata of the issuer contains no userinfo_endpoint.';
    throw new ActionError('input_invalid', message);
  }
  const request: HttpRequest = {
    method: 'GET',
    url: metadata.userEndpoint,
    headers: { accept: 'application/json', ...authorizationOf(login.token?.value) },
    purpose: `The whoami request to ${platform.title}`,
  };
  const exchange = { request, response: await ports.send(request) };
  if (!isSuccess(exchange.response)) {
    throw certificateAloneRefusal(exchange, login.token?.value) ?? refusal(exchange, platform);
  }
  const user = readJson(exchange);
  // A proxy that mixes up answers could return that of the login, whose tokens would become the output `user`.
  if (!isRecord(user) || 'access_token' in user) {
    throw answerError('response_invalid', exchange, { what: 'with JSON that does not describe a user' });
  }
  return user;
}

function refusal(exchange: Exchange, { whoami: { scope, permission } }: Platform): ActionError {
  if (exchange.response.status !== 403) {
    return answerError(codeOfStatus(exchange.response, 'invalid_token'), exchange);
  }
  const facts = permission === undefined ? [] : [`The token is valid, but does not have ${permission}`];
  return answerError(scope === undefined ? 'permission_denied' : 'insufficient_scope', exchange, { facts });
}
