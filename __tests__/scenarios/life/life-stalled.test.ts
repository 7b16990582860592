import { expect, test } from '@jest/globals';
import { live } from '../../../harness/jobs/life-job.js';

// Three tries of 4 s would take longer than a post step may.
test('a server that never answers is waited for until the post step’s own end, and the job goes on', async () => {
  const { post, line, problems } = await live({
    inputs: {
      platform: 'keycloak',
      tenant: 'example',
      client_id: 'example-backend',
      client_secret: 'example-backend-client-secret',
    },
    between: (realm) => realm.setFault('revoke', { kind: 'stall' }),
  });

  expect([post.exitCode, post.signal, problems]).toEqual([0, null, []]);
  expect(line).toBe(
    'Warning: No files to remove. The token of this step could not be revoked and stays valid until <time>. Revoking the token of Keycloak did not finish within 10 s (waiting for the answer): POST https://realm/realms/example/protocol/openid-connect/revoke.',
  );
}, 20_000);
