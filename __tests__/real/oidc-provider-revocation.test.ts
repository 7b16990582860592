import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lineOf } from '../../harness/jobs/life-job.js';
import { runAction } from '../../harness/run-action.js';
import { type RunningProvider, startOidcProvider } from '../../harness/servers/oidc-provider.js';

/** Runs main and its post step. */
async function live(inputs: Readonly<Record<string, string>>) {
  const main = await runAction({ inputs: { retries: '0', ...inputs } });
  const post = await runAction({ state: main.state, entry: 'post' });
  return { line: lineOf(post), exits: [main.exitCode, post.exitCode] };
}

const REVOKED = { line: 'No files to remove. The token of this step was revoked.', exits: [0, 0] };

describe('The post step at oidc-provider', () => {
  let provider: RunningProvider;
  beforeAll(async () => {
    provider = await startOidcProvider();
  });
  afterAll(() => provider.close());

  const userinfo = async (token = '') =>
    (await fetch(`${provider.issuer}/me`, { headers: { authorization: `Bearer ${token}` } })).status;

  test('A token is revoked with a client secret in the header, and with a signed assertion', async () => {
    const { basic, signed } = provider.clients;
    const { clientId, key } = signed.ES256;
    const oauth2 = { platform: 'oauth2', issuer: provider.issuer, scope: 'api' };
    const signing_key = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

    expect(await live({ ...oauth2, client_id: basic.clientId, client_secret: basic.clientSecret })).toMatchObject(
      REVOKED,
    );
    expect(await live({ ...oauth2, client_id: clientId, signing_key })).toMatchObject(REVOKED);
  });

  test('The revoked token is rejected afterwards', async () => {
    const { clientId: client_id, clientSecret: client_secret } = provider.clients.refreshing;
    const refresh_token = await provider.issueRefreshToken();
    const oauth2 = { platform: 'oauth2', issuer: provider.issuer, client_id, client_secret, refresh_token };
    const main = await runAction({ inputs: { ...oauth2, client_authentication: 'client_secret_post' } });
    const token = main.outputs.get('bearer_token');
    const before = await userinfo(token);
    const post = await runAction({ state: main.state, entry: 'post' });

    expect([main.exitCode, lineOf(post)]).toEqual([0, REVOKED.line]);
    expect([before, await userinfo(token)]).toEqual([200, 401]);
  });
});
