import { expect, jest, test } from '@jest/globals';
import { exampleWriter } from '../../emulator/chariot/index.js';
import { visibleIn } from '../../harness/judges/visible-secrets.js';
import { NOTHING_LEFT, ONE_FOLDER, PASSWORD, REGISTRY_PASSWORD, runActJob, verdictOn } from './support/act-job.js';

// A run takes half a second on a quiet machine.
jest.setTimeout(60_000);

const auth = Buffer.from(`octocat:${REGISTRY_PASSWORD}`).toString('base64');
const DOCKER = `${JSON.stringify({ auths: { 'ghcr.io': { auth } } }, null, 2)}\n`;

test('Later steps in act get variables, outputs and files, and the post step removes the files', async () => {
  expect(await verdictOn('plain.yml')).toEqual({
    exitCode: 0,
    seen: {
      variable: PASSWORD,
      fields: `octocat:${REGISTRY_PASSWORD}`,
      file: PASSWORD,
      docker: DOCKER,
      output: PASSWORD,
      all: JSON.stringify({
        'db-password': PASSWORD,
        'ghcr-server': 'ghcr.io',
        'ghcr-username': 'octocat',
        'ghcr-password': REGISTRY_PASSWORD,
      }),
      me: '{"id":"2kFmBQHgjhOrCbvm4D8ZTVL5mi0","email":"service@example.com","name":"Service User"}',
      left: NOTHING_LEFT,
    },
    requests: ['decrypt', 'decrypt', 'list', 'login', 'me'],
    posts: [ONE_FOLDER],
    // The end of the base64 contains the last letter and the newline that echo adds.
    masked: ['*** ***', '***ZAo=', "+ : '***'"],
    visible: [],
  });
});

test('A composite action that uses ours passes variables and outputs on in act', async () => {
  expect(await verdictOn('composite.yml')).toEqual({
    exitCode: 0,
    seen: { inside: PASSWORD, variable: PASSWORD, output: PASSWORD, docker: DOCKER, left: NOTHING_LEFT },
    requests: ['decrypt', 'decrypt', 'list', 'login'],
    posts: [ONE_FOLDER],
    masked: ['inside: ***', 'outside: *** ***'],
    visible: [],
  });
});

test('A composite action inside another composite action passes variables and outputs on in act', async () => {
  expect(await verdictOn('nested.yml')).toEqual({
    exitCode: 0,
    seen: {
      inside: PASSWORD,
      between: PASSWORD,
      variable: PASSWORD,
      output: PASSWORD,
      docker: DOCKER,
      left: NOTHING_LEFT,
    },
    requests: ['decrypt', 'decrypt', 'list', 'login'],
    posts: [ONE_FOLDER],
    masked: ['inside: ***', 'between: ***', 'outside: *** ***'],
    visible: [],
  });
});

// act 0.2.89 passes only the misspelled key to the step. Older versions, and the runners of Gitea and Forgejo, also pass the inputs of
// the composite action (act pkg/runner/step.go, mergeEnv).
test('A misspelled input in a composite action is one warning in act, and the step succeeds', async () => {
  const { exitCode, seen, requests, log } = await runActJob('inner-inputs.yml');

  expect({ exitCode, seen, requests: requests.toSorted() }).toEqual({
    exitCode: 0,
    seen: { variable: PASSWORD, left: '{"temp":[]}' },
    requests: ['decrypt', 'list', 'login'],
  });
  expect(log.filter((line) => /unknown input/.test(line))).toEqual([
    expect.stringMatching(/The action ignores the unknown input "exportenv" \(did you mean `export_env`\?\)\.$/),
  ]);
  expect(visibleIn([['the log', log.join('\n')]], [exampleWriter.clientSecret, PASSWORD])).toEqual([]);
});

test('Two steps in one job of act have separate tokens and files, and each post step removes its own files', async () => {
  expect(await verdictOn('two-steps.yml')).toEqual({
    exitCode: 0,
    seen: {
      tokens: '<token 0> <token 1>',
      files: `${PASSWORD}\n${PASSWORD}\n`,
      aws: 'AKIAIOSFODNN7EXAMPLE',
      docker: DOCKER,
      left: NOTHING_LEFT,
    },
    requests: ['decrypt', 'decrypt', 'decrypt', 'decrypt', 'list', 'list', 'login', 'login'],
    posts: [ONE_FOLDER, ONE_FOLDER],
    masked: ['*** *** ***', '***', '***'],
    visible: [],
  });
});
