import { type Answer, json } from '../answers.js';
import { decodeSegments } from '../server/form.js';
import { noSuchPage, noSuchResource } from './errors.js';
import { dialectOf, type Realm } from './model.js';

/** The name of an endpoint of a realm. */
export type RealmRoute = 'discovery' | 'jwks' | 'token' | 'userinfo' | 'logout' | 'revoke';

/** The path of each endpoint, relative to the realm's path. Source: Keycloak, guide "OpenID Connect endpoints". */
export const REALM_PATHS: Readonly<Record<RealmRoute, string>> = {
  discovery: '/.well-known/openid-configuration',
  jwks: '/protocol/openid-connect/certs',
  token: '/protocol/openid-connect/token',
  userinfo: '/protocol/openid-connect/userinfo',
  logout: '/protocol/openid-connect/logout',
  revoke: '/protocol/openid-connect/revoke',
};

const ROUTES: readonly RealmRoute[] = ['discovery', 'jwks', 'token', 'userinfo', 'logout', 'revoke'];
const METADATA = '/.well-known/oauth-authorization-server';

/** Returns the path of a realm on its server. */
export function realmPath({ prefix, name }: Realm): string {
  return `${prefix}/realms/${encodeURIComponent(name)}`;
}

/** Returns the endpoint at a path, or the server's error if there is no endpoint. */
export function locate(realm: Realm, path: string): { readonly route: RealmRoute } | Answer {
  const { prefix } = realm;
  if (!path.startsWith(`${prefix}/`)) return noSuchPage();
  const below = path.slice(prefix.length);
  // RFC 8414 puts the well-known part before the issuer's path. Observed only on a server without a prefix.
  const isAppended = realm.other?.revocationIn === 'appended';
  if (below.startsWith(`${METADATA}/`) && prefix === '' && dialectOf(realm).wellKnownOfRfc8414 && !isAppended) {
    return locate(realm, `${below.slice(METADATA.length)}${REALM_PATHS.discovery}`);
  }
  const [, rawName, rest = ''] = /^\/realms\/([^/]+)(\/.*)?$/.exec(below) ?? [];
  if (rawName === undefined) return noSuchResource();
  if (decodeSegments(rawName)?.[0] !== realm.name) return json(404, { error: 'Realm does not exist' });
  if (rest === METADATA && isAppended) return { route: 'discovery' };
  const route = ROUTES.find((name) => REALM_PATHS[name] === rest);
  return route === undefined ? noSuchResource() : { route };
}
