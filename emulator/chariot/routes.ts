import { decodeSegments } from '../form.js';

/** The name of a documented request. */
export type ChariotRoute = 'login' | 'me' | 'list' | 'decrypt';

/** A documented path, found in a request target. */
export interface ChariotPlace {
  readonly route: ChariotRoute;
  /** The path as documented, with its last slash or without. */
  readonly path: string;
  /** Of settings: whose they are. */
  readonly owner?: { readonly kind: string; readonly id: string };
  /** Of one setting: its `_key`. */
  readonly key?: string;
}

const LOGIN = '/auth/client/v2/chariot/login';
const ME = '/api/identity/v2/users/me/';
const SETTINGS = /^(\/api\/identity\/v2\/settings\/(project|organization|user)\/([^/]+))(?:\/(.*))?$/;

/** Finds the documented path, also where only the last slash is missing or too much. Source: Chariot's two pages. */
export function locate(path: string): ChariotPlace | undefined {
  if (path === LOGIN || path === `${LOGIN}/`) return { route: 'login', path: LOGIN };
  if (path === ME || `${path}/` === ME) return { route: 'me', path: ME };
  const [, base = '', kind = '', rawId = '', rawKey = ''] = SETTINGS.exec(path) ?? [];
  const id = decodeSegments(rawId)?.[0];
  if (base === '' || id === undefined) return undefined;
  if (rawKey === '') return { route: 'list', path: `${base}/`, owner: { kind, id } };
  const segments = decodeSegments(rawKey);
  // A router splits the raw path, so an encoded slash makes one segment of a key that has three.
  if (segments === undefined || segments.some((segment) => segment.includes('/'))) return undefined;
  return { route: 'decrypt', path, owner: { kind, id }, key: segments.join('/') };
}
