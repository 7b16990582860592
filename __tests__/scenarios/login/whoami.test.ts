import { expect, test } from '@jest/globals';
import { exampleProject, exampleWriter, userOf } from '../../../emulator/chariot/index.js';
import {
  judge,
  LOGGED_IN,
  listed,
  requestsOf,
  runJob,
  success,
  TOKEN_OUTPUTS,
} from '../../../harness/jobs/chariot-job.js';
import { outputOf } from '../../../harness/step-output.js';

/** `whoami` on Chariot; the tests of the other platforms are with their logins. */

const ME = 'GET /api/identity/v2/users/me/';

test('With `whoami: true`, Chariot returns the user, and one line describes the user', async () => {
  const job = await runJob({ inputs: { whoami: 'true', project_id: '' } });
  const user = userOf(exampleWriter);
  const outputs = { ...TOKEN_OUTPUTS, user: JSON.stringify(user) };

  expect(judge(job)).toEqual(
    success({
      log: [
        LOGGED_IN,
        `The token belongs to id "${user.id}", email "service@example.com", name "Service User".`,
        ...listed('Outputs: bearer_token, token_type, expires_in, expires_at, user.'),
        'Variables: CHARIOT_TOKEN.',
      ],
      variables: { CHARIOT_TOKEN: '<token>' },
      outputs,
    }),
  );
  expect(requestsOf(job)).toEqual(['POST /auth/client/v2/chariot/login', ME]);
});

test('A step requests the user at the same time as the Secrets', async () => {
  // The user is returned only once the Secret is decrypted.
  const { printed, onStart } = outputOf(`::add-mask::${exampleProject.settings[0]?.value}`);
  const job = await runJob({
    inputs: { whoami: 'true', secrets: 'db-password' },
    faults: [['me', { kind: 'held', until: printed }]],
    onStart,
  });
  const arrivals = job.requests
    .filter(({ route }) => route === 'me' || route === 'list')
    .map(({ connection }) => connection);

  expect(
    judge(
      job,
      exampleProject.settings.map(({ value }) => String(value)),
    ),
  ).toMatchObject({ exitCode: 0 });
  // Two connections: no request waits for the response to the other.
  expect(new Set(arrivals).size).toBe(2);
});

test('A token that Chariot rejects is an error', async () => {
  const inputs = {
    bearer_token: 'revoked-bearer-token',
    client_id: '',
    client_secret: '',
    project_id: '',
    whoami: 'true',
  };
  const { log, ...verdict } = judge(await runJob({ inputs }), ['revoked-bearer-token']);

  expect(verdict).toEqual({ exitCode: 1, variables: {}, outputs: { error_code: 'invalid_token' }, problems: [] });
  expect(log.at(-1)).toMatch(
    /^Error: The whoami request to Chariot failed: the server answered 401: .* \(GET .*\/users\/me\/, /,
  );
});
