import { describe, expect, test } from '@jest/globals';
import { judge as judgeOnChariot, listed, runJob } from '../../../harness/jobs/chariot-job.js';
import { judge, success } from '../../../harness/jobs/login-job.js';
import { runRealmJob } from '../../../harness/jobs/realm-job.js';
import { backend, changes, loggedIn } from '../../support/realm-logins.js';

/** Responses with a good token that are unusual in form, as servers other than Keycloak return them. */

const login = (tokenBody: (body: string) => string, inputs: Readonly<Record<string, string>> = backend) =>
  runRealmJob('oauth2', { realm: { other: { tokenBody } }, inputs });
const loginToChariot = (body: string) => {
  const headers = { 'content-type': 'application/json' };
  return runJob({ inputs: { project_id: '' }, faults: [['login', { kind: 'answer', status: 200, headers, body }]] });
};
const VISIBLE = String.fromCharCode(...Array.from({ length: 94 }, (_, index) => 0x21 + index));

describe('The lifetime in a response', () => {
  test.each(['"3600"', '3600.0', '36e2'])('The value %s is one hour', async (value) => {
    const job = await login((body) => body.replace('"expires_in":300', `"expires_in":${value}`));

    expect(judge(job)).toMatchObject({ exitCode: 0, outputs: { expires_in: '3600' }, problems: [] });
  });

  test.each(['9223372036854775', '-1', '"never"', 'null'])(
    'With the value %s, the token is accepted, and its expiry is that of its claim `exp`',
    async (value) => {
      const job = await login((body) => body.replace('"expires_in":300', `"expires_in":${value}`));

      expect(judge(job)).toEqual(loggedIn('oauth2'));
    },
  );

  test.each(['9223372036854775', '-1', '"never"', 'null'])(
    'With the value %s and a token that is not a JWT, the expiry is unknown',
    async (value) => {
      const job = await loginToChariot(`{"access_token":"opaque-token-of-the-server","expires_in":${value}}`);

      expect(judgeOnChariot(job, ['opaque-token-of-the-server'])).toEqual(
        success({
          log: [
            'Logged in to Chariot as example-writer; the expiry of the token is not known.',
            ...listed('Outputs: bearer_token, token_type.'),
            'Variables: CHARIOT_TOKEN.',
          ],
          variables: { CHARIOT_TOKEN: 'opaque-token-of-the-server' },
          outputs: { bearer_token: 'opaque-token-of-the-server', token_type: 'Bearer' },
        }),
      );
    },
  );
});

describe('The type in a response', () => {
  test.each(['BearerToken', 'bearer ', 'BEARER'])('The type "%s" is a bearer token', async (type) => {
    const job = await login((body) => body.replace('"token_type":"Bearer"', `"token_type":"${type}"`));

    expect(judge(job)).toEqual(loggedIn('oauth2'));
  });

  test('The type N_A of a token exchange is kept', async () => {
    const tokenBody = (body: string) => body.replace('"token_type":"Bearer"', '"token_type":"N_A"');
    const inputs = { ...backend, grant_type: 'token_exchange' };
    const job = await runRealmJob('oauth2', { realm: { ...changes, other: { tokenBody } }, inputs, idToken: true });

    expect(judge(job)).toMatchObject({ exitCode: 0, outputs: { token_type: 'N_A' }, problems: [] });
  });
});

describe('A token of every visible character of ASCII', () => {
  test('The token is accepted from a server', async () => {
    const job = await loginToChariot(JSON.stringify({ access_token: VISIBLE, token_type: 'Bearer' }));

    expect(judgeOnChariot(job, [VISIBLE])).toMatchObject({
      exitCode: 0,
      outputs: { bearer_token: VISIBLE, token_type: 'Bearer' },
      problems: [],
    });
  });

  test('The token is accepted from the workflow, and a request presents it unchanged', async () => {
    const job = await runRealmJob('keycloak', { inputs: { bearer_token: VISIBLE, whoami: 'true' } });

    expect(judge(job, [VISIBLE])).toMatchObject({ outputs: { error_code: 'invalid_token' }, problems: [] });
    expect(job.requests.map(({ headers }) => headers['authorization'])).toEqual([`Bearer ${VISIBLE}`]);
  });
});
