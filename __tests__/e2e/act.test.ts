import { expect, jest, test } from '@jest/globals';
import { type ActVerdict, judge, runActJob } from './support/act-job.js';

// A run takes half a second; many tests may run at once.
jest.setTimeout(60_000);

const PASSWORD = 'correct horse battery staple';
const REGISTRY_PASSWORD = 'example-registry-password';
const S3_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

const NO_FILES = 'No files to remove. The token was not ended, since Chariot documents no way to end a token;';
const ONE_FOLDER = NO_FILES.replace('No files to remove', '1 of 1 files and folders removed');
/** What the post step of another action, which runs behind ours, finds. */
const NOTHING_LEFT = '{"temp":[],"DOCKER_CONFIG":""}';

const auth = Buffer.from(`octocat:${REGISTRY_PASSWORD}`).toString('base64');
const DOCKER = `${JSON.stringify({ auths: { 'ghcr.io': { auth } } }, null, 2)}\n`;

/** The verdict on a workflow, with the tokens of the run by their number. */
async function verdictOn(workflow: string): Promise<ActVerdict> {
  const job = await runActJob(workflow);
  const verdict = judge(job, [PASSWORD, REGISTRY_PASSWORD, S3_KEY]);
  const named = (text: string) => job.tokens.reduce((named, token, n) => named.replaceAll(token, `<token ${n}>`), text);
  return { ...verdict, seen: Object.fromEntries(Object.entries(verdict.seen).map(([k, v]) => [k, named(v)])) };
}

test('a step hands variables, outputs and files to later steps, and its post step takes the files back', async () => {
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
        ghcr: JSON.stringify({ server: 'ghcr.io', username: 'octocat', password: REGISTRY_PASSWORD }),
      }),
      me: '{"id":"2kFmBQHgjhOrCbvm4D8ZTVL5mi0","email":"service@example.com","name":"Service User"}',
      left: NOTHING_LEFT,
    },
    requests: ['decrypt', 'decrypt', 'list', 'login', 'me'],
    posts: [ONE_FOLDER],
    // Behind the base64 stands the newline that echo adds, with the last letter.
    masked: ['*** ***', '***ZAo=', "+ : '***'"],
    visible: [],
  });
});

test('a composite action that wraps ours hands its variables and outputs on', async () => {
  expect(await verdictOn('composite.yml')).toEqual({
    exitCode: 0,
    seen: { inside: PASSWORD, variable: PASSWORD, output: PASSWORD, docker: DOCKER, left: NOTHING_LEFT },
    requests: ['decrypt', 'decrypt', 'list', 'login'],
    posts: [ONE_FOLDER],
    masked: ['inside: ***', 'outside: *** ***'],
    visible: [],
  });
});

test('a composite action in another one does, too', async () => {
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

test('two steps in one job keep their tokens and files apart, and each removes its own', async () => {
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

test('a step that fails gives out nothing but the code of its error, and its post step runs', async () => {
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

test('each job of a matrix gets its own Secret', async () => {
  expect(await verdictOn('matrix.yml')).toEqual({
    exitCode: 0,
    seen: { 'db-password': PASSWORD, 'ghcr.password': REGISTRY_PASSWORD, 'training-s3.secret_access_key': S3_KEY },
    requests: ['decrypt', 'decrypt', 'decrypt', 'list', 'list', 'list', 'login', 'login', 'login'],
    posts: [NO_FILES, NO_FILES, NO_FILES],
    masked: ['*** ***', '*** ***', '*** ***'],
    visible: [],
  });
});

test('outputs that are no secrets cross to another job, which logs in for the others itself', async () => {
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

test('a local reusable workflow gets its secret by inheritance, and by name', async () => {
  expect(await verdictOn('reusable.yml')).toEqual({
    exitCode: 0,
    seen: { inherited: PASSWORD, named: PASSWORD },
    requests: ['decrypt', 'decrypt', 'list', 'list', 'login', 'login'],
    posts: [NO_FILES, NO_FILES],
    masked: ['*** ***', '*** ***'],
    visible: [],
  });
});
