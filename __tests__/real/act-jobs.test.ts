import { expect, jest, test } from '@jest/globals';
import { exampleDataClarity, exampleUser, startRealm } from '../../emulator/realm/index.js';
import { visibleIn } from '../../harness/judges/visible-secrets.js';
import { runAct } from './support/act.js';
import { NO_FILES, PASSWORD, REGISTRY_PASSWORD, S3_KEY, verdictOn } from './support/act-job.js';

// A run takes half a second on a quiet machine.
jest.setTimeout(60_000);

test('A failed step exports only its error code, and its post step runs in act', async () => {
  expect(await verdictOn('failing.yml')).toEqual({
    exitCode: 1,
    seen: {
      forgiven: 'failure secret_not_found unset unset',
      failed: 'secret_not_found unset unset',
      left: '{"temp":[]}',
    },
    requests: ['list', 'list', 'login', 'login'],
    posts: [NO_FILES, NO_FILES],
    masked: [],
    visible: [],
  });
});

test('Each job of a matrix gets its own Secret in act', async () => {
  expect(await verdictOn('matrix.yml')).toEqual({
    exitCode: 0,
    seen: { 'db-password': PASSWORD, 'ghcr.password': REGISTRY_PASSWORD, 'training-s3.secret_access_key': S3_KEY },
    requests: ['decrypt', 'decrypt', 'decrypt', 'list', 'list', 'list', 'login', 'login', 'login'],
    posts: [NO_FILES, NO_FILES, NO_FILES],
    masked: ['*** ***', '*** ***', '*** ***'],
    visible: [],
  });
});

test('Another job gets the outputs that are not secret, and logs in itself for the secret ones in act', async () => {
  const { seen, ...verdict } = await verdictOn('outputs.yml');

  expect(verdict).toEqual({
    exitCode: 0,
    requests: ['decrypt', 'decrypt', 'list', 'list', 'login', 'login'],
    posts: [NO_FILES, NO_FILES],
    masked: ['*** ***'],
    visible: [],
  });
  expect(seen).toEqual({
    'expires-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    'other-job': `ghcr.io ${seen['expires-at']}`,
    password: REGISTRY_PASSWORD,
  });
});

test('A local reusable workflow gets its secret by inheritance and by name in act', async () => {
  expect(await verdictOn('reusable.yml')).toEqual({
    exitCode: 0,
    seen: { inherited: PASSWORD, named: PASSWORD },
    requests: ['decrypt', 'decrypt', 'list', 'list', 'login', 'login'],
    posts: [NO_FILES, NO_FILES],
    masked: ['*** ***', '*** ***'],
    visible: [],
  });
});

test('The post step logs out in act although a later step has failed', async () => {
  const realm = await startRealm(exampleDataClarity);
  try {
    const { exitCode, seen, log } = await runAct('session.yml', {
      secrets: { DATACLARITY_PASSWORD: exampleUser.password },
      vars: {
        DATACLARITY_URL: realm.url,
        DATACLARITY_TENANT: exampleDataClarity.name,
        DATACLARITY_USERNAME: exampleUser.username,
      },
    });

    expect({ exitCode, seen, requests: realm.requests.map(({ route }) => route), left: realm.liveSessions() }).toEqual({
      exitCode: 1,
      seen: { token: realm.issuedTokens()[0] },
      requests: ['token', 'logout'],
      left: [],
    });
    expect(log.filter((line) => line.endsWith(' The session of this step was logged out.'))).toHaveLength(1);
    expect(visibleIn([['the log', log.join('\n')]], [exampleUser.password, ...realm.issuedTokens()])).toEqual([]);
  } finally {
    await realm.close();
  }
});
