import { expect, test } from '@jest/globals';
import { live } from '../../../harness/jobs/life-job.js';

// Three attempts of 4 s would exceed the time limit of the post step.
test('If the server never responds, the post step warns after its time limit and the job continues', async () => {
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
    'Warning: No files to remove. The token of this step could not be revoked and stays valid until <time>. Revoking the token of Keycloak did not finish within 10 s (waiting for the answer) (POST https://realm/realms/example/protocol/openid-connect/revoke).',
  );
}, 20_000);
