import type { IdTokenRequest } from './ports.js';
import type { Surroundings } from './surroundings.js';

/** Where GitHub's ID token is asked for; undefined for a job without `id-token: write`. */
export function idTokenRequestOf({
  variable,
  mask,
}: Pick<Surroundings, 'variable' | 'mask'>): IdTokenRequest | undefined {
  const url = variable('ACTIONS_ID_TOKEN_REQUEST_URL');
  const token = variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  if (url === undefined || token === undefined) {
    return undefined;
  }
  mask([token]);
  return { url, token };
}
