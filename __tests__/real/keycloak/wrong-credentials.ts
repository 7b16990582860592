import { basicOf } from '../support/keycloak-place.js';
import { own, password, people, service, token, type Wrong } from './wrong-request.js';

const basic = (what: string, text: string): Wrong =>
  token(what, own, { authorization: `Basic ${Buffer.from(text).toString('base64')}` });

/** Wrong requests with a client ID and secret, or with a user; without those that only the emulator rejects. */
export const WRONG_CREDENTIALS: readonly Wrong[] = [
  token('no grant_type', service),
  token('an unknown grant_type', { ...service, grant_type: 'magic' }),
  token('a repeated parameter', `${new URLSearchParams({ ...own, ...service })}&grant_type=client_credentials`),
  token('no client', own),
  token('an unknown client', { ...own, ...service, client_id: 'nobody' }),
  token('a disabled client', { ...own, client_id: 'off', client_secret: 'off-client-secret' }),
  token('a wrong secret', { ...own, ...service, client_secret: 'wrong' }),
  token('no secret', { ...own, client_id: 'service' }),
  token('a wrong secret in the header', own, basicOf('service', 'wrong')),
  token('an unknown client in the header', own, basicOf('nobody', 'wrong')),
  basic('a header without a colon', 'service'),
  basic('a header with two colons', 'service:service:client'),
  basic('a header with a percent sign', 'service:100%'),
  token('a header that is not base64', own, { authorization: 'Basic ***' }),
  token('a Bearer header', own, { authorization: 'Bearer abc' }),
  token('a public client', { ...own, client_id: 'dc-ui' }),
  token('a client without a service account', { ...own, ...people }),
  token('an unknown scope', { ...own, ...service, scope: 'no-such-scope' }),
  token('a wrong user', { ...password, username: 'nobody' }),
  token('no username', { grant_type: 'password', client_id: 'dc-ui', password: 'x' }),
  token('no password', { grant_type: 'password', client_id: 'dc-ui', username: 'jane' }),
  token('a disabled user', { ...password, username: 'dora', password: 'password-of-dora' }),
  token('a disabled user with a wrong password', { ...password, username: 'dora', password: 'wrong' }),
  token('a user who must change the password', { ...password, username: 'nora', password: 'password-of-nora' }),
  token('a client without direct access', { ...password, ...service }),
  token('a client that needs consent', { ...password, client_id: 'asking' }),
  token('an unknown scope of a user', { ...password, scope: 'no-such-scope' }),
  token('no refresh token', { grant_type: 'refresh_token', client_id: 'dc-ui' }),
  token('a text as refresh token', { grant_type: 'refresh_token', client_id: 'dc-ui', refresh_token: 'text' }),
  token('a form with the media type of JSON', { ...own, ...service }, { 'content-type': 'application/json' }),
  [
    'a revocation with the media type of JSON',
    ({ ask }) =>
      ask('revoke', { form: { ...service, token: 'text' }, headers: { 'content-type': 'application/json' } }),
  ],
  ['a GET of the token endpoint', ({ ask }) => ask('token', { method: 'GET' })],
];
