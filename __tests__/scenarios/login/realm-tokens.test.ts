import { describe, expect, test } from '@jest/globals';
import { exampleUser } from '../../../emulator/realm/index.js';
import { failure, formOf, judge, judgePost, requestsOf } from '../../../harness/jobs/login-job.js';
import { addressOf, type RealmPlatform, stepOn } from '../../../harness/jobs/realm-job.js';
import { runAction } from '../../../harness/run-action.js';
import { backend, frontend, loggedIn, REALM_PLATFORMS, runningRealms, user } from '../../support/realm-logins.js';

/** Tokens of a realm: supplied, with `whoami`, and after the job. */

const realms = runningRealms();
const { login } = realms;

describe('A supplied token of a realm', () => {
  const inputsWith = (platform: RealmPlatform, seconds: number) => {
    const { realm } = realms.of(platform);
    const exp = Math.floor(Date.now() / 1000) + seconds;
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const bearer_token = `${part({ alg: 'none' })}.${part({ exp, iss: realm.issuer })}.c2lnbmF0dXJl`;
    return { ...addressOf(platform, realm), bearer_token };
  };

  test.each(REALM_PLATFORMS)('A supplied token of %s is used without a request while it is valid', async (platform) => {
    const inputs = inputsWith(platform, 600);
    const job = await stepOn(realms.of(platform), { inputs: { ...inputs, ...backend } });

    expect(judge(job)).toMatchObject({ exitCode: 0, problems: [] });
    expect(job.outputs.get('bearer_token')).toBe(inputs.bearer_token);
    expect(job.requests).toEqual([]);
  });

  test.each(REALM_PLATFORMS)('A supplied token of %s is replaced within the leeway', async (platform) => {
    const job = await stepOn(realms.of(platform), { inputs: { ...inputsWith(platform, 20), ...backend } });

    expect(judge(job)).toEqual(loggedIn(platform));
  });

  test.each(REALM_PLATFORMS)('An expired supplied token of %s is an error without a request', async (platform) => {
    const job = await stepOn(realms.of(platform), { inputs: inputsWith(platform, -60) });

    expect(judge(job)).toEqual(
      failure('token_expired', 'The `bearer_token` expired at <time>, and no credentials are set.'),
    );
    expect(job.requests).toEqual([]);
  });

  test.each(REALM_PLATFORMS)('An opaque supplied token of %s is used as it is', async (platform) => {
    const inputs = { ...inputsWith(platform, 0), bearer_token: 'an-opaque-token-of-it' };
    const job = await stepOn(realms.of(platform), { inputs });

    expect(judge(job)).toMatchObject({ exitCode: 0, outputs: { bearer_token: '<token>' }, problems: [] });
    expect(job.requests).toEqual([]);
  });

  test.each(REALM_PLATFORMS)('A supplied token that %s rejects is an error with `whoami: true`', async (platform) => {
    const inputs = { ...inputsWith(platform, 600), whoami: 'true' };
    const { log, ...verdict } = judge(await stepOn(realms.of(platform), { inputs }));

    expect(verdict).toEqual({ exitCode: 1, variables: {}, outputs: { error_code: 'invalid_token' }, problems: [] });
    expect(log.at(-1)).toMatch(
      /failed: the server answered 401: "invalid_token: Token verification failed"\. .*\/userinfo, /,
    );
  });
});

describe('A login with `whoami: true`', () => {
  test.each<[RealmPlatform, Record<string, string>]>([
    ['dataclarity', user],
    ['keycloak', { ...frontend, ...user }],
    ['oauth2', { ...frontend, ...user }],
  ])('With `whoami: true`, %s returns the user', async (platform, inputs) => {
    const job = await login(platform, { ...inputs, whoami: 'true' });
    const about = JSON.stringify({
      sub: JSON.parse(job.outputs.get('claims') ?? '{}').sub,
      email_verified: true,
      preferred_username: user.username,
      email: exampleUser.email,
    });
    const line = `The token belongs to preferred_username "${user.username}", email "${exampleUser.email}", sub "${JSON.parse(about).sub}".`;

    expect(judge(job)).toEqual(loggedIn(platform, { who: `as ${user.username}`, said: [line], user: { user: about } }));
    expect(requestsOf(job).at(-1)).toMatch(/^GET https:\/\/realm.*\/protocol\/openid-connect\/userinfo$/);
    expect(formOf(job)['scope']).toBe('openid');
  });
});

test.each([
  ['A scope without openid', { ...frontend, ...user, scope: 'profile' }],
  ['Client credentials with another scope', { ...backend, scope: 'email' }],
])('%s is an error that names the missing scope with `whoami: true`', async (_what, inputs) => {
  const { log, ...verdict } = judge(await login('keycloak', { ...inputs, whoami: 'true' }));

  expect(verdict).toEqual({ exitCode: 1, variables: {}, outputs: { error_code: 'insufficient_scope' }, problems: [] });
  expect(log.at(-1)).toMatch(
    /^Error: The whoami request to Keycloak failed: the server answered 403: "insufficient_scope: Missing openid scope"\. The token is valid, but does not have the scope `openid`\. .* \(GET .*\/userinfo, /,
  );
});

describe('The post step after a login', () => {
  test.each<RealmPlatform>(['dataclarity', 'keycloak', 'oauth2'])(
    'On %s, the post step revokes the token and prints no secret',
    async (platform) => {
      const main = await login(platform, backend);
      const post = await runAction({ entry: 'post', state: main.state });

      expect(judgePost(post, main)).toEqual({
        exitCode: 0,
        log: ['No files to remove. The token of this step was revoked.'],
        variables: {},
        outputs: {},
        problems: [],
      });
    },
  );
});
