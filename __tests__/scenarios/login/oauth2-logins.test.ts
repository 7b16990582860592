import { describe, expect, test } from '@jest/globals';
import { parseJwt } from '../../../emulator/jwt.js';
import { formOf, judge, requestsOf } from '../../../harness/jobs/login-job.js';
import { stepOn } from '../../../harness/jobs/realm-job.js';
import { backend, loggedIn, runningRealms, signed } from '../../support/realm-logins.js';

/** Each usual login at an OAuth 2.0 server, on the committed bundle. */

const realms = runningRealms();
const { login } = realms;
const KEYCLOAK_LOGIN = 'POST https://realm/realms/example/protocol/openid-connect/token';
const DISCOVERY = 'GET https://realm/realms/example/.well-known/openid-configuration';

describe('A login at an OAuth 2.0 server', () => {
  test('With `issuer`, the client authenticates as the metadata allows', async () => {
    const job = await login('oauth2', backend);

    expect(judge(job)).toEqual(loggedIn('oauth2'));
    expect(requestsOf(job)).toEqual([DISCOVERY, KEYCLOAK_LOGIN]);
    expect(formOf(job)).toEqual({ grant_type: 'client_credentials' });
  });

  test('With `token_url` alone, no metadata is requested', async () => {
    const token_url = `${realms.of('oauth2').realm.issuer}/protocol/openid-connect/token`;
    const job = await stepOn(realms.of('oauth2'), { inputs: { platform: 'oauth2', token_url, ...backend } });

    expect(judge(job)).toEqual(loggedIn('oauth2'));
    expect(requestsOf(job)).toEqual([KEYCLOAK_LOGIN]);
  });

  test('Without an issuer, `token_url` is the audience of a signed assertion', async () => {
    const token_url = `${realms.of('oauth2').realm.issuer}/protocol/openid-connect/token`;
    const job = await stepOn(realms.of('oauth2'), { inputs: { platform: 'oauth2', token_url, ...signed('ES256') } });

    expect(judge(job)).toEqual(loggedIn('oauth2', { who: 'as signed-ES256' }));
    expect(parseJwt(formOf(job)['client_assertion'] ?? '')?.claims['aud']).toBe(token_url);
  });

  test('The ID token is exchanged for a token', async () => {
    const inputs = { grant_type: 'token_exchange', client_authentication: 'client_secret_post', ...backend };
    const job = await login('oauth2', inputs, true);

    expect(judge(job)).toEqual(loggedIn('oauth2'));
    expect(formOf(job)).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: '<token of https://runner>',
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      ...backend,
    });
  });
});
