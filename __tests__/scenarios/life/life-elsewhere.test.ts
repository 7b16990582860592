import { expect, test } from '@jest/globals';
import { exampleCredential, startIam } from '../../../emulator/iam/index.js';
import { lineOf } from '../../../harness/jobs/life-job.js';
import { runAction } from '../../../harness/run-action.js';

test.each([
  ['descarteslabs', 'Descartes Labs'],
  ['earthone', 'EarthOne'],
])('On %s, the post step sends no request, also not to the revoke_url', async (platform, title) => {
  const iam = await startIam({ legacyClientId: false });
  const { clientId: client_id, refreshToken: client_secret } = exampleCredential;
  const main = await runAction({ inputs: { retries: '0', platform, url: iam.url, client_id, client_secret } });
  const post = await runAction({ state: main.state, entry: 'post' });
  const { length } = iam.requests;
  await iam.close();

  expect([main.exitCode, post.exitCode, length]).toEqual([0, 0, 1]);
  expect(lineOf(post)).toBe(
    `No files to remove. The token was not revoked, because ${title} has no way to revoke only a token. It stays valid until <time>.`,
  );
});
