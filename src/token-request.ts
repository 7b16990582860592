import { endpoint } from './answers.js';
import type { ClientAuthentication, Credentials, Grant } from './credentials.js';
import type { Platform } from './platforms/platform.js';
import type { HttpRequest } from './ports.js';

/** Builds the request for a token; the credentials are in the body, never in the URL (RFC 6749 section 3.2). */
export function buildTokenRequest(platform: Platform, url: URL, credentials: Credentials): HttpRequest {
  const form = new URLSearchParams([
    ...grantParameters(credentials.grant),
    ['client_id', credentials.clientId],
    ...clientParameters(credentials.clientAuthentication),
  ]);
  return {
    method: 'POST',
    url: endpoint(url, platform.tokenPath),
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    purpose: `The login to ${platform.title}`,
  };
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2 */
function grantParameters(grant: Grant): [string, string][] {
  return [['grant_type', grant.type]];
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
function clientParameters(authentication: ClientAuthentication): [string, string][] {
  return [['client_secret', authentication.clientSecret]];
}
