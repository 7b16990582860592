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

/** What a platform says of the user of a token. */
export type User = Readonly<Record<string, unknown>>;

/**
 * Asks whom the token belongs to, if that is wanted, and says it in one line.
 *
 * @throws ActionError invalid_token when the platform refuses the token, insufficient_scope, permission_denied
 */
export async function whoami(settings: Settings, login: Login, ports: Ports): Promise<User | undefined> {
  if (!settings.whoami) {
    return undefined;
  }
  const { platform } = settings;
  const user =
    platform.whoami.from === 'claims' ? claimsOf(login, platform) : await askUserEndpoint(settings, login, ports);
  const shown = platform.whoami.shown.flatMap((name) => {
    const value = user[name];
    return typeof value === 'string' && value !== '' ? [`${name} ${quote(value)}`] : [];
  });
  ports.log.info(`The token belongs to ${shown.length === 0 ? 'somebody without a name' : shown.join(', ')}.`);
  return user;
}

/** @throws ActionError invalid_token for a token without claims */
function claimsOf({ token }: Login, platform: Platform): User {
  const claims = ownClaims(token?.claims, platform);
  if (claims === undefined) {
    throw new ActionError('invalid_token', '`whoami` is given, but the token has no claims that could be read');
  }
  return claims;
}

async function askUserEndpoint(settings: Settings, login: Login, ports: Ports): Promise<User> {
  const { platform, url } = settings;
  const metadata =
    login.metadata ??
    settings.metadata ??
    (await discover({ issuer: settings.issuer ?? url.href, verified: settings.tls.verify }, ports));
  if (metadata.userEndpoint === undefined) {
    throw new ActionError('input_invalid', 'The input `whoami` is true, but the issuer names no userinfo_endpoint.');
  }
  const request: HttpRequest = {
    method: 'GET',
    url: metadata.userEndpoint,
    headers: { accept: 'application/json', ...authorizationOf(login.token?.value) },
    purpose: `Asking ${platform.title} whom the token belongs to`,
  };
  const response = await ports.send(request);
  if (!isSuccess(response)) {
    throw (
      certificateAloneRefusal({ request, response }, login.token?.value) ?? refusal({ request, response }, platform)
    );
  }
  const user = readJson({ request, response });
  if (!isRecord(user)) {
    throw answerError('response_invalid', { request, response }, { what: 'with JSON that is no object' });
  }
  return user;
}

function refusal(exchange: Exchange, { whoami: { scope, permission } }: Platform): ActionError {
  if (exchange.response.status !== 403) {
    return answerError(codeOfStatus(exchange.response, 'invalid_token'), exchange);
  }
  const advice = permission && `The token is good, but lacks ${permission}`;
  return answerError(scope === undefined ? 'permission_denied' : 'insufficient_scope', exchange, { advice });
}
