import { describe, expect, test } from '@jest/globals';
import { exampleDataClarity, exampleUser } from '../../../emulator/realm/index.js';
import { AS_USER, type LifeOptions, live } from '../../../harness/jobs/life-job.js';

/** A login that is rejected after the server has issued a token: the post step revokes what was issued. */

const FRONTEND = {
  ...AS_USER,
  tenant: 'example',
  client_id: 'example-frontend',
  client_secret: 'example-frontend-client-secret',
};
const BACKEND = { tenant: 'example', client_id: 'example-backend', client_secret: 'example-backend-client-secret' };
const CLIENT = 'client_id,client_secret';

/** A realm that changes the body of each answer with a token. */
const changing = (tokenBody: (body: string) => string) => ({ other: { tokenBody } });
const asMac = changing((body) => body.replace('"Bearer"', '"mac"'));

/** The error code of main, the line and the requests of the post step, and the sessions that are left. */
async function outcome(options: LifeOptions) {
  const secrets = [exampleUser.password, FRONTEND.client_secret, BACKEND.client_secret];
  const { main, post, line, asked, sessions, problems } = await live({ secrets, ...options });
  const exits = [main.exitCode, post.exitCode];
  return { exits, code: main.outputs.get('error_code'), line, asked, sessions, problems };
}

const revoked = (line: string, asked: readonly string[]) => ({
  exits: [1, 0],
  code: 'response_invalid',
  line: `No files to remove. ${line}`,
  asked,
  sessions: 0,
  problems: [],
});
const REVOKED = 'The token of this step was revoked.';
const LOGGED_OUT = 'The session of this step was logged out.';

describe('After a login that is rejected although a token was issued', () => {
  test('The session is logged out if the token has another type', async () => {
    expect(await outcome({ realm: asMac, inputs: FRONTEND })).toEqual(
      revoked(LOGGED_OUT, [`POST logout refresh_token,${CLIENT}`]),
    );
  });

  test('On DataClarity, the session is logged out if the token has another type', async () => {
    const realm = { ...exampleDataClarity, ...changing((body) => body.replace('"bearer"', '"mac"')) };
    const inputs = { ...AS_USER, platform: 'dataclarity', tenant: 'example-tenant' };

    expect(await outcome({ realm, inputs })).toEqual(revoked(LOGGED_OUT, ['POST logout refresh_token,client_id']));
  });

  test('The access token is revoked if there is no session', async () => {
    expect(await outcome({ realm: asMac, inputs: { platform: 'keycloak', ...BACKEND } })).toEqual(
      revoked(REVOKED, [`POST revoke token,token_type_hint,${CLIENT}`]),
    );
  });

  test('At another OAuth server, both tokens are revoked', async () => {
    const inputs: LifeOptions['inputs'] = ({ issuer }) => {
      const { tenant: _, ...rest } = FRONTEND;
      return { ...rest, platform: 'oauth2', url: '', issuer };
    };
    const request = 'POST revoke token,token_type_hint';

    expect(await outcome({ realm: asMac, inputs })).toEqual(revoked(REVOKED, [request, request]));
  });

  test('The session is logged out if the response has only a refresh token', async () => {
    const realm = changing((body) => body.replace('"access_token"', '"token"'));

    expect(await outcome({ realm, inputs: FRONTEND })).toEqual(
      revoked(LOGGED_OUT, [`POST logout refresh_token,${CLIENT}`]),
    );
  });

  test('With `revoke: false`, the token stays valid, and the post step says so', async () => {
    const line = 'The token was not revoked, because `revoke` is false. It stays valid until <time>.';

    expect(await outcome({ realm: asMac, inputs: { ...FRONTEND, revoke: 'false' } })).toEqual({
      ...revoked(line, []),
      sessions: 1,
    });
  });

  test('With `token_cache: true`, the rejected token is not shared, and is revoked', async () => {
    expect(await outcome({ realm: asMac, inputs: { ...FRONTEND, token_cache: 'true' } })).toEqual(
      revoked(LOGGED_OUT, [`POST logout refresh_token,${CLIENT}`]),
    );
  });

  test('A response without a token leaves nothing to clean up', async () => {
    const realm = changing(() => '{"token_type":"Bearer"}');

    expect(await outcome({ realm, inputs: { platform: 'keycloak', ...BACKEND } })).toEqual({
      ...revoked('', []),
      line: 'Nothing to clean up.',
    });
  });
});

describe('The expiry of a session', () => {
  test('A session that could not be logged out is reported with its expiry', async () => {
    const between: LifeOptions['between'] = (realm) => realm.setFault('logout', { kind: 'status', status: 403 });
    const { line } = await outcome({ inputs: FRONTEND, between });

    expect(line).toBe(
      'Warning: No files to remove. The session of this step could not be logged out and stays valid until <time>. The logout from Keycloak failed: the server answered 403: "status 403" (POST https://realm/realms/example/protocol/openid-connect/logout, X-Request-ID <id>).',
    );
  });
});

test('A token in JSON that the server calls a form is exported, masked and revoked', async () => {
  const issued = { access_token: 'token-of-a-form-1', refresh_token: 'refresh-of-a-form-1', token_type: 'Bearer' };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { main, asked, problems } = await live({
    inputs: FRONTEND,
    secrets: [issued.access_token, issued.refresh_token],
    prepare: (realm) => realm.setFault('token', { kind: 'answer', status: 200, headers, body: JSON.stringify(issued) }),
  });

  expect([main.exitCode, main.outputs.get('bearer_token'), problems]).toEqual([0, issued.access_token, []]);
  expect(asked).toEqual([`POST logout refresh_token,${CLIENT}`]);
});

test('The error for a token of another type names the type', async () => {
  const { main } = await live({ realm: asMac, inputs: FRONTEND });

  expect(main.log.lines.at(-1)).toContain('with a token of the type "mac", not Bearer.');
});
