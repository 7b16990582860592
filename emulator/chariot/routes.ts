import { decodeSegments } from '../server/form.js';

/** The name of a documented request. */
export type ChariotRoute = 'login' | 'me' | 'list' | 'decrypt';

/** A documented path that matches the path of a request. */
export interface ChariotPlace {
  readonly route: ChariotRoute;
  /** The path as documented, with or without a trailing slash. */
  readonly path: string;
  /** The owner of the settings. */
  readonly owner?: { readonly kind: string; readonly id: string };
  /** The `_key` of one setting. */
  readonly key?: string;
}

const LOGIN = '/auth/client/v2/chariot/login';
const ME = '/api/identity/v2/users/me/';
const SETTINGS = /^(\/api\/identity\/v2\/settings\/(project|organization|user)\/([^/]+))(?:\/(.*))?$/;

/** Finds the documented path, also if only the trailing slash differs. Source: Chariot, Authentication and Secrets. */
export function locate(path: string): ChariotPlace | undefined {
  if (path === LOGIN || path === `${LOGIN}/`) return { route: 'login', path: LOGIN };
  if (path === ME || `${path}/` === ME) return { route: 'me', path: ME };
  const [, base = '', kind = '', rawId = '', rawKey = ''] = SETTINGS.exec(path) ?? [];
  const id = decodeSegments(rawId)?.[0];
  if (base === '' || id === undefined) return undefined;
  if (rawKey === '') return { route: 'list', path: `${base}/`, owner: { kind, id } };
  const segments = decodeSegments(rawKey);
  // The router splits the raw path, so a key with an encoded slash has too few segments.
  if (segments === undefined || segments.some((segment) => segment.includes('/'))) return undefined;
  return { route: 'decrypt', path, owner: { kind, id }, key: segments.join('/') };
}
