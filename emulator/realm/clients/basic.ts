import type { Answer } from '../../answers.js';
import { oauthError } from '../errors.js';
import { dialectOf, type Realm } from '../model.js';

/** The client credentials in a header. Both are missing without a header. */
export interface BasicCredentials {
  readonly id?: string;
  readonly secret?: string;
}

const BASIC = /^basic ([a-z0-9+/]+={0,2})$/i;

/**
 * Reads `Basic` credentials. Both parts are form-encoded before they are joined.
 * Source: RFC 6749 section 2.3.1; Keycloak, `BasicAuthHelper.RFC6749`, and answers of 26.7.3 to unencoded parts.
 */
export function readBasic(realm: Realm, header: string | undefined, hasClientId: boolean): BasicCredentials | Answer {
  if (header === undefined) return {};
  const [, encoded] = BASIC.exec(header) ?? [];
  if (encoded === undefined) {
    const headers = { 'www-authenticate': `Basic realm="${realm.name}"` };
    return hasClientId || !dialectOf(realm).challengesHeader ? {} : { status: 401, headers, body: '' };
  }
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  if (colon < 0) return {};
  const [id, secret] = [text.slice(0, colon), text.slice(colon + 1)].map(decodeForm);
  if (id === undefined || secret === undefined) {
    return oauthError(400, 'unauthorized_client', 'Unexpected error when authenticating client');
  }
  return { id, secret };
}

function decodeForm(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
