import { otherPlatformRefusals } from './keycloak-refusals.js';
import type { Platform } from './platform.js';

/**
 * Descartes Labs, as the class Auth of its Python client logs in: in JSON, with the client secret as the refresh token.
 *
 * The legacy client ID is that of the client's examples. Its grant type is jwt-bearer, but the request contains no assertion
 * (RFC 7523 does not apply).
 */
export const descarteslabs: Platform = {
  title: 'Descartes Labs',
  server: { by: 'url', fallback: 'https://iam.production.aws.descarteslabs.com', tokenPath: '/token' },
  inputs: ['url', 'refresh_token', 'token_info', 'token_info_path', 'write_token_info', 'scope'],
  grants: ['refresh_token'],
  clientAuthentications: ['none'],
  secretMethod: 'client_secret_post',
  tokenRequest: {
    format: 'json',
    legacyClient: { id: 'ZOBAi4UROl5gKZIpxxlwOEfx8KpqXf2c', scope: 'openid name groups org email' },
  },
  tokenStatus: 200,
  tokenFields: ['access_token', 'id_token'],
  tokenVariable: 'DESCARTESLABS_TOKEN',
  leewaySeconds: 500,
  keepsExpiringToken: true,
  reusesRefreshToken: true,
  loginInputs: '`client_id` and `client_secret`, `token_info`, `token_info_path`, or `bearer_token`',
  loginAdvice: ['Check that `client_id` and `client_secret` belong together, as the page of your account shows them'],
  refusals: otherPlatformRefusals,
  // The `revoke_url` of a token_info would revoke the credential itself.
  revocation: { by: 'nothing', reason: 'Descartes Labs has no way to revoke only a token' },
  whoami: { from: 'claims', shown: ['name', 'email', 'org', 'sub'] },
  pythonClient: { variablePrefix: 'DESCARTESLABS', claimPrefix: 'earthdaily__dl__', hashesSub: true },
};
