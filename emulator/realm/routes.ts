import { type Answer, json } from '../answers.js';
import { decodeSegments } from '../form.js';
import { noSuchPage, noSuchResource } from './errors.js';
import { dialectOf, type Realm } from './model.js';

/** The name of an endpoint of a realm. */
export type RealmRoute = 'discovery' | 'jwks' | 'token' | 'userinfo' | 'logout' | 'revoke';

/** Each endpoint's path below the realm's own. Source: Keycloak, guide "OpenID Connect endpoints". */
export const REALM_PATHS: Readonly<Record<RealmRoute, string>> = {
  discovery: '/.well-known/openid-configuration',
  jwks: '/protocol/openid-connect/certs',
  token: '/protocol/openid-connect/token',
  userinfo: '/protocol/openid-connect/userinfo',
  logout: '/protocol/openid-connect/logout',
  revoke: '/protocol/openid-connect/revoke',
};

const ROUTES: Readonly<Record<string, RealmRoute>> = Object.fromEntries(
  (Object.keys(REALM_PATHS) as RealmRoute[]).map((route) => [REALM_PATHS[route], route]),
);
const METADATA = '/.well-known/oauth-authorization-server';

/** Gives the realm's path on its server. */
export function realmPath({ prefix, name }: Realm): string {
  return `${prefix}/realms/${encodeURIComponent(name)}`;
}

/** Finds the endpoint of a path, or the answer of a server that has none there. */
export function locate(realm: Realm, path: string): { readonly route: RealmRoute } | Answer {
  const { prefix } = realm;
  if (!path.startsWith(`${prefix}/`)) return noSuchPage();
  const below = path.slice(prefix.length);
  // RFC 8414 puts the well-known part in front of the issuer's path; seen on a server without a prefix only.
  if (below.startsWith(`${METADATA}/`) && prefix === '' && dialectOf(realm).wellKnownOfRfc8414) {
    return locate(realm, `${below.slice(METADATA.length)}${REALM_PATHS.discovery}`);
  }
  const [, rawName, rest = ''] = /^\/realms\/([^/]+)(\/.*)?$/.exec(below) ?? [];
  if (rawName === undefined) return noSuchResource();
  if (decodeSegments(rawName)?.[0] !== realm.name) return json(404, { error: 'Realm does not exist' });
  const route = Object.hasOwn(ROUTES, rest) ? ROUTES[rest] : undefined;
  return route === undefined ? noSuchResource() : { route };
}
