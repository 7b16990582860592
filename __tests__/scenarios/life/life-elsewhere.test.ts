import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleCredential, startIam } from '../../../emulator/iam/index.js';
import { lineOf } from '../../../harness/jobs/life-job.js';
import { type ActionRun, runAction } from '../../../harness/run-action.js';
import { type RunningProvider, startOidcProvider } from '../../../harness/servers/oidc-provider.js';

/** Runs main and its post step. */
async function live(
  inputs: Readonly<Record<string, string>>,
): Promise<{ main: ActionRun; line: string; exits: unknown }> {
  const main = await runAction({ inputs: { retries: '0', ...inputs } });
  const post = await runAction({ state: main.state, entry: 'post' });
  return { main, line: lineOf(post), exits: [main.exitCode, post.exitCode] };
}

const ENDED = { line: 'No files to remove. The token of this step was revoked.', exits: [0, 0] };

describe('a certified server that nobody of this project wrote', () => {
  let provider: RunningProvider;
  beforeAll(async () => {
    provider = await startOidcProvider();
  });
  afterAll(() => provider.close());

  const userinfo = async (token = '') =>
    (await fetch(`${provider.issuer}/me`, { headers: { authorization: `Bearer ${token}` } })).status;

  test('takes the revocation of a token from Basic, and from an assertion', async () => {
    const { basic, signed } = provider.clients;
    const { clientId, key } = signed.ES256;
    const oauth2 = { platform: 'oauth2', issuer: provider.issuer, scope: 'api' };
    const signing_key = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

    expect(await live({ ...oauth2, client_id: basic.clientId, client_secret: basic.clientSecret })).toMatchObject(
      ENDED,
    );
    expect(await live({ ...oauth2, client_id: clientId, signing_key })).toMatchObject(ENDED);
  });

  test('refuses the token afterwards, and takes the refresh token of its owner as before', async () => {
    const { clientId: client_id, clientSecret: client_secret } = provider.clients.refreshing;
    const refresh_token = await provider.issueRefreshToken();
    const oauth2 = { platform: 'oauth2', issuer: provider.issuer, client_id, client_secret, refresh_token };
    const main = await runAction({ inputs: { ...oauth2, client_authentication: 'client_secret_post' } });
    const token = main.outputs.get('bearer_token');
    const before = await userinfo(token);
    const post = await runAction({ state: main.state, entry: 'post' });

    expect([main.exitCode, lineOf(post)]).toEqual([0, ENDED.line]);
    expect([before, await userinfo(token)]).toEqual([200, 401]);
  });
});

describe('a platform that cannot end a token', () => {
  test.each([
    ['descarteslabs', 'Descartes Labs'],
    ['earthone', 'EarthOne'],
  ])('%s: nothing is asked, also not its revoke_url', async (platform, title) => {
    const iam = await startIam({ legacyClientId: false });
    const { clientId: client_id, refreshToken: client_secret } = exampleCredential;
    const { line, exits } = await live({ platform, url: iam.url, client_id, client_secret });
    const { length } = iam.requests;
    await iam.close();

    expect([exits, length]).toEqual([[0, 0], 1]);
    expect(line).toBe(
      `No files to remove. The token was not revoked, because ${title} has no way to end a token alone. It stays valid until <time>.`,
    );
  });
});
